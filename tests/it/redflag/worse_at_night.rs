//! Pain worse at night: nights of 0 to 13 days ago, each with the day before and its own day.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use twinge::journal::Value;
use twinge::journal::fields::{pain, symptom};
use twinge::redflag::{Fact, Status, Urgency, Verdict};

use super::{Diary, Kind, ago, before, date, essence, sound, today};

const RULE: &str = "worse-at-night";

fn verdict(diary: &Diary) -> Verdict {
    sound(diary.says(RULE, today()))
}

fn number(v: &Verdict, name: &str) -> i64 {
    match v.fact(name) {
        Some(Fact::Count(n)) => *n,
        other => panic!("{name} is {other:?}"),
    }
}

fn shown(v: &Verdict, name: &str) -> Option<String> {
    v.fact(name).map(ToString::to_string)
}

/// Pairs of the newest nights, each night with its own score, every day with the same.
fn nights(day_tenths: i64, nights_tenths: &[i64]) -> Diary {
    let mut diary = Diary::default();
    diary.average(today(), day_tenths);
    for (n, tenths) in (0..).zip(nights_tenths) {
        diary.night(ago(n), *tenths).average(ago(n + 1), day_tenths);
    }
    diary
}

#[test]
fn fires_with_its_dates_and_evidence() {
    // 12 nights above days of 3: nine of 6.2 and three of 3: (9 x 3.2 + 3 x 0) / 12 = 2.4.
    let scores = [62, 62, 30, 62, 62, 30, 62, 62, 30, 62, 62, 62];
    let v = verdict(&nights(30, &scores));
    assert_eq!((v.status, v.urgency()), (Status::Met, Urgency::Urgent));
    assert_eq!((number(&v, "paired_nights"), number(&v, "nights_above")), (12, 9));
    assert_eq!(shown(&v, "mean_difference_points").as_deref(), Some("2.4"));
    // (9 x 6.2 + 3 x 3) / 12 = 5.4.
    assert_eq!(shown(&v, "mean_night_points").as_deref(), Some("5.4"));
    assert!(v.summary().starts_with(
        "Night rated on average 2.4 points above day, by 1 point or more on 9 of 12 paired \
         nights; night pain 5.4 on average."
    ));
    assert_eq!((v.dates.len(), v.dates[8]), (9, today()));
}

#[test]
fn silent_when_days_are_worse() {
    let v = verdict(&nights(60, &[40; 10]));
    assert_eq!(v.status, Status::NotMet);
    assert!(v.summary().contains("2.0 points below day"), "{}", v.summary());
}

#[test]
fn a_mean_of_2_is_enough_and_1_9_is_not() {
    assert_eq!(verdict(&nights(30, &[50; 7])).status, Status::Met);
    assert_eq!(verdict(&nights(30, &[49; 7])).status, Status::NotMet);
    // One tenth less on one of fourteen nights: 27.9 / 14 = 1.99…, shown as 1.9.
    let mut scores = [50; 14];
    scores[5] = 49;
    let v = verdict(&nights(30, &scores));
    assert_eq!(v.status, Status::NotMet);
    assert_eq!(shown(&v, "mean_difference_points").as_deref(), Some("1.9"));
    // Tenths that no binary number holds: 0.1 to 6.7 above 0.1 … add up to exactly 2.0.
    for day in 0..=60 {
        let scores = [day + 10, day + 30, day + 13, day + 27, day + 19, day + 21, day + 20];
        let v = verdict(&nights(day, &scores));
        let reaches_4 = 7 * day + 140 >= 280;
        let met = if reaches_4 { Status::Met } else { Status::NotMet };
        assert_eq!(v.status, met, "days of {day} tenths");
    }
}

#[test]
fn a_day_of_several_moments_is_their_exact_mean() {
    // Each day three moments, 1 1 2: 4/3. Nights 10/3 above by 2 cannot be said in tenths, so
    // days alternate between 4/3 and 5/3: every pair's days are 1.5 on average.
    let mut diary = Diary::default();
    for n in 0..=8 {
        let odd = if n % 2 == 0 { 10 } else { 20 };
        diary.moment(ago(n), 10).moment(ago(n), odd).moment(ago(n), 20);
    }
    for n in 0..8 {
        diary.night(ago(n), 35);
    }
    let v = verdict(&diary);
    // Exactly 2 above, but nights of 3.5 are below 4.
    assert_eq!(shown(&v, "mean_difference_points").as_deref(), Some("2.0"));
    assert_eq!(v.status, Status::NotMet);
    // 1 point more by night and by day.
    let mut higher = Diary::default();
    for n in 0..=8 {
        let odd = if n % 2 == 0 { 20 } else { 30 };
        higher.moment(ago(n), 20).moment(ago(n), odd).moment(ago(n), 30);
        higher.night(ago(n), 45);
    }
    assert_eq!(verdict(&higher).status, Status::Met);
}

#[test]
fn half_of_the_nights_are_enough_and_less_is_not() {
    // Seven of fourteen nights 4.0 above, seven level: 2.0 on average, 50 %.
    let mut scores = vec![70; 7];
    scores.extend([30; 7]);
    assert_eq!(verdict(&nights(30, &scores)).status, Status::Met);
    // Six of thirteen, 46 %, with more than 2 on average.
    let mut scores = vec![90; 6];
    scores.extend([30; 7]);
    let v = verdict(&nights(30, &scores));
    assert_eq!((v.status, number(&v, "nights_above")), (Status::NotMet, 6));
    // A night is above from exactly 1 point on: seven 3.0 above, one 1.0 or 0.9 above, six
    // of fourteen level. (7 x 4.0 + 1.0) / 14 and as much with 0.9 exceed 2.0.
    for (edge, n_above) in [(40, 8), (39, 7)] {
        let mut scores = vec![70; 7];
        scores.push(edge);
        scores.extend([30; 6]);
        assert_eq!(number(&verdict(&nights(30, &scores)), "nights_above"), n_above);
    }
    // 49 % cannot be of 14 nights; 6 of 14 is what is next below half.
    let mut scores = vec![90; 6];
    scores.extend([39; 8]);
    let v = verdict(&nights(30, &scores));
    assert_eq!((number(&v, "nights_above"), v.status), (6, Status::NotMet));
    scores[6] = 40;
    assert_eq!(verdict(&nights(30, &scores)).status, Status::Met);
}

#[test]
fn a_mean_night_of_4_is_enough_and_3_9_is_not() {
    assert_eq!(verdict(&nights(20, &[40; 7])).status, Status::Met);
    assert_eq!(verdict(&nights(19, &[39; 7])).status, Status::NotMet);
    let v = verdict(&nights(10, &[40, 40, 40, 40, 40, 40, 39]));
    assert_eq!(v.status, Status::NotMet);
    assert_eq!(shown(&v, "mean_night_points").as_deref(), Some("3.9"));
}

#[test]
fn seven_pairs_are_enough_and_six_are_not() {
    assert_eq!(verdict(&nights(30, &[50; 7])).status, Status::Met);
    let v = verdict(&nights(30, &[90; 6]));
    assert_eq!((v.status, number(&v, "paired_nights")), (Status::NotEnough, 6));
    let needs = v.needs.unwrap();
    assert!(needs.sentence.contains("1 more night with a score"), "{}", needs.sentence);
    assert_eq!(needs.days, Some(1));
}

#[test]
fn a_pair_needs_the_night_and_both_days() {
    let whole = nights(30, &[60; 14]);
    assert_eq!(number(&verdict(&whole), "paired_nights"), 14);
    // Without the average of 5 days ago, the nights of 5 and of 4 days ago have no pair.
    let mut gap = whole.clone();
    gap.0.retain(|e| !(e.day == ago(5) && e.values.score(&pain::AVERAGE).is_some()));
    assert_eq!(number(&verdict(&gap), "paired_nights"), 12);
    // Without a night, that one.
    let mut gap = whole.clone();
    gap.0.retain(|e| !(e.day == ago(5) && e.values.score(&pain::NIGHT).is_some()));
    assert_eq!(number(&verdict(&gap), "paired_nights"), 13);
    // Without the whole day, its own and the next; the days beside it are no neighbours.
    let mut gap = whole.clone();
    gap.0.retain(|e| e.day != ago(5));
    assert_eq!(number(&verdict(&gap), "paired_nights"), 12);
    // A score on getting up is neither day nor night.
    let mut morning = Diary::default();
    for n in 0..14 {
        morning.night(ago(n), 60);
        morning.put(Kind::Pain, ago(n), &[(&pain::MORNING, Value::Int(30))]);
    }
    assert_eq!(number(&verdict(&morning), "paired_nights"), 0);
}

#[test]
fn the_window_is_14_nights_with_the_day_before_the_first() {
    let v = verdict(&nights(30, &[60; 20]));
    assert_eq!((number(&v, "paired_nights"), v.dates[0]), (14, ago(13)));
    // Seven pairs that end 7 days ago are 7 to 13 days ago; a day later one is too old.
    let diary = nights(30, &[60; 7]);
    let later = |n: u64| sound(diary.says(RULE, today() + chrono::Days::new(n)));
    assert_eq!(later(7).status, Status::Met);
    assert_eq!((later(8).status, number(&later(8), "paired_nights")), (Status::NotEnough, 6));
}

#[test]
fn five_reports_in_the_last_seven_recorded_days_are_enough_and_four_are_not() {
    let reports = |on: &[i64]| {
        let mut diary = Diary::default();
        diary.days(6, 0, 3);
        for at in on {
            diary.woken(ago(*at), 1);
        }
        verdict(&diary)
    };
    let v = reports(&[6, 4, 3, 2, 0]);
    assert_eq!(v.status, Status::Met);
    assert_eq!(v.dates, [ago(6), ago(4), ago(3), ago(2), ago(0)]);
    assert_eq!(number(&v, "days_reported"), 5);
    let v = reports(&[6, 4, 2, 0]);
    assert_eq!(v.status, Status::NotEnough);
    assert_eq!(v.needs.unwrap().days, Some(1));
}

#[test]
fn a_report_is_a_tick_or_being_woken_and_a_denial_is_either() {
    let mut diary = Diary::default();
    diary.tick(ago(0), "worse-at-night", true).woken(ago(1), 2).woken(ago(3), 1);
    diary.tick(ago(4), "worse-at-night", true);
    assert_eq!(verdict(&diary).status, Status::NotEnough);
    // Woken not at all, but ticked: a report.
    diary.woken(ago(2), 0).tick(ago(2), "worse-at-night", true);
    assert_eq!(verdict(&diary).status, Status::Met);
    // Other signs, and a sign without an answer, say nothing of it.
    let mut diary = Diary::default();
    diary.tick(ago(0), "fever-unwell", true).tick(ago(1), "weight-loss", false);
    diary.put(Kind::Symptom, ago(2), &[(&symptom::SYMPTOM, Value::text("worse-at-night"))]);
    let v = verdict(&diary);
    assert_eq!((number(&v, "days_with_an_entry"), number(&v, "days_reported")), (3, 0));
    assert_eq!((number(&v, "days_denied"), v.status), (0, Status::NotEnough));
}

#[test]
fn three_denials_of_seven_leave_too_few_days() {
    let denied = |n: i64| {
        let mut diary = Diary::default();
        diary.days(6, 0, 3);
        for at in 0..n {
            diary.woken(ago(at), 0);
        }
        verdict(&diary)
    };
    assert_eq!(denied(3).status, Status::NotMet);
    let v = denied(2);
    assert_eq!((v.status, v.needs.unwrap().days), (Status::NotEnough, Some(1)));
    // Three recorded days, all denied: whatever four more days say, five reports cannot be.
    let mut diary = Diary::default();
    for at in 0..3 {
        diary.tick(ago(at), "worse-at-night", false);
    }
    assert_eq!(verdict(&diary).status, Status::NotMet);
}

#[test]
fn the_last_seven_recorded_days_lie_within_fourteen() {
    // Reports 9 to 13 days ago are within; those of 10 to 14 days ago are not all.
    let reports = |from: i64| {
        let mut diary = Diary::default();
        for at in 0..5 {
            diary.tick(ago(from + at), "worse-at-night", true);
        }
        diary
    };
    assert_eq!(verdict(&reports(9)).status, Status::Met);
    assert_eq!(verdict(&reports(10)).status, Status::NotEnough);
    // Two newer recorded days leave the five; a third pushes one out.
    assert_eq!(verdict(reports(3).days(1, 0, 2)).status, Status::Met);
    assert_eq!(verdict(reports(3).days(2, 0, 2)).status, Status::NotEnough);
    // An exercise or an event is no such day.
    let mut diary = reports(3);
    diary.days(1, 0, 2).put(Kind::Event, ago(2), &[]).put(Kind::Exercise, ago(2), &[]);
    assert_eq!(verdict(&diary).status, Status::Met);
}

#[test]
fn either_way_of_asking_is_an_answer() {
    // Measured no, reported yes.
    let mut diary = nights(50, &[50; 7]);
    (0..5).for_each(|n| {
        diary.woken(ago(n), 1 + n % 3);
    });
    let v = verdict(&diary);
    let woken: Vec<_> = (0..5).rev().map(ago).collect();
    assert_eq!((v.status, v.dates), (Status::Met, woken));
    // Measured yes, denied.
    let mut diary = nights(30, &[60; 7]);
    for n in 0..7 {
        diary.woken(ago(n), 0);
    }
    assert_eq!(verdict(&diary).status, Status::Met);
    // Measured no, not asked otherwise: a no. Not measured, denied: a no.
    assert_eq!(verdict(&nights(50, &[50; 7])).status, Status::NotMet);
    // Both yes: the days of both.
    let mut diary = nights(30, &[60; 7]);
    (0..5).for_each(|n| {
        diary.woken(ago(n), 1);
    });
    diary.woken(ago(8), 1);
    assert_eq!(verdict(&diary).dates.len(), 7);
}

#[test]
fn later_entries_order_and_time_of_writing_do_not_matter() {
    let mut diary = nights(30, &[60, 50, 40, 70, 60, 50, 40, 60]);
    diary.woken(ago(3), 1).tick(ago(4), "worse-at-night", true);
    let then = essence(&verdict(&diary));
    let mut other = diary.clone();
    other.0.reverse();
    other.night(today() + chrono::Days::new(1), 0).woken(today() + chrono::Days::new(2), 0);
    assert_eq!(essence(&verdict(&other)), then);
}

#[test]
fn nights_over_a_leap_day_and_a_change_of_clocks_are_nights() {
    for as_of in ["2024-03-02", "2026-03-30", "2026-10-27"] {
        let mut diary = Diary::default();
        for n in 0..8 {
            let day = before(date(as_of), n);
            diary.average(day, 30).night(day, 50);
        }
        let v = sound(diary.says(RULE, date(as_of)));
        assert_eq!((v.status, number(&v, "paired_nights")), (Status::Met, 7), "{as_of}");
    }
}

proptest! {
    /// The rule again, by hand in twelfths of nothing: whole tenths, doubled.
    #[test]
    fn agrees_with_whole_numbers(
        scores in vec((option::of(0..=100_i64), option::of(0..=100_i64)), 15..=15),
    ) {
        let mut diary = Diary::default();
        for (n, (day, night)) in (0..).zip(&scores) {
            if let Some(tenths) = day {
                diary.average(ago(n), *tenths);
            }
            if let Some(tenths) = night {
                diary.night(ago(n), *tenths);
            }
        }
        let (mut pairs, mut above, mut twice, mut sum) = (0, 0, 0, 0);
        for n in 0..14 {
            if let ((Some(day), Some(night)), (Some(before), _)) = (scores[n], scores[n + 1]) {
                let difference = 2 * night - day - before;
                pairs += 1;
                above += i64::from(difference >= 20);
                twice += difference;
                sum += night;
            }
        }
        let met = twice >= 40 * pairs && 2 * above >= pairs && sum >= 40 * pairs;
        let expected = match (pairs >= 7, met) {
            (false, _) => Status::NotEnough,
            (true, true) => Status::Met,
            (true, false) => Status::NotMet,
        };
        let v = verdict(&diary);
        prop_assert_eq!(v.status, expected);
        prop_assert_eq!(number(&v, "paired_nights"), pairs);
    }

    #[test]
    fn a_point_more_each_night_never_takes_it_back(
        scores in vec((option::of(0..=100_i64), option::of(0..=90_i64)), 15..=15),
    ) {
        let written = |more: i64| {
            let mut diary = Diary::default();
            for (n, (day, night)) in (0..).zip(&scores) {
                diary.average(ago(n), day.unwrap_or(20));
                if let Some(tenths) = night {
                    diary.night(ago(n), tenths + more);
                }
            }
            verdict(&diary).status
        };
        if written(0) == Status::Met {
            prop_assert_eq!(written(10), Status::Met);
        }
    }
}
