//! Every example in README.md and in the help runs, and README.md shows what it answers.

use std::fs;
use std::path::PathBuf;

use crate::docs::words::words;
use crate::docs::{assert_current, file};
use crate::kit::{Twinge, without_ids};

/// The evening of the day of the tests.
const EVENING: &str = "2026-03-15T20:30:00+01:00";

/// A line that stands for any number of lines.
const ANYTHING: &str = "…";

/// A path as the shell sees it, with its `~`.
fn expanded(twinge: &Twinge, word: &str) -> PathBuf {
    twinge.path(word.strip_prefix("~/").unwrap_or(word))
}

/// Runs one line of a document; gives what is on the screen then.
fn run(twinge: &Twinge, line: &str, shown: &str) -> String {
    let words = words(line);
    let args: Vec<&str> = words[1..].iter().map(String::as_str).collect();
    match (words[0].as_str(), args.as_slice()) {
        ("twinge", args) => {
            let ran = twinge.done(args);
            ran.stderr + &ran.stdout
        }
        ("cat", [name]) => {
            twinge.write(name, shown);
            shown.into()
        }
        ("cp", [from, to]) => {
            let to = if to.starts_with('/') { "backup.db" } else { to };
            fs::copy(expanded(twinge, from), twinge.path(to)).unwrap();
            String::new()
        }
        ("sqlite3", ["-readonly", journal, sql]) => {
            let file = rusqlite::Connection::open(expanded(twinge, journal)).unwrap();
            let mut statement = file.prepare(sql).unwrap();
            let mut rows = statement.query([]).unwrap();
            assert!(rows.next().unwrap().is_some(), "{sql} finds nothing");
            String::new()
        }
        ("cargo", ["install", "--locked", "--path", "."]) => String::new(),
        (script, []) if script.starts_with("./scripts/") => {
            assert!(file(script).exists(), "there is no {script}");
            String::new()
        }
        _ => panic!("this test does not know how to run: {line}"),
    }
}

/// Whether an answer is as shown, but for ids, and for what `…` leaves out.
fn is_as_shown(answer: &str, shown: &str) -> bool {
    fn agree(answer: &[&str], shown: &[&str]) -> bool {
        match (answer, shown) {
            ([], []) => true,
            (_, [ANYTHING, rest @ ..]) => {
                (0..=answer.len()).any(|skipped| agree(&answer[skipped..], rest))
            }
            ([a, answer @ ..], [s, shown @ ..]) => a == s && agree(answer, shown),
            _ => false,
        }
    }
    let (answer, shown) = (without_ids(answer), without_ids(shown));
    agree(&answer.lines().collect::<Vec<_>>(), &shown.lines().collect::<Vec<_>>())
}

/// The new answer, cut as what is shown was: from the line before `…` to the line after it.
fn cut_as(shown: &str, answer: &str) -> String {
    let Some((head, tail)) = shown.split_once(ANYTHING) else { return answer.into() };
    let last = head.lines().next_back().unwrap_or_default();
    let next = tail.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let from = answer.find(last).map(|at| at + last.len());
    let Some((from, to)) = from.zip(answer.rfind(next)) else {
        panic!("{last:?} or {next:?} is not in the answer:\n{answer}");
    };
    format!("{}\n{ANYTHING}\n\n{}", &answer[..from], &answer[to..])
}

#[test]
fn readme_shows_what_the_program_answers() {
    let mut twinge = Twinge::new();
    twinge.at(EVENING);
    let readme = fs::read_to_string(file("README.md")).unwrap();
    let mut current = String::new();
    let mut lines = readme.lines().peekable();
    let mut block = None;
    let mut n_run = 0;
    while let Some(line) = lines.next() {
        current.push_str(line);
        current.push('\n');
        if let Some(kind) = line.strip_prefix("```") {
            block = if block.is_some() { None } else { Some(kind) };
            continue;
        }
        match block {
            Some("sh") => {
                let _ = run(&twinge, line, "");
                n_run += 1;
            }
            Some("console") => {
                let command = line.strip_prefix("$ ").unwrap_or_else(|| panic!("no $: {line}"));
                let mut shown = String::new();
                let is_shown = |next: &&str| !next.starts_with("$ ") && !next.starts_with("```");
                while let Some(next) = lines.next_if(is_shown) {
                    shown.push_str(next);
                    shown.push('\n');
                }
                let answer = run(&twinge, command, &shown);
                n_run += 1;
                let is_current = is_as_shown(&answer, &shown);
                current.push_str(&if is_current { shown } else { cut_as(&shown, &answer) });
            }
            _ => {}
        }
    }
    assert!(n_run > 10, "README.md has no examples");
    assert_current("README.md", &current);
}

#[test]
fn the_examples_of_the_help_run() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", ".local/share/twinge/journal.db"]);
    let page = twinge.done(&["man", "--markdown"]).stdout;
    let named = page.lines().filter_map(|line| line.strip_prefix("## twinge "));
    let mut n_run = 0;
    for command in std::iter::once("").chain(named) {
        let args: Vec<&str> =
            command.split(' ').chain(["--help"]).filter(|w| !w.is_empty()).collect();
        let help = twinge.done(&args).stdout;
        for line in help.lines().filter_map(|line| line.strip_prefix("  twinge ")) {
            // What an example does stands beside it, after a gap.
            let example = line.split("   ").next().unwrap_or(line);
            let args = words(example);
            let _ = twinge.done(&args.iter().map(String::as_str).collect::<Vec<_>>());
            n_run += 1;
        }
    }
    assert!(n_run >= 5, "the help has no examples");
}
