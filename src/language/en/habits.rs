//! English: habits and pain.

use crate::language::list;
use crate::language::messages::habits::{HabitWords, Needs};

pub(super) const HABITS: HabitWords = HabitWords {
    title: "Habits and pain",
    recorded: |n, of| format!("{n} of {} with a pain score", days(of)),
    by_worst: "by the worst of each day",
    is_due: "`twinge insights` is due to decide anew what is claimed",
    fields: &[
        ("sleep_position", "Sleep position", ""),
        ("sleep_surface", "Slept on", ""),
        ("sleep_hours", "Sleep", "hour"),
        ("sitting_hours", "Sitting", "hour"),
        ("screen_hours", "Screen time", "hour"),
        ("breaks", "Breaks from sitting", "1"),
        ("posture", "Sitting posture", ""),
        ("stress", "Stress", "point"),
        ("lifting", "Lifting or carrying something heavy", ""),
        ("backpack", "Carrying a backpack", ""),
        ("repetitive", "The same movement over and over", ""),
        ("glasses", "Glasses or lenses at the screen", ""),
        ("ate_well", "Eating well", ""),
    ],
    each: |unit| format!("each {unit} more"),
    days,
    days_of: |n, of| format!("{n} of {}", days(of)),
    less: "goes with less pain",
    more: "goes with more pain",
    maybe_less: "maybe less pain, too early to say",
    maybe_more: "maybe more pain, too early to say",
    claimed: "claimed",
    maybe: "maybe (about 1 in 7 such is wrong)",
    unclear: "no clear link",
    echo: "no clear link beyond its own day",
    lacking: "not enough entries yet",
    needs,
    side_less: "lower pain",
    side_more: "higher pain",
    reading: "full diamond: claimed; hollow diamond: maybe, about 1 in 7 such is wrong; \
              ring: no clear link; bar: 95 % range",
    compared: "like weekdays compared, the day before and the other habits allowed for",
    allowed: "what is said also allows for how many habits there are",
    rivals: |names| format!("{}: mostly together, your diary can't tell which", list(names, "and")),
    reactive: |names| {
        format!("{}: on bad days the pain may decide about it, in part", list(names, "and"))
    },
    said: |name, facts, verdict, said| format!("{name}, {facts}: {verdict}; {said}."),
    by_weeks: |n| match n {
        1 => "Pain with and without it, each week".into(),
        n => format!("Pain with and without it, every {n} weeks"),
    },
    with: "after it",
    without: "not after it",
    with_much: |number, unit| format!("after {number}{unit} or more"),
    with_less: |number, unit| format!("after less than {number}{unit}"),
    units: |unit| match unit {
        "hour" => " hours".into(),
        "point" => " points".into(),
        "1" | "" => String::new(),
        other => format!(" {other}"),
    },
    mean_of: |n, mean| format!("{}, mean {mean}", days(n)),
    parted: "an amount is parted at the middle of your days",
    as_counted: ["means as recorded, nothing allowed for", "not the effect above"],
    dots_and_squares: "dots: with it; squares: without",
    few: |n| format!("fewer than {}", days(n)),
    small: |few| format!("small: {few}"),
    none: "no such day",
    no_mark: "no mark: no such day",
    multiple_said: |name, [with, without], more, of| {
        format!(
            "{name}: {with}; {without}; higher with it in {more} of {of} stretches that have both."
        )
    },
    no_scores: "No day of the last year has a pain score",
    no_habits: "No habit is recorded beside pain",
};

fn days(n: usize) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}

fn needs(needs: &Needs) -> String {
    let more = |n: usize| if n == 1 { "1 more day".to_string() } else { format!("{n} more days") };
    match needs {
        Needs::Diary(n) => format!("{} of diary", more(*n)),
        Needs::Pain(n) => format!("{} with a pain score", more(*n)),
        Needs::Recorded(n) => format!("{} with it recorded", more(*n)),
        Needs::With(n) => format!("{} with it", more(*n)),
        Needs::Without(n) => format!("{} recorded without it", more(*n)),
        Needs::Other(n, than) => format!("{} with other than {than}", more(*n)),
        Needs::Apart(n, other) => format!("always with {other}; {} with one alone", more(*n)),
        Needs::OtherPain => "pain was the same on all days".into(),
    }
}
