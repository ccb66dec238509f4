//! What is kept of an experiment on oneself: the plan, and the schedule that was drawn for it.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::Word;

/// Which pain of a day an experiment is about.
pub static OUTCOMES: &[Word] = &[
    Word::new("day", "the day's pain", &["average", "pain"]),
    Word::new("worst", "the worst pain of the day", &[]),
    Word::new("night", "pain in the night", &[]),
    Word::new("morning", "pain on getting up", &[]),
];

/// What the test of an experiment looks for.
pub static STATISTICS: &[Word] = &[
    Word::new("at-once", "an effect on its day", &[]),
    Word::new("at-once-or-slowly", "an effect on its day, or one that builds up", &[]),
];

/// By which method a schedule was drawn.
pub static DRAWS: &[Word] =
    &[Word::new("splitmix64", "the highest bits of SplitMix64, a pair each", &[])];

/// The largest seed: a number that every program reads exactly, 2^53 - 1.
pub const SEED_MOST: i64 = (1 << 53) - 1;

fields! { Experiment:
    /// Its name.
    EXPERIMENT, "experiment", "", Answer::OwnWord(&[]), "its name", Asked::OnlyWhenSaid;
    /// The question that it is to answer, in the person's own words.
    QUESTION, "question", "", Answer::Text, "the question", Asked::OnlyWhenSaid;
    /// What is asked about: the effect is its pain less that of the other.
    ARM_A, "arm_a", "", Answer::Text, "what is tried", Asked::OnlyWhenSaid;
    /// What it is compared with.
    ARM_B, "arm_b", "", Answer::Text, "what it is compared with", Asked::OnlyWhenSaid;
    /// What the journal records that tells which was done: `exercise:walk`, `habit:coffee`,
    /// `sleep_position`.
    DONE_BY, "done_by", "", Answer::Text, "which entries tell what was done", Asked::OnlyWhenSaid;
    /// Whether the habit that tells was made for it; then it is asked no longer than it takes.
    MADE_HABIT, "made_habit", "", Answer::YesNo, "whether that habit was made for it", Asked::OnlyWhenSaid;
    /// Which pain of the day it is about.
    OUTCOME, "outcome", "", Answer::Word(OUTCOMES), "which pain of the day", Asked::OnlyWhenSaid;
    /// Days from an arm to the pain that it may change: 0 for what is done at night, else 1.
    LAG, "lag_days", "", Answer::Count { max: 7 }, "days from what is done to the pain", Asked::OnlyWhenSaid;
    /// Days in a row of one arm.
    PERIOD, "period_days", "", Answer::Count { max: 7 }, "days in a row of one of them", Asked::OnlyWhenSaid;
    /// How many pairs of such periods.
    PAIRS, "pairs", "", Answer::Count { max: 183 }, "how many pairs", Asked::OnlyWhenSaid;
    /// Days at the beginning of each period that do not count.
    WASHOUT, "washout_days", "", Answer::Count { max: 6 }, "first days of a period that do not count", Asked::OnlyWhenSaid;
    /// What the test looks for.
    STATISTIC, "statistic", "", Answer::Word(STATISTICS), "what is looked for", Asked::OnlyWhenSaid;
    /// What the schedule was drawn from.
    SEED, "seed", "", Answer::Count { max: SEED_MOST }, "what the schedule was drawn from", Asked::OnlyWhenSaid;
    /// By which method it was drawn.
    DRAWN_BY, "drawn_by", "", Answer::Word(DRAWS), "how it was drawn", Asked::OnlyWhenSaid;
    /// The first day of the schedule; the day of the entry is that of drawing.
    FIRST, "first_day", "", Answer::Date, "the first day of the schedule", Asked::OnlyWhenSaid;
    /// The schedule: a letter for each day, `A` or `B`.
    SCHEDULE, "schedule", "", Answer::Text, "A or B, a letter for each day", Asked::OnlyWhenSaid;
    /// The first day that was not lived by it any more.
    STOPPED, "stopped", "", Answer::Date, "when it was stopped", Asked::OnlyWhenSaid;
    /// Why it was stopped, in the person's own words.
    WHY_STOPPED, "why_stopped", "", Answer::Text, "why it was stopped", Asked::OnlyWhenSaid;
}
