//! Which warning sign a person means: by its name, or by the words that people use for it.
//!
//! Only a name is taken as it is. Other words are read as a sign when they hold all the words of
//! one of its names, whatever the order and the endings, when nearly all of them are of that sign,
//! and when no other sign has as many of them. What is said most often of what is most urgent
//! stands in a table of its own. All else is asked back: to record a wrong sign is worse than a
//! question.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::journal::spoken::{
    AFTER_GONE, COMMON, DESCRIBING, HAPPENED, LEFT_OUT, NEGATIONS, PHRASES, SAID, SAID_OF, SAME,
};
use crate::journal::words::{EVENTS, SYMPTOMS, Word, edits, plain, simplify};

/// What was heard.
#[derive(Debug)]
pub enum Heard {
    /// Its id or its name.
    Named(&'static Word),
    /// Words that mean it and nothing else: to be said back.
    Meant(&'static Word),
    /// Words that may mean one of these, the nearest first: to be asked back.
    Perhaps(Vec<&'static Word>),
    /// Words that say of one of these that it is not there, or no longer.
    Denied(Vec<&'static Word>),
    /// Something that happened, and no sign: a word of the table of events.
    Happened(&'static Word),
    /// Nothing of the table.
    Nothing,
}

/// The share of what was said, by weight, that must be of the sign. This and the following
/// numbers are this project's own choice, tried on what people say (the tests).
const SHARE_LEAST: f64 = 0.7;

/// The same where the table of what is said names the sign, whatever other signs have of it.
const SHARE_OF_TABLE_LEAST: f64 = 0.8;

/// How much a word that no sign has counts, beside the words of the table with 1 to 3.5.
const UNKNOWN_WEIGHT: f64 = 2.0;

/// The share of the nearest sign's weight that others must have to be offered beside it.
const OFFERED_LEAST: f64 = 0.4;

/// How many signs are offered at most.
const OFFERED_MOST: usize = 6;

/// From so many letters on a word may have a slip of the fingers …
const LETTERS_SLIP: usize = 4;

/// … from so many on it is surely one, and not another word …
const LETTERS_SURE: usize = 6;

/// … and from so many on it may have two.
const LETTERS_TWO_SLIPS: usize = 9;

/// How much of a text is read, in characters: nobody says a sign at greater length.
const CHARS_MOST: usize = 300;

/// Which warning sign a text means.
pub fn hear(text: &str) -> Heard {
    if let Some(word) = Word::find(SYMPTOMS, text) {
        let said = simplify(text);
        let is_name = said == word.id || said == simplify(word.called);
        return if is_name { Heard::Named(word) } else { Heard::Meant(word) };
    }
    let text: String = text.chars().take(CHARS_MOST).collect();
    let words = words_of(&text);
    let event_of = |word: &String| HAPPENED.iter().find(|(_, said)| lists(said, word));
    let Some((event, _)) = words.iter().find_map(event_of) else { return hear_words(&words) };
    // "Numb since the fall" is a sign; "fell down the stairs" is none.
    let others: Vec<String> = words.iter().filter(|w| event_of(w).is_none()).cloned().collect();
    match (hear_words(&others), EVENTS.iter().find(|w| w.id == *event)) {
        (Heard::Nothing, Some(event)) => Heard::Happened(event),
        (heard, _) => heard,
    }
}

/// The signs that several names in a row mean: `saddle-numbness fever`. `None` where a word is
/// the name of none, or only describes another.
pub fn named_apart(text: &str) -> Option<Vec<&'static Word>> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty() && *word != "and");
    let named =
        |word: &str| Word::find(SYMPTOMS, word).filter(|_| !lists(DESCRIBING, &plain(word)));
    let mut signs: Vec<&'static Word> = words.map(named).collect::<Option<_>>()?;
    let mut seen = BTreeSet::new();
    signs.retain(|sign| seen.insert(sign.id));
    (signs.len() > 1).then_some(signs)
}

fn hear_words(words: &[String]) -> Heard {
    let signs = &*SIGNS;
    let said = Said::of(words, signs);
    // The words of a name in another order or with other endings.
    let by_name: Vec<&Sign> =
        signs.iter().filter(|s| s.plain_names.contains(&said.plain)).collect();
    let heard = |sign: &Sign| {
        if said.is_denied { Heard::Denied(vec![sign.word]) } else { Heard::Meant(sign.word) }
    };
    if let [sign] = by_name.as_slice() {
        return heard(sign);
    }
    let of_table = said.of_table();
    if let ([sign], false) = (of_table.as_slice(), said.is_unsure)
        && said.is_all_of(sign, signs)
    {
        return heard(sign);
    }
    let mut found: Vec<Match<'_>> = signs.iter().filter_map(|s| said.compare(s, signs)).collect();
    found.sort_by(|a, b| b.weight_with_hints.total_cmp(&a.weight_with_hints));
    let most = found.first().map_or(0.0, |m| m.weight_with_hints);
    if !said.is_unsure && of_table.is_empty() {
        let is_meant = |m: &&Match<'_>| {
            m.is_named
                && m.weight >= SHARE_LEAST * said.weight(signs)
                && found.iter().all(|o| std::ptr::eq(o.sign, m.sign) || m.has_all_and_more(o))
        };
        if let Some(meant) = found.iter().find(is_meant) {
            return heard(meant.sign);
        }
    }
    let is_near = |m: &&Match<'_>| m.weight_with_hints >= OFFERED_LEAST * most;
    let mut offered: Vec<&'static Word> = of_table.iter().map(|sign| sign.word).collect();
    for near in found.iter().filter(is_near) {
        if !offered.iter().any(|word| std::ptr::eq(*word, near.sign.word)) {
            offered.push(near.sign.word);
        }
    }
    offered.truncate(OFFERED_MOST);
    match (offered.is_empty(), said.is_denied) {
        (true, _) => Heard::Nothing,
        (false, true) => Heard::Denied(offered),
        (false, false) => Heard::Perhaps(offered),
    }
}

/// What stands for a word: its stem, or the first of those that mean the same.
type Idea = String;

/// A sign of the table, as ideas.
struct Sign {
    word: &'static Word,
    /// All that the table says of it.
    ideas: BTreeSet<Idea>,
    /// What else people say of it: it is offered for these, and not read for them.
    hints: BTreeSet<Idea>,
    /// Each of its names, as ideas.
    names: Vec<BTreeSet<Idea>>,
    /// Each of its names, as stems.
    plain_names: Vec<BTreeSet<Idea>>,
}

/// The table of what is said, as ideas: the signs of a row, and each way to say it.
static ROWS: LazyLock<Vec<(Vec<&'static Sign>, BTreeSet<Idea>)>> = LazyLock::new(|| {
    let signs_of = |ids: &[&str]| -> Vec<&'static Sign> {
        ids.iter().filter_map(|id| SIGNS.iter().find(|s| s.word.id == *id)).collect()
    };
    let row = |(ids, said): &'static (&[&str], &[&str])| {
        said.iter().map(move |text| (signs_of(ids), ideas(&words_of(text)).into_keys().collect()))
    };
    SAID.iter().flat_map(row).collect()
});

/// The table of signs, as ideas.
static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| SYMPTOMS.iter().map(Sign::of).collect());

impl Sign {
    fn of(word: &'static Word) -> Self {
        let of_text =
            |text: &str| -> BTreeSet<Idea> { ideas(&words_of(text)).into_keys().collect() };
        let spellings: Vec<&str> =
            [word.id, word.called].into_iter().chain(word.also.iter().copied()).collect();
        let is_whole = |name: &&&str| {
            let (_, is_denied) = joined(&words_of(name));
            !is_denied && !name.is_empty()
        };
        let names = spellings.iter().filter(is_whole).map(|n| of_text(n)).collect();
        let plain_names = spellings.iter().filter(is_whole).map(|n| stems(&words_of(n))).collect();
        let said_of = SAID_OF.iter().find(|(id, _)| *id == word.id).map_or("", |(_, words)| words);
        let all = spellings.iter().copied().chain([word.means]);
        let ideas: BTreeSet<Idea> = all.flat_map(of_text).collect();
        let hints = of_text(said_of).difference(&ideas).cloned().collect();
        Self { word, ideas, hints, names, plain_names }
    }
}

/// What a person said, as ideas.
struct Said {
    ideas: BTreeSet<Idea>,
    plain: BTreeSet<Idea>,
    /// Whether a word says that it is not there.
    is_denied: bool,
    /// Whether a short word was taken for a slip of the fingers: it may be another word.
    is_unsure: bool,
}

/// A sign that has some of the ideas.
struct Match<'s> {
    sign: &'s Sign,
    ideas: BTreeSet<&'s str>,
    /// What the table says of them.
    weight: f64,
    /// That, and what people say.
    weight_with_hints: f64,
    /// Whether all ideas of one of its names were said.
    is_named: bool,
}

impl Match<'_> {
    fn has_all_and_more(&self, other: &Match<'_>) -> bool {
        self.ideas.len() > other.ideas.len() && self.ideas.is_superset(&other.ideas)
    }
}

impl Said {
    fn of(words: &[String], signs: &[Sign]) -> Self {
        let (_, is_denied) = joined(words);
        let mut is_unsure = false;
        let of_rows = || ROWS.iter().flat_map(|(_, ideas)| ideas);
        let known = || signs.iter().flat_map(|s| s.ideas.union(&s.hints)).chain(of_rows());
        let slips = |(idea, letters): (Idea, usize)| {
            if known().any(|k| *k == idea) {
                return idea;
            }
            let limit = if letters >= LETTERS_TWO_SLIPS { 2 } else { 1 };
            let is_near = |k: &&Idea| {
                letters >= LETTERS_SLIP
                    && k.len() >= LETTERS_SLIP
                    && k.chars().next() == idea.chars().next()
                    && edits(k, &idea) <= limit
            };
            let mut near: Vec<(usize, &Idea)> =
                known().filter(is_near).map(|k| (edits(k, &idea), k)).collect();
            near.sort_unstable();
            near.dedup();
            let Some((slips, nearest)) = near.first() else { return idea };
            let has_rival = near.get(1).is_some_and(|(others, _)| others == slips);
            is_unsure |= letters < LETTERS_SURE || has_rival;
            (*nearest).clone()
        };
        let ideas = ideas(words).into_iter().map(slips).collect();
        Self { ideas, plain: stems(words), is_denied, is_unsure }
    }

    /// The signs of the row of the table that has most of the words, all of which were said.
    fn of_table(&self) -> Vec<&'static Sign> {
        let is_said =
            |(_, ideas): &&(Vec<&'static Sign>, BTreeSet<Idea>)| ideas.is_subset(&self.ideas);
        // The first of those with as many.
        let row = ROWS.iter().rev().filter(is_said).max_by_key(|(_, ideas)| ideas.len());
        row.map_or_else(Vec::new, |(signs, _)| signs.clone())
    }

    /// Whether nearly all that was said is of a sign, beside what many have.
    fn is_all_of(&self, sign: &Sign, signs: &[Sign]) -> bool {
        let of_row = ROWS.iter().filter(|(of, _)| of.iter().any(|s| std::ptr::eq(*s, sign)));
        let its: BTreeSet<&Idea> =
            of_row.flat_map(|(_, ideas)| ideas).chain(sign.ideas.union(&sign.hints)).collect();
        let told = |idea: &&Idea| !is_common(idea);
        let all: f64 = self.ideas.iter().filter(told).map(|idea| weight(idea, signs)).sum();
        let of_sign = self.ideas.iter().filter(told).filter(|idea| its.contains(*idea));
        of_sign.map(|idea| weight(idea, signs)).sum::<f64>() >= SHARE_OF_TABLE_LEAST * all
    }

    /// What of it a sign has; `None` where that is nothing, or only what many have.
    fn compare<'s>(&'s self, sign: &'s Sign, signs: &[Sign]) -> Option<Match<'s>> {
        let of = |its: &'s BTreeSet<Idea>| its.intersection(&self.ideas).map(String::as_str);
        let ideas: BTreeSet<&str> = of(&sign.ideas).chain(of(&sign.hints)).collect();
        if ideas.iter().all(|idea| is_common(idea)) {
            return None;
        }
        let weight_of = |idea| weight(idea, signs);
        let is_said = |name: &BTreeSet<Idea>| !name.is_empty() && name.is_subset(&self.ideas);
        Some(Match {
            sign,
            weight: of(&sign.ideas).map(weight_of).sum(),
            weight_with_hints: ideas.iter().copied().map(weight_of).sum(),
            ideas,
            is_named: sign.names.iter().any(is_said),
        })
    }

    fn weight(&self, signs: &[Sign]) -> f64 {
        self.ideas.iter().map(|idea| weight(idea, signs)).sum()
    }
}

/// Whether so many signs have it that it alone means none.
fn is_common(idea: &str) -> bool {
    COMMON.iter().any(|common| stem_of(common) == idea)
}

/// The fewer signs have it, the more a word tells (inverse document frequency, Spärck Jones
/// 1972, doi 10.1108/eb026526).
fn weight(idea: &str, signs: &[Sign]) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    match signs.iter().filter(|s| s.ideas.contains(idea)).count() {
        0 => UNKNOWN_WEIGHT,
        n => (count(signs.len()) / count(n)).ln_1p(),
    }
}

/// Words of letters in lower case, without apostrophes; numbers are left out.
fn words_of(text: &str) -> Vec<String> {
    let plain = plain(text).replace(['\'', '’'], "");
    // Three spellings of one word.
    let plain = plain.replace("can not", "cant").replace("cannot", "cant");
    plain.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(String::from).collect()
}

/// The words with phrases put into others, and whether one of the rest denies.
fn joined(words: &[String]) -> (Vec<&str>, bool) {
    let mut joined: Vec<&str> = Vec::new();
    let mut is_denied = false;
    let mut rest = words;
    while let [first, others @ ..] = rest {
        let begins = |(phrase, _): &&(&[&str], &[&str])| {
            rest.len() >= phrase.len() && phrase.iter().zip(rest).all(|(a, b)| a == b)
        };
        if let Some((phrase, stands)) = PHRASES.iter().find(begins) {
            if **stands == ["not"] {
                is_denied = true;
            } else {
                joined.extend(stands.iter());
            }
            rest = &rest[phrase.len()..];
            continue;
        }
        let is_gone = first == "gone" && others.first().is_none_or(|w| lists(AFTER_GONE, w));
        if is_gone || lists(NEGATIONS, first) {
            is_denied = true;
        } else if !lists(LEFT_OUT, first) {
            joined.push(first);
        }
        rest = others;
    }
    (joined, is_denied)
}

/// What stands for the stems that mean the same as others.
static STANDS_FOR: LazyLock<BTreeMap<String, Idea>> = LazyLock::new(|| {
    let stands = |same: &&'static [&'static str]| {
        let first = same.first().map_or_else(String::new, |first| stem_of(first));
        same.iter().map(move |word| (stem_of(word), first.clone()))
    };
    SAME.iter().flat_map(stands).collect()
});

/// Whether a list of words has a word.
fn lists(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|w| w == word)
}

/// The ideas of a text, each with the number of letters of the word that it was said by.
fn ideas(words: &[String]) -> BTreeMap<Idea, usize> {
    let idea_of = |word: &str| {
        let stem = stem_of(word);
        let idea = STANDS_FOR.get(&stem).cloned().unwrap_or(stem);
        (idea, word.chars().count())
    };
    joined(words).0.into_iter().map(idea_of).collect()
}

fn stems(words: &[String]) -> BTreeSet<Idea> {
    words.iter().filter(|w| !lists(LEFT_OUT, w)).map(|w| stem_of(w)).collect()
}

/// Several of these are not one of them.
const PLURALS: &[&str] = &["legs", "arms", "hands", "feet", "fingers"];

/// A word without its ending: `tingling` and `tingle` are `tingl`.
fn stem_of(word: &str) -> String {
    if PLURALS.contains(&word) {
        return if word == "fingers" { "hands".into() } else { word.into() };
    }
    let mut stem = word;
    if let Some(short) = stem.strip_suffix('s')
        && !stem.ends_with("ss")
        && short.len() >= 3
    {
        stem = short;
    }
    for ending in ["ness", "ing", "ed"] {
        if let Some(short) = stem.strip_suffix(ending)
            && short.len() >= 3
        {
            stem = short;
            break;
        }
    }
    if stem.len() > 3 && stem.ends_with('e') && !stem.ends_with("ee") {
        stem = &stem[..stem.len() - 1];
    }
    let mut letters: Vec<char> = stem.chars().collect();
    if let [.., a, b] = letters[..]
        && a == b
        && letters.len() > 3
        && !"aeiou".contains(b)
    {
        letters.pop();
    }
    if let Some(last) = letters.last_mut()
        && *last == 'y'
    {
        *last = 'i';
    }
    letters.into_iter().collect()
}
