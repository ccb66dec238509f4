//! The chart of exercise: which days are done, not done, and not said; weeks and doses by hand.

use twinge::chart::figure::{BarStrip, Body, Figure, Panel, Timeline};
use twinge::chart::{Read, Request, find};
use twinge::journal::fields::exercise::{DONE, EXERCISE, HOLD, MINUTES, REPS, SETS};
use twinge::journal::fields::pain::AVERAGE;
use twinge::journal::{Entry, Field, Journal, Kind, Span, Value};
use twinge::language::{ENGLISH, GERMAN};

use crate::draw::sample::{chart_of, date, entry, span};

/// Monday 2 February to Sunday 15 March 2026: six whole weeks.
fn six_weeks() -> Span {
    span("2026-02-02", "2026-03-15")
}

fn of(entries: &[Entry], span: Span) -> Figure {
    chart_of("exercise", &ENGLISH, entries.to_vec(), span, &[])
}

fn timeline(figure: &Figure) -> &Timeline {
    let Body::Timeline(timeline) = &figure.body else { panic!("no timeline") };
    timeline
}

fn strips(figure: &Figure) -> Vec<&BarStrip> {
    let strips = timeline(figure).panels.iter().filter_map(|panel| match panel {
        Panel::Bars(strip) => Some(strip),
        _ => None,
    });
    strips.collect()
}

/// One exercise on a day, with a number of its own to have two on one.
fn did(day: &str, what: &str, n: u32, said: &[(&'static Field, Value)]) -> Entry {
    let mut fields = vec![(&EXERCISE, Value::text(what))];
    fields.extend(said.iter().map(|(field, value)| (*field, value.clone())));
    entry(Kind::Exercise, date(day), &format!("{what} {n}"), &fields)
}

fn minutes(minutes: f64) -> (&'static Field, Value) {
    (&MINUTES, Value::Real(minutes))
}

fn no() -> (&'static Field, Value) {
    (&DONE, Value::from(false))
}

fn hurt(day: &str) -> Entry {
    entry(Kind::Pain, date(day), "", &[(&AVERAGE, Value::Int(40))])
}

fn bars(strip: &BarStrip) -> Vec<(String, f64)> {
    let say = |bar: &twinge::chart::figure::Bar| bar.point;
    strip
        .bars
        .iter()
        .map(say)
        .map(|point| (point.period.first().to_string(), point.value))
        .collect()
}

fn days(spans: &[Span]) -> Vec<String> {
    spans.iter().map(|span| span.first().to_string()).collect()
}

#[test]
fn done_not_done_and_not_said_are_three_things() {
    let figure = of(
        &[
            did("2026-03-01", "walk", 1, &[minutes(20.0)]),
            did("2026-03-01", "walk", 2, &[minutes(10.0)]),
            // Done once is done, whatever else was said; its time is that of the time with one.
            did("2026-03-02", "walk", 1, &[no()]),
            did("2026-03-02", "walk", 2, &[minutes(5.0)]),
            did("2026-03-02", "walk", 3, &[]),
            did("2026-03-03", "walk", 1, &[]),
            did("2026-03-04", "walk", 1, &[no()]),
            // No minutes at all is what some write for a day without it.
            did("2026-03-05", "walk", 1, &[minutes(0.0)]),
            // Done for certain, whatever the minutes say.
            did("2026-03-06", "walk", 1, &[minutes(0.0), (&DONE, Value::from(true))]),
            hurt("2026-03-07"),
        ],
        six_weeks(),
    );
    let [all, walk] = strips(&figure)[..] else { panic!("two strips") };
    assert_eq!(bars(walk), [("2026-03-01".into(), 30.0), ("2026-03-02".into(), 5.0)]);
    assert_eq!(days(&walk.done), ["2026-03-03", "2026-03-06"]);
    assert_eq!(days(&walk.not_done), ["2026-03-04", "2026-03-05"]);
    assert_eq!((walk.name.as_str(), walk.usual.as_str()), ("Walk", "median 17.5 min"));
    // 1 March is the Sunday of one week, the others are of the next.
    assert_eq!(bars(all), [("2026-02-23".into(), 1.0), ("2026-03-02".into(), 3.0)]);
    let of: Vec<f64> = all.whole.iter().map(|point| point.value).collect();
    assert_eq!(of, [1.0, 6.0], "days with any entry");
    assert_eq!(figure.subtitle[1], "exercise on 4 of 7 days with an entry");
    assert_eq!((figure.coverage.recorded_days, figure.coverage.total_days), (6, 42));
}

#[test]
fn days_that_are_not_the_last_any_more_have_dates() {
    let entries = || vec![did("2026-03-08", "yoga", 1, &[]), did("2026-03-09", "yoga", 1, &[])];
    let figure = |today: &str, read| {
        let today = date(today);
        let request = Request {
            span: six_weeks(),
            today,
            site: None,
            warnings: &[],
            language: &ENGLISH,
            read,
        };
        (find("exercise").unwrap().figure)(&Journal::new(entries()), &request)
    };
    for (today, read, since) in [
        ("2026-03-15", Read::Later, "since 9 Mar"),
        ("2026-03-16", Read::AtOnce, "since 9 Mar"),
        ("2027-03-15", Read::AtOnce, "since 9 Mar 2026"),
        ("2026-03-15", Read::AtOnce, "last 7"),
    ] {
        let figure = figure(today, read);
        let summary = strips(&figure)[1].summary.clone();
        assert_eq!(summary.as_deref(), Some(format!("2 days, {since}: 1").as_str()));
        if since != "last 7" {
            assert_eq!(figure.subtitle[2], format!("{since}: 1 of 1 with an entry"));
            assert!(figure.alt.contains(&format!("Yoga: done on 2 days, 1 {since}.")));
            assert!(!figure.alt.contains("last 7"), "{}", figure.alt);
        }
    }
}

#[test]
fn weeks_begin_on_monday_and_are_cut_by_the_span() {
    let mut entries = vec![];
    for day in span("2026-02-25", "2026-03-11").days() {
        entries.push(did(&day.to_string(), "yoga", 1, &[]));
    }
    // Wednesday to Wednesday.
    let figure = of(&entries, span("2026-02-25", "2026-03-11"));
    let periods: Vec<(String, String, f64)> = strips(&figure)[0]
        .bars
        .iter()
        .map(|bar| bar.point)
        .map(|it| (it.period.first().to_string(), it.period.last().to_string(), it.value))
        .collect();
    let want = [
        ("2026-02-25", "2026-03-01", 5.0),
        ("2026-03-02", "2026-03-08", 7.0),
        ("2026-03-09", "2026-03-11", 3.0),
    ];
    assert_eq!(periods, want.map(|(from, to, n)| (from.into(), to.into(), n)));
    assert!((strips(&figure)[0].top - 7.0).abs() < 1e-9);
}

#[test]
fn the_last_days_are_counted_against_those_with_an_entry() {
    let entries = [
        did("2026-02-15", "yoga", 1, &[]),
        // The first of the last 28 and of the last 7 days, and the days before them.
        did("2026-02-16", "yoga", 1, &[]),
        did("2026-03-08", "yoga", 1, &[]),
        did("2026-03-09", "yoga", 1, &[]),
        hurt("2026-03-15"),
    ];
    let figure = of(&entries, six_weeks());
    assert_eq!(
        figure.subtitle[1..],
        [
            "exercise on 4 of 5 days with an entry",
            "last 7 days: 1 of 2 with an entry",
            "last 28 days: 3 of 4 with an entry"
        ]
    );
    assert_eq!(strips(&figure)[1].summary.as_deref(), Some("4 days, last 7: 1"));
    // A span of no more days has no last days of its own.
    let week = of(&entries, Span::ending(date("2026-03-15"), 7));
    assert_eq!(week.subtitle[1..], ["exercise on 1 of 2 days with an entry"]);
    let three = of(&entries, Span::ending(date("2026-03-10"), 3));
    assert_eq!(strips(&three)[1].summary.as_deref(), Some("2 days, last 3: 2"));
}

#[test]
fn doses_are_said_as_they_are_done_most_often() {
    let dose = |sets: Option<i64>, reps: Option<i64>, hold: Option<f64>| {
        let mut said = vec![];
        said.extend(sets.map(|n| (&SETS, Value::Int(n))));
        said.extend(reps.map(|n| (&REPS, Value::Int(n))));
        said.extend(hold.map(|n| (&HOLD, Value::Real(n))));
        said
    };
    let usual = |doses: &[Vec<(&'static Field, Value)>]| {
        let days = six_weeks().days().zip(doses);
        let entries: Vec<Entry> =
            days.map(|(day, dose)| did(&day.to_string(), "neck-tilt", 1, dose)).collect();
        let figure = of(&entries, six_weeks());
        strips(&figure)[1].usual.clone()
    };
    let held = dose(None, Some(5), Some(10.0));
    assert_eq!(usual(&[held.clone(), held.clone()]), "5 × 10 s");
    assert_eq!(usual(&[dose(Some(2), Some(5), Some(7.5))]), "2 × 5 × 7.5 s");
    assert_eq!(usual(&[dose(Some(3), Some(10), None)]), "3 × 10");
    assert_eq!(usual(&[dose(Some(3), None, Some(30.0))]), "3 × 30 s");
    assert_eq!(usual(&[dose(Some(2), None, None)]), "2 sets");
    assert_eq!(usual(&[dose(None, Some(1), None)]), "1 rep");
    assert_eq!(usual(&[dose(None, None, Some(20.0))]), "20 s");
    assert_eq!(usual(&[vec![]]), "");
    let less = dose(None, Some(3), Some(10.0));
    assert_eq!(usual(&[held.clone(), less.clone(), held.clone()]), "mostly 5 × 10 s");
    // Of equals the newest.
    assert_eq!(usual(&[held.clone(), less.clone()]), "mostly 3 × 10 s");
    let with_time = [held.clone(), vec![minutes(10.0)]].concat();
    assert_eq!(usual(&[with_time]), "5 × 10 s, median 10 min");
    // What was not done has no dose.
    let not_done = [less, vec![no()]].concat();
    assert_eq!(usual(&[held, not_done]), "5 × 10 s");
}

#[test]
fn eleven_exercises_are_ten_strips_and_one_is_said_to_be_left_out() {
    let mut entries = vec![];
    for n in 0..11_u32 {
        let what = format!("own-{n}");
        for day in six_weeks().days().take(usize::try_from(n + 1).unwrap()) {
            entries.push(did(&day.to_string(), &what, 1, &[]));
        }
    }
    let figure = of(&entries, six_weeks());
    let names: Vec<&str> = strips(&figure).iter().map(|strip| strip.name.as_str()).collect();
    assert_eq!(names[..3], ["Any exercise", "Own 10", "Own 9"], "those done most come first");
    assert_eq!((names.len(), names.contains(&"Own 0")), (11, false));
    assert!(figure.reading.contains(&"1 more exercise left out".into()));
    assert!(figure.alt.contains(" 1 more exercise left out. "), "{}", figure.alt);
}

#[test]
fn more_than_two_years_are_drawn_by_month() {
    let first = date("2024-03-16");
    for (last, n_bars, unit) in [("2026-03-16", 730, "min"), ("2026-03-17", 25, "days/month")] {
        let span = Span::new(first, date(last)).unwrap();
        let days = span.days().filter(|day| *day != date("2025-01-01"));
        let walk = |day: chrono::NaiveDate| did(&day.to_string(), "walk", 1, &[minutes(20.0)]);
        let entries: Vec<Entry> =
            days.flat_map(|day| [walk(day), hurt(&day.to_string())]).collect();
        let figure = of(&entries, span);
        let [all, walk] = strips(&figure)[..] else { panic!("two strips") };
        assert_eq!((walk.bars.len(), walk.unit.as_str()), (n_bars, unit), "{last}");
        if unit != "min" {
            // January 2025 lacks a day, and February has 28.
            let months: Vec<f64> = walk.bars[9..12].iter().map(|bar| bar.point.value).collect();
            assert_eq!(months, [31.0, 30.0, 28.0]);
            assert_eq!(all.whole.len(), 25);
            assert!((all.top - 31.0).abs() < 1e-9);
        }
    }
}

#[test]
fn without_exercise_there_are_only_words() {
    for entries in [vec![], vec![hurt("2026-03-01")]] {
        let figure = of(&entries, six_weeks());
        let [Panel::Scores(scores)] = &timeline(&figure).panels[..] else { panic!("one panel") };
        assert!(scores.is_empty() && figure.reading.is_empty());
        assert_eq!(scores.nothing, "No exercise recorded in this period");
        assert!(figure.alt.ends_with("2026. No exercise recorded in this period."));
    }
    // Said not to be done is something said.
    let figure = of(&[did("2026-03-01", "walk", 1, &[no()])], six_weeks());
    let [all, walk] = strips(&figure)[..] else { panic!("two strips") };
    assert_eq!((all.bars.len(), walk.not_done.len()), (0, 1));
    assert_eq!(walk.summary.as_deref(), Some("0 days, last 7: 0"));
    let Panel::Scores(scores) = &timeline(&figure).panels[0] else { panic!("no scores") };
    assert_eq!(scores.nothing, "No pain scores in this period");
}

#[test]
fn what_cannot_be_seen_is_said() {
    let entries = [
        did("2026-03-03", "walk", 1, &[minutes(20.0)]),
        did("2026-03-10", "walk", 1, &[minutes(30.0)]),
        did("2026-03-12", "neck-tilt", 1, &[(&REPS, Value::Int(5)), (&HOLD, Value::Real(10.0))]),
        did("2026-03-13", "neck-tilt", 1, &[no()]),
        hurt("2026-03-15"),
    ];
    let span = span("2026-03-02", "2026-03-15");
    let words = |language| chart_of("exercise", language, entries.to_vec(), span, &[]).alt;
    assert_eq!(
        words(&ENGLISH),
        "Exercise and pain, 2 Mar 2026 – 15 Mar 2026. Exercise on 3 of 5 days with an entry. \
         Last 7 days: 2 of 4 with an entry. Days with exercise of days with an entry, by week, \
         the newest last: 1 of 1, 2 of 4. Walk: done on 2 days, 1 of the last 7; median 25 min. \
         Neck tilt: done on 1 day, 1 of the last 7, said not to be done on 1 day; 5 × 10 s. \
         Day pain: median 4, from 4 to 4, newest 4, of 10. Goes with; does not show cause. \
         Longest stretch without entries: 6 days from 4 Mar 2026."
    );
    assert!(words(&GERMAN).contains(
        "Kopf zur Seite neigen: gemacht an 1 Tag, an 1 der letzten 7, nicht gemacht an 1 Tag; \
         5 × 10 s."
    ));
}
