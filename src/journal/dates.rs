//! Days and times as people say them. Today is always an argument.

use std::fmt;

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveTime, Weekday};

/// A date of which only the month or only the year may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDate {
    /// `2019`
    Year(i32),
    /// `2019-05`
    Month(i32, u32),
    /// `2019-05-03`
    Day(NaiveDate),
}

impl PartialDate {
    /// Reads `2019`, `2019-05` or `2019-05-03`, years 1850 to 2200.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let digits = |part: &str, len: usize| -> Option<u32> {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())?
        };
        let year = i32::try_from(digits(parts.next()?, 4)?).ok()?;
        if !(1850..=2200).contains(&year) {
            return None;
        }
        let Some(month) = parts.next() else { return Some(Self::Year(year)) };
        let month = digits(month, 2).filter(|m| (1..=12).contains(m))?;
        let Some(day) = parts.next() else { return Some(Self::Month(year, month)) };
        let day = digits(day, 2)?;
        if parts.next().is_some() {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
    }
    /// The first day that it can mean.
    pub fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Day(day) => Some(day),
        }
    }

    /// The last day that it can mean: a duration counted from there is never too long.
    pub fn latest_day(self) -> Option<NaiveDate> {
        match self {
            Self::Year(y) => NaiveDate::from_ymd_opt(y, 12, 31),
            Self::Month(y, m) => {
                NaiveDate::from_ymd_opt(y, m, 1)?.checked_add_months(Months::new(1))?.pred_opt()
            }
            Self::Day(day) => Some(day),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

/// Why a text is not a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not a spelling of a day.
    #[error("{0} is not a day")]
    NotADay(String),
    /// Right in form, but there is no such day.
    #[error("there is no day {0}")]
    NoSuchDay(String),
    /// After today.
    #[error("{0} is in the future")]
    Future(NaiveDate),
    /// Before 1850 or after 2200.
    #[error("{0} is not between 1850 and 2200")]
    TooFar(NaiveDate),
}

/// Reads a day: `today`, `yesterday`, `2026-11-03`, `11-03`, `mon` (the last one before today,
/// or today's weekday a week ago), `-2d`, `2 days ago`.
pub fn read_day(text: &str, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let said = text.trim().to_lowercase();
    let not_a_day = || DateError::NotADay(crate::journal::field::quote(text.trim()));
    let day = match said.as_str() {
        "today" | "now" | "heute" => today,
        "tomorrow" | "morgen" => return Err(DateError::Future(today.succ_opt().unwrap_or(today))),
        "yesterday" | "gestern" => today.pred_opt().ok_or_else(not_a_day)?,
        _ => {
            if let Some(back) = days_back(&said) {
                today.checked_sub_days(Days::new(back)).ok_or_else(not_a_day)?
            } else if let Some(weekday) = weekday(&said) {
                let back = (7 + today.weekday().num_days_from_monday()
                    - weekday.num_days_from_monday())
                    % 7;
                let back = if back == 0 { 7 } else { back };
                today.checked_sub_days(Days::new(back.into())).ok_or_else(not_a_day)?
            } else {
                calendar_day(&said, today).ok_or_else(|| {
                    let is_whole = said.len() == 10
                        && said.split('-').map(str::len).eq([4, 2, 2])
                        && said.bytes().all(|b| b.is_ascii_digit() || b == b'-');
                    if is_whole { DateError::NoSuchDay(said.clone()) } else { not_a_day() }
                })?
            }
        }
    };
    match day {
        day if day > today => Err(DateError::Future(day)),
        day if !(1850..=2200).contains(&day.year()) => Err(DateError::TooFar(day)),
        day => Ok(day),
    }
}

fn days_back(said: &str) -> Option<u64> {
    let count = said
        .strip_prefix('-')
        .and_then(|t| t.strip_suffix('d'))
        .or_else(|| said.strip_suffix("days ago"))
        .or_else(|| said.strip_suffix("day ago"))
        .or_else(|| said.strip_suffix("d ago"))?;
    count.trim().parse().ok().filter(|n| *n < 200_000)
}

fn weekday(said: &str) -> Option<Weekday> {
    let said = said.strip_prefix("last ").unwrap_or(said);
    if said.len() < 3 { None } else { said.parse().ok() }
}

fn calendar_day(said: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(PartialDate::Day(day)) = PartialDate::read(said) {
        return Some(day);
    }
    let (month, day) = month_and_day(said)?;
    // The latest such day that is not in the future; 02-29 may be years ago.
    (0..=8)
        .filter_map(|back| NaiveDate::from_ymd_opt(today.year() - back, month, day))
        .find(|d| *d <= today)
}

/// `11-03`, `3.11.`, `3 nov` or `nov 3`.
fn month_and_day(said: &str) -> Option<(u32, u32)> {
    if let Some((month, day)) = said.split_once('-') {
        let two = |t: &str| (t.len() == 2).then(|| t.parse().ok())?;
        return Some((two(month)?, two(day)?));
    }
    if let Some((day, month)) = said.strip_suffix('.').and_then(|t| t.split_once('.')) {
        return Some((month.parse().ok()?, day.parse().ok()?));
    }
    let (a, b) = said.split_once(' ')?;
    let month = |t: &str| t.parse::<chrono::Month>().ok().map(|m| m.number_from_month());
    let day = |t: &str| t.trim().parse().ok();
    day(a).zip(month(b)).map(|(d, m)| (m, d)).or_else(|| month(a).zip(day(b)))
}

/// Reads a time of day, `14:30`, `9:05`, `14:30:15` or `7pm`.
pub(crate) fn read_time(text: &str) -> Option<NaiveTime> {
    let said = text.trim().to_lowercase().replace(' ', "");
    if said.len() > 10 {
        return None;
    }
    let (clock, shift) = match (said.strip_suffix("am"), said.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (said.as_str(), None),
    };
    let mut parts = clock.split(':');
    let mut part = || -> Option<u32> {
        let text = parts.next()?;
        text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
    };
    let hour = part()?;
    let minute = part();
    if minute.is_none() && shift.is_none() {
        return None;
    }
    let second = part().unwrap_or(0);
    let hour = match shift {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(shift) => hour % 12 + shift,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), second)
}

/// Reads a time of day, like `14:30` or `2pm`, with an error that says what is taken.
pub fn read_moment_of_day(text: &str) -> Result<NaiveTime, crate::journal::Misread> {
    read_time(text).ok_or_else(|| crate::journal::Misread {
        said: crate::journal::field::quote(text),
        expected: crate::journal::Answer::Time.expected(),
        meant: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_as_people_say_them() {
        let today = day("2026-03-15"); // a Sunday
        for (said, meant) in [
            ("today", "2026-03-15"),
            ("Yesterday", "2026-03-14"),
            ("mon", "2026-03-09"),
            ("sunday", "2026-03-08"),
            ("saturday", "2026-03-14"),
            ("-2d", "2026-03-13"),
            ("-0d", "2026-03-15"),
            ("3 days ago", "2026-03-12"),
            ("2024-02-29", "2024-02-29"),
            ("03-15", "2026-03-15"),
            ("03-16", "2025-03-16"),
            ("02-29", "2024-02-29"),
            ("3.11.", "2025-11-03"),
            ("14 mar", "2026-03-14"),
            ("December 24", "2025-12-24"),
        ] {
            assert_eq!(read_day(said, today), Ok(day(meant)), "{said}");
        }
    }

    #[test]
    fn days_that_are_not_are_refused_with_the_reason() {
        let today = day("2026-03-15");
        assert_eq!(read_day("2026-03-16", today), Err(DateError::Future(day("2026-03-16"))));
        assert_eq!(read_day("2025-02-29", today), Err(DateError::NoSuchDay("2025-02-29".into())));
        for said in ["", "soon", "m", "-d", "2026/03/01", "2026-3-1x", "-99999999999999999999d"] {
            assert!(read_day(said, today).is_err(), "{said}");
        }
    }

    #[test]
    fn partial_dates_know_their_last_day() {
        for (said, last) in
            [("2019", "2019-12-31"), ("2024-02", "2024-02-29"), ("2019-05-03", "2019-05-03")]
        {
            let date = PartialDate::read(said).unwrap();
            assert_eq!(date.latest_day(), Some(day(last)));
            assert_eq!(date.to_string(), said);
        }
        for said in ["19", "2019-13", "2019-02-30", "2019-1", "1849", "2019-05-03-01", ""] {
            assert_eq!(PartialDate::read(said), None, "{said}");
        }
    }

    #[test]
    fn times_of_day() {
        let time = |t: &str| read_time(t).map(|t| t.format("%H:%M").to_string());
        assert_eq!(time("9:05").as_deref(), Some("09:05"));
        assert_eq!(time("7pm").as_deref(), Some("19:00"));
        assert_eq!(time("12:30 am").as_deref(), Some("00:30"));
        for text in ["24:00", "13pm", "9", "::", "", "9:60", "0pm"] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
