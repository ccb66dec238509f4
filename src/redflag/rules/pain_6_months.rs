//! Pain for six months or longer.

use crate::redflag::advice::soon;
use crate::redflag::source::{
    DE_VET_EPISODES, KONGSTED_COURSE, NHS_BACK_PAIN, NIH_TASK_FORCE, SEED_ARTICLE,
};
use crate::redflag::{Criterion, Group, RedFlag, Urgency};

pub(super) static RULE: RedFlag = RedFlag {
    id: "pain-6-months",
    version: 1,
    title: "Pain for six months or longer",
    urgency: Urgency::Soon,
    group: Group::PainPattern,
    once: false,
    when: Criterion::All(&[
        Criterion::PainDays { window_days: 183, at_least_percent: 50 },
        Criterion::EpisodeAge { at_least_days: 183, gap_days: 30, gap_zeros: 15 },
    ]),
    advice: soon(
        "You recorded pain on at least half of the days of the last six months, and it began six \
         months ago or earlier.",
    )
    .action(
        "Public guidance suggests seeing a doctor about back pain that has not improved within a \
         few weeks.",
    ),
    basis: "Half of the days of six months is the NIH Task Force's measure. It asks for a start \
            3 months ago; six months are this journal's, after the article that it began with \
            (a report can show 3 months too). 183 days stand for six months. One month without \
            pain between two episodes is de Vet's and Kongsted's; that half of it must be \
            recorded as 0 is this project's own choice.",
    sources: &[&NHS_BACK_PAIN, &NIH_TASK_FORCE, &DE_VET_EPISODES, &KONGSTED_COURSE, &SEED_ARTICLE],
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

    /// Scores by how many days ago they were recorded.
    fn verdict(scores: impl Iterator<Item = (u64, i64)>) -> Verdict {
        let entries = scores.map(|(ago, points)| {
            let day = today() - Days::new(ago);
            let mut values = Values::default();
            values.set(FieldRef::Known(&pain::WORST), Value::Int(points * 10));
            Entry { id: EntryId::of_day_pain(day, (None, None)), kind: Kind::Pain, day, values }
        });
        let verdicts = check(&Journal::new(entries.collect()), today());
        verdicts.into_iter().find(|v| v.id() == "pain-6-months").unwrap()
    }

    #[test]
    fn fires_after_six_months_of_pain_and_says_which_days() {
        let met = verdict((0..=183).map(|ago| (ago, 4)));
        assert_eq!(met.status, Status::Met);
        // The window is 183 days; the day before it only dates the start.
        assert_eq!(met.dates.len(), 183);
        assert_eq!(met.needs, None);
    }

    #[test]
    fn is_silent_without_pain_and_undecided_without_entries() {
        assert_eq!(verdict((0..=183).map(|ago| (ago, 0))).status, Status::NotMet);
        assert_eq!(verdict(std::iter::empty()).status, Status::NotEnough);
    }
}
