//! What habits go with, on paper: a row for each with its name, its range and what is said of it.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{Effect, Effects, Figure, Mark};
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Place, Style};
use crate::draw::effects::reach;
use crate::draw::header::Header;
use crate::draw::layout::count;
use crate::draw::multiples::{self, MultiplesLayout};
use crate::draw::typeface::{Typeface, Weight};
use crate::draw::{Error, Size, theme};

/// Height of a row, px.
const ROW: f64 = 40.0;
/// Height of a row whose words stand above its range, px.
const TALL_ROW: f64 = 86.0;
/// From the middle of a row to its first line of words, and to the second one, px.
const LINES: (f64, f64) = (-7.0, 8.0);
/// From the foot of a tall row to its range, px.
const FOOT: f64 = 14.0;
/// Height of the line above the rows, that of an axis with its name, px.
const HEAD: f64 = 24.0;
/// Height of an axis with its numbers and its name, px.
const AXIS: f64 = 40.0;
/// Widest name where the range stands beside it, px.
const WIDEST_NAME: f64 = 200.0;
/// Narrowest panel that stands beside its words, px.
const NARROWEST: f64 = 180.0;
/// Between a panel and its words, px.
const SPACE: f64 = 18.0;
/// From the axis to what is below it, px.
const BELOW: f64 = 14.0;
/// Half of the width and height of a diamond, and the radius of a ring, px.
const MARK: (f64, f64) = (6.0, 4.0);

/// Where everything of effects stands.
pub(super) struct ForestLayout {
    /// Width and height of the paper.
    pub(super) paper: (f64, f64),
    header: Header,
    left: f64,
    right: f64,
    top: f64,
    reach: f64,
    /// Whether words stand beside the ranges, and not above them.
    is_beside: bool,
    multiples: Option<MultiplesLayout>,
}

impl ForestLayout {
    /// Returns where everything of effects stands below a height, on a paper of a size.
    pub(super) fn new(figure: &Figure, effects: &Effects, size: Size, typeface: &Typeface) -> Self {
        let width = f64::from(size.width());
        let header = Header::new(figure, None, width, typeface);
        let widest = |of: &dyn Fn(&Effect) -> [f64; 2]| {
            effects.rows.iter().flat_map(of).fold(0.0, f64::max).ceil()
        };
        let names = widest(&|row| {
            [Style::NAME.width(typeface, &row.name), Style::SMALL.width(typeface, &row.facts)]
        });
        let said = widest(&|row| {
            [Style::NAME.width(typeface, &row.verdict), Style::SMALL.width(typeface, &row.said)]
        });
        let left = theme::BORDER + names.min(WIDEST_NAME) + SPACE;
        let right = width - theme::BORDER - said - SPACE;
        let is_beside = right - left >= NARROWEST;
        let inside = (theme::BORDER + SPACE, width - theme::BORDER - SPACE);
        let (left, right) = if is_beside { (left, right) } else { inside };
        let top = header.height() + HEAD;
        let mut layout = Self {
            paper: (width, 0.0),
            header,
            left,
            right,
            top,
            reach: reach(effects),
            is_beside,
            multiples: None,
        };
        let bottom = layout.bottom(effects) + AXIS;
        layout.multiples = effects
            .multiples
            .as_ref()
            .map(|it| MultiplesLayout::new(figure, it, width, bottom + BELOW, typeface));
        let bottom = layout.multiples.as_ref().map_or(bottom, |it| it.bottom);
        layout.paper.1 = if effects.rows.is_empty() {
            top + 120.0
        } else {
            (bottom + theme::BORDER - 6.0).ceil()
        };
        layout
    }

    fn row(&self) -> f64 {
        if self.is_beside { ROW } else { TALL_ROW }
    }

    fn bottom(&self, effects: &Effects) -> f64 {
        self.top + self.row() * count(effects.rows.len())
    }

    fn px(&self, points: f64) -> f64 {
        let points = points.clamp(-self.reach, self.reach);
        f64::midpoint(self.left, self.right)
            + (self.right - self.left) / 2.0 * (points / self.reach)
    }
}

/// Draws effects.
pub(super) fn draw(
    paper: &Canvas<'_>,
    figure: &Figure,
    effects: &Effects,
    layout: &ForestLayout,
    typeface: &Typeface,
) -> Result<(), Error> {
    layout.header.draw(paper)?;
    if effects.rows.is_empty() {
        let middle = (layout.paper.0 / 2.0, f64::midpoint(layout.top, layout.paper.1));
        let calm = Style { size: theme::SUBTITLE, weight: Weight::Regular, colour: theme::QUIET };
        let words = calm.fit(typeface, &effects.nothing, layout.paper.0 - 2.0 * theme::BORDER);
        return paper.words(middle, calm.of(words, HPos::Center));
    }
    draw_axis(paper, figure, effects, layout, typeface)?;
    for (place, row) in effects.rows.iter().enumerate() {
        let top = layout.top + layout.row() * count(place);
        if place > 0 {
            let line = vec![(theme::BORDER, top), (layout.paper.0 - theme::BORDER, top)];
            paper.line(line, Paint::stroke(theme::GRID, 0.8))?;
        }
        if layout.is_beside {
            let middle = top + ROW / 2.0;
            draw_words_beside(paper, layout, row, middle, typeface)?;
            draw_effect(paper, layout, row, middle)?;
        } else {
            draw_words_above(paper, layout, row, top, typeface)?;
            draw_effect(paper, layout, row, top + TALL_ROW - FOOT)?;
        }
    }
    if let (Some(of), Some(layout)) = (&effects.multiples, &layout.multiples) {
        multiples::draw(paper, figure, of, layout, typeface)?;
    }
    Ok(())
}

fn verdict_style(row: &Effect) -> Style {
    match row.mark {
        Mark::Claim => Style::NAME,
        Mark::Maybe | Mark::Unclear => Style::BODY,
        Mark::Lacking => Style { colour: theme::QUIET, ..Style::BODY },
    }
}

fn draw_words_beside(
    paper: &Canvas<'_>,
    layout: &ForestLayout,
    row: &Effect,
    middle: f64,
    typeface: &Typeface,
) -> Result<(), Error> {
    let ys = [middle + LINES.0, middle + LINES.1];
    let left = layout.left - SPACE;
    let right = layout.right + SPACE;
    let to_left = [(Style::NAME, &row.name), (Style::SMALL, &row.facts)];
    for (y, (style, words)) in ys.into_iter().zip(to_left) {
        let words = style.fit(typeface, words, left - theme::BORDER);
        paper.words((left, y), style.of(words, HPos::Right))?;
    }
    let to_right = [(verdict_style(row), &row.verdict), (Style::SMALL, &row.said)];
    for (y, (style, words)) in ys.into_iter().zip(to_right) {
        paper.words((right, y), style.of(words, HPos::Left))?;
    }
    Ok(())
}

fn draw_words_above(
    paper: &Canvas<'_>,
    layout: &ForestLayout,
    row: &Effect,
    top: f64,
    typeface: &Typeface,
) -> Result<(), Error> {
    let room = layout.paper.0 - 2.0 * theme::BORDER;
    let words = [
        (Style::NAME, &row.name),
        (Style::SMALL, &row.facts),
        (verdict_style(row), &row.verdict),
        (Style::SMALL, &row.said),
    ];
    for (place, (style, words)) in words.into_iter().enumerate() {
        let words = style.fit(typeface, words, room);
        let y = top + 11.0 + 15.0 * count(place);
        paper.words((theme::BORDER, y), style.of(words, HPos::Left))?;
    }
    Ok(())
}

fn draw_axis(
    paper: &Canvas<'_>,
    figure: &Figure,
    effects: &Effects,
    layout: &ForestLayout,
    typeface: &Typeface,
) -> Result<(), Error> {
    let bottom = layout.bottom(effects);
    let middle = f64::midpoint(layout.left, layout.right);
    // Lines through the words above a range would cross them out.
    let strips: Vec<(f64, f64)> = if layout.is_beside {
        vec![(layout.top, bottom)]
    } else {
        let feet = (1..=effects.rows.len()).map(|n| layout.top + TALL_ROW * count(n));
        feet.map(|foot| (foot - 2.0 * FOOT + 2.0, foot)).collect()
    };
    let ends = [-1.0, -0.5, 0.0, 0.5, 1.0].map(|share| share * layout.reach);
    for points in ends {
        let x = layout.px(points);
        let (colour, wide) = if points == 0.0 { (theme::RULE, 1.4) } else { (theme::GRID, 0.8) };
        for (from, to) in &strips {
            paper.line(vec![(x, *from), (x, *to)], Paint::stroke(colour, wide))?;
        }
        let number = figure.language.number(points.abs());
        let sign = if points < 0.0 {
            "−"
        } else if points > 0.0 {
            "+"
        } else {
            ""
        };
        let words = Style::BODY.of(format!("{sign}{number}"), HPos::Center);
        paper.words((x, bottom + 11.0), words)?;
    }
    let line = vec![(layout.left, bottom), (layout.right, bottom)];
    paper.line(line, Paint::stroke(theme::AXIS, 1.0))?;
    let room = layout.right - layout.left + 2.0 * SPACE - 4.0;
    let label = Style::SMALL.fit(typeface, &effects.label, room);
    paper.words((middle, bottom + 27.0), Style::SMALL.of(label, HPos::Center))?;
    let y = layout.top - HEAD / 2.0 + 2.0;
    let room = (layout.right - layout.left) / 2.0 + SPACE - 8.0;
    let less = Style::BODY.fit(typeface, &format!("← {}", effects.less), room);
    let more = Style::BODY.fit(typeface, &format!("{} →", effects.more), room);
    paper.words((middle - 8.0, y), Style::BODY.of(less, HPos::Right))?;
    paper.words((middle + 8.0, y), Style::BODY.of(more, HPos::Left))
}

fn draw_effect(
    paper: &Canvas<'_>,
    layout: &ForestLayout,
    row: &Effect,
    y: f64,
) -> Result<(), Error> {
    let Some(of) = row.estimate.filter(|it| it.mean.is_finite()) else { return Ok(()) };
    let is_said = matches!(row.mark, Mark::Claim | Mark::Maybe);
    let colour = if is_said { theme::DAY } else { theme::QUIET };
    if let Some(it) = of.interval.filter(|it| it.low.is_finite() && it.high.is_finite()) {
        let (low, high) = (layout.px(it.low), layout.px(it.high));
        let wide = if row.mark == Mark::Claim { 2.4 } else { 1.4 };
        paper.line(vec![(low, y), (high, y)], Paint::stroke(colour, wide))?;
        for x in [low, high] {
            paper.line(vec![(x, y - 4.0), (x, y + 4.0)], Paint::stroke(colour, 1.2))?;
        }
    }
    let x = layout.px(of.mean);
    let diamond = |half: f64| -> Vec<Place> {
        vec![(x - half, y), (x, y - half), (x + half, y), (x, y + half)]
    };
    if row.mark == Mark::Claim || row.mark == Mark::Maybe {
        paper.shape(diamond(MARK.0 + 1.6), theme::PAPER)?;
        paper.shape(diamond(MARK.0), colour)?;
        if row.mark == Mark::Maybe {
            paper.shape(diamond(MARK.0 - 2.2), theme::PAPER)?;
        }
        return Ok(());
    }
    paper.dots(vec![(x, y)], MARK.1 + 1.4, Paint::fill(theme::PAPER))?;
    paper.dots(vec![(x, y)], MARK.1, Paint::stroke(colour, 1.4))
}
