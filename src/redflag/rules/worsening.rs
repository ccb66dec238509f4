//! Getting worse over eight weeks.

use crate::journal::Score;

use crate::redflag::advice::soon;
use crate::redflag::rules::parts::rise;
use crate::redflag::source::{FARRAR_CHANGE, KOVACS_CHANGE, NHS_BACK_PAIN};
use crate::redflag::{Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "worsening",
    version: 1,
    title: "Pain getting worse",
    urgency: Urgency::Soon,
    group: Group::PainPattern,
    once: false,
    when: rise(Score::whole(2)),
    advice: soon(
        "You recorded pain that was clearly worse in the last four weeks than in the four before.",
    ),
    basis: "2 points are Farrar's difference that people notice, found for improvement; using it for worsening, four weeks, the days with a score and the slope are this project's own choice.",
    sources: &[&NHS_BACK_PAIN, &FARRAR_CHANGE, &KOVACS_CHANGE],
};
