//! Pain of months that began young, with stiff mornings or nights that break: two rules, for
//! some of these and for several.

use crate::redflag::advice::{discuss, soon};
use crate::redflag::rules::parts::{NOT_BETTER_AFTER_REST, older, ticked};
use crate::redflag::source::{NICE_NG65, PROJECT_CHOICE};
use crate::redflag::{AgeAtOnset, AnswerShare, Criterion, Group, Question, RedFlag, Sign, Urgency};

/// Before 45, and for three months.
const YOUNG: Criterion = Criterion::AgeAtOnset(AgeAtOnset {
    younger_than_years: Some(45),
    older_than_years: None,
    gap_days: 30,
    gap_zeros: 15,
});

const SIGNS: &[Criterion] = &[
    ticked("morning-stiffness"),
    Criterion::ReportedOften {
        signs: &[Sign::Woken(1)],
        at_least_days: 3,
        of_last_days: 7,
        within_days: 14,
    },
    NOT_BETTER_AFTER_REST,
    Criterion::AnswerShare(AnswerShare {
        question: Question::AntiInflammatoryHelped,
        at_least_percent: 75,
        min_answers: 3,
        over_days: 3,
        window_days: 28,
    }),
];

const BASIS: &str = "The signs are NICE's, written for low back pain, which asks for more than \
                     are kept here: the half of the night, and moving, are not asked. Of six \
                     signs (two are the age and the months), three are told at the next visit \
                     and four or more sooner; how each is computed is this project's own choice.";

pub(super) static SOME: RedFlag = RedFlag {
    id: "inflammatory",
    version: 1,
    title: "Pain of months that began before 45, stiff mornings or broken nights",
    urgency: Urgency::Discuss,
    group: Group::PainPattern,
    once: false,
    when: Criterion::All(&[YOUNG, older(92), Criterion::AtLeast { n: 1, of: SIGNS }]),
    advice: discuss(
        "You recorded pain for more than three months that began before 45, with stiff mornings, \
         nights that pain broke, no relief from rest, or relief from anti-inflammatory medicine.",
    ),
    basis: BASIS,
    sources: &[&NICE_NG65, &PROJECT_CHOICE],
};

pub(super) static SEVERAL: RedFlag = RedFlag {
    id: "inflammatory-several",
    version: 1,
    title: "Pain of months that began before 45, with several signs of one kind",
    urgency: Urgency::Soon,
    group: Group::PainPattern,
    once: false,
    when: Criterion::All(&[YOUNG, older(92), Criterion::AtLeast { n: 2, of: SIGNS }]),
    advice: soon(
        "You recorded pain for more than three months that began before 45, with several of: stiff \
         mornings, nights that pain broke, no relief from rest, relief from anti-inflammatory \
         medicine.",
    ),
    basis: BASIS,
    sources: &[&NICE_NG65, &PROJECT_CHOICE],
};
