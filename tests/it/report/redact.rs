//! What is left out leaves no trace, in any face of the page.

use twinge::draw::page::document::Paper;
use twinge::draw::page::{html, pdf, plain};
use twinge::experiment::{Plan, entry_of};
use twinge::journal::fields::{day, event, exercise, profile, symptom, treatment};
use twinge::journal::{Kind, Value};
use twinge::report::{Redact, page};

use crate::draw::pdf::made;
use crate::experiment::{date, plan};
use crate::report::Diary;
use crate::tools::says;

/// A diary in which every word that is to be left out is one that nobody else says.
fn diary() -> Diary {
    let mut diary = Diary::default();
    for ago in 0..40 {
        diary.scored(ago, 4, 5);
    }
    let text = |field, words: &str| (field, Value::text(words));
    diary.fact(&profile::NAME, Value::text("Qname"));
    diary.fact(&profile::BIRTH_YEAR, Value::Int(1981));
    diary.fact(&profile::ONSET_NOTE, Value::text("Qonset"));
    diary.fact(&profile::CONDITIONS, Value::text("Qcondition"));
    diary.fact(&profile::MEDICINES, Value::text("Qregular"));
    diary.fact(&profile::STEROIDS, Value::from(true));
    diary.fact(&profile::VISIT_GOAL, Value::text("Qgoal"));
    diary.put(Kind::Event, 9, &[text(&event::EVENT, "note"), text(&event::TEXT, "Qnote")]);
    diary.put(Kind::Event, 8, &[text(&event::EVENT, "fall"), text(&event::TEXT, "Qfall")]);
    diary.put(Kind::Event, 7, &[text(&event::EVENT, "started"), text(&event::TEXT, "Qstarted")]);
    diary.put(
        Kind::Treatment,
        6,
        &[
            text(&treatment::TREATMENT, "medicine"),
            text(&treatment::NAME, "Qmedicine"),
            text(&treatment::NOTE, "Qtaken"),
        ],
    );
    diary.put(
        Kind::Treatment,
        5,
        &[text(&treatment::TREATMENT, "doctor"), text(&treatment::NAME, "Qdoctor")],
    );
    for ago in 10..17 {
        let taken = [
            text(&treatment::TREATMENT, "medicine"),
            text(&treatment::NAME, "Qmedicine"),
            text(&treatment::HELPED_IT, "no"),
        ];
        diary.put(Kind::Treatment, ago, &taken);
    }
    let no_help =
        [text(&symptom::SYMPTOM, "not-controlled"), (&symptom::PRESENT, Value::from(true))];
    diary.put(Kind::Symptom, 3, &no_help);
    diary.put(
        Kind::Exercise,
        5,
        &[text(&exercise::EXERCISE, "walk"), text(&exercise::NOTE, "Qwalk")],
    );
    let numb = [
        text(&symptom::SYMPTOM, "arm-tingle"),
        (&symptom::PRESENT, Value::from(true)),
        text(&symptom::NOTE, "Qsign"),
    ];
    diary.put(Kind::Symptom, 4, &numb);
    diary.put(Kind::Day, 4, &[(&day::SITTING_HOURS, Value::Real(9.0))]);
    for (name, a) in [("one", "Qarm"), ("other", "Qmedicine gel")] {
        let name: Box<str> = name.into();
        let first = date("2026-02-10");
        let plan = Plan { name, a: a.into(), b: "nothing".into(), first, ..plan() };
        diary.0.push(entry_of(&plan, 5, date("2026-02-09")));
    }
    diary
}

/// All faces of the page, as someone would search them.
fn faces(redact: Redact) -> Vec<String> {
    let report = diary().report(40, redact);
    let document = page::document(&report, Paper::A4, true).unwrap();
    let bytes = pdf(&document, made()).unwrap().bytes;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.pdf");
    std::fs::write(&file, bytes).unwrap();
    let mut faces = vec![plain(&document), html(&document)];
    faces.extend(says("pdftotext", &["-raw", "-"], &file));
    faces.extend(says("pdfinfo", &["-struct-text"], &file));
    faces.extend(says("pdfinfo", &[], &file));
    faces
}

const NAME: &[&str] = &["Qname", "born 1981", "1981"];
const NOTES: &[&str] =
    &["Qonset", "Qcondition", "Qnote", "Qfall", "Qstarted", "Qtaken", "Qwalk", "Qsign", "Qarm"];
const MEDICINES: &[&str] = &[
    "Qregular",
    "Qmedicine",
    "Qstarted",
    "Qdoctor",
    "steroids",
    "usual painkillers",
    "not-controlled",
];

const HABITS: &[&str] = &["Qarm", "Qmedicine gel", "walk 1", "Sitting", "Experiment"];

#[test]
fn everything_stands_there_unless_it_is_left_out() {
    let all = faces(Redact::default()).concat();
    for words in ["Qname", "born 1981", "Qonset", "Qcondition", "Qnote", "Qfall", "Qgoal"] {
        assert!(all.contains(words), "{words}");
    }
    for words in MEDICINES.iter().chain(HABITS) {
        assert!(all.contains(words), "{words}");
    }
}

#[test]
fn what_is_left_out_leaves_no_trace_and_is_said_to_be_left_out() {
    let none = Redact::default();
    let each = [
        (Redact { name: true, ..none }, NAME, "Left out by the person: name and year of birth."),
        (Redact { notes: true, ..none }, NOTES, "Left out by the person: notes."),
        (
            Redact { medicines: true, ..none },
            MEDICINES,
            "Left out by the person: medicines and treatments.",
        ),
        (Redact { habits: true, ..none }, HABITS, "Left out by the person: habits."),
    ];
    for (redact, words, told) in each {
        let faces = faces(redact);
        assert!(faces[0].contains(told) && faces[0].contains("Qgoal"), "{redact:?}\n{}", faces[0]);
        for (n, face) in faces.iter().enumerate() {
            for word in words {
                assert!(!face.contains(word), "{redact:?}: {word} in face {n}");
            }
        }
    }
}
