//! The day, and perhaps the time, in a cell.

use chrono::{Datelike as _, NaiveDate, NaiveTime};

use crate::journal::{quote, read_moment_of_day};

/// In which order a day is written where the year does not come first with four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Day,
    Month,
    Year,
}

impl Order {
    /// Reads what stands after `date:`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let all = [("dmy", Self::Day), ("mdy", Self::Month), ("ymd", Self::Year)];
        all.iter().find(|(id, _)| *id == text).map(|(_, order)| *order)
    }

    /// As it is said: `the day first`.
    pub(super) fn means(self) -> &'static str {
        match self {
            Self::Day => "the day first",
            Self::Month => "the month first",
            Self::Year => "the year first",
        }
    }
}

/// How the days of a file are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// Later days are refused.
    pub(super) today: NaiveDate,
    /// What the person said, or what the file's own days settle.
    pub(super) order: Option<Order>,
    /// Whether the person said it. Only then it is the order of days with dots too, which
    /// otherwise have the day first.
    pub(super) is_said: bool,
}

impl Days {
    /// The order of a day with this separator.
    fn order_with(self, separator: u8) -> Option<Order> {
        if separator == b'.' && !self.is_said { Some(Order::Day) } else { self.order }
    }
}

/// Reads `2026-03-01`, `2026/3/1`, `1.3.2026`, `2026-03-01 14:30` or `2026-03-01T14:30:00`,
/// not after today. Midnight is taken as no time. `03/04/2026` means different days to
/// different people: it needs an order.
pub(super) fn read_moment(
    cell: &str,
    days: Days,
) -> Result<(NaiveDate, Option<NaiveTime>), String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Err("is empty: each row needs its day".into());
    }
    let (date, rest) = split(cell);
    let day = read_date(date, days).ok_or_else(|| why_not(cell, date, days))?;
    let time = match rest.trim_start_matches([' ', 'T', 't']) {
        "" => None,
        time => Some(read_clock(time).ok_or_else(|| why_no_time(cell, time))?),
    };
    // Programs that know no days write midnight.
    let time = time.filter(|time| *time != NaiveTime::MIN);
    if day > days.today {
        return Err(format!("{day} is in the future"));
    }
    if !(1850..=2200).contains(&day.year()) {
        return Err(format!("{day} is not between 1850 and 2200"));
    }
    Ok((day, time))
}

/// Whether a cell is a day, in any of the orders.
pub(super) fn is_date(cell: &str) -> bool {
    let parts = Parts::read(split(cell.trim()).0);
    parts.is_some_and(|parts| {
        let is_day = |order| parts.day(order).is_some();
        is_day(Order::Day) || is_day(Order::Month) || parts.lengths[0] == 4 && is_day(Order::Year)
    })
}

/// Of a day with the year last, not written with dots: which day it is with the day first,
/// and which with the month first; `None` when it is neither.
pub(super) fn either(cell: &str) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    let parts = Parts::read(split(cell.trim()).0)?;
    // 25-02-28 has its year first as often as last.
    let is_open = parts.lengths[0] <= 2
        && (parts.separator == b'/' || parts.separator == b'-' && parts.lengths[2] == 4);
    let both = (parts.day(Order::Day), parts.day(Order::Month));
    (is_open && both != (None, None)).then_some(both)
}

/// The day, and what follows it.
fn split(cell: &str) -> (&str, &str) {
    cell.split_at(cell.find([' ', 'T', 't']).unwrap_or(cell.len()))
}

/// Three numbers.
#[derive(Clone, Copy)]
struct Parts {
    separator: u8,
    numbers: [u32; 3],
    /// How many digits each has.
    lengths: [usize; 3],
}

impl Parts {
    fn read(text: &str) -> Option<Self> {
        let separator = *text.as_bytes().iter().find(|b| !b.is_ascii_digit())?;
        if !matches!(separator, b'-' | b'/' | b'.') {
            return None;
        }
        let mut parts = Self { separator, numbers: [0; 3], lengths: [0; 3] };
        let mut at = 0;
        for byte in text.bytes() {
            if byte == separator && at < 2 {
                at += 1;
            } else if byte.is_ascii_digit() && parts.lengths[at] < 4 {
                parts.numbers[at] = parts.numbers[at] * 10 + u32::from(byte - b'0');
                parts.lengths[at] += 1;
            } else {
                return None;
            }
        }
        let are_right = matches!(parts.lengths, [1 | 2, 1 | 2, 2 | 4] | [2 | 4, 1 | 2, 1 | 2]);
        are_right.then_some(parts)
    }

    /// The day, read in this order; `None` when there is no such day.
    fn day(self, order: Order) -> Option<NaiveDate> {
        let [year, month, day] = match order {
            Order::Day => [2, 1, 0],
            Order::Month => [2, 0, 1],
            Order::Year => [0, 1, 2],
        };
        let n = i32::try_from(self.numbers[year]).ok()?;
        let n = match self.lengths[year] {
            2 if n < 70 => 2000 + n,
            2 => 1900 + n,
            4 => n,
            _ => return None,
        };
        let are_right = self.lengths[month] <= 2 && self.lengths[day] <= 2;
        let found = NaiveDate::from_ymd_opt(n, self.numbers[month], self.numbers[day]);
        found.filter(|_| are_right)
    }
}

fn read_date(text: &str, days: Days) -> Option<NaiveDate> {
    let parts = Parts::read(text)?;
    match days.order_with(parts.separator) {
        _ if parts.lengths[0] == 4 => parts.day(Order::Year),
        Some(order) => parts.day(order),
        None => match either(text)? {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other),
        },
    }
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

fn why_not(cell: &str, date: &str, days: Days) -> String {
    let said = quote(cell);
    if date.len() == 5 && date.bytes().all(|b| b.is_ascii_digit()) {
        return format!(
            "{said} looks like a spreadsheet's number of a day; give the column the format \
             YYYY-MM-DD and save again"
        );
    }
    let Some(parts) = Parts::read(date) else {
        return format!("{said} is not a day like 2026-03-01");
    };
    if let Some(order) = days.order.filter(|_| days.order_with(parts.separator) == days.order) {
        let first = order.means();
        return format!("{said} is no day with {first}, as the days of this file are read");
    }
    match either(date) {
        Some((Some(one), Some(other))) => format!(
            "{said} can be {} or {}; write it as {one} or {other}",
            one.format("%-d %B"),
            other.format("%-d %B")
        ),
        None if parts.separator == b'-' && parts.lengths[0] == 2 && parts.lengths[2] == 2 => {
            format!("{said} needs a year of four digits, like 2026-03-01")
        }
        _ => format!("{said} is a day that does not exist"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Result<String, String> {
        read_in(None, cell)
    }

    fn read_in(order: Option<Order>, cell: &str) -> Result<String, String> {
        let today = "2026-03-15".parse().unwrap();
        read_moment(cell, Days { today, order, is_said: order.is_some() }).map(|(day, time)| {
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
            ("2026.03.01", "2026-03-01"),
            ("13.11.2025", "2025-11-13"),
            ("8.11.25 7:05", "2025-11-08 07:05"),
            ("1.2.69", "2069-02-01 is in the future"),
            ("1.2.70", "1970-02-01"),
            ("12/31/2025", "2025-12-31"),
            ("31-12-2025", "2025-12-31"),
            ("31/12/25", "2025-12-31"),
            ("4/4/2025", "2025-04-04"),
        ] {
            assert_eq!(read(cell).unwrap_or_else(|why| why), meant, "{cell}");
        }
    }

    #[test]
    fn an_order_decides_what_could_be_two_days() {
        let no = |first: &str, cell: &str| {
            format!("\"{cell}\" is no day with {first}, as the days of this file are read")
        };
        let (day, month) = (Some(Order::Day), Some(Order::Month));
        for (order, cell, meant) in [
            (day, "03/04/2025", "2025-04-03".to_string()),
            (month, "03/04/2025", "2025-03-04".into()),
            (month, "3-4-25", "2025-03-04".into()),
            (Some(Order::Year), "25-03-04", "2025-03-04".into()),
            (day, "2025-03-04", "2025-03-04".into()),
            (day, "11/13/2025", no("the day first", "11/13/2025")),
            (month, "13.11.2025", no("the month first", "13.11.2025")),
            (Some(Order::Year), "13/11/2025", no("the year first", "13/11/2025")),
        ] {
            assert_eq!(read_in(order, cell).unwrap_or_else(|why| why), meant, "{cell}");
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
            ("31.13.2025", "\"31.13.2025\" is a day that does not exist"),
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
