//! Events and warnings above and through the panels, and their key when they are numbered.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{Event, EventKind, days_after};
use crate::draw::Error;
use crate::draw::axis::Axis;
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Style};
use crate::draw::lanes::{Cluster, Flag, clusters, lanes};
use crate::draw::layout::{KEY_LINE, LANE, Layout, count};
use crate::draw::theme;
use crate::draw::typeface::{Typeface, Weight};
use crate::language::Language;

/// Widest event label, px.
const WIDEST: f64 = 280.0;
/// From a rule to the words of an event and of a warning, px.
const BESIDE: (f64, f64) = (4.0, 10.0);
/// Free space between the words of one event and the rule or triangle of the next, px.
const APART: f64 = 11.0;
/// Narrowest column of the key, px.
const KEY_COLUMN: f64 = 270.0;
/// From the left of a line of the key to its words: triangle and number, px.
const KEY_TEXT: f64 = 37.0;
/// Rules of events that stand closer than this on both sides stop above the panels, px.
const FENCE: f64 = 7.0;
/// Lines of the key that are measured to choose its columns; more never fit on one page.
const MOST_MEASURED: usize = 64;
/// Fewest lines of the key, however small the picture.
const KEY_AT_LEAST: usize = 6;
/// Words about events.
const PLAIN: Style = Style { size: theme::BODY, weight: Weight::Regular, colour: theme::INK };
/// Words about warnings.
const BOLD: Style = Style { size: theme::BODY, weight: Weight::SemiBold, colour: theme::WARNING };

/// An event that has a place on the picture.
pub(super) struct Placed {
    /// Its rule, px.
    pub(super) x: f64,
    /// Whether it is a warning.
    pub(super) warning: bool,
    /// Its words, cut to fit.
    pub(super) words: String,
    /// Whether its words stand left of the rule, because the paper ends at the right.
    pub(super) left: bool,
    /// Its lane, 0 the lowest; all 0 when numbered.
    pub(super) lane: usize,
}

/// On which sides of their rules words may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sides {
    /// Left of a rule, too, where the paper ends at the right.
    Both,
    /// On the right alone.
    Right,
}

/// How much is said of each event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// How long it went on, too.
    InFull,
    /// Only what it is.
    Label,
}

/// What a number stands for.
pub(super) struct KeyLine {
    /// Whether it is a warning.
    pub(super) warning: bool,
    /// Date and words.
    pub(super) words: String,
}

/// The key of numbered events.
pub(super) struct Key {
    /// What each number stands for, in order.
    pub(super) lines: Vec<KeyLine>,
    /// How many columns it has.
    pub(super) columns: usize,
    /// Events that have no number for want of room.
    pub(super) n_left_out: usize,
}

/// All events of a picture with their places.
pub(super) struct Flags {
    /// In order of their rules.
    pub(super) placed: Vec<Placed>,
    /// Rules of events for which the key has no room, px.
    pub(super) unnumbered: Vec<f64>,
    /// The key; `None` when the words stand beside the rules.
    pub(super) key: Option<Key>,
    n_lanes: usize,
}

impl Key {
    /// Returns its height in px.
    pub(super) fn height(&self) -> f64 {
        let cells = self.lines.len() + usize::from(self.n_left_out > 0);
        count(cells.div_ceil(self.columns)) * KEY_LINE + 4.0
    }
}

impl Flags {
    /// Gives each event its place; `paper` is the width of the paper and of what is inside its
    /// border, `key_room` the height that a key may take.
    pub(super) fn new(
        events: &[Event],
        language: &Language,
        axis: &Axis,
        paper: (f64, f64),
        key_room: f64,
        typeface: &Typeface,
    ) -> Self {
        let mut inside: Vec<(f64, &Event)> = events
            .iter()
            .map(|event| (days_after(axis.start, event.date) + 0.5, event))
            .filter(|(day, _)| (0.0..axis.days).contains(day))
            .map(|(day, event)| (axis.px(day), event))
            .collect();
        inside.sort_by(|one, other| one.0.total_cmp(&other.0));
        let in_lanes = |sides, said| Self::in_lanes(&inside, paper.0, (sides, said), typeface);
        let short =
            in_lanes(Sides::Both, Said::Label).or_else(|| in_lanes(Sides::Right, Said::Label));
        // More is said only where it costs the panels nothing.
        let full = in_lanes(Sides::Both, Said::InFull)
            .filter(|full| short.as_ref().is_some_and(|short| full.n_lanes <= short.n_lanes));
        full.or(short)
            .unwrap_or_else(|| Self::numbered(&inside, language, paper.1, key_room, typeface))
    }

    /// Returns the height of the labels above the panels.
    pub(super) fn height(&self) -> f64 {
        match (self.placed.is_empty() && self.unnumbered.is_empty(), &self.key) {
            (true, _) => 8.0,
            (false, None) => 8.0 + LANE * count(self.n_lanes) + 6.0,
            (false, Some(_)) => 8.0 + 2.0 * LANE + 4.0,
        }
    }

    /// Tells whether the rule of an event would be one bar of a fence that hides the days.
    fn is_dense(&self, place: usize) -> bool {
        let x = |place: usize| self.placed.get(place).map(|flag| flag.x);
        let Some(here) =
            x(place).filter(|_| self.placed.get(place).is_some_and(|flag| !flag.warning))
        else {
            return false;
        };
        let before = place.checked_sub(1).and_then(x).is_some_and(|before| here - before < FENCE);
        let after = x(place + 1).is_some_and(|after| after - here < FENCE);
        before && after
    }

    fn in_lanes(
        inside: &[(f64, &Event)],
        width: f64,
        (sides, said): (Sides, Said),
        typeface: &Typeface,
    ) -> Option<Self> {
        // More than this can never be told apart, and each label costs time to measure.
        if inside.len() > 40 {
            return None;
        }
        let mut placed = vec![];
        let mut flags = vec![];
        for (x, event) in inside {
            let warning = event.kind == EventKind::Warning;
            let (style, beside) = if warning { (BOLD, BESIDE.1) } else { (PLAIN, BESIDE.0) };
            let right_room = width - theme::BORDER - x - beside;
            let has_more = said == Said::InFull && !event.more.is_empty();
            let full = has_more.then(|| event.in_full());
            let full = full.filter(|it| style.width(typeface, it) <= WIDEST.min(right_room));
            let whole = full.unwrap_or_else(|| style.fit(typeface, &event.label, WIDEST));
            let whole_width = style.width(typeface, &whole);
            let left = sides == Sides::Both
                && whole_width > right_room
                && x - theme::BORDER - beside >= whole_width;
            let words =
                if left { whole } else { style.fit(typeface, &whole, WIDEST.min(right_room)) };
            let reach = beside + style.width(typeface, &words);
            let (begin, end) = if left { (x - reach, *x) } else { (*x, x + reach) };
            flags.push(Flag { x: *x, begin, end });
            placed.push(Placed { x: *x, warning, words, left, lane: 0 });
        }
        let lanes = lanes(&flags, APART)?;
        for (flag, lane) in placed.iter_mut().zip(&lanes) {
            flag.lane = *lane;
        }
        let n_lanes = lanes.iter().max().map_or(0, |lane| lane + 1);
        Some(Self { placed, unnumbered: vec![], key: None, n_lanes })
    }

    fn numbered(
        inside: &[(f64, &Event)],
        language: &Language,
        room: f64,
        key_room: f64,
        typeface: &Typeface,
    ) -> Self {
        let rows = whole(key_room / KEY_LINE).max(KEY_AT_LEAST);
        let lines: Vec<KeyLine> =
            inside.iter().map(|(_, event)| KeyLine::new(event, language)).collect();
        let column = |columns: usize| room / count(columns) - KEY_TEXT - 9.0;
        let most_columns = whole(room / KEY_COLUMN).max(1);
        // As many columns as leave every line whole, but a long story is cut at half the width.
        let longest = if most_columns > 1 { column(2) } else { column(1) };
        let widths = lines.iter().take(MOST_MEASURED).map(|line| line.width(typeface).min(longest));
        let widest = widths.fold(0.0, f64::max);
        let whole_lines = (1..=most_columns).rev().find(|columns| widest <= column(*columns));
        let fits = |columns: &usize| inside.len() <= columns * whole(key_room / KEY_LINE);
        let columns = whole_lines.filter(fits).unwrap_or(most_columns);
        let cells = columns * rows;
        let n_listed = if inside.len() > cells { cells - 1 } else { inside.len() };
        let listed = most_important(&lines, n_listed);
        let mut flags = Self { placed: vec![], unnumbered: vec![], key: None, n_lanes: 1 };
        let mut key = vec![];
        for (place, ((x, _), line)) in inside.iter().zip(lines).enumerate() {
            if listed.binary_search(&place).is_err() {
                if flags.unnumbered.last().is_none_or(|last| x - last >= 4.0) {
                    flags.unnumbered.push(*x);
                }
                continue;
            }
            let warning = line.warning;
            key.push(KeyLine {
                words: line.style().fit(typeface, &line.words, column(columns)),
                warning,
            });
            flags.placed.push(Placed {
                x: *x,
                warning,
                words: String::new(),
                left: false,
                lane: 0,
            });
        }
        flags.key = Some(Key { lines: key, columns, n_left_out: inside.len() - n_listed });
        flags
    }
}

impl KeyLine {
    fn new(event: &Event, language: &Language) -> Self {
        let words = format!("{} · {}", language.date(event.date), event.in_full());
        Self { warning: event.kind == EventKind::Warning, words }
    }

    fn style(&self) -> Style {
        if self.warning { BOLD } else { PLAIN }
    }

    fn width(&self, typeface: &Typeface) -> f64 {
        self.style().width(typeface, &self.style().fit(typeface, &self.words, 2.0 * WIDEST))
    }
}

/// Returns the places of the lines that are kept, in order: warnings first, then what is newest.
fn most_important(lines: &[KeyLine], n: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..lines.len()).rev().collect();
    places.sort_by_key(|place| lines.get(*place).is_none_or(|line| !line.warning));
    places.truncate(n);
    places.sort_unstable();
    places
}

/// Draws the rules through the panels, before the series.
pub(super) fn draw_rules(paper: &Canvas<'_>, layout: &Layout) -> Result<(), Error> {
    let flags = &layout.flags;
    let paint = |warning: bool| {
        if warning { Paint::stroke(theme::WARNING, 1.2) } else { Paint::stroke(theme::RULE, 0.8) }
    };
    for warning in [false, true] {
        for (place, flag) in
            flags.placed.iter().enumerate().filter(|(_, flag)| flag.warning == warning)
        {
            let top = match (&flags.key, warning) {
                (None, true) => layout.top() - 6.0 - LANE * count(flag.lane),
                (None, false) => layout.top() - 3.0 - LANE * count(flag.lane + 1),
                (Some(_), true) => layout.top() - 7.0,
                (Some(_), false) => layout.top() - 5.0,
            };
            let bottom = if flags.is_dense(place) { layout.top() } else { layout.axis_y };
            paper.line(vec![(flag.x, top), (flag.x, bottom)], paint(warning))?;
        }
    }
    for x in &flags.unnumbered {
        paper.line(vec![(*x, layout.top() - 5.0), (*x, layout.top())], paint(false))?;
    }
    Ok(())
}

/// Writes the labels above the panels and the key below the axis.
pub(super) fn draw_words(
    paper: &Canvas<'_>,
    layout: &Layout,
    typeface: &Typeface,
) -> Result<(), Error> {
    let Some(key) = &layout.flags.key else {
        for flag in &layout.flags.placed {
            let y = layout.top() - 6.0 - LANE * (count(flag.lane) + 0.5);
            let (style, beside) = if flag.warning { (BOLD, BESIDE.1) } else { (PLAIN, BESIDE.0) };
            if flag.warning {
                triangle(paper, flag.x, y)?;
            }
            let (x, anchor) = if flag.left {
                (flag.x - beside, HPos::Right)
            } else {
                (flag.x + beside, HPos::Left)
            };
            paper.words((x, y), style.of(&flag.words, anchor))?;
        }
        return Ok(());
    };
    let mut last_triangle = f64::NEG_INFINITY;
    for flag in layout.flags.placed.iter().filter(|flag| flag.warning) {
        if flag.x - last_triangle >= 14.0 {
            triangle(paper, flag.x, layout.top() - 9.0)?;
            last_triangle = flag.x;
        }
    }
    let xs: Vec<f64> = layout.flags.placed.iter().map(|flag| flag.x).collect();
    for cluster in clusters(&xs, 5.0, |text| BOLD.width(typeface, text)) {
        draw_cluster(paper, layout, &cluster)?;
    }
    draw_key(paper, layout, key)
}

fn draw_cluster(paper: &Canvas<'_>, layout: &Layout, cluster: &Cluster) -> Result<(), Error> {
    let members = layout.flags.placed.get(cluster.first..=cluster.last).unwrap_or(&[]);
    let style = if members.iter().any(|flag| flag.warning) { BOLD } else { PLAIN };
    let y = layout.top() - 21.0;
    paper.words((cluster.at, y), style.of(cluster.text(), HPos::Center))
}

fn draw_key(paper: &Canvas<'_>, layout: &Layout, key: &Key) -> Result<(), Error> {
    let cells = key.lines.len() + usize::from(key.n_left_out > 0);
    let rows = cells.div_ceil(key.columns).max(1);
    let column = (layout.paper.0 - 2.0 * theme::BORDER) / count(key.columns);
    let place = |cell: usize| {
        let x = theme::BORDER + column * count(cell / rows);
        (x, layout.key_y + 8.0 + KEY_LINE * count(cell % rows))
    };
    for (cell, line) in key.lines.iter().enumerate() {
        let (x, y) = place(cell);
        let style = line.style();
        if line.warning {
            triangle(paper, x + 6.5, y)?;
        }
        let number = Style { weight: Weight::SemiBold, ..style };
        paper.words((x + KEY_TEXT - 6.0, y), number.of((cell + 1).to_string(), HPos::Right))?;
        paper.words((x + KEY_TEXT, y), style.of(&line.words, HPos::Left))?;
    }
    if key.n_left_out > 0 {
        let more = (layout.language.drawing.more_marked)(key.n_left_out);
        let (x, y) = place(key.lines.len());
        paper.words(
            (x + KEY_TEXT, y),
            Style { colour: theme::QUIET, ..PLAIN }.of(more, HPos::Left),
        )?;
    }
    Ok(())
}

/// Draws the red triangle with its "!" around the middle of a line of words.
fn triangle(paper: &Canvas<'_>, x: f64, y: f64) -> Result<(), Error> {
    paper.shape(vec![(x, y - 6.0), (x + 6.4, y + 5.0), (x - 6.4, y + 5.0)], theme::WARNING)?;
    paper.line(vec![(x, y - 2.4), (x, y + 1.4)], Paint::stroke(theme::PAPER, 1.3))?;
    paper.rect((x - 0.7, y + 2.4), (x + 0.7, y + 3.8), theme::PAPER)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lines or columns on one page; a cast stops at 0"
)]
fn whole(n: f64) -> usize {
    n.floor() as usize
}
