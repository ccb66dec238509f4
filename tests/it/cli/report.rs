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
