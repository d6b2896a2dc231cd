# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# How a build folder is set up and brought up to date. Sourced by run and check, in the project's folder.

# has_option FOLDER NAME=VALUE: whether the folder is set up with it.
has_option ()
{
  meson introspect --buildoptions "$1" | python3 -c '
import json, sys
name, value = sys.argv[1].split("=", 1)
found = [o["value"] for o in json.load(sys.stdin) if o["name"] == name]
sys.exit(found == [] or str(found[0]).lower() != value)' "$2"
}

# belongs_here FOLDER: whether it was set up for the sources in this place, and not before they were moved or copied.
belongs_here ()
{
  python3 -c '
import json, os, sys
with open(sys.argv[1]) as info:
  sys.exit(os.path.realpath(json.load(info)["directories"]["source"]) != os.path.realpath("."))' \
    "$1/meson-info/meson-info.json" 2>/dev/null
}

# meson_quietly ARGUMENT...: says what Meson warns of, and everything where it fails. All is in the folder's meson-logs.
meson_quietly ()
{
  local said status=0

  said=$(meson "$@" 2>&1) || status=$?
  if [ "$status" -ne 0 ]; then
    echo "$said"
  else
    grep WARNING <<<"$said" || true
  fi
  return "$status"
}

# set_up FOLDER NAME=VALUE...: a build folder with these options; nothing is done where it has them.
set_up ()
{
  local folder=$1 option
  shift

  if [ -e "$folder/build.ninja" ] && ! belongs_here "$folder"; then
    echo "$folder was made for another place: starting it afresh"
    rm -rf "$folder"
  fi
  if [ ! -e "$folder/build.ninja" ]; then
    echo "Setting up $folder"
    meson_quietly setup "$folder" "${@/#/-D}"
    return
  fi
  for option; do
    has_option "$folder" "$option" || meson_quietly configure "$folder" "-D$option" || return
  done
}

# compile FOLDER: prints warnings and errors only.
compile ()
{
  echo "Building in $1"
  ninja -C "$1" --quiet
}

# print_fault_figures FOLDER: what tests/faults tried when tests were run there last, and what was not to be had for it.
print_fault_figures ()
{
  sed -n -E 's/^# (.*(points tried|main loop|not tried|left to the).*)/  \1/p' "$1/meson-logs/testlog.txt"
}
