//! Scores in groups on paper: a box for the middle half, a dot for the median, and below each its
//! name and numbers.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{BoxPanel, Figure, ScoreBox};
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Place, Style};
use crate::draw::ground::{Ticks, draw_bands, draw_nothing};
use crate::draw::header::Header;
use crate::draw::layout::count;
use crate::draw::scores::{on_scale, score_y};
use crate::draw::typeface::{Typeface, Weight};
use crate::draw::{Error, Size, theme};
use crate::language::Language;

/// Narrowest picture with panels beside each other, px.
const BESIDE_FROM: f64 = 760.0;
/// Lowest height of a panel that can still be read, px.
const LEAST_HEIGHT: f64 = 150.0;
/// Height of the title of a panel, px.
const TITLE: f64 = 24.0;
/// Height of a line below a panel, px.
const LINE: f64 = 15.0;
/// Lines below a panel: name, more of it, median, number, "few".
const LINES: usize = 5;
/// Room right of a panel for the names of the bands, px.
const BANDS: f64 = 24.0;
/// Widest box, px.
const WIDEST: f64 = 34.0;
/// Lowest box, px: values that are all the same still show.
const LOWEST: f64 = 3.0;

/// Where everything stands.
pub(super) struct BoxPlan<'a> {
    header: Header,
    language: &'static Language,
    typeface: &'a Typeface,
    frames: Vec<Frame>,
    /// Whether panels stand beside each other.
    is_beside: bool,
    /// Width and height of the paper, px.
    pub(super) paper: (f64, f64),
}

/// Where the scale of a panel lies, px.
#[derive(Clone, Copy)]
struct Frame {
    x: (f64, f64),
    y: (f64, f64),
}

impl<'a> BoxPlan<'a> {
    /// Returns where everything stands on a paper of a size, or of more height.
    pub(super) fn new(
        figure: &Figure,
        panels: &[BoxPanel],
        size: Size,
        typeface: &'a Typeface,
    ) -> Self {
        let (width, height) = (f64::from(size.width()), f64::from(size.height()));
        let header = Header::new(figure, None, width, typeface);
        let language = figure.language;
        let gutter = gutter(language, typeface);
        let below = LINE * count(LINES) + 10.0;
        let room = width - 2.0 * theme::BORDER;
        let is_beside = width >= BESIDE_FROM;
        let n_rows = if is_beside { 1 } else { panels.len() };
        let each = (height - header.height() - theme::BORDER) / count(n_rows.max(1));
        let scale = (each - TITLE - below).max(LEAST_HEIGHT);
        let n_boxes: usize = panels.iter().map(|panel| panel.boxes.len()).sum();
        let free = room - count(panels.len()) * (gutter + BANDS);
        let mut frames = vec![];
        let (mut x, mut y) = (theme::BORDER, header.height());
        for panel in panels {
            let share = count(panel.boxes.len()) / count(n_boxes.max(1));
            let wide = if is_beside { free * share } else { room - gutter - BANDS };
            let left = x + gutter;
            let top = y + TITLE;
            frames.push(Frame { x: (left, left + wide), y: (top, top + scale) });
            if is_beside {
                x = left + wide + BANDS;
            } else {
                y = top + scale + below;
            }
        }
        let bottom = frames.last().map_or(y, |frame| frame.y.1) + below + theme::BORDER;
        Self {
            header,
            language,
            typeface,
            frames,
            is_beside,
            paper: (width, bottom.max(height).ceil()),
        }
    }

    /// Draws the panels.
    pub(super) fn draw(&self, paper: &Canvas<'_>, panels: &[BoxPanel]) -> Result<(), Error> {
        self.header.draw(paper)?;
        for (panel, frame) in panels.iter().zip(&self.frames) {
            self.draw_ground(paper, panel, *frame)?;
            // The rows of panels beside each other are level.
            let has_more = |it: &BoxPanel| it.boxes.iter().any(|it| !it.more.is_empty());
            let has_more = has_more(panel) || (self.is_beside && panels.iter().any(has_more));
            let first = 1 + usize::from(has_more);
            self.draw_words(paper, panel, *frame, first)?;
            if panel.boxes.iter().all(|it| it.spread.is_none()) {
                draw_nothing(paper, &panel.nothing, (frame.x, frame.y), self.typeface)?;
            }
            for (place, it) in panel.boxes.iter().enumerate() {
                draw_box(paper, it, frame.slot(place, panel.boxes.len()), *frame)?;
            }
        }
        Ok(())
    }

    fn draw_ground(&self, paper: &Canvas<'_>, panel: &BoxPanel, frame: Frame) -> Result<(), Error> {
        let ((left, right), (top, bottom)) = (frame.x, frame.y);
        let y = |score: f64| score_y(score, top, bottom);
        draw_bands(paper, self.language, (frame.x, frame.y), Ticks::None, self.typeface)?;
        for score in [0.0, 2.0, 4.0, 6.0, 8.0, 10.0] {
            let line = vec![(left - 5.0, y(score)), (right, y(score))];
            paper.line(line, Paint::stroke(theme::GRID, 0.7))?;
            paper.words((left - 9.0, y(score)), Style::BODY.of(score.to_string(), HPos::Right))?;
        }
        let title = Style::NAME.fit(self.typeface, &panel.title, right - left);
        paper.words((left, top - TITLE / 2.0), Style::NAME.of(title, HPos::Left))
    }

    /// Writes the names and numbers below a panel, and what the numbers are left of them; the
    /// medians stand in a line so many below the names.
    fn draw_words(
        &self,
        paper: &Canvas<'_>,
        panel: &BoxPanel,
        frame: Frame,
        first: usize,
    ) -> Result<(), Error> {
        let words = &self.language.drawing;
        let at = |line: usize| frame.y.1 + 13.0 + LINE * count(line);
        for (line, name) in [words.median, words.number].into_iter().enumerate() {
            let place = (frame.x.0 - 9.0, at(first + line));
            paper.words(place, Style::SMALL.of(name, HPos::Right))?;
        }
        for (place, it) in panel.boxes.iter().enumerate() {
            let (from, to) = frame.slot(place, panel.boxes.len());
            let x = f64::midpoint(from, to);
            let write = |line: usize, style: Style, text: &str| {
                let text = style.fit(self.typeface, text, to - from - 3.0);
                paper.words((x, at(line)), style.of(text, HPos::Center))
            };
            let median = it.spread.map(|it| self.language.score(it.median)).unwrap_or_default();
            write(0, Style::BODY, &it.name)?;
            write(1, Style::SMALL, &it.more)?;
            let weight = if it.is_few { Weight::Regular } else { Weight::SemiBold };
            write(first, Style { weight, ..Style::BODY }, &median)?;
            write(first + 1, Style::SMALL, &it.n.to_string())?;
            write(first + 2, Style::SMALL, if it.is_few { words.few } else { "" })?;
        }
        Ok(())
    }
}

impl Frame {
    /// Returns the left and right end of a group's place.
    fn slot(self, place: usize, of: usize) -> Place {
        let wide = (self.x.1 - self.x.0) / count(of.max(1));
        let from = self.x.0 + wide * count(place);
        (from, from + wide)
    }
}

/// Draws a group: filled, or dashed and hollow where it has few values.
fn draw_box(
    paper: &Canvas<'_>,
    it: &ScoreBox,
    (from, to): Place,
    frame: Frame,
) -> Result<(), Error> {
    let Some(spread) = it.spread else { return Ok(()) };
    let ends = [spread.low, spread.median, spread.high].map(on_scale);
    let [Some(low), Some(median), Some(high)] = ends else { return Ok(()) };
    let y = |score: f64| score_y(score, frame.y.0, frame.y.1);
    let x = f64::midpoint(from, to);
    let half = ((to - from) * 0.3).min(WIDEST / 2.0);
    let spare = ((LOWEST - (y(low) - y(high))) / 2.0).max(0.0);
    let (top, bottom) = (y(high) - spare, y(low) + spare);
    if it.is_few {
        let around = vec![
            (x - half, f64::midpoint(top, bottom)),
            (x - half, top),
            (x + half, top),
            (x + half, bottom),
            (x - half, bottom),
            (x - half, f64::midpoint(top, bottom)),
        ];
        let dashed = Paint { dash: Some((3.0, 2.0)), ..Paint::stroke(theme::RULE, 1.0) };
        paper.line(around, dashed)?;
        let ring = Paint { fill: Some(theme::PAPER), ..Paint::stroke(theme::RULE, 1.4) };
        return paper.dots(vec![(x, y(median))], 3.6, ring);
    }
    paper.rect((x - half, top), (x + half, bottom), theme::DAY_PALE)?;
    paper
        .line(vec![(x - half, y(median)), (x + half, y(median))], Paint::stroke(theme::DAY, 2.0))?;
    paper.dots(vec![(x, y(median))], 4.2, Paint::fill(theme::DAY))
}

fn gutter(language: &Language, typeface: &Typeface) -> f64 {
    let words = [language.drawing.median, language.drawing.number];
    let widths = words.into_iter().map(|words| Style::SMALL.width(typeface, words));
    (widths.fold(Style::BODY.width(typeface, "10"), f64::max) + 10.0).ceil()
}
