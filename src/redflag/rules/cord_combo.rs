//! Clumsy hands and unsteady walking together, or one of them with other changes.

use crate::redflag::advice::emergency;
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{PRIMARY_CARE_NOTEBOOK, ROYAL_FREE_HANDS};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "cord-combo",
    version: 1,
    title: "Clumsy hands and unsteady walking together",
    urgency: Urgency::Emergency,
    group: Group::Neuro,
    once: false,
    when: Criterion::Any(&[
        Criterion::All(&[ticked("clumsy-hands"), ticked("unsteady-walking")]),
        Criterion::All(&[ticked("clumsy-hands"), ticked("bladder-bowel")]),
        Criterion::All(&[ticked("unsteady-walking"), ticked("bladder-bowel")]),
    ]),
    advice: emergency(
        "You recorded clumsy hands and unsteady walking together, or one of them with new trouble \
         peeing or pooing.",
    ),
    basis: "The combination is the Royal Free's. That ticks count together when they lie within 14 days is this project's own choice.",
    sources: &[&ROYAL_FREE_HANDS, &PRIMARY_CARE_NOTEBOOK],
};
