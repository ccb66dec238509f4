//! Pain between the shoulders: to be asked about once.

use crate::redflag::advice::urgent;
use crate::redflag::source::{NHS_BACK_PAIN, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, PainAtSite, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "upper-back-site",
    version: 1,
    title: "Pain between the shoulders or in the upper back",
    urgency: Urgency::Urgent,
    group: Group::PainPattern,
    once: true,
    when: Criterion::PainAtSite(PainAtSite {
        sites: &["between-shoulders", "upper-back"],
        within_days: 364,
    }),
    advice: urgent(
        "You recorded pain between the shoulders or in the upper back.",
    )
    .action(
        "Public guidance lists it among the signs with which to ask for an urgent appointment, or \
         to {urgent_line}.",
    )
    .more(
        "It is said once: a clinician may have looked at it already.",
    ),
    basis: "The article and the NHS name this place. It is told once, since it is where this journal's people hurt: told each day it would say nothing. 364 days are this project's own choice.",
    sources: &[&NHS_BACK_PAIN, &SEED_ARTICLE],
};
