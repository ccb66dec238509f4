//! The panel of pain scores: bands, grid, medians, dots, rings, means by month.

use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{
    Point, SCORE_MAX, SCORE_MIN, ScorePanel, Series, Tone, edges, follows, middle,
};
use crate::draw::Error;
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Place, Style};
use crate::draw::ground::{Ticks, draw_bands, draw_nothing};
use crate::draw::layout::{Layout, SERIES_WORDS, count};
use crate::draw::theme;
use crate::draw::typeface::Typeface;

/// Least distance between the words about two series, px.
pub(super) const WORDS_APART: f64 = 28.0;
/// How far a dot may stand beside the middle of its day so that day and night are both seen, px.
const BESIDE_MOST: f64 = 4.0;

/// From the tip of a caret to its feet, sideways and down, px.
const CARET: (f64, f64) = (3.2, 4.4);

/// What one value of a panel covers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grain {
    /// A day.
    Days,
    /// A month or more.
    Months,
}

impl Grain {
    fn of(scores: &ScorePanel) -> Self {
        if scores.series.iter().any(Series::is_by_day) { Self::Days } else { Self::Months }
    }
}

/// Draws bands, grid, scale and names: everything below the series.
pub(super) fn draw_ground(
    paper: &Canvas<'_>,
    layout: &Layout,
    scores: &ScorePanel,
    (top, bottom): (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let (left, right) = (layout.axis.left, layout.axis.right);
    let y = |score: f64| score_y(score, top, bottom);
    let at = ((left, right), (top, bottom));
    draw_bands(paper, layout.language, at, Ticks::Drawn, typeface)?;
    for score in [0.0, 2.0, 4.0, 6.0, 8.0, 10.0] {
        paper.line(vec![(left, y(score)), (right, y(score))], Paint::stroke(theme::GRID, 0.7))?;
    }
    for score in [0.0, 2.0, 4.0, 6.0, 8.0, 10.0] {
        paper.line(
            vec![(left - 5.0, y(score)), (left, y(score))],
            Paint::stroke(theme::QUIET, 0.8),
        )?;
        paper.words((left - 9.0, y(score)), Style::BODY.of(score.to_string(), HPos::Right))?;
    }
    let label = Style { colour: theme::QUIET, ..Style::BODY };
    let words = label.fit(typeface, &scores.label, bottom - top);
    paper.words(
        (theme::BORDER + theme::BODY / 2.0, f64::midpoint(top, bottom)),
        label.upright(words),
    )
}

/// Draws the series and their words; one that covers months is drawn as ribbon and line, one by
/// day as pale medians with its entries on top.
pub(super) fn draw_series(
    paper: &Canvas<'_>,
    layout: &Layout,
    scores: &ScorePanel,
    (top, bottom): (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let axis = &layout.axis;
    let panel = panel(paper, layout, (top, bottom));
    let grain = Grain::of(scores);
    for series in scores.series.iter().rev() {
        draw_lines(&panel, layout, series, grain)?;
    }
    for series in scores.series.iter().rev() {
        draw_points(&panel, layout, series)?;
        draw_carets(&panel, layout, series, bottom - top)?;
    }
    draw_words(paper, layout, scores, (top, bottom), typeface)?;
    if scores.is_empty() {
        let at = ((axis.left, axis.right), (top, bottom));
        draw_nothing(paper, &scores.nothing, at, typeface)?;
    }
    Ok(())
}

/// Draws where most values lie: below the rules of events.
pub(super) fn draw_ribbons(
    paper: &Canvas<'_>,
    layout: &Layout,
    scores: &ScorePanel,
    at: (f64, f64),
) -> Result<(), Error> {
    let panel = panel(paper, layout, at);
    scores.series.iter().rev().try_for_each(|series| draw_ribbon(&panel, layout, series))
}

fn panel<'a>(paper: &Canvas<'a>, layout: &Layout, at: (f64, f64)) -> Canvas<'a> {
    let axis = &layout.axis;
    let values = SCORE_MIN - theme::HEADROOM..SCORE_MAX + theme::HEADROOM;
    paper.panel((axis.left, axis.right), at, 0.0..axis.days, values)
}

/// Returns where a score is in a panel from `top` to `bottom`, px.
pub(super) fn score_y(score: f64, top: f64, bottom: f64) -> f64 {
    let share =
        (score - SCORE_MIN + theme::HEADROOM) / (SCORE_MAX - SCORE_MIN + 2.0 * theme::HEADROOM);
    bottom - (bottom - top) * share
}

/// Returns a value that can be drawn; `None` for one that is no number.
pub(super) fn on_scale(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(SCORE_MIN, SCORE_MAX))
}

fn draw_ribbon(panel: &Canvas<'_>, layout: &Layout, series: &Series) -> Result<(), Error> {
    let colour = match series.tone {
        Tone::Day => theme::DAY_RIBBON,
        Tone::Night => theme::NIGHT_RIBBON,
    };
    for run in series.ribbon.chunk_by(|one, other| follows(one.period, other.period)) {
        let mut upper: Vec<Place> = vec![];
        let mut lower: Vec<Place> = vec![];
        for range in run {
            let (from, to) = edges(range.period, layout.axis.start);
            let (Some(low), Some(high)) = (on_scale(range.low), on_scale(range.high)) else {
                continue;
            };
            // Months whose entries are all the same still show as a thin line.
            let (low, high) =
                if high - low < 0.08 { (low - 0.04, high + 0.04) } else { (low, high) };
            upper.extend([(from, high), (to, high)]);
            lower.extend([(from, low), (to, low)]);
        }
        upper.extend(lower.iter().rev());
        panel.shape(upper, colour)?;
    }
    Ok(())
}

fn draw_lines(
    panel: &Canvas<'_>,
    layout: &Layout,
    series: &Series,
    grain: Grain,
) -> Result<(), Error> {
    let px_per_day = layout.axis.px_per_day();
    let pale_width = (1.6 + 0.6 * px_per_day).clamp(2.4, 4.0);
    let n_values = series.lines.iter().map(Vec::len).sum::<usize>();
    let by_month_width = if n_values > 240 { 1.3 } else { 2.1 };
    let paint = match (series.tone, grain) {
        (Tone::Day, Grain::Days) => Paint::stroke(theme::DAY_PALE, pale_width),
        (Tone::Night, Grain::Days) => {
            Paint { dash: Some((7.0, 4.0)), ..Paint::stroke(theme::NIGHT_PALE, pale_width - 0.4) }
        }
        (Tone::Day, Grain::Months) => Paint::stroke(theme::DAY, by_month_width),
        (Tone::Night, Grain::Months) => {
            Paint { dash: Some((5.0, 2.5)), ..Paint::stroke(theme::NIGHT, by_month_width - 0.4) }
        }
    };
    let mut alone = vec![];
    for line in &series.lines {
        let places: Vec<Place> =
            line.iter().filter_map(|point| place(point, layout, 0.0)).collect();
        match places.as_slice() {
            [one] => alone.push(*one),
            _ => panel.line(places, paint)?,
        }
    }
    if grain == Grain::Months && !alone.is_empty() {
        panel.dots(alone, 2.2, dot(series.tone))?;
    }
    Ok(())
}

fn draw_points(panel: &Canvas<'_>, layout: &Layout, series: &Series) -> Result<(), Error> {
    let px_per_day = layout.axis.px_per_day();
    let radius = (0.9 + 0.28 * px_per_day).clamp(1.2, 3.0);
    let beside = (0.22 * px_per_day).min(BESIDE_MOST) / px_per_day;
    let side = match series.tone {
        Tone::Day => beside,
        Tone::Night => -beside,
    };
    let places = series.points.iter().filter_map(|point| place(point, layout, side)).collect();
    panel.dots(places, radius, dot(series.tone))
}

/// Draws days of which only the worst is known: a caret below that height, since the rest of the
/// day was lower.
fn draw_carets(
    panel: &Canvas<'_>,
    layout: &Layout,
    series: &Series,
    height: f64,
) -> Result<(), Error> {
    let sideways = CARET.0 / layout.axis.px_per_day();
    let down = CARET.1 * (SCORE_MAX - SCORE_MIN + 2.0 * theme::HEADROOM) / height;
    let colour = colour(series.tone);
    let tips = series.worst_only.iter().filter_map(|point| place(point, layout, 0.0));
    for tip in tips {
        panel.line(caret(tip, (sideways, -down)), Paint::stroke(colour, 1.4))?;
    }
    Ok(())
}

fn caret((x, y): Place, (sideways, down): Place) -> Vec<Place> {
    vec![(x - sideways, y + down), (x, y), (x + sideways, y + down)]
}

fn colour(tone: Tone) -> RGBColor {
    match tone {
        Tone::Day => theme::DAY,
        Tone::Night => theme::NIGHT,
    }
}

/// Returns the look of a dot: filled by day, a ring by night.
fn dot(tone: Tone) -> Paint {
    match tone {
        Tone::Day => Paint::fill(colour(tone)),
        Tone::Night => Paint { fill: Some(theme::PAPER), ..Paint::stroke(colour(tone), 1.1) },
    }
}

fn place(point: &Point, layout: &Layout, side: f64) -> Option<Place> {
    let day = middle(point.period, layout.axis.start) + side;
    let value = on_scale(point.value)?;
    (0.0..=layout.axis.days).contains(&day).then_some((day, value))
}

/// Names each series at the height of its end, pushed apart, with its newest value below.
fn draw_words(
    paper: &Canvas<'_>,
    layout: &Layout,
    scores: &ScorePanel,
    (top, bottom): (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let grain = Grain::of(scores);
    let mut named: Vec<(f64, &Series)> = scores
        .series
        .iter()
        .filter_map(|series| {
            let end = series.lines.last().and_then(|line| line.last());
            let end = end.or(series.points.last()).or(series.worst_only.last())?;
            Some((score_y(on_scale(end.value)?, top, bottom), series))
        })
        .collect();
    named.sort_by(|one, other| one.0.total_cmp(&other.0));
    let wanted: Vec<f64> = named.iter().map(|(y, _)| *y).collect();
    let heights = push_apart(&wanted, WORDS_APART, (top + 8.0, bottom - 20.0));
    for ((_, series), y) in named.iter().zip(heights) {
        let x = layout.axis.right + SERIES_WORDS;
        let colour = colour(series.tone);
        let swatch = vec![(x - 26.0, y), (x - 5.0, y)];
        let paint = match (series.tone, grain) {
            (Tone::Day, Grain::Days) => Paint::stroke(theme::DAY_PALE, 4.0),
            (Tone::Day, Grain::Months) => Paint::stroke(theme::DAY, 2.1),
            (Tone::Night, Grain::Days) => {
                Paint { dash: Some((7.0, 7.0)), ..Paint::stroke(theme::NIGHT_PALE, 3.6) }
            }
            (Tone::Night, Grain::Months) => {
                Paint { dash: Some((5.0, 2.5)), ..Paint::stroke(theme::NIGHT, 1.7) }
            }
        };
        if !series.lines.is_empty() {
            paper.line(swatch, paint)?;
        }
        if series.points.is_empty() && !series.worst_only.is_empty() {
            paper.line(caret((x - 15.5, y - CARET.1 / 2.0), CARET), Paint::stroke(colour, 1.4))?;
        } else if grain == Grain::Days {
            paper.dots(vec![(x - 15.5, y)], 2.3, dot(series.tone))?;
        }
        let room = layout.paper.0 - theme::BORDER - x;
        let name = Style { colour, ..Style::NAME };
        paper.words((x, y), name.of(name.fit(typeface, &series.name, room), HPos::Left))?;
        if let Some(newest) = &series.newest {
            let newest = Style::SMALL.fit(typeface, newest, room);
            paper.words((x, y + 13.0), Style::SMALL.of(newest, HPos::Left))?;
        }
    }
    Ok(())
}

/// Moves heights (in order) apart by at least `apart` and into `inside`, as little as it takes.
pub(super) fn push_apart(wanted: &[f64], apart: f64, inside: (f64, f64)) -> Vec<f64> {
    let mut heights: Vec<f64> = vec![];
    for (place, height) in wanted.iter().enumerate() {
        let after = count(wanted.len() - 1 - place) * apart;
        let least = heights.last().map_or(inside.0, |last| last + apart);
        heights.push(height.min(inside.1 - after).max(least));
    }
    heights
}

#[cfg(test)]
mod tests {
    use crate::draw::scores::{on_scale, push_apart, score_y};

    #[test]
    fn words_are_pushed_apart_and_stay_inside() {
        assert_eq!(push_apart(&[50.0, 100.0], 26.0, (0.0, 200.0)), [50.0, 100.0]);
        assert_eq!(push_apart(&[100.0, 100.0], 26.0, (0.0, 200.0)), [100.0, 126.0]);
        assert_eq!(push_apart(&[199.0, 200.0], 26.0, (0.0, 200.0)), [174.0, 200.0]);
        assert_eq!(push_apart(&[-5.0], 26.0, (0.0, 200.0)), [0.0]);
        assert!(push_apart(&[], 26.0, (0.0, 200.0)).is_empty());
    }

    #[test]
    fn the_scale_is_never_zoomed() {
        assert!((score_y(10.35, 0.0, 107.0)).abs() < 1e-9);
        assert!((score_y(0.0, 0.0, 107.0) - 103.5).abs() < 1e-9);
        assert_eq!(on_scale(f64::NAN), None);
        assert_eq!(on_scale(f64::INFINITY), None);
        assert_eq!(on_scale(11.0), Some(10.0));
    }
}
