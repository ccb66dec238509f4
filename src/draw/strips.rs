//! The strips below the scores: bars and rows of choices.

use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{BarStrip, Panel, Point, RowStrip, Strength, edges, follows, middle};
use crate::draw::Error;
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Place, Style};
use crate::draw::layout::{
    ABOVE_BARS, Layout, STRIP_WORDS, below_name, count, strip_facts, strip_name,
};
use crate::draw::theme;
use crate::draw::typeface::Typeface;
use crate::journal::Span;

/// Widest bar of a day, px: a single day is no wall.
const WIDEST_BAR: f64 = 14.0;
/// The same of what is longer than a day: it stands for all of its days.
const WIDEST_OF_DAYS: f64 = 1000.0;
/// Below this width of one value bars stand wall to wall, px.
const WALL_TO_WALL: f64 = 2.6;
/// Height of the tick of something done without an amount, px.
const DONE: f64 = 4.0;
/// The same where the strip has no amounts at all.
const DONE_ALONE: f64 = 11.0;
/// From the ground to the foot and to the top of a dash, px.
const NOT_DONE: (f64, f64) = (4.5, 6.0);

/// Draws what lies below the bars: name, unit, grid, facts on the right.
pub(super) fn draw_ground(
    paper: &Canvas<'_>,
    layout: &Layout,
    panel: &Panel,
    (top, bottom): (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let (left, right) = (layout.axis.left, layout.axis.right);
    let (name, unit) = match panel {
        Panel::Scores(_) | Panel::Answers(_) => return Ok(()),
        Panel::Bars(strip) => (&strip.name, below_name(strip)),
        Panel::Rows(strip) => (&strip.name, strip.unit.as_str()),
    };
    draw_name(paper, (name, unit), (left, f64::midpoint(top, bottom)), typeface)?;
    let facts = strip_facts(panel, layout.language, typeface);
    match panel {
        Panel::Bars(strip) => bar_facts(paper, layout, strip, &facts, (top, bottom))?,
        Panel::Scores(_) | Panel::Answers(_) | Panel::Rows(_) => {
            let n_rows = count(facts.len().max(1));
            for (row, fact) in facts.into_iter().enumerate() {
                let y = top + (bottom - top) * (count(row) + 0.5) / n_rows;
                if n_rows > 1.0 {
                    paper.line(vec![(left, y), (right, y)], Paint::stroke(theme::GRID, 0.6))?;
                }
                paper.words((right + STRIP_WORDS, y), Style::SMALL.of(fact, HPos::Left))?;
            }
        }
    }
    paper.line(vec![(left, bottom), (right, bottom)], Paint::stroke(theme::AXIS, 0.8))
}

/// Writes the name of a strip and its unit to the left of a place.
pub(super) fn draw_name(
    paper: &Canvas<'_>,
    (name, unit): (&str, &str),
    (left, middle): Place,
    typeface: &Typeface,
) -> Result<(), Error> {
    let name_y = if unit.is_empty() { middle } else { middle - 6.5 };
    paper.words((left - 8.0, name_y), Style::NAME.of(strip_name(name, typeface), HPos::Right))?;
    let unit = Style::SMALL.fit(typeface, unit, left - theme::BORDER - 8.0);
    paper.words((left - 8.0, middle + 6.5), Style::SMALL.of(unit, HPos::Right))
}

/// Draws the bars or cells.
pub(super) fn draw_values(
    paper: &Canvas<'_>,
    layout: &Layout,
    panel: &Panel,
    (top, bottom): (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let axis = &layout.axis;
    match panel {
        Panel::Scores(_) | Panel::Answers(_) => Ok(()),
        Panel::Bars(strip) => {
            let top = top_of_bars(strip, top);
            let area = paper.panel(
                (axis.left, axis.right),
                (top, bottom),
                0.0..axis.days,
                0.0..full_height(strip),
            );
            draw_bars(&area, layout, strip, bottom - top)?;
            draw_numbers(paper, layout, strip, (top, bottom), typeface)
        }
        Panel::Rows(strip) => {
            let n_rows = count(strip.rows.len().max(1));
            let area =
                paper.panel((axis.left, axis.right), (top, bottom), 0.0..axis.days, 0.0..n_rows);
            draw_cells(&area, layout, strip)
        }
    }
}

fn bar_facts(
    paper: &Canvas<'_>,
    layout: &Layout,
    strip: &BarStrip,
    facts: &[String],
    (top, bottom): (f64, f64),
) -> Result<(), Error> {
    let (left, right) = (layout.axis.left, layout.axis.right);
    let top = top_of_bars(strip, top);
    let height = match &strip.mark {
        Some((value, _)) if value.is_finite() => (value / full_height(strip)).clamp(0.0, 1.0),
        _ => 1.0,
    };
    let y = bottom - (bottom - top) * height;
    paper.line(vec![(left, y), (right + 4.0, y)], Paint::stroke(theme::GRID, 0.7))?;
    let (Some(upper), Some(lower)) = (facts.first(), facts.get(1)) else { return Ok(()) };
    let upper_y = if lower.is_empty() { y.min(bottom - 5.0) } else { y.min(bottom - 17.0) };
    paper.words((right + STRIP_WORDS, upper_y), Style::SMALL.of(upper, HPos::Left))?;
    let dark = Style { colour: theme::INK, ..Style::SMALL };
    paper.words((right + STRIP_WORDS, bottom - 4.0), dark.of(lower, HPos::Left))
}

fn full_height(strip: &BarStrip) -> f64 {
    if strip.top.is_finite() && strip.top > 0.0 { strip.top } else { 1.0 }
}

fn draw_bars(
    area: &Canvas<'_>,
    layout: &Layout,
    strip: &BarStrip,
    height: f64,
) -> Result<(), Error> {
    let full = full_height(strip);
    let whole = strip.whole.iter().filter_map(|point| drawable(point, full));
    draw_columns(area, layout, &whole.collect::<Vec<_>>(), theme::BAR_PALE)?;
    for (strength, colour) in [
        (Strength::Plain, theme::BAR),
        (Strength::Light, theme::BAR_LIGHT),
        (Strength::Dark, theme::BAR_DARK),
    ] {
        let bars = strip.bars.iter().filter(|bar| bar.strength == strength);
        let bars: Vec<(Span, f64)> = bars.filter_map(|bar| drawable(&bar.point, full)).collect();
        draw_columns(area, layout, &bars, colour)?;
    }
    let tick = if strip.bars.is_empty() { DONE_ALONE } else { DONE };
    let done: Vec<(Span, f64)> =
        strip.done.iter().map(|period| (*period, full * tick / height)).collect();
    draw_columns(area, layout, &done, theme::BAR)?;
    draw_not_done(area, layout, strip, full / height)
}

/// Draws a dash above the ground for what was said not to be done; `px` is what one is worth.
fn draw_not_done(
    area: &Canvas<'_>,
    layout: &Layout,
    strip: &BarStrip,
    px: f64,
) -> Result<(), Error> {
    let narrow = |one: &Span, other: &Span| is_narrow(layout, *one) && follows(*one, *other);
    for run in strip.not_done.chunk_by(narrow) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let (from, to) = (sides(layout, *first).0, sides(layout, *last).1);
        let (low, high) = NOT_DONE;
        area.rect((from, low * px), (to, high * px), theme::BAR)?;
    }
    Ok(())
}

/// Writes above each bar what it is, of how much where there is room.
fn draw_numbers(
    paper: &Canvas<'_>,
    layout: &Layout,
    strip: &BarStrip,
    (top, bottom): (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let full = full_height(strip);
    let px = |period: Span| {
        let (from, to) = edges(period, layout.axis.start);
        (to - from) * layout.axis.px_per_day() - 2.0
    };
    let fits = |text: &str, room: f64| Style::SMALL.width(typeface, text) <= room;
    let say = |value: f64| layout.language.number(value);
    // Of how many is said for all or for none, but for those that are cut at the ends.
    let widest = strip.whole.iter().map(|whole| px(whole.period)).fold(0.0, f64::max);
    let has_of = fits(&format!("{0}/{0}", say(full)), widest);
    for whole in &strip.whole {
        let Some((period, height)) = drawable(whole, full) else { continue };
        let own = strip.bars.iter().find(|bar| bar.point.period == period);
        let own = own.map_or(0.0, |bar| bar.point.value);
        let of = Some(format!("{}/{}", say(own), say(whole.value))).filter(|_| has_of);
        let texts = of.into_iter().chain([say(own)]);
        let Some(text) = texts.into_iter().find(|text| fits(text, px(period))) else { continue };
        let x = layout.axis.px(middle(period, layout.axis.start));
        let y = bottom - (bottom - top) * height / full - ABOVE_BARS / 2.0;
        paper.words((x, y), Style::SMALL.of(text, HPos::Center))?;
    }
    Ok(())
}

/// Returns where the highest bar ends: below the numbers where bars have some.
fn top_of_bars(strip: &BarStrip, top: f64) -> f64 {
    if strip.whole.is_empty() { top } else { top + ABOVE_BARS }
}

fn drawable(point: &Point, full: f64) -> Option<(Span, f64)> {
    (point.value.is_finite() && point.value > 0.0).then(|| (point.period, point.value.min(full)))
}

/// Draws columns from zero: one by one where there is room, else as one shape for each run.
fn draw_columns(
    area: &Canvas<'_>,
    layout: &Layout,
    columns: &[(Span, f64)],
    colour: RGBColor,
) -> Result<(), Error> {
    let start = layout.axis.start;
    let next_to = |one: &(Span, f64), other: &(Span, f64)| follows(one.0, other.0);
    for run in columns.chunk_by(|one, other| is_narrow(layout, one.0) && next_to(one, other)) {
        if let [(period, value)] = run {
            let (from, to) = sides(layout, *period);
            area.rect((from, 0.0), (to, *value), colour)?;
            continue;
        }
        let mut outline: Vec<Place> = vec![];
        for (period, value) in run {
            let (from, to) = edges(*period, start);
            if outline.is_empty() {
                outline.push((from, 0.0));
            }
            outline.extend([(from, *value), (to, *value)]);
        }
        outline.extend(outline.last().map(|(to, _)| (*to, 0.0)));
        area.shape(outline, colour)?;
    }
    Ok(())
}

fn draw_cells(area: &Canvas<'_>, layout: &Layout, strip: &RowStrip) -> Result<(), Error> {
    let n_rows = count(strip.rows.len());
    for (place, row) in strip.rows.iter().enumerate() {
        let middle = n_rows - count(place) - 0.5;
        let cells = row.cells.iter().filter(|cell| cell.value.is_finite() && cell.value > 0.0);
        let cells: Vec<(Span, f64)> = cells
            .map(|cell| {
                let share = cell.value.min(1.0);
                // Where cells are so narrow, no one sees more.
                let is_narrow = is_narrow(layout, cell.period);
                (cell.period, if is_narrow { twentieths(share) } else { share })
            })
            .collect();
        let joins = |one: &(Span, f64), other: &(Span, f64)| {
            let same_height = (one.1 - other.1).abs() < 0.01;
            is_narrow(layout, one.0) && same_height && follows(one.0, other.0)
        };
        for run in cells.chunk_by(joins) {
            let (Some((first, share)), Some((last, _))) = (run.first(), run.last()) else {
                continue;
            };
            let half = (0.4 * share).max(0.03);
            let (from, to) = (sides(layout, *first).0, sides(layout, *last).1);
            area.rect((from, middle - half), (to, middle + half), theme::INK)?;
        }
    }
    Ok(())
}

/// Returns a share to a twentieth, at least one.
fn twentieths(share: f64) -> f64 {
    ((share * 20.0).round() / 20.0).max(0.05)
}

fn is_narrow(layout: &Layout, period: Span) -> bool {
    let (from, to) = edges(period, layout.axis.start);
    (to - from) * layout.axis.px_per_day() < WALL_TO_WALL
}

/// Returns where a column of a period begins and ends, in days after the start.
fn sides(layout: &Layout, period: Span) -> (f64, f64) {
    let (from, to) = edges(period, layout.axis.start);
    let px = (to - from) * layout.axis.px_per_day();
    if px < WALL_TO_WALL {
        return (from, to);
    }
    let widest = if period.n_days() == 1 { WIDEST_BAR } else { WIDEST_OF_DAYS };
    let half = ((px - (0.2 * px).max(0.8)).min(widest) / 2.0) / layout.axis.px_per_day();
    let middle = f64::midpoint(from, to);
    (middle - half, middle + half)
}
