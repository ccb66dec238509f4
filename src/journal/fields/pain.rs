//! What can be recorded of pain: scores of a moment or a day, at one site.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::{QUALITIES, SIDES, SITES};

fields! { Pain:
    /// Pain at one moment, 0–10 (NRS-11). `None`: not asked.
    NOW, "now", "", Answer::Score, "pain at that moment, 0-10", Asked::Daily("Pain right now");
    /// The day's worst pain, 0–10.
    WORST, "worst", "worst", Answer::Score, "worst pain of the day, 0-10", Asked::Daily("Worst pain of the day");
    /// The day's average pain, 0–10.
    AVERAGE, "average", "average", Answer::Score, "average pain of the day, 0-10", Asked::OnlyWhenSaid;
    /// Pain in the night that ended on this day, 0–10.
    NIGHT, "night", "night", Answer::Score, "pain last night, 0-10", Asked::Daily("Pain in the night before");
    /// Pain on getting up, 0–10.
    MORNING, "morning", "morning", Answer::Score, "pain on getting up, 0-10", Asked::OnlyWhenSaid;
    /// Where it hurts. `None`: not said.
    SITE, "site", "site", Answer::Word(SITES), "where it hurts, like neck or upper-back:left", Asked::OnlyWhenSaid;
    /// Which side of the site. `None`: not said.
    SIDE, "side", "side", Answer::Word(SIDES), "which side: left, right, both, middle", Asked::OnlyWhenSaid;
    /// What it feels like.
    QUALITY, "quality", "quality", Answer::OwnWord(QUALITIES), "what it feels like: dull, sharp, burning …", Asked::OnlyWhenSaid;
    /// When it was felt, local time. `None` for a score of the whole day.
    TIME, "time", "at", Answer::Time, "time of day it was felt, like 14:30", Asked::OnlyWhenSaid;
}

/// The scores that are of a day, not of a moment: one of each a day and site.
pub static OF_A_DAY: &[&Field] = &[&WORST, &AVERAGE, &NIGHT, &MORNING];

/// All scores.
pub static SCORES: &[&Field] = &[&NOW, &WORST, &AVERAGE, &NIGHT, &MORNING];
