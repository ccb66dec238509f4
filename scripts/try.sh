#!/usr/bin/env bash
# Builds twinge and runs it on a sample journal, in a new folder: try.sh [FOLDER]
# Your own journal, if you have one, is not touched. Run it as often as you like.
set -euo pipefail

began_in=$PWD
cd -- "$(dirname -- "$0")/.."
# shellcheck source=scripts/needs.sh
. scripts/needs.sh

case ${1:-} in
-h | --help)
  say "try.sh [FOLDER]: builds twinge, makes a sample journal in a new folder, shows what it does"
  exit
  ;;
esac

need_rust
need_c
need_perl_and_make

# The release build takes no more work than the plain one, and `cargo install` uses it again.
say "building twinge; the first time takes some minutes …"
cargo build --locked --release
program=$(target_folder)/release/twinge

# A new folder, never one that is there.
wanted=${1:-twinge-try}
case $wanted in /*) ;; *) wanted=$began_in/$wanted ;; esac
folder=$wanted
n=1
until mkdir -- "$folder" 2>/dev/null; do
  [ -e "$folder" ] || fail "cannot make the folder $folder" "name another: try.sh FOLDER"
  n=$((n + 1))
  folder=$wanted-$n
done
cd -- "$folder"
# Only what is said below decides which journal it is, and which day.
unset TWINGE_JOURNAL TWINGE_NOW

twinge() {
  local word
  printf '\n$ twinge'
  for word in "$@"; do
    case $word in *' '*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$program" "$@"
}

twinge demo sample.db
twinge --journal sample.db log 4 --worst 6 --night 5 --site upper-back:left --sleep side \
  --slept 7h --sitting 7h30 --stress 3 --did neck-tilt --did walk=20m --note "long drive"
twinge --journal sample.db list -n 5
twinge --journal sample.db chart pain
twinge --journal sample.db chart pain -o pain.svg
twinge --journal sample.db chart pain -o pain.png
twinge --journal sample.db chart pain -o pain.pdf
twinge --journal sample.db chart pain -o pain.html
twinge --journal sample.db report -o visit.pdf
twinge --journal sample.db report -o visit.html
twinge --journal sample.db alerts

cat <<END

Everything is in $folder
  sample.db   the sample journal: a year of a made-up person, with the entry logged above
  pain.svg    the chart, for a browser or a printer
  pain.png    the same as a picture
  pain.pdf    the same as a page to print or to send
  pain.html   the same for a browser or a phone, with what it shows in words
  visit.pdf   the page for the doctor, computed from the journal
  visit.html  the same for a browser or a phone

Next:
  cd $folder
  alias twinge=$program
  twinge --journal sample.db            today at a glance
  twinge --journal sample.db log        asks, one question at a time
  twinge --journal sample.db history    what was written when; undo takes it back
  twinge --help                         everything else

To keep a journal of your own, install it, then log:
  cargo install --locked --path $OLDPWD
  twinge log 4
END
