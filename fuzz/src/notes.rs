//! Random notes, through the file and every way out of it: each comes back as it was written, and
//! nothing of it is obeyed on the way.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::Value as Json;
use twinge::chart::{Read, Request, find};
use twinge::draw::{Size, html, svg};
use twinge::exchange::{ReadOptions, WriteOptions, exporter, importer};
use twinge::journal::fields::event::{EVENT, TEXT};
use twinge::journal::fields::pain;
use twinge::journal::{Entry, EntryId, FieldRef, Journal, Kind, NOTE, Span, Value, Values};
use twinge::language::ENGLISH;
use usvg::roxmltree;

use super::commands::Run;
use super::pictures::harmless;
use super::{assert_no_formula, is_hostile, today};

/// Pieces that have broken other programs.
const PIECES: &[&str] = &[
    "=",
    "+",
    "-",
    "@",
    "'",
    "''",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\0",
    "\"",
    "\"\"",
    ",",
    ";",
    "|",
    "&",
    "<",
    ">",
    "]]>",
    "<!--",
    "&#0;",
    "<script>",
    "%",
    "\\",
    "`",
    "$(x)",
    "\u{1b}[2J",
    "\u{1b}]0;x\u{7}",
    "\u{7f}",
    "\u{85}",
    "\u{9b}31m",
    "\u{200b}",
    "\u{200e}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{10ffff}",
    "😀",
    "👨‍👩‍👧",
    "e\u{301}",
    "ß",
    "背",
    "כ",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "1e9",
    "NULL",
    "null",
    "nan",
    "yes",
    "no",
    "2026-03-01",
    "habit:x",
    "pain.now",
    "!text",
    "sep=;",
    "“",
    "”",
    "[4416fe6]",
    "`twinge undo`",
    "word ",
    " ",
];

/// How many notes a day has.
const OF_A_DAY: usize = 250;

/// A linear congruential generator (Knuth's MMIX constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        let Self(state) = self;
        *state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33) as usize % n
    }

    fn note(&mut self) -> String {
        let mut note = String::new();
        for _ in 0..=self.below(12) {
            match self.below(4) {
                0 | 1 => note.push_str(PIECES[self.below(PIECES.len())]),
                2 => note.extend((0..self.below(8)).map(|_| (b' ' + self.below(95) as u8) as char)),
                _ => note.extend(char::from_u32(self.below(0x11_0000) as u32)),
            }
        }
        note
    }
}

/// What was tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tried {
    /// Notes that went the whole way.
    pub notes: usize,
    /// Days that were shown on a terminal and as JSON.
    pub days: usize,
    /// Drawings that were read back.
    pub drawings: usize,
}

/// Takes so many notes through a journal of their own. `run` runs the program on `journal.db` of the
/// folder, which is not there yet.
pub fn notes(n: usize, seed: u64, folder: &Path, run: &mut dyn FnMut(&[String]) -> Run) -> Tried {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut said: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    let mut entries = Vec::new();
    while entries.len() < n {
        // What is no text is no note: one of blanks alone, say.
        let Ok(Value::Text(text)) = TEXT.answer.read(&chance.note()) else { continue };
        let day = today() - Days::new((entries.len() / OF_A_DAY) as u64);
        let mut values = Values::default();
        values.set(FieldRef::Known(&EVENT), Value::text(NOTE));
        values.set(FieldRef::Known(&TEXT), Value::Text(text.clone()));
        let id = EntryId::named(&format!("{seed} {}", entries.len()));
        entries.push(Entry { id, kind: Kind::Event, day, values });
        said.entry(day).or_default().push(text.into());
    }
    let journal = Journal::new(entries);
    let table = written(&journal, "csv");
    assert_no_formula(&table);
    assert_no_formula(&written(&journal, "csv-days"));
    let options = ReadOptions::new(&[], today());
    let read = (importer("csv").unwrap().read)(table.as_bytes(), &options).unwrap();
    assert_eq!(read.row_errors, []);
    assert!(Journal::new(read.entries) == journal, "seed {seed}: the table is another journal");

    fs::write(folder.join("notes.csv"), &table).unwrap();
    let mut run = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| (*word).into()).collect();
        let done = run(&words);
        assert_eq!(done.code, 0, "{words:?}\n{}", done.stderr);
        assert!(!done.stderr.contains(is_hostile));
        done.stdout
    };
    run(&["import", "notes.csv"]);
    let again = (importer("csv").unwrap().read)(run(&["export"]).as_bytes(), &options).unwrap();
    assert!(Journal::new(again.entries) == journal, "seed {seed}: the file is another journal");
    let on_screen = |shown: &str| assert!(!shown.contains(is_hostile), "seed {seed}: {shown}");
    on_screen(&run(&["list", "--span", "1y"]));
    on_screen(&run(&[]));
    on_screen(&run(&["history", "today"]));
    for (day, wanted) in &said {
        let day = day.to_string();
        on_screen(&run(&["show", &day]));
        let json = run(&["--json", "show", &day]);
        on_screen(&json);
        let answer: Json = serde_json::from_str(&json).unwrap();
        let entries = answer["data"]["entries"].as_array().unwrap();
        let mut shown: Vec<&str> =
            entries.iter().map(|entry| entry["values"]["text"].as_str().unwrap()).collect();
        let mut wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        shown.sort_unstable();
        wanted.sort_unstable();
        assert!(shown == wanted, "seed {seed}: JSON of {day} has other notes");
    }
    let first = said.keys().next().unwrap().to_string();
    harmless(&run(&["report", "--html", "--appendix", "--from", &first, "-o", "-"]));
    Tried { notes: n, days: said.len(), drawings: drawn(&said) }
}

fn written(journal: &Journal, format: &str) -> String {
    let mut out = Vec::new();
    (exporter(format).unwrap().write)(journal, &WriteOptions::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A chart has room for the words of some events: one for each day.
fn drawn(said: &BTreeMap<NaiveDate, Vec<String>>) -> usize {
    let mut entries = Vec::new();
    for (day, notes) in said {
        let mut values = Values::default();
        values.set(FieldRef::Known(&pain::NOW), Value::Int(40));
        entries.push(Entry { id: EntryId::of_day(*day), kind: Kind::Pain, day: *day, values });
        let mut values = Values::default();
        values.set(FieldRef::Known(&EVENT), Value::text("fall"));
        values.set(FieldRef::Known(&TEXT), Value::text(&notes[0]));
        let id = EntryId::named(&day.to_string());
        entries.push(Entry { id, kind: Kind::Event, day: *day, values });
    }
    let journal = Journal::new(entries);
    let ids = ["pain", "exercise"];
    for id in ids {
        let request = Request {
            span: Span::ending(today(), said.len().max(14) as u64),
            today: today(),
            site: None,
            warnings: &[],
            language: &ENGLISH,
            read: Read::Later,
        };
        let figure = (find(id).unwrap().figure)(&journal, &request);
        let drawn = svg(&figure, Size::USUAL).unwrap();
        assert!(!drawn.contains(is_hostile));
        roxmltree::Document::parse(&drawn).unwrap();
        harmless(&html(&figure, Size::USUAL).unwrap());
    }
    2 * ids.len()
}
