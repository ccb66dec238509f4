//! A serious accident that nobody has looked at since.

use crate::redflag::advice::emergency;
use crate::redflag::source::{NHS_BACK_PAIN, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, Happened, RedFlag, Urgency, Which};

pub(super) static RULE: RedFlag = RedFlag {
    id: "major-trauma",
    version: 1,
    title: "An accident, not looked at since",
    urgency: Urgency::Emergency,
    group: Group::Injury,
    once: false,
    when: Criterion::Happened(Happened {
        events: &["accident"],
        within_days: 42,
        which: Which::NotExamined,
    }),
    advice: emergency(
        "You recorded an accident within the last six weeks, and not that a clinician has looked \
         at it since.",
    )
    .more(
        "This is about pain that began after a serious accident, such as a car crash or a fall \
         from a height.",
    ),
    basis: "Pain after a serious accident is in the article's and in the NHS's list. That it counts for 42 days, and until you say that it was looked at, is this project's own choice.",
    sources: &[&NHS_BACK_PAIN, &SEED_ARTICLE],
};
