//! The messages of charts of pain in groups of days.

/// What a chart says of pain in groups of days.
pub(crate) struct GroupWords {
    /// So many nights.
    pub(crate) nights: fn(usize) -> String,
    /// So many days.
    pub(crate) days: fn(usize) -> String,
    /// So many, which are few.
    pub(crate) few: fn(&str) -> String,
    /// From one number to another.
    pub(crate) range: fn(&str, &str) -> String,
    /// A group in words, a sentence.
    pub(crate) said: fn(&GroupSaid<'_>) -> String,
    /// What the mark and the bar are.
    pub(crate) reading: &'static str,
    /// What the differences are to: so many days before and after.
    pub(crate) reading_around: fn(i64) -> String,
    /// It shows no cause, in a line.
    pub(crate) no_cause: &'static str,
    /// The same as a sentence.
    pub(crate) no_cause_said: &'static str,
    /// Above the means.
    pub(crate) mean_and_range: &'static str,
    /// The axis of differences.
    pub(crate) points: &'static str,
    /// A dot is so many nights, at most.
    pub(crate) dot_nights: fn(usize) -> String,
    /// A dot is so many days, at most.
    pub(crate) dot_days: fn(usize) -> String,

    /// The title of the chart of sleep positions.
    pub(crate) night_pain_by_position: &'static str,
    /// How many nights have a position and a score, of how many.
    pub(crate) nights_with_position: fn(usize, usize) -> String,
    /// There is no such night.
    pub(crate) no_nights_with_position: &'static str,
    /// The title of the chart of sitting.
    pub(crate) pain_by_sitting: &'static str,
    /// How many days have hours of sitting and a score, of how many.
    pub(crate) days_with_sitting: fn(usize, usize) -> String,
    /// There is no such day.
    pub(crate) no_days_with_sitting: &'static str,
    /// So many nights after a day.
    pub(crate) nights_after: fn(usize) -> String,
    /// Fewer hours than these.
    pub(crate) hours_under: fn(&str) -> String,
    /// From some hours to others.
    pub(crate) hours_between: fn(&str, &str) -> String,
    /// More hours than these.
    pub(crate) hours_over: fn(&str) -> String,
    /// The axis of pain by day and in the night after it.
    pub(crate) day_and_night_after: &'static str,
    /// Above the differences of days, and before one of them.
    pub(crate) days_around: &'static str,
    /// Above the differences of both days and nights.
    pub(crate) both_around: &'static str,

    /// The axis of pain at night.
    pub(crate) night_pain: &'static str,
    /// Above the differences of nights, and before one of them.
    pub(crate) nights_around: &'static str,
}

/// What there is to say of a group, numbers in words.
pub(crate) struct GroupSaid<'a> {
    /// What the group is called.
    pub(crate) name: &'a str,
    /// How many values it has.
    pub(crate) count: &'a str,
    /// Their mean.
    pub(crate) mean: String,
    /// The range of the mean, where it is known.
    pub(crate) range: Option<String>,
    /// The difference to what is around, where it is known.
    pub(crate) around: Option<String>,
    /// What it is to: the days, or the nights around.
    pub(crate) against: &'a str,
    /// The range of the difference, where it is known.
    pub(crate) around_range: Option<String>,
}
