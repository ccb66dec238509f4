//! German: habits and pain.

use crate::language::list;
use crate::language::messages::habits::{HabitWords, Needs};

pub(super) const HABITS: HabitWords = HabitWords {
    title: "Gewohnheiten und Schmerz",
    recorded: |n, of| match of {
        1 => format!("{n} von 1 Tag mit Schmerzwert"),
        of => format!("{n} von {of} Tagen mit Schmerzwert"),
    },
    by_worst: "nach dem Höchstwert jedes Tages",
    is_due: "`twinge insights` entscheidet neu, was behauptet wird: es ist fällig",
    fields: &[
        ("sleep_position", "Schlaflage", ""),
        ("sleep_surface", "Geschlafen auf", ""),
        ("sleep_hours", "Schlaf", "Stunde"),
        ("sitting_hours", "Sitzen", "Stunde"),
        ("screen_hours", "Bildschirmzeit", "Stunde"),
        ("breaks", "Sitzpausen", "1"),
        ("posture", "Sitzhaltung", ""),
        ("stress", "Stress", "Punkt"),
        ("lifting", "Schweres heben oder tragen", ""),
        ("backpack", "Rucksack tragen", ""),
        ("repetitive", "Immer dieselbe Bewegung", ""),
        ("glasses", "Brille oder Linsen am Bildschirm", ""),
        ("ate_well", "Gut gegessen", ""),
    ],
    each: |unit| format!("je {unit} mehr"),
    days,
    days_of: |n, of| match of {
        1 => format!("{n} von 1 Tag"),
        of => format!("{n} von {of} Tagen"),
    },
    less: "geht mit weniger Schmerz einher",
    more: "geht mit mehr Schmerz einher",
    maybe_less: "vielleicht weniger Schmerz, noch zu früh",
    maybe_more: "vielleicht mehr Schmerz, noch zu früh",
    claimed: "behauptet",
    maybe: "vielleicht (etwa 1 von 7 ist falsch)",
    unclear: "kein klarer Zusammenhang",
    echo: "kein klarer über den eigenen Tag hinaus",
    lacking: "noch nicht genug Einträge",
    needs,
    side_less: "weniger Schmerz",
    side_more: "mehr Schmerz",
    reading: "volle Raute: behauptet; hohle Raute: vielleicht, etwa 1 von 7 ist falsch; \
              Ring: kein klarer Zusammenhang; Balken: 95-%-Bereich",
    compared: "gleiche Wochentage verglichen, Vortag und übrige Gewohnheiten berücksichtigt",
    allowed: "das Urteil berücksichtigt auch, wie viele es sind",
    rivals: |names| {
        format!("{}: meist zusammen, das Tagebuch kann sie nicht trennen", list(names, "und"))
    },
    reactive: |names| {
        format!("{}: an schlechten Tagen entscheidet vielleicht der Schmerz", list(names, "und"))
    },
    said: |name, facts, verdict, said| format!("{name}, {facts}: {verdict}; {said}."),
    by_weeks: |n| match n {
        1 => "Schmerz damit und ohne, jede Woche".into(),
        n => format!("Schmerz damit und ohne, alle {n} Wochen"),
    },
    with: "danach",
    without: "nicht danach",
    with_much: |number, unit| format!("nach {number}{unit} oder mehr"),
    with_less: |number, unit| format!("nach weniger als {number}{unit}"),
    units: |unit| match unit {
        "Stunde" => " Stunden".into(),
        "Punkt" => " Punkten".into(),
        "1" | "" => String::new(),
        other => format!(" {other}"),
    },
    mean_of: |n, mean| format!("{}, Mittel {mean}", days(n)),
    parted: "eine Menge ist in der Mitte der Tage geteilt",
    as_counted: ["Mittel wie eingetragen, nichts berücksichtigt", "nicht der Unterschied oben"],
    dots_and_squares: "Punkte: damit; Quadrate: ohne",
    few: |n| format!("weniger als {}", days(n)),
    small: |few| format!("klein: {few}"),
    none: "kein solcher Tag",
    no_mark: "ohne Zeichen: kein solcher Tag",
    multiple_said: |name, [with, without], more, of| {
        format!("{name}: {with}; {without}; damit höher in {more} von {of} Abschnitten mit beidem.")
    },
    no_scores: "Kein Tag des letzten Jahres hat einen Schmerzwert",
    no_habits: "Neben dem Schmerz ist keine Gewohnheit eingetragen",
};

fn days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tage") }
}

fn needs(needs: &Needs) -> String {
    let more = |n: usize| if n == 1 { "noch 1 Tag".to_string() } else { format!("noch {n} Tage") };
    match needs {
        Needs::Diary(n) => format!("{} Tagebuch", more(*n)),
        Needs::Pain(n) => format!("{} mit Schmerzwert", more(*n)),
        Needs::Recorded(n) => format!("{} mit Angabe dazu", more(*n)),
        Needs::With(n) => format!("{} damit", more(*n)),
        Needs::Without(n) => format!("{} mit Angabe ohne", more(*n)),
        Needs::Other(n, than) => format!("{} mit anderem Wert als {than}", more(*n)),
        Needs::Apart(n, other) => format!("immer mit {other}; {} mit nur einem", more(*n)),
        Needs::OtherPain => "an allen Tagen derselbe Schmerz".into(),
    }
}
