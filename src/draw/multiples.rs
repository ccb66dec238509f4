//! Small multiples on paper: a panel for each habit, side by side, on one scale and one axis.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{Amount, Figure, Multiple, Multiples, StretchMean, edges, follows};
use crate::draw::axis::{Axis, ticks};
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Place, Style};
use crate::draw::ground::{Ticks, draw_bands};
use crate::draw::layout::count;
use crate::draw::scores::{on_scale, score_y};
use crate::draw::typeface::{Typeface, Weight};
use crate::draw::{Error, theme};

/// Narrowest panel that stands beside another, with its scale, px.
const NARROWEST: f64 = 300.0;
/// Between panels, px.
const BETWEEN: (f64, f64) = (24.0, 18.0);
/// Height of the title above all panels, of a line of words, px.
const TITLE: f64 = 24.0;
/// Height of a line of words, px.
const LINE: f64 = 15.0;
/// Height of the scores of a panel: nine px a point, px.
const SCORES: f64 = 96.0;
/// Height of the labels of the axis, two lines.
const AXIS: f64 = 32.0;
/// Width of the numbers of the scale, px.
const SCALE: f64 = 26.0;
/// Radius of a dot and half of a square: of enough days, of few, px.
const DOT: (f64, f64) = (3.4, 2.0);
/// How far both sides of a stretch stand beside its middle at most, px.
const BESIDE: f64 = 3.2;

/// Where everything stands.
pub(super) struct MultiplesLayout {
    reading: Vec<String>,
    top: f64,
    n_columns: usize,
    /// Width of a panel with its scale, px.
    wide: f64,
    /// The foot of the last panel, px.
    pub(super) bottom: f64,
}

impl MultiplesLayout {
    /// Returns where everything stands below a height, on a paper of a width.
    pub(super) fn new(
        figure: &Figure,
        of: &Multiples,
        width: f64,
        top: f64,
        typeface: &Typeface,
    ) -> Self {
        let room = width - 2.0 * theme::BORDER;
        // What may be said of it stands last.
        let no_cause = figure.language.groups.no_cause.to_string();
        let reading = of.reading.iter().chain(&of.marks).chain([&no_cause]);
        let reading = typeface.wrap(reading, theme::SMALL, room);
        let most = (1..=of.panels.len()).rev();
        let fits = |n: &usize| (room + BETWEEN.0) / count(*n) - BETWEEN.0 >= NARROWEST;
        let n_columns = most.into_iter().find(fits).unwrap_or(1);
        let wide = (room + BETWEEN.0) / count(n_columns) - BETWEEN.0;
        let n_rows = of.panels.len().div_ceil(n_columns);
        let panels_top = top + TITLE + LINE * count(reading.len()) + 8.0;
        let bottom = panels_top + (high() + BETWEEN.1) * count(n_rows) - BETWEEN.1;
        Self { reading, top, n_columns, wide, bottom }
    }

    /// Returns the left and the top of a panel.
    fn corner(&self, place: usize) -> Place {
        let (row, column) = (place / self.n_columns, place % self.n_columns);
        let top = self.top + TITLE + LINE * count(self.reading.len()) + 8.0;
        let left = theme::BORDER + (self.wide + BETWEEN.0) * count(column);
        (left, top + (high() + BETWEEN.1) * count(row))
    }
}

/// Height of a panel: its name, both sides, the scores, the axis.
fn high() -> f64 {
    3.0 * LINE + 4.0 + SCORES + AXIS
}

/// Draws multiples.
pub(super) fn draw(
    paper: &Canvas<'_>,
    figure: &Figure,
    of: &Multiples,
    layout: &MultiplesLayout,
    typeface: &Typeface,
) -> Result<(), Error> {
    let room = layout.wide * count(layout.n_columns) + BETWEEN.0 * count(layout.n_columns - 1);
    let title = Style { size: theme::SUBTITLE, ..Style::NAME };
    let words = title.fit(typeface, &of.title, room);
    paper.words((theme::BORDER, layout.top + 10.0), title.of(words, HPos::Left))?;
    for (place, line) in layout.reading.iter().enumerate() {
        let y = layout.top + TITLE + 4.0 + LINE * count(place);
        paper.words((theme::BORDER, y), Style::SMALL.of(line, HPos::Left))?;
    }
    of.panels.iter().enumerate().try_for_each(|(place, panel)| {
        draw_panel(paper, figure, panel, (layout.corner(place), layout.wide), typeface)
    })
}

fn draw_panel(
    paper: &Canvas<'_>,
    figure: &Figure,
    panel: &Multiple,
    ((left, top), wide): (Place, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let (axis_left, right) = (left + SCALE, left + wide);
    draw_names(paper, panel, ((left, top), right), typeface)?;
    let scores_top = top + 3.0 * LINE + 4.0;
    let at = (scores_top, scores_top + SCORES);
    let axis = Axis::new(figure.span, axis_left, right);
    draw_bands(paper, figure.language, ((axis_left, right), at), Ticks::None, typeface)?;
    draw_axis(paper, figure, &axis, at, typeface)?;
    for score in [0.0, 5.0, 10.0] {
        let y = score_y(score, at.0, at.1);
        let line = vec![(axis_left - 4.0, y), (right, y)];
        paper.line(line, Paint::stroke(theme::GRID, 0.7))?;
        paper.words((axis_left - 8.0, y), Style::SMALL.of(score.to_string(), HPos::Right))?;
    }
    let sides = [Look::Squares, Look::Dots];
    let means = [&panel.without, &panel.with].map(|side| side.means.as_slice());
    for (look, means) in sides.into_iter().zip(means) {
        look.draw_lines(paper, &axis, at, means)?;
    }
    for (look, means) in sides.into_iter().zip(means) {
        for mean in means {
            if let Some(place) = look.place(mean, &axis, at) {
                look.draw(paper, place, mean.amount)?;
            }
        }
    }
    Ok(())
}

/// Writes what a panel is of, and what its marks are.
fn draw_names(
    paper: &Canvas<'_>,
    panel: &Multiple,
    ((left, top), right): (Place, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let y = top + LINE / 2.0;
    let name = Style::NAME.fit(typeface, &panel.name, right - left);
    let after = left + Style::NAME.width(typeface, &name) + 8.0;
    paper.words((left, y), Style::NAME.of(name, HPos::Left))?;
    // A verdict that is cut to a word or less says nothing; the row above has it in full.
    let verdict = Style::SMALL.fit(typeface, &panel.verdict, (right - after).max(0.0));
    if verdict == panel.verdict {
        paper.words((after, y), Style::SMALL.of(verdict, HPos::Left))?;
    }
    for (line, (look, side)) in
        [(Look::Dots, &panel.with), (Look::Squares, &panel.without)].into_iter().enumerate()
    {
        let y = y + LINE * count(line + 1);
        look.draw(paper, (left + 5.0, y), Amount::Enough)?;
        let style = Style { colour: look.colour(), weight: Weight::SemiBold, ..Style::SMALL };
        let from = left + 14.0;
        let name = style.fit(typeface, &side.name, right - from);
        let after = from + style.width(typeface, &name) + 6.0;
        paper.words((from, y), style.of(name, HPos::Left))?;
        let counted = Style::SMALL.fit(typeface, &side.count, (right - after).max(0.0));
        paper.words((after, y), Style::SMALL.of(counted, HPos::Left))?;
    }
    Ok(())
}

fn draw_axis(
    paper: &Canvas<'_>,
    figure: &Figure,
    axis: &Axis,
    (top, bottom): Place,
    typeface: &Typeface,
) -> Result<(), Error> {
    let ticks = ticks(axis, figure.language, |text| Style::SMALL.width(typeface, text));
    for x in &ticks.rules {
        paper.line(vec![(*x, top), (*x, bottom)], Paint::stroke(theme::GRID, 0.7))?;
    }
    let line = vec![(axis.left, bottom), (axis.right, bottom)];
    paper.line(line, Paint::stroke(theme::AXIS, 1.0))?;
    for (labels, y) in [(&ticks.labels, bottom + 10.0), (&ticks.years, bottom + 23.0)] {
        for label in labels {
            paper.words((label.at, y), Style::SMALL.of(&label.text, HPos::Center))?;
        }
    }
    Ok(())
}

/// How a side looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Filled dots on a solid line, right of the middle of their days: with the habit.
    Dots,
    /// Hollow squares on a dashed line, left of it: without.
    Squares,
}

impl Look {
    fn colour(self) -> plotters::style::RGBColor {
        if self == Self::Dots { theme::DAY } else { theme::NIGHT }
    }

    /// Returns where a mean is, px; `None` where there is none.
    fn place(self, of: &StretchMean, axis: &Axis, (top, bottom): Place) -> Option<Place> {
        let (from, to) = edges(of.period, axis.start);
        let middle = axis.px(f64::midpoint(from, to));
        let beside = (0.16 * axis.px(to - from) - 0.16 * axis.px(0.0)).min(BESIDE);
        let x = if self == Self::Dots { middle + beside } else { middle - beside };
        Some((x, score_y(on_scale(of.mean?)?, top, bottom)))
    }

    /// Draws lines between stretches that follow one another; where one has no such day, none.
    fn draw_lines(
        self,
        paper: &Canvas<'_>,
        axis: &Axis,
        at: Place,
        means: &[StretchMean],
    ) -> Result<(), Error> {
        let paint = match self {
            Self::Dots => Paint::stroke(theme::DAY_PALE, 1.6),
            Self::Squares => {
                Paint { dash: Some((4.0, 3.0)), ..Paint::stroke(theme::NIGHT_PALE, 1.4) }
            }
        };
        let is_joined = |one: &StretchMean, other: &StretchMean| {
            one.mean.is_some() && other.mean.is_some() && follows(one.period, other.period)
        };
        for run in means.chunk_by(is_joined) {
            let places: Vec<Place> = run.iter().filter_map(|it| self.place(it, axis, at)).collect();
            if places.len() > 1 {
                paper.line(places, paint)?;
            }
        }
        Ok(())
    }

    fn draw(self, paper: &Canvas<'_>, (x, y): Place, amount: Amount) -> Result<(), Error> {
        let size = if amount == Amount::Few { DOT.1 } else { DOT.0 };
        match self {
            Self::Dots => paper.dots(vec![(x, y)], size, Paint::fill(theme::DAY)),
            Self::Squares => {
                let half = size - 0.3;
                let corners = [(-half, -half), (half, -half), (half, half), (-half, half)];
                let corners: Vec<Place> =
                    corners.into_iter().map(|(across, down)| (x + across, y + down)).collect();
                paper.shape(corners.clone(), theme::PAPER)?;
                let closed = corners.iter().chain(corners.first()).copied().collect();
                paper.line(closed, Paint::stroke(theme::NIGHT, 1.2))
            }
        }
    }
}
