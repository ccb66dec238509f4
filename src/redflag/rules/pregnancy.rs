//! Pregnant, with pain.

use crate::redflag::advice::soon;
use crate::redflag::rules::parts::{any_pain, fact};
use crate::redflag::source::NORTHERN_TRUST;
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "pregnancy",
    version: 1,
    title: "Pain in pregnancy",
    urgency: Urgency::Soon,
    group: Group::RiskProfile,
    once: false,
    when: Criterion::All(&[fact("pregnant"), any_pain(28)]),
    advice: soon("You recorded pain, and in your profile that you are pregnant."),
    basis: "That pain of the last 28 days counts is this project's own choice.",
    sources: &[&NORTHERN_TRUST],
};
