//! English: exercise.

use crate::language::messages::moving::{ExerciseSaid, LastDays, MovingWords};

pub(super) const MOVING: MovingWords = MovingWords {
    title: "Exercise and pain",
    days_with: |n, of| format!("exercise on {n} of {} with an entry", days(of)),
    of_last: |last, n, of| {
        let last = match last {
            LastDays::Counted(last) => format!("last {last} days"),
            LastDays::Since(day) => format!("since {day}"),
        };
        format!("{last}: {n} of {of} with an entry")
    },
    reading_days: "bar: minutes; mark: done, no minutes; dash: said not to be done; \
                   empty: nothing said",
    reading_months: "bars: days on which it was done",
    reading_weeks: "days a week: dark with exercise, light other days with an entry",
    reading_of_months: "all: dark days with exercise, light other days with an entry",
    left_out: |n| format!("{n} more {} left out", if n == 1 { "exercise" } else { "exercises" }),
    any: "Any exercise",
    days_a_week: "days/week",
    days_and_last: |n, last, in_last| match last {
        LastDays::Counted(last) => format!("{}, last {last}: {in_last}", days(n)),
        LastDays::Since(day) => format!("{}, since {day}: {in_last}", days(n)),
    },
    median_minutes: |minutes| format!("median {minutes} min"),
    mostly: |dose| format!("mostly {dose}"),
    sets: |n| if n == 1 { "1 set".into() } else { format!("{n} sets") },
    reps: |n| if n == 1 { "1 rep".into() } else { format!("{n} reps") },
    nothing: "No exercise recorded in this period",
    said,
    newest_weeks: |weeks| {
        let weeks = weeks.iter().map(|(n, of)| format!("{n} of {of}"));
        let weeks = weeks.collect::<Vec<_>>().join(", ");
        format!("Days with exercise of days with an entry, by week, the newest last: {weeks}.")
    },
};

fn said(it: &ExerciseSaid<'_>) -> String {
    let (in_last, last) = it.of_last;
    let in_last = match last {
        LastDays::Counted(last) => format!("{in_last} of the last {last}"),
        LastDays::Since(day) => format!("{in_last} since {day}"),
    };
    let mut said = format!("{}: done on {}, {in_last}", it.name, days(it.n_days));
    if it.n_not_done > 0 {
        said.push_str(", said not to be done on ");
        said.push_str(&days(it.n_not_done));
    }
    if !it.dose.is_empty() {
        said.push_str("; ");
        said.push_str(it.dose);
    }
    said.push('.');
    said
}

fn days(n: usize) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}
