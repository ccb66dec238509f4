//! The pattern of a year, and flare-ups.

use twinge::facts::flare::{flare_ups, flares};
use twinge::facts::pattern::{Course, Pattern, pattern};
use twinge::journal::fields::event;
use twinge::journal::series::pain_by_day;
use twinge::journal::{Kind, Span, Value};

use super::{Diary, ago, today};

fn course_of(points: impl Fn(u64) -> Option<i64>) -> Option<Course> {
    let mut diary = Diary::default();
    for n in 0..365 {
        if let Some(points) = points(n) {
            diary.average(n, points);
        }
    }
    pattern(&pain_by_day(&diary.journal(), None), today()).map(|pattern| pattern.course)
}

#[test]
fn a_year_of_the_same_is_ongoing() {
    assert_eq!(course_of(|_| Some(4)), Some(Course::Ongoing));
    // Four of seven days are not more than four.
    assert_eq!(course_of(|n| (n < 364).then_some(i64::from(n % 7 < 4))), None);
    assert_eq!(course_of(|n| Some(i64::from(n % 7 < 5))), Some(Course::Ongoing));
}

#[test]
fn weeks_more_than_two_points_apart_fluctuate() {
    let weeks =
        |low: i64, high: i64| course_of(move |n| Some(if n / 7 % 2 == 0 { low } else { high }));
    assert_eq!(weeks(3, 6), Some(Course::Fluctuating));
    // Exactly two apart: within a point of their mean, so ongoing.
    assert_eq!(weeks(3, 5), Some(Course::Ongoing));
}

#[test]
fn weeks_of_worsts_are_not_held_against_weeks_of_averages() {
    let mut diary = Diary::default();
    for n in 0..365 {
        if n / 7 % 2 == 0 {
            diary.worst(n, 8);
        } else {
            diary.average(n, 4);
        }
    }
    // 26 weeks with averages, all 4: much the same, whatever the worst of the others.
    let found = pattern(&pain_by_day(&diary.journal(), None), today());
    assert_eq!(found, Some(Pattern { course: Course::Ongoing, weeks: 26 }));
}

#[test]
fn a_recorded_month_free_of_pain_makes_two_times_of_it() {
    let with_gap = |zeros: u64| {
        course_of(move |n| match n {
            100..=130 => (n < 100 + zeros).then_some(0),
            _ => Some(5),
        })
    };
    assert_eq!(with_gap(15), Some(Course::Episodic));
    // Not recorded is not free of pain.
    assert_eq!(with_gap(14), Some(Course::Fluctuating));
    assert_eq!(with_gap(0), Some(Course::Ongoing));
}

#[test]
fn two_weeks_alone_are_a_single_time() {
    let of =
        |n_days: u64| course_of(move |n| Some(if (50..50 + n_days).contains(&n) { 6 } else { 0 }));
    assert_eq!(of(14), Some(Course::Single));
    assert_eq!(of(15), Some(Course::Fluctuating));
    assert_eq!(course_of(|_| Some(0)), None);
}

#[test]
fn a_few_weeks_say_nothing_of_a_year() {
    // The eighth week needs five days.
    assert_eq!(course_of(|n| (n < 53).then_some(4)), None);
    assert_eq!(course_of(|n| (n < 54).then_some(4)), Some(Course::Ongoing));
}

#[test]
fn a_flare_rises_two_points_to_five_and_ends_after_two_calm_days() {
    let flares_of = |high: i64, days: u64, usual: i64| {
        let mut diary = Diary::default();
        for n in 0..60 {
            let is_high = (10..10 + days).contains(&n);
            diary.average(n, if is_high { high } else { usual });
        }
        flares(&pain_by_day(&diary.journal(), None), Span::ending(today(), 60))
    };
    let week = Span::new(ago(16), ago(10)).unwrap();
    assert_eq!(flares_of(5, 7, 3), [week]);
    assert_eq!(flares_of(5, 7, 4), []);
    assert_eq!(flares_of(4, 7, 2), []);
    assert_eq!(flares_of(8, 28, 3).len(), 1);
    // Longer than four weeks it is no flare-up.
    assert_eq!(flares_of(8, 29, 3), []);
}

#[test]
fn what_the_person_marked_is_counted_once() {
    let mut diary = Diary::default();
    for n in 0..90 {
        // Two weeks of 7, and later one.
        diary.average(n, if (30..44).contains(&n) || (10..17).contains(&n) { 7 } else { 3 });
    }
    // Twice on the day before the one; a year ago; and on a day like all others.
    for n in [44, 44, 365, 3] {
        diary.put(Kind::Event, n, &[(&event::EVENT, Value::text("flare"))]);
    }
    let journal = diary.journal();
    let found = flare_ups(&journal, &pain_by_day(&journal, None), Span::ending(today(), 60));
    assert_eq!(found.marked, [ago(44), ago(3)]);
    assert_eq!(found.by_scores, [Span::new(ago(16), ago(10)).unwrap()]);
}

#[test]
fn a_flare_needs_a_usual_level_and_entries() {
    let mut diary = Diary::default();
    for n in 20..34 {
        diary.average(n, 2);
    }
    diary.average(19, 7);
    let all =
        |diary: &Diary| flares(&pain_by_day(&diary.journal(), None), Span::ending(today(), 60));
    assert_eq!(all(&diary), [Span::ending(ago(19), 1)]);
    diary.0.remove(0);
    assert_eq!(all(&diary), []);
}
