//! Alerts over time: over, met again, a year on, told less and less.

use std::collections::BTreeMap;

use chrono::Days;
use proptest::prelude::*;
use twinge::journal::fields::notice;
use twinge::journal::{Kind, Value};
use twinge::redflag::life::{Reply, Stage, lives};
use twinge::redflag::{LOOKBACK_DAYS, check, life};

use super::life::{life_of, state};
use super::{Diary, before, date};

/// A sign that is met for two weeks from each of the days on which it is ticked.
const SIGN: &str = "strain-pain";

fn ticked(days: &[&str]) -> Diary {
    let mut diary = Diary::default();
    for day in days {
        diary.tick(date(day), SIGN, true);
    }
    diary
}

#[test]
fn it_is_over_when_it_is_not_met_and_told_anew_after_its_wait() {
    // Met from 1 to 14 January.
    let mut diary = ticked(&["2026-01-01"]);
    diary.told(date("2026-01-01"), SIGN);
    assert_eq!(state(&diary, SIGN, date("2026-01-14")), (Some(Stage::Told), false, true));
    // Not enough entries: nobody asked. Then asked, and denied.
    for denied in [false, true] {
        if denied {
            diary.tick(date("2026-01-15"), SIGN, false);
        }
        let over = (Some(Stage::Resolved), false, false);
        assert_eq!(state(&diary, SIGN, date("2026-01-15")), over);
    }
    diary.tick(date("2026-01-16"), SIGN, true);
    let again = (Some(Stage::RaisedAgain), true, true);
    assert_eq!(state(&diary, SIGN, date("2026-01-16")), again);
    // What was never told is not over; there is nothing to say of it.
    assert_eq!(state(&ticked(&["2026-01-01"]), SIGN, date("2026-01-15")), (None, false, false));
    // What was answered, and is over, is still said.
    let mut diary = ticked(&["2026-01-01"]);
    diary.said((date("2026-01-01"), true), SIGN, "seen", date("2026-01-02"));
    let life = life_of(&diary, SIGN, date("2026-02-01"));
    assert_eq!(life.stage, Some(Stage::Resolved));
    let said = "You said on 2026-01-02 that a doctor has seen it.";
    assert_eq!(life.sentence().as_deref(), Some(said));
}

#[test]
fn after_two_weeks_without_it_a_doctors_look_is_of_the_past() {
    // Met up to 14 January, and again from the second tick on; seen on the 5th.
    for (again, n_without) in [("2026-01-28", 13), ("2026-01-29", 14), ("2026-02-20", 36)] {
        let mut diary = ticked(&["2026-01-01", again]);
        diary.said((date("2026-01-01"), true), SIGN, "seen", date("2026-01-05"));
        let is_new = n_without >= 14;
        // On whatever day it is asked while it is met: nothing comes and goes.
        for later in 0..14 {
            let day = date(again) + Days::new(later);
            let (stage, is_due, is_open) = state(&diary, SIGN, day);
            assert_eq!((is_due, is_open), (is_new, is_new), "{n_without} days, on {day}");
            let expected = if is_new { Stage::RaisedAgain } else { Stage::Answered };
            assert_eq!(stage, Some(expected), "{n_without} days, on {day}");
        }
        let said = life_of(&diary, SIGN, date(again)).sentence().unwrap();
        let since = ", and it was not met for a while since.";
        assert_eq!(said.ends_with(since), is_new, "{said}");
    }
}

#[test]
fn only_days_after_what_was_said_count_as_without_it() {
    // Not met from 15 January to 10 February; said on a day of it, 13 or 14 days before the end.
    for (said, is_new) in [("2026-01-28", false), ("2026-01-27", true)] {
        let mut diary = ticked(&["2026-01-01", "2026-02-11"]);
        diary.said((date("2026-01-01"), true), SIGN, "mistake", date(said));
        for later in 0..14 {
            let day = date("2026-02-11") + Days::new(later);
            assert_eq!(state(&diary, SIGN, day).2, is_new, "said on {said}, on {day}");
        }
    }
}

#[test]
fn two_short_stretches_without_it_are_not_a_long_one() {
    // Met 1–14 January, 25 January – 7 February, from 18 February on: ten days apart each.
    let mut diary = ticked(&["2026-01-01", "2026-01-25", "2026-02-18"]);
    diary.said((date("2026-01-01"), true), SIGN, "seen", date("2026-01-01"));
    for later in 0..14 {
        let day = date("2026-02-18") + Days::new(later);
        assert_eq!(state(&diary, SIGN, day), (Some(Stage::Answered), false, false), "{day}");
    }
}

#[test]
fn for_what_is_for_soon_a_month_without_it_is_needed() {
    let sign = "arm-tingle";
    for (again, is_new) in [("2026-02-14", false), ("2026-02-15", true)] {
        // Met up to 15 January: 29 and 30 days without it.
        let mut diary = Diary::default();
        diary.tick(date("2026-01-01"), sign, true).tick(date("2026-01-02"), sign, true);
        diary.tick(date(again), sign, true);
        diary.said((date("2026-01-01"), true), sign, "seen", date("2026-01-05"));
        for later in 0..14 {
            let day = date(again) + Days::new(later);
            assert_eq!(state(&diary, sign, day).2, is_new, "again on {again}, on {day}");
        }
    }
}

#[test]
fn a_year_after_it_was_seen_it_is_told_again_though_it_went_on_all_the_while() {
    // Ticked every ten days for 400 days.
    let today = date("2026-03-15");
    let mut diary = Diary::default();
    (0..=40).for_each(|n| {
        diary.tick(before(today, 10 * n), SIGN, true);
    });
    for (ago, is_new) in [(30, false), (200, false), (364, false), (365, true), (390, true)] {
        let mut diary = diary.clone();
        let on = before(today, ago);
        diary.said((on, true), SIGN, "seen", on);
        let stage = if is_new { Stage::RaisedAgain } else { Stage::Answered };
        assert_eq!(state(&diary, SIGN, today), (Some(stage), is_new, is_new), "{ago}");
        let said = life_of(&diary, SIGN, today).sentence().unwrap();
        let why = if is_new { ", a year ago or longer." } else { "a doctor has seen it." };
        assert!(said.ends_with(why), "{said}");
    }
}

#[test]
fn what_was_said_of_an_emergency_that_was_recorded_again_says_so() {
    let sign = "chest-pain";
    let mut diary = Diary::default();
    diary.tick(date("2026-03-01"), sign, true).tick(date("2026-03-04"), sign, true);
    diary.said((date("2026-03-01"), true), sign, "seen", date("2026-03-02"));
    let said = |day| life_of(&diary, sign, date(day)).sentence().unwrap();
    assert_eq!(said("2026-03-03"), "You said on 2026-03-02 that a doctor has seen it.");
    assert_eq!(
        said("2026-03-04"),
        "You said on 2026-03-02 that a doctor has seen it, and it was recorded again since."
    );
}

#[test]
fn replies_are_said_with_their_days() {
    let today = date("2026-03-15");
    let said = |reply: &str, seen: Option<&str>| {
        let mut diary = ticked(&["2026-03-14"]);
        let mut values = vec![
            (&notice::RULE, Value::text(SIGN)),
            (&notice::REPLY, Value::text(reply)),
            (&notice::REPLIED, Value::text("2026-03-14")),
        ];
        values.extend(seen.map(|day| (&notice::SEEN, Value::text(day))));
        diary.put(Kind::Notice, date("2026-03-14"), &values);
        life_of(&diary, SIGN, today).sentence()
    };
    let you = |rest: &str| Some(format!("You said on 2026-03-14 that {rest}."));
    assert_eq!(said("will-call", None), you("you will call"));
    assert_eq!(said("seen", None), you("a doctor has seen it"));
    assert_eq!(said("seen", Some("2026-02")), you("a doctor has seen it (2026-02)"));
    assert_eq!(said("mistake", None), you("it is a mistake"));
    // A reply of a newer twinge is none that is known.
    assert_eq!(said("forwarded", None), None);
    for word in notice::REPLIES {
        assert_eq!(Reply::from_id(word.id).map(Reply::id), Some(word.id));
    }
}

#[test]
fn who_never_answers_is_told_less_and_less() {
    // Ticked every ten days for three years, and told whenever it is due.
    let (mut diary, begun) = (Diary::default(), date("2023-01-01"));
    (0..110).for_each(|n| {
        diary.tick(begun + Days::new(10 * n), SIGN, true);
    });
    let mut told: Vec<u64> = Vec::new();
    for n in 0..550 {
        if state(&diary, SIGN, begun + Days::new(n)).1 {
            told.push(n);
            diary.told(begun + Days::new(n), SIGN);
        }
    }
    // Waits of 14, 28, 56, 112 and 112 days; then those of a year ago count no more. On day 407
    // three are left (98, 210, 322): that makes 56 days, and 85 are over. On day 463 it is three
    // again (210, 322, 407), and 56 days are over.
    assert_eq!(told, [0, 14, 42, 98, 210, 322, 407, 463]);
}

#[test]
fn a_journal_of_which_too_little_was_loaded_asks_for_more_and_guesses_nothing() {
    let today = date("2026-03-15");
    let lives_of = |diary: &Diary, n_days: u64| {
        let journal = diary.last(n_days, today);
        let verdicts = check(&journal, today);
        let at = verdicts.iter().position(|v| v.id() == SIGN).unwrap();
        let lives = lives(&journal, &verdicts, today);
        (lives[at].is_open, life::wants_earlier(&lives))
    };
    // Seen in January, not met for a month, met again; and a diary of two years around it.
    let mut diary = ticked(&["2026-01-01", "2026-03-10"]);
    diary.said((date("2026-01-01"), true), SIGN, "seen", date("2026-01-05"));
    assert_eq!(lives_of(&diary, LOOKBACK_DAYS), (true, false), "all of it is loaded");
    for n in 0..800 {
        diary.worst(before(today, n), 30);
    }
    assert_eq!(lives_of(&diary, LOOKBACK_DAYS), (false, true));
    assert_eq!(lives_of(&diary, life::LOOKBACK_DAYS), (true, false));
    // The last day that can matter is 364 days ago, and rules read a year from there.
    assert_eq!(life::LOOKBACK_DAYS, 730);
    // Seen yesterday: nothing earlier can matter.
    diary.said((date("2026-03-14"), true), SIGN, "seen", date("2026-03-14"));
    assert_eq!(lives_of(&diary, LOOKBACK_DAYS), (false, false));
}

proptest! {
    #[test]
    fn no_order_of_entries_or_notices_changes_a_life(
        notices in proptest::collection::vec((0..400_i64, 0..4_usize), 0..12),
        ticks in proptest::collection::vec(0..400_i64, 1..40),
        turn in 0..60_usize,
    ) {
        let today = date("2026-03-15");
        let mut diary = Diary::default();
        for n in ticks {
            diary.tick(before(today, n), SIGN, true);
        }
        // One notice a day: its id is its day's.
        let by_day: BTreeMap<i64, usize> = notices.into_iter().collect();
        for (n, kind) in by_day {
            let day = before(today, n);
            match ["", "will-call", "seen", "mistake"][kind] {
                "" => diary.told(day, SIGN),
                reply => diary.said((day, true), SIGN, reply, before(today, n / 2)),
            };
        }
        let life = life_of(&diary, SIGN, today);
        let mut turned = diary.clone();
        let by = turn % turned.0.len();
        turned.0.rotate_left(by);
        turned.0.reverse();
        prop_assert_eq!(life_of(&turned, SIGN, today), life);
    }
}
