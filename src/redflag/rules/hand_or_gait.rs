//! Clumsy hands, unsteady legs, or a shock down the spine.

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{NHS_BRISTOL_HANDS, PRIMARY_CARE_NOTEBOOK, ROYAL_FREE_HANDS};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "hand-or-gait",
    version: 1,
    title: "Clumsy hands, unsteady legs, or a shock down the spine",
    urgency: Urgency::Urgent,
    group: Group::Neuro,
    once: false,
    when: Criterion::Any(&[
        ticked("clumsy-hands"),
        ticked("unsteady-walking"),
        ticked("neck-shock"),
    ]),
    advice: urgent(
        "You recorded clumsy hands, heavy or unsteady legs, or an electric shock down the spine \
         on bending the neck.",
    )
    .more(
        "If hands and walking are affected together, peeing or pooing has changed, or it is \
         getting worse fast, public guidance says to {call}, or go to an emergency department, now.",
    ),
    basis: "The signs are the hospitals'. That a tick counts for 14 days is this project's own choice.",
    sources: &[&ROYAL_FREE_HANDS, &NHS_BRISTOL_HANDS, &PRIMARY_CARE_NOTEBOOK],
};
