//! Rules computed from scores: worsening, not improving, struggling, constant, three months.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use twinge::journal::Value;
use twinge::journal::fields::day;
use twinge::redflag::Status::{Met, NotEnough, NotMet};
use twinge::redflag::{LOOKBACK_DAYS, RULES, Status, Verdict, check};

use super::{Diary, Kind, ago, essence, sound, the, today};

fn verdict(rule: &str, diary: &Diary) -> Verdict {
    sound(diary.says(rule, today()))
}

fn status(rule: &str, diary: &Diary) -> Status {
    verdict(rule, diary).status
}

/// Averages in tenths by how many days ago, newest first; `None` is not recorded.
fn averages(tenths: impl IntoIterator<Item = Option<i64>>) -> Diary {
    let mut diary = Diary::default();
    for (n, score) in (0..).zip(tenths) {
        if let Some(tenths) = score {
            diary.average(ago(n), tenths);
        }
    }
    diary
}

/// Four weeks at one score after four at another.
fn halves(now: i64, before: i64) -> Vec<Option<i64>> {
    [vec![Some(now); 28], vec![Some(before); 28]].concat()
}

#[test]
fn worsening_is_two_points_on_average() {
    assert_eq!(status("worsening", &averages(halves(50, 30))), Met);
    assert_eq!(status("worsening", &averages(halves(49, 30))), NotMet);
    assert_eq!(status("worsening", &averages(halves(30, 50))), NotMet);
    // One tenth less on one of 28 days.
    let mut days = halves(50, 30);
    days[9] = Some(49);
    let v = verdict("worsening", &averages(days));
    assert_eq!(v.status, NotMet);
    assert_eq!(v.fact("recent_mean_points").map(ToString::to_string).as_deref(), Some("4.9"));
    let v = verdict("worsening", &averages(halves(50, 30)));
    assert_eq!((v.dates.len(), v.dates[0]), (28, ago(27)));
    assert_eq!(
        v.summary(),
        "The mean of the last 28 days is 5.0 (28 days), that of the 28 before 3.0 (28 days). By \
         week it changed by +0.33."
    );
    // The 57th day is not read.
    let mut days = halves(50, 30);
    days.push(Some(100));
    assert_eq!(status("worsening", &averages(days)), Met);
}

#[test]
fn worsening_needs_fourteen_days_and_three_weeks_of_four_in_each_half() {
    // So many days recorded in each week, newest week first.
    let weeks = |n: [usize; 8]| {
        let days = n.iter().enumerate().flat_map(|(week, n)| {
            let score = if week < 4 { 60 } else { 20 };
            (0..7).map(move |day| (day < *n).then_some(score))
        });
        averages(days)
    };
    assert_eq!(status("worsening", &weeks([7; 8])), Met);
    // 5 + 5 + 4 = 14 days in three weeks.
    assert_eq!(status("worsening", &weeks([5, 5, 4, 0, 5, 5, 4, 0])), Met);
    // 13 days; and 14 days of which only two weeks have four.
    assert_eq!(status("worsening", &weeks([5, 4, 4, 0, 5, 5, 4, 0])), NotEnough);
    assert_eq!(status("worsening", &weeks([5, 5, 3, 1, 5, 5, 4, 0])), NotEnough);
    assert_eq!(status("worsening", &weeks([5, 5, 4, 0, 5, 4, 4, 0])), NotEnough);
    let v = verdict("worsening", &weeks([5, 5, 2, 0, 7, 7, 7, 7]));
    assert_eq!(v.needs.and_then(|n| n.days), Some(2));
}

#[test]
fn weeks_that_fall_speak_against_worsening() {
    // One week far above among weeks that fall: the means differ by exactly 2.
    let weeks = [17, 18, 19, 100, 17, 18, 19, 20];
    let days = weeks.iter().flat_map(|tenths| [Some(*tenths); 7]);
    let v = verdict("worsening", &averages(days));
    assert_eq!(v.fact("recent_mean_points").map(ToString::to_string).as_deref(), Some("3.8"));
    assert_eq!(v.fact("earlier_mean_points").map(ToString::to_string).as_deref(), Some("1.8"));
    assert_eq!(v.status, NotMet, "{}", v.summary());
}

#[test]
fn a_night_alone_is_no_day_of_a_mean() {
    let mut diary = averages(halves(50, 30).into_iter().skip(28).map(|_| None));
    for n in 0..56 {
        diary.night(ago(n), 90);
    }
    assert_eq!(status("worsening", &diary), NotEnough);
}

/// A first week and, from so many days later, a last one; zeros are never recorded.
fn first_and_last(first: i64, last: i64, apart: i64, n_first: i64, n_last: i64) -> Diary {
    let mut diary = Diary::default();
    for n in 0..n_first {
        diary.average(ago(apart - n), first);
    }
    for n in 0..n_last {
        diary.average(ago(n), last);
    }
    diary
}

fn begun(mut diary: Diary, days_ago: i64) -> Diary {
    diary.onset(&ago(days_ago).to_string());
    diary
}

#[test]
fn not_improving_compares_with_the_first_week_from_day_42() {
    let rule = "not-improving";
    let with_onset = |first, last, apart| begun(first_and_last(first, last, apart, 7, 7), apart);
    assert_eq!(status(rule, &with_onset(50, 50, 42)), Met);
    assert_eq!(status(rule, &with_onset(50, 50, 41)), NotMet);
    // Better by 30 %: 5.0 to 3.5; and by 2 points: 8.0 to 6.0 (25 %).
    assert_eq!(status(rule, &with_onset(50, 36, 42)), Met);
    assert_eq!(status(rule, &with_onset(50, 35, 42)), NotMet);
    assert_eq!(status(rule, &with_onset(80, 61, 42)), Met);
    assert_eq!(status(rule, &with_onset(80, 60, 42)), NotMet);
    // At least 2 now.
    assert_eq!(status(rule, &with_onset(20, 20, 42)), Met);
    assert_eq!(status(rule, &with_onset(19, 19, 42)), NotMet);
    // Worse is not better.
    assert_eq!(status(rule, &with_onset(20, 90, 42)), Met);
    let v = verdict(rule, &with_onset(50, 50, 42));
    assert!(v.summary().contains("(when it began)"), "{}", v.summary());
}

#[test]
fn not_improving_needs_four_days_of_each_week() {
    let rule = "not-improving";
    let days = |n_first, n_last| begun(first_and_last(50, 50, 60, n_first, n_last), 60);
    assert_eq!(status(rule, &days(4, 4)), Met);
    assert_eq!(status(rule, &days(3, 7)), NotEnough);
    assert_eq!(status(rule, &days(7, 3)), NotEnough);
    // Without an onset the first week of the diary stands for it, with five days.
    let diary = |n_first| first_and_last(50, 50, 60, n_first, 7);
    let v = verdict(rule, &diary(5));
    assert_eq!(v.status, Met);
    assert!(v.summary().contains(FIRST_ON_RECORD), "{}", v.summary());
    assert_eq!(status(rule, &diary(4)), NotEnough);
    assert_eq!(status(rule, &first_and_last(50, 50, 42, 7, 7)), Met);
    assert_eq!(status(rule, &first_and_last(50, 50, 41, 7, 7)), NotEnough);
    assert_eq!(status(rule, &Diary::default()), NotEnough);
}

/// What the sentence says of a week that is not known to be the pain's first.
const FIRST_ON_RECORD: &str = "(the first of it with enough scores in the last year)";

#[test]
fn a_diary_of_years_is_not_said_to_start_a_year_ago() {
    let mut diary = Diary::default();
    diary.days(800, 0, 5);
    let whole = sound(diary.says("not-improving", today()));
    assert_eq!(whole.status, Met);
    assert!(whole.summary().contains(FIRST_ON_RECORD), "{}", whole.summary());
    assert!(whole.summary().contains(&format!("the 7 days from {}", ago(364))), "{whole:?}");
    // The same when no more than the look back was loaded.
    let loaded = check(&diary.last(365, today()), today());
    assert_eq!(the("not-improving", loaded).summary(), whole.summary());
}

#[test]
fn a_pain_free_month_begins_it_anew() {
    let mut diary = Diary::default();
    diary.days(120, 110, 5).days(70, 41, 0).days(40, 0, 5);
    assert_eq!(status("not-improving", &diary), NotMet);
    let mut diary = Diary::default();
    diary.days(120, 110, 5).days(80, 51, 0).days(50, 0, 5);
    assert_eq!(status("not-improving", &diary), Met);
    diary.0.retain(|e| e.day < ago(50));
    diary.days(50, 0, 0);
    assert_eq!(status("not-improving", &diary), NotMet);
}

/// A day's worst with what else was said of it: interference, times woken, hours slept.
fn bad_day(diary: &mut Diary, n: i64, worst: i64, said: [Option<i64>; 3]) {
    diary.worst(ago(n), worst);
    let [interference, woken, slept] = said;
    let mut values = Vec::new();
    values.extend(interference.map(|t| (&day::INTERFERENCE, Value::Int(t))));
    values.extend(woken.map(|t| (&day::WOKEN, Value::Int(t))));
    #[expect(clippy::cast_precision_loss, reason = "hours of a day in tenths")]
    values.extend(slept.map(|t| (&day::SLEEP_HOURS, Value::Real(t as f64 / 10.0))));
    if !values.is_empty() {
        diary.put(Kind::Day, ago(n), &values);
    }
}

#[test]
fn struggling_is_two_of_three_days() {
    let of = |days: &[(i64, i64, [Option<i64>; 3])]| {
        let mut diary = Diary::default();
        for (n, worst, said) in days {
            bad_day(&mut diary, *n, *worst, *said);
        }
        status("severe-struggling", &diary)
    };
    let way = [Some(70), None, None];
    assert_eq!(of(&[(0, 70, way), (1, 70, way)]), Met);
    assert_eq!(of(&[(0, 70, way), (5, 20, [None; 3]), (13, 70, way)]), Met);
    assert_eq!(of(&[(0, 70, way), (5, 20, [None; 3]), (14, 70, way)]), NotEnough);
    assert_eq!(of(&[(0, 69, way), (1, 69, way)]), NotMet);
    // The fourth day back is not read.
    assert_eq!(of(&[(0, 20, way), (1, 20, way), (2, 80, way), (3, 80, way)]), NotMet);
    let quiet = |tenths, woken, slept| [Some(tenths), Some(woken), Some(slept)];
    for (said, expected) in [
        (quiet(69, 2, 40), NotMet),
        (quiet(70, 0, 80), Met),
        (quiet(0, 3, 80), Met),
        (quiet(0, 1, 39), Met),
        (quiet(0, 1, 40), NotMet),
        // Short of sleep for another reason.
        (quiet(0, 0, 30), NotMet),
        ([Some(60), None, None], NotEnough),
        ([Some(60), Some(0), None], NotMet),
        ([None; 3], NotEnough),
    ] {
        assert_eq!(of(&[(0, 90, said), (1, 90, said)]), expected, "{said:?}");
    }
    assert_eq!(of(&[]), NotEnough);
}

/// Patterns and rests of the last days, on worsening scores.
fn constant(all_day: i64, of: i64, rested: &str) -> Diary {
    let mut diary = averages(halves(45, 30));
    for n in 0..of {
        let word = if n < all_day { "all-day" } else { "on-and-off" };
        diary.put(Kind::Day, ago(n), &[(&day::PATTERN, Value::text(word))]);
    }
    for n in [0, 2, 4, 6] {
        diary.put(Kind::Day, ago(n), &[(&day::AFTER_REST, Value::text(rested))]);
    }
    diary
}

#[test]
fn constant_and_progressive_needs_all_three() {
    let rule = "constant-progressive";
    // 1.5 points worse, rest does not help, all day on 6 of 8 days: exactly 75 %.
    assert_eq!(status(rule, &constant(6, 8, "same")), Met);
    assert_eq!(status(rule, &constant(5, 7, "same")), NotMet);
    assert_eq!(status(rule, &constant(6, 6, "same")), NotEnough);
    assert_eq!(status(rule, &constant(8, 8, "better")), NotMet);
    let mut diary = constant(8, 8, "worse");
    assert_eq!(status(rule, &diary), Met);
    diary.average(ago(3), 100).average(ago(40), 100);
    diary.0.retain(|e| e.day != ago(40) || e.kind != Kind::Pain);
    diary.average(ago(40), 100).average(ago(41), 100);
    assert_eq!(status(rule, &diary), NotMet, "1.5 less a little");
}

#[test]
fn three_months_need_pain_in_each_of_three_stretches() {
    let rule = "pain-3-months";
    // The last 90 days in three; the start 92 days ago.
    let mut diary = Diary::default();
    diary.worst(ago(92), 30).worst(ago(89), 30).worst(ago(59), 30).worst(ago(29), 30);
    assert_eq!(status(rule, &diary), Met);
    let mut young = Diary::default();
    young.worst(ago(91), 30).worst(ago(89), 30).worst(ago(59), 30).worst(ago(29), 30);
    assert_eq!(status(rule, &young), NotEnough);
    assert_eq!(status(rule, &begun(young, 91)), NotMet);
    // The middle stretch without an entry.
    diary.0.retain(|e| e.day != ago(59));
    assert_eq!(status(rule, &diary), NotEnough);
    // Recorded as 0 throughout, it is also a pain-free month.
    diary.days(59, 30, 0);
    assert_eq!(status(rule, &diary), NotMet);
    assert_eq!(status(rule, &Diary::default()), NotEnough);
}

/// Scores of up to 120 days, newest first, with gaps.
fn days() -> impl Strategy<Value = Vec<Option<i64>>> {
    vec(prop_oneof![2 => Just(None), 7 => (0..=100_i64).prop_map(Some)], 0..120)
}

/// The means of two stretches again, word by word, as a fraction of tenths.
fn rises(days: &[Option<i64>], at_least: i64) -> Option<bool> {
    let sum = |range: std::ops::Range<usize>| -> (i64, i64) {
        let scores = range.filter_map(|n| days.get(n).copied().flatten());
        scores.fold((0, 0), |(sum, n), t| (sum + t, n + 1))
    };
    for half in [0, 28] {
        let n_weeks = (0..4).filter(|w| sum(half + 7 * w..half + 7 * w + 7).1 >= 4).count();
        if sum(half..half + 28).1 < 14 || n_weeks < 3 {
            return None;
        }
    }
    let ((now, n), (before, m)) = (sum(0..28), sum(28..56));
    Some(now * m - before * n >= at_least * n * m)
}

fn dates_are_of(verdict: &Verdict, from: NaiveDate) -> bool {
    verdict.dates.iter().all(|d| (from..=today()).contains(d))
}

proptest! {
    #[test]
    fn worsening_agrees_with_the_means_taken_by_hand(days in days()) {
        let v = verdict("worsening", &averages(days.clone()));
        match (rises(&days, 20), v.status) {
            (None, status) => prop_assert_eq!(status, NotEnough),
            (Some(false), status) => prop_assert_eq!(status, NotMet),
            // The weeks may speak against it.
            (Some(true), status) => prop_assert!(status != NotEnough),
        }
        prop_assert!(dates_are_of(&v, ago(27)));
    }

    #[test]
    fn filling_gaps_never_turns_a_sure_answer_of_three_months_round(
        days in days(), fill in 0..2_i64,
    ) {
        // Whatever the days without a score were, a yes stays one; a no needs none missing.
        let before = status("pain-3-months", &begun(averages(days.clone()), 200));
        let mut filled = days;
        filled.resize(120, None);
        for day in &mut filled {
            day.get_or_insert(fill * 30);
        }
        let after = status("pain-3-months", &begun(averages(filled), 200));
        if before == Met && fill == 1 {
            prop_assert_eq!(after, Met);
        }
        if before == NotMet && fill == 0 {
            prop_assert_eq!(after, NotMet);
        }
        prop_assert!(after != NotEnough);
    }

    #[test]
    fn struggling_is_decided_only_when_no_answer_could_change_it(
        worst in vec(prop_oneof![Just(None), Just(Some(60)), Just(Some(80))], 1..5),
        said in vec(prop_oneof![Just(None), Just(Some(0)), Just(Some(90))], 5),
    ) {
        let of = |fill: Option<i64>| {
            let mut diary = Diary::default();
            for ((n, worst), said) in (0..).zip(&worst).zip(&said) {
                if let Some(worst) = worst {
                    let said = said.or(fill);
                    let rest = said.map(|_| 0);
                    bad_day(&mut diary, n, *worst, [said, rest, rest.map(|_| 80)]);
                }
            }
            status("severe-struggling", &diary)
        };
        let (open, low, high) = (of(None), of(Some(0)), of(Some(90)));
        if open != NotEnough {
            prop_assert_eq!((low, high), (open, open));
        }
    }

    #[test]
    fn every_verdict_is_sound_and_needs_no_more_than_a_year(
        days in days(), signs in vec((0..27_usize, 0..40_i64, any::<bool>()), 0..12),
    ) {
        let mut diary = averages(days);
        for (sign, n, present) in signs {
            diary.tick(ago(n), twinge::journal::SYMPTOMS[sign].id, present);
        }
        let all = check(&diary.journal(), today());
        prop_assert_eq!(all.len(), RULES.len());
        for (v, part) in all.iter().zip(check(&diary.last(LOOKBACK_DAYS, today()), today())) {
            sound(v.clone());
            prop_assert_eq!(essence(v), essence(&part));
        }
    }
}
