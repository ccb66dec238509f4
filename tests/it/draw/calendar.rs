//! The calendar on paper and in a terminal.

use twinge::chart::figure::{Body, Figure};
use twinge::draw::{Letters, Size, pdf, svg, terminal};
use twinge::journal::fields::{day, pain};
use twinge::journal::{Entry, Kind, Value};
use twinge::language::{ENGLISH, LANGUAGES, Language};
use unicode_width::UnicodeWidthStr as _;

use crate::draw::pdf::made;
use crate::draw::pictures::{check_texts, options};
use crate::draw::sample::{chart_of, date, days, entry, span, ticked, warning};

/// Bytes of SVG for each day, at most: a number, a square, and its part of the rest.
const BYTES_PER_DAY: usize = 170;

fn night(n: u64) -> Entry {
    let today = date("2026-03-01") + chrono::Days::new(n);
    let times = i64::try_from(n % 3).unwrap();
    entry(Kind::Day, today, "night", &[(&day::WOKEN, Value::Int(times))])
}

fn half_a_year(language: &'static Language) -> Figure {
    let mut entries = days(date("2026-03-01"), 184, |n| (118..128).contains(&n) || n % 31 == 5);
    entries.extend((0..100).map(night));
    entries.extend([ticked(date("2026-05-10"), true), ticked(date("2026-07-22"), true)]);
    let warnings = [warning("2026-06-09", "Fall on stairs")];
    chart_of("calendar", language, entries, span("2026-03-01", "2026-08-31"), &warnings)
}

pub(crate) fn figures(language: &'static Language) -> Vec<(&'static str, Figure)> {
    let of = |entries, first, last| chart_of("calendar", language, entries, span(first, last), &[]);
    let few = |n: u64| days(date("2026-05-01"), n * 10, |day| day % 10 != 0);
    let ten = |day| entry(Kind::Pain, day, "", &[(&pain::NOW, Value::Int(100))]);
    let always_ten = date("2025-12-29").iter_days().take(365).map(ten).collect();
    let decade = days(date("2016-03-01"), 3650, |n| n % 7 == 3);
    vec![
        ("half a year", half_a_year(language)),
        ("nothing", of(vec![], "2026-03-01", "2026-08-31")),
        ("one entry", of(few(1), "2026-03-01", "2026-08-31")),
        ("three entries", of(few(3), "2026-03-01", "2026-08-31")),
        ("ten entries", of(few(10), "2026-03-01", "2026-08-31")),
        ("one day", of(few(1), "2026-05-01", "2026-05-01")),
        ("four weeks", of(few(3), "2026-05-01", "2026-05-28")),
        ("a year of tens", of(always_ten, "2025-12-29", "2026-12-28")),
        ("ten years", of(decade, "2016-03-01", "2026-02-28")),
        ("300 years", of(vec![], "1726-01-01", "2026-08-31")),
    ]
}

#[test]
fn no_text_is_lost_cut_or_on_top_of_another() {
    let options = options();
    for (name, figure) in LANGUAGES.iter().flat_map(|language| figures(language)) {
        // Thousands of numbers are compared with each other: the long ones at one size.
        let sizes = [(700, 440), (960, 600), (320, 320)];
        let n_sizes = if figure.span.n_days() > 1000 { 1 } else { 3 };
        for (width, height) in sizes.into_iter().take(n_sizes) {
            let size = Size::new(width, height).unwrap();
            let n_bytes = check_texts(name, &figure, size, &options);
            let n_days = usize::try_from(figure.span.n_days()).unwrap();
            assert!(n_bytes < 8000 + n_days * BYTES_PER_DAY, "{name}: {n_bytes} of {n_days}");
        }
    }
}

#[test]
fn a_screen_reader_is_told() {
    let drawn = svg(&half_a_year(&ENGLISH), Size::USUAL).unwrap();
    assert!(drawn.contains("<title>Pain, day by day</title>"));
    assert!(drawn.contains("<desc>Pain, day by day, 1 Mar 2026 – 31 Aug 2026. 168 of 184 days"));
    assert_eq!(pdf(&half_a_year(&ENGLISH), Size::USUAL, made()).unwrap().lack, None);
}

#[test]
fn every_score_is_a_number_in_the_picture() {
    for (name, figure) in figures(&ENGLISH) {
        let Body::Calendar(calendar) = &figure.body else { panic!("no calendar") };
        let drawn = svg(&figure, Size::USUAL).unwrap();
        for score in 0..=10_u8 {
            let n = calendar.days.iter().filter(|day| day.score == Some(score)).count();
            assert_eq!(drawn.matches(&format!(">{score}</text>")).count(), n, "{name}: {score}");
        }
    }
}

#[test]
fn months_and_years_are_named() {
    let drawn = svg(&half_a_year(&ENGLISH), Size::USUAL).unwrap();
    for words in [">2026<", ">Mar<", ">Aug<", ">Mon<", ">Sun<", "168 of 184 days with a pain score"]
    {
        assert!(drawn.contains(words), "{words}");
    }
    let decade = &figures(&ENGLISH)[8].1;
    let drawn = svg(decade, Size::USUAL).unwrap();
    for year in 2016..=2026 {
        assert!(drawn.contains(&format!(">{year}<")), "{year}");
    }
}

#[test]
fn a_terminal_shows_digits_and_no_line_is_wider_than_asked() {
    for (name, figure) in LANGUAGES.iter().flat_map(|language| figures(language)) {
        for width in [1, 40, 80, 120, 1000] {
            for letters in [Letters::Blocks, Letters::Ascii] {
                let drawn = terminal(&figure, width, letters);
                for line in drawn.lines() {
                    assert!(line.width() <= width.max(40), "{name} at {width}: {line:?}");
                    assert!(!line.chars().any(char::is_control), "{name}: {line:?}");
                    assert!(letters == Letters::Blocks || line.is_ascii(), "{name}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn a_terminal_says_what_its_letters_stand_for() {
    let entries = vec![
        entry(Kind::Pain, date("2026-03-02"), "", &[(&pain::NOW, Value::Int(100))]),
        entry(Kind::Pain, date("2026-03-03"), "", &[(&pain::NOW, Value::Int(35))]),
        entry(Kind::Day, date("2026-03-03"), "", &[(&day::WOKEN, Value::Int(1))]),
        ticked(date("2026-03-11"), true),
    ];
    let of = |entries| {
        let figure = chart_of("calendar", &ENGLISH, entries, span("2026-03-01", "2026-03-15"), &[]);
        terminal(&figure, 80, Letters::Ascii)
    };
    insta::assert_snapshot!(of(entries), @"
    Pain, day by day
    1 Mar 2026 - 15 Mar 2026; 2 of 15 days with a pain score

    2026 Mar
    Mon    X .
    Tue    4'.
    Wed    . -!
    Thu    . .
    Fri    . .
    Sat    . .
    Sun  . . .

    number: highest score of the day, rounded; X is 10; ! is warning sign ticked
    ' is woken by pain; - is no score, other entries; . is not recorded
    ");
    insta::assert_snapshot!(of(vec![]), @"
    Pain, day by day
    1 Mar 2026 - 15 Mar 2026; 0 of 15 days with a pain score

      Nothing recorded in this period.
    ");
}
