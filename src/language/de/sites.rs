//! German: places of the body.

use crate::language::messages::sites::SiteWords;

pub(super) const SITES: SiteWords = SiteWords {
    where_it_hurts: "Wo es schmerzt",
    days_with_place: |n, of| {
        let of = if of == 1 { "1 Tag".into() } else { format!("{of} Tagen") };
        format!("{n} von {of} mit Schmerzwert haben eine schmerzende Stelle")
    },
    days_without_place: |n| format!("Tage mit Schmerz ohne Angabe der Stelle: {n}"),
    no_places: "In diesem Zeitraum ist keine schmerzende Stelle eingetragen",
    reading: "je dunkler, desto mehr Tage; Mittel: der höchsten Werte dieser Tage",
    reading_sides: "links und rechts wie am eigenen Körper: von vorn gesehen gespiegelt",
    facts: |n, percent, mean| {
        let days = if n == 1 { "1 Tag".into() } else { format!("{n} Tage") };
        format!("{days}, {percent} %, Mittel {mean}")
    },
    on_side: |side, n| format!("{side} {n}"),
    front: "vorn",
    back: "hinten",
    left: "links",
    right: "rechts",
};
