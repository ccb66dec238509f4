//! The messages of the chart of habits and pain.

/// What a chart says of habits and pain.
pub(crate) struct HabitWords {
    /// The title.
    pub(crate) title: &'static str,
    /// How many days have a pain score, of how many.
    pub(crate) recorded: fn(usize, usize) -> String,
    /// The worst of each day stands for its pain.
    pub(crate) by_worst: &'static str,
    /// What is claimed is to be decided anew, by which command.
    pub(crate) is_due: &'static str,
    /// Fields by their ids: what each is called, and one unit of an amount.
    pub(crate) fields: &'static [(&'static str, &'static str, &'static str)],
    /// One unit more of an amount.
    pub(crate) each: fn(&str) -> String,
    /// So many days.
    pub(crate) days: fn(usize) -> String,
    /// So many of so many days.
    pub(crate) days_of: fn(usize, usize) -> String,
    /// It goes with less pain.
    pub(crate) less: &'static str,
    /// It goes with more pain.
    pub(crate) more: &'static str,
    /// It may go with less pain.
    pub(crate) maybe_less: &'static str,
    /// It may go with more pain.
    pub(crate) maybe_more: &'static str,
    /// It is claimed.
    pub(crate) claimed: &'static str,
    /// It may be.
    pub(crate) maybe: &'static str,
    /// No link is seen.
    pub(crate) unclear: &'static str,
    /// Its own day goes the other way, and nothing is left of the day after beside it.
    pub(crate) echo: &'static str,
    /// Too little is recorded.
    pub(crate) lacking: &'static str,
    /// What is lacking.
    pub(crate) needs: fn(&Needs) -> String,
    /// The side of less pain.
    pub(crate) side_less: &'static str,
    /// The side of more pain.
    pub(crate) side_more: &'static str,
    /// What the marks are.
    pub(crate) reading: &'static str,
    /// What is compared.
    pub(crate) compared: &'static str,
    /// What is said is no matter of the range alone.
    pub(crate) allowed: &'static str,
    /// These cannot be told apart.
    pub(crate) rivals: fn(&[String]) -> String,
    /// Of these the pain may decide.
    pub(crate) reactive: fn(&[String]) -> String,
    /// A habit in words, a sentence: its name and facts, the verdict, the points or what is
    /// lacking.
    pub(crate) said: fn(&str, &str, &str, &str) -> String,
    /// Mean pain with and without each of them, in stretches of so many weeks.
    pub(crate) by_weeks: fn(u64) -> String,
    /// Days with a habit.
    pub(crate) with: &'static str,
    /// Days without it.
    pub(crate) without: &'static str,
    /// Days with so much of an amount or more: the number, and its unit.
    pub(crate) with_much: fn(&str, &str) -> String,
    /// Days with less.
    pub(crate) with_less: fn(&str, &str) -> String,
    /// More than one unit, of one.
    pub(crate) units: fn(&str) -> String,
    /// So many days and their mean.
    pub(crate) mean_of: fn(usize, &str) -> String,
    /// An amount is parted so that half of the days lie on each side.
    pub(crate) parted: &'static str,
    /// These are means as they were counted; not what the ranges are of.
    pub(crate) as_counted: [&'static str; 2],
    /// What the marks of both sides are.
    pub(crate) dots_and_squares: &'static str,
    /// Fewer than so many days.
    pub(crate) few: fn(usize) -> String,
    /// Of these is a small mark.
    pub(crate) small: fn(&str) -> String,
    /// There is no such day.
    pub(crate) none: &'static str,
    /// Of these is no mark.
    pub(crate) no_mark: &'static str,
    /// A habit in words: its name, both sides, and in how many stretches of how many that have
    /// both there was more pain with it.
    pub(crate) multiple_said: fn(&str, [&str; 2], usize, usize) -> String,
    /// No day has a score.
    pub(crate) no_scores: &'static str,
    /// No habit is recorded.
    pub(crate) no_habits: &'static str,
}

/// How many more days of what are lacking, at least.
pub(crate) enum Needs {
    /// Of the diary.
    Diary(usize),
    /// With a pain score.
    Pain(usize),
    /// With the habit recorded, beside pain.
    Recorded(usize),
    /// With it.
    With(usize),
    /// Recorded without it.
    Without(usize),
    /// With another amount than this.
    Other(usize, String),
    /// With this one or the other one, of the name, alone: they always come together.
    Apart(usize, String),
    /// Pain that is not the same on all days.
    OtherPain,
}
