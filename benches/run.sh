#!/bin/sh
# Measures twinge beside public programs and beside the least that the work can cost, and prints
# one table. Installs nothing; writes only below target/benches.
#
#   ./benches/run.sh           everything, about five minutes
#   ./benches/run.sh --quick   fewer runs, no instruction counts
set -eu
cd "$(dirname "$0")/.."

missing=
for program in cargo python3 cc sqlite3 /usr/bin/time; do
    command -v "$program" >/dev/null || missing="$missing $program"
done
if [ -n "$missing" ]; then
    echo "benches/run.sh needs:$missing" >&2
    exit 1
fi
for program in gnuplot strace valgrind; do
    command -v "$program" >/dev/null || echo "$program is not here: what it measures is left out"
done

target=${CARGO_TARGET_DIR:-target}
work=$target/benches
mkdir -p "$work"

if [ -z "${TWINGE:-}" ]; then
    cargo build --release --quiet
    TWINGE=$target/release/twinge
fi

# The floor uses the very SQLite that twinge is built with, at the same settings.
if [ ! -x "$work/floor" ] || [ benches/floor.c -nt "$work/floor" ]; then
    sqlite=$(cargo metadata --format-version 1 --offline 2>/dev/null | python3 -c '
import json, os, sys
for package in json.load(sys.stdin)["packages"]:
    if package["name"] == "libsqlite3-sys":
        print(os.path.join(os.path.dirname(package["manifest_path"]), "sqlite3"))')
    defines=$(grep -o -e ' -D[A-Z_0-9=]*' .cargo/config.toml | tr '\n' ' ')
    if [ -z "$sqlite" ]; then
        echo "the source of SQLite is not here yet: run cargo build --release once" >&2
        exit 1
    fi
    echo "building the floor with the bundled SQLite"
    # shellcheck disable=SC2086
    cc -O3 $defines -I"$sqlite" benches/floor.c "$sqlite/sqlite3.c" -o "$work/floor" -lm -lpthread
fi

for years in 1 10 50; do
    python3 benches/gen.py $years >"$work/$years.csv"
done

exec "${PYTHON:-python3}" benches/measure.py "$TWINGE" "$work" "$@"
