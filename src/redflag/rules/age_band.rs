//! New pain that began under 20 or over 50.

use crate::redflag::advice::soon;
use crate::redflag::rules::parts::newer;
use crate::redflag::source::{PRIMARY_CARE_NOTEBOOK, SEED_ARTICLE};
use crate::redflag::{AgeAtOnset, Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "age-band",
    version: 1,
    title: "New pain that began under 20 or over 50",
    urgency: Urgency::Soon,
    group: Group::RiskProfile,
    once: true,
    when: Criterion::All(&[
        Criterion::AgeAtOnset(AgeAtOnset {
            younger_than_years: Some(20),
            older_than_years: Some(50),
            gap_days: 30,
            gap_zeros: 15,
        }),
        newer(92),
    ]),
    advice: soon("By your year of birth, new pain began before you were 20 or after you were 50.")
        .more("Sources differ between 50 and 55."),
    basis: "20 and 50 are the article's; for neck pain other sources say 55. That pain is new for 92 days (three months) is this project's own choice.",
    sources: &[&SEED_ARTICLE, &PRIMARY_CARE_NOTEBOOK],
};
