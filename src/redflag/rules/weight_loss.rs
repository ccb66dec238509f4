//! Losing weight without trying, ticked or weighed.

use crate::redflag::advice::urgent;
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{NHS_BACK_PAIN, SEED_ARTICLE, WEIGHT_REVIEW};
use crate::redflag::{Criterion, Group, ProfileFact, RedFlag, Urgency, WeightLoss};

pub(super) static RULE: RedFlag = RedFlag {
    id: "weight-loss",
    version: 1,
    title: "Losing weight without trying",
    urgency: Urgency::Urgent,
    group: Group::Systemic,
    once: false,
    when: Criterion::FirstAnswered(&[
        ticked("weight-loss"),
        Criterion::All(&[
            Criterion::ProfileFact(ProfileFact { fact: "trying_to_lose", is: false }),
            Criterion::WeightLoss(WeightLoss {
                window_days: 14,
                earlier_days_ago: &[[183, 364], [91, 182]],
                at_least_percent: 5,
                min_readings: 2,
            }),
        ]),
    ]),
    advice: urgent(
        "You recorded losing weight without trying, or weights that are lower than some months \
         ago.",
    ),
    basis: "5 % in 6 to 12 months is the review's; the same in 3 to 6 months, the medians and their two readings are this project's own choice.",
    sources: &[&NHS_BACK_PAIN, &WEIGHT_REVIEW, &SEED_ARTICLE],
};
