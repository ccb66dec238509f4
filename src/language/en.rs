//! English. Words of the journal are in English already: here are only those that a chart or a
//! report calls otherwise than a line of the terminal does.

mod groups;
mod habits;
mod moving;
mod report;
mod sites;
mod trial;

use crate::journal::fields::{event, pain};
use crate::language::messages::{ChartWords, Dates, DrawingWords, EventWords};
use crate::language::{Language, Words, list};

const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// English.
pub static ENGLISH: Language = Language {
    id: "en",
    decimal_sign: '.',
    plain: &[],
    dates: Dates {
        months: SHORT_MONTHS,
        short_months: SHORT_MONTHS,
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        short_weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        day: |day, month| format!("{day} {month}"),
    },
    words: WORDS,
    chart: CHART,
    drawing: DRAWING,
    report: report::REPORT,
    moving: moving::MOVING,
    groups: groups::GROUPS,
    sites: sites::SITES,
    trial: trial::TRIAL,
    habits: habits::HABITS,
};

const CHART: ChartWords = ChartWords {
    pain_at,
    day_and_night: |pain| format!("{pain}, day and night"),
    at_night: |pain| format!("{pain} at night"),

    sample: "sample data, nobody’s pain",
    days_scored: |n, of| format!("{n} of {of} {} with a pain score", days(of)),
    highest_of_places: "of several places the highest",

    reading_days: |window, needs| {
        format!(
            "dots: each day; lines: centred {window}-day medians, at least {needs} days; \
             0 none – 10 worst"
        )
    },
    reading_months: |months| match months {
        1 => "lines: monthly means; ribbon: 10th–90th percentile".into(),
        n => format!("lines: means of {n} months; ribbon: 10th–90th percentile"),
    },
    mean_needs: |n| format!("a mean needs {n} {}", days(n)),
    worst_in_no_line: "^ only the worst is known, in no line",
    worst_in_no_mean: "days of which only the worst is known are in no mean",

    pain_score: "Pain score, 0–10",
    day: "day",
    night: "night",
    today: "today",
    today_at: |time| format!("today {time}:"),
    last_night: "last night",
    worst: "worst",
    worst_today: "worst today",

    nothing_recorded: "Nothing recorded in this period",
    no_scores: "No pain scores in this period",
    no_day_or_night: "No day or night scores in this period",

    spread: |it| {
        format!(
            "{}: median {}, from {} to {}, newest {}, of 10.",
            it.name, it.median, it.lowest, it.highest, it.newest
        )
    },
    pain_by_day: "Day pain",
    pain_by_night: "Night pain",
    only_worst: |n, highest| {
        format!("Only the worst is known of {n} {}, at most {highest}.", days(n))
    },
    longest_gap: |n, from| format!("Longest stretch without entries: {n} {} from {from}.", days(n)),
    until: |n, last| format!("on {n} {} to {last}", days(n)),
    warnings: "Warnings",
    events: "Events",
    and_more: |n| format!("and {n} more"),

    every_day: |pain| format!("{pain}, day by day"),
    reading_squares: "number: highest score of the day, rounded; darker: more pain, 0 none – 10 worst",
    dot_is_woken: "dot: woken by pain",
    frame_is_sign: "red frame: a warning sign was ticked",
    slash_is_no_entry: "slash: no entry",
    empty_is_no_score: "empty: no score, other entries",
    newest_years: |n| format!("only the newest {n} years"),
    days_by_score: |counts| {
        let counts = counts.iter().map(|(score, n)| format!("{score} on {n} {}", days(*n)));
        format!("Highest score: {}.", counts.collect::<Vec<_>>().join(", "))
    },
    woken_on: |n, of| {
        let nights = if of == 1 { "night" } else { "nights" };
        format!("Woken by pain in {n} of {of} answered {nights}.")
    },

    by_week: |pain| format!("{pain} by weekday and time of day"),
    by_weekday: "By weekday",
    by_time: "By time of day",
    times_of_day: ["night", "morning", "afternoon", "evening"],
    readings_with_time: |n| {
        format!("{n} {} with a time", if n == 1 { "reading" } else { "readings" })
    },
    reading_boxes: |few| {
        format!("dot: median; box: the middle half of the values; hollow: fewer than {few}")
    },
    weekdays_are_of_days: "weekdays: the day’s average or the mean of its readings",
    when_not_why: "shows when, not why",
    worst_left_out: "days of which only the worst is known are left out",
    group: |name, [median, low, high], n| {
        format!("{name} median {median}, middle half {low} to {high}, n {n}")
    },
    no_times: "No readings with a time in this period",

    peg_title: "PEG: pain, enjoyment of life, general activity",
    peg_axis: "PEG, 0–10",
    peg_items: ["pain", "enjoyment", "activity"],
    times_answered: |n, weeks| {
        let times = if n == 1 { "answer" } else { "answers" };
        format!("{n} {times} in {weeks} {}", if weeks == 1 { "week" } else { "weeks" })
    },
    reading_peg: "line: PEG, the mean of three answers about the past week; less is better, \
                  0 none – 10 worst",
    items_left_out: "single answers only up to two years",
    peg_source: "PEG: Krebs and others 2009",
    answers_joined: |days| {
        format!("hatched: not answered; a line joins answers up to {days} days apart")
    },
    activities_other_way: "activities of your own go the other way round: 10 as before the pain, \
                           0 unable",
    activities_left_out: |n| {
        format!("{n} more {} left out", if n == 1 { "activity" } else { "activities" })
    },
    own_rating: "Own rating",
    up_is_better: "up: better",
    ten_as_before: "10: as before",
    no_answers: "No weekly answers in this period",
    no_peg: "No PEG in this period",

    exercise: "Exercise",
    sitting: "Sitting",
    sleep_position: "Sleep position",
    medicine: "Medicine",
    minutes: "min",
    timed_minutes: "timed min",
    hours: "hours",
    hours_a_day: "hours/day",
    share: "share",
    days: "days",
    days_a_month: "days/month",
    dark_over_hours: |hours| format!("{hours} h; dark: over"),
    on_days: |n| format!("on {n} {}", days(n)),
    sleep_letters: ['L', 'R', 'S', 'B', 'F', 'M', 'H'],

    event: "Event",
    // The other words are those of the journal.
    event_kinds: &[
        EventWords { id: "accident", called: "Accident", also: &[] },
        EventWords { id: "fall", called: "Fall", also: &[] },
        EventWords { id: "injury", called: "Injury", also: &[] },
        EventWords { id: "heavy-lift", called: "Lifting", also: &[] },
        EventWords { id: "infection", called: "Infection", also: &[] },
        EventWords { id: "procedure", called: "Procedure", also: &[] },
        EventWords { id: "flare", called: "Flare-up", also: &[] },
        EventWords { id: "visit", called: "Visit", also: &[] },
        EventWords { id: "new-chair", called: "New", also: &[] },
        EventWords { id: "new-bed", called: "New", also: &[] },
        EventWords { id: "started", called: "Started", also: &[] },
        EventWords { id: "stopped", called: "Stopped", also: &[] },
    ],
};

const DRAWING: DrawingWords = DrawingWords {
    bands: ["mild", "moderate", "severe"],
    no_entries: |n| format!("no entries, {n} {}", days(n)),
    more_marked: |n| format!("and {n} more, marked above without a number"),
    earlier_events: |n| format!("and {n} earlier {}", if n == 1 { "event" } else { "events" }),
    stands_for: |letter, what| format!("{letter} is {what}"),
    page_of: |page, of| format!("Page {page} of {of}"),
    not_recorded: "not recorded",
    done: "done",
    done_of_days: |n| format!("done on at least one of {n} days"),
    bar_of_days: |n| format!("of {n} days, a bar is the median of those with an amount"),
    not_done: "said not to be done",
    only_worst: "only the worst is known",
    highest_of_day: "number: highest score of the day, rounded",
    woken: "woken by pain",
    sign_ticked: "warning sign ticked",
    no_score: "no score, other entries",
    median: "median",
    middle_half: "the middle half",
    number: "n",
    changes: ["better", "worse", "about the same"],
    few: "few",
    column_is_a_day: "each column is one day",
    columns_are_a_day: |n| format!("{n} columns are one day"),
    column_of_days: |n| format!("each column is the median of {n} days"),
    column_of_about: |n| format!("each column is the median of about {n} days"),
};

const WORDS: Words = &[
    (
        &pain::SITE,
        &[
            ("between-shoulders", "between the shoulder blades"),
            ("chest", "chest or ribs"),
            ("hand", "hand or fingers"),
            ("hip", "hip or buttock"),
        ],
    ),
    (&pain::SIDE, &[("both", "both sides"), ("middle", "the middle")]),
    (
        &event::EVENT,
        &[
            ("accident", "an accident"),
            ("fall", "a fall"),
            ("injury", "an injury"),
            ("heavy-lift", "lifting something heavy"),
            ("infection", "an infection"),
            ("procedure", "an operation or procedure"),
            ("flare", "a flare-up began"),
            ("visit", "a visit to a doctor or therapist"),
            ("new-chair", "a new chair or desk"),
            ("new-bed", "a new bed, mattress or pillow"),
            ("started", "started something"),
            ("stopped", "stopped something"),
        ],
    ),
];

/// Such as "neck and upper back pain".
fn pain_at(sites: &[&str]) -> String {
    let names: Vec<String> = sites.iter().map(|id| ENGLISH.name(&pain::SITE, id)).collect();
    if names.is_empty() { "pain".into() } else { format!("{} pain", list(&names, "and")) }
}

fn days(n: usize) -> &'static str {
    if n == 1 { "day" } else { "days" }
}
