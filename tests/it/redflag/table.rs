//! Every rule of ticks, facts and events: fires, silent, each boundary from both sides, never
//! asked; one row each.

use chrono::Days;
use twinge::redflag::Status::{Met, NotEnough, NotMet};
use twinge::redflag::{Criterion, RULES, Urgency};

use super::rows::Put::{
    self, Celsius, Event, Examined, Fact, Kilos, No, Pain, Rest, Site, Took, Yes,
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
    let with_one_now_at = |n: i64| {
        vec![
            Kilos(76.0, 0),
            Kilos(76.0, n),
            Kilos(80.0, 200),
            Kilos(80.0, 201),
            Fact("trying_to_lose", 0),
        ]
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
            // Both on one side of half a year, and up to a year ago.
            (&weighed(76.0, 181, Some(0)), Met),
            (&weighed(76.0, 183, Some(0)), Met),
            // One reading too few: then, and now.
            (&weighed(76.0, 90, Some(0)), NotEnough),
            (&weighed(76.0, 182, Some(0)), NotEnough),
            (&weighed(76.0, 364, Some(0)), NotEnough),
            (&weighed(76.0, 200, Some(0))[1..], NotEnough),
            (&with_one_now_at(14), NotEnough),
            (&with_one_now_at(12), Met),
            (&[Yes("weight-loss", 14)], NotEnough),
        ],
    );
}

#[test]
fn rest_is_judged_by_four_fifths_of_six_answers() {
    let rested = |words: &[&'static str], days: &[i64]| -> Vec<Put> {
        words.iter().zip(days).map(|(word, n)| Rest(word, *n)).collect()
    };
    let often = |n: usize| -> Vec<&'static str> {
        (0..10).map(|at| if at < n { "same" } else { "better" }).collect()
    };
    let spread = [0, 2, 4, 6, 8, 10];
    expect(
        "no-rest-relief",
        &[
            // 8 of 10, 7 of 10, 5 of 6.
            (&rested(&often(8), &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), Met),
            (&rested(&often(7), &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), NotMet),
            (&rested(&["same", "worse", "same", "worse", "same", "better"], &spread), Met),
            (&rested(&["better"; 6], &spread), NotMet),
            // Over six days only, five answers only, and further back than 28 days.
            (&rested(&["same"; 6], &[0, 1, 2, 3, 4, 5]), NotEnough),
            (&rested(&["same"; 6], &[0, 1, 2, 3, 4, 6]), Met),
            (&rested(&["same"; 5], &spread), NotEnough),
            (&rested(&["same"; 6], &[0, 3, 6, 9, 12, 28]), NotEnough),
            (&rested(&["same"; 6], &[0, 3, 6, 9, 12, 27]), Met),
            (
                &rested(&["same", "did-not-rest", "same", "same", "same", "same"], &spread),
                NotEnough,
            ),
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
            (&[Event("fall", 42)], NotEnough),
            (&[Examined("injury", 3)], NotMet),
            (&[Event("accident", 0)], NotEnough),
            (&[], NotEnough),
        ],
    );
    expect(
        "heavy-lift",
        &[
            (&[Event("heavy-lift", 41)], Met),
            (&[Event("heavy-lift", 42)], NotEnough),
            (&[Examined("heavy-lift", 3)], NotMet),
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
    let facts = [
        "osteoporosis",
        "weak_immunity",
        "had_cancer",
        "steroids",
        "inflammatory_arthritis",
        "spine_surgery",
    ];
    let none = || facts.iter().map(|fact| Fact(fact, 0));
    expect(
        "risk-profile",
        &[
            (&none().chain([Pain(4, 0)]).collect::<Vec<_>>(), NotMet),
            (&none().skip(1).chain([Pain(4, 0)]).collect::<Vec<_>>(), NotEnough),
            (&(0..28).map(|n| Pain(0, n)).collect::<Vec<_>>(), NotMet),
            (&[], NotEnough),
        ],
    );
    for fact in facts {
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
            (&[Yes("not-controlled", 13)], Met),
            (&[Yes("not-controlled", 14)], NotEnough),
            (&[No("not-controlled", 0)], NotMet),
            (&took(&["no", "worse", "no"], &[0, 1, 2]), Met),
            (&took(&["no", "worse", "no", "a-little"], &[0, 1, 2, 3]), Met),
            (&took(&["no", "yes", "no"], &[0, 1, 2]), NotMet),
            (&took(&["no", "no"], &[0, 2]), NotEnough),
            (&took(&["no", "no", "no"], &[0, 1, 13]), Met),
            (&took(&["no", "no", "no"], &[0, 1, 14]), NotEnough),
            (&[], NotEnough),
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
            (&[Took("naproxen", None, 27), Fact("nsaid_risk", 1)], Met),
            (&[Took("naproxen", None, 28), Fact("nsaid_risk", 1)], NotEnough),
            (&[], NotEnough),
        ],
    );
}
