//! Every message that a chart shows and what goes into it. A language says each of them: one that
//! is missing, or takes something else, does not compile, and neither does one that nobody shows.

pub(super) mod groups;
pub(super) mod habits;
pub(super) mod moving;
pub(super) mod report;
pub(super) mod sites;
pub(super) mod trial;

/// How days are written.
pub(crate) struct Dates {
    /// The months in a date, January first.
    pub(super) months: [&'static str; 12],
    /// The months where there is little room: on an axis, beside a panel.
    pub(super) short_months: [&'static str; 12],
    /// The days of the week, Monday first.
    pub(super) weekdays: [&'static str; 7],
    /// The same where there is little room.
    pub(super) short_weekdays: [&'static str; 7],
    /// A day and the name of its month.
    pub(super) day: fn(u32, &str) -> String,
}

/// What a chart says of pain and of days.
pub(crate) struct ChartWords {
    /// Pain at these sites, by their ids; of no site, just pain.
    pub(crate) pain_at: fn(&[&str]) -> String,
    /// That pain, by day and by night.
    pub(crate) day_and_night: fn(&str) -> String,
    /// That pain, by night alone.
    pub(crate) at_night: fn(&str) -> String,

    /// The journal is the sample.
    pub(crate) sample: &'static str,
    /// How many days have a pain score, of how many.
    pub(crate) days_scored: fn(usize, usize) -> String,
    /// Of several places that hurt on one day, the highest score is drawn.
    pub(crate) highest_of_places: &'static str,

    /// How to read dots and lines of single days: medians of so many days, at least so many.
    pub(crate) reading_days: fn(i64, usize) -> String,
    /// How to read lines and ribbon, where a value covers so many months.
    pub(crate) reading_months: fn(u32) -> String,
    /// How many days a mean needs.
    pub(crate) mean_needs: fn(usize) -> String,
    /// Days of which only the worst is known have a caret and are in no line.
    pub(crate) worst_in_no_line: &'static str,
    /// Days of which only the worst is known are in no mean.
    pub(crate) worst_in_no_mean: &'static str,

    /// The axis of scores.
    pub(crate) pain_score: &'static str,
    /// The series of days.
    pub(crate) day: &'static str,
    /// The series of nights.
    pub(crate) night: &'static str,
    /// Before a score of today.
    pub(crate) today: &'static str,
    /// Before a score of a moment of today, with its time.
    pub(crate) today_at: fn(&str) -> String,
    /// Before a score of the night that ended today.
    pub(crate) last_night: &'static str,
    /// Before the worst score of another day.
    pub(crate) worst: &'static str,
    /// Before the worst score of today.
    pub(crate) worst_today: &'static str,

    /// There is nothing at all.
    pub(crate) nothing_recorded: &'static str,
    /// There are no pain scores, but there is something else.
    pub(crate) no_scores: &'static str,
    /// There are pain scores, but none that is drawn.
    pub(crate) no_day_or_night: &'static str,

    /// The spread of a series, a sentence.
    pub(crate) spread: fn(&Spread<'_>) -> String,
    /// What days are called in that sentence.
    pub(crate) pain_by_day: &'static str,
    /// What nights are called in that sentence.
    pub(crate) pain_by_night: &'static str,
    /// Of how many days only the worst is known, and the highest of them, a sentence.
    pub(crate) only_worst: fn(usize, &str) -> String,
    /// The longest stretch without entries: days and the date of the first, a sentence.
    pub(crate) longest_gap: fn(usize, &str) -> String,
    /// On how many days a warning sign was ticked, and the last of them.
    pub(crate) until: fn(usize, &str) -> String,
    /// Before a list of warnings.
    pub(crate) warnings: &'static str,
    /// Before a list of events.
    pub(crate) events: &'static str,
    /// How many more there are than a list names.
    pub(crate) and_more: fn(usize) -> String,

    /// That pain, one square for each day.
    pub(crate) every_day: fn(&str) -> String,
    /// How to read a square.
    pub(crate) reading_squares: &'static str,
    /// A dot in a square.
    pub(crate) dot_is_woken: &'static str,
    /// A red frame around a square.
    pub(crate) frame_is_sign: &'static str,
    /// A slash through a square.
    pub(crate) slash_is_no_entry: &'static str,
    /// An empty square.
    pub(crate) empty_is_no_score: &'static str,
    /// Only so many of the newest years are shown.
    pub(crate) newest_years: fn(i32) -> String,
    /// How many days have which highest score, a sentence.
    pub(crate) days_by_score: fn(&[(u8, usize)]) -> String,
    /// On how many of how many nights the person was woken, a sentence.
    pub(crate) woken_on: fn(usize, usize) -> String,

    /// That pain, by weekday and time of day.
    pub(crate) by_week: fn(&str) -> String,
    /// Days grouped by their weekday.
    pub(crate) by_weekday: &'static str,
    /// Readings grouped by their time.
    pub(crate) by_time: &'static str,
    /// Midnight to 6, to 12, to 18, to midnight.
    pub(crate) times_of_day: [&'static str; 4],
    /// How many readings have a time.
    pub(crate) readings_with_time: fn(usize) -> String,
    /// How to read a box; with fewer values than this it is hollow.
    pub(crate) reading_boxes: fn(usize) -> String,
    /// Weekdays are of whole days, and what a whole day is taken from.
    pub(crate) weekdays_are_of_days: &'static str,
    /// What such a picture cannot say.
    pub(crate) when_not_why: &'static str,
    /// Days of which only the worst is known are not shown.
    pub(crate) worst_left_out: &'static str,
    /// The scores of a group, in a list: its name, median, ends of the middle half, and number.
    pub(crate) group: fn(&str, [&str; 3], usize) -> String,
    /// There is no reading with a time.
    pub(crate) no_times: &'static str,

    /// PEG and what its answers are about.
    pub(crate) peg_title: &'static str,
    /// The axis of PEG.
    pub(crate) peg_axis: &'static str,
    /// What the three answers are about: pain, enjoyment of life, general activity.
    pub(crate) peg_items: [&'static str; 3],
    /// How often the questions were answered in a span of so many weeks.
    pub(crate) times_answered: fn(usize, usize) -> String,
    /// How to read the line of PEG.
    pub(crate) reading_peg: &'static str,
    /// Over years only PEG itself is drawn.
    pub(crate) items_left_out: &'static str,
    /// Who made the questions.
    pub(crate) peg_source: &'static str,
    /// What is hatched, and over how many days a line goes at most.
    pub(crate) answers_joined: fn(i64) -> String,
    /// Activities go the other way.
    pub(crate) activities_other_way: &'static str,
    /// So many activities are left out.
    pub(crate) activities_left_out: fn(usize) -> String,
    /// The strip of the person's own rating of change.
    pub(crate) own_rating: &'static str,
    /// Which way its bars go.
    pub(crate) up_is_better: &'static str,
    /// What an activity's scale is.
    pub(crate) ten_as_before: &'static str,
    /// There are no answers.
    pub(crate) no_answers: &'static str,
    /// There is no PEG, but there are other answers.
    pub(crate) no_peg: &'static str,

    /// The strip of exercise.
    pub(crate) exercise: &'static str,
    /// The strip of sitting.
    pub(crate) sitting: &'static str,
    /// The strip of sleep positions.
    pub(crate) sleep_position: &'static str,
    /// The strip of medicine.
    pub(crate) medicine: &'static str,
    /// The unit of exercise.
    pub(crate) minutes: &'static str,
    /// The unit of exercise where some of it has no minutes.
    pub(crate) timed_minutes: &'static str,
    /// The unit of sitting.
    pub(crate) hours: &'static str,
    /// The same as a mean; what stands before "/" is its unit.
    pub(crate) hours_a_day: &'static str,
    /// The unit of sleep positions where a value covers months.
    pub(crate) share: &'static str,
    /// The unit of days on which something was done.
    pub(crate) days: &'static str,
    /// The same in one month; what stands before "/" is its unit.
    pub(crate) days_a_month: &'static str,
    /// Bars over so many hours are dark.
    pub(crate) dark_over_hours: fn(&str) -> String,
    /// On how many days something was done.
    pub(crate) on_days: fn(usize) -> String,
    /// One letter for each sleep position: left, right, side, back, front, mixed, half sitting.
    pub(crate) sleep_letters: [char; 7],

    /// An event of no other kind.
    pub(crate) event: &'static str,
    /// What is said of an event beside the person's own words, in the order of the journal's table.
    pub(crate) event_kinds: &'static [EventWords],
}

/// What is said of a kind of event beside the person's own words.
pub(crate) struct EventWords {
    /// The id of the kind.
    pub(crate) id: &'static str,
    /// What stands before those words, unless they say the kind already.
    pub(crate) called: &'static str,
    /// Other words of this language that say it, in small letters.
    pub(crate) also: &'static [&'static str],
}

/// What there is to say of a series, scores in words.
pub(crate) struct Spread<'a> {
    /// What the series is called.
    pub(crate) name: &'a str,
    /// The middle score.
    pub(crate) median: String,
    /// The lowest score.
    pub(crate) lowest: String,
    /// The highest score.
    pub(crate) highest: String,
    /// The newest score.
    pub(crate) newest: String,
}

/// What a surface writes beside what a chart says.
pub(crate) struct DrawingWords {
    /// The bands of scores: mild, moderate, severe.
    pub(crate) bands: [&'static str; 3],
    /// A gap of so many days.
    pub(crate) no_entries: fn(usize) -> String,
    /// So many events have no number for want of room.
    pub(crate) more_marked: fn(usize) -> String,
    /// So many events are left out, which were before those that are listed.
    pub(crate) earlier_events: fn(usize) -> String,
    /// What a letter on the drawing stands for.
    pub(crate) stands_for: fn(char, &str) -> String,
    /// The number of a page, and of how many.
    pub(crate) page_of: fn(usize, usize) -> String,
    /// Days without an entry.
    pub(crate) not_recorded: &'static str,
    /// Done, but how much is not known.
    pub(crate) done: &'static str,
    /// Done on at least one of so many days.
    pub(crate) done_of_days: fn(usize) -> String,
    /// Of so many days, what a bar of how much stands for.
    pub(crate) bar_of_days: fn(usize) -> String,
    /// Said not to be done.
    pub(crate) not_done: &'static str,
    /// Days of which only the worst is known.
    pub(crate) only_worst: &'static str,
    /// A number on the calendar of a terminal.
    pub(crate) highest_of_day: &'static str,
    /// Pain woke the person.
    pub(crate) woken: &'static str,
    /// A warning sign was ticked.
    pub(crate) sign_ticked: &'static str,
    /// There is an entry, and no score.
    pub(crate) no_score: &'static str,
    /// Beside medians.
    pub(crate) median: &'static str,
    /// Where the middle half of values lies.
    pub(crate) middle_half: &'static str,
    /// Beside numbers of values.
    pub(crate) number: &'static str,
    /// A rating of change for the better, for the worse, and neither.
    pub(crate) changes: [&'static str; 3],
    /// A group has too few values to say much.
    pub(crate) few: &'static str,
    /// A column of the terminal is a day.
    pub(crate) column_is_a_day: &'static str,
    /// So many columns are a day.
    pub(crate) columns_are_a_day: fn(usize) -> String,
    /// A column is the median of so many days.
    pub(crate) column_of_days: fn(usize) -> String,
    /// A column is the median of about so many days.
    pub(crate) column_of_about: fn(usize) -> String,
}
