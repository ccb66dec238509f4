//! A high temperature, ticked or measured.

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{
    GPONLINE_NECK, NHS_BACK_PAIN, PRIMARY_CARE_NOTEBOOK, PROJECT_CHOICE, SEED_ARTICLE,
};
use crate::redflag::{Criterion, Group, RedFlag, Temperature, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "fever-unwell",
    version: 1,
    title: "High temperature, or feeling unwell",
    urgency: Urgency::Urgent,
    group: Group::Systemic,
    once: false,
    when: Criterion::FirstAnswered(&[
        ticked("fever-unwell"),
        Criterion::Temperature(Temperature { at_least_celsius: 38, within_days: 14 }),
    ]),
    advice: urgent("You recorded a high temperature, chills, or feeling generally unwell.").more(
        "If there is also a stiff neck with a severe headache, a rash that does not fade, or \
         confusion, public guidance says to {call}, or go to an emergency department, now.",
    ),
    basis: "38 °C is general knowledge, not checked in a source. That it counts for 14 days is this project's own choice.",
    sources: &[
        &NHS_BACK_PAIN,
        &PRIMARY_CARE_NOTEBOOK,
        &GPONLINE_NECK,
        &SEED_ARTICLE,
        &PROJECT_CHOICE,
    ],
};
