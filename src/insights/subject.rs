//! The table of habits that insights look at, and what each is called.

use crate::journal::Field;
use crate::journal::fields::day;

/// Whether a habit comes before the pain of its day, or after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// In the night that ended on the day: it is held against the pain of the same day.
    Night,
    /// During the day: it is held against the pain of the day after.
    Day,
}

impl When {
    /// Days from the habit to the pain.
    pub const fn lag(self) -> usize {
        match self {
            Self::Night => 0,
            Self::Day => 1,
        }
    }
}

/// A field that is a habit.
#[derive(Debug)]
pub struct Row {
    /// The field.
    pub field: &'static Field,
    /// When it is.
    pub when: When,
    /// What it is called; of words, what stands before one.
    pub called: &'static str,
    /// One unit of an amount; else empty.
    pub unit: &'static str,
}

const fn row(field: &'static Field, when: When, called: &'static str, unit: &'static str) -> Row {
    Row { field, when, called, unit }
}

/// The fields that are habits. What pain does to a person (waking, interference, sleeping badly)
/// is none.
pub static ROWS: &[Row] = &[
    row(&day::SLEEP_POSITION, When::Night, "nights ", ""),
    row(&day::SLEEP_SURFACE, When::Night, "nights on ", ""),
    row(&day::SLEEP_HOURS, When::Night, "sleep", "hour"),
    row(&day::SITTING_HOURS, When::Day, "sitting", "hour"),
    row(&day::SCREEN_HOURS, When::Day, "screen time", "hour"),
    row(&day::BREAKS, When::Day, "breaks from sitting", "1"),
    row(&day::POSTURE, When::Day, "sitting ", ""),
    row(&day::STRESS, When::Day, "stress", "point"),
    row(&day::LIFTING, When::Day, "lifting or carrying something heavy", ""),
    row(&day::BACKPACK, When::Day, "carrying a backpack", ""),
    row(&day::REPETITIVE, When::Day, "the same movement over and over", ""),
    row(&day::GLASSES, When::Day, "glasses or lenses at the screen", ""),
    row(&day::ATE_WELL, When::Day, "eating well", ""),
];

/// What a column is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The id in JSON and in the file, for ever: `sitting_hours`, `sleep_position:side`,
    /// `exercise:yoga`, of an own habit its name.
    pub id: String,
    /// When it is.
    pub when: When,
    /// What it is called in a sentence: `sitting`, `nights on a side`, `yoga`.
    pub called: String,
    /// What it is compared with.
    pub scale: Scale,
}

/// What a column is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scale {
    /// One unit less; its name.
    Amount(String),
    /// Days on which it was not so.
    YesNo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_day_is_a_habit_or_what_pain_does() {
        let others = [
            &day::SLEEP_QUALITY,
            &day::WOKEN,
            &day::INTERFERENCE,
            &day::PATTERN,
            &day::AFTER_REST,
            &day::WEIGHT,
            &day::TEMPERATURE,
        ];
        for field in day::FIELDS {
            let is = |other: &Field| std::ptr::eq(*field, other);
            let n_rows = ROWS.iter().filter(|row| is(row.field)).count();
            let n_others = others.iter().filter(|other| is(other)).count();
            assert_eq!(n_rows + n_others, 1, "{}", field.id);
        }
    }
}
