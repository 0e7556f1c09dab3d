# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What app/run, tests/run and .ci/run share: telling what happens, installing, configuring, building.
# A script sources this after `cd` to the repository's root. All talk goes to standard error, so that
# standard output belongs to the program that is started at the end.
# shellcheck shell=bash

SECONDS=0
installed_something=no

say() { printf '[%2d:%02d] %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# quietly LOG TEXT COMMAND…: runs COMMAND with its output in LOG, says TEXT now and how far it has come
# every 20 seconds; upon failure shows the log's end and ends the script.
quietly() {
  local log=$1 text=$2 ticker status=0
  shift 2
  mkdir -p "${log%/*}"
  say "$text (log: $log)"
  (
    # The sleep holds none of our descriptors: it may outlive this subshell by some seconds. A Ctrl-C
    # does not reach a background subshell, so it looks whether the script is still there.
    while sleep 20 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
      say "  … $(tail -n 1 "$log" | cut -c 1-100)"
    done
  ) &
  ticker=$!
  "$@" </dev/null >"$log" 2>&1 || status=$?
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  if ((status != 0)); then
    say "That failed with exit code $status. The end of $log:"
    tail -n 60 "$log" >&2
    exit "$status"
  fi
}

# need_space MIB: ends the script while that would still cost nothing, and not with half a build.
need_space() {
  local free
  free=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
  ((free >= $1)) || die "Only $free MiB are free in $PWD, and this takes about $1 MiB. Make room, then start it again."
}

is_installed() {
  [[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

# install_missing PACKAGE…: asks apt only for what dpkg does not know as installed.
install_missing() {
  local package missing=() as_root=()
  if ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian or Ubuntu system: taking it that what packaging/linux/packages.sh lists is there."
    return
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      die "Packages are missing and there is neither root nor sudo to install them. As root: apt-get install --no-install-recommends ${missing[*]}"
    # Without a terminal nobody could type a password.
    if [[ -t 0 ]]; then sudo -v; else sudo -n true 2>/dev/null; fi ||
      die "Packages are missing and sudo refused. First run: sudo apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo -n)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  quietly build/log/apt-update.log "Asking the package archive for its index" "${apt[@]}" update
  quietly build/log/apt-install.log "Installing ${#missing[@]} packages: ${missing[*]}" \
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
  installed_something=yes
}

# build_preset PRESET [TARGET…]: configures when that was not done or its inputs are newer, then builds.
build_preset() {
  local preset=$1 target targets=() options=() werror=OFF
  shift
  # A build from nothing is fastest with precompiled headers, for which ccache would be in the way. With
  # clang they have not been tried.
  [[ $preset == fuzz ]] || options=(-D FAIRLEAD_PCH=ON -D FAIRLEAD_CCACHE=OFF)
  # A compiler that is newer than ours may know warnings that nobody has seen yet: that is for CI to
  # stop at, not for somebody who wants to use the program.
  [[ ${CI-} == true ]] && werror=ON
  for target in "$@"; do targets+=(--target "$target"); done
  # Changes of CMakeLists.txt are ninja's business; the presets and the installed packages are not.
  if [[ ! -f build/$preset/build.ninja || CMakePresets.json -nt build/$preset/build.ninja ||
    $installed_something == yes ]] ||
    ! grep -qs "^FAIRLEAD_WERROR:[A-Z]*=$werror" "build/$preset/CMakeCache.txt"; then
    quietly "build/log/configure-$preset.log" "Configuring the $preset build" \
      cmake --preset "$preset" -D "FAIRLEAD_WERROR=$werror" "${options[@]}"
  fi
  NINJA_STATUS='[%f/%t] ' quietly "build/log/build-$preset.log" \
    "Building ${*:-everything} ($preset; the first time takes minutes)" \
    cmake --build "build/$preset" --parallel "$(nproc)" "${targets[@]}"
}
