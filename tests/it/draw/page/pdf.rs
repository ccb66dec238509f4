//! Documents as PDF, as other programs see them.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use twinge::draw::page::document::{Block, Document, Level, Paper};
use twinge::draw::page::pdf;

use crate::draw::page::sample::{document, empty, heading, hostile, long, report, words};
use crate::draw::pdf::made;
use crate::tools::{on_one_line, says};

/// A file that is open as long as its folder is kept.
struct Written {
    _folder: TempDir,
    file: PathBuf,
}

impl Written {
    fn new(document: &Document) -> Self {
        let pdf = pdf(document, made()).unwrap();
        assert_eq!(pdf.lack, None, "{}", document.title);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page.pdf");
        fs::write(&file, pdf.bytes).unwrap();
        Self { _folder: folder, file }
    }

    fn says(&self, program: &str, args: &[&str]) -> Option<String> {
        says(program, args, &self.file)
    }

    /// The words of one page, counted from 1; of all where there is none.
    fn text(&self, page: Option<usize>) -> Option<String> {
        let page = page.map(|page| page.to_string());
        let args = match &page {
            Some(page) => vec!["-raw", "-f", page, "-l", page, "-"],
            None => vec!["-raw", "-"],
        };
        self.says("pdftotext", &args).map(|text| on_one_line(&text))
    }

    fn n_pages(&self) -> Option<usize> {
        let about = self.says("pdfinfo", &[])?;
        let line = about.lines().find_map(|line| line.strip_prefix("Pages:"));
        Some(line.unwrap().trim().parse().unwrap())
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in [report(), long()] {
        assert!(pdf(&document, made()).unwrap() == pdf(&document, made()).unwrap());
    }
}

#[test]
fn other_programs_find_nothing_wrong() {
    for (document, n_pages) in [(report(), 1..=1), (long(), 5..=9), (hostile(), 100..=300)] {
        let written = Written::new(&document);
        let Some(found) = written.says("pdfinfo", &[]) else { return };
        assert!(on_one_line(&found).contains("Tagged: yes"), "{found}");
        assert!(n_pages.contains(&written.n_pages().unwrap()), "{found}");
        if let Some(found) = written.says("qpdf", &["--check"]) {
            assert!(found.contains("No syntax or stream encoding errors"), "{found}");
        }
        let fonts = written.says("pdffonts", &[]).unwrap_or_default();
        assert_eq!(fonts.lines().count(), 2 + 2, "charts and text share their fonts: {fonts}");
        assert_eq!(fonts.matches("yes yes yes").count(), 2, "{fonts}");
        let pictures = written.says("pdfimages", &["-list"]).unwrap_or_default();
        assert_eq!(pictures.lines().count(), 2, "{pictures}");
    }
}

#[test]
fn what_cannot_be_drawn_is_still_said() {
    let Some(text) = Written::new(&report()).text(None) else { return };
    for words in [
        "Upper back pain report",
        "Zoë Müller · born 14 May 1981",
        "Night pain, median (middle half), 0–10 7 (6–7) 1 (1–2) −6",
        "Numb hand after 4 h train (Kraków–Łódź).",
        "日本",
        "👩\u{200d}⚕️",
        "1. Is the night pain gone because of the position or the exercise?",
        "Page 1 of 1",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains('□'), "{text}");
}

#[test]
fn a_screen_reader_is_told_what_is_what() {
    let Some(tree) = Written::new(&report()).says("pdfinfo", &["-struct-text"]) else { return };
    let tree = on_one_line(&tree);
    let first = "Document H1 \"Upper back pain report\" (block) \"Upper back pain \" \"report\" P";
    assert!(tree.contains(first), "{tree}");
    for (what, count) in [
        ("/Scope /Column", 5),
        ("/Scope /Row", 4),
        (" TR", 5),
        (" Figure:", 5),
        (" H1 ", 1),
        (" H2 ", 3),
        (" LI ", 3),
        (" Lbl ", 3),
        ("/ListNumbering /Decimal", 1),
        ("/Summary (The first four weeks beside the last four)", 1),
    ] {
        assert_eq!(tree.matches(what).count(), count, "{what}: {tree}");
    }
    // What stands at the foot of a page is none of it.
    assert!(!tree.contains("Page 1 of 1"), "{tree}");
    let order = ["Zoë", "Measure", "Warning signs", "day and night", "Woke at 3", "Questions"];
    let places: Vec<usize> =
        order.iter().filter_map(|words| tree.to_lowercase().find(&words.to_lowercase())).collect();
    assert!(places.len() == order.len() && places.is_sorted(), "{places:?} {tree}");
}

#[test]
fn the_head_of_a_table_is_on_each_of_its_pages_and_read_once() {
    let written = Written::new(&long());
    let Some(n) = written.n_pages() else { return };
    let mut n_heads = 0;
    for page in 1..=n {
        let text = written.text(Some(page)).unwrap();
        let rows = text.matches("5 (5–6)").count();
        let heads = text.matches("Weekly, 6 months").count();
        assert_eq!(heads > 0, rows > 0, "page {page} has {rows} rows: {text}");
        assert!(text.ends_with(&format!("Page {page} of {n}")), "{text}");
        n_heads += heads;
    }
    assert!(n_heads > 3, "{n_heads}");
    let tree = written.says("pdfinfo", &["-struct-text"]).unwrap();
    assert_eq!(tree.matches("\"Weekly, 6 months\"").count(), 3);
    for part in 1..=3 {
        for row in 1..=40 {
            assert_eq!(tree.matches(&format!("\"Row {part}.{row}\"")).count(), 1, "{part}.{row}");
        }
        for note in 1..=24 {
            assert_eq!(tree.matches(&format!("\"Note {part}.{note}: ")).count(), 1);
        }
    }
}

#[test]
fn no_heading_stands_at_the_end_of_a_page() {
    // A page takes some 60 lines; wherever the heading falls, its words follow it.
    for n in 52..=60 {
        let mut blocks: Vec<Block> = (0..n).map(|n| words(&format!("line {n}"))).collect();
        blocks.push(heading(Level::Two, "A heading"));
        blocks.push(words("Its words."));
        let written = Written::new(&document(blocks));
        let Some(pages) = written.n_pages() else { return };
        let page = (1..=pages).map(|page| written.text(Some(page)).unwrap());
        let page = page.into_iter().find(|text| text.contains("A heading")).unwrap();
        assert!(page.contains("A heading Its words."), "{n}: {page}");
    }
}

#[test]
fn bookmarks_lead_to_headings() {
    let outlines = ["--json", "--json-key=outlines"];
    let Some(found) = Written::new(&long()).says("qpdf", &outlines) else { return };
    for title in ["Everything", "Part 1", "Part 2", "Part 3"] {
        assert_eq!(found.matches(&format!("\"title\": \"{title}\"")).count(), 1, "{found}");
    }
    let untitled = document(vec![words("Only words.")]);
    let found = Written::new(&untitled).says("qpdf", &outlines).unwrap_or_default();
    assert!(found.contains("\"title\": \"Upper back pain\""), "{found}");
}

#[test]
fn nothing_makes_a_page_too() {
    for (n, document) in empty().iter().enumerate() {
        let pdf = pdf(document, made()).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{n}");
        // Without a title, or words for a picture, no file is PDF/UA.
        assert_eq!(pdf.lack.is_some(), [0, 3].contains(&n), "{n}: {:?}", pdf.lack);
    }
}

#[test]
fn paper_has_its_size() {
    for (paper, size) in [(Paper::A4, "(A4)"), (Paper::Letter, "(letter)")] {
        let written = Written::new(&Document { paper, ..report() });
        let Some(about) = written.says("pdfinfo", &[]) else { return };
        assert!(about.contains(size), "{about}");
    }
}
