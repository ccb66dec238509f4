//! Every word that can be recorded of a day has a name in every language.

use std::collections::BTreeSet;

use twinge::journal::fields::{self, profile};
use twinge::journal::{Answer, Field, Kind, Word};
use twinge::language::{ENGLISH, LANGUAGES, Language};

/// Names that are the same in English and another language.
const SAME: &[(&str, &[&str])] = &[("de", &["arm", "yoga", "massage", "tens", "sofa"])];

fn words() -> impl Iterator<Item = (&'static Field, &'static Word)> {
    let fields = Kind::OF_A_DAY.into_iter().flat_map(|kind| fields::of(kind).iter().copied());
    fields.flat_map(|field| match field.answer {
        Answer::Word(words) | Answer::OwnWord(words) => {
            words.iter().map(|word| (field, word)).collect::<Vec<_>>()
        }
        _ => vec![],
    })
}

#[test]
fn every_word_has_a_name_of_its_own() {
    assert!(words().count() > 100);
    for language in LANGUAGES.iter().filter(|language| language.id != ENGLISH.id) {
        let same = SAME.iter().find(|(id, _)| *id == language.id).map_or(&[][..], |(_, it)| it);
        for (field, word) in words() {
            let name = language.name(field, word.id);
            let is_english = name.eq_ignore_ascii_case(&ENGLISH.name(field, word.id));
            let may_be = same.contains(&name.to_lowercase().as_str());
            assert_eq!(is_english, may_be, "{language:?} of {} {}: {name}", field.id, word.id);
        }
    }
}

#[test]
fn words_of_one_table_have_different_names() {
    for language in LANGUAGES {
        let names: BTreeSet<(&str, String)> =
            words().map(|(field, word)| (field.id, language.name(field, word.id))).collect();
        assert_eq!(names.len(), words().count(), "{language:?}");
    }
}

#[test]
fn the_profile_takes_the_languages_that_there_are() {
    let ids: Vec<&str> = LANGUAGES.iter().map(|language| language.id).collect();
    let words: Vec<&str> = profile::LANGUAGES.iter().map(|word| word.id).collect();
    assert_eq!(ids, words);
    for id in ids {
        assert_eq!(Language::find(id).map(|language| language.id), Some(id));
    }
    assert_eq!(Language::find("xx"), None);
}
