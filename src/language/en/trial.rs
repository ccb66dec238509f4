//! English: an experiment on oneself.

use crate::language::messages::trial::TrialWords;

pub(super) const TRIAL: TrialWords = TrialWords {
    title: |a, b| format!("Experiment: {a} or {b}"),
    without: |what| format!("no {what}"),
    no_title: "Experiment",
    nothing: "No experiment that is over lies wholly in this period",
    under_way: |date| format!("An experiment is under way: what it shows can be seen from {date}"),
    too_few: "Too few pairs have pain on both sides to say anything",
    recorded: |n, of, pairs| {
        let days = if of == 1 { "day" } else { "days" };
        let of_pairs = if pairs == 1 { "pair" } else { "pairs" };
        format!("pain on {n} of {of} {days}, on both sides of {pairs} {of_pairs}")
    },
    less_in: |a, n, of| {
        format!("less pain with {a} in {n} of {of} {}", if of == 1 { "pair" } else { "pairs" })
    },
    chance: |times| format!("chance alone does as much 1 time in {times}"),
    mostly_chance: "chance alone does as much more often than not",
    stopped: "stopped before its end",
    gone_on: "stopped once and gone on with: chance may have a larger part",
    pain: "pain, 0–10",
    mean: "mean",
    difference: |b| format!("against {b}"),
    reading: "diamond: mean; bar: 95 % range of the difference, by all that could have been drawn",
    drawn: "days drawn by chance, and compared as drawn",
    said: |name, mean, days| format!("{name}: mean {mean}, {days}."),
    said_difference: |difference, range| format!("Difference {difference} (95 % range {range})."),
};
