//! Whether a sign was reported on several of the last recorded days.

use chrono::NaiveDate;

use crate::journal::fields::{day, symptom};
use crate::journal::{Entry, Kind};
use crate::redflag::criterion::Sign;
use crate::redflag::pain_days::{count, plural};
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Fact, Finding, Needs, Status};

/// The thresholds of [`crate::redflag::Criterion::ReportedOften`].
pub(crate) struct Asked {
    pub(crate) signs: &'static [Sign],
    pub(crate) at_least_days: u32,
    pub(crate) of_last_days: u32,
    pub(crate) within_days: u32,
}

/// Whether one of the signs was reported as often as is asked. A day on which none was
/// answered, and a day that is not recorded yet, may be either.
pub(crate) fn find(asked: &Asked, record: &Record<'_>) -> Finding {
    let of_last = usize::try_from(asked.of_last_days).unwrap_or(usize::MAX);
    let answers: Vec<(NaiveDate, Option<bool>)> = record
        .entries(asked.within_days)
        .chunk_by(|a, b| a.day == b.day)
        .rev()
        .filter(|entries| entries.iter().any(is_recording))
        .take(of_last)
        .map(|entries| (entries[0].day, answer(asked.signs, entries)))
        .collect();
    let yes: Vec<NaiveDate> =
        answers.iter().rev().filter(|(_, a)| *a == Some(true)).map(|(d, _)| *d).collect();
    let n_yes = count(yes.len());
    let n_no = count(answers.iter().filter(|(_, a)| *a == Some(false)).count());
    let (at_least, of_last) = (i64::from(asked.at_least_days), i64::from(asked.of_last_days));
    // So many clear noes leave too few days for the yeses.
    let noes_needed = of_last - at_least + 1;
    let status = if n_yes >= at_least {
        Status::Met
    } else if n_no >= noes_needed {
        Status::NotMet
    } else {
        Status::NotEnough
    };
    let needs = (status == Status::NotEnough).then(|| {
        let more = (at_least - n_yes).min(noes_needed - n_no);
        let days = plural(more, "day", "days");
        let sentence = format!(
            "{more} more {days} of the last {of_last} with an entry on which you say yes or no \
             to it"
        );
        Needs { sentence, days: Some(more) }
    });
    let number = |name, n| Evidence { name, value: Fact::Count(n) };
    let n_days = count(answers.len());
    Finding {
        status,
        dates: if status == Status::Met { yes } else { Vec::new() },
        evidence: vec![
            number("days_with_an_entry", n_days),
            number("days_reported", n_yes),
            number("days_denied", n_no),
        ],
        says: vec![format!(
            "You reported it on {n_yes} of the last {n_days} {} with an entry, and not on {n_no}.",
            plural(n_days, "day", "days")
        )],
        needs,
        wants_earlier: false,
    }
}

fn is_recording(entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Pain | Kind::Day | Kind::Symptom) && !entry.values.is_empty()
}

/// Yes when one of the signs was reported on the day, no when one was denied and none
/// reported; `None` when none was answered.
fn answer(signs: &[Sign], entries: &[Entry]) -> Option<bool> {
    let answers = signs.iter().flat_map(|s| entries.iter().filter_map(|e| says_of(s, e)));
    answers.reduce(|a, b| a || b)
}

fn says_of(sign: &Sign, entry: &Entry) -> Option<bool> {
    match sign {
        Sign::Symptom(id) if entry.kind == Kind::Symptom => (entry.values.text(&symptom::SYMPTOM)
            == Some(id))
        .then(|| entry.values.yes(&symptom::PRESENT))?,
        Sign::Woken(times) if entry.kind == Kind::Day => {
            entry.values.int(&day::WOKEN).map(|n| n >= i64::from(*times))
        }
        Sign::Symptom(_) | Sign::Woken(_) => None,
    }
}
