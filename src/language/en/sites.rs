//! English: places of the body.

use crate::language::messages::sites::SiteWords;

pub(super) const SITES: SiteWords = SiteWords {
    where_it_hurts: "Where it hurts",
    days_with_place: |n, of| format!("{n} of {} with a score have a place that hurts", days(of)),
    days_without_place: |n| format!("days of pain recorded without a place: {n}"),
    no_places: "No place recorded as hurting in this period",
    reading: "the darker, the more days; mean: of the highest score of each of them",
    reading_sides: "left and right are the person’s own: from the front they are mirrored",
    facts: |n, percent, mean| format!("{}, {percent} %, mean {mean}", days(n)),
    on_side: |side, n| format!("{side} {n}"),
    front: "front",
    back: "back",
    left: "left",
    right: "right",
};

fn days(n: usize) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}
