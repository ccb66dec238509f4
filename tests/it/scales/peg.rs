//! PEG: the mean of three items, and its history.

use twinge::journal::Value;
use twinge::journal::fields::questionnaire;
use twinge::scales::peg::{ATTRIBUTION, ITEMS, Peg, before, difference, history, this_week};

use crate::scales::{Diary, ago};

fn one(tenths: [i64; 3]) -> Peg {
    history(&Diary::default().peg(ago(0), tenths).journal())[0]
}

#[test]
fn the_score_is_the_mean_of_three_and_is_rounded_only_where_it_is_shown() {
    for (tenths, sum, shown) in [
        ([60, 50, 40], 150, "5.0"),
        // 16 / 3 = 5.333…; 17 / 3 = 5.666…
        ([60, 50, 50], 160, "5.3"),
        ([60, 60, 50], 170, "5.7"),
        // 0.5 / 3 = 0.1666…; 0.1 / 3 = 0.0333…
        ([5, 0, 0], 5, "0.2"),
        ([1, 0, 0], 1, "0.0"),
        ([0, 0, 0], 0, "0.0"),
        ([100, 100, 100], 300, "10.0"),
        ([100, 100, 99], 299, "10.0"),
        ([100, 100, 98], 298, "9.9"),
    ] {
        let score = one(tenths).score();
        assert_eq!((score.sum_tenths(), score.n()), (sum, 3));
        assert_eq!(score.to_string(), shown, "{tenths:?}");
    }
}

#[test]
fn without_one_of_the_three_there_is_no_score() {
    for left_out in &ITEMS {
        let others = ITEMS.iter().filter(|item| item.called != left_out.called);
        let said: Vec<_> = others.map(|item| (item.field, Value::Int(40))).collect();
        assert_eq!(said.len(), 2);
        let journal = Diary::default().weekly(ago(0), &said).journal();
        assert_eq!(history(&journal), [], "without {}", left_out.called);
    }
    let journal = Diary::default().change(ago(0), "better").journal();
    assert_eq!(history(&journal), []);
}

#[test]
fn items_of_two_days_are_not_put_together() {
    let mut diary = Diary::default();
    diary.weekly(ago(1), &[(&questionnaire::PEG_PAIN, Value::Int(40))]);
    diary.weekly(
        ago(0),
        &[
            (&questionnaire::PEG_ENJOYMENT, Value::Int(40)),
            (&questionnaire::PEG_ACTIVITY, Value::Int(40)),
        ],
    );
    assert_eq!(history(&diary.journal()), []);
}

#[test]
fn two_answers_of_one_week_both_stand_and_the_later_is_the_weeks() {
    let mut diary = Diary::default();
    diary.peg(ago(0), [50, 50, 50]).peg(ago(3), [60, 60, 60]).peg(ago(31), [70, 70, 70]);
    let all = history(&diary.journal());
    assert_eq!(all.iter().map(|peg| peg.day).collect::<Vec<_>>(), [ago(31), ago(3), ago(0)]);
    assert_eq!(this_week(&all, ago(0)).map(|peg| peg.day), Some(ago(0)));
    assert_eq!(this_week(&all, ago(1)).map(|peg| peg.day), Some(ago(3)));
    // Both are compared with the one four weeks before: 31 and 28 days.
    for peg in &all[1..] {
        assert_eq!(before(&all, peg).map(|peg| peg.day), Some(ago(31)));
    }
    assert_eq!(before(&all, &all[0]), None);
}

#[test]
fn a_week_is_seven_days_with_the_day_itself() {
    let all = history(&Diary::default().peg(ago(10), [50, 50, 50]).journal());
    assert_eq!(this_week(&all, ago(4)), Some(all[0]), "the seventh day");
    assert_eq!(this_week(&all, ago(3)), None, "the eighth");
    assert_eq!(this_week(&all, ago(11)), None, "the day before");
}

#[test]
fn a_difference_is_taken_of_what_was_said_and_not_of_what_is_shown() {
    // 16/3 = 5.33 is shown as 5.3 and 20/3 = 6.67 as 6.7: 4/3 = 1.33 between them, not 1.4.
    let difference = difference(&one([60, 50, 50]), &one([70, 70, 60]));
    assert!((difference.points() + 4.0 / 3.0).abs() < 1e-12);
    // 4 of 20 are 20 per cent.
    assert!((difference.percent().unwrap() + 20.0).abs() < 1e-9);
}

#[test]
fn the_questions_are_those_of_the_instrument_and_say_whose() {
    assert_eq!(
        ITEMS[0].question,
        "What number best describes your pain on average in the past week?"
    );
    assert_eq!(
        ITEMS[1].question,
        "What number best describes how, during the past week, pain has interfered with your \
         enjoyment of life?"
    );
    assert_eq!(
        ITEMS[2].question,
        "What number best describes how, during the past week, pain has interfered with your \
         general activity?"
    );
    assert!(ATTRIBUTION.contains("Krebs") && ATTRIBUTION.contains("10.1007/s11606-009-0981-1"));
}
