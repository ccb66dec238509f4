//! The law of the house: who may know whom, who owns which crate, how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and the rooms that it may use. `cli` may use all below it.
const MAY_USE: &[(&str, &[&str])] = &[
    ("journal", &[]),
    ("clock", &[]),
    ("redflag", &["journal"]),
    ("facts", &["journal"]),
    ("scales", &["journal", "facts"]),
    ("stats", &[]),
    ("insights", &["journal", "stats"]),
    ("experiment", &["journal", "stats"]),
    ("demo", &["journal"]),
    ("exchange", &["journal"]),
    ("store", &["journal", "clock"]),
    ("language", &["journal"]),
    ("chart", &["journal", "facts", "scales", "stats", "insights", "experiment", "language"]),
    ("draw", &["chart", "journal", "language"]),
    (
        "report",
        &[
            "journal",
            "redflag",
            "facts",
            "scales",
            "stats",
            "insights",
            "experiment",
            "language",
            "chart",
            "draw",
        ],
    ),
    (
        "cli",
        &[
            "journal",
            "clock",
            "redflag",
            "facts",
            "scales",
            "stats",
            "insights",
            "experiment",
            "demo",
            "exchange",
            "store",
            "language",
            "chart",
            "draw",
            "report",
        ],
    ),
];

/// What only one room may name.
const OWNERS: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("clap", &["cli"]),
    ("plotters", &["draw"]),
    ("png", &["draw"]),
    ("resvg", &["draw"]),
    ("usvg", &["draw"]),
    ("krilla", &["draw"]),
    ("krilla_svg", &["draw"]),
    ("maud", &["draw"]),
    ("csv", &["exchange"]),
    ("statrs", &["stats"]),
    ("openssl", &["store"]),
    ("ctrlc", &["cli"]),
    ("rpassword", &["cli"]),
    ("bip39", &["cli"]),
    ("linux_keyutils", &["cli"]),
    ("getrandom", &["cli"]),
    ("std::env", &["cli"]),
    ("chrono::Local", &["clock"]),
    ("chrono::Utc", &["clock"]),
];

/// The most lines that a file may have.
const LINES_MOST: usize = 500;

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    for (path, _) in &mut found {
        *path = path.strip_prefix(root).unwrap().to_owned();
    }
    found.sort();
    found
}

/// The room of a source file: the first part of its path below `src`.
fn room(path: &Path) -> String {
    let first = path.components().nth(1).unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_string()
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

#[test]
fn rooms_use_only_what_is_below_them() {
    for (path, text) in sources("src") {
        let room = room(&path);
        if matches!(room.as_str(), "lib" | "main") {
            continue;
        }
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
            panic!("{} is in no room of the table", path.display());
        };
        for (n, line) in text.lines().enumerate() {
            for used in code(line).split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_room = MAY_USE.iter().any(|(name, _)| *name == used);
                assert!(
                    !is_room || used == room || may_use.contains(&used.as_str()),
                    "{}:{}: {room} may not use {used}",
                    path.display(),
                    n + 1
                );
            }
        }
    }
}

#[test]
fn the_document_names_the_same_rooms() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let document = fs::read_to_string(document).unwrap();
    let said = |used: &[&str]| match used {
        [] => "–".into(),
        _ => used.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
    };
    for (room, used) in MAY_USE {
        let row = document.lines().find(|line| line.starts_with(&format!("| `{room}` |")));
        let end = format!(" | {} |", said(used));
        assert!(row.is_some_and(|row| row.ends_with(&end)), "{room}: its row ends with{end}");
    }
}

#[test]
fn every_dependency_is_accounted_for() {
    let read = |name| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (manifest, decisions) = (read("Cargo.toml"), read("docs/decisions.md"));
    let mut is_dependency = false;
    let mut n_found = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_dependency = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line.split_once(" = ")
            && is_dependency
        {
            assert!(
                decisions.contains(&format!("\n| `{name}` |")),
                "docs/decisions.md lacks {name}"
            );
            n_found += 1;
        }
    }
    let n_rows = decisions.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(n_found, n_rows, "docs/decisions.md has a crate that Cargo.toml has not");
}

#[test]
fn crates_have_their_owners() {
    for (path, text) in sources("src") {
        let room = room(&path);
        for (n, line) in text.lines().enumerate() {
            for (what, owners) in OWNERS {
                let names = code(line).contains(&format!("{what}::"));
                let is_ours = code(line).contains(&format!("crate::{room}::{what}::"))
                    || code(line).contains(&format!("mod {what}"));
                assert!(
                    !names || is_ours || owners.contains(&room.as_str()) || room == "main",
                    "{}:{}: only {owners:?} may name {what}",
                    path.display(),
                    n + 1
                );
            }
        }
    }
}

#[test]
fn imports_are_written_so_that_they_can_be_read_here() {
    for (path, text) in sources("src") {
        for (n, line) in text.lines().enumerate() {
            let line = code(line).trim();
            let at = format!("{}:{}: {line}", path.display(), n + 1);
            assert!(!line.contains("super::super"), "{at}");
            assert!(!line.starts_with("use crate::{"), "{at}");
            let is_test = line == "use super::*;";
            assert!(is_test || !line.ends_with("::*;"), "{at}");
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        let lines = text.lines().count();
        assert!(lines <= LINES_MOST, "{} has {lines} lines", path.display());
        assert!(text.starts_with("//! "), "{} does not begin with //!", path.display());
    }
}

#[test]
fn no_file_of_tests_is_forgotten() {
    for (path, _) in sources("tests/it") {
        let stem = path.file_stem().unwrap().to_string_lossy().to_string();
        if stem == "main" || stem == "mod" {
            continue;
        }
        let folder = path.parent().unwrap();
        let listing = match folder.file_name().unwrap().to_str() {
            Some("it") => "tests/it/main.rs".into(),
            _ => format!("{}/mod.rs", folder.display()),
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join(&listing)).unwrap();
        assert!(text.contains(&format!("mod {stem};")), "{listing} does not list {stem}");
    }
}
