#!/usr/bin/env bash
# Tries what fuzzers make up on everything that reads outside text or bytes:
# fuzz.sh [SECONDS [TARGET …]]; a minute for each target when nothing is said.
# What a target promises is in fuzz/src. A file that breaks a promise is left in fuzz/artifacts;
# mend what it found, and put it into fuzz/seeds, where `cargo test` tries it ever after.
set -euo pipefail

cd -- "$(dirname -- "$0")/.."
# shellcheck source=scripts/needs.sh
. scripts/needs.sh

targets=(table export words commands file pictures)
case ${1:-} in
-h | --help)
  say "fuzz.sh [SECONDS [TARGET …]]: tries made-up input for so long on each of ${targets[*]}"
  exit
  ;;
esac
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] && targets=("$@")

need_rust
need_c
need_perl_and_make
command -v "${CXX:-c++}" >/dev/null || apt_install g++
if ! cargo fuzz --version >/dev/null 2>&1; then
  say "installing cargo-fuzz"
  cargo install --locked cargo-fuzz >&2
fi

# Nothing of the person's is in reach: a stated moment, no journal, no terminal.
export TWINGE_NOW=2026-03-15T10:30:00+01:00 TWINGE_MACHINE=fuzz COLUMNS=80 LC_ALL=C.UTF-8
unset TWINGE_JOURNAL TWINGE_PASSPHRASE_COMMAND TWINGE_REMEMBER

failed=()
for target in "${targets[@]}"; do
  say "== $target, $seconds s"
  mkdir -p "fuzz/corpus/$target"
  # Whole paths: `commands` works in a folder of its own. The crate has no unsafe code, and what it links of C is not instrumented: no sanitizer.
  cargo fuzz run --sanitizer none "$target" "$PWD/fuzz/corpus/$target" "$PWD/fuzz/seeds/$target" -- \
    -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
    -print_final_stats=1 </dev/null || failed+=("$target")
done
[ ${#failed[@]} -eq 0 ] || fail "a promise was broken: ${failed[*]}" "see fuzz/artifacts"
