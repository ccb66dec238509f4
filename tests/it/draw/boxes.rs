//! Scores in groups, on paper and in a terminal.

use chrono::Days;
use twinge::chart::figure::{Body, Figure, Quartiles};
use twinge::draw::{Letters, Size, pdf, svg, terminal};
use twinge::journal::fields::pain;
use twinge::journal::{Entry, Kind, Value};
use twinge::language::{ENGLISH, LANGUAGES, Language};
use unicode_width::UnicodeWidthStr as _;

use crate::draw::pdf::made;
use crate::draw::pictures::{check_at_all_sizes, check_texts, options};
use crate::draw::sample::{chart_of, date, days, entry, span};

fn timed(n: u64) -> Entry {
    let time = Value::text(&format!("{:02}:30", (n * 5) % 24));
    let score = Value::Int(i64::try_from((n * 37) % 101).unwrap());
    let today = date("2026-03-01") + Days::new(n / 2);
    entry(Kind::Pain, today, &n.to_string(), &[(&pain::NOW, score), (&pain::TIME, time)])
}

pub(crate) fn figures(language: &'static Language) -> Vec<(&'static str, Figure)> {
    let of = |entries, first, last| chart_of("week", language, entries, span(first, last), &[]);
    let few = |n: u64| (0..n).map(|n| timed(n * 9)).collect::<Vec<Entry>>();
    let mut half = days(date("2026-03-01"), 184, |n| n % 9 == 4);
    half.extend((0..80).map(timed));
    let decade = days(date("2016-03-01"), 3650, |n| n % 7 == 3);
    vec![
        ("half a year", of(half, "2026-03-01", "2026-08-31")),
        ("nothing", of(vec![], "2026-03-01", "2026-08-31")),
        ("one entry", of(few(1), "2026-03-01", "2026-08-31")),
        ("three entries", of(few(3), "2026-03-01", "2026-08-31")),
        ("ten entries", of(few(10), "2026-03-01", "2026-08-31")),
        ("no times", of(decade, "2016-03-01", "2026-02-28")),
    ]
}

#[test]
fn no_text_is_lost_cut_or_on_top_of_another() {
    check_at_all_sizes(figures, 16 * 1024);
}

#[test]
fn numbers_and_names_are_there_to_be_found() {
    let figure = &figures(&ENGLISH)[0].1;
    let drawn = svg(figure, Size::USUAL).unwrap();
    for words in [">By weekday<", ">Mon<", ">Sun<", ">18–24<", ">evening<", ">median<", ">n<"] {
        assert!(drawn.contains(words), "{words}");
    }
    assert!(!drawn.contains(">few<"));
    // Of ten readings each group has a few or none.
    let few = &figures(&ENGLISH)[4].1;
    let Body::Boxes(panels) = &few.body else { panic!("no boxes") };
    let n_some = panels.iter().flat_map(|panel| &panel.boxes).filter(|it| it.n > 0).count();
    assert_eq!(svg(few, Size::USUAL).unwrap().matches(">few<").count(), n_some);
    assert_eq!(pdf(figure, Size::USUAL, made()).unwrap().lack, None);
}

#[test]
fn rows_of_panels_beside_each_other_are_level() {
    let figure = &figures(&ENGLISH)[0].1;
    let heights = |words: &str, size| -> Vec<String> {
        let drawn = svg(figure, size).unwrap();
        let found = drawn.split("<text").filter(|text| text.contains(&format!(">{words}<")));
        let y = |text: &str| {
            text.split(" y=\"").nth(1).and_then(|it| it.split('"').next()).unwrap().to_owned()
        };
        found.map(y).collect()
    };
    for words in ["median", "n"] {
        let beside = heights(words, Size::USUAL);
        assert!(beside.len() == 2 && beside[0] == beside[1], "{words}: {beside:?}");
        let below = heights(words, Size::new(320, 320).unwrap());
        assert!(below.len() == 2 && below[0] != below[1], "{words}: {below:?}");
    }
}

#[test]
fn what_is_no_number_is_not_drawn() {
    let mut figure = figures(&ENGLISH)[0].1.clone();
    let Body::Boxes(panels) = &mut figure.body else { panic!("no boxes") };
    for it in panels.iter_mut().flat_map(|panel| &mut panel.boxes) {
        it.spread = Some(Quartiles { low: f64::NAN, median: 3.0, high: f64::INFINITY });
    }
    check_texts("no numbers", &figure, Size::USUAL, &options());
    assert!(!terminal(&figure, 80, Letters::Blocks).contains("━━"));
}

#[test]
fn a_terminal_has_a_line_for_each_group() {
    for (name, figure) in LANGUAGES.iter().flat_map(|language| figures(language)) {
        for width in [1, 40, 80, 1000] {
            for letters in [Letters::Blocks, Letters::Ascii] {
                let drawn = terminal(&figure, width, letters);
                for line in drawn.lines() {
                    assert!(line.width() <= width.max(40), "{name} at {width}: {line:?}");
                    assert!(letters == Letters::Blocks || line.is_ascii(), "{name}: {line:?}");
                    assert!(letters == Letters::Blocks || !line.contains('?'), "{name}: {line:?}");
                }
            }
        }
    }
    insta::assert_snapshot!(terminal(&figures(&ENGLISH)[0].1, 80, Letters::Ascii), @"
    Pain by weekday and time of day
    1 Mar 2026 - 31 Aug 2026; 168 of 184 days with a pain score
    80 readings with a time

    By weekday
         0                  10 median      n
    Mon |      ====O=====     |    4.9     25
    Tue |    ==O======        |      3     24
    Wed |     ====O====       |    4.7     24
    Thu |    ===O======       |    3.7     24
    Fri |   ======O=====      |    4.4     23
    Sat |       ===O=======   |    5.1     24
    Sun |     ==O====         |    3.5     24

    By time of day
           0                  10 median      n
    0-6   |     ===O=====       |    4.2     21  night
    6-12  |      =====O====     |    5.7     21  morning
    12-18 |      =====O=====    |    5.6     19  afternoon
    18-24 |    =====O======     |    4.3     19  evening

    O is median; = is the middle half
    ");
}
