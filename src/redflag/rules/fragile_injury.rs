//! A fall, injury or heavy lift with bones that may break easily.

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::fact;
use crate::redflag::source::{G_CARE, HENSCHKE_FLAGS, NORTHERN_TRUST, SEED_ARTICLE};
use crate::redflag::{AgeAtLeast, Criterion, Group, Happened, RedFlag, Urgency, Which};

pub(super) static RULE: RedFlag = RedFlag {
    id: "fragile-injury",
    version: 1,
    title: "A fall, injury or heavy lift, with what your profile says",
    urgency: Urgency::Urgent,
    group: Group::RiskProfile,
    once: false,
    when: Criterion::All(&[
        Criterion::Happened(Happened {
            events: &["fall", "injury", "heavy-lift", "accident"],
            within_days: 42,
            which: Which::NotExamined,
        }),
        Criterion::Any(&[
            fact("osteoporosis"),
            fact("steroids"),
            Criterion::AgeAtLeast(AgeAtLeast { years: 70 }),
        ]),
    ]),
    advice: urgent(
        "You recorded a fall, an injury or a heavy lift, and in your profile something with which \
         even a small one is to be looked at.",
    ),
    basis: "70 years are Henschke's. That it counts for 42 days, and until you say that it was looked at, is this project's own choice.",
    sources: &[&NORTHERN_TRUST, &G_CARE, &HENSCHKE_FLAGS, &SEED_ARTICLE],
};
