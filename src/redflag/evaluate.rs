//! Evaluates a criterion over a record: three-valued, with dates and evidence.

use crate::redflag::criterion::Criterion;
use crate::redflag::record::Record;
use crate::redflag::verdict::{Finding, Needs, Status};
use crate::redflag::{episode, night, pain_days, reported};

/// What the entries say to a criterion.
pub(crate) fn evaluate(criterion: &Criterion, record: &Record<'_>) -> Finding {
    let each = |parts: &[Criterion]| parts.iter().map(|p| evaluate(p, record)).collect();
    match criterion {
        Criterion::All(parts) => join(Join::All, each(parts)),
        Criterion::Any(parts) => join(Join::Any, each(parts)),
        Criterion::FirstAnswered(parts) => join(Join::FirstAnswered, each(parts)),
        Criterion::AtLeast { n, of } => join(Join::AtLeast(*n), each(of)),
        Criterion::Ticked(asked) => asked.find(record),
        Criterion::ProfileFact(asked) => asked.find(record),
        Criterion::AgeAtLeast(asked) => asked.find(record),
        Criterion::AgeAtOnset(asked) => asked.find(record),
        Criterion::Happened(asked) => asked.find(record),
        Criterion::PainAtSite(asked) => asked.find(record),
        Criterion::AnyPain(asked) => asked.find(record),
        Criterion::PainInEach(asked) => asked.find(record),
        Criterion::MeanRise(asked) => asked.find(record),
        Criterion::NotImproving(asked) => asked.find(record),
        Criterion::AnswerShare(asked) => asked.find(record),
        Criterion::Struggling(asked) => asked.find(record),
        Criterion::WeightLoss(asked) => asked.find(record),
        Criterion::Temperature(asked) => asked.find(record),
        Criterion::MedicineDays(asked) => asked.find(record),
        Criterion::PainDays { window_days, at_least_percent } => {
            pain_days::find(*window_days, *at_least_percent, record)
        }
        Criterion::NewPain { within_days: n, gap_days, gap_zeros } => {
            episode::find_new(episode(*n, *gap_days, *gap_zeros), record)
        }
        Criterion::EpisodeAge { at_least_days: n, gap_days, gap_zeros } => {
            episode::find(episode(*n, *gap_days, *gap_zeros), record)
        }
        Criterion::NightAboveDay {
            window_days,
            min_pairs,
            mean_above,
            night_above,
            nights_percent,
            mean_night,
        } => {
            let asked = night::Asked {
                window_days: *window_days,
                min_pairs: *min_pairs,
                mean_above: *mean_above,
                night_above: *night_above,
                nights_percent: *nights_percent,
                mean_night: *mean_night,
            };
            night::find(&asked, record)
        }
        Criterion::ReportedOften { signs, at_least_days, of_last_days, within_days } => {
            let asked = reported::Asked {
                signs,
                at_least_days: *at_least_days,
                of_last_days: *of_last_days,
                within_days: *within_days,
            };
            reported::find(&asked, record)
        }
    }
}

const fn episode(at_least_days: u32, gap_days: u32, gap_zeros: u32) -> episode::Asked {
    episode::Asked { at_least_days, gap_days, gap_zeros }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    All,
    Any,
    FirstAnswered,
    AtLeast(u32),
}

impl Join {
    fn status(self, parts: &[Finding]) -> Status {
        let n = |status| parts.iter().filter(|p| p.status == status).count();
        let (met, not_met, unknown) = (n(Status::Met), n(Status::NotMet), n(Status::NotEnough));
        let least = match self {
            Self::All => parts.len(),
            Self::Any | Self::FirstAnswered => 1,
            Self::AtLeast(n) => usize::try_from(n).unwrap_or(usize::MAX),
        };
        if met >= least {
            Status::Met
        } else if met + unknown < least || self == Self::FirstAnswered && not_met > 0 {
            Status::NotMet
        } else {
            Status::NotEnough
        }
    }
}

fn join(how: Join, parts: Vec<Finding>) -> Finding {
    let status = how.status(&parts);
    // The parts that earlier days may change, taken as not known: decided still?
    let is_decided = {
        let sure: Vec<Finding> = parts
            .iter()
            .map(|p| if p.wants_earlier { Finding::not_enough("", None) } else { Finding::like(p) })
            .collect();
        match how {
            Join::FirstAnswered => how.status(&sure) == Status::Met,
            _ => how.status(&sure) != Status::NotEnough,
        }
    };
    let mut joined = Finding {
        status,
        dates: Vec::new(),
        evidence: Vec::new(),
        says: Vec::new(),
        needs: None,
        wants_earlier: !is_decided && parts.iter().any(|p| p.wants_earlier),
    };
    let mut needs: Vec<Needs> = Vec::new();
    for part in parts {
        // A yes rests on the parts that say yes; what the others lack would only blur it.
        let is_said = status != Status::Met || part.status == Status::Met;
        if status == Status::Met {
            joined.dates.extend(part.dates);
        }
        // Two parts may look at the same thing.
        add_new(&mut joined.evidence, part.evidence);
        if is_said {
            add_new(&mut joined.says, part.says);
        }
        add_new(&mut needs, part.needs);
    }
    joined.dates.sort_unstable();
    joined.dates.dedup();
    if status == Status::NotEnough {
        joined.needs = Some(join_needs(how, &needs));
    }
    joined
}

fn add_new<T: PartialEq>(to: &mut Vec<T>, items: impl IntoIterator<Item = T>) {
    for item in items {
        if !to.contains(&item) {
            to.push(item);
        }
    }
}

/// All parts must be answered, so the largest number of days counts; of alternatives, one.
fn join_needs(how: Join, needs: &[Needs]) -> Needs {
    let days = needs.iter().filter_map(|n| n.days);
    let sentences: Vec<&str> = needs.iter().map(|n| n.sentence.as_str()).collect();
    match how {
        Join::All => Needs { sentence: sentences.join("; and "), days: days.max() },
        Join::Any | Join::FirstAnswered | Join::AtLeast(_) => {
            Needs { sentence: sentences.join("; or "), days: days.min() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(status: Status, days: i64) -> Finding {
        let needs = Needs { sentence: format!("{days} more days"), days: Some(days) };
        let needs = (status == Status::NotEnough).then_some(needs);
        let day = "2026-03-15".parse().unwrap();
        let dates = if status == Status::Met { vec![day] } else { Vec::new() };
        let (evidence, says) = (Vec::new(), Vec::new());
        Finding { status, dates, evidence, says, needs, wants_earlier: false }
    }

    #[test]
    fn truth_tables() {
        use Status::{Met as Y, NotEnough as U, NotMet as N};
        for (a, b, all, any, first) in [
            (Y, Y, Y, Y, Y),
            (Y, N, N, Y, Y),
            (Y, U, U, Y, Y),
            (N, N, N, N, N),
            (N, U, N, U, N),
            (U, U, U, U, U),
        ] {
            for (a, b) in [(a, b), (b, a)] {
                let joined = |how| join(how, vec![part(a, 3), part(b, 5)]).status;
                assert_eq!(joined(Join::All), all, "{a} and {b}");
                assert_eq!(joined(Join::Any), any, "{a} or {b}");
                assert_eq!(joined(Join::FirstAnswered), first, "{a} else {b}");
            }
        }
    }

    #[test]
    fn dates_only_when_met_and_needs_only_when_not_enough() {
        let met = join(Join::All, vec![part(Status::Met, 0), part(Status::Met, 0)]);
        assert_eq!((met.dates.len(), met.needs), (1, None));
        let no = join(Join::All, vec![part(Status::Met, 0), part(Status::NotMet, 0)]);
        assert!(no.dates.is_empty() && no.needs.is_none());
        let unknown = || vec![part(Status::NotEnough, 3), part(Status::NotEnough, 5)];
        let days = |how| join(how, unknown()).needs.and_then(|n| n.days);
        assert_eq!(days(Join::All), Some(5));
        assert_eq!(days(Join::FirstAnswered), Some(3));
    }

    #[test]
    fn earlier_days_are_wanted_only_while_they_can_matter() {
        let unsure = || Finding { wants_earlier: true, ..part(Status::NotEnough, 0) };
        let wants = |how, other| join(how, vec![unsure(), part(other, 0)]).wants_earlier;
        assert!(!wants(Join::All, Status::NotMet));
        assert!(wants(Join::All, Status::Met) && wants(Join::All, Status::NotEnough));
        assert!(!wants(Join::FirstAnswered, Status::Met));
        assert!(wants(Join::FirstAnswered, Status::NotMet));
    }
}
