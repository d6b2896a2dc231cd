# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# The Debian packages that Marathon needs, and how missing ones are installed. Sourced by run and check.

# To build it.
build_packages=(
  appstream
  build-essential
  desktop-file-utils
  gettext
  libadwaita-1-dev
  libcairo2-dev
  libglib2.0-dev
  libgtk-4-bin
  libgtk-4-dev
  libicu-dev
  libpango1.0-dev
  libxml2-dev
  libxxhash-dev
  meson
  ninja-build
  pkg-config
  shared-mime-info
)

# To print names of every script.
font_packages=(
  fonts-dejavu-core
  fonts-noto-cjk
  fonts-noto-core
)

# For its window: icons, and what draws them.
desktop_packages=(
  adwaita-icon-theme
  librsvg2-common
)

# To look at what it wrote (xmllint, pdftotext), to press its keys on a display that nobody sees, to hear what a screen
# reader hears, to hold what the desktop reads of it against the desktop's rules, and to let calls fail and the power go.
check_packages=(
  at-spi2-core
  dbus-daemon
  e2fsprogs
  libxml2-utils
  libxtst-dev
  locales
  poppler-utils
  strace
  xvfb
)

# For tests/faults/run all: power cuts on another file system.
faults_packages=(
  xfsprogs
)

# missing_packages NAME...: prints those that are not installed.
missing_packages ()
{
  local name

  for name; do
    dpkg-query --show --showformat='${db:Status-Status}\n' "$name" 2>/dev/null | grep --quiet --line-regexp installed \
      || echo "$name"
  done
}

# apt_get ARGUMENT...: as root, asking nothing, saying nothing unless it fails.
apt_get ()
{
  local as_root=() log status=0

  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
  fi
  log=$(mktemp) || return 1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get --quiet --yes -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -ne 0 ]; then
    cat "$log"
  fi
  rm -f "$log"
  return "$status"
}

# install_packages NAME...: installs those that are missing; nothing is asked of the network where none is.
install_packages ()
{
  local missing

  if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian. Marathon needs what these packages hold: $*"
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  if [ "${#missing[@]}" -eq 0 ]; then
    return 0
  fi
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    echo "There is no sudo here. Please have root do: apt-get install --no-install-recommends ${missing[*]}"
    return 1
  fi
  echo "Installing packages: ${missing[*]}"
  apt_get update || echo "The list of packages could not be renewed; the known one is used."
  apt_get install --no-install-recommends "${missing[@]}"
}
