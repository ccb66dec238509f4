//! Habits and pain, on paper and in a terminal.

use twinge::chart::figure::Figure;
use twinge::draw::{Letters, Size, svg, terminal};
use twinge::journal::fields::day;
use twinge::journal::{Entry, Kind, Value};
use twinge::language::{ENGLISH, LANGUAGES, Language};

use crate::chart::insights::{diary, looked};
use crate::draw::pictures::{check_texts, options};
use crate::draw::sample::{chart_of, date, entry, span};

pub(crate) fn figures(language: &'static Language) -> Vec<(&'static str, Figure)> {
    let of = |entries: Vec<Entry>| {
        chart_of("insights", language, entries, span("2025-03-16", "2026-03-15"), &[])
    };
    // Many habits of a year, each of which says something else on each day.
    let mut many = looked(120);
    for (n, on) in (0_i64..).zip(date("2025-11-20").iter_days().take(110)) {
        let values = [
            (&day::STRESS, Value::Int(n * 3 % 11 * 10)),
            (&day::LIFTING, Value::from(n % 3 == 0)),
            (&day::GLASSES, Value::from(n % 4 == 0)),
            (&day::ATE_WELL, Value::from(n * n % 5 < 2)),
            (&day::REPETITIVE, Value::from(n % 7 < 3)),
            (&day::BREAKS, Value::Int(n * 2 % 9)),
            (&day::SCREEN_HOURS, Value::Int(n * 3 % 8)),
            (
                &day::SLEEP_POSITION,
                Value::text(["left", "back", "front"][usize::try_from(n % 3).unwrap()]),
            ),
        ];
        many.push(entry(Kind::Day, on, "more", &values));
    }
    vec![
        ("claimed", of(looked(120))),
        ("due", of(diary(120))),
        ("short", of(diary(20))),
        ("empty", of(vec![])),
        ("many", of(many)),
    ]
}

#[test]
fn no_text_is_lost_cut_or_on_top_of_another() {
    let options = options();
    for (name, figure) in LANGUAGES.iter().flat_map(|language| figures(language)) {
        for (width, height) in [(960, 600), (700, 440), (320, 320), (1600, 700)] {
            let size = Size::new(width, height).unwrap();
            assert!(check_texts(name, &figure, size, &options) < 48 * 1024, "{name}");
        }
    }
}

#[test]
fn both_sides_are_named_and_verdicts_are_words() {
    let figures = figures(&ENGLISH);
    let drawn = svg(&figures[0].1, Size::USUAL).unwrap();
    for words in ["← lower pain", "higher pain →", ">goes with more pain<", ">no clear link<"] {
        assert!(drawn.contains(words), "{words}");
    }
    assert!(drawn.contains("does not show cause") && drawn.contains(">not enough entries yet<"));
}

#[test]
fn a_terminal_tells_them_apart_without_colours() {
    let figures = figures(&ENGLISH);
    let of = |letters, width| terminal(&figures[0].1, width, letters);
    let (blocks, ascii) = (of(Letters::Blocks, 100), of(Letters::Ascii, 40));
    assert!(blocks.contains("Carrying a backpack: goes with more pain\n"), "{blocks}");
    assert!(blocks.contains('◆') && blocks.contains('○'), "{blocks}");
    assert!(blocks.ends_with("goes with; does not show cause\n"), "{blocks}");
    assert!(ascii.is_ascii() && ascii.contains('#') && !ascii.contains('?'), "{ascii}");
    assert!(ascii.lines().all(|line| line.chars().count() <= 40), "{ascii}");
}
