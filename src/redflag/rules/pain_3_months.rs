//! Pain that lasts or comes back over three months.

use crate::redflag::advice::discuss;
use crate::redflag::rules::parts::older;
use crate::redflag::source::{DE_VET_EPISODES, IASP_ICD11};
use crate::redflag::{Criterion, Group, PainInEach, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "pain-3-months",
    version: 1,
    title: "Pain for three months or longer",
    urgency: Urgency::Discuss,
    group: Group::PainPattern,
    once: false,
    when: Criterion::All(&[
        older(92),
        Criterion::PainInEach(PainInEach { stretches: 3, stretch_days: 30 }),
    ]),
    advice: discuss("You recorded pain that has lasted, or come back, for more than three months."),
    basis: "Three months, lasting or coming back, are the IASP's, which gives no share of days; pain in each of 3 times 30 days is this project's own choice. 92 days stand for three months.",
    sources: &[&IASP_ICD11, &DE_VET_EPISODES],
};
