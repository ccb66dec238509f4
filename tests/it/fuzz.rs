//! What fuzzers try (`scripts/fuzz.sh`), on its seeds: what they begin with, and what they found.

#[path = "../../fuzz/src/lib.rs"]
#[expect(unreachable_pub, unused_imports, clippy::pedantic, reason = "it is a crate of its own")]
#[allow(dead_code, reason = "what is not used here is what runs the program without a process")]
mod targets;

use std::fs;
use std::path::Path;

use crate::kit::Twinge;
use targets::{BEFORE, Run, commands_with, notes};

/// Each seed of a target.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut seeds: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap())
        .map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap()))
        .collect();
    seeds.sort();
    assert!(seeds.len() > 3, "{target} has {} seeds", seeds.len());
    seeds
}

#[expect(clippy::print_stdout, reason = "cargo shows it with the test")]
fn try_each(target: &str, promise: fn(&[u8])) {
    for (name, bytes) in seeds(target) {
        println!("{target}/{name}");
        promise(&bytes);
    }
}

#[test]
fn tables() {
    try_each("table", targets::table);
}

#[test]
fn exports() {
    try_each("export", targets::export);
}

#[test]
fn words() {
    try_each("words", targets::words);
}

#[test]
fn files() {
    try_each("file", targets::file);
}

#[test]
fn pictures() {
    try_each("pictures", targets::pictures);
}

/// Runs the program itself, on a journal that it is told.
fn run(twinge: &Twinge, words: &[&str]) -> Run {
    let args = ["--journal", "journal.db"].iter().chain(words).copied();
    let ran = twinge.run(&args.collect::<Vec<_>>());
    Run { code: ran.code.try_into().unwrap(), stdout: ran.stdout, stderr: ran.stderr }
}

fn owned(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// A few of the notes of `benches/notes.rs`.
#[test]
fn random_notes_come_back_from_every_way_out() {
    let twinge = Twinge::new();
    let tried = notes(1000, 1, &twinge.path("."), &mut |words| run(&twinge, &owned(words)));
    assert_eq!((tried.notes, tried.days, tried.drawings), (1000, 4, 4));
}

#[test]
fn commands() {
    let twinge = Twinge::new();
    for words in BEFORE {
        assert_eq!(run(&twinge, words).code, 0, "{words:?}");
    }
    let journal = fs::read(twinge.path("journal.db")).unwrap();
    for (name, bytes) in seeds("commands") {
        println!("commands/{name}");
        fs::write(twinge.path("journal.db"), &journal).unwrap();
        commands_with(&bytes, &twinge.path("."), &mut |words| run(&twinge, &owned(words)));
    }
}

#[test]
fn the_script_and_the_targets_are_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = |folder: &str| {
        let files = fs::read_dir(root.join(folder)).unwrap();
        let stem = |name: String| name.trim_end_matches(".rs").to_string();
        let mut names: Vec<String> =
            files.map(|file| stem(file.unwrap().file_name().into_string().unwrap())).collect();
        names.sort();
        names
    };
    assert_eq!(names("fuzz/targets"), names("fuzz/seeds"));
    let script = fs::read_to_string(root.join("scripts/fuzz.sh")).unwrap();
    let line = script.lines().find_map(|line| line.strip_prefix("targets=(")).unwrap();
    let mut named: Vec<String> = line.trim_end_matches(')').split(' ').map(String::from).collect();
    named.sort();
    assert_eq!(names("fuzz/targets"), named);
}
