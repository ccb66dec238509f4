//! A timeline on paper: the order in which everything is drawn.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{Figure, Gap, Panel, Timeline, edges};
use crate::draw::Error;
use crate::draw::answers;
use crate::draw::axis::ticks;
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Style};
use crate::draw::flags;
use crate::draw::layout::Layout;
use crate::draw::scores;
use crate::draw::strips;
use crate::draw::theme;
use crate::draw::typeface::Typeface;

/// A gap narrower than this would not be seen, px.
const NARROWEST_GAP: f64 = 1.5;
/// Most gaps with words: with more they would be all that is read.
const MOST_WORDED: usize = 6;
/// Free space between the words in a gap and its ends or the rules of events, px.
const AROUND_WORDS: f64 = 3.0;

/// Draws a timeline; `hatch` is the id of the pattern for gaps.
pub(super) fn draw(
    paper: &Canvas<'_>,
    figure: &Figure,
    timeline: &Timeline,
    layout: &Layout,
    hatch: &str,
    typeface: &Typeface,
) -> Result<(), Error> {
    layout.header.draw(paper)?;
    let ticks = ticks(&layout.axis, layout.language, |text| Style::BODY.width(typeface, text));
    let panels = || timeline.panels.iter().zip(layout.panels.iter().copied());
    for (panel, at) in panels() {
        match panel {
            Panel::Scores(panel) => scores::draw_ground(paper, layout, panel, at, typeface)?,
            Panel::Answers(panel) => answers::draw_ground(paper, layout, panel, at, typeface)?,
            Panel::Bars(_) | Panel::Rows(_) => {
                strips::draw_ground(paper, layout, panel, at, typeface)?;
            }
        }
    }
    for x in &ticks.rules {
        paper
            .line(vec![(*x, layout.top()), (*x, layout.axis_y)], Paint::stroke(theme::GRID, 0.8))?;
    }
    // Where nothing at all was recorded, words say so.
    if timeline.gaps.iter().all(|gap| gap.period != figure.span) {
        draw_gaps(paper, timeline, layout, hatch, typeface)?;
    }
    for (panel, at) in panels() {
        match panel {
            Panel::Scores(panel) => scores::draw_ribbons(paper, layout, panel, at)?,
            Panel::Answers(panel) => answers::draw_values(paper, layout, panel, at, typeface)?,
            Panel::Bars(_) | Panel::Rows(_) => {
                strips::draw_values(paper, layout, panel, at, typeface)?;
            }
        }
    }
    flags::draw_rules(paper, layout)?;
    for (panel, at) in panels() {
        if let Panel::Scores(panel) = panel {
            scores::draw_series(paper, layout, panel, at, typeface)?;
        }
    }
    flags::draw_words(paper, layout, typeface)?;
    let (left, right, y) = (layout.axis.left, layout.axis.right, layout.axis_y);
    paper.line(vec![(left, y), (right, y)], Paint::stroke(theme::QUIET, 1.0))?;
    for x in &ticks.minor {
        paper.line(vec![(*x, y), (*x, y + 3.0)], Paint::stroke(theme::QUIET, 0.7))?;
    }
    for label in &ticks.labels {
        paper.words((label.at, y + 12.0), Style::BODY.of(&label.text, HPos::Center))?;
    }
    for label in &ticks.years {
        paper.words((label.at, y + 26.0), Style::SMALL.of(&label.text, HPos::Center))?;
    }
    Ok(())
}

/// Tells whether most days of a figure lie in gaps.
pub(super) fn is_sparse(figure: &Figure, timeline: &Timeline) -> bool {
    2 * timeline.gaps.iter().map(|gap| gap.period.n_days()).sum::<i64>() > figure.span.n_days()
}

/// Returns the least number of days of a gap with words, so that only so many have some.
fn worded_from(timeline: &Timeline) -> i64 {
    let mut days: Vec<i64> = timeline.gaps.iter().map(|gap| gap.period.n_days()).collect();
    days.sort_unstable_by(|one, other| other.cmp(one));
    match (days.get(MOST_WORDED - 1), days.get(MOST_WORDED)) {
        (Some(last), Some(next)) if last == next => last + 1,
        (Some(last), _) => *last,
        (None, _) => 0,
    }
}

fn draw_gaps(
    paper: &Canvas<'_>,
    timeline: &Timeline,
    layout: &Layout,
    hatch: &str,
    typeface: &Typeface,
) -> Result<(), Error> {
    let axis = &layout.axis;
    let scores = timeline
        .panels
        .iter()
        .zip(&layout.panels)
        .find(|(panel, _)| matches!(panel, Panel::Scores(scores) if !scores.is_empty()));
    let worded_from = worded_from(timeline);
    for gap in &timeline.gaps {
        let (from, to) = edges(gap.period, axis.start);
        let (from, to) = (axis.px(from.max(0.0)), axis.px(to.min(axis.days)));
        let spare = ((NARROWEST_GAP - (to - from)) / 2.0).max(0.0);
        let (from, to) = ((from - spare).max(axis.left), (to + spare).min(axis.right));
        if to <= from {
            continue;
        }
        paper.patterned((from, layout.top()), (to, layout.axis_y), hatch)?;
        if let Some((_, (top, bottom))) = scores.filter(|_| gap.period.n_days() >= worded_from) {
            draw_gap_words(paper, layout, *gap, (from, to), (*top, *bottom), typeface)?;
        }
    }
    Ok(())
}

/// Writes "no entries, 10 days" into a gap, along it where it is wide, else upright, and not at
/// all where it does not fit.
fn draw_gap_words(
    paper: &Canvas<'_>,
    layout: &Layout,
    gap: Gap,
    (from, to): (f64, f64),
    (top, bottom): (f64, f64),
    typeface: &Typeface,
) -> Result<(), Error> {
    let n_days = usize::try_from(gap.period.n_days()).unwrap_or_default();
    let words = (layout.language.drawing.no_entries)(n_days);
    let length = Style::SMALL.width(typeface, &words) + 12.0;
    let high = theme::SMALL + 6.0;
    let (x, y) = (f64::midpoint(from, to), f64::midpoint(top, bottom));
    let rules = || layout.flags.placed.iter().map(|flag| flag.x);
    let free = |half: f64| !rules().any(|rule| (rule - x).abs() < half + AROUND_WORDS);
    if to - from >= length + 2.0 * AROUND_WORDS && free(length / 2.0) {
        paper.rect(
            (x - length / 2.0, y - high / 2.0),
            (x + length / 2.0, y + high / 2.0),
            theme::PAPER,
        )?;
        paper.words((x, y), Style::SMALL.of(words, HPos::Center))
    } else if to - from >= high + 2.0
        && bottom - top >= length + 2.0 * AROUND_WORDS
        && free(high / 2.0)
    {
        paper.rect(
            (x - high / 2.0, y - length / 2.0),
            (x + high / 2.0, y + length / 2.0),
            theme::PAPER,
        )?;
        paper.words((x, y), Style::SMALL.upright(words))
    } else {
        Ok(())
    }
}
