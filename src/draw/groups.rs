//! Pain in groups of days on paper: a row for each group with its dots, mean, interval and
//! numbers, and beside it, or below where there is no room, the difference to the days around.

use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{
    Amount, AroundWords, Estimate, Figure, Group, Groups, Interval, SCORE_MAX, SCORE_MIN, Tone,
};
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Style};
use crate::draw::columns::whole;
use crate::draw::header::Header;
use crate::draw::layout::count;
use crate::draw::piles::Piles;
use crate::draw::typeface::{Typeface, Weight};
use crate::draw::{Error, Size, theme};
use crate::language::Language;

/// Narrowest picture with both panels beside each other, px.
const BESIDE_FROM: f64 = 640.0;
/// Lowest and highest row that has dots, px.
const ROW: (f64, f64) = (58.0, 118.0);
/// Height of a row without dots, px.
const PLAIN_ROW: f64 = 34.0;
/// Height of an axis with its numbers and its name, px.
const AXIS: f64 = 40.0;
/// Height of the line above the numbers, px.
const HEAD: f64 = 22.0;
/// From the foot of the dots to the bar, and from there to the foot of the row, px.
const BAR: (f64, f64) = (11.0, 13.0);
/// Widest name of a group, px.
const WIDEST_NAME: f64 = 130.0;
/// Half of the width and height of the diamond of a mean, px.
const DIAMOND: f64 = 5.0;
/// Room beyond both ends of an axis, so that no dot is cut, px.
const BEYOND: f64 = 12.0;
/// Between a panel and its numbers, and between a panel and what stands left of it, px.
const SPACE: f64 = 14.0;
/// Room that a number below an axis takes, px.
const NUMBER: f64 = 19.0;
/// Ends of the axis of differences, in points; the first that has room is taken.
const REACHES: [f64; 4] = [2.0, 3.0, 5.0, 10.0];

/// Where everything of groups stands.
pub(super) struct GroupLayout {
    /// Width and height of the paper.
    pub(super) paper: (f64, f64),
    header: Header,
    piles: Piles,
    /// Where the names end.
    names_end: f64,
    /// Where the numbers of the scores end.
    numbers_end: f64,
    scores: Panel,
    around: Option<Panel>,
}

/// Where a panel stands.
#[derive(Debug, Clone, Copy)]
struct Panel {
    left: f64,
    right: f64,
    top: f64,
    row: f64,
    /// Lowest and highest value of its axis.
    values: (f64, f64),
    has_names: bool,
}

impl Panel {
    fn px(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        let value = value.clamp(low, high);
        self.left + (self.right - self.left) * (value - low) / (high - low)
    }

    /// Returns the first of some steps whose numbers do not touch; else half of the axis.
    fn every(&self, steps: &[f64]) -> f64 {
        let fits = |step: &&f64| self.px(self.values.0 + **step) - self.left >= NUMBER;
        steps.iter().find(fits).copied().unwrap_or((self.values.1 - self.values.0) / 2.0)
    }

    fn bottom(&self, n_rows: usize) -> f64 {
        self.top + self.row * count(n_rows)
    }
}

impl GroupLayout {
    /// Returns where everything of groups stands below a height, on a paper of a size.
    pub(super) fn new(figure: &Figure, groups: &Groups, size: Size, typeface: &Typeface) -> Self {
        let width = f64::from(size.width());
        let n_rows = groups.groups.len().max(1);
        let left = theme::BORDER + names_width(groups, typeface) + SPACE + BEYOND;
        let right = width - theme::BORDER;
        let language = figure.language;
        let mut numbers = numbers_width(groups, language, typeface);
        let is_beside = width >= BESIDE_FROM;
        if is_beside {
            numbers.0 = numbers.0.max(Style::SMALL.width(typeface, &groups.head).ceil());
        }
        let free = right - left - numbers.0 - SPACE - BEYOND;
        let has_around = groups.around.is_some();
        let of_around = numbers.1 + 2.0 * SPACE + BEYOND + 2.0;
        let scores_width =
            if has_around && is_beside { (free - of_around) * 0.62 } else { free }.max(60.0);

        // How much room the dots have decides how many nights one stands for, which is said in the
        // header, whose height decides that room: two rounds are enough.
        let mut header = Header::new(figure, None, width, typeface);
        let mut piles = Piles::new(groups, scores_width, ROW.1 - BAR.0 - BAR.1 - 4.0);
        let mut row = ROW.1;
        let mut top = 0.0;
        let below = if has_around && !is_beside {
            HEAD + PLAIN_ROW * count(n_rows) + AXIS + SPACE
        } else {
            0.0
        };
        for _ in 0..2 {
            let dots = (!groups.groups.is_empty()).then(|| piles.say(groups.counted, language));
            header = Header::new(figure, dots.as_ref(), width, typeface);
            top = header.height() + HEAD + 4.0;
            let free = f64::from(size.height()) - top - AXIS - theme::BORDER - below;
            row = (free / count(n_rows)).clamp(ROW.0, ROW.1);
            piles = Piles::new(groups, scores_width, row - BAR.0 - BAR.1 - 4.0);
        }
        let scores = Panel {
            left,
            right: left + scores_width,
            top,
            row,
            values: (SCORE_MIN, SCORE_MAX),
            has_names: true,
        };
        let bottom = scores.bottom(n_rows) + AXIS;
        let reach = reach(groups);
        let values = (-reach, reach);
        let around = groups.around.as_ref().map(|_| {
            if is_beside {
                let left = scores.right + BEYOND + SPACE + numbers.0 + 2.0 * SPACE;
                let right = right - numbers.1 - SPACE;
                return Panel { left, right, values, has_names: false, ..scores };
            }
            let right = right - numbers.1 - SPACE;
            let (top, row) = (bottom + SPACE + HEAD, PLAIN_ROW);
            Panel { left, right, top, row, values, has_names: true }
        });
        let bottom = around.map_or(bottom, |it| bottom.max(it.bottom(n_rows) + AXIS));
        let height = (bottom + theme::BORDER - 6.0).ceil();
        let height = if groups.groups.is_empty() { height.max(top + 120.0) } else { height };
        Self {
            paper: (width, height),
            header,
            piles,
            names_end: left - SPACE - BEYOND,
            numbers_end: scores.right + BEYOND + SPACE + numbers.0,
            scores,
            around,
        }
    }
}

/// Draws groups.
pub(super) fn draw(
    paper: &Canvas<'_>,
    figure: &Figure,
    groups: &Groups,
    layout: &GroupLayout,
    typeface: &Typeface,
) -> Result<(), Error> {
    layout.header.draw(paper)?;
    let language = figure.language;
    let panel = &layout.scores;
    if groups.groups.is_empty() {
        let middle = (layout.paper.0 / 2.0, f64::midpoint(panel.top, layout.paper.1));
        let calm = Style { size: theme::SUBTITLE, weight: Weight::Regular, colour: theme::QUIET };
        let words = calm.fit(typeface, &groups.nothing, layout.paper.0 - 2.0 * theme::BORDER);
        paper.words(middle, calm.of(words, HPos::Center))?;
        return Ok(());
    }
    draw_ground(paper, layout, panel, groups, typeface)?;
    draw_axis(paper, panel, groups.groups.len(), panel.every(&[1.0, 2.0, 5.0]), &|value| {
        language.number(value)
    })?;
    draw_label(paper, panel, groups.groups.len(), &groups.label, typeface)?;
    let numbers = panel.right + BEYOND + SPACE;
    draw_head(paper, layout, &groups.head, typeface)?;
    for (place, group) in groups.groups.iter().enumerate() {
        let foot = panel.top + panel.row * count(place + 1) - BAR.1;
        draw_dots(paper, panel, &layout.piles, group, foot - BAR.0)?;
        let Some(mean) = group.mean else { continue };
        draw_estimate(paper, panel, &mean, foot, colour_of(group))?;
        draw_numbers(paper, (numbers, foot), &mean, group.amount, &Said::scores(language))?;
    }
    if let (Some(panel), Some(words)) = (&layout.around, &groups.around) {
        draw_around(paper, layout, panel, groups, words, language, typeface)?;
    }
    Ok(())
}

fn draw_around(
    paper: &Canvas<'_>,
    layout: &GroupLayout,
    panel: &Panel,
    groups: &Groups,
    words: &AroundWords,
    language: &Language,
    typeface: &Typeface,
) -> Result<(), Error> {
    let n_rows = groups.groups.len();
    if panel.has_names {
        draw_ground(paper, layout, panel, groups, typeface)?;
    }
    draw_axis(paper, panel, n_rows, panel.every(&[1.0]), &|value| whole_signed(language, value))?;
    let zero = panel.px(0.0);
    let line = vec![(zero, panel.top - 4.0), (zero, panel.bottom(n_rows))];
    paper.line(line, Paint::stroke(theme::RULE, 1.2))?;
    draw_label(paper, panel, n_rows, &words.label, typeface)?;
    let numbers = panel.right + SPACE;
    let right = layout.paper.0 - theme::BORDER;
    let head = Style::SMALL.fit(typeface, &words.head, right - panel.left);
    paper.words((right, panel.top - HEAD / 2.0), Style::SMALL.of(head, HPos::Right))?;
    for (place, group) in groups.groups.iter().enumerate() {
        let foot = panel.top + panel.row * count(place + 1) - BAR.1;
        let Some(around) = group.around else { continue };
        draw_estimate(paper, panel, &around, foot, colour_of(group))?;
        draw_numbers(paper, (numbers, foot), &around, group.amount, &Said::around(language))?;
    }
    Ok(())
}

/// Draws the names, the counts and the lines between rows, over the whole width.
fn draw_ground(
    paper: &Canvas<'_>,
    layout: &GroupLayout,
    panel: &Panel,
    groups: &Groups,
    typeface: &Typeface,
) -> Result<(), Error> {
    let right = layout.paper.0 - theme::BORDER;
    for (place, group) in groups.groups.iter().enumerate() {
        let foot = panel.top + panel.row * count(place + 1);
        if place + 1 < groups.groups.len() {
            let line = vec![(theme::BORDER, foot), (right, foot)];
            paper.line(line, Paint::stroke(theme::GRID, 0.8))?;
        }
        let name = Style::NAME.fit(typeface, &group.name, WIDEST_NAME);
        let x = layout.names_end;
        paper.words((x, foot - BAR.1 - 14.0), Style::NAME.of(name, HPos::Right))?;
        paper.words((x, foot - BAR.1), Style::SMALL.of(&group.count, HPos::Right))?;
    }
    Ok(())
}

fn draw_axis(
    paper: &Canvas<'_>,
    panel: &Panel,
    n_rows: usize,
    every: f64,
    say: &dyn Fn(f64) -> String,
) -> Result<(), Error> {
    let bottom = panel.bottom(n_rows);
    let (low, high) = panel.values;
    let steps = whole((high - low) / every);
    for step in 0..=steps {
        let value = low + every * count(step);
        let x = panel.px(value);
        let line = vec![(x, panel.top - 4.0), (x, bottom)];
        paper.line(line, Paint::stroke(theme::GRID, 0.8))?;
    }
    paper
        .line(vec![(panel.left, bottom), (panel.right, bottom)], Paint::stroke(theme::AXIS, 1.0))?;
    for step in 0..=steps {
        let value = low + every * count(step);
        paper.words((panel.px(value), bottom + 11.0), Style::BODY.of(say(value), HPos::Center))?;
    }
    Ok(())
}

fn draw_label(
    paper: &Canvas<'_>,
    panel: &Panel,
    n_rows: usize,
    label: &str,
    typeface: &Typeface,
) -> Result<(), Error> {
    let at = (f64::midpoint(panel.left, panel.right), panel.bottom(n_rows) + 27.0);
    let words = Style::SMALL.fit(typeface, label, panel.right - panel.left + 2.0 * BEYOND);
    paper.words(at, Style::SMALL.of(words, HPos::Center))
}

/// Writes what the numbers are above them, to the left where they are narrower than that.
fn draw_head(
    paper: &Canvas<'_>,
    layout: &GroupLayout,
    words: &str,
    typeface: &Typeface,
) -> Result<(), Error> {
    let panel = &layout.scores;
    let begin = panel.right + BEYOND + SPACE;
    let end = layout.numbers_end;
    let words = Style::SMALL.fit(typeface, words, end - panel.left);
    let y = panel.top - HEAD / 2.0;
    if Style::SMALL.width(typeface, &words) <= end - begin {
        return paper.words((begin, y), Style::SMALL.of(words, HPos::Left));
    }
    paper.words((end, y), Style::SMALL.of(words, HPos::Right))
}

fn draw_dots(
    paper: &Canvas<'_>,
    panel: &Panel,
    piles: &Piles,
    group: &Group,
    foot: f64,
) -> Result<(), Error> {
    let dots = piles.dots(&group.values);
    let at = dots.into_iter().map(|dot| (panel.px(dot.score) + dot.beside, foot - dot.above));
    let paint = match (group.amount, group.tone) {
        (Amount::Few, _) => Paint::stroke(theme::QUIET, 1.0),
        (Amount::Enough, Tone::Day) => Paint::fill(theme::DAY_PALE),
        (Amount::Enough, Tone::Night) => Paint::fill(theme::NIGHT_PALE),
    };
    let shrink = if group.amount == Amount::Few { 0.5 } else { 0.0 };
    paper.dots(at.collect(), piles.radius() - shrink, paint)
}

fn draw_estimate(
    paper: &Canvas<'_>,
    panel: &Panel,
    of: &Estimate,
    y: f64,
    colour: RGBColor,
) -> Result<(), Error> {
    if !of.mean.is_finite() {
        return Ok(());
    }
    if let Some(Interval { low, high }) =
        of.interval.filter(|it| it.low.is_finite() && it.high.is_finite())
    {
        let (low, high) = (panel.px(low), panel.px(high));
        paper.line(vec![(low, y), (high, y)], Paint::stroke(theme::INK, 2.0))?;
        for x in [low, high] {
            paper.line(vec![(x, y - 4.0), (x, y + 4.0)], Paint::stroke(theme::INK, 1.2))?;
        }
    }
    let x = panel.px(of.mean);
    let diamond = |half: f64| vec![(x - half, y), (x, y - half), (x + half, y), (x, y + half)];
    paper.shape(diamond(DIAMOND + 1.6), theme::PAPER)?;
    paper.shape(diamond(DIAMOND), colour)
}

/// How the numbers of an estimate are written.
struct Said<'a> {
    language: &'a Language,
    show: fn(&Language, f64) -> String,
}

impl<'a> Said<'a> {
    fn scores(language: &'a Language) -> Self {
        Self { language, show: Language::tenths }
    }

    fn around(language: &'a Language) -> Self {
        Self { language, show: Language::signed }
    }

    fn mean(&self, of: &Estimate) -> String {
        (self.show)(self.language, of.mean)
    }

    fn range(&self, of: &Estimate) -> String {
        let show = |value| (self.show)(self.language, value);
        let range = |it: Interval| (self.language.groups.range)(&show(it.low), &show(it.high));
        of.interval.map(|it| format!("({})", range(it))).unwrap_or_default()
    }
}

fn draw_numbers(
    paper: &Canvas<'_>,
    (x, y): (f64, f64),
    of: &Estimate,
    amount: Amount,
    said: &Said<'_>,
) -> Result<(), Error> {
    let mean = match amount {
        Amount::Enough => Style::NAME,
        Amount::Few => Style { colour: theme::QUIET, ..Style::NAME },
    };
    paper.words((x, y - 14.0), mean.of(said.mean(of), HPos::Left))?;
    paper.words((x, y), Style::SMALL.of(said.range(of), HPos::Left))
}

fn colour_of(group: &Group) -> RGBColor {
    match (group.amount, group.tone) {
        (Amount::Few, _) => theme::BAR_LIGHT,
        (Amount::Enough, Tone::Day) => theme::DAY,
        (Amount::Enough, Tone::Night) => theme::NIGHT,
    }
}

/// Returns how far the axis of differences reaches, points.
fn reach(groups: &Groups) -> f64 {
    let ends = groups.groups.iter().filter_map(|group| group.around).flat_map(|it| {
        let interval = it.interval.map(|it| [it.low, it.high]);
        interval.into_iter().flatten().chain([it.mean])
    });
    let most = ends.map(f64::abs).filter(|it| it.is_finite()).fold(0.0, f64::max);
    REACHES.into_iter().find(|reach| *reach >= most).unwrap_or(SCORE_MAX)
}

fn whole_signed(language: &Language, value: f64) -> String {
    let size = language.number(value.abs());
    match value {
        value if value < 0.0 => format!("−{size}"),
        value if value > 0.0 => format!("+{size}"),
        _ => size,
    }
}

fn names_width(groups: &Groups, typeface: &Typeface) -> f64 {
    let widths = groups.groups.iter().flat_map(|group| {
        let name = Style::NAME.fit(typeface, &group.name, WIDEST_NAME);
        let name = Style::NAME.width(typeface, &name);
        [name, Style::SMALL.width(typeface, &group.count)]
    });
    widths.fold(40.0, f64::max).ceil()
}

/// Returns how wide the numbers of both panels are, px.
fn numbers_width(groups: &Groups, language: &Language, typeface: &Typeface) -> (f64, f64) {
    let widest = |said: &Said<'_>, of: fn(&Group) -> Option<Estimate>| {
        let estimates = groups.groups.iter().filter_map(of);
        let widths = estimates.flat_map(|it| {
            let range = Style::SMALL.width(typeface, &said.range(&it));
            [range, Style::NAME.width(typeface, &said.mean(&it))]
        });
        widths.fold(0.0, f64::max).ceil()
    };
    let scores = widest(&Said::scores(language), |group| group.mean);
    (scores, widest(&Said::around(language), |group| group.around))
}
