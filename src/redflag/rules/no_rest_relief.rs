//! Pain that rest does not ease.

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{NHS_BACK_PAIN, SEED_ARTICLE};
use crate::redflag::{AnswerShare, Criterion, Group, Question, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "no-rest-relief",
    version: 2,
    title: "Pain that does not get better after resting",
    urgency: Urgency::Urgent,
    group: Group::PainPattern,
    once: false,
    when: Criterion::FirstAnswered(&[
        Criterion::AnswerShare(AnswerShare {
            question: Question::NotBetterAfterRest,
            at_least_percent: 80,
            min_answers: 6,
            over_days: 7,
            window_days: 28,
        }),
        ticked("no-rest-relief"),
    ]),
    advice: urgent("You recorded pain that does not get better after resting."),
    basis: "No published figure says how often. 80 % of at least 6 answers over 7 days of 28 are this project's own choice: with 75 % of 4 answers of 14 days, as in version 1, made-up diaries of people whom rest helps more often than not met it once a year or more.",
    sources: &[&NHS_BACK_PAIN, &SEED_ARTICLE],
};
