//! Answers that are given now and then, on paper: a line with dots, small marks, bars up and down.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{AnswerPanel, AnswerSeries, Look, PanelSize, Point, edges};
use crate::draw::Error;
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Place, Style};
use crate::draw::ground::draw_nothing;
use crate::draw::layout::{Layout, SERIES_WORDS, STRIP_WORDS};
use crate::draw::scores::{WORDS_APART, push_apart};
use crate::draw::strips::draw_name;
use crate::draw::theme;
use crate::draw::typeface::Typeface;

/// Days from one answer to the next, as a rule.
const WEEK: f64 = 7.0;
/// Room above and below the scale of a large panel and of a strip, px.
const SPARE: (f64, f64) = (8.0, 3.0);
/// Widest bar, px.
const WIDEST_BAR: f64 = 9.0;

/// Where a panel stands, and its scale.
struct Frame {
    top: f64,
    bottom: f64,
    scale: (f64, f64),
}

impl Frame {
    fn new(panel: &AnswerPanel, (top, bottom): (f64, f64)) -> Self {
        let spare = if panel.size == PanelSize::Main { SPARE.0 } else { SPARE.1 };
        Self { top: top + spare, bottom: bottom - spare, scale: panel.scale }
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.scale;
        self.bottom - (self.bottom - self.top) * (value.clamp(low, high) - low) / (high - low)
    }
}

/// Draws grid, scale and names: everything below the answers.
pub(super) fn draw_ground(
    paper: &Canvas<'_>,
    layout: &Layout,
    panel: &AnswerPanel,
    at: (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let (left, right) = (layout.axis.left, layout.axis.right);
    let frame = Frame::new(panel, at);
    let middle = f64::midpoint(at.0, at.1);
    if panel.size == PanelSize::Strip {
        draw_name(paper, (&panel.name, &panel.unit), (left, middle), typeface)?;
        let (low, high) = panel.scale;
        let ends_and_zero = [(low, theme::GRID), (high, theme::GRID), (low.max(0.0), theme::AXIS)];
        for (value, colour) in ends_and_zero {
            let line = vec![(left, frame.y(value)), (right, frame.y(value))];
            paper.line(line, Paint::stroke(colour, 0.8))?;
        }
        let room = layout.paper.0 - theme::BORDER - right - STRIP_WORDS;
        let newest = panel.series.iter().find_map(|series| series.newest.as_deref());
        let words = Style::SMALL.fit(typeface, newest.unwrap_or_default(), room);
        return paper.words((right + STRIP_WORDS, middle), Style::SMALL.of(words, HPos::Left));
    }
    for value in [0.0, 2.0, 4.0, 6.0, 8.0, 10.0] {
        let line = vec![(left - 5.0, frame.y(value)), (right, frame.y(value))];
        paper.line(line, Paint::stroke(theme::GRID, 0.8))?;
        let number = Style::BODY.of(value.to_string(), HPos::Right);
        paper.words((left - 9.0, frame.y(value)), number)?;
    }
    let label = Style { colour: theme::QUIET, ..Style::BODY };
    let words = label.fit(typeface, &panel.name, at.1 - at.0);
    paper.words((theme::BORDER + theme::BODY / 2.0, middle), label.upright(words))
}

/// Draws the answers and, in a large panel, their names.
pub(super) fn draw_values(
    paper: &Canvas<'_>,
    layout: &Layout,
    panel: &AnswerPanel,
    at: (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let frame = Frame::new(panel, at);
    for series in panel.series.iter().rev() {
        draw_series(paper, layout, series, &frame)?;
    }
    if panel.size == PanelSize::Strip {
        return Ok(());
    }
    if panel.is_empty() {
        let axis = &layout.axis;
        return draw_nothing(paper, &panel.nothing, ((axis.left, axis.right), at), typeface);
    }
    draw_words(paper, layout, panel, &frame, typeface)
}

fn draw_series(
    paper: &Canvas<'_>,
    layout: &Layout,
    series: &AnswerSeries,
    frame: &Frame,
) -> Result<(), Error> {
    let week = layout.axis.px_per_day() * WEEK;
    let radius = (week * 0.14).clamp(1.1, 3.2);
    let places = |piece: &[Point]| -> Vec<Place> {
        piece.iter().filter_map(|point| place(point, layout, frame)).collect()
    };
    for piece in &series.pieces {
        let places = places(piece);
        if series.look == Look::Line && places.len() > 1 {
            paper.line(places, Paint::stroke(theme::DAY_PALE, (radius * 1.1).max(1.6)))?;
        }
    }
    let all: Vec<Place> = series.pieces.iter().flat_map(|piece| places(piece)).collect();
    // Three answers of one day may be the same.
    let beside = (week * 0.2).min(4.5);
    match series.look {
        Look::Line => paper.dots(all, radius, Paint::fill(theme::DAY)),
        Look::Bars => draw_bars(paper, &all, frame, (week * 0.5).clamp(1.2, WIDEST_BAR)),
        look => {
            let side = match look {
                Look::Rings => -beside,
                Look::Triangles => beside,
                _ => 0.0,
            };
            let moved = all.into_iter().map(|(x, y)| (x + side, y));
            draw_marks(paper, look, moved, (radius * 0.85).max(1.0))
        }
    }
}

/// Draws bars from 0; an answer of 0 is a mark on that line.
fn draw_bars(paper: &Canvas<'_>, places: &[Place], frame: &Frame, width: f64) -> Result<(), Error> {
    let zero = frame.y(0.0);
    for (is_up, colour) in [(true, theme::BAR_LIGHT), (false, theme::BAR_DARK)] {
        let one_way = places.iter().filter(|(_, y)| (*y < zero - 0.5) == is_up);
        for (x, y) in one_way {
            let y = if (y - zero).abs() < 0.5 { zero + 1.2 } else { *y };
            let from = if (y - zero).abs() < 1.5 { zero - 1.2 } else { zero };
            paper.rect((x - width / 2.0, from), (x + width / 2.0, y), colour)?;
        }
    }
    Ok(())
}

/// Draws hollow marks, each of its own shape.
fn draw_marks(
    paper: &Canvas<'_>,
    look: Look,
    places: impl Iterator<Item = Place>,
    radius: f64,
) -> Result<(), Error> {
    let paint = Paint::stroke(theme::BAR, 1.1);
    if look == Look::Rings {
        return paper.dots(places.collect(), radius, paint);
    }
    for (x, y) in places {
        let r = radius;
        let corners = if look == Look::Squares {
            vec![
                (x - r, y),
                (x - r, y - r),
                (x + r, y - r),
                (x + r, y + r),
                (x - r, y + r),
                (x - r, y),
            ]
        } else {
            vec![(x, y + r), (x - r, y + r), (x, y - r), (x + r, y + r), (x, y + r)]
        };
        paper.line(corners, paint)?;
    }
    Ok(())
}

/// Returns where the day of an answer is: the last of those that it is about.
fn place(point: &Point, layout: &Layout, frame: &Frame) -> Option<Place> {
    let (_, end) = edges(point.period, layout.axis.start);
    let day = end - 0.5;
    let is_inside = point.value.is_finite() && (0.0..=layout.axis.days).contains(&day);
    is_inside.then(|| (layout.axis.px(day), frame.y(point.value)))
}

/// Names each series at the height of its end, pushed apart, with its newest answer.
fn draw_words(
    paper: &Canvas<'_>,
    layout: &Layout,
    panel: &AnswerPanel,
    frame: &Frame,
    typeface: &Typeface,
) -> Result<(), Error> {
    let end = |series: &AnswerSeries| series.pieces.last()?.last().map(|point| point.value);
    let ends = panel.series.iter().filter_map(|series| Some((end(series)?, series)));
    let mut named: Vec<(f64, &AnswerSeries)> = ends
        .filter(|(value, _)| value.is_finite())
        .map(|(value, series)| (frame.y(value), series))
        .collect();
    named.sort_by(|one, other| one.0.total_cmp(&other.0));
    let wanted: Vec<f64> = named.iter().map(|(y, _)| *y).collect();
    let heights = push_apart(&wanted, WORDS_APART, (frame.top + 2.0, frame.bottom - 14.0));
    for ((_, series), y) in named.iter().zip(heights) {
        let x = layout.axis.right + SERIES_WORDS;
        let mark = (x - 15.5, y);
        let style = match series.look {
            Look::Line => {
                let swatch = vec![(x - 26.0, y), (x - 5.0, y)];
                paper.line(swatch, Paint::stroke(theme::DAY_PALE, 3.4))?;
                paper.dots(vec![mark], 2.8, Paint::fill(theme::DAY))?;
                Style { colour: theme::DAY, ..Style::NAME }
            }
            Look::Bars => Style::BODY,
            look => {
                draw_marks(paper, look, [mark].into_iter(), 2.8)?;
                Style { colour: theme::QUIET, ..Style::BODY }
            }
        };
        let room = layout.paper.0 - theme::BORDER - x;
        paper.words((x, y), style.of(style.fit(typeface, &series.name, room), HPos::Left))?;
        let newest = series.newest.as_deref().unwrap_or_default();
        let newest = Style::SMALL.fit(typeface, newest, room);
        paper.words((x, y + 13.0), Style::SMALL.of(newest, HPos::Left))?;
    }
    Ok(())
}
