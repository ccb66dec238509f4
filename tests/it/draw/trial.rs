//! Experiments on oneself, on paper and in a terminal.

use twinge::chart::figure::Figure;
use twinge::draw::{Letters, terminal};
use twinge::experiment::{Plan, entry_of};
use twinge::journal::fields::experiment as field;
use twinge::journal::{Entry, FieldRef, Value};
use twinge::language::{ENGLISH, Language};

use crate::draw::pictures::check_at_all_sizes;
use crate::draw::sample::{chart_of, date, span};
use crate::experiment::{experiment, lived, plan};

pub(crate) fn figures(language: &'static Language) -> Vec<(&'static str, Figure)> {
    let of = |plan: &Plan, stopped: Option<&str>, last: &str| {
        let mut entry = entry_of(plan, 5, date("2026-01-02"));
        let stop = stopped.map(|day| (FieldRef::Known(&field::STOPPED), Value::text(day)));
        if let Some((field, day)) = stop {
            entry.values.set(field, day);
        }
        let entries: Vec<Entry> = [vec![entry], lived(&experiment(plan))].concat();
        chart_of("experiment", language, entries, span("2026-01-01", last), &[])
    };
    let called = |a: &str, b: &str| Plan { a: a.into(), b: b.into(), ..plan() };
    // Words of the person's own that are none of any language.
    let (a, b) = ("zzz", "zz");
    let long = "z".repeat(60);
    vec![
        ("over", of(&called(a, b), None, "2026-02-01")),
        ("under way", of(&called(a, b), None, "2026-01-10")),
        ("stopped", of(&called(a, b), Some("2026-01-18"), "2026-02-01")),
        ("stopped soon", of(&called(a, b), Some("2026-01-07"), "2026-02-01")),
        ("stopped at once", of(&called(a, b), Some("2026-01-05"), "2026-02-01")),
        ("long names", of(&called(&long, &"z ".repeat(30)), None, "2026-02-01")),
        ("markup", of(&called("<z> & \"z\"", "\u{202e}zz"), None, "2026-02-01")),
    ]
}

#[test]
fn no_text_is_lost_cut_or_on_top_of_another() {
    check_at_all_sizes(figures, 32 * 1024);
}

#[test]
fn a_terminal_says_the_difference_and_no_more_before_the_end() {
    let drawn = |name: &str| {
        let figures = figures(&ENGLISH);
        let (_, figure) = figures.iter().find(|(it, _)| *it == name).unwrap();
        terminal(figure, 80, Letters::Ascii)
    };
    let over = drawn("over");
    assert!(over.contains("against zz\n"), "{over}");
    assert!(over.ends_with("days drawn by chance, and compared as drawn\n"), "{over}");
    let under_way = drawn("under way");
    assert!(under_way.contains("can be seen from 22 Jan 2026."), "{under_way}");
    for secret in ["zz", "mean", "against", "pairs"] {
        assert!(!under_way.contains(secret), "{under_way}");
    }
}
