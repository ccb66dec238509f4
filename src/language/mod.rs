//! The language of charts and of the page for the doctor: numbers, dates, names of words, and
//! every message. What the person wrote stays as it was written.

mod de;
mod en;
mod habit;
mod messages;

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use unicode_width::UnicodeWidthStr as _;

use crate::journal::{Field, Span, Value};
pub use crate::language::de::GERMAN;
pub use crate::language::en::ENGLISH;
pub(crate) use crate::language::messages::groups::GroupSaid;
use crate::language::messages::groups::GroupWords;
use crate::language::messages::habits::HabitWords;
pub(crate) use crate::language::messages::habits::Needs;
use crate::language::messages::moving::MovingWords;
pub(crate) use crate::language::messages::moving::{ExerciseSaid, LastDays};
pub(crate) use crate::language::messages::report::{Limits, ReportWords};
use crate::language::messages::sites::SiteWords;
use crate::language::messages::trial::TrialWords;
use crate::language::messages::{ChartWords, Dates, DrawingWords};
pub(crate) use crate::language::messages::{EventWords, Spread};

/// A language: one row of the table of languages.
pub struct Language {
    /// Its code in ISO 639-1, for ever.
    pub id: &'static str,
    /// What stands before the tenths of a number.
    decimal_sign: char,
    /// Letters that ASCII lacks, and how they are written in it.
    plain: &'static [(char, &'static str)],
    /// How days are written.
    dates: Dates,
    /// What words of the journal are called.
    words: Words,
    /// What a chart says.
    pub(crate) chart: ChartWords,
    /// What a surface says.
    pub(crate) drawing: DrawingWords,
    /// What the page for the doctor says.
    pub(crate) report: ReportWords,
    /// What a chart says of exercise.
    pub(crate) moving: MovingWords,
    /// What a chart says of pain in groups of days.
    pub(crate) groups: GroupWords,
    /// What a chart says of places of the body.
    pub(crate) sites: SiteWords,
    /// What a chart says of an experiment.
    pub(crate) trial: TrialWords,
    /// What a chart says of habits and pain.
    pub(crate) habits: HabitWords,
}

/// Names of the words that a field takes, by their ids.
type Words = &'static [(&'static Field, &'static [(&'static str, &'static str)])];

/// All languages.
pub static LANGUAGES: &[&Language] = &[&ENGLISH, &GERMAN];

impl Language {
    /// Returns the language of that code; `None` when there is none.
    pub fn find(id: &str) -> Option<&'static Self> {
        LANGUAGES.iter().copied().find(|language| language.id == id)
    }

    /// Returns a number with its decimal sign and two decimals at most: `8`, `7.5`, `7.33`.
    pub fn number(&self, value: f64) -> String {
        let number = format!("{value:.2}");
        let number = number.trim_end_matches('0').trim_end_matches('.');
        self.with_sign(number.into())
    }

    /// Returns a score or a mean of scores to a tenth: `4`, `4.5`.
    pub fn score(&self, value: f64) -> String {
        let tenths = format!("{value:.1}");
        self.with_sign(tenths.strip_suffix(".0").map_or(tenths.clone(), Into::into))
    }

    /// Returns a value with so many decimals: `1.74`.
    pub(crate) fn decimals(&self, value: f64, decimals: usize) -> String {
        self.with_sign(format!("{value:.decimals$}"))
    }

    /// Returns a mean of scores with its tenth, whatever it is: `4.0`, `4.5`.
    pub fn tenths(&self, value: f64) -> String {
        self.with_sign(format!("{value:.1}"))
    }

    /// Returns a difference of means with its sign and its tenth: `+0.5`, `−1.0`, `0.0`.
    pub fn signed(&self, value: f64) -> String {
        let size = self.tenths(value.abs());
        let is_zero = format!("{:.1}", value.abs()) == "0.0";
        match value {
            _ if is_zero => size,
            value if value < 0.0 => format!("−{size}"),
            _ => format!("+{size}"),
        }
    }

    fn with_sign(&self, number: String) -> String {
        if self.decimal_sign == '.' {
            return number;
        }
        number.replace('.', self.decimal_sign.encode_utf8(&mut [0; 4]))
    }

    /// Returns a date in a sentence: `1 Mar 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        format!("{} {}", self.day(date), year(date))
    }

    /// Returns a date in a sentence, of a year that is said elsewhere: `1 Mar`.
    pub fn day(&self, date: NaiveDate) -> String {
        self.day_of(date, &self.dates.months)
    }

    /// Returns the dates of a span, or the one of a day: `1 Mar 2026 – 31 Aug 2026`.
    pub fn span(&self, span: Span) -> String {
        let first = self.date(span.first());
        if span.first() == span.last() {
            return first;
        }
        format!("{first} – {}", self.date(span.last()))
    }

    /// Returns a date where there is little room: `1 Mar 2026`.
    pub fn short_date(&self, date: NaiveDate) -> String {
        format!("{} {}", self.short_day(date), year(date))
    }

    /// Returns a date of a year that is known, where there is little room: `1 Mar`.
    pub fn short_day(&self, date: NaiveDate) -> String {
        self.day_of(date, &self.dates.short_months)
    }

    /// Returns the month of a date in a year that is known: `Mar`.
    pub fn short_month(&self, date: NaiveDate) -> &'static str {
        month(date, &self.dates.short_months)
    }

    /// Returns the month of a date: `Mar 2026`.
    pub fn short_month_of_year(&self, date: NaiveDate) -> String {
        format!("{} {}", self.short_month(date), year(date))
    }

    /// Returns the months of a span: `Mar 2026`, `Jan–Mar 2026`, `Dec 2025 – Feb 2026`.
    pub fn short_months(&self, span: Span) -> String {
        let (first, last) = (span.first(), span.last());
        let until = self.short_month_of_year(last);
        match (first.year() == last.year(), first.month() == last.month()) {
            (true, true) => until,
            (true, false) => format!("{}–{until}", self.short_month(first)),
            (false, _) => format!("{} – {until}", self.short_month_of_year(first)),
        }
    }

    /// Returns the day of the week: `Sunday`.
    pub fn weekday(&self, date: NaiveDate) -> &'static str {
        let place = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or_default();
        self.dates.weekdays.get(place).copied().unwrap_or_default()
    }

    /// Returns the days of the week where there is little room, Monday first: `Mon`.
    pub fn short_weekdays(&self) -> [&'static str; 7] {
        self.dates.short_weekdays
    }

    /// Returns how many columns of a terminal the widest short month takes, in plain letters too.
    pub(crate) fn month_columns(&self) -> usize {
        let columns = |month: &str| month.width().max(self.plain(month).width());
        self.dates.short_months.iter().map(|month| columns(month)).max().unwrap_or_default()
    }

    /// Returns how many columns of a terminal the widest short date takes.
    pub(crate) fn date_columns(&self) -> usize {
        (self.dates.day)(30, "").width() + self.month_columns() + " 2026".len()
    }

    fn day_of(&self, date: NaiveDate, months: &[&'static str; 12]) -> String {
        (self.dates.day)(date.day(), month(date, months))
    }

    /// Returns what a word of a field is called in a line, such as "upper back"; a word of the
    /// person's own stays as it is.
    pub fn name(&self, field: &'static Field, id: &str) -> String {
        let words = self.words.iter().find(|(of, _)| std::ptr::eq(*of, field));
        let row = words.and_then(|(_, words)| words.iter().find(|(word, _)| *word == id));
        row.map_or_else(|| field.answer.show(&Value::text(id)), |(_, name)| (*name).into())
    }

    /// Returns a text in which letters of this language that ASCII lacks are written in ASCII.
    pub(crate) fn plain(&self, text: &str) -> String {
        self.plain.iter().fold(text.into(), |text, (letter, plain)| text.replace(*letter, plain))
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

fn month(date: NaiveDate, months: &[&'static str; 12]) -> &'static str {
    let place = usize::try_from(date.month0()).unwrap_or_default();
    months.get(place).copied().unwrap_or_default()
}

/// Returns the year of a date in at least four digits.
pub(crate) fn year(date: NaiveDate) -> String {
    date.format("%Y").to_string()
}

/// Returns a text with its first letter large.
pub(crate) fn begin_large(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns names as a list: `neck, shoulders and arm`.
pub(crate) fn list(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Answer;
    use crate::journal::fields::{exercise, pain};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn english_says_numbers_and_days() {
        let numbers = [ENGLISH.number(8.0), ENGLISH.number(7.5), ENGLISH.score(3.0)];
        assert_eq!(numbers, ["8", "7.5", "3"]);
        let numbers = [22.0 / 3.0, 100.0, 0.0, 0.05].map(|it| ENGLISH.number(it));
        assert_eq!(numbers, ["7.33", "100", "0", "0.05"]);
        assert_eq!([ENGLISH.score(3.45), ENGLISH.score(9.96)], ["3.5", "10"]);
        let day = date("2026-03-01");
        assert_eq!([ENGLISH.date(day), ENGLISH.short_date(day)], ["1 Mar 2026", "1 Mar 2026"]);
        assert_eq!(
            [ENGLISH.short_day(day), ENGLISH.short_month_of_year(day)],
            ["1 Mar", "Mar 2026"]
        );
        assert_eq!((ENGLISH.short_month(day), ENGLISH.weekday(day)), ("Mar", "Sunday"));
        assert_eq!(ENGLISH.span(Span::ending(day, 1)), "1 Mar 2026");
        assert_eq!(ENGLISH.span(Span::ending(day, 2)), "28 Feb 2026 – 1 Mar 2026");
        let months =
            |first, last| ENGLISH.short_months(Span::new(date(first), date(last)).unwrap());
        assert_eq!(months("2026-03-01", "2026-03-15"), "Mar 2026");
        assert_eq!(months("2026-01-01", "2026-03-31"), "Jan–Mar 2026");
        assert_eq!(months("2025-12-01", "2026-12-31"), "Dec 2025 – Dec 2026");
        assert_eq!(ENGLISH.date(date("0001-12-31")), "31 Dec 0001");
    }

    #[test]
    fn words_have_names_and_own_words_stay() {
        assert_eq!(ENGLISH.name(&pain::SITE, "upper-back"), "upper back");
        assert_eq!(ENGLISH.name(&pain::SITE, "hip"), "hip or buttock");
        assert_eq!(ENGLISH.name(&exercise::EXERCISE, "neck-tilt"), "neck tilt");
        assert_eq!(ENGLISH.name(&exercise::EXERCISE, "qi-gong"), "qi gong");
    }

    #[test]
    fn lists_end_with_and() {
        let list = |names: &[&str]| {
            list(&names.iter().map(|name| (*name).into()).collect::<Vec<_>>(), "and")
        };
        assert_eq!([list(&[]), list(&["a"])], ["", "a"]);
        assert_eq!([list(&["a", "b"]), list(&["a", "b", "c"])], ["a and b", "a, b and c"]);
    }

    #[test]
    fn names_are_of_words_that_there_are() {
        for language in LANGUAGES {
            for (field, names) in language.words {
                let (Answer::Word(words) | Answer::OwnWord(words)) = field.answer else {
                    panic!("{} takes no words", field.id)
                };
                for (place, (id, name)) in names.iter().enumerate() {
                    let known = words.iter().any(|word| word.id == *id);
                    let once = names[place + 1..].iter().all(|(other, _)| other != id);
                    assert!(known && once && !name.is_empty(), "{language:?}: {} {id}", field.id);
                }
            }
            let mut letters = language.chart.sleep_letters;
            letters.sort_unstable();
            assert!(letters.is_sorted_by(|one, other| one < other), "{language:?}: {letters:?}");
            assert!(letters.iter().all(char::is_ascii_uppercase), "{language:?}: {letters:?}");
        }
    }
}
