//! Which rules stand for which line of the two articles that this journal began with.

/// One line of the articles' lists of warning signs.
#[derive(Debug)]
pub struct SeedItem {
    /// Its list and place: `A1`–`A12` "see a doctor", `B1`–`B12` "see a doctor at once", and
    /// `S1` from the other article.
    pub id: &'static str,
    /// What it is about, in this project's own words.
    pub about: &'static str,
    /// The ids of the rules that stand for it; at least one.
    pub rules: &'static [&'static str],
}

const fn item(id: &'static str, about: &'static str, rules: &'static [&'static str]) -> SeedItem {
    SeedItem { id, about, rules }
}

/// All lines, in order.
pub static SEED_ITEMS: &[SeedItem] = &[
    item(
        "A1",
        "a fall, an injury, a serious accident",
        &["injury-recent", "major-trauma", "fragile-injury"],
    ),
    item("A2", "a heavy lift", &["heavy-lift", "fragile-injury"]),
    item(
        "A3",
        "thin bones, weak immunity, “had cancer”",
        &[
            "risk-profile",
            "cancer-neuro",
            "cancer-pain-pattern",
            "fragile-injury",
            "infection-risk",
        ],
    ),
    item(
        "A4",
        "fever, weight loss, a recent infection",
        &["fever-unwell", "weight-loss", "infection-risk"],
    ),
    item("A5", "under 20 or over 50", &["age-band"]),
    item(
        "A6",
        "numb, weak or tingling legs, genitals or buttocks",
        &["saddle-numbness", "legs-both", "limb-weakness", "arm-tingle", "cancer-neuro"],
    ),
    item("A7", "losing control of pee or poo", &["bladder-bowel"]),
    item("A8", "rest does not help, or nights are worse", &["no-rest-relief", "worse-at-night"]),
    item("A9", "sleep or the day is too hard", &["severe-struggling"]),
    item("A10", "chest pain, or worse on cough, sneeze or poo", &["chest-pain", "strain-pain"]),
    item("A11", "between the shoulders", &["upper-back-site"]),
    item("A12", "unwell, fever, a swollen back", &["fever-unwell", "lump-shape"]),
    item("B1", "chest pain", &["chest-pain"]),
    item("B2", "a high temperature", &["fever-unwell", "meningism"]),
    item("B3", "weight loss that was not meant", &["weight-loss"]),
    item("B4", "numb or tingling buttocks or genitals", &["saddle-numbness"]),
    item("B5", "trouble peeing, or with control", &["bladder-bowel"]),
    item("B6", "the back swollen or of another shape", &["lump-shape"]),
    item("B7", "so bad that sleep or the day is a struggle", &["severe-struggling"]),
    item("B8", "since a serious accident", &["major-trauma"]),
    item("B9", "worse on sneeze, cough or poo", &["strain-pain"]),
    item("B10", "rest does not help", &["no-rest-relief", "constant-progressive"]),
    item("B11", "nights are worse", &["worse-at-night"]),
    item("B12", "between the shoulders", &["upper-back-site"]),
    item("S1", "about six months of pain", &["pain-6-months", "pain-3-months"]),
];
