//! The page as other programs see it, whatever is on it.

use std::fs;

use twinge::draw::page::document::Paper;
use twinge::draw::page::{html, n_pages, pdf, plain};
use twinge::journal::fields::{event, profile, symptom, treatment};
use twinge::journal::{Journal, Kind, SYMPTOMS, Span, TREATMENTS, Value};
use twinge::language::{GERMAN, LANGUAGES};
use twinge::report::{Redact, Report, Wanted, page, report};

use crate::draw::pdf::made;
use crate::draw::sample::{HOSTILE, days};
use crate::report::{Diary, today};
use crate::tools::{on_one_line, says};

/// Everything that a person can fill in, with words of any length.
fn filled() -> Diary {
    let mut diary = Diary::default();
    for ago in 0..365 {
        diary.scored(ago, 4, 5);
    }
    let long = format!("{} {} {}", HOSTILE.join(" "), "w".repeat(10_000), "so ".repeat(3000));
    let facts = profile::FIELDS.iter().copied();
    for field in facts.clone().filter(|f| f.answer == twinge::journal::Answer::YesNo) {
        diary.fact(field, Value::from(true));
    }
    for field in facts.filter(|f| f.answer == twinge::journal::Answer::Text) {
        diary.fact(field, Value::text(&long));
    }
    for (ago, word) in (0..).zip(TREATMENTS) {
        let tried = [
            (&treatment::TREATMENT, Value::text(word.id)),
            (&treatment::NAME, Value::text(&long)),
            (&treatment::HELPED_IT, Value::text("yes")),
        ];
        diary.put(Kind::Treatment, ago, &tried);
    }
    for (ago, word) in (0..).zip(SYMPTOMS) {
        let ticked =
            [(&symptom::SYMPTOM, Value::text(word.id)), (&symptom::PRESENT, Value::from(true))];
        diary.put(Kind::Symptom, ago, &ticked);
    }
    for (ago, kind) in (0..).zip(["note", "fall", "note", "other", "visit", "note", "note"]) {
        let happened = [(&event::EVENT, Value::text(kind)), (&event::TEXT, Value::text(&long))];
        diary.put(Kind::Event, ago, &happened);
    }
    diary
}

fn of(journal: &Journal, days: u64) -> Report {
    let wanted = Wanted {
        span: Span::ending(today(), days),
        today: today(),
        redact: Redact::default(),
        language: &GERMAN,
        own_day: None,
        first_pain: None,
    };
    report(journal, &[], wanted)
}

#[test]
fn whoever_fills_in_everything_gets_one_page() {
    for language in LANGUAGES {
        let report = filled().report_in(language, 365, Redact::default());
        for paper in [Paper::A4, Paper::Letter] {
            let document = page::document(&report, paper, false).unwrap();
            assert_eq!(n_pages(&document).unwrap(), 1, "{language:?} {paper:?}");
            // However short of room, no sign is dropped, and the chart not without a word.
            let said = on_one_line(&plain(&document));
            for sign in SYMPTOMS {
                let name = language.name(&symptom::SYMPTOM, sign.id);
                assert!(said.contains(&name), "{language:?} {paper:?} {name}\n{said}");
            }
            let has_chart = html(&document).contains("<svg");
            let says_so = ["The chart did not fit", "Die Zeichnung passte nicht"];
            assert!(has_chart || says_so.iter().any(|words| said.contains(words)), "{said}");
        }
    }
}

#[test]
fn a_long_list_is_counted_where_it_is_cut() {
    let report = filled().report(365, Redact::default());
    let page = page::document(&report, Paper::A4, false).unwrap();
    let said = on_one_line(&plain(&page));
    assert!(said.contains("and ") && said.contains(" more") && said.contains('…'), "{said}");
    assert!(!said.contains(&"w".repeat(300)), "{said}");
}

#[test]
fn ten_years_and_nothing_are_one_page_each() {
    let ten = Journal::new(days(today() - chrono::Days::new(3650), 3650, |n| n % 7 == 3));
    for (journal, n_days) in [(ten, 3650), (Journal::default(), 28)] {
        let document = page::document(&of(&journal, n_days), Paper::A4, false).unwrap();
        assert_eq!(n_pages(&document).unwrap(), 1, "{n_days}");
    }
}

#[test]
fn other_programs_find_nothing_wrong_and_every_day_in_the_appendix() {
    let mut diary = Diary::default();
    for ago in 0..100 {
        diary.scored(ago, i64::try_from(ago % 9).unwrap(), 5);
    }
    let document = page::document(&diary.report(100, Redact::default()), Paper::A4, true).unwrap();
    let made_once = pdf(&document, made()).unwrap();
    assert_eq!(made_once.lack, None);
    assert!(pdf(&document, made()).unwrap() == made_once, "the same bytes");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.pdf");
    fs::write(&file, made_once.bytes).unwrap();
    let Some(about) = says("pdfinfo", &[], &file) else { return };
    assert!(on_one_line(&about).contains("Title: Neck pain: Report"), "{about}");
    assert!(on_one_line(&about).contains("Tagged: yes"), "{about}");
    let first = says("pdftotext", &["-raw", "-l", "1", "-"], &file).unwrap_or_default();
    assert!(first.contains("Page 1 of") && !first.contains("Appendix"), "{first}");
    let rest = says("pdftotext", &["-raw", "-f", "2", "-"], &file).unwrap_or_default();
    assert!(rest.starts_with("Appendix"), "{rest:.200}");
    for day in Span::ending(today(), 100).days() {
        assert!(rest.contains(&day.format("%-d %b %Y").to_string()), "{day}");
    }
    let heads = rest.matches("Date Pain Night").count();
    assert!(heads >= 2, "the head is repeated: {heads}");
    if let Some(found) = says("qpdf", &["--check"], &file) {
        assert!(found.contains("No syntax or stream encoding errors"), "{found}");
    }
    let pictures = says("pdfimages", &["-list"], &file).unwrap_or_default();
    assert_eq!(pictures.lines().count(), 2, "{pictures}");
}

#[test]
fn the_file_for_browsers_runs_and_loads_nothing() {
    let page = page::document(&filled().report(365, Redact::default()), Paper::A4, true).unwrap();
    let html = html(&page);
    assert!(html.contains("default-src 'none'") && !html.contains("<script"));
    assert!(!html.contains("src=\"http") && !html.contains("href="));
}
