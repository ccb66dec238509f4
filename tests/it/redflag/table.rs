//! Every rule of ticks, facts and events: fires, silent, each boundary from both sides, never
//! asked; one row each.

use chrono::Days;
use twinge::redflag::Status::{Met, NotEnough, NotMet};
use twinge::redflag::{Criterion, RULES, Urgency};

use super::rows::Put::{
    self, AllDay, Celsius, Event, Examined, Fact, Kilos, No, Pain, Rest, Site, Took, Yes,
};
use super::rows::expect;
use super::{Diary, ago, sound, today};

#[test]
fn a_tick_is_met_denied_or_not_asked() {
    let plain = RULES.iter().filter(|rule| matches!(rule.when, Criterion::Ticked(_)));
    let mut n_rules = 0;
    for rule in plain {
        let sign = rule.id;
        expect(
            sign,
            &[
                (&[Yes(sign, 0)], Met),
                (&[Yes(sign, 13)], Met),
                // Two weeks on it is history.
                (&[Yes(sign, 14)], NotEnough),
                (&[No(sign, 0)], NotMet),
                (&[No(sign, 13)], NotMet),
                (&[No(sign, 14)], NotEnough),
                // A no after a yes does not take the yes back.
                (&[Yes(sign, 2), No(sign, 0)], Met),
                (&[No(sign, 2), Yes(sign, 0)], Met),
                // Said twice of one day, as two files may.
                (&[Yes(sign, 0), Yes(sign, 0)], Met),
                (&[No(sign, 0), Yes(sign, 0)], Met),
                (&[Yes("morning-stiffness", 0)], NotEnough),
                (&[], NotEnough),
            ],
        );
        n_rules += 1;
    }
    assert_eq!(n_rules, 17);
}

#[test]
fn a_tick_says_what_was_recorded_and_when() {
    let mut diary = Diary::default();
    diary.tick(ago(3), "strain-pain", true).tick(ago(1), "strain-pain", false);
    let v = sound(diary.says("strain-pain", today()));
    assert_eq!((v.dates.clone(), v.urgency()), (vec![ago(3)], Urgency::Urgent));
    assert_eq!(
        v.summary(),
        "You recorded “Pain worse on coughing, sneezing or straining” on 2026-03-12. You said no \
         to it on 2026-03-14."
    );
    let v = sound(Diary::default().says("strain-pain", today()));
    assert_eq!(
        v.needs.map(|n| n.sentence).as_deref(),
        Some(
            "Not enough entries to say; it takes a yes or no: twinge symptom strain-pain, or \
             twinge symptom strain-pain --no."
        )
    );
    // Tomorrow's tick is not read.
    let mut diary = Diary::default();
    diary.tick(today() + Days::new(1), "strain-pain", true);
    assert_eq!(diary.says("strain-pain", today()).status, NotEnough);
}

#[test]
fn hand_or_gait_asks_all_three_for_a_no() {
    let no = || [No("clumsy-hands", 0), No("unsteady-walking", 3)];
    let [a, b] = no();
    expect(
        "hand-or-gait",
        &[
            (&[Yes("clumsy-hands", 1)], Met),
            (&[Yes("unsteady-walking", 1)], Met),
            (&[No("clumsy-hands", 0), Yes("neck-shock", 13)], Met),
            (&[Yes("neck-shock", 14)], NotEnough),
            (&[a, b], NotEnough),
            (&[No("clumsy-hands", 0), No("unsteady-walking", 3), No("neck-shock", 13)], NotMet),
        ],
    );
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
    let all_day: Vec<Put> =
        (0..7).map(|n| AllDay("all-day", n)).chain([Fact("had_cancer", 1)]).collect();
    expect(
        "cancer-pain-pattern",
        &[
            (&[Fact("had_cancer", 1), Yes("strain-pain", 0)], Met),
            (&[Fact("had_cancer", 0), Yes("strain-pain", 0)], NotMet),
            (&[Fact("had_cancer", 1), Yes("strain-pain", 14)], NotEnough),
            (&[Fact("had_cancer", 1), No("strain-pain", 0)], NotEnough),
            (&all_day, Met),
            (&all_day[1..], NotEnough),
        ],
    );
}

#[test]
fn fever_is_ticked_or_measured() {
    expect(
        "fever-unwell",
        &[
            (&[Yes("fever-unwell", 13)], Met),
            (&[Yes("fever-unwell", 14)], NotEnough),
            (&[Celsius(38.0, 13)], Met),
            (&[Celsius(38.0, 14)], NotEnough),
            // A lower reading is no answer: one can be unwell without.
            (&[Celsius(37.9, 0)], NotEnough),
            (&[Celsius(36.6, 0), No("fever-unwell", 0)], NotMet),
            (&[Celsius(38.4, 0), No("fever-unwell", 0)], Met),
            (&[], NotEnough),
        ],
    );
}

#[test]
fn weight_falls_by_five_percent_of_the_median() {
    let weighed = |now: f64, near: i64, trying: Option<i64>| {
        let mut row = vec![Kilos(now, 0), Kilos(now, 13), Kilos(80.0, near), Kilos(80.0, near + 1)];
        row.extend(trying.map(|t| Fact("trying_to_lose", t)));
        row
    };
    expect(
        "weight-loss",
        &[
            (&[Yes("weight-loss", 0)], Met),
            (&[No("weight-loss", 0)], NotMet),
            // 95 % of 80 is 76.
            (&weighed(76.0, 200, Some(0)), Met),
            (&weighed(76.1, 200, Some(0)), NotMet),
            (&weighed(76.0, 91, Some(0)), Met),
            (&weighed(76.0, 363, Some(0)), Met),
            (&weighed(76.0, 200, Some(1)), NotMet),
            (&weighed(76.0, 200, None), NotEnough),
            // One reading too few, then and now.
            (&weighed(76.0, 90, Some(0)), NotEnough),
            (&weighed(76.0, 200, Some(0))[1..], NotEnough),
            (&[Yes("weight-loss", 14)], NotEnough),
        ],
    );
}

#[test]
fn rest_is_judged_by_three_quarters_of_four_answers() {
    let rested = |words: &[&'static str], days: &[i64]| -> Vec<Put> {
        words.iter().zip(days).map(|(word, n)| Rest(word, *n)).collect()
    };
    expect(
        "no-rest-relief",
        &[
            (&rested(&["same", "worse", "same", "better"], &[0, 2, 4, 6]), Met),
            (&rested(&["same", "worse", "better", "better"], &[0, 2, 4, 6]), NotMet),
            // Over six days only, three answers only, and further back than 14 days.
            (&rested(&["same"; 4], &[0, 1, 3, 5]), NotEnough),
            (&rested(&["same"; 3], &[0, 3, 6]), NotEnough),
            (&rested(&["same"; 4], &[0, 3, 6, 14]), NotEnough),
            (&rested(&["same"; 4], &[0, 3, 6, 13]), Met),
            (&rested(&["same", "did-not-rest", "same", "same"], &[0, 2, 4, 6]), NotEnough),
            (&[Yes("no-rest-relief", 13)], Met),
            (&[No("no-rest-relief", 0)], NotMet),
            (&[], NotEnough),
        ],
    );
}

#[test]
fn an_accident_counts_until_it_was_looked_at() {
    expect(
        "major-trauma",
        &[
            (&[Event("accident", 41)], Met),
            (&[Event("accident", 42)], NotEnough),
            (&[Examined("accident", 0)], NotMet),
            (&[Examined("accident", 5), Event("accident", 2)], Met),
            (&[Event("fall", 0)], NotEnough),
            (&[], NotEnough),
        ],
    );
    expect(
        "injury-recent",
        &[
            (&[Event("fall", 41)], Met),
            (&[Event("injury", 0)], Met),
            (&[Event("injury", 42)], NotEnough),
            (&[Examined("injury", 3)], NotMet),
            (&[Event("accident", 0)], NotEnough),
        ],
    );
    expect(
        "heavy-lift",
        &[
            (&[Event("heavy-lift", 41)], Met),
            (&[Event("heavy-lift", 42)], NotEnough),
            (&[Examined("heavy-lift", 3)], NotMet),
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
    expect(
        "infection-risk",
        &[
            (&[Event("infection", 41), Yes("fever-unwell", 0)], Met),
            (&[Event("infection", 42), Yes("fever-unwell", 0)], NotEnough),
            (&[Event("procedure", 0), Celsius(38.0, 0)], Met),
            (&[Fact("injected_drugs", 1), Pain(3, 0), onset(41)], Met),
            (&[Fact("weak_immunity", 1), Pain(3, 0), onset(41)], Met),
            (&[Fact("weak_immunity", 1), Pain(3, 0), onset(42)], NotEnough),
            (&[Fact("weak_immunity", 1), No("fever-unwell", 0)], NotEnough),
            (&[], NotEnough),
        ],
    );
}

#[test]
fn the_place_is_told_once() {
    expect(
        "upper-back-site",
        &[
            (&[Site("between-shoulders", 363)], Met),
            (&[Site("between-shoulders", 364)], NotEnough),
            (&[Site("upper-back", 0), Site("neck", 0)], Met),
            (&[Site("neck", 0)], NotMet),
            (&[Pain(4, 0)], NotEnough),
        ],
    );
    let once: Vec<&str> = RULES.iter().filter(|r| r.once).map(|r| r.id).collect();
    assert_eq!(once, ["upper-back-site", "risk-profile", "age-band"]);
    for rule in RULES {
        let again = match rule.urgency {
            _ if rule.once => None,
            Urgency::Emergency => Some(0),
            Urgency::Urgent => Some(14),
            Urgency::Soon => Some(30),
            Urgency::Discuss => None,
        };
        assert_eq!(rule.again_after_days(), again, "{}", rule.id);
    }
}

#[test]
fn facts_count_while_there_is_pain() {
    for fact in [
        "osteoporosis",
        "weak_immunity",
        "had_cancer",
        "steroids",
        "inflammatory_arthritis",
        "spine_surgery",
    ] {
        expect(
            "risk-profile",
            &[
                (&[Fact(fact, 1), Pain(1, 27)], Met),
                (&[Fact(fact, 1), Pain(1, 28)], NotEnough),
                (&[Fact(fact, 0), Pain(1, 0)], NotEnough),
                (&[Pain(1, 0)], NotEnough),
            ],
        );
    }
    let zeros: Vec<Put> = (0..28).map(|n| Pain(0, n)).chain([Fact("pregnant", 1)]).collect();
    expect(
        "pregnancy",
        &[
            (&[Fact("pregnant", 1), Pain(1, 27)], Met),
            (&[Fact("pregnant", 1), Pain(1, 28)], NotEnough),
            (&[Fact("pregnant", 0), Pain(1, 0)], NotMet),
            (&zeros, NotMet),
            (&zeros[1..], NotEnough),
            (&[Pain(1, 0)], NotEnough),
        ],
    );
}

#[test]
fn age_is_that_at_the_start_of_new_pain() {
    // Begun 2026-03-05, ten days ago: born 1975 one was 50 or 51, born 1974 51 or 52.
    let onset = |n: i64| Fact("onset_days_ago", n);
    let born = |year: i64| Fact("birth_year", year);
    expect(
        "age-band",
        &[
            (&[born(1974), onset(10)], Met),
            (&[born(1975), onset(10)], NotEnough),
            (&[born(1976), onset(10)], NotMet),
            (&[born(2007), onset(10)], Met),
            (&[born(2006), onset(10)], NotEnough),
            (&[born(2005), onset(10)], NotMet),
            // 2025-12-14 and 2025-12-13.
            (&[born(1960), onset(91)], Met),
            (&[born(1960), onset(92)], NotMet),
            (&[born(1960), Pain(4, 0)], NotEnough),
            (&[onset(10)], NotEnough),
            // Older pain is no news whatever the age.
            (&[onset(400), Pain(4, 0)], NotMet),
        ],
    );
}

#[test]
fn painkillers_are_judged_by_three_quarters_of_three_days() {
    let took = |words: &[&'static str], days: &[i64]| -> Vec<Put> {
        words.iter().zip(days).map(|(word, n)| Took("paracetamol", Some(word), *n)).collect()
    };
    expect(
        "not-controlled",
        &[
            (&[Yes("not-controlled", 0)], Met),
            (&[No("not-controlled", 0)], NotMet),
            (&took(&["no", "worse", "no"], &[0, 1, 2]), Met),
            (&took(&["no", "worse", "no", "a-little"], &[0, 1, 2, 3]), Met),
            (&took(&["no", "yes", "no"], &[0, 1, 2]), NotMet),
            (&took(&["no", "no"], &[0, 2]), NotEnough),
            (&took(&["no", "no", "no"], &[0, 1, 14]), NotEnough),
            // Twice a day counts once, by its best.
            (&took(&["no", "yes", "no", "no"], &[0, 0, 1, 2]), NotMet),
            (&[Took("paracetamol", None, 0)], NotEnough),
        ],
    );
}

#[test]
fn anti_inflammatory_days_are_counted_by_name() {
    let took =
        |name: &'static str, n: i64| -> Vec<Put> { (0..n).map(|d| Took(name, None, d)).collect() };
    let with = |mut row: Vec<Put>, fact: &'static str, value: i64| {
        row.push(Fact(fact, value));
        row
    };
    expect(
        "nsaid-watch",
        &[
            (&took("Ibuprofen", 15), Met),
            (&took("Ibuprofen", 14), NotEnough),
            (&took("paracetamol", 28), NotEnough),
            (&with(took("Nurofen 400", 1), "nsaid_risk", 1), Met),
            (&with(took("Nurofen 400", 1), "nsaid_risk", 0), NotEnough),
            (&with(took("naproxen", 1), "blood_thinners", 1), Met),
            (&with(took("naproxen", 1), "pregnant", 1), Met),
            // Born 1959: 66 or 67. Born 1960: 65 or 66.
            (&with(took("naproxen", 1), "birth_year", 1959), Met),
            (&with(took("naproxen", 1), "birth_year", 1960), NotEnough),
            (&[Took("naproxen", None, 28), Fact("nsaid_risk", 1)], NotEnough),
        ],
    );
}

#[test]
fn signs_of_six_are_counted() {
    // Begun 2025-12-13: born 1981 one was 43 or 44, born 1980 44 or 45.
    let base = |year: i64, n: i64| vec![Fact("birth_year", year), Fact("onset_days_ago", n)];
    let with = |mut row: Vec<Put>, more: Vec<Put>| {
        row.extend(more);
        row
    };
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
    expect(
        "inflammatory-several",
        &[(&two, Met), (&one, NotEnough), (&with(base(1979, 92), helped()), NotMet)],
    );
}
