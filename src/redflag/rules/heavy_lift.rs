//! A heavy lift.

use crate::redflag::advice::soon;
use crate::redflag::source::SEED_ARTICLE;
use crate::redflag::{Criterion, Group, Happened, RedFlag, Urgency, Which};

pub(super) static RULE: RedFlag = RedFlag {
    id: "heavy-lift",
    version: 1,
    title: "Lifting something heavy",
    urgency: Urgency::Soon,
    group: Group::Injury,
    once: false,
    when: Criterion::Happened(Happened {
        events: &["heavy-lift"],
        within_days: 42,
        which: Which::NotExamined,
    }),
    advice: soon("You recorded lifting something heavy within the last six weeks.").action(
        "The article that this journal began with suggests seeing a doctor about pain that began \
         with it.",
    ),
    basis: "That it counts for 42 days, and until you say that it was looked at, is this project's own choice.",
    sources: &[&SEED_ARTICLE],
};
