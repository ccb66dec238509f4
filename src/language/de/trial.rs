//! German: an experiment on oneself.

use crate::language::messages::trial::TrialWords;

pub(super) const TRIAL: TrialWords = TrialWords {
    title: |a, b| format!("Versuch: {a} oder {b}"),
    without: |what| format!("ohne {what}"),
    no_title: "Versuch",
    nothing: "Kein beendeter Versuch liegt ganz in diesem Zeitraum",
    under_way: |date| format!("Ein Versuch läuft: was er zeigt, ist ab {date} zu sehen"),
    too_few: "Zu wenige Paare haben auf beiden Seiten einen Schmerzwert",
    recorded: |n, of, pairs| {
        let days = if of == 1 { "Tag" } else { "Tagen" };
        let of_pairs = if pairs == 1 { "Paar" } else { "Paaren" };
        format!("Schmerzwert an {n} von {of} {days}, auf beiden Seiten von {pairs} {of_pairs}")
    },
    less_in: |a, n, of| {
        let pairs = if of == 1 { "Paar" } else { "Paaren" };
        format!("weniger Schmerz mit {a} bei {n} von {of} {pairs}")
    },
    chance: |times| format!("Zufall allein macht so viel 1 Mal von {times}"),
    mostly_chance: "Zufall allein macht so viel öfter als nicht",
    stopped: "vor dem Ende abgebrochen",
    gone_on: "einmal abgebrochen und fortgesetzt: der Zufall kann mehr Anteil haben",
    pain: "Schmerz, 0–10",
    mean: "Mittel",
    difference: |b| format!("gegenüber {b}"),
    reading: "Raute: Mittel; Balken: 95-%-Bereich des Unterschieds, aus allen möglichen Auslosungen",
    drawn: "die Tage wurden ausgelost, und verglichen wie ausgelost",
    said: |name, mean, days| format!("{name}: Mittel {mean}, {days}."),
    said_difference: |difference, range| {
        format!("Unterschied {difference} (95-%-Bereich {range}).")
    },
};
