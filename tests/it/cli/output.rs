//! Text and JSON, quiet, closed pipes, hostile notes, completions.

use std::io::Read as _;
use std::process::Stdio;

use crate::kit::Twinge;

#[test]
fn every_answer_has_a_schema_id() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--slept", "7"]);
    for (args, schema) in [
        (&["list"][..], "list/1"),
        (&["show"], "day/1"),
        (&["history"], "history/1"),
        (&["alerts"], "alerts/1"),
        (&["profile"], "profile/1"),
        (&["habit"], "habits/1"),
        (&["symptom"], "symptoms/1"),
        (&["log", "5"], "saved/1"),
        (&["chart"], "chart/1"),
        (&[], "today/1"),
    ] {
        let answer = twinge.json(args);
        assert_eq!(answer["twinge"]["schema"], schema, "{args:?}");
        assert!(answer["data"].is_object());
    }
}

#[test]
fn no_note_reaches_the_terminal_as_a_command() {
    let twinge = Twinge::new();
    let note = "a\u{1b}]0;title\u{7}\u{9b}31m\u{202e}b\u{200b}c";
    let _ = twinge.done(&["log", "4", "--note", note]);
    for args in [&["list"][..], &["show"], &["history"], &[], &["--json", "show"]] {
        let ran = twinge.done(args);
        let hostile = |c: char| c.is_control() && c != '\n';
        assert!(!ran.stdout.contains(hostile), "{args:?}: {ran}");
        assert!(!ran.stdout.contains(['\u{202e}', '\u{200b}']), "{args:?}: {ran}");
    }
    assert_eq!(twinge.json(&["show"])["data"]["entries"][1]["values"]["text"], note);
}

#[test]
fn a_pipe_that_closes_early_is_a_quiet_success() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    let mut child = twinge
        .command(&["--journal", "s.db", "export"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 10];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut some).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!stderr.contains("cannot"), "{stderr}");
}

#[test]
fn quiet_says_nothing_of_what_went_well() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["--quiet", "log", "4"]);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", ""));
}

#[test]
fn shells_complete_and_the_manual_has_the_exit_codes() {
    let twinge = Twinge::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = twinge.done(&["completions", shell]).stdout;
        assert!(script.contains("sitting"), "{shell}");
    }
    let page = twinge.done(&["man"]).stdout;
    assert!(page.contains("EXIT STATUS") && page.contains("75"));
    assert!(twinge.done(&["man", "log"]).stdout.contains("\\-\\-sitting"));
}

#[test]
fn help_fits_on_eighty_columns() {
    let twinge = Twinge::new();
    for args in [&["--help"][..], &["log", "--help"], &["import", "--help"], &["chart", "-h"]] {
        for line in twinge.done(args).stdout.lines() {
            assert!(line.chars().count() <= 80, "{args:?}: {line}");
        }
    }
}

#[test]
fn the_sample_is_marked_as_such_everywhere() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    for args in [&["--journal", "s.db"][..], &["--journal", "s.db", "alerts"]] {
        assert!(twinge.done(args).stdout.starts_with("SAMPLE JOURNAL"), "{args:?}");
    }
    let svg = twinge.done(&["--journal", "s.db", "chart", "-o", "s.svg"]);
    assert!(svg.stdout.contains("sample data"), "{svg}");
    assert_eq!(twinge.run(&["demo", "s.db"]).code, 2, "an existing file is not replaced");
}

#[test]
fn who_has_no_journal_yet_is_welcomed_and_none_is_made() {
    let twinge = Twinge::new();
    let ran = twinge.done(&[]);
    assert!(ran.stdout.contains("twinge log 4"), "{ran}");
    assert!(!twinge.journal().exists());
    assert_eq!(twinge.run(&["--journal", "typo.db"]).code, 4);
}

/// A hint is copied from the screen: it must not be done to another journal.
#[test]
fn hints_name_the_journal_that_was_named() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["--journal", "my pain.db", "log", "4"]);
    let typed = "`twinge --journal 'my pain.db' ";
    let named = |args: &[&str]| {
        let args = [&["--journal", "my pain.db"], args].concat();
        twinge.run(&args).to_string().replace("\n    ", " ").replace("\n  ", " ")
    };
    let told = named(&["undo"]);
    assert!(told.contains(&format!("{typed}history`")), "{told}");
    let told = named(&["log", "4", "--habit", "tea"]);
    assert!(told.contains(&format!("{typed}habit add tea`")), "{told}");
    // What the person wrote stays as it is.
    let told = named(&["log", "4", "--note", "`twinge undo` helped"]);
    assert!(told.contains("“`twinge undo` helped”"), "{told}");
    let told = named(&["--json", "show"]);
    assert!(told.contains("\"`twinge undo` helped\""), "{told}");
    // The usual journal needs no name.
    let _ = twinge.done(&["log", "4"]);
    assert!(twinge.done(&["undo"]).stdout.contains("`twinge history`"));
}

#[test]
fn json_is_refused_of_what_is_none() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let before = std::fs::read(twinge.journal()).unwrap();
    for args in [
        &["--json", "export"][..],
        &["--json", "export", "-o", "-"],
        &["--json", "report", "-o", "-"],
        &["--json", "completions", "bash"],
        &["--json", "man"],
        &["--json", "log"],
        &["--json", "weekly"],
    ] {
        let ran = twinge.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args:?}: {ran}");
        assert!(ran.stderr.contains("--json does not go with"), "{args:?}: {ran}");
    }
    assert_eq!(std::fs::read(twinge.journal()).unwrap(), before);
    for args in [
        &["export", "-o", "all.csv"][..],
        &["report", "-o", "visit.html"],
        &["weekly", "--peg", "4", "3", "5"],
        &["weekly", "--list"],
    ] {
        assert!(twinge.json(args)["data"].is_object(), "{args:?}");
    }
}
