//! When the pain began: as the person says, or after the last documented pain-free time.
//!
//! An episode is set apart by at least a month without pain (de Vet 2002,
//! doi 10.1097/01.BRS.0000030307.34002.BE). Days without a score never end one by themselves.

use chrono::{Datelike as _, Months, NaiveDate};

use crate::journal::PartialDate;
use crate::journal::Score;
use crate::journal::fields::profile;
use crate::journal::series::DayPain;
use crate::redflag::pain_days::{count, plural};
use crate::redflag::record::{Record, back};
use crate::redflag::verdict::{Evidence, Fact, Finding, Needs, Status};

/// The thresholds of [`crate::redflag::Criterion::EpisodeAge`].
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) at_least_days: u32,
    pub(crate) gap_days: u32,
    pub(crate) gap_zeros: u32,
}

/// The onset that the person gave, as the days that it can mean, none after today.
#[derive(Clone, Copy)]
struct Onset {
    first: NaiveDate,
    last: NaiveDate,
}

/// What is known of the day the pain began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// On this day, as the person says.
    Reported(NaiveDate),
    /// On this day, the first with pain after a pain-free time.
    AfterGap(NaiveDate),
    /// On this day or before: nothing on record says how long before.
    OnOrBefore(NaiveDate),
    /// From `first` to `last`; `None`: some day after `first`.
    Within { first: NaiveDate, last: Option<NaiveDate> },
    /// The pain-free time that began it all again is still going on.
    Over,
    /// No pain on record, and no onset given.
    Unknown,
}

/// The days that are looked at.
#[derive(Clone, Copy)]
struct View<'a> {
    days: &'a [DayPain],
    /// The first day that is seen; there may be entries before it. `None`: all are seen.
    from: Option<NaiveDate>,
    today: NaiveDate,
}

/// Whether the pain began at least so many days ago.
pub(crate) fn find(asked: Asked, record: &Record<'_>) -> Finding {
    let today = record.today();
    let onset = onset(record);
    let latest = back(today, asked.at_least_days);
    let start = start(asked, latest, record);
    let mut evidence = Vec::new();
    let mut says = Vec::new();
    report_onset(asked, onset, record, &mut evidence, &mut says);
    let Some(start) = start else {
        let sentence = "entries from before the last year, which were not read".into();
        return Finding {
            status: Status::NotEnough,
            dates: Vec::new(),
            evidence,
            says,
            needs: Some(Needs { sentence, days: None }),
            wants_earlier: true,
        };
    };
    let said = record.journal().profile().text(&profile::ONSET);
    start.tell(today, said, &mut evidence, &mut says);
    let status = start.status(latest);
    let needs = (status == Status::NotEnough).then(|| start.needs(asked, today));
    Finding { status, dates: Vec::new(), evidence, says, needs, wants_earlier: false }
}

/// When the pain began, as far as it matters whether that was on or before `latest`; `None`
/// when it depends on days that were not loaded.
fn start(asked: Asked, latest: NaiveDate, record: &Record<'_>) -> Option<Start> {
    let (today, onset) = (record.today(), onset(record));
    // What the look back can tell whatever lies before it is told from it alone, so that the
    // evidence does not depend on how much was loaded; only the rest is told from everything.
    let recent = View { days: record.recent(), from: Some(record.recent_from()), today };
    recent
        .start(asked, onset, latest)
        .or_else(|| View { days: record.all()?, from: None, today }.start(asked, onset, latest))
}

/// Whether the pain began less than so many days ago: [`find`], the other way round.
pub(crate) fn find_new(asked: Asked, record: &Record<'_>) -> Finding {
    let found = find(asked, record);
    let today = record.today();
    let latest = back(today, asked.at_least_days);
    match (found.status, start(asked, latest, record)) {
        (Status::Met, _) | (_, Some(Start::Over)) => {
            Finding { status: Status::NotMet, dates: Vec::new(), needs: None, ..found }
        }
        (Status::NotMet, Some(start)) => {
            let first = start.at_earliest().unwrap_or(today);
            let hurts = record.last(asked.at_least_days).iter();
            let hurts = hurts.filter(|d| d.has_pain() && d.date >= first).map(|d| d.date);
            let mut dates: Vec<NaiveDate> = std::iter::once(first).chain(hurts).collect();
            dates.dedup();
            Finding { status: Status::Met, dates, ..found }
        }
        (Status::NotMet | Status::NotEnough, _) => found,
    }
}

/// The first and the last day on which the pain may have begun, each `None` where nothing says
/// so; `None` when it depends on days that were not loaded.
pub(crate) fn began(
    gap_days: u32,
    gap_zeros: u32,
    record: &Record<'_>,
) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    let asked = Asked { at_least_days: 0, gap_days, gap_zeros };
    let start = start(asked, record.today(), record)?;
    Some((start.at_earliest(), start.at_latest()))
}

/// When the pain began, as the look back alone tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Began {
    /// On this day.
    On(NaiveDate),
    /// Before the first day that is seen, or on a day not known; seen since this one.
    Before(NaiveDate),
    /// A pain-free time is going on.
    Over,
    /// Nothing says when.
    Unknown,
}

/// When the pain began, as the look back alone tells it, so that it does not depend on how much
/// was loaded.
pub(crate) fn began_lately(gap_days: u32, gap_zeros: u32, record: &Record<'_>) -> Began {
    let asked = Asked { at_least_days: 0, gap_days, gap_zeros };
    let today = record.today();
    let view = View { days: record.recent(), from: Some(record.recent_from()), today };
    match view.start(asked, onset(record), today) {
        Some(Start::Reported(day) | Start::AfterGap(day)) => Began::On(day),
        Some(Start::OnOrBefore(day) | Start::Within { first: day, .. }) => Began::Before(day),
        Some(Start::Over) => Began::Over,
        Some(Start::Unknown) | None => Began::Unknown,
    }
}

fn onset(record: &Record<'_>) -> Option<Onset> {
    let said = PartialDate::read(record.journal().profile().text(&profile::ONSET)?)?;
    let first = match said {
        PartialDate::Year(y) => NaiveDate::from_ymd_opt(y, 1, 1)?,
        PartialDate::Month(y, m) => NaiveDate::from_ymd_opt(y, m, 1)?,
        PartialDate::Day(day) => day,
    };
    let today = record.today();
    Some(Onset { first: first.min(today), last: said.latest_day()?.min(today) })
}

/// The last pain-free time.
struct Gap {
    /// The latest onset that it came after: so many days and zeros lie behind that day.
    comes_after: NaiveDate,
    /// The first day with pain after it; `None` while it goes on.
    next_pain: Option<NaiveDate>,
}

impl View<'_> {
    /// When the pain began; `None` when that depends on days that are not seen.
    fn start(self, asked: Asked, onset: Option<Onset>, latest: NaiveDate) -> Option<Start> {
        let first_pain = self.days.iter().find(|d| d.has_pain()).map(|d| d.date);
        let at_latest = match first_pain {
            Some(day) => Start::OnOrBefore(day),
            None => Start::Unknown,
        };
        let is_old_enough = first_pain.is_some_and(|day| day <= latest);
        let gap = self.last_gap(asked, onset);
        let after = |gap: &Gap| gap.next_pain.map_or(Start::Over, Start::AfterGap);
        match (onset, gap) {
            (None, Some(gap)) => Some(after(&gap)),
            (None, None) => (is_old_enough || self.from.is_none()).then_some(at_latest),
            (Some(onset), Some(gap)) if onset.last <= gap.comes_after => Some(after(&gap)),
            (Some(onset), Some(gap)) if onset.first <= gap.comes_after => {
                let first = gap.comes_after.succ_opt().unwrap_or(gap.comes_after);
                Some(Start::Within { first, last: gap.next_pain })
            }
            (Some(onset), _) if self.from.is_none_or(|from| from <= onset.first) => {
                let in_it = self.days.iter().find(|d| d.date >= onset.first && d.has_pain());
                let last = in_it.map_or(onset.last, |d| d.date.min(onset.last));
                Some(if onset.first == last {
                    Start::Reported(last)
                } else {
                    Start::Within { first: onset.first, last: Some(last) }
                })
            }
            // A pain-free time after the onset may lie before the first day seen.
            (Some(_), _) => is_old_enough.then_some(at_latest),
        }
    }

    fn last_gap(self, asked: Asked, onset: Option<Onset>) -> Option<Gap> {
        // The day before the current run of days without pain. With an onset there was pain on
        // that day, so the run reaches back to it, or to the last day that is not seen.
        let mut before = match onset {
            None => self.days.first().map_or(self.today, |d| back(d.date, 1)),
            Some(_) => self.from.map_or(NaiveDate::MIN, |from| back(from, 1)),
        };
        let mut zeros: Vec<NaiveDate> = Vec::new();
        let mut last_gap = None;
        for day in self.days {
            if day.has_pain() {
                let gap = gap_between(asked, before, &zeros, back(day.date, 1));
                if let Some(comes_after) = gap {
                    last_gap = Some(Gap { comes_after, next_pain: Some(day.date) });
                }
                before = day.date;
                zeros.clear();
            } else if day.highest == Score::NONE {
                zeros.push(day.date);
            }
        }
        match gap_between(asked, before, &zeros, self.today) {
            Some(comes_after) => Some(Gap { comes_after, next_pain: None }),
            None => last_gap,
        }
    }
}

/// The latest onset that the days after `before`, up to `last`, are a pain-free time after;
/// `None` when they are too few, or too few of them are recorded as 0.
fn gap_between(
    asked: Asked,
    before: NaiveDate,
    zeros: &[NaiveDate],
    last: NaiveDate,
) -> Option<NaiveDate> {
    let enough = usize::try_from(asked.gap_zeros).ok()?;
    let first_needed = match zeros.len().checked_sub(enough)? {
        at if at < zeros.len() => back(zeros[at], 1),
        _ => last,
    };
    let comes_after = back(last, asked.gap_days).min(first_needed);
    (before <= comes_after).then_some(comes_after)
}

impl Start {
    fn status(self, latest: NaiveDate) -> Status {
        match self {
            Self::Reported(day) | Self::AfterGap(day) if day <= latest => Status::Met,
            Self::OnOrBefore(day) | Self::Within { last: Some(day), .. } if day <= latest => {
                Status::Met
            }
            Self::Within { first, .. } if first > latest => Status::NotMet,
            Self::Reported(_) | Self::AfterGap(_) | Self::Over => Status::NotMet,
            Self::OnOrBefore(_) | Self::Within { .. } | Self::Unknown => Status::NotEnough,
        }
    }

    fn tell(
        self,
        today: NaiveDate,
        said: Option<&str>,
        evidence: &mut Vec<Evidence>,
        says: &mut Vec<String>,
    ) {
        let mut date = |name, day| evidence.push(Evidence { name, value: Fact::Date(day) });
        match self {
            Self::Reported(day) | Self::AfterGap(day) => date("began_on", day),
            Self::OnOrBefore(day) => date("began_on_or_before", day),
            Self::Within { first, last } => {
                date("began_on_or_after", first);
                if let Some(last) = last {
                    date("began_on_or_before", last);
                }
            }
            Self::Over | Self::Unknown => {}
        }
        if let Some(day) = self.at_latest() {
            let value = Fact::Count((today - day).num_days());
            evidence.push(Evidence { name: "began_days_ago", value });
        }
        let ago = |day: NaiveDate| days_ago(today, day);
        says.push(match self {
            Self::Reported(day) => format!("You say that it began on {day}, {}.", ago(day)),
            Self::AfterGap(day) => {
                format!("It began on {day}, {}, after a pain-free time.", ago(day))
            }
            Self::OnOrBefore(day) => match said {
                None => format!("It began on or before {day}, {}.", ago(day)),
                Some(said) => format!(
                    "You say that it began {said}; by your entries it began on or before {day}, \
                     {}.",
                    ago(day)
                ),
            },
            Self::Within { first, last: Some(last) } => {
                format!("It began between {first} and {last}, {}.", ago(last))
            }
            Self::Within { first, last: None } => format!("It began on or after {first}."),
            Self::Over => "You recorded no pain since the last pain-free time began.".into(),
            Self::Unknown => "No day with pain is on record, nor when it began.".into(),
        });
    }

    fn at_earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Reported(day) | Self::AfterGap(day) => Some(day),
            Self::Within { first, .. } => Some(first),
            Self::OnOrBefore(_) | Self::Over | Self::Unknown => None,
        }
    }

    fn at_latest(self) -> Option<NaiveDate> {
        match self {
            Self::Reported(day) | Self::AfterGap(day) | Self::OnOrBefore(day) => Some(day),
            Self::Within { last, .. } => last,
            Self::Over | Self::Unknown => None,
        }
    }

    fn needs(self, asked: Asked, today: NaiveDate) -> Needs {
        let days =
            self.at_latest().map(|day| i64::from(asked.at_least_days) - (today - day).num_days());
        let sentence = match days {
            Some(n) => format!(
                "{n} more {}, or say when it began: twinge profile onset DATE",
                plural(n, "day", "days")
            ),
            None => "the day that it began: twinge profile onset DATE".into(),
        };
        Needs { sentence, days }
    }
}

/// Adds what the person said of the onset, and how little of it the diary covers.
fn report_onset(
    asked: Asked,
    onset: Option<Onset>,
    record: &Record<'_>,
    evidence: &mut Vec<Evidence>,
    says: &mut Vec<String>,
) {
    let Some(onset) = onset else { return };
    let Some(said) = record.journal().profile().text(&profile::ONSET) else { return };
    let months = whole_months(onset.last, record.today());
    evidence.push(Evidence { name: "onset_reported", value: Fact::Text(said.into()) });
    evidence.push(Evidence { name: "onset_reported_months", value: Fact::Count(months) });
    let covered = count(record.last(asked.at_least_days).len());
    if covered * 2 < i64::from(asked.at_least_days) {
        says.push(format!(
            "You reported {}{months} {}; the diary covers {covered} {} of the last {}.",
            if onset.first == onset.last { "" } else { "at least " },
            plural(months, "month", "months"),
            plural(covered, "day", "days"),
            asked.at_least_days,
        ));
    }
}

/// Whole calendar months from one day to another.
fn whole_months(from: NaiveDate, to: NaiveDate) -> i64 {
    let months = |d: NaiveDate| i64::from(d.year()) * 12 + i64::from(d.month0());
    let between = months(to) - months(from);
    let reached = u32::try_from(between)
        .ok()
        .and_then(|n| from.checked_add_months(Months::new(n)))
        .is_some_and(|day| day <= to);
    if reached { between } else { between - 1 }
}

fn days_ago(today: NaiveDate, day: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".into(),
        1 => "1 day ago".into(),
        n => format!("{n} days ago"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_are_whole_and_february_is_a_month() {
        for (from, to, months) in [
            ("2026-01-31", "2026-02-27", 0),
            ("2026-01-31", "2026-02-28", 1),
            ("2024-02-29", "2025-02-28", 12),
            ("2026-03-15", "2026-03-15", 0),
            ("2025-09-16", "2026-03-15", 5),
        ] {
            assert_eq!(whole_months(day(from), day(to)), months, "{from} to {to}");
        }
    }

    #[test]
    fn a_gap_needs_its_days_and_its_zeros() {
        let asked = Asked { at_least_days: 183, gap_days: 30, gap_zeros: 15 };
        // Days after 1 January; the last of them 31 January: thirty days.
        let (before, last) = (day("2026-01-01"), day("2026-01-31"));
        let zeros: Vec<NaiveDate> = before.iter_days().skip(1).take(15).collect();
        assert_eq!(gap_between(asked, before, &zeros, last), Some(before));
        assert_eq!(gap_between(asked, before, &zeros[1..], last), None);
        let sooner = back(last, 1);
        assert_eq!(gap_between(asked, before, &zeros, sooner), None);
    }
}
