//! German: pain in groups of days.

use crate::language::messages::groups::{GroupSaid, GroupWords};

pub(super) const GROUPS: GroupWords = GroupWords {
    nights,
    days,
    few: |count| format!("{count}, wenige"),
    range: |low, high| format!("{low} bis {high}"),
    said,
    reading: "Raute: Mittel; Balken: sein 95-%-Bereich, aus neu gezogenen Wochen",
    reading_around: |n| format!("ringsum: der Median der {n} Tage davor und danach"),
    no_cause: "geht miteinander einher; zeigt keine Ursache",
    no_cause_said: "Geht miteinander einher; zeigt keine Ursache.",
    mean_and_range: "Mittel (95-%-Bereich)",
    points: "Punkte weniger oder mehr",
    dot_nights: |n| match n {
        1 => "Punkt: eine Nacht".into(),
        n => format!("Punkt: bis zu {n} Nächte"),
    },
    dot_days: |n| match n {
        1 => "Punkt: ein Tag".into(),
        n => format!("Punkt: bis zu {n} Tage"),
    },

    night_pain_by_position: "Schmerz in der Nacht nach Schlaflage",
    nights_with_position: |n, of| {
        let of = if of == 1 { "1 Nacht".into() } else { format!("{of} Nächten") };
        format!("{n} von {of} mit Lage und Schmerzwert")
    },
    no_nights_with_position: "In diesem Zeitraum hat keine Nacht eine Lage und einen Schmerzwert",
    pain_by_sitting: "Schmerz nach Stunden im Sitzen",
    days_with_sitting: |n, of| {
        let of = if of == 1 { "1 Tag".into() } else { format!("{of} Tagen") };
        format!("{n} von {of} mit Stunden im Sitzen und Schmerzwert")
    },
    no_days_with_sitting: "In diesem Zeitraum hat kein Tag Stunden im Sitzen und einen Schmerzwert",
    nights_after: |n| format!("{} danach", nights(n)),
    hours_under: |hours| format!("unter {hours} h"),
    hours_between: |from, to| format!("{from} bis {to} h"),
    hours_over: |hours| format!("über {hours} h"),
    day_and_night_after: "Schmerz: Tag und Nacht danach, 0–10",
    days_around: "gegenüber den Tagen ringsum",
    both_around: "gegenüber Tagen, Nächten ringsum",

    night_pain: "Schmerz in der Nacht, 0–10",
    nights_around: "gegenüber den Nächten ringsum",
};

fn said(it: &GroupSaid<'_>) -> String {
    let within = |range: &Option<String>| match range {
        Some(range) => format!(" (95-%-Bereich {range})"),
        None => String::new(),
    };
    let mut said = format!("{}: Mittel {}{}, {}", it.name, it.mean, within(&it.range), it.count);
    if let Some(around) = &it.around {
        said.push_str("; ");
        said.push_str(it.against);
        said.push(' ');
        said.push_str(around);
        said.push_str(&within(&it.around_range));
    }
    said.push('.');
    said
}

fn nights(n: usize) -> String {
    if n == 1 { "1 Nacht".into() } else { format!("{n} Nächte") }
}

fn days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tage") }
}
