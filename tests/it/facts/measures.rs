//! Measures by week and four weeks beside four: values and limits by hand.

use twinge::facts::coverage::scored_days;
use twinge::facts::measures::{Measure, What, measures, weeks};
use twinge::journal::fields::{day, exercise, treatment};
use twinge::journal::{Kind, Span, Value};

use super::{Diary, today};

fn of(diary: &Diary, n_days: u64) -> Vec<Measure> {
    let journal = diary.journal();
    let days = scored_days(&journal, Span::ending(today(), 400));
    measures(&journal, &days, Span::ending(today(), n_days))
}

fn find(all: &[Measure], what: What) -> Option<&Measure> {
    all.iter().find(|measure| measure.what == what)
}

#[test]
fn weeks_are_whole_and_end_with_the_span() {
    let ends = |n_days| -> Vec<u64> {
        let found = weeks(Span::ending(today(), n_days));
        assert!(found.iter().all(|week| week.n_days() == 7));
        found.iter().map(|week| (today() - week.last()).num_days().try_into().unwrap()).collect()
    };
    assert_eq!(ends(6), [0_u64; 0]);
    assert_eq!((ends(7), ends(13), ends(14)), (vec![0], vec![0], vec![7, 0]));
}

#[test]
fn a_week_needs_four_days_and_four_weeks_need_fourteen() {
    for (n_days, of_week, of_four) in [(3, None, None), (4, Some(3.0), None), (7, Some(3.0), None)]
    {
        let mut diary = Diary::default();
        (0..n_days).for_each(|ago| {
            diary.average(ago, 3);
        });
        let all = of(&diary, 7);
        let measure = find(&all, What::Day);
        assert_eq!(measure.map(|it| it.weeks.clone()), of_week.map(|mean| vec![Some(mean)]));
        assert_eq!(measure.and_then(|it| it.now), of_four, "{n_days}");
    }
    for (n_days, mean) in [(13, None), (14, Some(3.0))] {
        let mut diary = Diary::default();
        (0..n_days).for_each(|ago| {
            diary.average(2 * ago, 3).average(28 + 2 * ago, 5);
        });
        let all = of(&diary, 56);
        let measure = find(&all, What::Day).unwrap();
        assert_eq!((measure.now, measure.before), (mean, mean.map(|_| 5.0)), "{n_days}");
    }
}

#[test]
fn a_worst_alone_is_in_no_week() {
    let mut diary = Diary::default();
    for ago in 0..7 {
        if ago < 4 {
            diary.average(ago, 3);
        } else {
            diary.worst(ago, 9);
        }
    }
    assert_eq!(find(&of(&diary, 7), What::Day).unwrap().weeks, [Some(3.0)]);
}

#[test]
fn the_last_four_weeks_and_the_four_before_do_not_overlap() {
    let mut diary = Diary::default();
    for ago in 0..56 {
        diary.average(ago, if ago < 28 { 2 } else { 6 });
    }
    diary.average(56, 10);
    let all = of(&diary, 56);
    let measure = find(&all, What::Day).unwrap();
    assert_eq!((measure.now, measure.before), (Some(2.0), Some(6.0)));
    let sixes_then_twos = [[6.0; 4], [2.0; 4]].concat();
    assert_eq!(measure.weeks, sixes_then_twos.into_iter().map(Some).collect::<Vec<_>>());
}

#[test]
fn what_is_done_is_counted_of_days_with_an_entry() {
    let mut diary = Diary::default();
    let walk = (&exercise::EXERCISE, Value::text("walk"));
    let pill = (&treatment::TREATMENT, Value::text("medicine"));
    // A week of six days with an entry: on three of them a walk, on one it was denied, on one it
    // was none at all, on one nothing was said of it.
    for ago in 0..6 {
        diary.average(ago, 3);
    }
    for ago in 0..3 {
        diary.put(Kind::Exercise, ago, std::slice::from_ref(&walk));
        diary.put(Kind::Exercise, ago, &[walk.clone(), (&exercise::DONE, Value::from(false))]);
    }
    diary.put(Kind::Exercise, 3, &[walk.clone(), (&exercise::DONE, Value::from(false))]);
    diary.put(Kind::Exercise, 4, &[walk, (&exercise::MINUTES, Value::Real(0.0))]);
    diary.put(Kind::Treatment, 5, &[pill]);
    diary.put(Kind::Treatment, 4, &[(&treatment::TREATMENT, Value::text("heat"))]);
    for ago in 0..6 {
        diary.put(Kind::Day, ago, &[(&day::WOKEN, Value::Int(i64::from(ago == 2) * 3))]);
    }
    let all = of(&diary, 7);
    let week = |what| find(&all, what).map(|it| it.weeks[0].unwrap());
    // 3 of 6, 1 of 6 and 1 of 6, of seven.
    assert_eq!(week(What::Exercise), Some(3.5));
    assert!((week(What::Medicine).unwrap() - 7.0 / 6.0).abs() < 1e-9);
    assert!((week(What::Woken).unwrap() - 7.0 / 6.0).abs() < 1e-9);
    assert_eq!(find(&all, What::Slept), None, "nothing was recorded of it");
}

#[test]
fn what_never_happened_in_the_span_is_no_row_and_a_night_that_was_whole_is_one() {
    let mut diary = Diary::default();
    for ago in 0..7 {
        diary.average(ago, 3).put(Kind::Day, ago, &[(&day::WOKEN, Value::Int(0))]);
    }
    // Before the span.
    diary.put(Kind::Treatment, 20, &[(&treatment::TREATMENT, Value::text("medicine"))]);
    let all = of(&diary, 7);
    assert_eq!((find(&all, What::Medicine), find(&all, What::Exercise)), (None, None));
    assert_eq!(find(&all, What::Woken).unwrap().weeks, [Some(0.0)]);
}
