//! Each figure of the page, from a diary of six days.

use twinge::journal::fields::{day, event, exercise, pain, profile, questionnaire, treatment};
use twinge::journal::{Kind, Value};
use twinge::language::GERMAN;
use twinge::report::Redact;

use crate::report::{Diary, said};

/// Six scored days of the last ten, with a gap of four.
fn diary() -> Diary {
    let mut diary = Diary::default();
    diary.fact(&profile::NAME, Value::text("Zoë Müller"));
    diary.fact(&profile::BIRTH_YEAR, Value::Int(1981));
    diary.fact(&profile::ONSET, Value::text("2025-12"));
    diary.fact(&profile::VISIT_GOAL, Value::text("May I lift again?"));
    diary.fact(&profile::OSTEOPOROSIS, Value::from(true));
    diary.fact(&profile::PREGNANT, Value::from(false));
    for (ago, average, night) in [(9, 2, 4), (8, 4, 5), (7, 7, 8), (2, 3, 4), (1, 5, 5), (0, 0, 1)]
    {
        diary.scored(ago, average, night);
    }
    for (ago, sitting, woken) in [(9, 9.0, 0), (8, 8.0, 1), (7, 10.5, 2)] {
        diary.put(
            Kind::Day,
            ago,
            &[
                (&day::SITTING_HOURS, Value::Real(sitting)),
                (&day::WOKEN, Value::Int(woken)),
                (&day::SLEEP_POSITION, Value::text("front")),
                (&day::SLEEP_HOURS, Value::Real(5.5)),
                (&day::PATTERN, Value::text("all-day")),
                (&day::INTERFERENCE, Value::Int(50)),
            ],
        );
    }
    let peg = |points: i64| {
        [&questionnaire::PEG_PAIN, &questionnaire::PEG_ENJOYMENT, &questionnaire::PEG_ACTIVITY]
            .map(|field| (field, Value::Int(points * 10)))
    };
    diary.put(Kind::Questionnaire, 28, &peg(5));
    diary.put(Kind::Questionnaire, 0, &peg(3));
    let walk =
        [(&exercise::EXERCISE, Value::text("walk")), (&exercise::MINUTES, Value::Real(25.0))];
    diary.put(Kind::Exercise, 1, &walk);
    for (ago, helped) in [(7, "yes"), (8, "a-little"), (9, "no")] {
        let heat = [
            (&treatment::TREATMENT, Value::text("heat")),
            (&treatment::HELPED_IT, Value::text(helped)),
        ];
        diary.put(Kind::Treatment, ago, &heat);
    }
    let note = [(&event::EVENT, Value::text("note")), (&event::TEXT, Value::text("Slept badly"))];
    diary.put(Kind::Event, 7, &note);
    diary
}

#[test]
fn every_number_is_of_the_days_that_were_recorded() {
    let said = said(&diary().report(10, Redact::default()));
    for words in [
        "NECK PAIN Report 6 Mar 2026 – 15 Mar 2026 Zoë Müller · born 1981 prepared on 15 Mar 2026",
        "Patient-reported diary. Not a medical record or diagnosis.",
        "6 of 10 days with a pain score · longest gap 4 days (from 9 Mar 2026) · \
         67 % of 3 entries with a known time of writing from \
         their own day.",
        "What I want from this visit: May I lift again?",
        "Where: neck 6 days How bad",
        "a day’s average is drawn, not its worst",
        "How bad: mean 3.5; worst 8 on 8 Mar 2026; a worst of 7 or more on 1 of 6 days",
        "How long: since Dec 2025 (3 months); first day of pain in this diary 6 Mar 2026",
        "there all day on 3, on and off on 0, of 3 days that say so",
        "At night: mean 4.5; 1 above the day, mean of 6 pairs; pain broke 2 of 3 nights",
        "Better or worse: not enough entries to say, at least 14 more days",
        "What eased it: helped at least a little, by own answers: heat 2 of 3 times",
        // Of six days there are no means of weeks: no table.
        "PEG (pain, enjoyment, activity; 0–10, more is worse) 3 on 15 Mar 2026; four weeks before \
         5: 2.0 lower, more than the smallest difference that people notice",
        "5 or more of 10, on 3 of 3 days; mean 5; less than 6 h of sleep in 3 of 3 nights; mean 5.5 h",
        // 8 h is not more than 8 h.
        "mean pain 4.5 on 2 days over 8 h; 4 on 1 with less – does not show cause",
        "Sleep position, nights: front 3",
        "Exercise: walk 1 day, 25 min",
        "heat, days 3, did it help? helped 1, a little 1, did not help 1",
        "Yes: osteoporosis",
        "No: pregnant",
        "8 Mar 2026 “Slept badly”",
        "no clinician has reviewed the rules",
        "It does not diagnose, monitor a disease or recommend treatment.",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn the_same_in_german_has_no_english_but_the_rules_and_own_words() {
    let said = said(&diary().report_in(&GERMAN, 10, Redact::default()));
    for words in [
        "SCHMERZEN IM NACKEN Bericht 6. März 2026 – 15. März 2026 Zoë Müller · geboren 1981",
        "längste Lücke 4 Tage (ab 9. März 2026) · 67 % von 3 Einträgen mit bekannter \
         Schreibzeit am selben Tag notiert.",
        "Wie stark: Mittel 3,5; höchster Wert 8 am 8. März 2026; höchster Wert 7 oder mehr an 1 von 6 Tagen",
        "Nachts: Mittel 4,5; 1 über dem Tag, Mittel aus 6 Paaren",
        "Wärme, Tage 3, half es? half 1, etwas 1, half nicht 1",
        "Ja: Osteoporose",
        "8. März 2026 „Slept badly“",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    for word in [" days", " nights", "mean ", " not ", " the ", "helped"] {
        assert!(!said.contains(word), "{word}\n{said}");
    }
}

#[test]
fn measures_are_a_table_of_four_weeks_beside_four() {
    let mut diary = Diary::default();
    diary.fact(&profile::NAME, Value::text("Zoë Müller"));
    for ago in 0..56 {
        diary.scored(ago, if ago < 28 { 2 } else { 6 }, 4);
        if ago < 28 && ago % 2 == 0 {
            diary.put(Kind::Treatment, ago, &[(&treatment::TREATMENT, Value::text("medicine"))]);
        }
    }
    let peg =
        [&questionnaire::PEG_PAIN, &questionnaire::PEG_ENJOYMENT, &questionnaire::PEG_ACTIVITY];
    diary.put(Kind::Questionnaire, 28, &peg.map(|field| (field, Value::Int(50))));
    diary.put(Kind::Questionnaire, 0, &peg.map(|field| (field, Value::Int(30))));
    let on = said(&diary.report(56, Redact::default()));
    for words in [
        "Pain by day 0–10, before 6.0, last 2.0, by week 8 weeks: from 2.0 to 6.0",
        "Pain at night 0–10, before 4.0, last 4.0, by week 8 weeks: from 4.0 to 4.0",
        "PEG 0–10, before 5.0, last 3.0, by week 8 weeks, 6 with too little: from 3.0 to 5.0 ",
        // Every second day is half of seven.
        "Medicine days a week, before 0.0, last 3.5, by week 8 weeks",
        "PEG: 2.0 lower, more than the smallest difference that people notice",
    ] {
        assert!(on.contains(words), "{words}\n{on}");
    }
    assert!(!on.contains("Nights broken") && !on.contains("too few"), "{on}");
    let redact = Redact { medicines: true, ..Redact::default() };
    let without = said(&diary.report(56, redact));
    assert!(without.contains("Pain by day 0–10, before 6.0") && !without.contains("Medicine days"));
}

#[test]
fn what_was_not_recorded_is_said_to_be_so_and_is_no_zero() {
    let said = said(&Diary::default().report(28, Redact::default()));
    for words in [
        "0 of 28 days with a pain score.",
        "Where: not recorded",
        "How bad: not recorded",
        "At night: not recorded",
        "What eased it: no treatment is on record",
        "No rule is met on 15 Mar 2026. That says nothing about what was not recorded.",
        "Not asked: saddle numbness, ",
        "Background: not recorded",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    assert!(!said.contains("mean 0") && !said.contains("NaN"), "{said}");
}

#[test]
fn how_long_is_in_calendar_months_and_later_in_years() {
    for (onset, words) in [
        ("2026-02-16", "How long: since 16 Feb 2026 How often"),
        ("2026-02-15", "How long: since 15 Feb 2026 (1 month) How often"),
        ("2025-03-15", "How long: since 15 Mar 2025 (12 months) How often"),
        ("2024-03-16", "How long: since 16 Mar 2024 (23 months) How often"),
        ("2024-03-15", "How long: since 15 Mar 2024 (2 years) How often"),
        ("2019", "How long: since 2019 How often"),
    ] {
        let mut diary = Diary::default();
        diary.fact(&profile::ONSET, Value::text(onset));
        let said = said(&diary.report(28, Redact::default()));
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn a_pattern_names_the_weeks_it_is_of_and_flares_who_says_so() {
    let mut diary = Diary::default();
    for ago in 0..63 {
        diary.scored(ago, if (10..15).contains(&ago) { 5 } else { 3 }, 0);
    }
    diary.put(Kind::Event, 5, &[(&event::EVENT, Value::text("flare"))]);
    let english = said(&diary.report(63, Redact::default()));
    let words = "entries of 9 weeks: ongoing, much the same; 1 flare-up marked by the person, \
                 1 more by the scores";
    assert!(english.contains(words), "{english}");
    let german = said(&diary.report_in(&GERMAN, 63, Redact::default()));
    let words = "Einträge von 9 Wochen: anhaltend, recht gleich; 1 selbst vermerkter \
                 Schmerzschub, 1 weitere nach den Werten";
    assert!(german.contains(words), "{german}");
}

#[test]
fn a_score_of_the_worst_alone_is_no_average_of_a_moment() {
    let mut diary = Diary::default();
    diary.put(Kind::Pain, 0, &[(&pain::WORST, Value::Int(70))]);
    let report = diary.report(28, Redact::default());
    assert_eq!(report.days.len(), 1);
    let said = said(&report);
    let words = "How bad: only the worst known on 1 day, in no mean; worst 7 on 15 Mar 2026; \
                 a worst of 7 or more on 1 of 1 day";
    assert!(said.contains(words), "{said}");
    // Before the first entry of all is no gap.
    assert!(
        said.contains("1 of 28 days with a pain score, the first on 15 Mar 2026 · 67 %"),
        "{said}"
    );
}
