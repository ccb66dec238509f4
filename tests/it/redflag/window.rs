//! What is loaded must not change what is said, and what holds for any diary.

use proptest::collection::vec;
use proptest::prelude::*;
use twinge::journal::{Span, Value};
use twinge::redflag::{Fact, LOOKBACK_DAYS, Status, Verdict, check, wants_earlier};

use super::{Diary, ago, essence, sound, the, today};

const RULE: &str = "pain-6-months";

fn of_window(diary: &Diary) -> Verdict {
    the(RULE, check(&diary.last(LOOKBACK_DAYS, today()), today()))
}

fn of_all(diary: &Diary) -> Verdict {
    sound(diary.says(RULE, today()))
}

#[test]
fn a_year_is_enough_where_the_pain_is_older_than_six_months() {
    let mut diary = Diary::default();
    diary.days(900, 0, 3);
    let v = of_window(&diary);
    assert!(!v.wants_earlier);
    assert_eq!(essence(&v), essence(&of_all(&diary)));
    // The evidence names the first day of the look back, however much was loaded.
    assert!(of_all(&diary).summary().contains(&format!("on or before {}", ago(364))));
}

#[test]
fn earlier_days_are_asked_for_when_the_start_may_lie_there() {
    // Pain 400 days ago, then nothing written down until 150 days ago: without the earlier
    // day it may have begun 150 days ago.
    let mut diary = Diary::default();
    diary.worst(ago(400), 30).days(150, 0, 3);
    let v = of_window(&diary);
    assert!(v.wants_earlier && v.status == Status::NotEnough);
    assert!(wants_earlier(&[v]));
    assert_eq!(of_all(&diary).status, Status::Met);

    // 15 zeros before the look back and none in it end the earlier episode.
    let mut diary = Diary::default();
    diary.worst(ago(400), 30).days(399, 385, 0).days(150, 0, 3);
    assert!(of_window(&diary).wants_earlier);
    assert_eq!(of_all(&diary).status, Status::NotMet);

    // With nothing earlier there is nothing to ask for.
    let v = of_window(Diary::default().days(150, 0, 3));
    assert!(!v.wants_earlier && v.status == Status::NotEnough);
}

#[test]
fn earlier_days_are_not_asked_for_when_they_cannot_matter() {
    // Too little pain in the window, whenever it began.
    let mut diary = Diary::default();
    diary.worst(ago(800), 30).days(182, 0, 0).days(10, 0, 2);
    assert!(!of_window(&diary).wants_earlier);
    // A pain-free month within the look back.
    let mut diary = Diary::default();
    diary.worst(ago(800), 30).days(200, 150, 0).days(149, 0, 2);
    assert!(!of_window(&diary).wants_earlier);
    assert_eq!(of_window(&diary).status, Status::NotMet);
}

#[test]
fn an_old_onset_waits_for_the_days_since() {
    // Begun 500 days ago as told; no score in the look back before 150 days ago.
    let mut diary = Diary::default();
    diary.onset(&ago(500).to_string()).days(150, 0, 3);
    assert_eq!(of_window(&diary).status, Status::Met);
    assert!(!of_window(&diary).wants_earlier, "nothing earlier is on record");
    assert!(of_all(&diary).summary().contains(&format!("You say that it began on {}", ago(500))));
    // 15 zeros 450 days ago would have ended it.
    diary.days(450, 436, 0);
    assert!(of_window(&diary).wants_earlier);
    assert_eq!(of_all(&diary).status, Status::NotMet);
}

#[test]
fn an_onset_before_the_look_back_is_said_with_what_the_entries_show() {
    let mut diary = Diary::default();
    diary.onset("2019").days(250, 0, 3);
    let says = format!(
        "You say that it began 2019; by your entries it began on or before {}, 250 days ago.",
        ago(250)
    );
    assert!(of_all(&diary).summary().contains(&says), "{}", of_all(&diary).summary());
    // An older entry changes nothing of it, loaded or not.
    diary.days(600, 600, 0);
    assert!(!of_window(&diary).wants_earlier);
    assert!(of_window(&diary).summary().contains(&says));
    assert_eq!(essence(&of_window(&diary)), essence(&of_all(&diary)));
}

#[test]
fn the_edges_of_the_look_back_are_exact() {
    // The look back is 0 to 364 days ago: an onset on its first day is seen to its end.
    let began = |onset: i64, name: &str| {
        let mut diary = Diary::default();
        of_all(diary.onset(&ago(onset).to_string()).days(300, 0, 3)).fact(name).cloned()
    };
    assert_eq!(began(364, "began_on"), Some(Fact::Date(ago(364))));
    assert_eq!(began(365, "began_on"), None);
    assert_eq!(began(365, "began_on_or_before"), Some(Fact::Date(ago(300))));

    // Pain 183 days ago is old enough whatever came before.
    let mut diary = Diary::default();
    diary.worst(ago(400), 30).days(183, 0, 3);
    assert!(!of_window(&diary).wants_earlier);
    assert_eq!(of_window(&diary).status, Status::Met);

    // 20 zeros at the start of the look back are a pain-free month only if the days before it
    // were: pain 365 days ago leaves 20.
    let mut diary = Diary::default();
    diary.onset(&ago(500).to_string()).worst(ago(365), 30).days(364, 345, 0).days(344, 0, 3);
    for v in [of_window(&diary), of_all(&diary)] {
        assert_eq!(v.fact("began_on"), None);
        assert_eq!(v.fact("began_on_or_before"), Some(&Fact::Date(ago(344))));
    }
}

#[test]
fn todays_entry_is_read_and_tomorrows_is_not_when_everything_is() {
    let mut diary = Diary::default();
    diary.worst(ago(400), 0).worst(today(), 30);
    let v = of_all(&diary);
    assert_eq!(v.fact("began_on_or_before"), Some(&Fact::Date(today())));
    let mut diary = Diary::default();
    diary.worst(ago(400), 0).worst(today() + chrono::Days::new(1), 30);
    assert_eq!(of_all(&diary).fact("began_on_or_before"), None);
}

#[test]
fn entries_that_were_deleted_change_no_evidence() {
    // The store says that there are earlier facts; all of them are deleted ones.
    for onset in [None, Some("2019"), Some("2025-03")] {
        for first in [345, 250, 100] {
            let mut diary = Diary::default();
            if let Some(said) = onset {
                diary.onset(said);
            }
            diary.days(first + 16, first + 1, 0).days(first, 0, 3);
            let window = Span::ending(today(), LOOKBACK_DAYS);
            let journal = diary.journal().windowed(window, true);
            let v = the(RULE, check(&journal, today()));
            if !v.wants_earlier {
                assert_eq!(essence(&v), essence(&of_all(&diary)), "{onset:?} {first}");
            }
        }
    }
}

#[test]
fn a_journal_that_was_cut_shorter_than_the_look_back_asks_for_the_rest() {
    let mut diary = Diary::default();
    diary.days(300, 0, 3);
    for v in check(&diary.last(100, today()), today()) {
        assert!(v.wants_earlier, "{}", v.id());
    }
    let young = Diary::default().days(50, 0, 3).last(100, today());
    assert!(!wants_earlier(&check(&young, today())));
}

/// For each day from 520 days ago to today: no score, 0, half a point, or pain.
fn days() -> impl Strategy<Value = Vec<Option<i64>>> {
    // Stretches of one sort of day, as diaries have them.
    let sort = prop_oneof![
        3 => Just(0_u8), // no scores
        3 => Just(1),    // zeros
        1 => Just(2),    // zeros and missing
        4 => Just(3),    // pain
        3 => Just(4),    // pain and missing
        1 => Just(5),    // all sorts
    ];
    vec((sort, 1..60_usize, any::<u64>()), 1..30).prop_map(|stretches| {
        let mut days = Vec::new();
        for (sort, length, seed) in stretches {
            for i in 0..length {
                let roll = (seed >> (i % 60)) & 3;
                days.push(match (sort, roll) {
                    (0, _) | (2 | 4, 0 | 1) | (5, 0) => None,
                    (1 | 2, _) | (5, 1) => Some(0),
                    (5, 2) => Some(5),
                    _ => Some(30),
                });
            }
        }
        days.truncate(521);
        days
    })
}

/// The onset: none, or so many days ago as a day, a month or a year.
fn onset() -> impl Strategy<Value = Option<String>> {
    let said = (0..700_i64, prop_oneof![Just(10_usize), Just(7), Just(4)])
        .prop_map(|(n, length)| Some(ago(n).to_string()[..length].to_string()));
    prop_oneof![Just(None), said]
}

fn diary(days: &[Option<i64>], onset: Option<&str>) -> Diary {
    let mut diary = Diary::default();
    for (n, score) in days.iter().enumerate() {
        if let Some(tenths) = score {
            diary.worst(ago(n.try_into().unwrap()), *tenths);
        }
    }
    if let Some(said) = onset {
        diary.onset(said);
    }
    diary
}

/// What the rules of months say of two diaries with one onset.
fn both(days: &[Option<i64>], other: &[Option<i64>], onset: Option<&str>) -> [[Verdict; 2]; 2] {
    let of = |days| check(&diary(days, onset).journal(), today());
    let (first, second) = (of(days), of(other));
    [RULE, "pain-3-months"].map(|rule| [the(rule, first.clone()), the(rule, second.clone())])
}

/// The rule again, word by word: what it says of days, newest first, and an exact onset.
fn by_hand(days: &[Option<i64>], onset: Option<usize>) -> Status {
    let hurts = |n: usize| days.get(n).copied().flatten().is_some_and(|tenths| tenths >= 10);
    let zero = |n: usize| days.get(n).copied().flatten() == Some(0);
    let oldest = (0..days.len()).rev().find(|n| days[*n].is_some());
    let oldest_pain = (0..days.len()).rev().find(|n| hurts(*n));
    // The first day of each stretch without pain: none older than the first score, or than the
    // day after the onset.
    let limit = onset.or(oldest.map(|n| n + 1)).unwrap_or(0);
    let mut gap_ends = None;
    for end in 0..limit {
        if hurts(end) || (end > 0 && !hurts(end - 1)) {
            continue;
        }
        let stretch: Vec<usize> = (end..limit).take_while(|n| !hurts(*n)).collect();
        if stretch.len() >= 30 && stretch.iter().filter(|n| zero(**n)).count() >= 15 {
            gap_ends = Some(end);
            break;
        }
    }
    let duration = match (gap_ends, onset, oldest_pain) {
        // The pain after it began on the day after its last, 183 days ago or earlier.
        (Some(end), ..) if end > 183 => Status::Met,
        (None, Some(began), _) | (None, None, Some(began)) if began >= 183 => Status::Met,
        (Some(_), ..) | (None, Some(_), _) => Status::NotMet,
        (None, None, _) => Status::NotEnough,
    };
    let pain = (0..183).filter(|n| hurts(*n)).count();
    let missing = (0..183).filter(|n| days.get(*n).copied().flatten().is_none()).count();
    let share = match (2 * pain >= 183, 2 * (pain + missing) >= 183) {
        (true, _) => Status::Met,
        (false, true) => Status::NotEnough,
        (false, false) => Status::NotMet,
    };
    match (share, duration) {
        (Status::NotMet, _) | (_, Status::NotMet) => Status::NotMet,
        (Status::Met, Status::Met) => Status::Met,
        _ => Status::NotEnough,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_year_says_what_the_whole_journal_says(
        days in days(), onset in onset(), born in 1950..2008_i64,
    ) {
        let mut diary = diary(&days, None);
        let mut facts = vec![
            ("birth_year", Value::Int(born)),
            ("had_cancer", Value::from(true)),
            ("weak_immunity", Value::from(true)),
            ("pregnant", Value::from(true)),
        ];
        facts.extend(onset.map(|said| ("onset", Value::text(&said))));
        diary.profile(&facts);
        let all = check(&diary.journal(), today());
        prop_assert!(!wants_earlier(&all));
        for (part, all) in check(&diary.last(LOOKBACK_DAYS, today()), today()).iter().zip(&all) {
            if !part.wants_earlier {
                prop_assert_eq!(essence(part), essence(all));
            }
            sound(part.clone());
        }
    }

    #[test]
    fn agrees_with_the_rule_read_word_by_word(
        days in days(), onset in proptest::option::of(0..700_usize),
    ) {
        let said = onset.map(|n| ago(n.try_into().unwrap()).to_string());
        let verdict = of_all(&diary(&days, said.as_deref()));
        prop_assert_eq!(verdict.status, by_hand(&days, onset));
    }

    #[test]
    fn more_pain_never_takes_months_back(
        days in days(), onset in onset(), at in 0..521_usize, score in 10..=100_i64,
    ) {
        let mut more = days.clone();
        more.resize(more.len().max(at + 1), None);
        more[at] = Some(score);
        for [before, after] in both(&days, &more, onset.as_deref()) {
            if before.status == Status::Met {
                prop_assert_eq!(after.status, Status::Met);
            }
        }
    }

    #[test]
    fn a_day_without_pain_that_was_not_recorded_never_turns_yes_into_no(
        days in days(), onset in onset(), at in 0..521_usize,
    ) {
        let mut less = days.clone();
        if let Some(day) = less.get_mut(at).filter(|d| d.is_some_and(|tenths| tenths < 10)) {
            *day = None;
        }
        for [before, after] in both(&days, &less, onset.as_deref()) {
            if before.status == Status::Met {
                prop_assert_eq!(after.status, Status::Met);
            }
        }
    }

    #[test]
    fn a_recording_that_is_lost_takes_months_back_only_by_a_pain_free_one(
        days in days(), onset in onset(), at in 0..521_usize,
    ) {
        let mut less = days.clone();
        if let Some(day) = less.get_mut(at) {
            *day = None;
        }
        // Days with pain are never lost to a no; the start is, where zeros and days without a
        // score now make up a pain-free month.
        for [before, after] in both(&days, &less, onset.as_deref()) {
            let because = after.summary();
            if before.status == Status::Met && after.status == Status::NotMet {
                prop_assert!(because.contains("pain-free"), "{}", because);
            }
        }
    }

    #[test]
    fn no_order_of_entries_changes_anything(days in days(), turn in 0..521_usize) {
        let diary = diary(&days, None);
        let mut turned = diary.clone();
        let by = turn % turned.0.len().max(1);
        turned.0.rotate_left(by);
        let (all, of_turned) = (check(&diary.journal(), today()), check(&turned.journal(), today()));
        prop_assert_eq!(all.len(), of_turned.len());
        for (a, b) in all.iter().zip(&of_turned) {
            prop_assert_eq!(essence(a), essence(b));
        }
    }
}
