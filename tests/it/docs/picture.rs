//! The pictures in README.md are what the program draws of its sample.

use std::fs;
use std::process::Command;

use crate::docs::{assert_current, file, is_blessing};
use crate::kit::Twinge;

/// A page that opens slowly is not read.
const BYTES_MOST: u64 = 300_000;

#[test]
fn the_picture_is_current() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "sample.db"]);
    let draw = |name: &str| {
        let _ = twinge.done(&["--journal", "sample.db", "chart", "pain", "-o", name]);
        fs::read(twinge.path(name)).unwrap()
    };
    // Points of a PNG may differ in their last bit between processors; its drawing may not.
    let drawing = String::from_utf8(draw("pain.svg")).unwrap();
    if is_blessing() {
        fs::write(file("docs/pictures/pain.png"), draw("pain.png")).unwrap();
    }
    assert_current("docs/pictures/pain.svg", &drawing);
    assert_size("docs/pictures/pain.png");
}

fn assert_size(name: &str) {
    let about = fs::metadata(file(name)).unwrap();
    assert!((10_000..BYTES_MOST).contains(&about.len()), "{name}: {} bytes", about.len());
}

#[test]
fn the_page_for_the_doctor_is_current() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "sample.db"]);
    let _ = twinge.done(&["--journal", "sample.db", "report", "-o", "visit.pdf"]);
    let drawn = fs::read(twinge.path("visit.pdf")).unwrap();
    let page = file("docs/pictures/report.pdf");
    if is_blessing() {
        fs::write(&page, &drawn).unwrap();
        // The program draws no page as PNG: what reads PDF files does, where it is there.
        let picture = file("docs/pictures/report");
        let options = ["-png", "-singlefile", "-r", "92"];
        let ran = Command::new("pdftoppm").args(options).arg(&page).arg(&picture).status();
        assert!(ran.is_ok_and(|status| status.success()), "pdftoppm of poppler-utils is needed");
    }
    assert!(
        fs::read(&page).unwrap_or_default() == drawn,
        "docs/pictures/report.pdf is not what the program draws; to rewrite it: \
         TWINGE_BLESS=1 cargo test --test it docs"
    );
    assert_size("docs/pictures/report.png");
}
