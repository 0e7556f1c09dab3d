#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# app/demo.sh FOLDER_OF_PROGRAMS [--once]
# The whole path without an account: a sandbox that plays Jira, fairleadd in a throw-away data folder,
# Jira connected, a key made, and list_projects answered over /sse. Leaves nothing behind, on no way out.
set -euo pipefail

programs=$(readlink -f "${1:?usage: app/demo.sh FOLDER_OF_PROGRAMS [--once]}")
once=${FAIRLEAD_DEMO_EXIT:-0}
case "${2-}" in
  --once) once=1 ;;
  '') ;;
  *) printf 'app/run --demo takes only --once, not "%s".\n' "$2" >&2; exit 2 ;;
esac

folder=$(mktemp -d "${TMPDIR:-/tmp}/fairlead-demo.XXXXXX")
started=()

# shellcheck disable=SC2317 # called by the trap
clean_up() {
  trap '' INT TERM HUP
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for _ in {1..50}; do
    [[ -z "$(jobs -pr)" ]] && break
    sleep 0.1
  done
  for pid in $(jobs -pr); do kill -KILL "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

say() { printf '\n── %s\n' "$*"; }

fail() {
  printf '\nThe demo failed: %s\n' "$1" >&2
  [[ -f "${2-}" ]] && tail -n 30 "$2" >&2
  exit 1
}

# start NAME COMMAND…: starts it and sets `url` to the one that its ready line names.
start() {
  local name=$1 pid
  shift
  "$@" >"$folder/$name.out" 2>"$folder/$name.log" </dev/null &
  pid=$!
  started+=("$pid")
  url=
  for _ in {1..300}; do
    # The last one: members come in alphabetical order, and those of the services come before.
    if [[ "$(cat "$folder/$name.out")" =~ .*\"url\":\ *\"([^\"]+)\" ]]; then
      url=${BASH_REMATCH[1]}
      return
    fi
    kill -0 "$pid" 2>/dev/null || fail "$name ended before it was ready." "$folder/$name.log"
    sleep 0.1
  done
  fail "$name was not ready within 30 seconds." "$folder/$name.log"
}

ctl() { "$programs/fairleadctl" --data-dir "$folder/data" "$@"; }

mkdir "$folder/data"
# A master key of its own keeps the throw-away secrets out of the person's keychain.
head -c 32 /dev/urandom >"$folder/master.key"
chmod 600 "$folder/master.key"
export FAIRLEAD_MASTER_KEY_FILE=$folder/master.key

say "Starting the sandbox that plays Jira"
start fairlead-sandbox "$programs/fairlead-sandbox" --port 0 --print-ready
jira=$url
echo "$jira"

say "Starting fairleadd"
start fairleadd "$programs/fairleadd" --data-dir "$folder/data" --port 0 --print-ready
server=$url
echo "$server"

say "Connecting Jira: fairleadctl connect jira --url $jira --email ada@northwind.example --token-stdin"
printf '%s' sandbox-api-token-ada |
  ctl connect jira --url "$jira" --email ada@northwind.example --token-stdin ||
  fail "Jira could not be connected." "$folder/fairleadd.log"

say "Making a key for the client: fairleadctl keys create --name Demo"
created=$(ctl keys create --name Demo) || fail "No key could be made." "$folder/fairleadd.log"
printf '%s\n' "$created"
[[ "$created" =~ mcp_[0-9a-f]{64} ]] || fail "fairleadctl printed no key."
key=${BASH_REMATCH[0]}

say "Asking over $server/sse, as Cursor would: list my projects"
printf '%s' "$key" |
  ctl tools call list_projects --transport sse --key-stdin ||
  fail "list_projects gave no answer." "$folder/fairleadd.log"

[[ $once == 1 ]] && exit 0

say "Fairlead stays up at $server for trying. Ctrl-C ends it and removes $folder."
ended=
wait -n -p ended "${started[@]}" || true
[[ "$ended" == "${started[0]}" ]] && fail "The sandbox ended." "$folder/fairlead-sandbox.log"
fail "fairleadd ended." "$folder/fairleadd.log"
