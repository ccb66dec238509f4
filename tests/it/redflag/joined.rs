//! Every rule that joins several things: signs, the profile, patterns of pain; one row each.

use twinge::redflag::Status::{Met, NotEnough, NotMet};

use super::rows::Put::{
    self, AllDay, Celsius, Event, Examined, Fact, Night, No, Pain, Rest, Took, Woken, Yes,
};
use super::rows::expect;

/// A row with more of it.
fn with(mut row: Vec<Put>, more: Vec<Put>) -> Vec<Put> {
    row.extend(more);
    row
}

/// Four weeks of 3, then four with a mean of 3 and so many 28ths.
fn rising(by_28ths: i64) -> Vec<Put> {
    (0..56).map(|n| Pain(if n < 28 { 3 + (by_28ths + 27 - n) / 28 } else { 3 }, n)).collect()
}

#[test]
fn cord_combo_asks_for_two_together() {
    expect(
        "cord-combo",
        &[
            (&[Yes("clumsy-hands", 13), Yes("unsteady-walking", 0)], Met),
            (&[Yes("clumsy-hands", 14), Yes("unsteady-walking", 0)], NotEnough),
            (&[Yes("clumsy-hands", 0), Yes("bladder-bowel", 0)], Met),
            (&[Yes("unsteady-walking", 0), Yes("bladder-bowel", 0)], Met),
            (&[Yes("clumsy-hands", 0)], NotEnough),
            (&[Yes("clumsy-hands", 0), No("unsteady-walking", 0), No("bladder-bowel", 0)], NotMet),
            // Bladder alone is its own rule.
            (&[Yes("bladder-bowel", 0), No("unsteady-walking", 0), No("clumsy-hands", 0)], NotMet),
            (&[], NotEnough),
        ],
    );
}

#[test]
fn cancer_neuro_asks_for_the_profile_and_a_sign() {
    for sign in [
        "limb-weakness",
        "arm-tingle",
        "legs-both",
        "saddle-numbness",
        "unsteady-walking",
        "bladder-bowel",
    ] {
        expect(
            "cancer-neuro",
            &[
                (&[Fact("had_cancer", 1), Yes(sign, 13)], Met),
                (&[Fact("had_cancer", 1), Yes(sign, 14)], NotEnough),
                (&[Fact("had_cancer", 0), Yes(sign, 0)], NotMet),
                (&[Yes(sign, 0)], NotEnough),
                (&[Fact("had_cancer", 1), No(sign, 0)], NotEnough),
                (&[Fact("had_cancer", 1)], NotEnough),
            ],
        );
    }
}

#[test]
fn cancer_pain_pattern_takes_any_of_its_patterns() {
    let yes = |row: Vec<Put>| with(row, vec![Fact("had_cancer", 1)]);
    let all_day = |n_yes: i64, n: i64| -> Vec<Put> {
        (0..n).map(|at| AllDay(if at < n_yes { "all-day" } else { "on-and-off" }, at)).collect()
    };
    // So many nights, each beside days of 3.
    let nights = |points: i64, n: i64| -> Vec<Put> {
        (0..n).map(|at| Night(points, at)).chain((0..=n).map(|at| Pain(3, at))).collect()
    };
    let woken = |n: i64| -> Vec<Put> { (0..7).map(|at| Woken(i64::from(at < n), at)).collect() };
    expect(
        "cancer-pain-pattern",
        &[
            (&yes(vec![Yes("strain-pain", 13)]), Met),
            (&[Fact("had_cancer", 0), Yes("strain-pain", 0)], NotMet),
            (&yes(vec![Yes("strain-pain", 14)]), NotEnough),
            (&yes(vec![No("strain-pain", 0)]), NotEnough),
            (&[Yes("strain-pain", 0)], NotEnough),
            // Seven answers or more, 75 % of them.
            (&yes(all_day(7, 7)), Met),
            (&yes(all_day(6, 6)), NotEnough),
            (&yes(all_day(6, 8)), Met),
            (&yes(all_day(5, 7)), NotEnough),
            // Woken on three of seven days; nights 2 points above the days, on seven.
            (&yes(woken(3)), Met),
            (&yes(woken(2)), NotEnough),
            (&yes(nights(5, 7)), Met),
            (&yes(nights(4, 7)), NotEnough),
            (&yes(nights(5, 6)), NotEnough),
            // 1.5 points are 42 of 28.
            (&yes(rising(42)), Met),
            (&yes(rising(41)), NotEnough),
            (
                &with(
                    yes(with(rising(41), all_day(0, 7))),
                    with(woken(2), vec![No("strain-pain", 0)]),
                ),
                NotMet,
            ),
            (&[], NotEnough),
        ],
    );
}

#[test]
fn a_small_injury_counts_more_with_the_profile() {
    // Born 1955: 70 or 71 on 2026-03-15. Born 1956: 69 or 70.
    expect(
        "fragile-injury",
        &[
            (&[Event("fall", 41), Fact("osteoporosis", 1)], Met),
            (&[Event("heavy-lift", 0), Fact("steroids", 1)], Met),
            (&[Event("accident", 41), Fact("steroids", 1)], Met),
            (&[Event("injury", 0), Fact("birth_year", 1955)], Met),
            (&[Event("injury", 0), Fact("birth_year", 1956)], NotEnough),
            (
                &[
                    Event("injury", 0),
                    Fact("birth_year", 1957),
                    Fact("osteoporosis", 0),
                    Fact("steroids", 0),
                ],
                NotMet,
            ),
            (&[Event("fall", 42), Fact("osteoporosis", 1)], NotEnough),
            (&[Examined("fall", 4), Fact("osteoporosis", 1)], NotMet),
            (&[Fact("osteoporosis", 1)], NotEnough),
        ],
    );
}

#[test]
fn infection_needs_new_or_worse_pain_or_fever() {
    let onset = |n: i64| Fact("onset_days_ago", n);
    let old = || vec![onset(400), Fact("weak_immunity", 1)];
    expect(
        "infection-risk",
        &[
            (&[Event("infection", 41), Yes("fever-unwell", 0)], Met),
            (&[Event("infection", 42), Yes("fever-unwell", 0)], NotEnough),
            (&[Event("procedure", 41), Celsius(38.0, 13)], Met),
            (&[Event("procedure", 42), Celsius(38.0, 0)], NotEnough),
            (&[Event("procedure", 0), Celsius(38.0, 14)], NotEnough),
            (&[Event("procedure", 0), Celsius(37.9, 0)], NotEnough),
            (&[Event("infection", 0), Yes("fever-unwell", 13)], Met),
            (&[Event("infection", 0), Yes("fever-unwell", 14)], NotEnough),
            // 2 points are 56 of 28; the pain itself is not new.
            (&with(rising(56), old()), Met),
            (&with(rising(55), old()), NotEnough),
            // What may have happened unrecorded is never a clear no.
            (
                &[Fact("weak_immunity", 0), Fact("injected_drugs", 0), No("fever-unwell", 0)],
                NotEnough,
            ),
            (&[Fact("injected_drugs", 1), Pain(3, 0), onset(41)], Met),
            (&[Fact("weak_immunity", 1), Pain(3, 0), onset(41)], Met),
            (&[Fact("weak_immunity", 1), Pain(3, 0), onset(42)], NotEnough),
            (&[Fact("weak_immunity", 1), No("fever-unwell", 0)], NotEnough),
            (&[], NotEnough),
        ],
    );
}

#[test]
fn signs_of_six_are_counted() {
    // Begun 2025-12-13: born 1981 one was 43 or 44, born 1980 44 or 45.
    let base = |year: i64, n: i64| vec![Fact("birth_year", year), Fact("onset_days_ago", n)];
    let stiff = || vec![Yes("morning-stiffness", 13)];
    let helped = || -> Vec<Put> { (0..3).map(|n| Took("naproxen", Some("yes"), n)).collect() };
    let one = with(base(1981, 92), stiff());
    let two = with(with(base(1981, 92), stiff()), helped());
    expect(
        "inflammatory",
        &[
            (&one, Met),
            (&two, Met),
            (&with(base(1981, 92), helped()), Met),
            (&with(base(1981, 91), stiff()), NotMet),
            (&with(base(1980, 92), stiff()), NotEnough),
            (&with(base(1979, 92), stiff()), NotMet),
            (&base(1981, 92), NotEnough),
        ],
    );
    let both = |year, n, sign: Vec<Put>| with(with(base(year, n), stiff()), sign);
    let woken = |n: i64| (0..7).map(|at| Woken(i64::from(at < n), at)).collect::<Vec<_>>();
    let rested = |n: i64| -> Vec<Put> {
        [0, 2, 4, 6]
            .iter()
            .zip(0..)
            .map(|(at, i)| Rest(if i < n { "same" } else { "better" }, *at))
            .collect()
    };
    let took = |words: &[&'static str], days: &[i64]| -> Vec<Put> {
        words.iter().zip(days).map(|(word, n)| Took("naproxen", Some(word), *n)).collect()
    };
    let no = || vec![No("morning-stiffness", 0)];
    expect(
        "inflammatory-several",
        &[
            (&two, Met),
            (&one, NotEnough),
            (&both(1981, 91, helped()), NotMet),
            (&both(1980, 92, helped()), NotEnough),
            (&both(1979, 92, helped()), NotMet),
            // Woken on three of seven days; rest the same on three of four.
            (&both(1981, 92, woken(3)), Met),
            (&both(1981, 92, woken(2)), NotEnough),
            (&both(1981, 92, rested(3)), Met),
            (&both(1981, 92, rested(2)), NotEnough),
            // Helped on three of four days, of at least three in four weeks.
            (&both(1981, 92, took(&["yes", "a-little", "yes", "no"], &[0, 1, 2, 27])), Met),
            (&both(1981, 92, took(&["yes", "yes", "no", "no"], &[0, 1, 2, 3])), NotEnough),
            (&both(1981, 92, took(&["yes", "yes", "yes"], &[0, 1, 28])), NotEnough),
            (&both(1981, 92, took(&["yes", "yes", "yes"], &[0, 1, 27])), Met),
            // Stiff mornings two weeks ago are history.
            (&with(with(base(1981, 92), vec![Yes("morning-stiffness", 14)]), helped()), NotEnough),
            // Three of the four denied leave one at most.
            (&with(with(base(1981, 92), no()), with(woken(2), rested(2))), NotMet),
            (&[], NotEnough),
        ],
    );
}
