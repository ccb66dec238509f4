//! What is written about the program is true of it.

mod examples;
mod links;
mod picture;
mod reference;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Whether the test is asked to rewrite what it compares.
fn is_blessing() -> bool {
    #[expect(clippy::disallowed_methods, reason = "the test is asked to rewrite a file")]
    std::env::var_os("TWINGE_BLESS").is_some()
}

/// Asserts that a file holds what it should; rewrites it when asked to.
fn assert_current(name: &str, written: &str) {
    if is_blessing() {
        fs::write(file(name), written).unwrap();
    }
    let committed = fs::read_to_string(file(name)).unwrap_or_default();
    assert!(
        committed == written,
        "{name} is not what the program says; to rewrite it: \
         TWINGE_BLESS=1 cargo test --test it docs"
    );
}
