//! What can be recorded of a day: habits, and how the pain went with the day.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::Word;

/// How the person lay for most of the night.
pub static SLEEP_POSITIONS: &[Word] = &[
    Word::new("back", "on the back", &["face-up", "supine"]),
    Word::new("side", "on a side", &[]),
    Word::new("left", "on the left side", &["left-side"]),
    Word::new("right", "on the right side", &["right-side"]),
    Word::new("front", "on the front", &["face-down", "stomach", "belly", "prone"]),
    Word::new("mixed", "turning a lot", &["turning", "all"]),
    Word::new("sitting", "half sitting", &["upright"]),
];

/// What the person slept on.
pub static SLEEP_SURFACES: &[Word] = &[
    Word::new("soft", "a soft bed", &["soft-bed"]),
    Word::new("medium", "a medium bed", &["bed"]),
    Word::new("firm", "a firm bed", &["hard"]),
    Word::new("sofa", "a sofa or couch", &["couch"]),
    Word::new("chair", "a chair", &["armchair"]),
    Word::new("floor", "the floor or a mat", &["mat"]),
    Word::new("other-bed", "another bed than usual", &["hotel", "guest-bed"]),
];

/// How the person sat.
pub static POSTURES: &[Word] = &[
    Word::new("upright", "upright, against the backrest", &["straight"]),
    Word::new("mixed", "now and then slouched", &[]),
    Word::new("slouched", "slouched or leaning forward", &["bent", "hunched"]),
];

/// Whether the pain was there all day (clinical pattern question).
pub static PATTERNS: &[Word] = &[
    Word::new("all-day", "there all day", &["constant", "always"]),
    Word::new("on-and-off", "on and off", &["comes-and-goes", "intermittent"]),
    Word::new("brief", "only briefly", &["short"]),
    Word::new("none", "no pain", &[]),
];

/// What a rest did to the pain.
pub static RESTED: &[Word] = &[
    Word::new("better", "better after resting", &[]),
    Word::new("same", "the same after resting", &[]),
    Word::new("worse", "worse after resting", &[]),
    Word::new("did-not-rest", "did not rest", &["no-rest"]),
];

fields! { Day:
    /// Most of the night's position. `None`: not recorded.
    SLEEP_POSITION, "sleep_position", "sleep", Answer::Word(SLEEP_POSITIONS), "how you slept: back, side, left, right, front, mixed", Asked::Daily("How did you sleep (back, side, front …)");
    /// What was slept on.
    SLEEP_SURFACE, "sleep_surface", "surface", Answer::Word(SLEEP_SURFACES), "what you slept on: soft, medium, firm, sofa …", Asked::OnlyWhenSaid;
    /// Hours slept in the night that ended on this day, 0–24.
    SLEEP_HOURS, "sleep_hours", "slept", Answer::Hours, "hours slept", Asked::Daily("How long did you sleep");
    /// How well the person slept, 0 (very badly) – 10 (very well).
    SLEEP_QUALITY, "sleep_quality", "sleep-quality", Answer::Score, "how well you slept, 0-10, 10 is best", Asked::OnlyWhenSaid;
    /// How many times pain woke the person. 0 is "not once".
    WOKEN, "woken", "woken", Answer::Count { max: 50 }, "how many times pain woke you", Asked::Daily("How many times did pain wake you");
    /// Hours sitting, 0–24.
    SITTING_HOURS, "sitting_hours", "sitting", Answer::Hours, "hours sitting", Asked::Daily("How long did you sit");
    /// Hours at a screen, 0–24.
    SCREEN_HOURS, "screen_hours", "screen", Answer::Hours, "hours at a screen", Asked::OnlyWhenSaid;
    /// Breaks from sitting.
    BREAKS, "breaks", "breaks", Answer::Count { max: 200 }, "breaks taken from sitting", Asked::OnlyWhenSaid;
    /// How the person sat.
    POSTURE, "posture", "posture", Answer::Word(POSTURES), "how you sat: upright, mixed, slouched", Asked::OnlyWhenSaid;
    /// Stress, 0–10.
    STRESS, "stress", "stress", Answer::Score, "stress, 0-10", Asked::Daily("Stress");
    /// How much pain got in the way of the day, 0–10.
    INTERFERENCE, "interference", "interference", Answer::Score, "how much pain got in the way, 0-10", Asked::Daily("How much did pain get in the way of your day");
    /// Whether something heavy was lifted.
    LIFTING, "lifting", "lifting", Answer::YesNo, "lifted or carried something heavy", Asked::OnlyWhenSaid;
    /// Whether a backpack was carried.
    BACKPACK, "backpack", "backpack", Answer::YesNo, "carried a backpack", Asked::OnlyWhenSaid;
    /// Whether the same movement was made over and over.
    REPETITIVE, "repetitive", "repetitive", Answer::YesNo, "made the same movement over and over", Asked::OnlyWhenSaid;
    /// Whether spectacles or lenses were worn at the screen.
    GLASSES, "glasses", "glasses", Answer::YesNo, "wore glasses or lenses at the screen", Asked::OnlyWhenSaid;
    /// Whether the person ate well.
    ATE_WELL, "ate_well", "ate-well", Answer::YesNo, "ate well", Asked::OnlyWhenSaid;
    /// Whether pain was there all day.
    PATTERN, "pattern", "pattern", Answer::Word(PATTERNS), "pain all-day, on-and-off, brief", Asked::OnlyWhenSaid;
    /// What resting did.
    AFTER_REST, "after_rest", "after-rest", Answer::Word(RESTED), "after resting: better, same, worse, did-not-rest", Asked::OnlyWhenSaid;
    /// Body weight in kilograms.
    WEIGHT, "weight_kg", "weight", Answer::Amount { min: 20.0, max: 400.0, unit: "kg" }, "body weight in kg", Asked::OnlyWhenSaid;
    /// Body temperature in degrees Celsius.
    TEMPERATURE, "temperature_c", "temperature", Answer::Amount { min: 30.0, max: 45.0, unit: "°C" }, "body temperature in °C", Asked::OnlyWhenSaid;
}
