# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every Debian package that Fairlead needs, in one place; sourced by app/run, tests/run and .ci/run.
# The names are the same on Debian 12, Debian 13 and Ubuntu 24.04, except for the browser's.
# shellcheck shell=bash disable=SC2034

# To compile: the tool chain, Qt with its HTTP server and keychain, and the libraries that
# packaging/cmake/FairleadTargets.cmake looks for.
build_packages=(
  g++ cmake ninja-build pkgconf
  qt6-base-dev qt6-httpserver-dev libgl-dev qt6-tools-dev qt6-l10n-tools
  qcoro-qt6-dev qtkeychain-qt6-dev
  libcurl4-openssl-dev libexpected-dev libmd4c-dev libmimalloc-dev libsimdjson-dev libssl-dev
  libtomlplusplus-dev libyaml-dev
)

# To run what was compiled, and not asked for by the linker, because it is loaded at run time: Qt's
# SQLite driver and libcurl (libcurl4t64 on Debian 13 and Ubuntu 24.04), which comes along with
# libcurl4-openssl-dev; a package of Fairlead has to name both. Qt's own words in other languages.
run_packages=(libqt6sql6-sqlite ca-certificates qt6-translations-l10n)

# To test: what checks desktop files and units; a real keyring on a bus of its own; a desktop without a screen (X server, window manager,
# panel with a tray, something that clicks, and what screen readers use); a proxy before several instances; Python for the tests of whole programs.
test_packages=(
  dbus desktop-file-utils gnome-keyring systemd
  xvfb openbox tint2 xdotool x11-utils imagemagick
  at-spi2-core gir1.2-atspi-2.0
  nginx-light openssl python3 python3-gi python3-httpx procps
)

# To test on PostgreSQL, too: its server, of which the tests start one of their own, and Qt's driver, which whoever
# starts fairleadd with --database needs as well.
database_packages=(postgresql libqt6sql6-psql)

# To test signing in: a browser without a screen. On Ubuntu, where this is a snap, Google Chrome does it:
# see tests/clients/browser/find.
browser_packages=(chromium)

# To check the source: the formatter and the linter that the style is written for.
check_packages=(clang clang-format clang-tidy git python3)
