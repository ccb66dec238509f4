//! Pain for six months or longer. The window is 183 days ending today: 0 to 182 days ago.

use chrono::NaiveDate;
use twinge::journal::Value;
use twinge::journal::fields::pain;
use twinge::redflag::{Fact, Status, Urgency, Verdict};

use super::{Diary, Kind, ago, before, date, essence, sound, today};

fn verdict(diary: &Diary) -> Verdict {
    sound(diary.says("pain-6-months", today()))
}

fn number(v: &Verdict, name: &str) -> i64 {
    match v.fact(name) {
        Some(Fact::Count(n)) => *n,
        other => panic!("{name} is {other:?}"),
    }
}

fn dated(v: &Verdict, name: &str) -> Option<NaiveDate> {
    match v.fact(name) {
        Some(Fact::Date(day)) => Some(*day),
        _ => None,
    }
}

fn needs(v: &Verdict) -> (Option<i64>, &str) {
    v.needs.as_ref().map_or((None, ""), |n| (n.days, n.sentence.as_str()))
}

#[test]
fn fires_with_its_dates_evidence_and_sources() {
    let v = verdict(Diary::default().days(200, 0, 3));
    assert_eq!((v.status, v.urgency()), (Status::Met, Urgency::Soon));
    assert_eq!(v.dates.len(), 183);
    assert_eq!((v.dates[0], v.dates[182]), (ago(182), today()));
    assert_eq!(number(&v, "window_days"), 183);
    assert_eq!(number(&v, "pain_days"), 183);
    assert_eq!(number(&v, "missing_days"), 0);
    // 2026-03-15 less 200 days.
    assert_eq!(dated(&v, "began_on_or_before"), Some(date("2025-08-27")));
    assert!(v.sources().len() >= 2);
    assert_eq!(
        v.summary(),
        "You recorded pain on 183 of the last 183 days; 0 days have no score. 92 days are at \
         least 50 %. It began on or before 2025-08-27, 200 days ago."
    );
}

#[test]
fn silent_when_every_day_is_a_zero() {
    let v = verdict(Diary::default().days(364, 0, 0));
    assert_eq!(v.status, Status::NotMet);
}

#[test]
fn ninety_two_days_are_half_of_183_and_91_are_not() {
    // Pain every other day, zeros between: 0, 2 … 182 days ago are 92 days, and the pain of
    // 184 days ago dates the start. 2 x 91 = 182 < 183 <= 184 = 2 x 92.
    let mut diary = Diary::default();
    for n in 0..=184 {
        diary.worst(ago(n), if n % 2 == 0 { 30 } else { 0 });
    }
    let v = verdict(&diary);
    assert_eq!((number(&v, "pain_days"), v.status), (92, Status::Met));
    diary.0.retain(|e| e.day != ago(100));
    let v = verdict(diary.worst(ago(100), 0));
    assert_eq!((number(&v, "pain_days"), v.status), (91, Status::NotMet));
    assert_eq!(number(&v, "pain_days_needed"), 92);
}

#[test]
fn missing_days_may_be_either_until_they_are_too_few() {
    // Pain every third day: 0, 3 … 180 days ago are 61 days. 61 + 30 = 91 days are too few
    // whatever the missing ones were; 61 + 31 = 92 are not.
    for (missing, status) in [(30, Status::NotMet), (31, Status::NotEnough)] {
        let mut diary = Diary::default();
        for n in 0..=183 {
            match n % 3 {
                0 => diary.worst(ago(n), 20),
                1 if n < 3 * missing => &mut diary,
                _ => diary.worst(ago(n), 0),
            };
        }
        let v = verdict(&diary);
        assert_eq!((number(&v, "pain_days"), number(&v, "missing_days")), (61, missing));
        assert_eq!(v.status, status, "{missing} missing");
        if status == Status::NotEnough {
            // 92 - 61.
            assert_eq!(needs(&v).0, Some(31));
            let says = "at least 31 more days with pain recorded among the 31 of the last 183";
            assert!(needs(&v).1.contains(says), "{}", needs(&v).1);
        }
    }
}

#[test]
fn a_start_183_days_ago_is_long_enough_and_182_is_not() {
    for (days, status) in [(182, Status::NotMet), (183, Status::Met)] {
        let v = verdict(Diary::default().days(182, 0, 5).onset(&ago(days).to_string()));
        assert_eq!(v.status, status, "{days} days");
        assert_eq!(dated(&v, "began_on"), Some(ago(days)));
        assert_eq!(number(&v, "began_days_ago"), days);
    }
}

#[test]
fn the_first_day_on_record_is_only_the_latest_start() {
    // Nothing says that the pain began with the diary.
    let v = verdict(Diary::default().days(182, 0, 5));
    assert_eq!(v.status, Status::NotEnough);
    let sentence = "Not enough entries to say; it takes 1 more day, or say when it began: twinge \
                    profile onset DATE.";
    assert_eq!(needs(&v), (Some(1), sentence));
    assert_eq!(verdict(Diary::default().days(183, 0, 5)).status, Status::Met);
    let young = verdict(Diary::default().days(100, 0, 5));
    assert_eq!(young.status, Status::NotEnough);
    assert_eq!(needs(&young).0, Some(83));
}

#[test]
fn an_onset_before_the_diary_counts_and_says_how_little_is_covered() {
    let v = verdict(Diary::default().days(99, 0, 5).onset("2024-12-20"));
    // 2024-12-20 to 2026-03-15: 14 whole months (to 02-20); 100 of 183 days are covered.
    assert_eq!(v.status, Status::Met);
    assert_eq!(number(&v, "onset_reported_months"), 14);
    assert!(!v.summary().contains("the diary covers"));

    // 91 of 183 days are under half, 92 are not.
    for (days, says) in [(91, true), (92, false)] {
        let v = verdict(Diary::default().days(days - 1, 0, 5).onset("2024-12-20"));
        assert_eq!(v.summary().contains("the diary covers"), says, "{days}");
    }
    let v = verdict(Diary::default().days(39, 0, 5).onset("2024-12-20"));
    assert_eq!(v.status, Status::NotEnough);
    let said = "You reported 14 months; the diary covers 40 days of the last 183.";
    assert!(v.summary().contains(said), "{}", v.summary());
}

#[test]
fn a_partial_onset_is_bounded_by_its_days_and_by_the_first_pain_in_it() {
    // The last 100 days have pain, the days before have no score; 99 days ago is 2025-12-06.
    // 183 days ago is 2025-09-13.
    for (said, status) in [
        ("2024", Status::Met),          // 2024-12-31 at the latest: 439 days ago
        ("2025-08", Status::Met),       // 2025-08-31 at the latest: 196 days ago
        ("2025-09", Status::NotEnough), // 2025-09-01 to 09-30: 195 to 166 days ago
        ("2025-10", Status::NotMet),    // 2025-10-01 at the earliest: 165 days ago
        ("2025", Status::NotEnough),    // 2025-01-01 to 12-06, the first pain in it
        ("2026", Status::NotMet),       // 2026-01-01 at the earliest, and pain that day
        ("2027", Status::NotMet),       // after today: taken as today
    ] {
        let v = verdict(Diary::default().days(99, 0, 5).onset(said));
        assert_eq!(v.status, status, "{said}");
    }
    let v = verdict(Diary::default().days(99, 0, 5).onset("2025"));
    assert_eq!(dated(&v, "began_on_or_after"), Some(date("2025-01-01")));
    assert_eq!(dated(&v, "began_on_or_before"), Some(ago(99)));
    // 183 - 99.
    assert_eq!(needs(&v).0, Some(84));
}

#[test]
fn a_pain_free_month_begins_it_anew() {
    // Pain from 300 to 161 days ago and from 130 days ago on: 30 days between, 160 to 131.
    let with_gap = |first: i64, zeros: i64| {
        let mut diary = Diary::default();
        diary.days(300, first + 1, 4).days(130, 0, 4);
        for n in 0..zeros {
            diary.worst(ago(131 + 2 * n), 0);
        }
        verdict(&diary)
    };
    // 30 days with 15 zeros end an episode; 29 days or 14 zeros do not.
    let v = with_gap(160, 15);
    assert_eq!((v.status, dated(&v, "began_on")), (Status::NotMet, Some(ago(130))));
    assert!(v.summary().contains("after a pain-free time"), "{}", v.summary());
    let v = with_gap(160, 14);
    assert_eq!((v.status, dated(&v, "began_on_or_before")), (Status::Met, Some(ago(300))));
    // With 15 zeros on 131, 133 … 159 days ago, a day of pain 160 days ago leaves 29 days.
    assert_eq!(with_gap(159, 15).status, Status::Met);
    // Missing days alone end nothing.
    assert_eq!(with_gap(160, 0).status, Status::Met);
}

#[test]
fn a_start_after_a_pain_free_month_is_known_to_the_day() {
    for (days, status) in [(182, Status::NotMet), (183, Status::Met)] {
        let v = verdict(Diary::default().days(days + 30, days + 1, 0).days(days, 0, 4));
        assert_eq!((v.status, dated(&v, "began_on")), (status, Some(ago(days))));
    }
    // 29 zeros before the first pain on record are no month: it began on that day or before.
    let v = verdict(Diary::default().days(182 + 29, 183, 0).days(182, 0, 4));
    assert_eq!((v.status, dated(&v, "began_on_or_before")), (Status::NotEnough, Some(ago(182))));
}

#[test]
fn a_pain_free_month_outweighs_an_earlier_onset_only() {
    let mut diary = Diary::default();
    diary.days(300, 161, 4).days(160, 131, 0).days(130, 0, 4);
    let says = |onset: i64| verdict(diary.clone().onset(&ago(onset).to_string()));
    // 30 days lie between an onset 161 days ago and the pain 130 days ago, 29 after 160.
    for (onset, began) in [(400, 130), (161, 130), (160, 160), (140, 140), (20, 20)] {
        let v = says(onset);
        assert_eq!(dated(&v, "began_on"), Some(ago(began)), "{onset}");
        assert_eq!(v.status, Status::NotMet);
    }
    // A month that the gap ends in: from the day after the latest onset that it comes after.
    let v = verdict(diary.clone().onset("2025"));
    assert_eq!(dated(&v, "began_on_or_after"), Some(ago(160)));
    assert_eq!(dated(&v, "began_on_or_before"), Some(ago(130)));
    assert_eq!(v.status, Status::NotMet);
}

#[test]
fn the_zeros_too_must_lie_after_the_onset() {
    // 15 zeros from 175 to 161 days ago, then nothing until the pain of 130 days ago.
    let mut diary = Diary::default();
    diary.days(300, 190, 4).days(175, 161, 0).days(130, 0, 4);
    let began =
        |onset: i64| dated(&verdict(diary.clone().onset(&ago(onset).to_string())), "began_on");
    assert_eq!(began(176), Some(ago(130)));
    // 14 of them after the onset are too few.
    assert_eq!(began(175), Some(ago(175)));
}

#[test]
fn a_month_as_onset_is_bounded_to_the_day() {
    // Pain from 2025-11-01 on. 183 days before 2026-03-03 is 2025-09-01, the first day that
    // "2025-09" can mean; a day earlier it cannot be long enough.
    let mut diary = Diary::default();
    diary.onset("2025-09");
    for n in 0..120 {
        diary.worst(before(date("2026-02-28"), n), 30);
    }
    assert_eq!(diary.says("pain-6-months", date("2026-03-03")).status, Status::NotEnough);
    assert_eq!(diary.says("pain-6-months", date("2026-03-02")).status, Status::NotMet);

    // Zeros from 2025-09-21 to 10-31, pain before and after: thirty days lie after an onset
    // on 10-01 and not after one on 10-02.
    let mut diary = Diary::default();
    for n in 0..40 {
        diary.worst(before(date("2025-09-20"), n), 30);
    }
    for n in 0..41 {
        diary.worst(before(date("2025-10-31"), n), 0);
    }
    for n in 0..135 {
        diary.worst(ago(n), 30); // 134 days ago is 2025-11-01
    }
    let v = verdict(diary.clone().onset("2025-10"));
    assert_eq!(dated(&v, "began_on_or_after"), Some(date("2025-10-02")));
    assert_eq!(dated(&v, "began_on_or_before"), Some(date("2025-11-01")));
    assert_eq!(
        dated(&verdict(diary.clone().onset("2025-11")), "began_on"),
        Some(date("2025-11-01"))
    );
    assert_eq!(
        dated(&verdict(diary.clone().onset("2025-09")), "began_on"),
        Some(date("2025-11-01"))
    );
}

#[test]
fn with_an_onset_the_days_up_to_the_diary_belong_to_the_pain_free_time() {
    // Told that it began 400 days ago, then 15 zeros from 220 days ago, then pain: the days
    // since the onset without pain are more than thirty.
    let mut diary = Diary::default();
    diary.days(220, 206, 0).days(205, 0, 4);
    let v = verdict(diary.clone().onset(&ago(400).to_string()));
    assert_eq!((v.status, dated(&v, "began_on")), (Status::Met, Some(ago(205))));
    // Without one they may be no more than fifteen.
    let v = verdict(&diary);
    assert_eq!((v.status, dated(&v, "began_on_or_before")), (Status::Met, Some(ago(205))));
}

#[test]
fn a_pain_free_time_that_goes_on_is_a_no() {
    let mut diary = Diary::default();
    diary.days(300, 30, 4).days(29, 0, 0);
    let v = verdict(&diary);
    // 183 - 30 = 153 pain days: the share alone would do.
    assert_eq!((number(&v, "pain_days"), v.status), (153, Status::NotMet));
    assert_eq!(verdict(diary.worst(today(), 10)).status, Status::Met);
}

#[test]
fn a_score_below_one_is_neither_pain_nor_a_recorded_zero() {
    let mut diary = Diary::default();
    diary.days(300, 161, 4).days(130, 0, 4);
    for n in 131..=160 {
        diary.worst(ago(n), 9);
    }
    let v = verdict(&diary);
    assert_eq!((number(&v, "pain_days"), v.status), (131 + 22, Status::Met));
    // 1.0 is pain.
    assert_eq!(number(&verdict(Diary::default().worst(today(), 10)), "pain_days"), 1);
}

#[test]
fn any_score_makes_a_day_of_pain_and_the_highest_counts() {
    let mut diary = Diary::default();
    diary.night(ago(0), 30).moment(ago(1), 0).moment(ago(1), 20);
    diary.put(Kind::Pain, ago(2), &[(&pain::MORNING, Value::Int(10))]).average(ago(3), 0);
    let v = verdict(&diary);
    assert_eq!((number(&v, "pain_days"), number(&v, "recorded_days")), (3, 4));
}

#[test]
fn later_entries_are_not_read() {
    let mut diary = Diary::default();
    diary.days(183, 0, 4);
    let then = essence(&verdict(&diary));
    for n in 1..200 {
        diary.worst(today() + chrono::Days::new(n), 0);
    }
    assert_eq!(essence(&verdict(&diary)), then);
    // As of the day before, the start was 182 days ago.
    assert_eq!(diary.says("pain-6-months", ago(1)).status, Status::NotEnough);
}

#[test]
fn order_and_time_of_writing_do_not_matter() {
    let mut diary = Diary::default();
    diary.days(250, 221, 0).days(183, 100, 4).days(98, 0, 2);
    let forwards = essence(&verdict(&diary));
    // Written years later, the last day first, the missing day at the very end.
    let mut backwards = diary.clone();
    backwards.0.reverse();
    assert_eq!(essence(&verdict(&backwards)), forwards);
    let complete = essence(&verdict(diary.worst(ago(99), 30)));
    let mut in_order = Diary::default();
    in_order.days(250, 221, 0).days(183, 100, 4).worst(ago(99), 30).days(98, 0, 2);
    assert_eq!(essence(&verdict(&in_order)), complete);
}

#[test]
fn the_29th_of_february_is_a_day() {
    // 183 days ending 2024-05-01 begin on 2023-11-01: 30 + 31 + 31 + 29 + 31 + 30 + 1.
    let as_of = date("2024-05-01");
    let mut diary = Diary::default();
    diary.worst(date("2023-10-31"), 30);
    for n in 0..183 {
        diary.worst(before(as_of, n), 30);
    }
    let v = sound(diary.says("pain-6-months", as_of));
    assert_eq!((v.status, v.dates[0]), (Status::Met, date("2023-11-01")));
    assert!(v.dates.contains(&date("2024-02-29")));
    // A year later the same days end one day later: 2024-10-31 to 2025-05-01 are 183 days.
    let mut diary = Diary::default();
    for n in 0..184 {
        diary.worst(before(date("2025-05-01"), n), 30);
    }
    let v = sound(diary.says("pain-6-months", date("2025-05-01")));
    assert_eq!((v.status, v.dates[0]), (Status::Met, date("2024-10-31")));
    // The onset "2024-02" may mean the 29th, 183 days before 2024-08-30.
    let mut diary = Diary::default();
    for n in 0..183 {
        diary.worst(before(date("2024-08-30"), n), 30);
    }
    diary.onset("2024-02");
    assert_eq!(diary.says("pain-6-months", date("2024-08-30")).status, Status::Met);
    assert_eq!(diary.says("pain-6-months", date("2024-08-29")).status, Status::NotEnough);
}

#[test]
fn the_night_that_clocks_change_is_a_night_like_any_other() {
    // In most of Europe 2026-03-29 has 23 hours; days are civil dates and do not know it.
    let as_of = date("2026-03-30");
    let mut diary = Diary::default();
    for n in 0..184 {
        diary.worst(before(as_of, n), 30);
    }
    let v = sound(diary.says("pain-6-months", as_of));
    assert_eq!((v.status, v.dates.len()), (Status::Met, 183));
    // 183 days back from there: 2025-09-28 is before the clocks of autumn, too.
    assert_eq!(v.dates[0], date("2025-09-29"));
}
