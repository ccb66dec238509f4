# Read by the other scripts: finds Rust and a C compiler, and installs what can be installed.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$0: $1"
  shift
  for hint in "$@"; do say "  hint: $hint"; done
  exit 1
}

# The packages of Debian and its relatives; apt's lists are fetched only when they lack one.
apt_install() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "installing $* needs root" "run as root: apt-get install $*"
    as_root=(sudo)
    # Where nobody can type a password, ask for none: sudo then fails at once and says why.
    [ -t 0 ] || as_root+=(--non-interactive)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get
    --yes --quiet --no-install-recommends)
  say "installing $*"
  "${apt[@]}" install "$@" </dev/null >&2 && return
  say "fetching the list of packages first"
  "${apt[@]}" update </dev/null >&2
  "${apt[@]}" install "$@" </dev/null >&2
}

# Rust, not older than Cargo.toml asks for.
need_rust() {
  local wanted found folder
  if ! command -v cargo >/dev/null; then
    for folder in "${CARGO_HOME:-${HOME:-}/.cargo}/bin" /usr/local/cargo/bin; do
      if [ -x "$folder/cargo" ]; then PATH="$folder:$PATH"; fi
    done
  fi
  wanted=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
  command -v cargo >/dev/null ||
    fail "cargo is not there" "install Rust $wanted or newer, as your system or rustup does"
  found=$(cargo --version) || fail "cargo does not run"
  found=${found#cargo }
  found=${found%%[ -]*}
  if [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n 1)" != "$wanted" ]; then
    fail "Rust $found is too old" "install Rust $wanted or newer, as your system or rustup does"
  fi
}

# The parts of Rust that the checks use.
need_rust_parts() {
  local part
  for part in fmt clippy; do
    cargo "$part" --version >/dev/null 2>&1 && continue
    [ "$part" = fmt ] && part=rustfmt
    command -v rustup >/dev/null || fail "cargo $part is not there" "install Rust's $part"
    rustup component add "$part" >&2
  done
}

# A C compiler and libc's headers: SQLite is C, and Rust links with it.
need_c() {
  local compiler=${CC:-cc}
  if command -v "$compiler" >/dev/null &&
    echo '#include <stdio.h>' | "$compiler" -E - >/dev/null 2>&1; then
    return
  fi
  command -v apt-get >/dev/null ||
    fail "there is no C compiler, which SQLite is built with" \
      "Fedora: dnf install gcc; Arch: pacman -S gcc; macOS: xcode-select --install"
  apt_install gcc libc6-dev
}

# Perl with its modules, and make: OpenSSL, which locks a journal, is built with them.
need_perl_and_make() {
  if command -v make >/dev/null &&
    perl -MFindBin -MIPC::Cmd -MFile::Compare -MFile::Copy -MTime::Piece -e 1 2>/dev/null; then
    return
  fi
  command -v apt-get >/dev/null ||
    fail "Perl, one of its modules, or make is not there; OpenSSL is built with them" \
      "Fedora: dnf install perl make; Arch: pacman -S perl make; macOS: xcode-select --install"
  apt_install perl make
}

# What reads PDF files and says whether they are right. Without these programs such tests say
# "skipped", so they are installed only where nobody is asked for a password.
want_pdf_readers() {
  local program missing=()
  for program in qpdf pdfinfo pdffonts pdfimages pdftotext; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt_install poppler-utils qpdf && return
  fi
  say "not there: ${missing[*]}; what they say of PDF files is not tested"
  say "  hint: install poppler-utils and qpdf"
}

# Where cargo puts what it builds.
target_folder() {
  cargo metadata --format-version 1 --no-deps --offline |
    sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}
