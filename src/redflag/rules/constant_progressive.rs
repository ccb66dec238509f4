//! There all day, getting worse, and rest does not change it.

use crate::journal::Score;

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::{ALL_DAY, NOT_BETTER_AFTER_REST, rise};
use crate::redflag::source::{KOVACS_CHANGE, PRIMARY_CARE_NOTEBOOK};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "constant-progressive",
    version: 1,
    title: "Pain all day, getting worse, that rest does not ease",
    urgency: Urgency::Urgent,
    group: Group::PainPattern,
    once: false,
    when: Criterion::All(&[ALL_DAY, rise(Score::of_tenths(15)), NOT_BETTER_AFTER_REST]),
    advice: urgent(
        "You recorded pain that is there all day, is getting worse, and does not get better after \
         resting.",
    ),
    basis: "The three together are the notebook's; that resting stands for movement, which is not asked, and every number but Kovacs's 1.5 points are this project's own choice.",
    sources: &[&PRIMARY_CARE_NOTEBOOK, &KOVACS_CHANGE],
};
