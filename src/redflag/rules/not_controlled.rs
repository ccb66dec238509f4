//! Usual painkillers do not help.

use crate::redflag::advice::soon;
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{NHS_NECK_PAIN, PROJECT_CHOICE};
use crate::redflag::{AnswerShare, Criterion, Group, Question, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "not-controlled",
    version: 1,
    title: "The usual painkillers have not helped",
    urgency: Urgency::Soon,
    group: Group::PainPattern,
    once: false,
    when: Criterion::FirstAnswered(&[
        ticked("not-controlled"),
        Criterion::AnswerShare(AnswerShare {
            question: Question::MedicineDidNotHelp,
            at_least_percent: 75,
            min_answers: 3,
            over_days: 3,
            window_days: 14,
        }),
    ]),
    advice: soon("You recorded that the usual painkillers have not helped."),
    basis: "The sign is the NHS's. 75 % of at least 3 days with an answer over 3 days of 14 are this project's own choice.",
    sources: &[&NHS_NECK_PAIN, &PROJECT_CHOICE],
};
