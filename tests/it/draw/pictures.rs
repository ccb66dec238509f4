//! SVG and PNG: well formed, complete, nothing cut, nothing on top of each other.

use std::sync::Arc;

use twinge::chart::figure::{Body, Figure, Panel};
use twinge::draw::{Size, png, svg};
use twinge::language::{LANGUAGES, Language};
use usvg::fontdb::Database;
use usvg::{Group, Node, Options, Rect, TextChunk, Tree};

use crate::draw::sample::{chart, date, days, half_a_year, span, strange_in};

/// Largest SVG of any journal.
const MOST_BYTES: usize = 128 * 1024;

pub(crate) fn options() -> Options<'static> {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("../../../assets/fonts/Inter-Regular.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf").to_vec());
    Options { fontdb: Arc::new(fonts), ..Options::default() }
}

/// The letters of each text with the box around its ink.
fn texts(group: &Group, found: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, found),
            Node::Text(text) => {
                let letters = text.chunks().iter().map(TextChunk::text).collect::<String>();
                let ink = text.flattened().bounding_box().transform(text.abs_transform());
                found.push((letters, ink.unwrap()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    let slack = 0.3;
    one.left() + slack < other.right()
        && other.left() + slack < one.right()
        && one.top() + slack < other.bottom()
        && other.top() + slack < one.bottom()
}

fn check(name: &str, figure: &Figure, size: Size, options: &Options<'_>) {
    let n_bytes = check_texts(name, figure, size, options);
    assert!(n_bytes <= MOST_BYTES, "{name}: {n_bytes} bytes");
}

/// Checks figures in every language and of all shapes, of at most so many bytes each.
pub(crate) fn check_at_all_sizes(
    figures: fn(&'static Language) -> Vec<(&'static str, Figure)>,
    most_bytes: usize,
) {
    let options = options();
    for (name, figure) in LANGUAGES.iter().flat_map(|language| figures(language)) {
        for (width, height) in [(960, 600), (700, 440), (320, 320), (1600, 700)] {
            let size = Size::new(width, height).unwrap();
            assert!(check_texts(name, &figure, size, &options) < most_bytes, "{name}");
        }
    }
}

/// Checks that every text is there, inside, and on no other; returns the length of the SVG.
pub(crate) fn check_texts(name: &str, figure: &Figure, size: Size, options: &Options<'_>) -> usize {
    let drawn = svg(figure, size).unwrap();
    let tree = Tree::from_str(&drawn, options).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut found = vec![];
    texts(tree.root(), &mut found);
    assert_eq!(drawn.matches("<text").count(), found.len(), "{name}: a text was lost");
    for size in drawn.split("font-size=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(size.parse::<f64>().unwrap() >= 9.5, "{name}: text of {size} px");
    }
    for (place, (text, area)) in found.iter().enumerate() {
        let inside = area.left() >= 2.0
            && area.top() >= 2.0
            && area.right() <= tree.size().width() - 2.0
            && area.bottom() <= tree.size().height() - 2.0;
        assert!(inside, "{name} at {size:?}: {text:?} is cut: {area:?}");
        for (other, other_area) in &found[place + 1..] {
            assert!(!overlap(area, other_area), "{name} at {size:?}: {text:?} lies on {other:?}");
        }
    }
    assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{name}");
    drawn.len()
}

#[test]
fn no_text_is_lost_cut_or_on_top_of_another() {
    let options = options();
    let sizes = [(960, 600), (700, 440), (320, 320), (1600, 700)];
    for (name, figure) in LANGUAGES.iter().flat_map(|language| strange_in(language)) {
        for (width, height) in sizes {
            check(name, &figure, Size::new(width, height).unwrap(), &options);
        }
    }
}

#[test]
fn decades_stay_small() {
    for (name, first, last, n_days) in [
        ("two years", "2024-03-01", "2026-02-28", 730),
        ("fifty years", "1976-03-01", "2026-02-28", 18_262),
    ] {
        let figure = chart(days(date(first), n_days, |_| false), span(first, last), &[]);
        check(name, &figure, Size::USUAL, &options());
    }
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    let (one, other) = (half_a_year(), half_a_year());
    assert_eq!(svg(&one, Size::USUAL).unwrap(), svg(&other, Size::USUAL).unwrap());
    let size = Size::new(480, 400).unwrap();
    assert!(png(&one, size).unwrap() == png(&other, size).unwrap());
}

#[test]
fn a_png_has_twice_the_px() {
    let bytes = png(&half_a_year(), Size::USUAL).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (1920, 1200));
}

#[test]
fn a_screen_reader_is_told() {
    let drawn = svg(&half_a_year(), Size::USUAL).unwrap();
    assert!(drawn.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"600\" viewBox=\"0 0 960 600\" role=\"img\""));
    assert!(drawn.contains("<title>Pain, day and night</title>"), "{drawn:.400}");
    assert!(
        drawn.contains("<desc>Pain, day and night, 1 Mar 2026 – 31 Aug 2026. "),
        "{drawn:.400}"
    );
    assert!(drawn.contains("Warnings: 10 May 2026 Fall on stairs; 30 Aug 2026 Pins and needles"));
    for word in ["chronic", "diagnosis"] {
        assert!(!drawn.to_lowercase().contains(word));
    }
}

#[test]
fn every_label_is_there_to_be_found() {
    let drawn = svg(&half_a_year(), Size::USUAL).unwrap();
    for words in [
        ">day<",
        ">night<",
        ">no entries, 10 days<",
        ">Exercise<",
        ">Sitting<",
        ">Sleep position<",
        ">Medicine<",
        ">Physio starts<",
        ">severe<",
        ">moderate<",
        ">mild<",
        ">Mar<",
        ">2026<",
        "168 of 184 days with a pain score",
    ] {
        assert!(drawn.contains(words), "{words}");
    }
}

#[test]
fn what_is_no_number_is_not_drawn() {
    let mut figure = half_a_year();
    let Body::Timeline(timeline) = &mut figure.body else { panic!("no timeline") };
    for panel in &mut timeline.panels {
        match panel {
            Panel::Scores(scores) => {
                for series in &mut scores.series {
                    for (place, point) in series.points.iter_mut().enumerate() {
                        point.value = [f64::NAN, f64::INFINITY, -1e300, 3.0][place % 4];
                    }
                    for point in series.lines.iter_mut().flatten().step_by(3) {
                        point.value = f64::NAN;
                    }
                }
            }
            Panel::Bars(strip) => {
                strip.top = f64::NAN;
                strip
                    .bars
                    .iter_mut()
                    .step_by(2)
                    .for_each(|bar| bar.point.value = f64::NEG_INFINITY);
            }
            Panel::Answers(_) => panic!("no answers here"),
            Panel::Rows(strip) => strip
                .rows
                .iter_mut()
                .flat_map(|row| &mut row.cells)
                .for_each(|cell| cell.value = f64::NAN),
        }
    }
    check("no numbers", &figure, Size::USUAL, &options());
}

#[test]
fn a_size_has_limits() {
    assert!(Size::new(319, 600).is_err());
    assert!(Size::new(960, 100_000).is_err());
    let words = Size::new(0, 0).unwrap_err().to_string();
    assert_eq!(words, "cannot draw 0 × 0 px: a picture has 320 to 8000 px each way");
}
