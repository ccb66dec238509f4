//! Had cancer, and now signs in limbs, bladder or bowel.

use crate::redflag::advice::emergency;
use crate::redflag::rules::parts::{fact, ticked};
use crate::redflag::source::{IFOMPT_FRAMEWORK, NICE_NG234};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "cancer-neuro",
    version: 1,
    title: "Past illness with new weakness, numbness or unsteady walking",
    urgency: Urgency::Emergency,
    group: Group::RiskProfile,
    once: false,
    when: Criterion::All(&[
        fact("had_cancer"),
        Criterion::Any(&[
            ticked("limb-weakness"),
            ticked("arm-tingle"),
            ticked("legs-both"),
            ticked("saddle-numbness"),
            ticked("unsteady-walking"),
            ticked("bladder-bowel"),
        ]),
    ]),
    advice: emergency(
        "You recorded new weakness, numbness, unsteady walking or trouble peeing or pooing, and \
         in your profile an illness after which these are to be looked at without delay.",
    ),
    basis: "The signs are those of regional pages on NICE's guidance. That a tick counts for 14 days is this project's own choice.",
    sources: &[&NICE_NG234, &IFOMPT_FRAMEWORK],
};
