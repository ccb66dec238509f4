//! The calendar: what each square says, and what stands around them.

use twinge::chart::figure::{Body, Calendar, DaySquare, Figure};
use twinge::journal::fields::{day, pain};
use twinge::journal::{Entry, Field, Kind, Span, Value};
use twinge::language::{ENGLISH, GERMAN};

use crate::draw::sample::{chart_of, date, days, entry, happened, span, ticked, warning};

fn scored(day: &str, fields: &[(&'static Field, i64)]) -> Entry {
    let tenths = fields.iter().map(|(field, tenths)| (*field, Value::Int(*tenths)));
    entry(Kind::Pain, date(day), &format!("{fields:?}"), &tenths.collect::<Vec<_>>())
}

fn woken(day: &str, times: i64) -> Entry {
    entry(Kind::Day, date(day), "", &[(&day::WOKEN, Value::Int(times))])
}

fn of(entries: Vec<Entry>, span: Span) -> Figure {
    chart_of("calendar", &ENGLISH, entries, span, &[])
}

fn march(entries: Vec<Entry>) -> Figure {
    of(entries, span("2026-03-01", "2026-03-15"))
}

fn calendar(figure: &Figure) -> &Calendar {
    let Body::Calendar(calendar) = &figure.body else { panic!("no calendar") };
    calendar
}

fn square(figure: &Figure, day: &str) -> Option<DaySquare> {
    calendar(figure).days.iter().find(|square| square.date == date(day)).copied()
}

#[test]
fn a_square_has_the_highest_score_of_its_day_in_whole_points() {
    for (fields, score) in [
        (&[(&pain::NOW, 0)][..], 0),
        (&[(&pain::AVERAGE, 30), (&pain::WORST, 70), (&pain::NIGHT, 50)], 7),
        (&[(&pain::NOW, 20), (&pain::MORNING, 40)], 4),
        (&[(&pain::NOW, 44)], 4),
        (&[(&pain::NOW, 45)], 5),
        (&[(&pain::NOW, 95)], 10),
        (&[(&pain::NOW, 100)], 10),
    ] {
        let figure = march(vec![scored("2026-03-04", fields)]);
        assert_eq!(square(&figure, "2026-03-04").unwrap().score, Some(score), "{fields:?}");
    }
}

#[test]
fn of_several_readings_and_places_the_highest_is_shown() {
    let at = |site: &str, tenths| {
        let values = [(&pain::NOW, Value::Int(tenths)), (&pain::SITE, Value::text(site))];
        entry(Kind::Pain, date("2026-03-04"), site, &values)
    };
    let figure = march(vec![at("neck", 20), at("knee", 60)]);
    assert_eq!(square(&figure, "2026-03-04").unwrap().score, Some(6));
    assert_eq!(figure.subtitle[2], "of several places the highest");
}

#[test]
fn no_entry_no_score_and_zero_are_three_things() {
    let figure = march(vec![scored("2026-03-04", &[(&pain::NOW, 0)]), woken("2026-03-05", 0)]);
    assert_eq!(square(&figure, "2026-03-03"), None);
    assert_eq!(square(&figure, "2026-03-04").unwrap().score, Some(0));
    assert_eq!(square(&figure, "2026-03-05").unwrap().score, None);
    assert_eq!((figure.coverage.recorded_days, figure.coverage.total_days), (1, 15));
    assert_eq!(
        figure.reading,
        [
            "number: highest score of the day, rounded; darker: more pain, 0 none – 10 worst",
            "empty: no score, other entries",
            "slash: no entry"
        ]
    );
}

#[test]
fn marks_are_of_their_own_day() {
    let entries = vec![
        woken("2026-03-04", 2),
        woken("2026-03-05", 0),
        ticked(date("2026-03-06"), true),
        ticked(date("2026-03-07"), true),
        ticked(date("2026-03-08"), false),
        happened(date("2026-03-09"), "New chair"),
    ];
    let span = span("2026-03-01", "2026-03-15");
    let warnings = [warning("2026-03-10", "Fall"), warning("2026-02-10", "Fall")];
    let figure = chart_of("calendar", &ENGLISH, entries, span, &warnings);
    let marked = |is: fn(&DaySquare) -> bool| {
        let days = calendar(&figure).days.iter().filter(|day| is(day));
        days.map(|day| day.date.format("%d").to_string()).collect::<Vec<_>>()
    };
    assert_eq!(marked(|day| day.is_woken), ["04"]);
    // Each day of a run of the same sign, and not one on which it was denied.
    assert_eq!(marked(|day| day.is_warned), ["06", "07", "10"]);
    assert_eq!(marked(|_| true), ["04", "05", "06", "07", "08", "09", "10"]);
    assert!(calendar(&figure).days.iter().all(|day| day.score.is_none()));
    assert_eq!(calendar(&figure).nothing.as_deref(), Some("No pain scores in this period"));
}

#[test]
fn what_cannot_be_seen_is_said() {
    let figure = march(vec![
        scored("2026-03-02", &[(&pain::NOW, 70)]),
        scored("2026-03-03", &[(&pain::NOW, 70)]),
        scored("2026-03-04", &[(&pain::NOW, 20)]),
        woken("2026-03-03", 1),
        woken("2026-03-04", 0),
        ticked(date("2026-03-04"), true),
    ]);
    assert_eq!(
        figure.alt,
        "Pain, day by day, 1 Mar 2026 – 15 Mar 2026. 3 of 15 days with a pain score. \
         Highest score: 2 on 1 day, 7 on 2 days. Woken by pain in 1 of 2 answered nights. \
         Longest stretch without entries: 11 days from 5 Mar 2026. \
         Warnings: 4 Mar 2026 Pins and needles in an arm or leg."
    );
}

#[test]
fn nothing_is_said_of_what_does_not_occur() {
    let figure = march(vec![]);
    assert_eq!(figure.reading, ["slash: no entry"]);
    assert_eq!(figure.title, "Pain, day by day");
    assert_eq!(calendar(&figure).nothing.as_deref(), Some("Nothing recorded in this period"));
    assert_eq!(
        figure.alt,
        "Pain, day by day, 1 Mar 2026 – 15 Mar 2026. Nothing recorded in this period."
    );
}

#[test]
fn days_to_come_are_not_missing_and_old_years_are_said_to_be_left_out() {
    let first = date("1990-03-01");
    let figure = of(days(first, 30, |_| false), span("1990-03-01", "2026-03-15"));
    assert_eq!((figure.span.first(), figure.span.last()), (date("2007-01-01"), date("2026-03-15")));
    assert_eq!(figure.subtitle.last().unwrap(), "only the newest 20 years");
    assert!(calendar(&figure).days.is_empty());
    let figure = chart_of("calendar", &GERMAN, vec![], span("2007-01-01", "2026-03-15"), &[]);
    assert!(!figure.subtitle.iter().any(|part| part.contains("20 Jahre")));
}
