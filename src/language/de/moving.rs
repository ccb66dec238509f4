//! German: exercise.

use crate::language::messages::moving::{ExerciseSaid, LastDays, MovingWords};

pub(super) const MOVING: MovingWords = MovingWords {
    title: "Bewegung und Schmerz",
    days_with: |n, of| format!("Bewegung an {n} von {} mit Eintrag", of_days(of)),
    of_last: |last, n, of| {
        let last = match last {
            LastDays::Counted(last) => format!("letzte {last} Tage"),
            LastDays::Since(day) => format!("seit {day}"),
        };
        format!("{last}: {n} von {of} mit Eintrag")
    },
    reading_days: "Balken: Minuten; Marke: gemacht, ohne Minuten; Strich: nicht gemacht; \
                   leer: nichts gesagt",
    reading_months: "Balken: Tage, an denen es gemacht wurde",
    reading_weeks: "Tage pro Woche: dunkel mit Bewegung, hell andere Tage mit Eintrag",
    reading_of_months: "alle: dunkel Tage mit Bewegung, hell andere Tage mit Eintrag",
    left_out: |n| match n {
        1 => "1 weitere Übung fehlt".into(),
        n => format!("{n} weitere Übungen fehlen"),
    },
    any: "Alle zusammen",
    days_a_week: "Tage/Woche",
    days_and_last: |n, last, in_last| match last {
        LastDays::Counted(last) => format!("{}, letzte {last}: {in_last}", days(n)),
        LastDays::Since(day) => format!("{}, seit {day}: {in_last}", days(n)),
    },
    median_minutes: |minutes| format!("Median {minutes} min"),
    mostly: |dose| format!("meist {dose}"),
    sets: |n| if n == 1 { "1 Satz".into() } else { format!("{n} Sätze") },
    reps: |n| format!("{n}-mal"),
    nothing: "In diesem Zeitraum ist keine Bewegung eingetragen",
    said,
    newest_weeks: |weeks| {
        let weeks = weeks.iter().map(|(n, of)| format!("{n} von {of}"));
        let weeks = weeks.collect::<Vec<_>>().join(", ");
        format!("Tage mit Bewegung von Tagen mit Eintrag, je Woche, die neueste zuletzt: {weeks}.")
    },
};

fn said(it: &ExerciseSaid<'_>) -> String {
    let (in_last, last) = it.of_last;
    let n_days = of_days(it.n_days);
    let in_last = match last {
        LastDays::Counted(last) => format!("an {in_last} der letzten {last}"),
        LastDays::Since(day) => format!("seit {day} an {in_last}"),
    };
    let mut said = format!("{}: gemacht an {n_days}, {in_last}", it.name);
    if it.n_not_done > 0 {
        said.push_str(", nicht gemacht an ");
        said.push_str(&of_days(it.n_not_done));
    }
    if !it.dose.is_empty() {
        said.push_str("; ");
        said.push_str(it.dose);
    }
    said.push('.');
    said
}

fn days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tage") }
}

/// The same in the dative, after "von" and "an".
fn of_days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tagen") }
}
