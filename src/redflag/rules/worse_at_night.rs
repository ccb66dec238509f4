//! Pain that is worse at night than by day, measured or reported.

use crate::journal::Score;
use crate::redflag::advice::urgent;
use crate::redflag::source::{
    FARRAR_CHANGE, HARDING_NIGHT, KOVACS_CHANGE, NHS_BACK_PAIN, SEED_ARTICLE,
};
use crate::redflag::{Criterion, Group, RedFlag, Sign, Urgency};

/// Two ways of asking it; reported on at least so many of seven days.
pub(super) const fn ways(at_least_days: u32) -> [Criterion; 2] {
    [
        Criterion::NightAboveDay {
            window_days: 14,
            min_pairs: 7,
            mean_above: Score::whole(2),
            night_above: Score::whole(1),
            nights_percent: 50,
            mean_night: Score::whole(4),
        },
        Criterion::ReportedOften {
            signs: &[Sign::Symptom("worse-at-night"), Sign::Woken(1)],
            at_least_days,
            of_last_days: 7,
            within_days: 14,
        },
    ]
}

const WAYS: &[Criterion] = &ways(5);

pub(super) static RULE: RedFlag = RedFlag {
    id: "worse-at-night",
    version: 2,
    title: "Pain worse at night",
    urgency: Urgency::Urgent,
    group: Group::PainPattern,
    once: false,
    when: Criterion::FirstAnswered(WAYS),
    advice: urgent("You recorded pain that is worse at night or that wakes you."),
    basis: "No published figure says how far night must lie above day. 2 points are Farrar's \
            difference that people notice, used by analogy. Single scores differ by chance \
            (Kovacs), so at least 7 nights are averaged. The 7 of 14 nights, the half of them \
            by 1 point, the night's mean of 4, and 5 of the last 7 days are this project's own \
            choice. Pain at night alone says little (Harding), so it is asked to last: with 3 of \
            7 days, as in version 1, made-up diaries of mild pain met it several times a year.",
    sources: &[&NHS_BACK_PAIN, &FARRAR_CHANGE, &KOVACS_CHANGE, &HARDING_NIGHT, &SEED_ARTICLE],
};

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};

    use crate::journal::fields::pain;
    use crate::journal::{Entry, EntryId, FieldRef, Journal, Kind, Value, Values};
    use crate::redflag::{Status, Verdict, check};

    fn today() -> NaiveDate {
        "2026-03-15".parse().unwrap()
    }

    /// The last eight days, each with the same scores.
    fn verdict(average: i64, night: i64) -> Verdict {
        let entries = (0..8).map(|ago| {
            let day = today() - Days::new(ago);
            let mut values = Values::default();
            values.set(FieldRef::Known(&pain::AVERAGE), Value::Int(average * 10));
            values.set(FieldRef::Known(&pain::NIGHT), Value::Int(night * 10));
            Entry { id: EntryId::of_day_pain(day, (None, None)), kind: Kind::Pain, day, values }
        });
        let verdicts = check(&Journal::new(entries.collect()), today());
        verdicts.into_iter().find(|v| v.id() == "worse-at-night").unwrap()
    }

    #[test]
    fn fires_when_nights_are_two_points_above_days() {
        let met = verdict(3, 5);
        assert_eq!(met.status, Status::Met);
        // Eight days have seven nights between them.
        assert_eq!(met.dates.len(), 7);
    }

    #[test]
    fn is_silent_when_nights_are_like_days() {
        let no = verdict(5, 5);
        assert_eq!(no.status, Status::NotMet);
        assert!(no.dates.is_empty() && no.needs.is_none());
    }
}
