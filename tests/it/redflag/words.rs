//! What may not be said: a disease's name, a judgement, a dose; in every text that a person sees.

use twinge::journal::SYMPTOMS;
use twinge::redflag::advice::CANNOT_JUDGE;
use twinge::redflag::help_lines::{HELP_LINES, HelpLines};
use twinge::redflag::page::markdown;
use twinge::redflag::seeds::SEED_ITEMS;
use twinge::redflag::tick::TICKS;
use twinge::redflag::together::{Group, SAYS, SOURCES};
use twinge::redflag::{CLOSING, RULES, Source, Urgency};

/// Names of diseases, or what they begin with: nothing that is shown may name one, but for what
/// the person recorded, in quotation marks.
const DISEASES: &[&str] = &[
    "abscess",
    "aneurysm",
    "angina",
    "arthritis",
    "cancer",
    "cauda",
    "cord compression",
    "discitis",
    "dissection",
    "embol",
    "encephal",
    "fibromyalg",
    "fractur",
    "heart attack",
    "hernia",
    "infarct",
    "leukaemia",
    "lymphoma",
    "malignan",
    "meningi",
    "metasta",
    "migraine",
    "myeloma",
    "myelopath",
    "osteomyel",
    "osteopor",
    "pneumon",
    "prolapse",
    "radiculopath",
    "sclerosis",
    "sepsis",
    "septic",
    "shingles",
    "slipped dis",
    "spondyl",
    "stenosis",
    "stroke",
    "tubercul",
    "tumor",
    "tumour",
];

/// What judges, promises or prescribes.
const NEVER: &[&str] = &[
    "all clear",
    "all-clear",
    "chronic pain",
    "diagnos",
    "healthy",
    "indicates",
    "low risk",
    "low-risk",
    "safe",
    "treat",
    "you have",
    "you need",
    "you should",
    "you must",
    " mg",
    " dose",
    " take ",
    "increase",
];

/// Checks one text of ours that a person sees.
#[track_caller]
pub(super) fn check_words(text: &str) {
    check_diseases(text);
    let said = unquoted(text).to_lowercase();
    for word in NEVER {
        assert!(!said.contains(word), "{word} in: {text}");
    }
    for (_, rest) in said.match_indices("suggests").map(|(n, word)| said.split_at(n + word.len())) {
        assert!(rest.starts_with(" seeing"), "what is suggested in: {text}");
    }
}

/// Checks one text, ours or the title of another.
#[track_caller]
fn check_diseases(text: &str) {
    let said = unnamed(&unquoted(text).to_lowercase());
    for word in DISEASES {
        assert!(!said.contains(word), "{word} in: {text}");
    }
}

/// A text without what stands in quotation marks.
fn unquoted(text: &str) -> String {
    let rest = |part: &str| part.split_once('”').map_or("", |(_, rest)| rest).to_string();
    let parts = text.split('“').enumerate();
    parts.map(|(n, part)| if n == 0 { part.to_string() } else { rest(part) }).collect()
}

/// A text without the fact that a command sets: it names what is recorded, as it is typed.
fn unnamed(text: &str) -> String {
    let rest = |part: &str| part.split_once(' ').map_or("", |(_, rest)| rest).to_string();
    let parts = text.split("twinge profile ").enumerate();
    parts.map(|(n, part)| if n == 0 { part.to_string() } else { rest(part) }).collect()
}

/// Checks a source, but for the name of who wrote it, which may be that of a journal.
#[track_caller]
fn check_source(source: &Source) {
    check_diseases(&source.to_string().replace(source.authority, ""));
    check_words(source.gives);
}

#[test]
fn no_text_names_a_disease_judges_or_prescribes() {
    let mut texts: Vec<String> = [CLOSING, CANNOT_JUDGE, SAYS].map(String::from).to_vec();
    let mut sources: Vec<&Source> = SOURCES.to_vec();
    let rows: Vec<&HelpLines> = HELP_LINES.iter().chain([&HelpLines::UNKNOWN]).collect();
    for rule in RULES {
        texts.extend([rule.title.into(), rule.criterion(), rule.basis.into()]);
        texts.extend(rows.iter().flat_map(|row| [rule.advice(row), rule.advice.in_list(row)]));
        sources.extend(rule.sources);
    }
    for tick in TICKS {
        texts.extend(rows.iter().map(|row| tick.says(row)));
        sources.extend(tick.sources);
    }
    for row in rows {
        let lines = row.advice_lines.iter().chain(row.crisis_lines);
        texts.extend(lines.map(ToString::to_string));
        sources.extend(row.sources);
    }
    texts.extend(SYMPTOMS.iter().flat_map(|sign| [sign.means.into(), sign.name()]));
    texts.extend(SEED_ITEMS.iter().map(|item| item.about.into()));
    texts.extend(Urgency::ALL.map(|urgency| urgency.means().into()));
    texts.extend(Group::ALL.map(|group| group.means().into()));
    assert!(texts.len() > 1_000, "{}", texts.len());
    for text in texts {
        check_words(&text);
    }
    for source in sources {
        check_source(source);
    }
}

#[test]
fn the_page_names_none_either() {
    let mut page = markdown();
    for source in RULES.iter().flat_map(|rule| rule.sources) {
        page = page.replace(source.authority, "");
    }
    // Ids are for ever; what is between backticks is typed.
    let typed = page.split('`').enumerate().filter(|(n, _)| n % 2 == 0);
    let page: String = typed.map(|(_, part)| part).collect();
    page.split("\n\n").for_each(check_diseases);
}

#[test]
fn the_list_of_words_finds_them() {
    for text in [
        "It may be cancer.",
        "You have it.",
        "This suggests an inflammation.",
        "You said “ever had cancer” and it is cancer.",
    ] {
        assert!(std::panic::catch_unwind(|| check_words(text)).is_err(), "{text}");
    }
    check_words(
        "Your profile says “ever had cancer”: yes. Public guidance suggests seeing a doctor.",
    );
}
