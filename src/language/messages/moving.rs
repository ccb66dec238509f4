//! The messages of the chart of exercise.

/// What a chart says of exercise.
pub(crate) struct MovingWords {
    /// The title.
    pub(crate) title: &'static str,
    /// Days with exercise, of days with any entry.
    pub(crate) days_with: fn(usize, usize) -> String,
    /// Of the last days, those with exercise and those with any entry.
    pub(crate) of_last: fn(LastDays<'_>, usize, usize) -> String,
    /// What a strip shows of a day, and what an empty place is.
    pub(crate) reading_days: &'static str,
    /// The same where a value covers months.
    pub(crate) reading_months: &'static str,
    /// What the strip of weeks shows.
    pub(crate) reading_weeks: &'static str,
    /// The same of months.
    pub(crate) reading_of_months: &'static str,
    /// So many exercises are left out.
    pub(crate) left_out: fn(usize) -> String,
    /// The strip of all exercise together.
    pub(crate) any: &'static str,
    /// Its unit; what stands before "/" is the unit of the number beside it.
    pub(crate) days_a_week: &'static str,
    /// On how many days, and on how many of the last.
    pub(crate) days_and_last: fn(usize, LastDays<'_>, usize) -> String,
    /// The middle of minutes on a day.
    pub(crate) median_minutes: fn(&str) -> String,
    /// A dose that is not always the same.
    pub(crate) mostly: fn(&str) -> String,
    /// So many sets.
    pub(crate) sets: fn(i64) -> String,
    /// So many repetitions.
    pub(crate) reps: fn(i64) -> String,
    /// There is no exercise.
    pub(crate) nothing: &'static str,
    /// An exercise, a sentence: its name, on how many days, and more, in the order of time.
    pub(crate) said: fn(&ExerciseSaid<'_>) -> String,
    /// On how many days of the newest weeks, the oldest of them first, a sentence.
    pub(crate) newest_weeks: fn(&[(usize, usize)]) -> String,
}

/// What the last days are called.
#[derive(Clone, Copy)]
pub(crate) enum LastDays<'a> {
    /// The last so many, as of today.
    Counted(usize),
    /// Those since a date.
    Since(&'a str),
}

/// What there is to say of an exercise.
pub(crate) struct ExerciseSaid<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// On how many days it was done.
    pub(crate) n_days: usize,
    /// On how many of the last days.
    pub(crate) of_last: (usize, LastDays<'a>),
    /// On how many days it was said not to be done.
    pub(crate) n_not_done: usize,
    /// Its usual dose; empty where none was said.
    pub(crate) dose: &'a str,
}
