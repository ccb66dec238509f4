//! The day, and perhaps the time, in a cell.

use chrono::{Datelike as _, NaiveDate, NaiveTime};

use crate::journal::{quote, read_moment_of_day};

/// Reads `2026-03-01`, `2026/3/1`, `2026-03-01 14:30` or `2026-03-01T14:30:00`, not after
/// today. Midnight is taken as no time. The other ways to write a day mean different days to different people.
pub(super) fn read_moment(
    cell: &str,
    today: NaiveDate,
) -> Result<(NaiveDate, Option<NaiveTime>), String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Err("is empty: each row needs its day".into());
    }
    let end = cell.find([' ', 'T', 't']).unwrap_or(cell.len());
    let (date, rest) = cell.split_at(end);
    let day = read_date(date).ok_or_else(|| why_not(cell, date))?;
    let time = match rest.trim_start_matches([' ', 'T', 't']) {
        "" => None,
        time => Some(read_clock(time).ok_or_else(|| why_no_time(cell, time))?),
    };
    // Programs that know no days write midnight.
    let time = time.filter(|time| *time != NaiveTime::MIN);
    if day > today {
        return Err(format!("{day} is in the future"));
    }
    if !(1850..=2200).contains(&day.year()) {
        return Err(format!("{day} is not between 1850 and 2200"));
    }
    Ok((day, time))
}

/// Whether a cell is a day as it is read here.
pub(super) fn is_date(cell: &str) -> bool {
    read_date(cell.trim().split([' ', 'T', 't']).next().unwrap_or_default()).is_some()
}

fn read_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let separator = *bytes.get(4)?;
    if !matches!(separator, b'-' | b'/') {
        return None;
    }
    let number = |digits: &[u8]| -> Option<u32> {
        if !matches!(digits.len(), 1 | 2 | 4) || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        Some(digits.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0')))
    };
    let rest = &bytes[5..];
    let at = rest.iter().position(|b| *b == separator)?;
    let (month, day) = (&rest[..at], &rest[at + 1..]);
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    let year = i32::try_from(number(&bytes[..4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

fn read_clock(text: &str) -> Option<NaiveTime> {
    // Fractions of a second come from programs, not from people.
    let whole = match text.split_once('.') {
        Some((whole, rest)) if rest.bytes().all(|b| b.is_ascii_digit()) => whole,
        _ => text,
    };
    read_moment_of_day(whole).ok()
}

fn why_no_time(cell: &str, time: &str) -> String {
    let is_zoned =
        time.ends_with(['Z', 'z']) || time.get(5..).is_some_and(|t| t.contains(['+', '-']));
    if is_zoned {
        return format!(
            "{} is a time with a zone; write the day and time on the clock where you were, like \
             2026-03-01 14:30",
            quote(cell)
        );
    }
    format!("{} is not a day with a time like 2026-03-01 14:30", quote(cell))
}

fn why_not(cell: &str, date: &str) -> String {
    let said = quote(cell);
    let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
    let numbers: Vec<Option<u32>> =
        parts.iter().map(|p| p.parse().ok().filter(|_| p.len() <= 4)).collect();
    match (parts.as_slice(), numbers.as_slice()) {
        ([_, _, year], [Some(a), Some(b), Some(y)]) if year.len() == 4 && *a > 0 && *b > 0 => {
            let day_first = valid(*y, *b, *a);
            let month_first = valid(*y, *a, *b);
            match (day_first, month_first) {
                (Some(one), Some(other)) if one != other => format!(
                    "{said} can be {} or {}; write it as {one} or {other}",
                    one.format("%-d %B"),
                    other.format("%-d %B")
                ),
                (Some(day), _) | (_, Some(day)) => format!("{said} must be written as {day}"),
                (None, None) => format!("{said} is a day that does not exist"),
            }
        }
        ([year, _, _], [Some(_), Some(_), Some(_)]) if year.len() == 4 => {
            if date.contains('.') {
                format!("{said} is not a day like 2026-03-01")
            } else {
                format!("{said} is a day that does not exist")
            }
        }
        ([_, _, _], [Some(_), Some(_), Some(_)]) => {
            format!("{said} needs a year of four digits, like 2026-03-01")
        }
        ([one], _) if one.len() == 5 && one.bytes().all(|b| b.is_ascii_digit()) => format!(
            "{said} looks like a spreadsheet's number of a day; give the column the format \
             YYYY-MM-DD and save again"
        ),
        _ => format!("{said} is not a day like 2026-03-01"),
    }
}

fn valid(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Result<String, String> {
        read_moment(cell, "2026-03-15".parse().unwrap()).map(|(day, time)| {
            time.map_or(day.to_string(), |time| format!("{day} {}", time.format("%H:%M")))
        })
    }

    #[test]
    fn days_and_times_are_read() {
        for (cell, meant) in [
            ("2026-03-01", "2026-03-01"),
            (" 2026/03/01 ", "2026-03-01"),
            ("2026/3/1", "2026-03-01"),
            ("2026-03-01 14:30", "2026-03-01 14:30"),
            ("2026-03-01 7:05:59", "2026-03-01 07:05"),
            ("2026-03-01T14:30:15.123", "2026-03-01 14:30"),
            ("2026-03-01 7 pm", "2026-03-01 19:00"),
            ("2026-03-01 00:00:00", "2026-03-01"),
            ("2024-02-29", "2024-02-29"),
        ] {
            assert_eq!(read(cell).as_deref(), Ok(meant), "{cell}");
        }
    }

    #[test]
    fn other_days_are_refused_with_what_to_write() {
        for (cell, why) in [
            ("", "is empty: each row needs its day"),
            (
                "03/04/2026",
                "\"03/04/2026\" can be 3 April or 4 March; write it as 2026-04-03 or 2026-03-04",
            ),
            ("31.12.2025", "\"31.12.2025\" must be written as 2025-12-31"),
            ("12/31/2025", "\"12/31/2025\" must be written as 2025-12-31"),
            ("4/4/2025", "\"4/4/2025\" must be written as 2025-04-04"),
            ("32/13/2025", "\"32/13/2025\" is a day that does not exist"),
            ("2025-02-29", "\"2025-02-29\" is a day that does not exist"),
            ("25-02-28", "\"25-02-28\" needs a year of four digits, like 2026-03-01"),
            ("2026-03-16", "2026-03-16 is in the future"),
            ("1849-12-31", "1849-12-31 is not between 1850 and 2200"),
            ("soon", "\"soon\" is not a day like 2026-03-01"),
            (
                "2026-03-01 25:00",
                "\"2026-03-01 25:00\" is not a day with a time like 2026-03-01 14:30",
            ),
        ] {
            assert_eq!(read(cell), Err(why.into()), "{cell}");
        }
        for cell in ["45000", "2026-03-01T14:30Z", "2026-03-01T14:30:00+02:00"] {
            assert!(read(cell).is_err_and(|why| why.len() > 60), "{cell}");
        }
        for cell in ["é", "20é6-03-01", "2026-", "2026--", "2026-03-", "////", "9999/9/99999"] {
            assert!(read(cell).is_err(), "{cell}");
        }
    }
}
