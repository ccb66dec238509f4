//! What lies below scores: the bands of severity with their names, and words where there is none.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::SCORE_MIN;
use crate::draw::Error;
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Style};
use crate::draw::layout::BAND_NAMES;
use crate::draw::scores::score_y;
use crate::draw::theme;
use crate::draw::typeface::{Typeface, Weight};
use crate::language::Language;

/// Whether bands end in a tick in the margin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ticks {
    /// They do where they have names.
    Drawn,
    /// There is no room.
    None,
}

/// Draws the bands of a panel, and their names right of it: all of them, or none where one of
/// them has no room.
pub(super) fn draw_bands(
    paper: &Canvas<'_>,
    language: &Language,
    ((left, right), (top, bottom)): ((f64, f64), (f64, f64)),
    ticks: Ticks,
    typeface: &Typeface,
) -> Result<(), Error> {
    let y = |score: f64| score_y(score, top, bottom);
    let [mild, moderate, severe] = language.drawing.bands;
    let mut from = SCORE_MIN - theme::HEADROOM;
    let mut bands = vec![];
    for (band, name) in theme::BANDS.iter().zip(["", mild, moderate, severe]) {
        bands.push((band, name, (y(from), y(band.to))));
        from = band.to;
    }
    let fits = |name: &str, (from, to): (f64, f64)| {
        name.is_empty() || Style::SMALL.width(typeface, name) + 4.0 <= from - to
    };
    let is_named = bands.iter().all(|(_, name, at)| fits(name, *at));
    for (band, name, (from, to)) in bands {
        paper.rect((left, from), (right, to), band.tint)?;
        if name.is_empty() || !is_named {
            continue;
        }
        paper.words((right + BAND_NAMES, f64::midpoint(from, to)), Style::SMALL.upright(name))?;
        if ticks == Ticks::Drawn {
            let tick = vec![(right + 2.0, to), (right + 14.0, to)];
            paper.line(tick, Paint::stroke(theme::GRID, 0.8))?;
        }
    }
    Ok(())
}

/// Writes in the middle of a panel that it has nothing to show.
pub(super) fn draw_nothing(
    paper: &Canvas<'_>,
    nothing: &str,
    ((left, right), (top, bottom)): ((f64, f64), (f64, f64)),
    typeface: &Typeface,
) -> Result<(), Error> {
    let calm = Style { size: theme::SUBTITLE, weight: Weight::Regular, colour: theme::QUIET };
    let words = calm.fit(typeface, nothing, right - left - 8.0);
    let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
    let (wide, high) = (calm.width(typeface, &words) / 2.0 + 6.0, theme::SUBTITLE);
    paper.rect((x - wide, y - high), (x + wide, y + high), theme::PAPER)?;
    paper.words((x, y), calm.of(words, HPos::Center))
}
