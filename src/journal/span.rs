//! A span of days, both ends included.

use std::fmt;

use chrono::{Days, Months, NaiveDate};

use crate::journal::dates::PartialDate;

/// Days from `first` to `last`, both included; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    first: NaiveDate,
    last: NaiveDate,
}

impl Span {
    /// Days from `first` to `last`; `None` when they are the wrong way round.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The `n_days` days that end with `last`; at least one.
    pub fn ending(last: NaiveDate, n_days: u64) -> Self {
        let first = last.checked_sub_days(Days::new(n_days.max(1) - 1)).unwrap_or(last);
        Self { first, last }
    }

    /// The first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// How many days it has, at least one.
    pub fn n_days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Whether the day is in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Each day in turn.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last;
        self.first.iter_days().take_while(move |d| *d <= last)
    }

    /// Reads `30d`, `4w`, `6m`, `2y` (ending today), `2026`, `2026-03`, a day, or
    /// `2026-01-02..2026-02-01`; `None` when it is none of these or ends before it begins.
    pub fn read(text: &str, today: NaiveDate) -> Option<Self> {
        let said = text.trim().to_lowercase();
        if let Some((from, to)) = said.split_once("..") {
            let first = match PartialDate::read(from)? {
                PartialDate::Day(day) => day,
                month_or_year => first_day(month_or_year)?,
            };
            let last = if to.is_empty() { today } else { PartialDate::read(to)?.latest_day()? };
            return Self::new(first, last);
        }
        if let Some(date) = PartialDate::read(&said) {
            return Self::new(first_day(date)?, date.latest_day()?);
        }
        let unit = said.chars().last()?;
        let count: u32 = said[..said.len() - unit.len_utf8()].trim().parse().ok()?;
        if count == 0 || count > 200_000 {
            return None;
        }
        let before = match unit {
            'd' => today.checked_sub_days(Days::new(count.into()))?,
            'w' => today.checked_sub_days(Days::new(u64::from(count) * 7))?,
            'm' => today.checked_sub_months(Months::new(count))?,
            'y' => today.checked_sub_months(Months::new(count.checked_mul(12)?))?,
            _ => return None,
        };
        Self::new(before.succ_opt()?, today)
    }
}

fn first_day(date: PartialDate) -> Option<NaiveDate> {
    match date {
        PartialDate::Year(y) => NaiveDate::from_ymd_opt(y, 1, 1),
        PartialDate::Month(y, m) => NaiveDate::from_ymd_opt(y, m, 1),
        PartialDate::Day(day) => Some(day),
    }
}

impl fmt::Display for Span {
    /// Writes `1 Mar 2026 – 31 Aug 2026`, or one day alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first.format("%-d %b %Y"))?;
        if self.first != self.last {
            write!(f, " – {}", self.last.format("%-d %b %Y"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_as_people_say_them() {
        let today: NaiveDate = "2026-03-15".parse().unwrap();
        for (said, first, last) in [
            ("30d", "2026-02-14", "2026-03-15"),
            ("1d", "2026-03-15", "2026-03-15"),
            ("6m", "2025-09-16", "2026-03-15"),
            ("1y", "2025-03-16", "2026-03-15"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2024", "2024-01-01", "2024-12-31"),
            ("2026-01-02..2026-02-01", "2026-01-02", "2026-02-01"),
            ("2026-01..", "2026-01-01", "2026-03-15"),
        ] {
            let span = Span::read(said, today).unwrap();
            assert_eq!(
                (span.first().to_string(), span.last().to_string()),
                (first.into(), last.into())
            );
        }
        for said in ["", "d", "0d", "6", "x6m", "2026-02-01..2026-01-01", "999999999y", "6é", "é"]
        {
            assert_eq!(Span::read(said, today), None, "{said}");
        }
    }

    #[test]
    fn a_span_counts_both_ends() {
        let day = |t: &str| t.parse::<NaiveDate>().unwrap();
        let span = Span::new(day("2024-02-28"), day("2024-03-01")).unwrap();
        assert_eq!(span.n_days(), 3);
        assert_eq!(span.days().count(), 3);
        assert_eq!(Span::ending(day("2024-03-01"), 3), span);
    }
}
