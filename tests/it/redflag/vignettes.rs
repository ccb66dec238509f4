//! Small stories of people, each with the alerts that the articles and public guidance call for,
//! written down before any rule was asked: `tests/data/vignettes`.
//!
//! A file has comments, a head of lines `key: words`, a line `---`, and a table as anybody would
//! import it. `met` lists all rules that are met, `not-met` some that have a clear no.

use std::fs;

use chrono::NaiveDate;
use twinge::exchange::{ReadOptions, importer};
use twinge::journal::fields::{event, profile};
use twinge::journal::{FieldRef, Kind, Value, Values};
use twinge::redflag::{RULES, RedFlag, Status, check};

use super::{Diary, date, sound};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vignettes");

/// A story, and what it calls for.
pub(super) struct Story {
    pub(super) name: String,
    pub(super) diary: Diary,
    pub(super) as_of: NaiveDate,
    /// Each `id urgency`.
    pub(super) met: Vec<String>,
    pub(super) not_met: Vec<String>,
}

/// All stories.
pub(super) fn stories() -> Vec<Story> {
    let story = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let (above, table) = text.split_once("---\n").unwrap();
        let mut diary = Diary::default();
        let (as_of, met, not_met) = head(above, &mut diary);
        let options = ReadOptions::new(&[], as_of);
        let read = (importer("csv").unwrap().read)(table.as_bytes(), &options).unwrap();
        assert_eq!(read.row_errors, [], "{name}");
        diary.0.extend(read.entries);
        Story { name, diary, as_of, met, not_met }
    };
    fs::read_dir(FOLDER).unwrap().map(|file| story(file.unwrap().path())).collect()
}

/// Reads the head of a file into a diary; gives the day, and what is expected.
fn head(text: &str, diary: &mut Diary) -> (NaiveDate, Vec<String>, Vec<String>) {
    let mut as_of = date("2026-03-15");
    let (mut met, mut not_met) = (Vec::new(), Vec::new());
    let mut facts = Values::default();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (key, said) = line.split_once(": ").unwrap();
        let words: Vec<&str> = said.split(' ').collect();
        match (key, words.as_slice()) {
            ("as-of", [day]) => as_of = date(day),
            ("tick", [day, sign, answer]) => {
                diary.tick(date(day), sign, *answer == "yes");
            }
            ("event", [day, what, examined @ ..]) => {
                let mut values = vec![(&event::EVENT, Value::text(what))];
                values.extend(examined.iter().map(|_| (&event::EXAMINED, Value::from(true))));
                diary.put(Kind::Event, date(day), &values);
            }
            ("profile", [fact, value]) => {
                let field = profile::FIELDS.iter().find(|f| f.id == *fact).unwrap();
                facts.set(FieldRef::Known(field), field.answer.read(value).unwrap());
            }
            ("met", [_, _]) => met.push(said.into()),
            ("not-met", [rule]) => not_met.push((*rule).into()),
            _ => panic!("not a line of a story: {line}"),
        }
    }
    if !facts.is_empty() {
        diary.profile_of(facts);
    }
    (as_of, met, not_met)
}

#[test]
fn every_story_has_the_alerts_that_it_calls_for() {
    let mut wrong: Vec<String> = Vec::new();
    let mut n_stories = 0;
    let mut called_for: Vec<String> = Vec::new();
    let mut said: Vec<(&'static str, Status)> = Vec::new();
    for Story { name, diary, as_of, met: mut expected, not_met: noes } in stories() {
        let mut met: Vec<String> = Vec::new();
        for v in check(&diary.journal(), as_of) {
            let v = sound(v);
            if v.is_met() {
                met.push(format!("{} {}", v.id(), v.urgency()));
            }
            if noes.iter().any(|id| id == v.id()) && v.status != Status::NotMet {
                wrong.push(format!("{name}: {} is {}, not a no", v.id(), v.status));
            }
            said.push((v.id(), v.status));
        }
        expected.sort();
        met.sort();
        if met != expected {
            wrong.push(format!("{name}: met {met:?}\n  expected {expected:?}"));
        }
        called_for.extend(expected);
        n_stories += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(n_stories >= 60, "{n_stories}");
    let silent = |rule: &&&RedFlag| !called_for.contains(&format!("{} {}", rule.id, rule.urgency));
    let never: Vec<&str> = RULES.iter().filter(silent).map(|rule| rule.id).collect();
    assert_eq!(never, [""; 0], "rules that no story calls for");
    // What may have happened unrecorded, or a medicine not written down, is never a clear no.
    for (status, without) in
        [(Status::NotMet, &["infection-risk", "nsaid-watch"][..]), (Status::NotEnough, &[])]
    {
        let never = RULES.iter().filter(|rule| !said.contains(&(rule.id, status)));
        let never: Vec<&str> = never.map(|rule| rule.id).collect();
        assert_eq!(never, without, "rules that are {status} in no story");
    }
}
