//! Pain that rest does not ease.

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::{NOT_BETTER_AFTER_REST, ticked};
use crate::redflag::source::{NHS_BACK_PAIN, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "no-rest-relief",
    version: 1,
    title: "Pain that does not get better after resting",
    urgency: Urgency::Urgent,
    group: Group::PainPattern,
    once: false,
    when: Criterion::FirstAnswered(&[NOT_BETTER_AFTER_REST, ticked("no-rest-relief")]),
    advice: urgent("You recorded pain that does not get better after resting."),
    basis: "No published figure says how often. 75 % of at least 4 answers over 7 days of 14 are this project's own choice.",
    sources: &[&NHS_BACK_PAIN, &SEED_ARTICLE],
};
