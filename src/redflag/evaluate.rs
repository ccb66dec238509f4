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
        Criterion::PainDays { window_days, at_least_percent } => {
            pain_days::find(*window_days, *at_least_percent, record)
        }
        Criterion::EpisodeAge { at_least_days, gap_days, gap_zeros } => {
            let asked = episode::Asked {
                at_least_days: *at_least_days,
                gap_days: *gap_days,
                gap_zeros: *gap_zeros,
            };
            episode::find(asked, record)
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    All,
    Any,
    FirstAnswered,
}

impl Join {
    /// The answer that one part alone decides.
    fn decisive(self) -> Status {
        if self == Self::All { Status::NotMet } else { Status::Met }
    }

    fn status(self, parts: &[Finding]) -> Status {
        let some = |status| parts.iter().any(|p| p.status == status);
        let (decisive, other) = match self {
            Self::All => (Status::NotMet, Status::Met),
            Self::Any | Self::FirstAnswered => (Status::Met, Status::NotMet),
        };
        let enough = !some(Status::NotEnough) || self == Self::FirstAnswered && some(other);
        match (some(decisive), enough) {
            (true, _) => decisive,
            (false, true) => other,
            (false, false) => Status::NotEnough,
        }
    }
}

fn join(how: Join, parts: Vec<Finding>) -> Finding {
    let status = how.status(&parts);
    let is_decided = parts.iter().any(|p| !p.wants_earlier && p.status == how.decisive());
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
        if status == Status::Met {
            joined.dates.extend(part.dates);
        }
        joined.evidence.extend(part.evidence);
        joined.says.extend(part.says);
        needs.extend(part.needs);
    }
    joined.dates.sort_unstable();
    joined.dates.dedup();
    if status == Status::NotEnough {
        joined.needs = Some(join_needs(how, &needs));
    }
    joined
}

/// All parts must be answered, so the largest number of days counts; of alternatives, one.
fn join_needs(how: Join, needs: &[Needs]) -> Needs {
    let days = needs.iter().filter_map(|n| n.days);
    let sentences: Vec<&str> = needs.iter().map(|n| n.sentence.as_str()).collect();
    match how {
        Join::All => Needs { sentence: sentences.join("; and "), days: days.max() },
        Join::Any | Join::FirstAnswered => {
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
