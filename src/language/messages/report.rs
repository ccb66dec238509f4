//! Every message of the page for the doctor and what goes into it. Numbers and dates come in as
//! the language writes them.

use crate::journal::Field;

/// What the page for the doctor says. A name that stands before words has no colon.
pub(crate) struct ReportWords {
    /// After what it is about: a page for a visit.
    pub(crate) report: &'static str,
    /// Before the day on which it was made.
    pub(crate) prepared: fn(&str) -> String,
    /// The year of birth.
    pub(crate) born: fn(i64) -> String,
    /// What it is, and what it is not.
    pub(crate) no_record: &'static str,
    /// What is left out at the person's wish, before a list.
    pub(crate) left_out: &'static str,
    /// Name and year of birth; notes; medicines and treatments; habits.
    pub(crate) left_out_parts: [&'static str; 4],
    /// The day of the first score of all.
    pub(crate) first_score: fn(&str) -> String,
    /// The longest gap, days and the date of the first.
    pub(crate) longest_gap: fn(i64, &str) -> String,
    /// How many per cent of so many entries were written down on their own day.
    pub(crate) own_day: fn(&str, usize) -> String,
    /// On which day each entry was written down is not known.
    pub(crate) own_day_unknown: &'static str,
    /// What the person wants from the visit.
    pub(crate) goal: &'static str,
    /// The names of the columns of the answers.
    pub(crate) columns: [&'static str; 2],
    /// What the table of answers shows.
    pub(crate) answers: &'static str,
    /// Nothing of it was recorded.
    pub(crate) not_recorded: &'static str,
    /// How many more there are than a list names.
    pub(crate) and_more: fn(usize) -> String,

    /// The seven questions: where, how bad, how long, how often, at night, the course, what eases.
    pub(crate) questions: [&'static str; 7],
    /// So many days.
    pub(crate) days: fn(usize) -> String,
    /// A mean.
    pub(crate) mean: fn(&str) -> String,
    /// The mean of the highest scores of days.
    pub(crate) mean_highest: fn(&str) -> String,
    /// Of how many days only the worst is known.
    pub(crate) only_worst: fn(usize) -> String,
    /// The worst score and its date.
    pub(crate) worst: fn(&str, usize, &str) -> String,
    /// A score or more on so many of so many days.
    pub(crate) severe: fn(&str, usize, usize) -> String,
    /// Since when, as the person says.
    pub(crate) since: fn(&str) -> String,
    /// So many months ago.
    pub(crate) months: fn(u32) -> String,
    /// So many years ago.
    pub(crate) years: fn(u32) -> String,
    /// The first day of pain on record.
    pub(crate) first_recorded: fn(&str) -> String,
    /// Pain on so many of so many recorded days.
    pub(crate) pain_on: fn(usize, usize) -> String,
    /// There all day on so many, on and off on so many, of so many days that say so.
    pub(crate) all_day: fn(usize, usize, usize) -> String,
    /// The entries of so many weeks, and their pattern.
    pub(crate) pattern: fn(usize, &str) -> String,
    /// That pattern: one time, several times, ongoing, fluctuating.
    pub(crate) courses: [&'static str; 4],
    /// How many flare-ups the person marked, and how many more stretches look like one; one of
    /// the two at least.
    pub(crate) flares: fn(usize, usize) -> String,
    /// Nights are so many points above days, in the mean of so many pairs.
    pub(crate) above_day: fn(&str, usize) -> String,
    /// Nights are so many points below days, in the mean of so many pairs.
    pub(crate) below_day: fn(&str, usize) -> String,
    /// Pain broke so many of so many nights.
    pub(crate) woken: fn(usize, usize) -> String,
    /// The mean of the four weeks up to a date and of the four before.
    pub(crate) four_weeks: fn(&str, &str, &str) -> String,
    /// The four weeks up to a date against the four before.
    pub(crate) against_four_weeks: fn(&str) -> String,
    /// By so many points lower, or higher; what that is.
    pub(crate) lower: fn(&str) -> String,
    /// By so many points higher.
    pub(crate) higher: fn(&str) -> String,
    /// No difference at all.
    pub(crate) the_same: &'static str,
    /// A clear change, a possible one, about the same.
    pub(crate) clarity: [&'static str; 3],
    /// Not enough entries to say; at least so many more days.
    pub(crate) not_enough: fn(usize) -> String,
    /// What the person says of four weeks, on a date.
    pub(crate) own_view: fn(&str, &str) -> String,
    /// Treatments that helped, before a list.
    pub(crate) eased: &'static str,
    /// So many times of so many that say whether it helped.
    pub(crate) times: fn(usize, usize) -> String,
    /// Whether any of it helped was not recorded.
    pub(crate) help_unknown: &'static str,
    /// None of it helped, as far as it was recorded.
    pub(crate) none_helped: &'static str,
    /// No treatment is on record.
    pub(crate) none_tried: &'static str,
    /// What an experiment showed stands further down.
    pub(crate) see_experiment: &'static str,

    /// The heading of what pain gets in the way of.
    pub(crate) function: &'static str,
    /// What pain gets in the way of, where nothing of it was recorded.
    pub(crate) in_way_of: &'static str,
    /// The score of PEG with its date.
    pub(crate) peg: fn(&str, &str) -> String,
    /// The score four weeks before.
    pub(crate) before: fn(&str) -> String,
    /// Less than, about, more than the smallest difference that people notice.
    pub(crate) noticed: [&'static str; 3],
    /// Own activities, before a list: from unable to as before the pain.
    pub(crate) activities: &'static str,
    /// Pain got in the way with a score or more, of so many of so many days; the mean.
    pub(crate) in_the_way: fn(&str, usize, usize, &str) -> String,
    /// Less than so many hours of sleep in so many of so many nights; the mean hours.
    pub(crate) short_nights: fn(&str, usize, usize, &str) -> String,

    /// What the table of measures shows.
    pub(crate) measures: &'static str,
    /// The names of its columns: measure, four weeks before, last four weeks, by week.
    pub(crate) measure_columns: [&'static str; 4],
    /// Its rows with their units: pain by day and at night, nights that pain broke, in the way of
    /// the day, exercise, medicine, sleep, sitting.
    pub(crate) measured: [(&'static str, &'static str); 8],
    /// The unit of an own activity.
    pub(crate) ten_as_before: &'static str,
    /// In place of a mean of too few days.
    pub(crate) too_few: &'static str,
    /// So many weeks, so many of them with too few days; the lowest and the highest.
    pub(crate) weeks: fn(usize, usize, &str, &str) -> String,
    /// So many weeks, all with too few days.
    pub(crate) no_weeks: fn(usize) -> String,

    /// The heading of habits.
    pub(crate) habits: &'static str,
    /// The mean hours of sitting, of so many days.
    pub(crate) sitting: fn(&str, usize) -> String,
    /// So many days of more than so many hours of sitting, and their mean pain.
    pub(crate) long_sitting: fn(&str, usize, &str) -> String,
    /// So many other days and their mean pain.
    pub(crate) other_days: fn(usize, &str) -> String,
    /// That it does not show cause.
    pub(crate) no_cause: &'static str,
    /// Sleep positions by nights, before a list.
    pub(crate) positions: &'static str,
    /// Exercises by days, before a list.
    pub(crate) exercises: &'static str,
    /// So many minutes.
    pub(crate) minutes: fn(&str) -> String,
    /// The mean of stress, of so many days.
    pub(crate) stress: fn(&str, usize) -> String,

    /// What goes with pain, before a list.
    pub(crate) goes_with: &'static str,
    /// What stands between habits of which one goes with pain, and nobody can tell which.
    pub(crate) or: &'static str,
    /// Points about so many.
    pub(crate) about: fn(&str) -> String,
    /// Part of it may be the pain that decides about the habit.
    pub(crate) may_decide: &'static str,
    /// What the ranges are, of so many days with a score since a date.
    pub(crate) adjusted: fn(usize, &str) -> String,
    /// A difference in words, with what was tried.
    pub(crate) with_it: fn(&str, &str) -> String,
    /// No difference that chance alone would not do more often.
    pub(crate) not_told: &'static str,
    /// So many of so many pairs have pain on both sides.
    pub(crate) pairs: fn(usize, usize) -> String,
    /// Which pain an experiment is about, by its id; that of the day is not said.
    pub(crate) outcomes: &'static [(&'static str, &'static str)],

    /// Where the chart is not drawn.
    pub(crate) no_room_for_chart: &'static str,
    /// That the chart shows how days were on the whole, not their worst moments.
    pub(crate) worst_not_drawn: &'static str,
    /// Where what happened is not named on the chart.
    pub(crate) no_room_for_events: &'static str,

    /// An own activity whose name is left out, by its number.
    pub(crate) activity: fn(usize) -> String,
    /// What may have been left out.
    pub(crate) left_out_or_not_recorded: &'static str,

    /// The heading of warning signs.
    pub(crate) signs: &'static str,
    /// Rules that are met, before a list; they are in English, as their sources say them.
    pub(crate) rules_met: fn(&str) -> String,
    /// No rule is met, and what that does not say.
    pub(crate) no_rule_met: fn(&str) -> String,
    /// Emergency, urgent, soon, to discuss.
    pub(crate) urgencies: [&'static str; 4],
    /// It was told on a date.
    pub(crate) told: fn(&str) -> String,
    /// The person said on a date that they will call.
    pub(crate) will_call: fn(&str) -> String,
    /// The person said on a date that a doctor has seen it, and when.
    pub(crate) seen: fn(&str, Option<&str>) -> String,
    /// The person said on a date that it is a mistake.
    pub(crate) mistake: fn(&str) -> String,
    /// Signs that were recorded, before a list.
    pub(crate) recorded: &'static str,
    /// Signs that were asked and denied, before a list.
    pub(crate) denied: &'static str,
    /// Where none was.
    pub(crate) none_denied: &'static str,
    /// What happened, before a list.
    pub(crate) happened: &'static str,
    /// Signs that were not asked, before a list.
    pub(crate) not_asked: &'static str,

    /// The heading of medicines and treatments.
    pub(crate) tried: &'static str,
    /// The names of the columns of its table: days, how often it helped.
    pub(crate) tried_columns: [&'static str; 3],
    /// A medicine without a name.
    pub(crate) medicine: &'static str,
    /// How often it helped, a little, not, made it worse.
    pub(crate) helped: [&'static str; 4],
    /// The heading of facts about the person.
    pub(crate) background: &'static str,
    /// Facts that are so, before a list.
    pub(crate) yes: &'static str,
    /// Facts that are not so, before a list.
    pub(crate) no: &'static str,
    /// What facts of the profile are called.
    pub(crate) facts: &'static [(&'static Field, &'static str)],
    /// The heading of the person's own words.
    pub(crate) own_words: &'static str,
    /// Words in quotation marks.
    pub(crate) quoted: fn(&str) -> String,

    /// What the figures are: sentences.
    pub(crate) definitions: fn(&Limits) -> String,
    /// That no clinician has reviewed the rules, and where they are from.
    pub(crate) not_reviewed: &'static str,
    /// The rules that are met, with their versions.
    pub(crate) versions: fn(&str) -> String,
    /// What the program is for.
    pub(crate) purpose: &'static str,

    /// The heading of the appendix.
    pub(crate) appendix: &'static str,
    /// The heading of its notes.
    pub(crate) all_notes: &'static str,
    /// The heading of its table, and what it shows.
    pub(crate) daily: [&'static str; 2],
    /// The names of its columns: date, day, night, worst, in the way, woken, slept, sat.
    pub(crate) daily_columns: [&'static str; 8],
}

/// The limits that the figures of the page keep to, in words.
pub(crate) struct Limits {
    /// Days that a mean of some days needs, and of how many.
    pub(crate) mean_days: (usize, u64),
    /// The same of a week.
    pub(crate) week_days: (usize, u64),
    /// Points of a clear change, with a tenth.
    pub(crate) clear: String,
    /// Points of a possible change.
    pub(crate) possible: String,
    /// Per cent of a possible change.
    pub(crate) possible_percent: String,
    /// The least score of a flare-up.
    pub(crate) flare: String,
    /// Points of it above the median, and the days of that.
    pub(crate) above_median: (String, u64),
}
