//! The page for the doctor in German.

use crate::journal::fields::profile;
use crate::language::messages::report::{Limits, ReportWords};

pub(super) const REPORT: ReportWords = ReportWords {
    report: "Bericht",
    prepared: |day| format!("erstellt am {day}"),
    born: |year| format!("geboren {year}"),
    no_record: "Eigenes Tagebuch, selbst berichtet. Keine Krankenakte und keine Diagnose.",
    left_out: "Auf Wunsch weggelassen",
    left_out_parts: [
        "Name und Geburtsjahr",
        "Notizen",
        "Medikamente und Behandlungen",
        "Gewohnheiten",
    ],
    first_score: |date| format!("der erste am {date}"),
    longest_gap: |n, from| match n {
        1 => format!("längste Lücke 1 Tag ({from})"),
        n => format!("längste Lücke {n} Tage (ab {from})"),
    },
    own_day: |percent, of| match of {
        1 => format!("{percent} % von 1 Eintrag mit bekannter Schreibzeit am selben Tag notiert"),
        of => format!(
            "{percent} % von {of} Einträgen mit bekannter Schreibzeit am selben Tag notiert"
        ),
    },
    own_day_unknown: "wann notiert wurde, ist nicht bekannt",
    goal: "Was ich von diesem Termin möchte",
    columns: ["Frage", "Was das Tagebuch sagt"],
    answers: "Sieben Fragen und was das Tagebuch dazu sagt",
    not_recorded: "nicht eingetragen",
    and_more: |n| if n == 1 { "und 1 weiteres".into() } else { format!("und {n} weitere") },

    questions: ["Wo", "Wie stark", "Wie lange", "Wie oft", "Nachts", "Verlauf", "Was half"],
    days,
    mean: |mean| format!("Mittel {mean}"),
    mean_highest: |mean| format!("Mittel der höchsten Werte {mean}"),
    only_worst: |n| format!("nur der höchste Wert bekannt an {}, in keinem Mittel", of_days(n)),
    worst: |score, n, last| match n {
        1 => format!("höchster Wert {score} am {last}"),
        n => format!("höchster Wert {score} an {n} Tagen, zuletzt am {last}"),
    },
    severe: |score, n, of| format!("höchster Wert {score} oder mehr an {n} von {}", of_days(of)),
    since: |when| format!("seit {when}"),
    months: |n| if n == 1 { "1 Monat".into() } else { format!("{n} Monate") },
    years: |n| if n == 1 { "1 Jahr".into() } else { format!("{n} Jahre") },
    first_recorded: |date| format!("erster Schmerztag in diesem Tagebuch {date}"),
    pain_on: |n, of| format!("Schmerz bei Tag oder Nacht an {n} von {}", of_days(of)),
    all_day: |all, off, of| {
        format!(
            "den ganzen Tag an {all}, mit Unterbrechungen an {off} von {} mit Angabe",
            of_days(of)
        )
    },
    pattern: |weeks, course| format!("Einträge von {weeks} Wochen: {course}"),
    courses: [
        "eine kurze Zeit mit Schmerz",
        "Zeiten mit Schmerz, Monate ohne",
        "anhaltend, recht gleich",
        "auf und ab",
    ],
    flares: |marked, by_scores| {
        let flares = match marked {
            1 => "1 selbst vermerkter Schmerzschub".into(),
            n => format!("{n} selbst vermerkte Schmerzschübe"),
        };
        match (marked, by_scores) {
            (0, 1) => "1 Zeit wie ein Schmerzschub".into(),
            (0, n) => format!("{n} Zeiten wie ein Schmerzschub"),
            (_, 0) => flares,
            (_, n) => format!("{flares}, {n} weitere nach den Werten"),
        }
    },
    above_day: |points, n| match n {
        1 => format!("{points} über dem Tag, an einem Tag"),
        n => format!("{points} über dem Tag, Mittel aus {n} Paaren"),
    },
    below_day: |points, n| match n {
        1 => format!("{points} unter dem Tag, an einem Tag"),
        n => format!("{points} unter dem Tag, Mittel aus {n} Paaren"),
    },
    woken: |n, of| format!("vom Schmerz geweckt in {n} von {}", of_nights(of)),
    four_weeks: |last, now, before| {
        format!("Mittel {now} in den 4 Wochen bis {last}, {before} in den 4 davor")
    },
    against_four_weeks: |last| format!("4 Wochen bis {last} gegen die 4 davor"),
    lower: |points| format!("{points} niedriger"),
    higher: |points| format!("{points} höher"),
    the_same: "gleich",
    clarity: ["eine deutliche Änderung", "vielleicht eine Änderung", "keine klare Änderung"],
    not_enough: |n| {
        format!("zu wenige Einträge für eine Aussage, es fehlen mindestens {}", days(n))
    },
    own_view: |word, date| format!("eigene Sicht am {date}: {word}"),
    eased: "nach eigener Angabe half wenigstens etwas",
    times: |n, of| format!("{n} von {of} {}", if of == 1 { "Mal" } else { "Malen" }),
    help_unknown: "ob eine Behandlung half, ist nicht eingetragen",
    none_helped: "nach eigener Angabe keine Behandlung",
    none_tried: "keine Behandlung ist eingetragen",
    see_experiment: "was an ausgelosten Tagen versucht wurde, steht unten",

    function: "Messwerte und Alltag",
    in_way_of: "Wobei der Schmerz stört",
    peg: |score, date| {
        format!(
            "PEG (Schmerz, Lebensfreude, Aktivität; 0–10, mehr ist schlechter) {score} am {date}"
        )
    },
    before: |score| format!("vier Wochen davor {score}"),
    noticed: [
        "weniger, als man gewöhnlich bemerkt",
        "etwa der kleinste Unterschied, den man bemerkt",
        "mehr als der kleinste Unterschied, den man bemerkt",
    ],
    activities: "Eigene Tätigkeiten (0 geht nicht – 10 wie vor dem Schmerz)",
    in_the_way: |score, n, of, mean| {
        format!(
            "Schmerz störte mit {score} oder mehr von 10 an {n} von {}; Mittel {mean}",
            of_days(of)
        )
    },
    short_nights: |hours, n, of, mean| {
        format!("weniger als {hours} h Schlaf in {n} von {}; Mittel {mean} h", of_nights(of))
    },

    measures: "Messwerte: die letzten vier Wochen neben den vier davor, und jede Woche",
    measure_columns: ["Mittel von 4 Wochen", "davor", "letzte", "je Woche"],
    measured: [
        ("Schmerz am Tag", "0–10"),
        ("Schmerz nachts", "0–10"),
        ("Gestörte Nächte", "pro Woche"),
        ("Im Weg", "0–10"),
        ("Bewegung", "Tage/Woche"),
        ("Medikamente", "Tage/Woche"),
        ("Schlaf", "h"),
        ("Sitzen", "h am Tag"),
    ],
    ten_as_before: "10 am besten",
    too_few: "zu wenige",
    weeks: |n, few, lowest, highest| {
        let few = if few > 0 { format!(", {few} mit zu wenig") } else { String::new() };
        format!("{}{few}: von {lowest} bis {highest}", weeks(n))
    },
    no_weeks: |n| format!("{} mit zu wenig", weeks(n)),

    habits: "Gewohnheiten, gezählt",
    sitting: |hours, n| format!("Sitzen: Mittel {hours} h an {}", of_days(n)),
    long_sitting: |hours, n, mean| {
        format!("mittlerer Schmerz {mean} an {} über {hours} h", of_days(n))
    },
    other_days: |n, mean| format!("{mean} an {n} mit weniger"),
    no_cause: "zeigt keine Ursache",
    positions: "Schlaflage, Nächte",
    exercises: "Bewegung",
    minutes: |n| format!("{n} min"),
    stress: |mean, n| format!("Stress: Mittel {mean} von 10 an {}", of_days(n)),

    goes_with: "Geht mit Schmerz danach einher",
    or: "oder",
    about: |points| format!("etwa {points}"),
    may_decide: "zum Teil entscheidet vielleicht der Schmerz",
    adjusted: |n, since| {
        format!(
            "95-%-Bereiche, Wochentage, Vortage und andere Gewohnheiten berücksichtigt; {} mit \
             Schmerzwert seit {since}",
            days(n)
        )
    },
    with_it: |said, it| format!("mit {it} {said}"),
    not_told: "kein klarer Unterschied",
    pairs: |n, of| format!("{n} von {of} {}", if of == 1 { "Paar" } else { "Paaren" }),
    outcomes: &[
        ("worst", "das Schlimmste des Tages"),
        ("night", "Schmerz in der Nacht"),
        ("morning", "Schmerz beim Aufstehen"),
    ],

    no_room_for_chart: "Die Zeichnung passte nicht auf diese Seite.",
    worst_not_drawn: "gezeichnet ist der Durchschnitt eines Tages, nicht sein höchster Wert",
    no_room_for_events: "ohne Ereignisse",

    activity: |n| format!("Tätigkeit {n}"),
    left_out_or_not_recorded: "weggelassen oder nicht eingetragen",

    signs: "Warnzeichen",
    rules_met: |date| format!("Erfüllt am {date}, mit den Tagen (Wortlaut englisch)"),
    no_rule_met: |date| {
        format!(
            "Am {date} ist keine Regel erfüllt. Das sagt nichts über das, was nicht eingetragen ist."
        )
    },
    urgencies: ["Notfall", "dringend", "bald", "zu besprechen"],
    told: |date| format!("der Person gezeigt am {date}"),
    will_call: |date| format!("am {date} gesagt: ruft an"),
    seen: |date, when| match when {
        Some(when) => format!("am {date} gesagt: ärztlich angesehen ({when})"),
        None => format!("am {date} gesagt: ärztlich angesehen"),
    },
    mistake: |date| format!("am {date} gesagt: ein Irrtum"),
    recorded: "Eingetragen",
    denied: "Gefragt, nein",
    none_denied: "keines",
    happened: "Vorgefallen",
    not_asked: "Nicht gefragt",

    tried: "Medikamente und Behandlungen",
    tried_columns: ["Versucht", "Tage", "half es?"],
    medicine: "ein Medikament",
    helped: ["half", "etwas", "half nicht", "schlimmer"],
    background: "Hintergrund",
    yes: "Ja",
    no: "Nein",
    facts: &[
        (&profile::OSTEOPOROSIS, "Osteoporose"),
        (&profile::WEAK_IMMUNITY, "geschwächtes Immunsystem, HIV oder Tuberkulose"),
        (&profile::HAD_CANCER, "Krebs gehabt"),
        (&profile::INFLAMMATORY_ARTHRITIS, "entzündliches Rheuma"),
        (&profile::SPINE_SURGERY, "Operation an Hals oder Rücken"),
        (&profile::INJECTED_DRUGS, "gespritzte Drogen"),
        (&profile::PREGNANT, "schwanger"),
        (&profile::STEROIDS, "Kortison über Monate"),
        (&profile::BLOOD_THINNERS, "Blutverdünner"),
        (
            &profile::NSAID_RISK,
            "Magengeschwür, Erkrankung von Herz, Nieren oder Leber, Asthma oder Bluthochdruck",
        ),
        (&profile::TRYING_TO_LOSE, "will abnehmen"),
        (&profile::MEDICINES, "Regelmäßige Medikamente"),
        (&profile::CONDITIONS, "Andere Erkrankungen"),
    ],
    own_words: "In eigenen Worten",
    quoted: |text| format!("„{text}“"),

    definitions: |limits| {
        let Limits { clear, possible, possible_percent, flare, .. } = limits;
        let ((mean, of), (week, of_week)) = (limits.mean_days, limits.week_days);
        let (above, median) = &limits.above_median;
        format!(
            "Schmerz eines Tages: der Durchschnitt, sonst das Mittel der Augenblicke, kein \
             höchster Wert allein; bei mehreren Stellen der höchste. Was nicht \
             eingetragen ist, zählt nirgends. Mittel brauchen {mean} von {of} Tagen, {week} von \
             {of_week}; PEG und Tätigkeiten: die letzten Antworten. Verlauf deutlich ab {clear} \
             Punkten (Farrar 2001), vielleicht ab {possible} oder {possible_percent} % (Kovacs, \
             Dworkin 2008). PEG: mehr ist schlechter (Krebs 2009, Reed 2024). Muster: Kongsted \
             2017. Schub: {flare} oder mehr, {above} über dem Median von {median} Tagen."
        )
    },
    not_reviewed: "Warnzeichen zitieren öffentliche Leitlinien; die Regeln hat noch niemand \
                   ärztlich geprüft.",
    versions: |rules| format!("Erfüllte Regeln mit Fassung: {rules}."),
    purpose: "twinge ist ein Tagebuch zum Festhalten und Zeigen: keine Diagnose, keine \
              Überwachung, keine Empfehlung.",

    appendix: "Anhang",
    all_notes: "Alle Notizen",
    daily: ["Jeder Tag", "Was von jedem Tag eingetragen ist; leer ist nicht eingetragen"],
    daily_columns: [
        "Datum",
        "Schmerz",
        "Nacht",
        "Höchster",
        "Störte",
        "Geweckt",
        "Schlaf h",
        "Sitzen h",
    ],
};

fn weeks(n: usize) -> String {
    if n == 1 { "1 Woche".into() } else { format!("{n} Wochen") }
}

fn days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tage") }
}

fn of_days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tagen") }
}

fn of_nights(n: usize) -> String {
    if n == 1 { "1 Nacht".into() } else { format!("{n} Nächten") }
}
