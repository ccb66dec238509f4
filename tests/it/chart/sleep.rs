//! The chart of sleep positions: which nights count, and what is said of them.

use chrono::Days;
use twinge::chart::figure::{Amount, Body, Counted, Figure, Groups};
use twinge::chart::{Read, Request, find};
use twinge::journal::fields::{day, pain};
use twinge::journal::{Entry, Journal, Kind, Value};
use twinge::language::{ENGLISH, GERMAN, Language};

use crate::draw::sample::{date, entry, span};

fn night(n: u64, position: Option<&str>, points: Option<i64>) -> Vec<Entry> {
    let day = date("2026-01-05") + Days::new(n);
    let mut entries = vec![];
    if let Some(position) = position {
        entries.push(entry(Kind::Day, day, "", &[(&day::SLEEP_POSITION, Value::text(position))]));
    }
    if let Some(points) = points {
        entries.push(entry(Kind::Pain, day, "", &[(&pain::NIGHT, Value::Int(points * 10))]));
    }
    entries
}

fn figure(language: &'static Language, entries: Vec<Entry>) -> Figure {
    let span = span("2026-01-05", "2026-03-15");
    let request = Request {
        span,
        today: span.last(),
        site: None,
        warnings: &[],
        language,
        read: Read::AtOnce,
    };
    (find("sleep").unwrap().figure)(&Journal::new(entries), &request)
}

fn groups(figure: &Figure) -> &Groups {
    let Body::Groups(groups) = &figure.body else { panic!("no groups") };
    groups
}

/// Ten weeks: four nights a week on the left, three on the back, and one on the front.
fn ten_weeks() -> Vec<Entry> {
    let of = |n: u64| {
        let (position, points) = match n % 7 {
            0..4 => ("left", 5 + i64::try_from(n % 3).unwrap()),
            _ if n == 69 => ("front", 9),
            _ => ("back", 2 + i64::try_from(n % 2).unwrap()),
        };
        night(n, Some(position), Some(points))
    };
    (0..70).flat_map(of).collect()
}

#[test]
fn positions_are_in_order_of_their_means() {
    let figure = figure(&ENGLISH, ten_weeks());
    let found = groups(&figure);
    assert_eq!(
        (figure.title.as_str(), found.counted),
        ("Night pain by sleep position", Counted::Nights)
    );
    let rows: Vec<(&str, &str, usize)> = found
        .groups
        .iter()
        .map(|it| (it.name.as_str(), it.count.as_str(), it.values.len()))
        .collect();
    assert_eq!(
        rows,
        [("Front", "1 night, few", 1), ("Left", "40 nights", 40), ("Back", "29 nights", 29)]
    );
    let front = &found.groups[0];
    assert_eq!(
        (front.amount, front.mean.unwrap().interval, front.around),
        (Amount::Few, None, None)
    );
    // 40 nights of 5, 6, 7 in turn: 10 weeks of 4 of each three in a row.
    let left = found.groups[1].mean.unwrap();
    assert!((left.mean - 5.975).abs() < 0.05, "{left:?}");
    let interval = left.interval.unwrap();
    assert!(interval.low < left.mean && left.mean < interval.high);
    // Four of seven nights around a night are on the left: their median is a score of the left.
    let (left, back) = (found.groups[1].around.unwrap(), found.groups[2].around.unwrap());
    assert!(left.mean > 0.0 && back.mean < -2.0, "{left:?} {back:?}");
    assert_eq!(
        figure.subtitle,
        ["5 Jan 2026 – 15 Mar 2026", "70 of 70 nights with a position and a score"]
    );
    assert!(figure.reading.iter().any(|it| it == "goes with; does not show cause"));
}

#[test]
fn a_night_counts_with_both_a_position_and_a_score() {
    let mut entries = night(0, Some("left"), None);
    entries.extend(night(1, None, Some(4)));
    let none = figure(&ENGLISH, entries.clone());
    assert!(groups(&none).groups.is_empty() && groups(&none).around.is_none());
    assert_eq!(groups(&none).nothing, "No nights with both a position and a score in this period");
    assert!(none.reading.is_empty() && !none.alt.contains("Goes with"), "{}", none.alt);
    entries.extend(night(2, Some("back"), Some(0)));
    let one = figure(&ENGLISH, entries);
    assert_eq!(one.coverage.recorded_days, 1);
    let back = &groups(&one).groups[0];
    assert_eq!((back.values.as_slice(), back.mean.unwrap().mean), ([0.0].as_slice(), 0.0));
    assert_eq!(groups(&figure(&ENGLISH, vec![])).nothing, "Nothing recorded in this period");
}

#[test]
fn it_is_said_in_words() {
    let english = figure(&ENGLISH, ten_weeks()).alt;
    assert!(
        english.starts_with(
            "Night pain by sleep position, 5 Jan 2026 – 15 Mar 2026. \
         70 of 70 nights with a position and a score. Front: mean 9.0, 1 night, few. Left: mean "
        ),
        "{english}"
    );
    assert!(english.contains("; against the nights around "), "{english}");
    assert!(!english.contains("days around"), "{english}");
    assert!(english.ends_with(". Goes with; does not show cause."), "{english}");
    let german = figure(&GERMAN, ten_weeks()).alt;
    assert!(german.contains("; gegenüber den Nächten ringsum "), "{german}");
    assert!(german.contains("Bauch: Mittel 9,0, 1 Nacht, wenige. Links: Mittel "), "{german}");
}
