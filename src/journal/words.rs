//! The words a person can choose from: sites, exercises, treatments, symptoms, events.

use unicode_normalization::UnicodeNormalization as _;

use crate::journal::field::Answer;

/// One word of a table: an id that never changes, and what else people call it.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// The id, kebab-case, for ever.
    pub id: &'static str,
    /// What it is, in plain words; of a warning sign, the question that asks for it.
    pub means: &'static str,
    /// What it is called in a line; empty where the id reads well with blanks for hyphens.
    pub called: &'static str,
    /// Other spellings that are read as this word.
    pub also: &'static [&'static str],
}

const fn word(id: &'static str, means: &'static str, also: &'static [&'static str]) -> Word {
    Word { id, means, called: "", also }
}

const fn sign(
    id: &'static str,
    called: &'static str,
    means: &'static str,
    also: &'static [&'static str],
) -> Word {
    Word { id, means, called, also }
}

impl Word {
    /// Makes a row of a table.
    pub const fn new(id: &'static str, means: &'static str, also: &'static [&'static str]) -> Self {
        word(id, means, also)
    }

    /// What it is called in a line: `upper back`.
    pub fn name(&self) -> String {
        if self.called.is_empty() { self.id.replace('-', " ") } else { self.called.into() }
    }

    /// Finds the word that `text` means: by its id, its name or another spelling. A start of a
    /// word is not enough: what it means would change with the table.
    pub fn find(table: &'static [Self], text: &str) -> Option<&'static Self> {
        if let Some(word) = table.iter().find(|w| w.id == text) {
            return Some(word);
        }
        let wanted = simplify(text);
        if wanted.is_empty() {
            return None;
        }
        table.iter().find(|w| {
            w.id == wanted || w.also.contains(&wanted.as_str()) || simplify(w.called) == wanted
        })
    }
}

/// Lower case, with spaces and underscores as hyphens.
pub(crate) fn simplify(text: &str) -> String {
    plain(text).replace([' ', '_'], "-")
}

/// Lower case, with one spelling of each letter, so that two machines make the same id of the
/// same word.
pub(super) fn plain(text: &str) -> String {
    text.trim().nfc().collect::<String>().to_lowercase()
}

/// The id that a name of a person's own becomes: with hyphens for what an id has not, and cut to
/// its length; `None` where no letter or digit is left.
pub(crate) fn id_of(name: &str) -> Option<Box<str>> {
    let answer = Answer::OwnWord(&[]);
    let keep = |c: char| if c.is_alphanumeric() || "-./+'".contains(c) { c } else { '-' };
    let hyphened: String = simplify(name).chars().map(keep).collect();
    let words: Vec<&str> = hyphened.split('-').filter(|word| !word.is_empty()).collect();
    let id: String = words.join("-").chars().take(64).collect();
    let id = id.trim_end_matches('-');
    (id.chars().any(char::is_alphanumeric) && answer.read(id).is_ok()).then(|| id.into())
}

/// The candidate nearest to `text` by edits, when near enough to be a slip of the fingers.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = simplify(text);
    let limit = (wanted.chars().count() / 3).clamp(1, 3);
    candidates
        .map(|c| (edits(&wanted, &simplify(c)), c))
        .filter(|(n, _)| *n <= limit)
        .min_by_key(|(n, _)| *n)
        .map(|(_, c)| c)
}

/// Levenshtein distance, counting a swap of neighbours as one (optimal string alignment).
pub(super) fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

/// Where it hurts.
pub static SITES: &[Word] = &[
    word("neck", "neck", &["nape", "cervical"]),
    word("shoulders", "shoulders", &["shoulder", "trapezius"]),
    word(
        "between-shoulders",
        "between the shoulder blades",
        &["shoulder-blades", "interscapular", "between-the-shoulder-blades"],
    ),
    word("upper-back", "upper back", &["thoracic", "mid-back", "middle-back"]),
    word("lower-back", "lower back", &["low-back", "lumbar"]),
    word("head", "head", &["headache"]),
    word("jaw", "jaw", &[]),
    word("chest", "chest or ribs", &["ribs", "rib-cage"]),
    word("arm", "arm", &["elbow", "forearm"]),
    word("hand", "hand or fingers", &["fingers", "wrist"]),
    word("hip", "hip or buttock", &["buttock"]),
    word("leg", "leg", &["thigh", "calf"]),
    word("knee", "knee", &["knees"]),
    word("foot", "foot", &["ankle", "toes"]),
];

/// Which side of the site.
pub static SIDES: &[Word] = &[
    word("left", "left", &["l"]),
    word("right", "right", &["r"]),
    word("both", "both sides", &["b"]),
    word("middle", "the middle", &["centre", "center", "spine"]),
];

/// What it feels like. Own words are taken too.
pub static QUALITIES: &[Word] = &[
    word("dull", "dull", &["aching", "ache"]),
    word("sharp", "sharp", &[]),
    word("stabbing", "stabbing", &["knife-like"]),
    word("burning", "burning", &[]),
    word("throbbing", "throbbing", &["pulsing"]),
    word("stiff", "stiff", &["stiffness"]),
    word("spasm", "spasm or cramp", &["cramp", "cramping"]),
    word("tingling", "tingling", &["pins-and-needles"]),
    word("shooting", "shooting", &["electric", "radiating"]),
    word("pressing", "pressing or tight", &["tight", "pressure"]),
];

/// Exercises of the two articles, and the usual ones. Own exercises are added with `habit`.
pub static EXERCISES: &[Word] = &[
    word("neck-tilt", "neck tilt: ear towards the shoulder, hold", &[]),
    word("neck-turn", "neck turn: turn the head with a level chin, hold", &["neck-rotation"]),
    word("foam-roller", "rolling the upper back on a foam roller", &["roller", "foam-rolling"]),
    word("back-wheel", "lying over a back wheel", &["plexus-wheel", "yoga-wheel"]),
    word("yoga", "yoga", &[]),
    word("stretching", "stretching", &["stretch", "stretches"]),
    word("walk", "walking", &["walking"]),
    word("run", "running", &["running", "jogging"]),
    word("swim", "swimming", &["swimming"]),
    word("bike", "cycling", &["cycling", "cycle"]),
    word("strength", "strength training", &["weights", "gym"]),
    word("unwind", "lying down or unwinding, on purpose", &["relax", "relaxation"]),
    word("physio", "the exercises the physiotherapist gave", &["physio-exercises"]),
];

/// Treatments. A name that is none of these is taken as a medicine.
pub static TREATMENTS: &[Word] = &[
    word("medicine", "a medicine, by the name on its packet", &["pill", "tablet", "painkiller"]),
    word("heat", "heat: hot-water bottle, bath, heat pack", &["hot", "hot-water-bottle"]),
    word("cold", "cold: a wrapped cold pack", &["ice", "cold-pack"]),
    word("massage", "massage", &[]),
    word("press", "pressing on the sore spot", &["trigger-point", "pressure-point"]),
    word("chiropractor", "a visit to a chiropractor", &["chiro"]),
    word("physiotherapist", "a visit to a physiotherapist", &["physio-visit", "pt"]),
    word("doctor", "a visit to a doctor", &["gp"]),
    word("osteopath", "a visit to an osteopath", &[]),
    word("acupuncture", "acupuncture", &[]),
    word("injection", "an injection", &[]),
    word("imaging", "an X-ray, CT or MRI", &["x-ray", "xray", "mri", "ct", "ct-scan", "scan"]),
    word("test", "a blood test, nerve test (EMG) or other test", &["blood-test", "emg"]),
    word("tens", "a TENS machine", &[]),
    word("brace", "a brace, collar or tape", &["collar", "tape"]),
];

/// Warning signs that a person can tick, with the question that asks for each.
pub static SYMPTOMS: &[Word] = &[
    sign(
        "saddle-numbness",
        "saddle numbness",
        "New numbness or tingling round your genitals, buttocks or inner thighs",
        &["numb-bum", "numb-saddle"],
    ),
    sign(
        "bladder-bowel",
        "bladder or bowel trouble",
        "New trouble peeing, or controlling when you pee or poo",
        &["incontinence", "bladder", "bowel"],
    ),
    sign(
        "legs-both",
        "both legs affected",
        "Pain, tingling, weakness or numbness in both legs",
        &["both-legs"],
    ),
    sign(
        "sexual-function",
        "loss of genital feeling",
        "New loss of feeling in the genitals, or of erection, with back pain",
        &["erection-trouble"],
    ),
    sign("chest-pain", "chest pain", "Chest pain together with the back or neck pain", &[]),
    sign(
        "chest-tight",
        "tight chest or breathless",
        "Tight or heavy chest, or pain spreading to arm, jaw or back, with sweating, sickness \
         or breathlessness",
        &["heart", "tight-chest", "breathless", "cardiac-pe", "short-of-breath"],
    ),
    sign(
        "tearing-pain",
        "sudden tearing pain",
        "Sudden severe tearing pain in the chest or upper back",
        &["tearing"],
    ),
    sign(
        "sudden-headache",
        "sudden worst headache or slurred speech",
        "Sudden worst-ever headache, or new one-sided neck or head pain with double vision, \
         slurred speech, a drooping face or a collapse",
        &[
            "thunderclap",
            "worst-headache",
            "thunderclap-neuro",
            "slurred-speech",
            "drooping-face",
            "double-vision",
        ],
    ),
    sign(
        "stiff-neck-fever",
        "stiff neck with fever",
        "Stiff neck with fever and severe headache, a rash that does not fade, or confusion",
        &["meningism"],
    ),
    sign(
        "fever-unwell",
        "fever or unwell",
        "High temperature, chills, or feeling generally unwell",
        &["fever", "high-temperature", "chills", "unwell"],
    ),
    sign("weight-loss", "weight loss", "Losing weight without trying", &["losing-weight"]),
    sign(
        "lump-shape",
        "lump or changed shape",
        "A lump or swelling in the back, or a changed shape",
        &["lump", "swelling"],
    ),
    sign(
        "no-rest-relief",
        "no relief from rest",
        "Pain that does not get better after resting",
        &["no-relief"],
    ),
    sign(
        "worse-at-night",
        "worse at night",
        "Pain that is worse at night or wakes you",
        &["night", "woken"],
    ),
    sign(
        "strain-pain",
        "worse on coughing or straining",
        "Pain worse on coughing, sneezing or straining",
        &["cough", "sneeze"],
    ),
    sign(
        "severe-struggling",
        "struggling to sleep or get through the day",
        "So bad that you struggle to sleep or to get through the day",
        &["struggling"],
    ),
    sign(
        "limb-weakness",
        "weak arm, hand or leg",
        "New or growing weakness in an arm, hand or leg",
        &["weakness", "weak"],
    ),
    sign(
        "clumsy-hands",
        "clumsy hands",
        "Clumsy hands: buttons, keys or writing are hard",
        &["clumsy"],
    ),
    sign(
        "unsteady-walking",
        "unsteady walking",
        "Heavy or unsteady legs when walking",
        &["unsteady"],
    ),
    sign(
        "neck-shock",
        "electric shock down the spine",
        "An electric shock down the spine on bending the neck",
        &["electric-shock"],
    ),
    sign(
        "dizzy-neck",
        "dizzy on moving the neck",
        "Dizziness, blackouts or disturbed sight on moving the neck",
        &["dizzy", "dizziness", "neck-vascular-soft"],
    ),
    sign(
        "arm-tingle",
        "pins and needles in an arm or leg",
        "Pins and needles or numbness in one arm or leg",
        &["numb-arm", "numb-leg", "pins-and-needles"],
    ),
    sign(
        "not-controlled",
        "painkillers did not help",
        "Usual painkillers have not helped",
        &["painkillers-do-not-help"],
    ),
    sign(
        "glands-bone",
        "swollen glands or tender bone",
        "Swollen glands, or tenderness right over the bone",
        &["glands"],
    ),
    sign(
        "cannot-cope",
        "struggling to cope",
        "Worried, or struggling to cope",
        &["struggling-to-cope", "worried"],
    ),
    sign(
        "self-harm",
        "thoughts of self-harm",
        "Thoughts of harming yourself",
        &["suicidal", "suicide"],
    ),
    sign(
        "morning-stiffness",
        "stiff mornings",
        "Stiff for half an hour or more in the morning, easing as you move",
        &[],
    ),
];

/// The event that is a note of the day. Each note is an entry of its own, so that the notes of
/// two machines both stay.
pub const NOTE: &str = "note";

/// Dated things that happened.
pub static EVENTS: &[Word] = &[
    word("accident", "an accident", &["crash", "car-accident", "whiplash"]),
    word("fall", "a fall", &["fell"]),
    word("injury", "an injury", &["sports-injury"]),
    word("heavy-lift", "lifting something heavy", &["lift", "lifted"]),
    word("infection", "an infection", &[]),
    word("procedure", "an operation or procedure", &["surgery", "operation"]),
    word("flare", "a flare-up began", &["flare-up"]),
    word("visit", "a visit to a doctor or therapist", &["appointment"]),
    word("new-chair", "a new chair or desk", &["chair", "desk"]),
    word("new-bed", "a new bed, mattress or pillow", &["bed", "mattress", "pillow"]),
    word("started", "started something", &["start"]),
    word("stopped", "stopped something", &["stop"]),
    word("other", "something else", &[]),
    word(NOTE, "a note, in your own words", &["remark"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_by_id_and_by_other_names_only() {
        let id = |text| Word::find(SITES, text).map(|w| w.id);
        assert_eq!(id("Upper back"), Some("upper-back"));
        assert_eq!(id("lumbar"), Some("lower-back"));
        assert_eq!(id("upp"), None);
        assert_eq!(id(""), None);
    }

    #[test]
    fn a_name_becomes_an_id() {
        for (name, id) in [
            ("caffeine_cups", Some("caffeine-cups")),
            ("Coffee (cups)", Some("coffee-cups")),
            ("carry the shopping", Some("carry-the-shopping")),
            ("Rücken-Übung!", Some("rücken-übung")),
            ("睡眠", Some("睡眠")),
            ("(?)", None),
            ("😀", None),
        ] {
            assert_eq!(id_of(name).as_deref(), id, "{name}");
        }
        assert_eq!(id_of(&"ab-".repeat(100)).map(|id| id.chars().count()), Some(64));
    }

    #[test]
    fn offers_the_nearest_word_only_for_a_slip() {
        let ids = || EXERCISES.iter().map(|w| w.id);
        assert_eq!(nearest("nekc-turn", ids()), Some("neck-turn"));
        assert_eq!(nearest("wlak", ids()), Some("walk"));
        assert_eq!(nearest("skydiving", ids()), None);
    }

    #[test]
    fn no_spelling_means_two_things() {
        for table in [SITES, SIDES, QUALITIES, EXERCISES, TREATMENTS, SYMPTOMS, EVENTS] {
            let mut seen = Vec::new();
            for w in table {
                for name in std::iter::once(&w.id).chain(w.also) {
                    assert!(!seen.contains(name), "{name} stands twice");
                    assert_eq!(*name, simplify(name), "{name} is not kebab-case");
                    seen.push(name);
                }
            }
        }
    }
}
