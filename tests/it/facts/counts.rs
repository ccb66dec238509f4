//! Counts and means over a span.

use twinge::facts::coverage::{coverage, scored_days};
use twinge::facts::habits::{exercises, long_sitting, positions};
use twinge::facts::intensity::intensity;
use twinge::facts::nights::nights;
use twinge::facts::places::{places, usual};
use twinge::facts::treatments::tried;
use twinge::facts::{Mean, Share};
use twinge::journal::fields::{day, exercise, pain, treatment};
use twinge::journal::{Journal, Kind, Score, Span, Value};

use super::{Diary, ago, today};

fn week() -> Span {
    Span::ending(today(), 7)
}

fn score(points: i64) -> Value {
    Value::Int(points * 10)
}

#[test]
fn nothing_recorded_is_no_figure() {
    let journal = Journal::default();
    let days = scored_days(&journal, week());
    let bad = intensity(&days);
    assert_eq!((bad.mean, bad.worst, bad.pain_days), (None, None, Share::default()));
    let nights = nights(&journal, &days, week());
    assert_eq!((nights.mean, nights.woken), (None, Share::default()));
    assert!(places(&journal, week()).is_empty() && tried(&journal, week()).is_empty());
    assert_eq!(coverage(&days, week()).longest_gap, Some(week()));
}

#[test]
fn a_week_of_scores_adds_up() {
    let mut diary = Diary::default();
    // Average 4, 0 and 7; a worst alone; outside the week.
    diary
        .put(
            Kind::Pain,
            0,
            &[(&pain::AVERAGE, score(4)), (&pain::WORST, score(7)), (&pain::NIGHT, score(6))],
        )
        .average(1, 0)
        .put(Kind::Pain, 2, &[(&pain::AVERAGE, score(7)), (&pain::NIGHT, score(5))])
        .put(Kind::Pain, 4, &[(&pain::WORST, score(6))])
        .average(7, 10);
    let journal = diary.journal();
    let days = scored_days(&journal, week());
    let bad = intensity(&days);
    // (4 + 0 + 7) / 3: how the day was of which only the worst is known, nobody knows.
    assert_eq!(bad.mean.map(|mean| mean.n), Some(3));
    assert!((bad.mean.unwrap().value - 11.0 / 3.0).abs() < 1e-9);
    assert_eq!(bad.worst_only, 1);
    assert_eq!(bad.worst, Some((Score::whole(7), today())));
    assert_eq!(bad.severe_days, Share { n: 2, of: 4 });
    assert_eq!(bad.pain_days, Share { n: 3, of: 4 });
    let nights = nights(&journal, &days, week());
    assert_eq!(nights.mean, Some(Mean { value: 5.5, n: 2 }));
    // 6 − 4 and 5 − 7.
    assert_eq!(nights.above_day, Some(Mean { value: 0.0, n: 2 }));
}

#[test]
fn a_worst_alone_is_no_day_to_hold_a_night_or_sitting_against() {
    let mut diary = Diary::default();
    let night = |points| [(&pain::WORST, score(9)), (&pain::NIGHT, score(points))];
    diary.put(Kind::Pain, 0, &night(5)).put(
        Kind::Pain,
        1,
        &[(&pain::AVERAGE, score(4)), (&pain::NIGHT, score(5))],
    );
    for days in [0, 1] {
        diary.put(Kind::Day, days, &[(&day::SITTING_HOURS, Value::Real(9.0))]);
    }
    let journal = diary.journal();
    let days = scored_days(&journal, week());
    // 5 − 4 alone; 5 − 9 would hold a night against the worst of the day.
    assert_eq!(nights(&journal, &days, week()).above_day, Some(Mean { value: 1.0, n: 1 }));
    let long = long_sitting(&journal, &days, week());
    assert_eq!(long.with, Some(Mean { value: 4.0, n: 1 }));
}

#[test]
fn nights_count_only_what_was_answered() {
    let mut diary = Diary::default();
    diary
        .put(Kind::Day, 0, &[(&day::WOKEN, Value::Int(2)), (&day::SLEEP_HOURS, Value::Real(5.5))])
        .put(Kind::Day, 1, &[(&day::WOKEN, Value::Int(0)), (&day::SLEEP_HOURS, Value::Real(6.0))])
        .put(Kind::Day, 2, &[(&day::SLEEP_HOURS, Value::Real(8.0))]);
    let journal = diary.journal();
    let nights = nights(&journal, &[], week());
    assert_eq!(nights.woken, Share { n: 1, of: 2 });
    assert_eq!(nights.short, Share { n: 1, of: 3 });
    assert_eq!(nights.slept_hours, Some(Mean { value: 6.5, n: 3 }));
}

#[test]
fn places_are_counted_by_days_and_sides() {
    let at = |site: &str, side: Option<&str>, points: i64| {
        let mut values = vec![(&pain::WORST, score(points)), (&pain::SITE, Value::text(site))];
        values.extend(side.map(|s| (&pain::SIDE, Value::text(s))));
        values
    };
    let mut diary = Diary::default();
    diary
        .put(Kind::Pain, 0, &at("neck", Some("left"), 4))
        // A second entry of the day counts once, with the higher score.
        .put(Kind::Pain, 0, &at("neck", Some("right"), 6))
        .put(Kind::Pain, 1, &at("neck", Some("left"), 2))
        .put(Kind::Pain, 1, &at("jaw", None, 3))
        // No pain there on that day.
        .put(Kind::Pain, 2, &at("jaw", None, 0));
    let found = places(&diary.journal(), week());
    assert_eq!(
        found.iter().map(|p| (p.site.as_str(), p.days.len())).collect::<Vec<_>>(),
        [("neck", 2), ("jaw", 1)]
    );
    assert_eq!(found[0].sides, [("left".to_owned(), 2), ("right".to_owned(), 1)]);
    assert_eq!(found[0].mean, Some(Mean { value: 4.0, n: 2 }));
}

#[test]
fn the_usual_places_are_those_of_half_of_the_days() {
    let usual_of = |days: &[&[&str]]| {
        let mut diary = Diary::default();
        for (ago, sites) in (0..).zip(days) {
            for site in *sites {
                let mut values = vec![(&pain::WORST, score(4))];
                values.extend((!site.is_empty()).then(|| (&pain::SITE, Value::text(site))));
                diary.put(Kind::Pain, ago, &values);
            }
        }
        usual(&diary.journal(), week())
    };
    assert_eq!(usual_of(&[]), [""; 0]);
    // In order of the table, however often.
    assert_eq!(usual_of(&[&["jaw", "neck"], &["jaw"]]), ["neck", "jaw"]);
    assert_eq!(usual_of(&[&["jaw"], &["neck"], &["jaw"]]), ["jaw"]);
    // Half of the days that hurt have a place, and less than half.
    assert_eq!(usual_of(&[&["jaw"], &[""]]), ["jaw"]);
    assert_eq!(usual_of(&[&["jaw"], &[""], &[""]]), [""; 0]);
    // Of more than three those with the most days.
    let many = usual_of(&[&["neck", "jaw", "arm", "hand"], &["jaw", "arm", "hand"]]);
    assert_eq!(many, ["jaw", "arm", "hand"]);
    // The person's own place has no name in a title.
    assert_eq!(usual_of(&[&["left thumb"]]), [""; 0]);
}

#[test]
fn medicines_are_named_as_written_and_counted_by_day() {
    let took = |name: &str, helped: Option<&str>| {
        let mut values = vec![
            (&treatment::TREATMENT, Value::text("medicine")),
            (&treatment::NAME, Value::text(name)),
        ];
        values.extend(helped.map(|h| (&treatment::HELPED_IT, Value::text(h))));
        values
    };
    let mut diary = Diary::default();
    diary
        .put(Kind::Treatment, 0, &took("Ibuprofen", Some("yes")))
        .put(Kind::Treatment, 0, &took("ibuprofen", Some("no")))
        .put(Kind::Treatment, 3, &took("ibuprofen", None))
        .put(Kind::Treatment, 1, &[(&treatment::TREATMENT, Value::text("heat"))]);
    let found = tried(&diary.journal(), week());
    assert_eq!(found.len(), 2);
    // As it was written first.
    assert_eq!((found[0].name.as_deref(), found[0].days.len()), (Some("ibuprofen"), 2));
    assert_eq!(
        found[0].helped.iter().map(|(w, n)| (w.as_str(), *n)).collect::<Vec<_>>(),
        [("no", 1), ("yes", 1)]
    );
}

#[test]
fn long_days_are_held_against_the_others_that_were_answered() {
    let mut diary = Diary::default();
    for (days, hours, points) in
        [(0, Some(8.0), 2), (1, Some(8.5), 5), (2, Some(9.0), 7), (3, None, 10)]
    {
        diary.average(days, points);
        if let Some(hours) = hours {
            diary.put(Kind::Day, days, &[(&day::SITTING_HOURS, Value::Real(hours))]);
        }
    }
    // Sitting without a score is in neither.
    diary.put(Kind::Day, 4, &[(&day::SITTING_HOURS, Value::Real(12.0))]);
    let journal = diary.journal();
    let found = long_sitting(&journal, &scored_days(&journal, week()), week());
    assert_eq!(found.with, Some(Mean { value: 6.0, n: 2 }));
    assert_eq!(found.without, Some(Mean { value: 2.0, n: 1 }));
}

#[test]
fn exercises_and_positions_are_counted_by_day() {
    let did = |which: &str, minutes: Option<f64>| {
        let mut values = vec![(&exercise::EXERCISE, Value::text(which))];
        values.extend(minutes.map(|m| (&exercise::MINUTES, Value::Real(m))));
        values
    };
    let mut diary = Diary::default();
    diary
        .put(Kind::Exercise, 0, &did("walk", Some(20.0)))
        .put(Kind::Exercise, 0, &did("walk", Some(10.0)))
        .put(Kind::Exercise, 2, &did("walk", None))
        .put(
            Kind::Exercise,
            1,
            &[(&exercise::EXERCISE, Value::text("swim")), (&exercise::DONE, Value::from(false))],
        )
        .put(Kind::Exercise, 1, &did("neck-tilt", None))
        // No minutes at all is what some write for a day without it.
        .put(Kind::Exercise, 1, &did("walk", Some(0.0)))
        .put(Kind::Exercise, 1, &did("run", Some(0.0)))
        .put(Kind::Day, 0, &[(&day::SLEEP_POSITION, Value::text("side"))])
        .put(Kind::Day, 1, &[(&day::SLEEP_POSITION, Value::text("side"))])
        .put(Kind::Day, 2, &[(&day::SLEEP_POSITION, Value::text("back"))]);
    let journal = diary.journal();
    let done: Vec<_> =
        exercises(&journal, week()).into_iter().map(|d| (d.exercise, d.days, d.minutes)).collect();
    assert_eq!(done, [("walk".to_owned(), 2, Some(30.0)), ("neck-tilt".to_owned(), 1, None)]);
    assert_eq!(positions(&journal, week()), [("side".to_owned(), 2), ("back".to_owned(), 1)]);
    assert_eq!(positions(&journal, Span::ending(ago(300), 7)), []);
}
