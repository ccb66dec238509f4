//! So bad that sleeping or the day is a struggle.

use crate::journal::Score;

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{BOONSTRA_SEVERE, NHS_BACK_PAIN, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, RedFlag, Struggling, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "severe-struggling",
    version: 1,
    title: "Pain so bad that you struggle to sleep or get through the day",
    urgency: Urgency::Urgent,
    group: Group::PainPattern,
    once: false,
    when: Criterion::FirstAnswered(&[
        ticked("severe-struggling"),
        Criterion::Struggling(Struggling {
            pain: Score::whole(7),
            interference: Score::whole(7),
            woken: 3,
            slept_below_hours: 4,
            at_least_days: 2,
            of_last_days: 3,
            within_days: 14,
        }),
    ]),
    advice: urgent(
        "You recorded that you struggle to sleep or to get through the day, or severe pain that \
         got in the way or broke the night.",
    ),
    basis: "7 is where severe pain begins for many people (Boonstra); the rest of the combination is this project's own choice. That less than 4 hours count only when pain woke you stands for sleep that was short because of pain.",
    sources: &[&NHS_BACK_PAIN, &BOONSTRA_SEVERE, &SEED_ARTICLE],
};
