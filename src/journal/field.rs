//! A field: one thing that can be recorded of an entry, its type, range, unit and question.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::journal::dates::{PartialDate, read_time};
use crate::journal::entry::Kind;
use crate::journal::score::Score;
use crate::journal::value::Value;
use crate::journal::words::{Word, nearest, simplify};

/// One row of the table of fields.
#[derive(Debug)]
pub struct Field {
    /// The kind of entry that it belongs to.
    pub kind: Kind,
    /// The id in the file and in CSV, for ever.
    pub id: &'static str,
    /// The long flag of `twinge log`, without dashes; empty where there is none.
    pub flag: &'static str,
    /// Type and range.
    pub answer: Answer,
    /// What it is, for help and headings, in a few words.
    pub means: &'static str,
    /// Whether the asking mode of `log` asks for it, and how.
    pub asked: Asked,
}

/// Whether and how a field is asked for by `twinge log` without arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Asked each day, with this question.
    Daily(&'static str),
    /// Recorded only when the person says so.
    OnlyWhenSaid,
}

/// The type and range of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// 0–10, kept in tenths.
    Score,
    /// Hours of a day, 0–24, kept as given.
    Hours,
    /// Minutes, 0–1,440.
    Minutes,
    /// Seconds, 0–3,600.
    Seconds,
    /// A whole number from 0 to `max`.
    Count {
        /// The largest believable number.
        max: i64,
    },
    /// Yes (1) or no (0).
    YesNo,
    /// One word of a table.
    Word(&'static [Word]),
    /// A word of a table, or the person's own.
    OwnWord(&'static [Word]),
    /// The person's own words, up to 100,000 characters.
    Text,
    /// An amount in a unit, within bounds.
    Amount {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
        /// Its unit.
        unit: &'static str,
    },
    /// A time of day, `HH:MM`.
    Time,
    /// A day, a month or a year: `2026-03-01`, `2026-03`, `2026`.
    Date,
    /// A calendar year, 1850–2200.
    Year,
}

/// The longest note that is kept, in characters.
pub(crate) const TEXT_CHARS_MAX: usize = 100_000;

/// Why a text could not be read as a value: `"eleven" is not a number from 0 to 10`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{said} is not {expected}")]
pub struct Misread {
    /// What was given, quoted and shortened.
    pub said: String,
    /// What would have been read.
    pub expected: String,
    /// A word that was perhaps meant.
    pub meant: Option<&'static str>,
}

impl Answer {
    /// Reads what a person or a file said. An empty text is not an answer.
    pub fn read(&self, text: &str) -> Result<Value, Misread> {
        let text = text.trim();
        let value = match self {
            Self::Score => read_score(text).map(|s| Value::Int(s.tenths().into())),
            Self::Hours => read_minutes(text, 60.0).map(|m| Value::Real(hours(m))),
            Self::Minutes => read_minutes(text, 1.0).map(Value::Real),
            Self::Seconds => number(text.strip_suffix('s').unwrap_or(text)).map(Value::Real),
            Self::Count { .. } | Self::Year => text.parse().ok().map(Value::Int),
            Self::YesNo => read_yes_no(text).map(Value::from),
            Self::Word(table) => Word::find(table, text).map(|w| Value::text(w.id)),
            Self::OwnWord(table) => Some(match Word::find(table, text) {
                Some(word) => Value::text(word.id),
                None => Value::text(&simplify(text)),
            }),
            Self::Text => Some(Value::text(text)),
            Self::Amount { unit, .. } => {
                let bare = text.strip_suffix(unit).unwrap_or(text).trim_end();
                number(bare).map(Value::Real)
            }
            Self::Time => read_time(text).map(|t| Value::text(&t.format("%H:%M").to_string())),
            Self::Date => PartialDate::read(text).map(|d| Value::text(&d.to_string())),
        };
        value.filter(|v| self.accepts(v)).ok_or_else(|| self.misread(text))
    }

    /// Whether a value, from anywhere, is within type and range.
    pub fn accepts(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Score, Value::Int(tenths)) => Score::from_tenths(*tenths).is_some(),
            (Self::Hours, Value::Real(h)) => (0.0..=24.0).contains(h),
            (Self::Minutes, Value::Real(m)) => (0.0..=1440.0).contains(m),
            (Self::Seconds, Value::Real(s)) => (0.0..=3600.0).contains(s),
            (Self::Count { max }, Value::Int(n)) => (0..=*max).contains(n),
            (Self::YesNo, Value::Int(n)) => matches!(n, 0 | 1),
            (Self::Word(table), Value::Text(t)) => table.iter().any(|w| w.id == &**t),
            (Self::OwnWord(_), Value::Text(t)) => is_own_word(t),
            (Self::Text, Value::Text(t)) => is_text(t),
            (Self::Amount { min, max, .. }, Value::Real(x)) => (*min..=*max).contains(x),
            (Self::Time, Value::Text(t)) => read_time(t).is_some(),
            (Self::Date, Value::Text(t)) => PartialDate::read(t).is_some(),
            (Self::Year, Value::Int(y)) => (1850..=2200).contains(y),
            _ => false,
        }
    }

    /// Writes a value so that `read` gives it back, for CSV and JSON: `7.5`, `side`, `yes`.
    pub fn write(&self, value: &Value) -> String {
        match (self, value) {
            (Self::Score, Value::Int(tenths)) => {
                Score::from_tenths(*tenths).map_or_else(|| tenths.to_string(), |s| s.to_string())
            }
            (Self::YesNo, Value::Int(n)) => (if *n == 0 { "no" } else { "yes" }).into(),
            (_, Value::Int(n)) => n.to_string(),
            (_, Value::Real(x)) => x.to_string(),
            (_, Value::Text(t)) => t.to_string(),
        }
    }

    /// Shows a value to a person, with its unit: `7 h 30 min`, `20 min`, `71.5 kg`.
    pub fn show(&self, value: &Value) -> String {
        match (self, value) {
            (Self::Hours, Value::Real(h)) => show_minutes(h * 60.0),
            (Self::Minutes, Value::Real(m)) => show_minutes(*m),
            (Self::Seconds, Value::Real(s)) => format!("{s} s"),
            (Self::Amount { unit, .. }, Value::Real(x)) if !unit.is_empty() => {
                format!("{x} {unit}")
            }
            (Self::Word(table) | Self::OwnWord(table), Value::Text(t)) => {
                table.iter().find(|w| w.id == &**t).map_or_else(|| t.replace('-', " "), Word::name)
            }
            _ => self.write(value),
        }
    }

    /// What the field takes, for help and errors: `a number from 0 to 10`.
    pub fn expected(&self) -> String {
        match self {
            Self::Score => "a number from 0 to 10".into(),
            Self::Hours => "hours of a day, like 7, 7.5, 7h30, 7:30 or 450m".into(),
            Self::Minutes => "minutes, like 20, 20m or 1h30".into(),
            Self::Seconds => "seconds from 0 to 3600".into(),
            Self::Count { max } => format!("a whole number from 0 to {max}"),
            Self::YesNo => "yes or no".into(),
            Self::Word(table) => {
                let mut text = String::from("one of ");
                for (i, word) in table.iter().enumerate() {
                    let gap = if i == 0 { "" } else { ", " };
                    // Writing to a String cannot fail.
                    write!(text, "{gap}{}", word.id).ok();
                }
                text
            }
            Self::OwnWord(_) => "a short word of letters, digits and hyphens".into(),
            Self::Text => format!("text of 1 to {TEXT_CHARS_MAX} characters"),
            Self::Amount { min, max, unit: "" } => {
                format!("a number from {min} to {max}")
            }
            Self::Amount { min, max, unit } => format!("a number of {unit} from {min} to {max}"),
            Self::Time => "a time of day like 14:30".into(),
            Self::Date => "a date like 2026-03-01, 2026-03 or 2026".into(),
            Self::Year => "a year like 1981".into(),
        }
    }

    fn misread(&self, text: &str) -> Misread {
        let meant = match self {
            Self::Word(table) => nearest(text, table.iter().map(|w| w.id)),
            _ => None,
        };
        Misread { said: quote(text), expected: self.expected(), meant }
    }
}

/// Quotes what was given, shortened to 40 characters, so that a note cannot fill an error.
pub(crate) fn quote(text: &str) -> String {
    if text.is_empty() {
        return "an empty answer".into();
    }
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("\"{short}\"")
}

/// So many of something: `1 row`, `0 rows`, `12 rows`.
pub(crate) fn counted(
    n: impl Copy + std::fmt::Display + PartialEq + From<u8>,
    one: &str,
    more: &str,
) -> String {
    let called = if n == 1.into() { one } else { more };
    format!("{n} {called}")
}

/// NUL ends a text in too many programs to be kept whole by them.
fn is_text(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= TEXT_CHARS_MAX && !text.contains('\0')
}

fn is_own_word(text: &str) -> bool {
    (1..=64).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphanumeric() || "-.:/+'".contains(c))
}

/// A plain decimal number; a comma is read as a decimal point when it is the only one.
fn number(text: &str) -> Option<f64> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+'));
    if !plain || text.len() > 24 {
        return None;
    }
    let dotted = match text.find(',') {
        Some(_) if !text.contains('.') => Cow::Owned(text.replacen(',', ".", 1)),
        _ => Cow::Borrowed(text),
    };
    dotted.parse::<f64>().ok().filter(|x| x.is_finite()).map(|x| x + 0.0)
}

fn read_score(text: &str) -> Option<Score> {
    let points = number(text.strip_suffix("/10").unwrap_or(text))?;
    if !(0.0..=10.0).contains(&points) {
        return None;
    }
    let tenths = (points * 10.0).round();
    // More than one decimal is not a score anyone gave; it would be rounded unseen.
    if (points * 10.0 - tenths).abs() > 1e-9 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "within 0 to 100 by the check above")]
    Score::from_tenths(tenths as i64)
}

fn read_yes_no(text: &str) -> Option<bool> {
    match simplify(text).as_str() {
        "yes" | "y" | "1" | "true" | "done" | "ja" | "x" => Some(true),
        "no" | "n" | "0" | "false" | "nein" => Some(false),
        _ => None,
    }
}

/// Minutes from `7h30`, `7:30`, `450m`, `1.5h` or a bare number of `bare_minutes` each.
fn read_minutes(text: &str, bare_minutes: f64) -> Option<f64> {
    if let Some(n) = number(text) {
        return Some(n * bare_minutes);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // "2 2" is two numbers, not 22.
    if words.windows(2).any(|w| digit(w[0].chars().last()) && digit(w[1].chars().next())) {
        return None;
    }
    let text = text.to_lowercase().replace(' ', "");
    let text = text.replace("hours", "h").replace("hour", "h").replace("hrs", "h");
    let text = text.replace("minutes", "m").replace("minute", "m").replace("mins", "m");
    let text = text.replace("min", "m");
    if let Some((h, m)) = text.split_once(':').or_else(|| text.split_once('h')) {
        let rest = m.strip_suffix('m').unwrap_or(m);
        if rest.is_empty() && text.contains('h') {
            return number(h).map(|h| h * 60.0);
        }
        let whole = |t: &str| t.parse::<u16>().ok().filter(|_| t.len() <= 4);
        let minutes = whole(rest).filter(|m| *m < 60)?;
        return Some(f64::from(whole(h)?) * 60.0 + f64::from(minutes));
    }
    match text.strip_suffix('m') {
        Some(minutes) => number(minutes),
        None => number(&text).map(|n| n * bare_minutes),
    }
}

/// Hours from minutes, to 4 decimals (a third of a second), so that 7:20 is 7.3333.
fn hours(minutes: f64) -> f64 {
    (minutes / 60.0 * 1e4).round() / 1e4
}

fn show_minutes(minutes: f64) -> String {
    let rounded = minutes.round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes of a day, 0 to 1,440"
    )]
    let whole = rounded as u32;
    match (whole / 60, whole % 60) {
        (0, m) => format!("{m} min"),
        (h, 0) => format!("{h} h"),
        (h, m) => format!("{h} h {m} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for text in ["7h30", "7.5h", "450m", "7:30", "7.5", "7,5", "7h 30m", "7 h 30 min"] {
            assert_eq!(Answer::Hours.read(text), Ok(Value::Real(7.5)), "{text}");
        }
        assert_eq!(Answer::Hours.read("7:20"), Ok(Value::Real(7.3333)));
        assert_eq!(Answer::Hours.read("24"), Ok(Value::Real(24.0)));
        for text in
            ["24.01", "25", "-1", "2 2", "7h60", "7:75", "NaN", "inf", "1e3", "", "7:3:0", "::"]
        {
            assert!(Answer::Hours.read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn minutes_are_read_bare_or_with_a_unit() {
        assert_eq!(Answer::Minutes.read("20"), Ok(Value::Real(20.0)));
        assert_eq!(Answer::Minutes.read("20m"), Ok(Value::Real(20.0)));
        assert_eq!(Answer::Minutes.read("1h30"), Ok(Value::Real(90.0)));
        assert!(Answer::Minutes.read("1441").is_err());
    }

    #[test]
    fn scores_take_tenths_and_nothing_finer() {
        assert_eq!(Answer::Score.read("4"), Ok(Value::Int(40)));
        assert_eq!(Answer::Score.read("4/10"), Ok(Value::Int(40)));
        assert_eq!(Answer::Score.read("3.8"), Ok(Value::Int(38)));
        assert_eq!(Answer::Score.read("10"), Ok(Value::Int(100)));
        assert_eq!(Answer::Score.read("0"), Ok(Value::Int(0)));
        for text in ["10.1", "11", "-0.1", "3.85", "eleven", "", "99999999999999999999999999999999"]
        {
            assert!(Answer::Score.read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn text_is_anything_but_nothing_too_much_or_nul() {
        assert_eq!(Answer::Text.read(" =1\n\u{1b}[0m "), Ok(Value::text("=1\n\u{1b}[0m")));
        assert!(Answer::Text.read(&"é".repeat(100_000)).is_ok());
        for text in ["", " \t", "a\0b", &"é".repeat(100_001)] {
            assert!(Answer::Text.read(text).is_err());
        }
    }

    #[test]
    fn a_misread_names_what_was_said_and_what_is_taken() {
        let why = Answer::Score.read("eleven").map_err(|e| e.to_string());
        assert_eq!(why, Err("\"eleven\" is not a number from 0 to 10".into()));
        let long = "x".repeat(10_000);
        let why = Answer::Score.read(&long).map_err(|e| e.to_string().len());
        assert!(why.is_err_and(|n| n < 120));
    }

    #[test]
    fn written_values_are_read_back() {
        let cases = [
            (Answer::Score, Value::Int(45)),
            (Answer::Hours, Value::Real(7.3333)),
            (Answer::Minutes, Value::Real(12.5)),
            (Answer::YesNo, Value::Int(0)),
            (Answer::Text, Value::text("a, \"b\"\nc")),
            (Answer::Time, Value::text("06:05")),
            (Answer::Date, Value::text("2026-03")),
            (Answer::Year, Value::Int(1981)),
        ];
        for (answer, value) in cases {
            assert_eq!(answer.read(&answer.write(&value)), Ok(value));
        }
    }

    #[test]
    fn values_are_shown_with_units() {
        assert_eq!(Answer::Hours.show(&Value::Real(7.5)), "7 h 30 min");
        assert_eq!(Answer::Hours.show(&Value::Real(2.92)), "2 h 55 min");
        assert_eq!(Answer::Minutes.show(&Value::Real(20.0)), "20 min");
        assert_eq!(Answer::Score.show(&Value::Int(40)), "4");
    }
}
