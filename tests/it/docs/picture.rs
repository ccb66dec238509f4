//! The picture in README.md is what the program draws of its sample.

use std::fs;

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
    let about = fs::metadata(file("docs/pictures/pain.png")).unwrap();
    assert!((10_000..BYTES_MOST).contains(&about.len()), "{} bytes", about.len());
}
