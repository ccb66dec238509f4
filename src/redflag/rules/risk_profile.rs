//! Pain, and a profile with which to see a doctor about it.

use crate::redflag::advice::soon;
use crate::redflag::rules::parts::{any_pain, fact};
use crate::redflag::source::{G_CARE, PRIMARY_CARE_NOTEBOOK, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "risk-profile",
    version: 1,
    title: "Pain, with what your profile says",
    urgency: Urgency::Soon,
    group: Group::RiskProfile,
    once: true,
    when: Criterion::All(&[
        any_pain(28),
        Criterion::Any(&[
            fact("osteoporosis"),
            fact("weak_immunity"),
            fact("had_cancer"),
            fact("steroids"),
            fact("inflammatory_arthritis"),
            fact("spine_surgery"),
        ]),
    ]),
    advice: soon(
        "You recorded pain, and in your profile something that a doctor would want to know with \
         it.",
    ),
    basis: "The list is the article's and the sources'. That pain of the last 28 days counts, and that it is told once, is this project's own choice.",
    sources: &[&PRIMARY_CARE_NOTEBOOK, &G_CARE, &SEED_ARTICLE],
};
