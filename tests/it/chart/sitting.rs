//! The chart of sitting: which days are in which group, and which night belongs to a day.

use chrono::Days;
use twinge::chart::figure::{Body, Figure, Groups, Tone};
use twinge::chart::{Read, Request, find};
use twinge::journal::fields::{day, pain};
use twinge::journal::{Entry, Field, Journal, Kind, Value};
use twinge::language::ENGLISH;

use crate::draw::sample::{date, entry, span};

fn figure(entries: Vec<Entry>) -> Figure {
    let span = span("2026-01-05", "2026-03-15");
    let request = Request {
        span,
        today: span.last(),
        site: None,
        warnings: &[],
        language: &ENGLISH,
        read: Read::AtOnce,
    };
    (find("sitting").unwrap().figure)(&Journal::new(entries), &request)
}

fn groups(figure: &Figure) -> &Groups {
    let Body::Groups(groups) = &figure.body else { panic!("no groups") };
    groups
}

fn sat(day: &str, hours: f64) -> Entry {
    entry(Kind::Day, date(day), "", &[(&day::SITTING_HOURS, Value::Real(hours))])
}

fn scored(day: &str, field: &'static Field, points: i64) -> Entry {
    entry(Kind::Pain, date(day), field.id, &[(field, Value::Int(points * 10))])
}

#[test]
fn hours_have_bounds() {
    let hours = [0.0, 3.9, 4.0, 5.9, 6.0, 8.0, 8.25, 24.0];
    let mut entries = vec![];
    for (n, hours) in (0..).zip(hours) {
        let day = (date("2026-01-05") + Days::new(n)).to_string();
        entries.extend([sat(&day, hours), scored(&day, &pain::AVERAGE, i64::try_from(n).unwrap())]);
    }
    let figure = figure(entries);
    let rows: Vec<(&str, &[f64])> =
        groups(&figure).groups.iter().map(|it| (it.name.as_str(), it.values.as_slice())).collect();
    assert_eq!(
        rows,
        [
            ("under 4 h", [0.0, 1.0].as_slice()),
            ("4 to 6 h", &[2.0, 3.0]),
            ("6 to 8 h", &[4.0, 5.0]),
            ("over 8 h", &[6.0, 7.0])
        ]
    );
    assert_eq!(figure.subtitle[1], "8 of 70 days with hours of sitting and a score");
}

#[test]
fn the_night_after_is_the_one_that_ended_on_the_next_day() {
    let entries = vec![
        sat("2026-02-01", 9.0),
        scored("2026-02-01", &pain::NIGHT, 1),
        scored("2026-02-02", &pain::NIGHT, 7),
    ];
    let figure = figure(entries);
    let [night] = groups(&figure).groups.as_slice() else { panic!("not one group") };
    assert_eq!((night.tone, night.values.as_slice()), (Tone::Night, [7.0].as_slice()));
    assert_eq!((night.name.as_str(), night.count.as_str()), ("over 8 h", "1 night after, few"));
    assert_eq!(figure.coverage.recorded_days, 1);
}

#[test]
fn nights_are_held_against_nights_and_days_against_days() {
    let mut entries = vec![];
    for n in 0..60 {
        let day = (date("2026-01-05") + Days::new(n)).to_string();
        let hours = if n % 2 == 0 { 3.0 } else { 9.0 };
        entries.extend([
            sat(&day, hours),
            scored(&day, &pain::AVERAGE, i64::from(hours > 8.0)),
            scored(&day, &pain::NIGHT, 2),
        ]);
    }
    let figure = figure(entries);
    let said = |what: &str| figure.alt.matches(what).count();
    assert_eq!((said("against the days around"), said("against the nights around")), (2, 2));
    let head = &groups(&figure).around.as_ref().unwrap().head;
    assert_eq!(head, "against days or nights around");
}

#[test]
fn the_worst_alone_says_nothing_of_a_day() {
    let entries = vec![sat("2026-02-01", 9.0), scored("2026-02-01", &pain::WORST, 9)];
    let figure = figure(entries);
    assert!(groups(&figure).groups.is_empty());
    let nothing = "No days with both hours of sitting and a score in this period";
    assert_eq!(groups(&figure).nothing, nothing);
    assert!(figure.alt.ends_with(&format!("{nothing}.")), "{}", figure.alt);
}
