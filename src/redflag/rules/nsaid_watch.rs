//! Anti-inflammatory medicine on many days, or with something that speaks against it.

use crate::redflag::advice::discuss;
use crate::redflag::rules::parts::{anti_inflammatory_days, fact};
use crate::redflag::source::{AHP_SUFFOLK, NHS_IBUPROFEN};
use crate::redflag::{AgeAtLeast, Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "nsaid-watch",
    version: 1,
    title: "Anti-inflammatory medicine: a question for a pharmacist",
    urgency: Urgency::Discuss,
    group: Group::Medicine,
    once: false,
    when: Criterion::Any(&[
        anti_inflammatory_days(15),
        Criterion::All(&[
            anti_inflammatory_days(1),
            Criterion::Any(&[
                fact("nsaid_risk"),
                fact("blood_thinners"),
                fact("pregnant"),
                Criterion::AgeAtLeast(AgeAtLeast { years: 66 }),
            ]),
        ]),
    ]),
    advice: discuss(
        "You recorded an anti-inflammatory medicine on many days, or with something in your \
         profile.",
    )
    .action(
        "Public guidance says to ask a pharmacist or doctor about such medicines when they are \
         needed for more than about two weeks, and with some illnesses, other medicines, over 65 \
         or in pregnancy.",
    )
    .more("It goes on your report, for the next visit."),
    basis: "About two weeks is the Suffolk page's; 15 of 28 days stand for it, and the words that \
            a name is known by are this project's own choice. Over 65 is the NHS's.",
    sources: &[&NHS_IBUPROFEN, &AHP_SUFFOLK],
};
