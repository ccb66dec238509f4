//! `twinge chart`: each kind of file, and who may read it.

use std::fs;

use insta::assert_snapshot;

use crate::kit::Twinge;

fn sample() -> Twinge {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", ".local/share/twinge/journal.db"]);
    twinge
}

#[test]
fn the_ending_says_what_the_file_is() {
    let twinge = sample();
    for (name, start) in [
        ("a.svg", &b"<svg "[..]),
        ("a.png", b"\x89PNG\r\n"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.html", b"<!DOCTYPE html><html lang=\"en\">"),
        ("A.PDF", b"%PDF-1.7"),
        ("a.htm", b"<!DOCTYPE html>"),
    ] {
        let ran = twinge.done(&["chart", "-o", name]);
        assert!(ran.stdout.starts_with(&format!("drew {name}: ")), "{ran}");
        assert!(fs::read(twinge.path(name)).unwrap().starts_with(start), "{name}");
    }
    assert_snapshot!(twinge.run(&["chart", "-o", "a.jpg"]), @"
    --- stderr
    twinge: cannot draw the chart: a.jpg is not a kind of picture
      hint: the file's name ends with .svg, .png, .pdf or .html
    --- exit 2
    ");
}

#[test]
fn a_file_says_when_it_was_made_and_nothing_else_differs() {
    let mut twinge = sample();
    let draw = |twinge: &Twinge, name: &str| {
        let _ = twinge.done(&["chart", "--force", "-o", name]);
        fs::read(twinge.path(name)).unwrap()
    };
    let (pdf, html) = (draw(&twinge, "a.pdf"), draw(&twinge, "a.html"));
    assert!(draw(&twinge, "b.pdf") == pdf && draw(&twinge, "b.html") == html);
    // The same moment in another time zone is the same moment.
    twinge.at("2026-03-15T09:30:00Z");
    assert!(draw(&twinge, "a.pdf") == pdf);
    twinge.at("2026-03-15T09:31:00Z");
    assert!(draw(&twinge, "a.pdf") != pdf && draw(&twinge, "a.html") == html);
}

#[test]
fn habits_are_of_their_own_days_and_looking_at_them_writes_nothing() {
    let twinge = sample();
    let before = twinge.done(&["history"]).stdout;
    let shown = twinge.done(&["chart", "insights"]).stdout;
    assert!(shown.contains("Habits and pain\n"), "{shown}");
    assert_eq!(twinge.done(&["history"]).stdout, before);
    for args in [&["--span", "3m"][..], &["--all"], &["--site", "neck"]] {
        let ran = twinge.run(&[&["chart", "insights"], args].concat());
        let why = "insights is always of the last 365 days";
        assert!(ran.stderr.contains(why) && ran.stdout.is_empty(), "{}", ran.stderr);
    }
}

#[test]
fn a_page_speaks_the_language_of_the_chart() {
    let twinge = sample();
    let _ = twinge.done(&["chart", "--language", "de", "-o", "a.html"]);
    let page = fs::read_to_string(twinge.path("a.html")).unwrap();
    assert!(page.contains("<html lang=\"de\">") && page.contains("Beispiel"), "{page:.300}");
}

#[cfg(unix)]
#[test]
fn only_the_person_may_read_what_was_drawn() {
    use std::os::unix::fs::PermissionsExt as _;
    let twinge = sample();
    for name in ["a.svg", "a.png", "a.pdf", "a.html"] {
        let _ = twinge.done(&["chart", "-o", name]);
        let mode = fs::metadata(twinge.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn what_cannot_be_read_aloud_is_told() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--average", "3"]);
    let _ = twinge.done(&["event", "other", "x\u{303}y"]);
    let ran = twinge.done(&["chart", "-o", "a.pdf"]);
    assert!(fs::read(twinge.path("a.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    assert_snapshot!(ran, @"
    drew a.pdf: Pain, 16 Feb 2026 – 15 Mar 2026 · 1 of 28 days with a pain score
    --- stderr
    tagged for screen readers, but not as PDF/UA-1 asks: a letter with a mark is
      drawn in two parts
    --- exit 0
    ");
}
