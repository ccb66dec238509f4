//! Criteria that several rules ask.

use crate::journal::Score;
use crate::redflag::medicine::ANTI_INFLAMMATORY;
use crate::redflag::{
    AnswerShare, AnyPain, Criterion, MeanRise, MedicineDays, ProfileFact, Question, Ticked,
};

/// A sign was ticked within two weeks: older ticks are history.
pub(super) const fn ticked(symptom: &'static str) -> Criterion {
    Criterion::Ticked(Ticked { symptom, within_days: 14 })
}

/// The profile says yes.
pub(super) const fn fact(fact: &'static str) -> Criterion {
    Criterion::ProfileFact(ProfileFact { fact, is: true })
}

/// The pain began so many days ago or earlier; an episode is a month apart from the next.
pub(super) const fn older(at_least_days: u32) -> Criterion {
    Criterion::EpisodeAge { at_least_days, gap_days: 30, gap_zeros: 15 }
}

/// The pain began less than so many days ago.
pub(super) const fn newer(within_days: u32) -> Criterion {
    Criterion::NewPain { within_days, gap_days: 30, gap_zeros: 15 }
}

/// There was pain on some day of so many.
pub(super) const fn any_pain(within_days: u32) -> Criterion {
    Criterion::AnyPain(AnyPain { within_days })
}

/// The mean of four weeks rose by so much over that of the four before.
pub(super) const fn rise(at_least: Score) -> Criterion {
    Criterion::MeanRise(MeanRise {
        window_days: 28,
        at_least,
        min_days: 14,
        min_weeks: 3,
        week_days: 4,
        slope_week_days: 5,
        slope_min_weeks: 6,
    })
}

/// Resting did not help, mostly: what is asked beside other signs.
pub(super) const NOT_BETTER_AFTER_REST: Criterion = Criterion::AnswerShare(AnswerShare {
    question: Question::NotBetterAfterRest,
    at_least_percent: 75,
    min_answers: 4,
    over_days: 7,
    window_days: 14,
});

/// Pain was there all day, mostly.
pub(super) const ALL_DAY: Criterion = Criterion::AnswerShare(AnswerShare {
    question: Question::ThereAllDay,
    at_least_percent: 75,
    min_answers: 7,
    over_days: 7,
    window_days: 28,
});

/// An anti-inflammatory medicine on so many of the last four weeks' days.
pub(super) const fn anti_inflammatory_days(at_least_days: u32) -> Criterion {
    Criterion::MedicineDays(MedicineDays {
        names: ANTI_INFLAMMATORY,
        at_least_days,
        window_days: 28,
    })
}
