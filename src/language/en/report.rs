//! The page for the doctor in English.

use crate::journal::fields::profile;
use crate::language::messages::report::{Limits, ReportWords};

pub(super) const REPORT: ReportWords = ReportWords {
    report: "Report",
    prepared: |day| format!("prepared on {day}"),
    born: |year| format!("born {year}"),
    no_record: "Patient-reported diary. Not a medical record or diagnosis.",
    left_out: "Left out by the person",
    left_out_parts: ["name and year of birth", "notes", "medicines and treatments", "habits"],
    first_score: |date| format!("the first on {date}"),
    longest_gap: |n, from| match n {
        1 => format!("longest gap 1 day ({from})"),
        n => format!("longest gap {n} days (from {from})"),
    },
    own_day: |percent, of| {
        let entries = one(of, "entry", "entries");
        format!("{percent} % of {of} {entries} with a known time of writing from their own day")
    },
    own_day_unknown: "when entries were written down is not known",
    goal: "What I want from this visit",
    columns: ["Question", "What the diary says"],
    answers: "Seven questions and what the diary says to them",
    not_recorded: "not recorded",
    and_more: |n| format!("and {n} more"),

    questions: [
        "Where",
        "How bad",
        "How long",
        "How often",
        "At night",
        "Better or worse",
        "What eased it",
    ],
    days,
    mean: |mean| format!("mean {mean}"),
    mean_highest: |mean| format!("mean of each day’s highest {mean}"),
    only_worst: |n| format!("only the worst known on {}, in no mean", days(n)),
    worst: |score, n, last| match n {
        1 => format!("worst {score} on {last}"),
        n => format!("worst {score} on {n} days, last on {last}"),
    },
    severe: |score, n, of| format!("a worst of {score} or more on {n} of {}", days(of)),
    since: |when| format!("since {when}"),
    months: |n| if n == 1 { "1 month".into() } else { format!("{n} months") },
    years: |n| if n == 1 { "1 year".into() } else { format!("{n} years") },
    first_recorded: |date| format!("first day of pain in this diary {date}"),
    pain_on: |n, of| format!("pain by day or night on {n} of {}", days(of)),
    all_day: |all, off, of| {
        format!("there all day on {all}, on and off on {off}, of {} that say so", days(of))
    },
    pattern: |weeks, course| format!("entries of {weeks} weeks: {course}"),
    courses: [
        "one short time with pain",
        "times with pain, months without",
        "ongoing, much the same",
        "going up and down",
    ],
    flares: |marked, by_scores| {
        let flares =
            format!("{marked} {} marked by the person", one(marked, "flare-up", "flare-ups"));
        match (marked, by_scores) {
            (0, n) => {
                format!("{n} {} like a flare-up", one(n, "stretch", "stretches"))
            }
            (_, 0) => flares,
            (_, n) => format!("{flares}, {n} more by the scores"),
        }
    },
    above_day: |points, n| {
        format!("{points} above the day, mean of {n} {}", one(n, "pair", "pairs"))
    },
    below_day: |points, n| {
        format!("{points} below the day, mean of {n} {}", one(n, "pair", "pairs"))
    },
    woken: |n, of| format!("pain broke {n} of {of} {}", one(of, "night", "nights")),
    four_weeks: |last, now, before| {
        format!("mean {now} in the 4 weeks to {last}, {before} in the 4 before")
    },
    against_four_weeks: |last| format!("4 weeks to {last} against the 4 before"),
    lower: |points| format!("{points} lower"),
    higher: |points| format!("{points} higher"),
    the_same: "the same",
    clarity: ["a clear change", "possibly a change", "no clear change"],
    not_enough: |n| {
        format!("not enough entries to say, at least {n} more {}", one(n, "day", "days"))
    },
    own_view: |word, date| format!("own view on {date}: {word}"),
    eased: "helped at least a little, by own answers",
    times: |n, of| format!("{n} of {of} {}", one(of, "time", "times")),
    help_unknown: "whether a treatment helped was not recorded",
    none_helped: "no treatment, by own answers",
    none_tried: "no treatment is on record",
    see_experiment: "what was tried out on days drawn by chance is below",

    function: "Measures and function",
    in_way_of: "What pain gets in the way of",
    peg: |score, date| {
        format!("PEG (pain, enjoyment, activity; 0–10, more is worse) {score} on {date}")
    },
    before: |score| format!("four weeks before {score}"),
    noticed: [
        "less than people usually notice",
        "about the smallest difference that people notice",
        "more than the smallest difference that people notice",
    ],
    activities: "Own activities (0 unable – 10 as before the pain)",
    in_the_way: |score, n, of, mean| {
        format!("In the way, {score} or more of 10, on {n} of {}; mean {mean}", days(of))
    },
    short_nights: |hours, n, of, mean| {
        format!(
            "less than {hours} h of sleep in {n} of {of} {}; mean {mean} h",
            one(of, "night", "nights")
        )
    },

    measures: "Measures: the last four weeks beside the four before, and each week",
    measure_columns: ["Mean of 4 weeks", "before", "last", "by week"],
    measured: [
        ("Pain by day", "0–10"),
        ("Pain at night", "0–10"),
        ("Nights broken", "a week"),
        ("In the way", "0–10"),
        ("Exercise", "days a week"),
        ("Medicine", "days a week"),
        ("Sleep", "h"),
        ("Sitting", "h a day"),
    ],
    ten_as_before: "10 best",
    too_few: "too few",
    weeks: |n, few, lowest, highest| {
        let few = if few > 0 { format!(", {few} with too little") } else { String::new() };
        format!("{n} {}{few}: from {lowest} to {highest}", one(n, "week", "weeks"))
    },
    no_weeks: |n| format!("{n} {} with too little", one(n, "week", "weeks")),

    habits: "Habits, counted",
    sitting: |hours, n| format!("Sitting: mean {hours} h on {}", days(n)),
    long_sitting: |hours, n, mean| format!("mean pain {mean} on {} over {hours} h", days(n)),
    other_days: |n, mean| format!("{mean} on {n} with less"),
    no_cause: "does not show cause",
    positions: "Sleep position, nights",
    exercises: "Exercise",
    minutes: |n| format!("{n} min"),
    stress: |mean, n| format!("Stress: mean {mean} of 10 on {}", days(n)),

    goes_with: "Goes with pain after it",
    or: "or",
    about: |points| format!("about {points}"),
    may_decide: "in part the pain may decide",
    adjusted: |n, since| {
        format!(
            "95 % ranges, adjusted for weekdays, the days before and other habits; {} with a score \
             since {since}",
            days(n)
        )
    },
    with_it: |said, it| format!("with {it} {said}"),
    not_told: "no clear difference",
    pairs: |n, of| format!("{n} of {of} {}", one(of, "pair", "pairs")),
    outcomes: &[
        ("worst", "the day’s worst"),
        ("night", "pain at night"),
        ("morning", "pain on getting up"),
    ],

    no_room_for_chart: "The chart did not fit on this page.",
    worst_not_drawn: "a day’s average is drawn, not its worst",
    no_room_for_events: "events left out",

    activity: |n| format!("activity {n}"),
    left_out_or_not_recorded: "left out or not recorded",

    signs: "Warning signs",
    rules_met: |date| format!("Met on {date}, with the days"),
    no_rule_met: |date| {
        format!("No rule is met on {date}. That says nothing about what was not recorded.")
    },
    urgencies: ["emergency", "urgent", "soon", "to discuss"],
    told: |date| format!("shown to the person on {date}"),
    will_call: |date| format!("the person said on {date} that they will call"),
    seen: |date, when| match when {
        Some(when) => format!("the person said on {date} that a doctor has seen it ({when})"),
        None => format!("the person said on {date} that a doctor has seen it"),
    },
    mistake: |date| format!("the person said on {date} that it is a mistake"),
    recorded: "Recorded",
    denied: "Asked, answered no",
    none_denied: "none",
    happened: "Happened",
    not_asked: "Not asked",

    tried: "Medicines and treatments tried",
    tried_columns: ["Tried", "days", "did it help?"],
    medicine: "a medicine",
    helped: ["helped", "a little", "did not help", "worse"],
    background: "Background",
    yes: "Yes",
    no: "No",
    facts: &[
        (&profile::OSTEOPOROSIS, "osteoporosis"),
        (&profile::WEAK_IMMUNITY, "weakened immune system, HIV or TB"),
        (&profile::HAD_CANCER, "had cancer"),
        (&profile::INFLAMMATORY_ARTHRITIS, "inflammatory arthritis"),
        (&profile::SPINE_SURGERY, "neck or back surgery"),
        (&profile::INJECTED_DRUGS, "injected drugs"),
        (&profile::PREGNANT, "pregnant"),
        (&profile::STEROIDS, "steroids for months"),
        (&profile::BLOOD_THINNERS, "blood thinners"),
        (
            &profile::NSAID_RISK,
            "stomach ulcer, heart, kidney or liver trouble, asthma or high blood pressure",
        ),
        (&profile::TRYING_TO_LOSE, "trying to lose weight"),
        (&profile::MEDICINES, "Medicines taken regularly"),
        (&profile::CONDITIONS, "Other conditions"),
    ],
    own_words: "In the person’s words",
    quoted: |text| format!("“{text}”"),

    definitions: |limits| {
        let Limits { clear, possible, possible_percent, flare, .. } = limits;
        let ((mean, of), (week, of_week)) = (limits.mean_days, limits.week_days);
        let (above, median) = &limits.above_median;
        format!(
            "A day’s pain: its average, else the mean of moments, no worst alone; of several \
             places the highest. What was not recorded is in no figure. Means need {mean} \
             days of {of}, {week} of {of_week}; PEG and activities: the last answers. A change is \
             clear from {clear} points (Farrar 2001), possible from {possible} or \
             {possible_percent} % (Kovacs, Dworkin 2008). PEG: more is worse (Krebs 2009, Reed \
             2024). Pattern: Kongsted 2017. Flare-up: {flare} or more, {above} above the median \
             of {median} days."
        )
    },
    not_reviewed: "Warning signs quote public guidance; no clinician has reviewed the rules.",
    versions: |rules| format!("Rules met, with versions: {rules}."),
    purpose: "twinge is a diary to record and show. It does not diagnose, monitor a disease or \
              recommend treatment.",

    appendix: "Appendix",
    all_notes: "All notes",
    daily: ["Each day", "What was recorded of each day; empty is not recorded"],
    daily_columns: ["Date", "Pain", "Night", "Highest", "In the way", "Woken", "Slept h", "Sat h"],
};

fn days(n: usize) -> String {
    format!("{n} {}", one(n, "day", "days"))
}

fn one(n: usize, one: &'static str, more: &'static str) -> &'static str {
    if n == 1 { one } else { more }
}
