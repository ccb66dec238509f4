//! A recent fall or injury.

use crate::redflag::advice::soon;
use crate::redflag::source::{NHS_BACK_PAIN, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, Happened, RedFlag, Urgency, Which};

pub(super) static RULE: RedFlag = RedFlag {
    id: "injury-recent",
    version: 1,
    title: "A recent fall or injury",
    urgency: Urgency::Soon,
    group: Group::Injury,
    once: false,
    when: Criterion::Happened(Happened {
        events: &["fall", "injury"],
        within_days: 42,
        which: Which::NotExamined,
    }),
    advice: soon("You recorded a fall or an injury within the last six weeks."),
    basis: "That it counts for 42 days, and until you say that it was looked at, is this project's own choice.",
    sources: &[&SEED_ARTICLE, &NHS_BACK_PAIN],
};
