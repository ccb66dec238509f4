//! The language of what is drawn: as asked, else that of the profile, else English.

use std::fs;

use crate::kit::Twinge;

fn title(twinge: &Twinge, args: &[&str]) -> String {
    let shown = twinge.done(&[&["chart"], args].concat()).stdout;
    shown.lines().next().unwrap().to_string()
}

#[test]
fn the_language_is_as_asked_else_of_the_profile_else_english() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    assert_eq!(title(&twinge, &[]), "Pain");
    assert_eq!(title(&twinge, &["--language", "de"]), "Schmerzen");
    assert_eq!(title(&twinge, &["--language", "Deutsch"]), "Schmerzen");
    let _ = twinge.done(&["profile", "language", "german"]);
    assert_eq!(title(&twinge, &[]), "Schmerzen");
    assert_eq!(title(&twinge, &["--language", "en"]), "Pain");
    let _ = twinge.done(&["profile", "language", "--clear"]);
    assert_eq!(title(&twinge, &[]), "Pain");
}

#[test]
fn a_file_is_the_same_wherever_it_is_drawn() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let draw = |locale: &str, name: &str| {
        let mut command = twinge.command(&["chart", "-o", name]);
        let output = command.env("LANG", locale).env("LC_ALL", locale).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        fs::read(twinge.path(name)).unwrap()
    };
    assert!(draw("C", "one.svg") == draw("de_DE.UTF-8", "other.svg"));
}

#[test]
fn a_pdf_says_its_language() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["chart", "--language", "de", "-o", "pain.pdf"]);
    let bytes = fs::read(twinge.path("pain.pdf")).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("/Lang(de)"));
}

#[test]
fn a_language_that_is_not_there_is_refused() {
    let twinge = Twinge::new();
    let ran = twinge.run(&["chart", "--language", "klingon"]);
    assert_eq!(ran.code, 2);
    let why = "twinge: cannot draw the chart: language: \"klingon\" is not one of en, de\n";
    assert_eq!(ran.stderr, why);
}
