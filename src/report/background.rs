//! Facts about the person that change how a warning sign is read.

use crate::journal::fields::profile;
use crate::journal::{Answer, Field, Journal};

/// One fact, as recorded.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Which.
    pub field: &'static Field,
    /// Yes or no; `None` for a text.
    pub yes: Option<bool>,
    /// In the person's words; empty for yes or no.
    pub text: String,
}

/// What says nothing of how a sign is read, or stands elsewhere on the page.
static ELSEWHERE: &[&Field] = &[
    &profile::NAME,
    &profile::BIRTH_YEAR,
    &profile::ONSET,
    &profile::ONSET_NOTE,
    &profile::COUNTRY,
    &profile::LANGUAGE,
    &profile::VISIT_GOAL,
    &profile::WEAK_EYESIGHT,
];

/// The recorded facts, in the order of their table.
pub fn facts(journal: &Journal) -> Vec<Fact> {
    let is_shown = |field: &&'static Field| !ELSEWHERE.iter().any(|it| std::ptr::eq(*it, *field));
    let read = |field: &'static Field| {
        let values = journal.profile();
        match field.answer {
            Answer::YesNo => {
                let yes = Some(values.yes(field)?);
                Some(Fact { field, yes, text: String::new() })
            }
            Answer::Text => Some(Fact { field, yes: None, text: values.text(field)?.into() }),
            _ => None,
        }
    };
    profile::FIELDS.iter().copied().filter(is_shown).filter_map(read).collect()
}
