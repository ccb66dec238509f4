//! `twinge report`: each kind of file, and who may read it.

use std::fs;

use insta::assert_snapshot;

use crate::kit::Twinge;

fn sample() -> Twinge {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", ".local/share/twinge/journal.db"]);
    twinge
}

#[test]
fn the_sample_fits_one_page_in_each_language_on_each_paper() {
    let twinge = sample();
    for language in ["en", "de"] {
        for more in [&[][..], &["--letter"], &["--from", "2025-03-16"]] {
            let args =
                [&["report", "--language", language, "--force", "-o", "a.pdf"], more].concat();
            let answer = twinge.json(&args);
            assert_eq!(answer["data"]["pages"], 1, "{args:?}");
        }
    }
}

#[test]
fn the_ending_or_a_word_says_what_the_file_is() {
    let twinge = sample();
    for (name, start) in [
        ("a.pdf", &b"%PDF-1.7"[..]),
        ("A.PDF", b"%PDF-1.7"),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.htm", b"<!DOC"),
    ] {
        let ran = twinge.done(&["report", "-o", name]);
        assert!(ran.stdout.starts_with(&format!("wrote {name}: ")), "{ran}");
        assert!(fs::read(twinge.path(name)).unwrap().starts_with(start), "{name}");
    }
    let _ = twinge.done(&["report", "--html", "-o", "page"]);
    assert!(fs::read(twinge.path("page")).unwrap().starts_with(b"<!DOCTYPE html>"));
    let ran = twinge.done(&["report", "--html", "-o", "-"]);
    assert!(ran.stdout.starts_with("<!DOCTYPE html>") && ran.stdout.ends_with("</html>\n"));
    assert_snapshot!(twinge.run(&["report", "-o", "a.doc"]), @"
    --- stderr
    twinge: cannot write the report: a.doc is no kind of page
      hint: the file's name ends with .pdf or .html, or say --html
    --- exit 2
    ");
}

#[test]
fn a_file_that_is_there_stays_unless_it_is_forced() {
    let twinge = sample();
    let path = twinge.write("a.pdf", "mine");
    assert_eq!(twinge.run(&["report", "-o", "a.pdf"]).code, 2);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let _ = twinge.done(&["report", "--force", "-o", "a.pdf"]);
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-1.7"));
}

#[cfg(unix)]
#[test]
fn only_the_person_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let twinge = sample();
    for name in ["a.pdf", "a.html"] {
        let _ = twinge.done(&["report", "-o", name]);
        let mode = fs::metadata(twinge.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_preview_shows_the_words_of_the_page_and_writes_nothing() {
    let twinge = sample();
    let before = crate::kit::files_in(&twinge.path("."));
    let shown = twinge.done(&["report", "--preview"]);
    assert!(shown.stdout.starts_with("UPPER BACK PAIN\n"), "{shown}");
    assert!(shown.stdout.contains("Warning signs\n") && shown.stdout.contains("Not asked: "));
    assert!(shown.stdout.lines().all(|line| line.chars().count() <= 80), "{shown}");
    assert_eq!(twinge.done(&["report"]).stdout, shown.stdout);
    assert!(crate::kit::files_in(&twinge.path(".")) == before);
    assert_eq!(twinge.run(&["report", "--preview", "-o", "a.pdf"]).code, 2);
}

#[test]
fn entries_of_their_own_day_are_counted_by_when_they_were_written() {
    let twinge = Twinge::new();
    for day in ["-1d", "-2d"] {
        let _ = twinge.done(&["log", "4", "--average", "4", "--on", day]);
    }
    let _ = twinge.done(&["log", "5"]);
    let answer = twinge.json(&["report"]);
    let data = &answer["data"];
    assert_eq!(answer["twinge"]["schema"], "report/2");
    assert_eq!((&data["recorded_days"], &data["days"]), (&3.into(), &28.into()));
    // Each of the two earlier days has a moment and an average, which are entries of their own.
    assert_eq!((&data["own_day"]["n"], &data["own_day"]["of"]), (&1.into(), &5.into()));
    assert_eq!(data["mean_night"], serde_json::Value::Null);
    assert_eq!(data["worst"], 5.0);
}

#[test]
fn of_the_sample_it_is_known_what_its_story_says_and_nothing_that_is_added() {
    let twinge = sample();
    let own_day = || twinge.json(&["report"])["data"]["own_day"].clone();
    let before = own_day();
    let (n, of) = (before["n"].as_u64().unwrap(), before["of"].as_u64().unwrap());
    assert!(of > 200 && n * 10 > of * 8 && n < of, "{n} of {of}");
    // All of it was written into the file by one act, so when anything else was says nothing.
    let _ = twinge.done(&["log", "5", "--site", "neck"]);
    assert_eq!(own_day(), before);
}

#[test]
fn days_are_those_that_were_asked_for() {
    let twinge = sample();
    let answer = twinge.json(&["report", "--from", "2025-10-01", "--to", "2025-11-30"]);
    let data = &answer["data"];
    assert_eq!((&data["from"], &data["to"]), (&"2025-10-01".into(), &"2025-11-30".into()));
    assert_eq!(data["days"], 61);
    assert_snapshot!(twinge.run(&["report", "--from", "2026-02-01", "--to", "2026-01-01"]), @"
    --- stderr
    twinge: cannot write the report: the first day is after the last
      hint: `--from 2026-01-01 --to 2026-03-01`
    --- exit 2
    ");
    assert_snapshot!(twinge.run(&["report", "--redact", "sleep"]), @"
    --- stderr
    error: invalid value 'sleep' for '--redact <WHAT>'
      [possible values: name, notes, medicines, habits]

    For more information, try '--help'.
    --- exit 2
    ");
}

#[test]
fn the_first_pain_of_all_is_found_however_long_ago_it_was() {
    let twinge = Twinge::new();
    for (score, day) in [("0", "2018-05-01"), ("0", "2019-06-01"), ("3", "2021-02-03")] {
        let _ = twinge.done(&["log", score, "--on", day]);
    }
    let said = twinge.done(&["report"]).stdout;
    assert!(said.contains("first day of pain in this diary 3 Feb 2021"), "{said}");
    let earlier = twinge.done(&["report", "--to", "2020-01-01"]).stdout;
    assert!(!earlier.contains("first day of pain"), "{earlier}");
}

#[test]
fn what_may_be_on_it_unawares_is_told() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--note", "rang Anna"]);
    assert_snapshot!(twinge.run(&["report", "--redact", "name", "-o", "a.pdf"]), @r#"
    wrote a.pdf: 1 page, 16 Feb 2026 – 15 Mar 2026, 1 of 28 days with a pain score
    --- stderr
    `twinge profile visit_goal "…"` says at the top what you want of the visit
    your notes are on it as you wrote them: `--preview` shows them, and
      `--redact notes` leaves them out
    --- exit 0
    "#);
}

#[test]
fn what_is_not_left_out_is_said() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["profile", "visit_goal", "to sleep again"]);
    for what in ["notes", "name", "medicines"] {
        let ran = twinge.done(&["report", "--redact", what, "--force", "-o", "a.html"]);
        assert!(ran.stderr.contains("what you want of the visit is on it"), "{what}: {ran}");
    }
    let page = fs::read_to_string(twinge.path("a.html")).unwrap();
    assert!(page.contains("to sleep again"));
    let ran = twinge.done(&["report", "--force", "-o", "a.html"]);
    assert!(!ran.stderr.contains("visit is on it"), "{ran}");
    let _ = twinge.done(&["profile", "visit_goal", "--clear"]);
    let ran = twinge.done(&["report", "--redact", "notes", "--force", "-o", "a.html"]);
    assert!(!ran.stderr.contains("visit is on it"), "{ran}");
}
