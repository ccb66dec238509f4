//! Had cancer, and pain of certain patterns.

use crate::journal::Score;
use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::{ALL_DAY, fact, rise, ticked};
use crate::redflag::rules::worse_at_night;
use crate::redflag::source::{IFOMPT_FRAMEWORK, KOVACS_CHANGE, NICE_NG234};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

/// With this profile fewer broken nights are enough than without.
const NIGHTS: &[Criterion] = &worse_at_night::ways(3);

pub(super) static RULE: RedFlag = RedFlag {
    id: "cancer-pain-pattern",
    version: 1,
    title: "Past illness with pain at night, on straining, all day or worsening",
    urgency: Urgency::Urgent,
    group: Group::RiskProfile,
    once: false,
    when: Criterion::All(&[
        fact("had_cancer"),
        Criterion::Any(&[
            Criterion::FirstAnswered(NIGHTS),
            ticked("strain-pain"),
            ALL_DAY,
            rise(Score::of_tenths(15)),
        ]),
    ]),
    advice: urgent(
        "You recorded pain at night, on coughing or straining, all day long or getting worse, and \
         in your profile an illness after which these are to be looked at within a day.",
    ),
    basis: "The patterns are those of regional pages on NICE's guidance; band-like pain is not asked. How night, all day and worsening are computed is this project's own choice; 1.5 points are Kovacs's for a change that people notice, used here since it is the more careful one.",
    sources: &[&NICE_NG234, &IFOMPT_FRAMEWORK, &KOVACS_CHANGE],
};
