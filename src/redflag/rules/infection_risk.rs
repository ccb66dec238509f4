//! A recent infection or weak defences with new or worse pain, or fever.

use crate::journal::Score;

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::{fact, newer, rise, ticked};
use crate::redflag::source::{FARRAR_CHANGE, G_CARE, PRIMARY_CARE_NOTEBOOK, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, Happened, RedFlag, Temperature, Urgency, Which};

pub(super) static RULE: RedFlag = RedFlag {
    id: "infection-risk",
    version: 1,
    title: "New or worse pain after an infection or with weak defences",
    urgency: Urgency::Urgent,
    group: Group::RiskProfile,
    once: false,
    when: Criterion::All(&[
        Criterion::Any(&[
            Criterion::Happened(Happened {
                events: &["infection", "procedure"],
                within_days: 42,
                which: Which::All,
            }),
            fact("weak_immunity"),
            fact("injected_drugs"),
        ]),
        Criterion::Any(&[
            newer(42),
            rise(Score::whole(2)),
            ticked("fever-unwell"),
            Criterion::Temperature(Temperature { at_least_celsius: 38, within_days: 14 }),
        ]),
    ]),
    advice: urgent(
        "You recorded new or worse pain, or fever, and with it an infection, an operation, \
         injected drugs or a weakened immune system.",
    )
    .more(
        "With fever, or if you feel very unwell, public guidance says to {call}, or go to an \
         emergency department, now.",
    ),
    basis: "The groups are those of the sources. 42 days, new pain and worse pain as computed here are this project's own choice; 2 points are Farrar's difference that people notice.",
    sources: &[&G_CARE, &PRIMARY_CARE_NOTEBOOK, &FARRAR_CHANGE, &SEED_ARTICLE],
};
