#!/usr/bin/env bash
# Every check that a change has to pass: format, lints, tests, documentation.
set -euo pipefail

cd -- "$(dirname -- "$0")/.."
# shellcheck source=scripts/needs.sh
. scripts/needs.sh

need_rust
need_rust_parts
need_c
need_perl_and_make
want_pdf_readers

# Inline snapshots are compared and never rewritten, and no file waits for a review.
export INSTA_UPDATE=no
unset TWINGE_BLESS TWINGE_JOURNAL TWINGE_NOW

log=$(mktemp)
trap 'rm -f -- "$log"' EXIT

step() {
  printf '\n== %s\n' "$*"
  "$@"
}

step cargo fmt --check
step cargo clippy --locked --all-targets -- -D warnings
step cargo test --locked 2>&1 | tee -- "$log"
RUSTDOCFLAGS=-Dwarnings step cargo doc --locked --no-deps

awk '/^test result:/ { passed += $4; failed += $6; ignored += $8 }
  END {
    printf "\nall checks passed: %d tests passed, %d failed, %d ignored\n", passed, failed, ignored
    exit passed == 0 || failed > 0
  }' "$log"
