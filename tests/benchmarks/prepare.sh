# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What tests/benchmarks/run and tests/benchmarks/tokens share: the release, the npm packages, the Node.
# A script sources this after `cd` to the repository's root.
# shellcheck shell=bash

source packaging/linux/packages.sh
source packaging/linux/steps.sh

# prepare TARGET…: installs what is missing and builds these targets of the release.
prepare() {
  local packages=("${build_packages[@]}" "${run_packages[@]}")
  command -v npm >/dev/null || packages+=(npm)
  install_missing "${packages[@]}"
  quietly build/log/npm.log "Seeing to the SDK" tests/clients/install
  quietly build/log/npm-peers.log "Seeing to the other servers" tests/clients/install ../benchmarks/peers
  build_preset release "$@"
}

# measure MODULE…: runs it with the Node that the lock file names; does not come back.
measure() {
  local node
  say "Measuring"
  for node in tests/clients/node_modules/node-linux-*/bin/node; do
    if [[ -x $node ]]; then
      FAIRLEAD_BIN_DIR=$PWD/build/release/bin exec "$node" "$@"
    fi
  done
  die "There is no Node in tests/clients/node_modules."
}
