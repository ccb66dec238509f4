//! The terminal: never wider than asked, never a control character.

use twinge::chart::figure::Event;
use twinge::draw::{Letters, sparkline, sparkline_in, terminal};
use twinge::journal::fields::exercise;
use twinge::journal::{Kind, Span, Value};
use twinge::language::{ENGLISH, LANGUAGES};
use unicode_width::UnicodeWidthStr as _;

use crate::draw::sample::{
    chart, chart_of, date, entry, half_a_year, happened, span, strange_in, warning, worst_only,
};

#[test]
fn no_line_is_wider_than_asked() {
    for (name, figure) in LANGUAGES.iter().flat_map(|language| strange_in(language)) {
        for width in [1, 40, 80, 120, 1000] {
            for letters in [Letters::Blocks, Letters::Ascii] {
                let drawn = terminal(&figure, width, letters);
                for line in drawn.lines() {
                    assert!(line.width() <= width.max(40), "{name} at {width}: {line:?}");
                    assert!(!line.chars().any(char::is_control), "{name}: {line:?}");
                    assert!(letters == Letters::Blocks || line.is_ascii(), "{name}: {line:?}");
                }
                assert!(drawn.ends_with('\n') && drawn.lines().count() < 80, "{name}");
            }
        }
    }
}

#[test]
fn the_half_year_says_what_it_shows() {
    let drawn = terminal(&half_a_year(), 80, Letters::Blocks);
    for words in [
        "Pain, day and night\n",
        "1 Mar 2026 – 31 Aug 2026 · 168 of 184 days with a pain score\n",
        "each column is the median of 3 days; · is not recorded",
        "Mar        Apr       May       Jun       Jul       Aug",
        "▲ 10 May 2026 Fall on stairs",
        "\nSleep       ",
        "Sleep position: L left, R right, S side, B back, F front",
    ] {
        assert!(drawn.contains(words), "{words}\n{drawn}");
    }
}

#[test]
fn a_sparkline_tells_zero_from_not_recorded() {
    let values = [Some(0.0), None, Some(5.0), Some(10.0), Some(f64::NAN), Some(99.0), Some(-3.0)];
    assert_eq!(sparkline(&values, 0.0, 10.0), "▁·▅█·█▁");
    assert_eq!(sparkline(&[Some(3.0)], 3.0, 3.0), "▁");
    assert_eq!(sparkline(&[], 0.0, 10.0), "");
    assert_eq!(sparkline_in(&values, 0.0, 10.0, Letters::Blocks), sparkline(&values, 0.0, 10.0));
    assert_eq!(sparkline_in(&values, 0.0, 10.0, Letters::Ascii), "_.=#.#_");
}

#[test]
fn days_with_only_a_worst_have_a_caret_that_is_explained() {
    let figure =
        chart(worst_only(date("2026-03-01"), 2).collect(), span("2026-03-01", "2026-03-12"), &[]);
    let drawn = terminal(&figure, 40, Letters::Ascii);
    assert!(drawn.contains("2 Mar       ^^^^\n"), "{drawn}");
    assert!(drawn.contains("\n^ only the worst is known\n"), "{drawn}");
    assert!(!terminal(&half_a_year(), 80, Letters::Ascii).contains('^'));
}

#[test]
fn a_key_that_is_too_long_is_broken_and_not_cut() {
    let drawn = terminal(&half_a_year(), 40, Letters::Blocks);
    let key = "\nSleep position: L left, R right, S side,\nB back, F front\n";
    assert!(drawn.contains(key), "{drawn}");
}

#[test]
fn a_bar_is_explained_only_where_one_is_drawn() {
    let day = date("2026-03-04");
    let figure = |warnings: &[Event]| {
        let mut entries = vec![happened(day, "New chair")];
        entries.extend(worst_only(day, 1));
        chart(entries, span("2026-03-01", "2026-03-12"), warnings)
    };
    let alone = terminal(&figure(&[]), 40, Letters::Blocks);
    assert!(alone.contains("\n│ 4 Mar 2026  New chair\n"), "{alone}");
    let both = terminal(&figure(&[warning("2026-03-04", "Fever")]), 40, Letters::Blocks);
    assert!(both.contains("\n▲ 4 Mar 2026  Fever\n  4 Mar 2026  New chair\n"), "{both}");
    assert!(!both.contains('│'), "{both}");
}

#[test]
fn what_there_is_without_scores_is_drawn() {
    let walk =
        [(&exercise::EXERCISE, Value::text("walk")), (&exercise::MINUTES, Value::Real(20.0))];
    let entries = vec![
        entry(Kind::Exercise, date("2026-03-02"), "", &walk),
        happened(date("2026-03-04"), "New chair"),
    ];
    let drawn =
        terminal(&chart(entries, span("2026-03-01", "2026-03-12"), &[]), 80, Letters::Blocks);
    assert!(drawn.contains("\n  No pain scores in this period.\n"), "{drawn}");
    assert!(!drawn.contains('✓'), "{drawn}");
    assert!(drawn.contains("\nExercise ") && drawn.contains("│ 4 Mar 2026  New chair"), "{drawn}");
    let nothing =
        terminal(&chart(vec![], span("2026-03-01", "2026-03-12"), &[]), 80, Letters::Blocks);
    assert!(nothing.ends_with("\n\n  Nothing recorded in this period.\n"), "{nothing}");
}

/// A mark or a bar of several days is not one of each of them.
#[test]
fn a_column_of_several_days_says_what_it_stands_for() {
    let of = |name: &str, day: chrono::NaiveDate| {
        let minutes = (&exercise::MINUTES, Value::Real(20.0));
        let mut values = vec![(&exercise::EXERCISE, Value::text(name))];
        values.extend(Some(minutes).filter(|_| name == "walk"));
        entry(Kind::Exercise, day, name, &values)
    };
    let entries = |days: Span| -> Vec<_> {
        days.days().step_by(3).flat_map(|day| [of("walk", day), of("yoga", day)]).collect()
    };
    let drawn = |last| {
        let days = span("2026-03-01", last);
        let figure = chart_of("exercise", &ENGLISH, entries(days), days, &[]);
        terminal(&figure, 80, Letters::Blocks).replace("\n  ", " ").replace('\n', " ")
    };
    let half_a_year = drawn("2026-08-31");
    for words in [
        "✓ is done on at least one of 3 days",
        "of 3 days, a bar is the median of those with an amount",
    ] {
        assert!(half_a_year.contains(words), "{words}\n{half_a_year}");
    }
    let a_month = drawn("2026-03-31");
    assert!(a_month.contains("✓ is done") && !a_month.contains("at least one"), "{a_month}");
    assert!(!a_month.contains("a bar is"), "{a_month}");
}
