//! German.

mod groups;
mod habits;
mod moving;
mod report;
mod sites;
mod trial;

use crate::journal::fields::{day, event, exercise, pain, questionnaire, symptom, treatment};
use crate::language::messages::{ChartWords, Dates, DrawingWords, EventWords};
use crate::language::{Language, Words, list};

/// German. The months are those of CLDR: abbreviated, in a date and alone.
pub static GERMAN: Language = Language {
    id: "de",
    decimal_sign: ',',
    plain: &[
        ('ä', "ae"),
        ('ö', "oe"),
        ('ü', "ue"),
        ('Ä', "Ae"),
        ('Ö', "Oe"),
        ('Ü', "Ue"),
        ('ß', "ss"),
    ],
    dates: Dates {
        months: [
            "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
            "Dez.",
        ],
        short_months: [
            "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
        ],
        weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
        short_weekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
        day: |day, month| format!("{day}. {month}"),
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
    day_and_night: |pain| format!("{pain}, tagsüber und nachts"),
    at_night: |pain| format!("{pain}, nachts"),

    sample: "Beispieldaten, niemandes Schmerzen",
    days_scored: |n, of| format!("{n} von {} mit Schmerzwert", of_days(of)),
    highest_of_places: "bei mehreren Stellen der höchste Wert",

    reading_days: |window, needs| {
        format!(
            "Punkte: Tage; Linien: zentrierte {window}-Tage-Mediane, ab {needs} Tagen; \
             0 kein – 10 stärkster Schmerz"
        )
    },
    reading_months: |months| match months {
        1 => "Linien: Monatsmittel; Band: 10. bis 90. Perzentil".into(),
        n => format!("Linien: Mittel über {n} Monate; Band: 10. bis 90. Perzentil"),
    },
    mean_needs: |n| format!("ein Mittel braucht {}", days(n)),
    worst_in_no_line: "^ nur der Höchstwert ist bekannt, in keiner Linie",
    worst_in_no_mean: "Tage, von denen nur der Höchstwert bekannt ist, sind in keinem Mittel",

    pain_score: "Schmerzstärke, 0–10",
    day: "Tag",
    night: "Nacht",
    today: "heute",
    today_at: |time| format!("heute {time}:"),
    last_night: "letzte Nacht",
    worst: "Höchstwert",
    worst_today: "heute: Höchstwert",

    nothing_recorded: "In diesem Zeitraum ist nichts eingetragen",
    no_scores: "In diesem Zeitraum sind keine Schmerzwerte eingetragen",
    no_day_or_night: "In diesem Zeitraum sind keine Werte für Tag oder Nacht eingetragen",

    spread: |it| {
        format!(
            "{}: Median {}, von {} bis {}, zuletzt {}, auf der Skala bis 10.",
            it.name, it.median, it.lowest, it.highest, it.newest
        )
    },
    pain_by_day: "Schmerz am Tag",
    pain_by_night: "Schmerz in der Nacht",
    only_worst: |n, highest| {
        format!("Von {} ist nur der Höchstwert bekannt, höchstens {highest}.", of_days(n))
    },
    longest_gap: |n, from| format!("Längste Zeit ohne Einträge: {} ab dem {from}.", days(n)),
    until: |n, last| format!("an {} bis {last}", of_days(n)),
    warnings: "Warnzeichen",
    events: "Ereignisse",
    and_more: |n| if n == 1 { "und 1 weiteres".into() } else { format!("und {n} weitere") },

    every_day: |pain| format!("{pain}, Tag für Tag"),
    reading_squares: "Zahl: höchster Wert des Tages, gerundet; dunkler: stärker, \
                      0 kein – 10 stärkster Schmerz",
    dot_is_woken: "Punkt: vom Schmerz geweckt",
    frame_is_sign: "roter Rahmen: ein Warnzeichen angegeben",
    slash_is_no_entry: "Strich: kein Eintrag",
    empty_is_no_score: "leer: kein Wert, anderes eingetragen",
    newest_years: |n| format!("nur die letzten {n} Jahre"),
    days_by_score: |counts| {
        let counts = counts.iter().map(|(score, n)| format!("{score} an {}", of_days(*n)));
        format!("Höchster Wert: {}.", counts.collect::<Vec<_>>().join(", "))
    },
    woken_on: |n, of| match of {
        1 => format!("In {n} von 1 Nacht mit Angabe vom Schmerz geweckt."),
        of => format!("In {n} von {of} Nächten mit Angabe vom Schmerz geweckt."),
    },

    by_week: |pain| format!("{pain} nach Wochentag und Tageszeit"),
    by_weekday: "Nach Wochentag",
    by_time: "Nach Tageszeit",
    times_of_day: ["Nacht", "Vormittag", "Nachmittag", "Abend"],
    readings_with_time: |n| match n {
        1 => "1 Wert mit Uhrzeit".into(),
        n => format!("{n} Werte mit Uhrzeit"),
    },
    reading_boxes: |few| {
        format!("Punkt: Median; Kasten: die mittlere Hälfte der Werte; hohl: weniger als {few}")
    },
    weekdays_are_of_days: "Wochentage: Durchschnitt des Tages oder Mittel seiner Werte",
    when_not_why: "zeigt wann, nicht warum",
    worst_left_out: "Tage, von denen nur der Höchstwert bekannt ist, fehlen",
    group: |name, [median, low, high], n| {
        format!("{name} Median {median}, mittlere Hälfte {low} bis {high}, n {n}")
    },
    no_times: "In diesem Zeitraum ist kein Wert mit Uhrzeit eingetragen",

    peg_title: "PEG: Schmerz, Lebensfreude, Aktivität",
    peg_axis: "PEG, 0–10",
    peg_items: ["Schmerz", "Lebensfreude", "Aktivität"],
    times_answered: |n, weeks| {
        let times = if n == 1 { "Antwort" } else { "Antworten" };
        format!("{n} {times} in {weeks} {}", if weeks == 1 { "Woche" } else { "Wochen" })
    },
    reading_peg: "Linie: PEG, das Mittel von drei Antworten zur letzten Woche; weniger ist besser, \
                  0 nicht – 10 am stärksten",
    items_left_out: "einzelne Antworten nur bis zwei Jahre",
    peg_source: "PEG: Krebs und andere 2009",
    answers_joined: |days| {
        format!("schraffiert: nicht beantwortet; Linien bis {days} Tage zwischen zwei Antworten")
    },
    activities_other_way: "eigene Tätigkeiten umgekehrt: 10 wie vor den Schmerzen, 0 unmöglich",
    activities_left_out: |n| match n {
        1 => "1 weitere Tätigkeit fehlt".into(),
        n => format!("{n} weitere Tätigkeiten fehlen"),
    },
    own_rating: "Eigenes Urteil",
    up_is_better: "nach oben: besser",
    ten_as_before: "10: wie vorher",
    no_answers: "In diesem Zeitraum sind die Fragen der Woche nicht beantwortet",
    no_peg: "In diesem Zeitraum ist kein PEG eingetragen",

    exercise: "Bewegung",
    sitting: "Sitzen",
    sleep_position: "Schlaflage",
    medicine: "Medikamente",
    minutes: "min",
    timed_minutes: "notierte min",
    hours: "Stunden",
    hours_a_day: "Stunden/Tag",
    share: "Anteil",
    days: "Tage",
    days_a_month: "Tage/Monat",
    dark_over_hours: |hours| format!("{hours} h; dunkel: mehr"),
    on_days: |n| format!("an {}", of_days(n)),
    // R is the right side, so the back has the letter after it.
    sleep_letters: ['L', 'R', 'S', 'U', 'B', 'W', 'H'],

    event: "Ereignis",
    event_kinds: &[
        EventWords { id: "accident", called: "Unfall", also: &["verunglückt"] },
        EventWords { id: "fall", called: "Sturz", also: &["gestürzt", "gefallen", "hingefallen"] },
        EventWords { id: "injury", called: "Verletzung", also: &["verletzt"] },
        EventWords { id: "heavy-lift", called: "Gehoben", also: &["heben", "verhoben"] },
        EventWords { id: "infection", called: "Infektion", also: &["infekt"] },
        EventWords { id: "procedure", called: "Eingriff", also: &["op", "operation", "operiert"] },
        EventWords { id: "flare", called: "Schmerzschub", also: &["schub"] },
        EventWords { id: "visit", called: "Termin", also: &["besuch"] },
        EventWords { id: "new-chair", called: "Neu", also: &["neue", "neuer", "neues", "neuen"] },
        EventWords { id: "new-bed", called: "Neu", also: &["neue", "neuer", "neues", "neuen"] },
        EventWords { id: "started", called: "Begonnen", also: &["angefangen", "beginn", "start"] },
        EventWords { id: "stopped", called: "Beendet", also: &["aufgehört", "abgesetzt", "ende"] },
    ],
};

const DRAWING: DrawingWords = DrawingWords {
    bands: ["leicht", "mittel", "stark"],
    no_entries: |n| format!("kein Eintrag, {}", days(n)),
    more_marked: |n| format!("und {n} weitere, oben ohne Nummer markiert"),
    earlier_events: |n| match n {
        1 => "und 1 früheres Ereignis".into(),
        n => format!("und {n} frühere Ereignisse"),
    },
    stands_for: |letter, what| format!("{letter} = {what}"),
    page_of: |page, of| format!("Seite {page} von {of}"),
    not_recorded: "nicht eingetragen",
    done: "gemacht",
    done_of_days: |n| format!("an mindestens einem von {n} Tagen gemacht"),
    bar_of_days: |n| format!("von {n} Tagen zeigt ein Balken den Median derer mit einer Menge"),
    not_done: "nicht gemacht",
    only_worst: "nur der Höchstwert ist bekannt",
    highest_of_day: "Zahl: höchster Wert des Tages, gerundet",
    woken: "vom Schmerz geweckt",
    sign_ticked: "Warnzeichen angegeben",
    no_score: "kein Wert, anderes eingetragen",
    median: "Median",
    middle_half: "die mittlere Hälfte",
    number: "n",
    changes: ["besser", "schlechter", "etwa gleich"],
    few: "wenige",
    column_is_a_day: "jede Spalte ist ein Tag",
    columns_are_a_day: |n| format!("{n} Spalten sind ein Tag"),
    column_of_days: |n| format!("jede Spalte ist der Median von {n} Tagen"),
    column_of_about: |n| format!("jede Spalte ist der Median von etwa {n} Tagen"),
};

const WORDS: Words = &[
    (
        &pain::SITE,
        &[
            ("neck", "Nacken"),
            ("shoulders", "Schultern"),
            ("between-shoulders", "zwischen den Schulterblättern"),
            ("upper-back", "oberer Rücken"),
            ("lower-back", "unterer Rücken"),
            ("head", "Kopf"),
            ("jaw", "Kiefer"),
            ("chest", "Brustkorb oder Rippen"),
            ("arm", "Arm"),
            ("hand", "Hand oder Finger"),
            ("hip", "Hüfte oder Gesäß"),
            ("leg", "Bein"),
            ("knee", "Knie"),
            ("foot", "Fuß"),
        ],
    ),
    (
        &pain::SIDE,
        &[("left", "links"), ("right", "rechts"), ("both", "beidseits"), ("middle", "Mitte")],
    ),
    (
        &pain::QUALITY,
        &[
            ("dull", "dumpf"),
            ("sharp", "scharf"),
            ("stabbing", "stechend"),
            ("burning", "brennend"),
            ("throbbing", "pochend"),
            ("stiff", "steif"),
            ("spasm", "krampfartig"),
            ("tingling", "kribbelnd"),
            ("shooting", "einschießend"),
            ("pressing", "drückend"),
        ],
    ),
    (
        &day::SLEEP_POSITION,
        &[
            ("back", "Rücken"),
            ("side", "Seite"),
            ("left", "links"),
            ("right", "rechts"),
            ("front", "Bauch"),
            ("mixed", "wechselnd"),
            ("sitting", "halb sitzend"),
        ],
    ),
    (
        &day::SLEEP_SURFACE,
        &[
            ("soft", "weiches Bett"),
            ("medium", "mittelfestes Bett"),
            ("firm", "festes Bett"),
            ("sofa", "Sofa"),
            ("chair", "Sessel"),
            ("floor", "Boden oder Matte"),
            ("other-bed", "anderes Bett als sonst"),
        ],
    ),
    (
        &day::POSTURE,
        &[("upright", "aufrecht"), ("mixed", "zeitweise krumm"), ("slouched", "krumm")],
    ),
    (
        &day::PATTERN,
        &[
            ("all-day", "den ganzen Tag"),
            ("on-and-off", "mit Unterbrechungen"),
            ("brief", "nur kurz"),
            ("none", "kein Schmerz"),
        ],
    ),
    (
        &day::AFTER_REST,
        &[
            ("better", "nach Ruhe besser"),
            ("same", "nach Ruhe gleich"),
            ("worse", "nach Ruhe schlimmer"),
            ("did-not-rest", "nicht geruht"),
        ],
    ),
    (
        &exercise::EXERCISE,
        &[
            ("neck-tilt", "Kopf zur Seite neigen"),
            ("neck-turn", "Kopf drehen"),
            ("foam-roller", "Faszienrolle"),
            ("back-wheel", "Rückenrad"),
            ("yoga", "Yoga"),
            ("stretching", "Dehnen"),
            ("walk", "Gehen"),
            ("run", "Laufen"),
            ("swim", "Schwimmen"),
            ("bike", "Radfahren"),
            ("strength", "Krafttraining"),
            ("unwind", "Entspannen"),
            ("physio", "Übungen aus der Physiotherapie"),
        ],
    ),
    (
        &treatment::TREATMENT,
        &[
            ("medicine", "Medikament"),
            ("heat", "Wärme"),
            ("cold", "Kälte"),
            ("massage", "Massage"),
            ("press", "Druck auf die schmerzende Stelle"),
            ("chiropractor", "Chiropraktik"),
            ("physiotherapist", "Physiotherapie"),
            ("doctor", "Arztbesuch"),
            ("osteopath", "Osteopathie"),
            ("acupuncture", "Akupunktur"),
            ("injection", "Spritze"),
            ("imaging", "Bildgebung"),
            ("test", "Untersuchung"),
            ("tens", "TENS"),
            ("brace", "Bandage"),
        ],
    ),
    (
        &treatment::HELPED_IT,
        &[
            ("yes", "hat geholfen"),
            ("a-little", "hat etwas geholfen"),
            ("no", "hat nicht geholfen"),
            ("worse", "hat es verschlimmert"),
        ],
    ),
    (
        &questionnaire::CHANGE,
        &[
            ("much-better", "viel besser"),
            ("better", "besser"),
            ("a-little-better", "etwas besser"),
            ("same", "etwa gleich"),
            ("a-little-worse", "etwas schlechter"),
            ("worse", "schlechter"),
            ("much-worse", "viel schlechter"),
        ],
    ),
    (
        &symptom::SYMPTOM,
        &[
            ("saddle-numbness", "Taubheit im Reithosenbereich"),
            ("bladder-bowel", "Probleme mit Blase oder Darm"),
            ("legs-both", "beide Beine betroffen"),
            ("sexual-function", "Gefühlsverlust im Genitalbereich"),
            ("chest-pain", "Brustschmerz"),
            ("chest-tight", "Enge in der Brust oder Atemnot"),
            ("tearing-pain", "plötzlicher reißender Schmerz"),
            ("sudden-headache", "plötzlicher stärkster Kopfschmerz oder verwaschene Sprache"),
            ("stiff-neck-fever", "steifer Nacken mit Fieber"),
            ("fever-unwell", "Fieber oder Unwohlsein"),
            ("weight-loss", "ungewollter Gewichtsverlust"),
            ("lump-shape", "Knoten, Schwellung oder veränderte Form"),
            ("no-rest-relief", "keine Besserung durch Ruhe"),
            ("worse-at-night", "nachts schlimmer"),
            ("strain-pain", "schlimmer beim Husten oder Pressen"),
            ("severe-struggling", "Schlaf oder Alltag kaum zu bewältigen"),
            ("limb-weakness", "Schwäche in Arm, Hand oder Bein"),
            ("clumsy-hands", "ungeschickte Hände"),
            ("unsteady-walking", "unsicherer Gang"),
            ("neck-shock", "Stromschlag die Wirbelsäule hinunter"),
            ("dizzy-neck", "Schwindel bei Bewegung des Nackens"),
            ("arm-tingle", "Kribbeln in einem Arm oder Bein"),
            ("not-controlled", "Schmerzmittel halfen nicht"),
            ("glands-bone", "geschwollene Lymphknoten oder druckschmerzhafter Knochen"),
            ("cannot-cope", "Mühe, zurechtzukommen"),
            ("self-harm", "Gedanken, sich etwas anzutun"),
            ("morning-stiffness", "Steifigkeit am Morgen"),
        ],
    ),
    (
        &event::EVENT,
        &[
            ("accident", "Unfall"),
            ("fall", "Sturz"),
            ("injury", "Verletzung"),
            ("heavy-lift", "schwer gehoben"),
            ("infection", "Infektion"),
            ("procedure", "Operation oder Eingriff"),
            ("flare", "Schmerzschub"),
            ("visit", "Arzt- oder Therapietermin"),
            ("new-chair", "neuer Stuhl oder Schreibtisch"),
            ("new-bed", "neu: Bett, Matratze oder Kissen"),
            ("started", "etwas begonnen"),
            ("stopped", "etwas beendet"),
            ("other", "etwas anderes"),
            ("note", "Notiz"),
        ],
    ),
];

/// Such as "Schmerzen im Nacken und im oberen Rücken".
fn pain_at(sites: &[&str]) -> String {
    let places: Vec<String> = sites.iter().map(|id| place(id)).collect();
    if places.is_empty() {
        "Schmerzen".into()
    } else {
        format!("Schmerzen {}", list(&places, "und"))
    }
}

/// Where something is that is at a site.
fn place(site: &str) -> String {
    let place = match site {
        "neck" => "im Nacken",
        "shoulders" => "in den Schultern",
        "between-shoulders" => "zwischen den Schulterblättern",
        "upper-back" => "im oberen Rücken",
        "lower-back" => "im unteren Rücken",
        "head" => "im Kopf",
        "jaw" => "im Kiefer",
        "chest" => "in Brustkorb oder Rippen",
        "arm" => "im Arm",
        "hand" => "in Hand oder Fingern",
        "hip" => "in Hüfte oder Gesäß",
        "leg" => "im Bein",
        "knee" => "im Knie",
        "foot" => "im Fuß",
        other => return format!("({})", GERMAN.name(&pain::SITE, other)),
    };
    place.into()
}

fn days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tage") }
}

/// The same in the dative, after "von" and "an".
fn of_days(n: usize) -> String {
    if n == 1 { "1 Tag".into() } else { format!("{n} Tagen") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::SITES;

    #[test]
    fn every_site_has_its_place() {
        for site in SITES {
            assert!(!place(site.id).starts_with('('), "{} has no place", site.id);
        }
        let pain = pain_at(&["neck", "shoulders", "upper-back"]);
        assert_eq!(pain, "Schmerzen im Nacken, in den Schultern und im oberen Rücken");
        assert_eq!(pain_at(&[]), "Schmerzen");
    }

    #[test]
    fn days_are_counted() {
        assert_eq!(
            [days(1), of_days(1), days(2), of_days(2)],
            ["1 Tag", "1 Tag", "2 Tage", "2 Tagen"]
        );
    }
}
