//! No improvement six weeks on.

use crate::journal::Score;

use crate::redflag::advice::soon;
use crate::redflag::source::{ARUK_NECK, FARRAR_CHANGE, NHS_NECK_PAIN, SEED_ARTICLE};
use crate::redflag::{Criterion, Group, NotImproving, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "not-improving",
    version: 1,
    title: "No improvement after six weeks",
    urgency: Urgency::Soon,
    group: Group::PainPattern,
    once: false,
    when: Criterion::NotImproving(NotImproving {
        after_days: 42,
        week_days: 7,
        min_days: 4,
        diary_min_days: 5,
        better_by: Score::whole(2),
        better_percent: 30,
        at_least: Score::whole(2),
        gap_days: 30,
        gap_zeros: 15,
    }),
    advice: soon(
        "You recorded pain that is not clearly better now than in its first week, six weeks ago \
         or more. Where that week is not on record, the first on record in the last year stands \
         for it.",
    ),
    basis: "Most neck pain is better after 4 to 6 weeks (the leaflet); 2 points or 30 % are Farrar's difference that people notice. The weeks' days with a score are this project's own choice.",
    sources: &[&ARUK_NECK, &NHS_NECK_PAIN, &FARRAR_CHANGE, &SEED_ARTICLE],
};
