//! Habits and pain, on paper and in a terminal.

use twinge::chart::figure::{Body, Figure};
use twinge::draw::{Letters, Size, svg, terminal};
use twinge::journal::fields::day;
use twinge::journal::{Entry, Kind, Value};
use twinge::language::{ENGLISH, Language};

use crate::chart::insights::{diary, looked};
use crate::draw::pictures::{check_at_all_sizes, check_texts, options};
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
    check_at_all_sizes(figures, 48 * 1024);
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
fn small_pictures_tell_both_sides_apart_by_shape_and_have_one_axis_each() {
    let figures = figures(&ENGLISH);
    let drawn = svg(&figures[0].1, Size::USUAL).unwrap();
    for words in [
        ">Pain with and without it, each week<",
        ">after it<",
        ">not after it<",
        "means as recorded, nothing allowed for · not the effect above",
        "dots: with it; squares: without · small: fewer than 3 days · no mark: no such day",
    ] {
        assert!(drawn.contains(words), "{words}");
    }
    // A diary of a few days has no link to show.
    let short = svg(&figures[2].1, Size::USUAL).unwrap();
    assert!(!short.contains("each week"));
}

#[test]
fn what_is_no_number_is_not_drawn() {
    let mut figure = figures(&ENGLISH).swap_remove(0).1;
    let Body::Effects(effects) = &mut figure.body else { panic!("no effects") };
    for panel in &mut effects.multiples.as_mut().unwrap().panels {
        let means = panel.with.means.iter_mut().chain(&mut panel.without.means);
        for (place, it) in means.enumerate() {
            it.mean = [Some(f64::NAN), Some(f64::INFINITY), None, Some(-1e300)][place % 4];
        }
    }
    check_texts("no numbers", &figure, Size::USUAL, &options());
    let shown = terminal(&figure, 80, Letters::Ascii);
    assert!(!shown.contains("NaN") && !shown.contains("inf"), "{shown}");
}

#[test]
fn a_terminal_shows_the_mean_of_each_week() {
    let figures = figures(&ENGLISH);
    let shown = terminal(&figures[0].1, 80, Letters::Blocks);
    let from = shown.find("Pain with and").unwrap();
    insta::assert_snapshot!(&shown[from..], @"
    Pain with and without it, each week

    Carrying a backpack: goes with more pain
      ● after it: 48 days, mean 7.2
      □ not after it: 71 days, mean 2.2
         Nov       Dec                      Jan                 Feb
      ●  7.1  7.2  7.3  7.3* 7.1  7.1  7.2  7.3  7.3* 7.1  7.1  7.2  7.3  7.3* 7.1
      □  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2  2.2
         Mar
      ●  7.1  7.2
      □  2.2  2.2

    means as recorded, nothing allowed for; not the effect above
    * is fewer than 3 days
    goes with; does not show cause
    ");
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
