//! Pain by weekday and time of day: medians, quartiles and numbers worked by hand.

use twinge::chart::figure::{Body, BoxPanel, Figure, Quartiles, ScoreBox};
use twinge::journal::fields::pain;
use twinge::journal::{Entry, Kind, Value};
use twinge::language::{ENGLISH, GERMAN};

use crate::draw::sample::{chart_of, date, entry, span, worst_only};

fn reading(day: &str, time: &str, tenths: i64, site: &str) -> Entry {
    let mut values = vec![(&pain::NOW, Value::Int(tenths)), (&pain::TIME, Value::text(time))];
    if !site.is_empty() {
        values.push((&pain::SITE, Value::text(site)));
    }
    entry(Kind::Pain, date(day), &format!("{time} {site}"), &values)
}

fn average(day: &str, tenths: i64) -> Entry {
    entry(Kind::Pain, date(day), "average", &[(&pain::AVERAGE, Value::Int(tenths))])
}

fn of(entries: Vec<Entry>) -> Figure {
    chart_of("week", &ENGLISH, entries, span("2026-01-01", "2026-03-31"), &[])
}

fn panels(figure: &Figure) -> &[BoxPanel] {
    let Body::Boxes(panels) = &figure.body else { panic!("no boxes") };
    panels
}

fn group<'a>(figure: &'a Figure, name: &str) -> &'a ScoreBox {
    panels(figure).iter().flat_map(|panel| &panel.boxes).find(|it| it.name == name).unwrap()
}

#[test]
fn a_weekday_has_the_median_and_quartiles_of_its_days() {
    // The first five Mondays of 2026; of 1, 2, 3, 4, 8 the quartiles are 2, 3, 4 (type 7).
    let mondays = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"];
    let scores = [40, 10, 80, 20, 30];
    let mut entries: Vec<Entry> =
        mondays.iter().zip(scores).map(|(day, tenths)| average(day, tenths)).collect();
    entries.push(average("2026-01-11", 90));
    let figure = of(entries);
    let monday = group(&figure, "Mon");
    assert_eq!((monday.n, monday.is_few), (5, true));
    assert_eq!(monday.spread, Some(Quartiles { low: 2.0, median: 3.0, high: 4.0 }));
    let sunday = group(&figure, "Sun");
    assert_eq!(sunday.spread, Some(Quartiles { low: 9.0, median: 9.0, high: 9.0 }));
    assert_eq!((group(&figure, "Tue").n, group(&figure, "Tue").spread), (0, None));
    let names: Vec<&str> = panels(&figure)[0].boxes.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
}

#[test]
fn ten_values_are_no_longer_few() {
    let days = date("2026-01-05").iter_weeks().take(10);
    let entries: Vec<Entry> = days.map(|day| average(&day.to_string(), 50)).collect();
    assert!(!group(&of(entries.clone()), "Mon").is_few);
    assert!(group(&of(entries[1..].to_vec()), "Mon").is_few);
}

#[test]
fn a_day_of_which_only_the_worst_is_known_is_left_out_and_that_is_said() {
    let figure = of(worst_only(date("2026-01-05"), 3).collect());
    assert!(panels(&figure)[0].boxes.iter().all(|it| it.n == 0));
    assert_eq!(figure.reading, ["days of which only the worst is known are left out"]);
    assert_eq!(figure.coverage.recorded_days, 3);
}

#[test]
fn readings_are_of_the_part_of_the_day_that_their_time_begins() {
    for (time, part) in [
        ("00:00", "0–6"),
        ("05:59", "0–6"),
        ("06:00", "6–12"),
        ("11:59", "6–12"),
        ("12:00", "12–18"),
        ("17:59", "12–18"),
        ("18:00", "18–24"),
        ("23:59", "18–24"),
    ] {
        let figure = of(vec![reading("2026-01-05", time, 40, "")]);
        for it in &panels(&figure)[1].boxes {
            assert_eq!(it.n, usize::from(it.name == part), "{time} {}", it.name);
        }
    }
}

#[test]
fn of_several_places_at_one_moment_the_highest_counts() {
    let figure = of(vec![
        reading("2026-01-05", "08:00", 70, "neck"),
        reading("2026-01-05", "08:00", 20, "knee"),
        reading("2026-01-05", "09:00", 30, "knee"),
        average("2026-01-05", 90),
    ]);
    let morning = group(&figure, "6–12");
    assert_eq!((morning.n, morning.spread.unwrap().median), (2, 5.0));
    assert_eq!(figure.subtitle.last().unwrap(), "2 readings with a time");
}

#[test]
fn what_cannot_be_seen_is_said() {
    let figure = of(vec![reading("2026-01-05", "08:00", 70, ""), average("2026-01-06", 35)]);
    assert_eq!(
        figure.alt,
        "Pain by weekday and time of day, 1 Jan 2026 – 31 Mar 2026. 2 of 90 days with a pain \
         score. By weekday: Mon median 7, middle half 7 to 7, n 1; Tue median 3.5, middle half \
         3.5 to 3.5, n 1. By time of day: 6–12 morning median 7, middle half 7 to 7, n 1."
    );
    let untimed = of(vec![average("2026-01-06", 35)]);
    assert!(untimed.alt.ends_with(" No readings with a time in this period."), "{}", untimed.alt);
    let nothing = of(vec![]);
    assert!(nothing.alt.ends_with(" Nothing recorded in this period."), "{}", nothing.alt);
    assert!(nothing.reading.is_empty());
}

#[test]
fn german_has_its_own_names() {
    let entries = vec![reading("2026-01-05", "08:00", 70, "neck")];
    let span = span("2026-01-01", "2026-03-31");
    let figure = chart_of("week", &GERMAN, entries, span, &[]);
    assert_eq!(figure.title, "Schmerzen im Nacken nach Wochentag und Tageszeit");
    assert_eq!((group(&figure, "Mo").n, group(&figure, "6–12").more.as_str()), (1, "Vormittag"));
}
