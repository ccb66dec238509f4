//! PDF of a figure: tagged, whole, its words still text, and as PDF readers see it.

use std::fs;

use chrono::{DateTime, Utc};
use twinge::chart::figure::Figure;
use twinge::draw::{Pdf, Size, pdf, svg};

use crate::draw::sample::{half_a_year, strange};
use crate::tools::{on_one_line, says};

/// When the files of the tests are made.
pub(crate) fn made() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(crate::kit::NOW).unwrap().to_utc()
}

fn drawn(figure: &Figure) -> Pdf {
    pdf(figure, Size::USUAL, made()).unwrap()
}

/// The words of an SVG, as they are written in it, with the entities of XML read back.
pub(crate) fn labels(svg: &str) -> Vec<String> {
    let texts = svg.split("<text").skip(1).filter_map(|rest| rest.split_once('>'));
    let words = texts.filter_map(|(_, rest)| rest.split_once("</text>"));
    words
        .map(|(words, _)| {
            let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
            plain.iter().fold(words.to_string(), |text, (from, to)| text.replace(from, to))
        })
        .collect()
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    let (one, other) = (drawn(&half_a_year()), drawn(&half_a_year()));
    assert!(one == other && one.bytes.starts_with(b"%PDF-1.7"));
    let later = made() + chrono::Days::new(1);
    assert!(pdf(&half_a_year(), Size::USUAL, later).unwrap() != one);
}

#[test]
fn every_figure_is_accessible() {
    let mut n_marked = 0;
    for (name, figure) in strange() {
        // A letter with two marks has no character of its own: it is drawn in two parts, the
        // second of which would be read as nothing.
        let is_marked = svg(&figure, Size::USUAL).unwrap().contains('\u{302}');
        n_marked += usize::from(is_marked);
        let lack = is_marked.then(|| "a letter with a mark is drawn in two parts".to_string());
        assert_eq!(drawn(&figure).lack, lack, "{name}");
    }
    // Two of pain, and the same two of exercise.
    assert_eq!(n_marked, 4);
}

#[test]
fn other_programs_find_nothing_wrong_and_every_word() {
    let folder = tempfile::tempdir().unwrap();
    let mut number = 0;
    for (name, figure) in strange() {
        number += 1;
        let file = folder.path().join(format!("{number}.pdf"));
        fs::write(&file, drawn(&figure).bytes).unwrap();
        let Some(about) = says("pdfinfo", &[], &file) else { return };
        for line in ["Tagged: yes", "Pages: 1", "Page size: 720 x ", "Creator: twinge "] {
            assert!(on_one_line(&about).contains(line), "{name}: {about}");
        }
        if let Some(found) = says("qpdf", &["--check"], &file) {
            assert!(found.contains("No syntax or stream encoding errors"), "{name}: {found}");
        }
        let fonts = says("pdffonts", &[], &file).unwrap_or_default();
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert!((1..=2).contains(&fonts.len()), "{name}: {fonts:?}");
        for font in fonts {
            assert!(font.contains("Inter-") && font.contains("yes yes yes"), "{name}: {font}");
        }
        let pictures = says("pdfimages", &["-list"], &file).unwrap_or_default();
        assert_eq!(pictures.lines().count(), 2, "{name} is not all lines: {pictures}");
        // Where a word ends is the reader's guess.
        let together = |text: &str| text.split_whitespace().collect::<String>();
        let text = together(&says("pdftotext", &["-"], &file).unwrap_or_default());
        for label in labels(&svg(&figure, Size::USUAL).unwrap()) {
            assert!(text.contains(&together(&label)), "{name}: {label:?} is not in {text:?}");
        }
    }
}

#[test]
fn a_screen_reader_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pain.pdf");
    fs::write(&file, drawn(&half_a_year()).bytes).unwrap();
    if let Some(structure) = says("pdfinfo", &["-struct"], &file) {
        assert!(on_one_line(&structure).contains("Document Figure:"), "{structure}");
    }
    // Words of the structure are written with two bytes a letter.
    let bytes = says("qpdf", &["--qdf", "--object-streams=disable", "-"], &file);
    if let Some(bytes) = bytes {
        for key in ["/Alt ", "/Lang (en)", "/DisplayDocTitle true", "pdfuaid:part"] {
            assert!(bytes.contains(key), "{key}");
        }
    }
}
