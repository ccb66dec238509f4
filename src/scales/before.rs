//! Which earlier answer an answer is compared with.

use chrono::NaiveDate;

/// How many days a week has: an answer of the last so many, the day itself included, is this
/// week's.
pub const WEEK_DAYS: u64 = 7;

/// How many days before an answer the one that it is compared with should be: the four weeks
/// that the rating of change asks about.
pub const BEFORE_DAYS: i64 = 28;

/// The least number of days before: a week less. This project's own choice, so that a person
/// who answers every week, on whatever day of it, is compared.
pub const BEFORE_DAYS_FROM: i64 = 21;

/// The most days before: a week more. This project's own choice.
pub const BEFORE_DAYS_TO: i64 = 35;

/// Of answers in any order the one nearest to four weeks before a day, of two as near the later
/// one; `None` where none is between 21 and 35 days before it.
pub fn nearest_before<T>(
    answers: &[T],
    day: NaiveDate,
    day_of: impl Fn(&T) -> NaiveDate,
) -> Option<&T> {
    answers
        .iter()
        .map(|answer| ((day - day_of(answer)).num_days(), answer))
        .filter(|(ago, _)| (BEFORE_DAYS_FROM..=BEFORE_DAYS_TO).contains(ago))
        .min_by_key(|(ago, _)| ((ago - BEFORE_DAYS).abs(), *ago))
        .map(|(_, answer)| answer)
}
