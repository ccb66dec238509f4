//! Where everything of a timeline stands, in px, so that nothing overlaps and nothing is cut.

use crate::chart::figure::{BarStrip, Figure, Panel, PanelSize, Timeline};
use crate::draw::Size;
use crate::draw::axis::Axis;
use crate::draw::canvas::Style;
use crate::draw::flags::{Flags, Key};
use crate::draw::header::Header;
use crate::draw::theme;
use crate::draw::typeface::Typeface;
use crate::language::Language;

/// Lowest height of a panel of scores that can still be read.
const SCORES_AT_LEAST: f64 = 150.0;
/// The same on a drawing that was asked to be this flat, among others on a page.
const FLAT: (f64, f64) = (200.0, 116.0);
/// Height of a strip of bars.
const BARS: f64 = 34.0;
/// Room above bars of a strip for their numbers.
pub(super) const ABOVE_BARS: f64 = 13.0;
/// Height of one row of a strip of choices.
const ROW: f64 = 11.5;
/// Least height of a strip: its name with its unit below.
const STRIP_AT_LEAST: f64 = 24.0;
/// Height of a strip whose only row has no unit.
const ONE_ROW: f64 = 15.0;
/// Space between panels.
const BETWEEN: f64 = 12.0;
/// Space between the scores and the first strip.
const BELOW_SCORES: f64 = 17.0;
/// Height of one lane of event labels.
pub(super) const LANE: f64 = 13.5;
/// Height of the labels of the axis, two lines.
const AXIS_LABELS: f64 = 34.0;
/// Height of a line of the key.
pub(super) const KEY_LINE: f64 = 15.0;
/// From the right end of the panels to the names of the severity bands, px.
pub(super) const BAND_NAMES: f64 = 10.0;
/// From the right end of the panels to the words about a series, px.
pub(super) const SERIES_WORDS: f64 = 44.0;
/// From the right end of the panels to the facts about a strip, px.
pub(super) const STRIP_WORDS: f64 = 7.0;
/// Widest name of a strip or row, px.
const WIDEST_NAME: f64 = 120.0;

/// Where everything stands.
pub(super) struct Layout {
    /// The language of what is written beside the figure's own words.
    pub(super) language: &'static Language,
    /// Width and height of the paper; the height is at least what was asked for.
    pub(super) paper: (f64, f64),
    /// The title and the lines below it.
    pub(super) header: Header,
    /// The axis of days with its px.
    pub(super) axis: Axis,
    /// Top and bottom of each panel, in their order.
    pub(super) panels: Vec<(f64, f64)>,
    /// Rules and labels of events.
    pub(super) flags: Flags,
    /// Where the line of the axis is.
    pub(super) axis_y: f64,
    /// Where the key of numbered events begins.
    pub(super) key_y: f64,
}

impl Layout {
    /// Returns where everything of a timeline stands on a paper of a size.
    pub(super) fn new(
        figure: &Figure,
        timeline: &Timeline,
        size: Size,
        typeface: &Typeface,
    ) -> Self {
        let width = f64::from(size.width());
        let room = width - 2.0 * theme::BORDER;
        let header = Header::new(figure, None, width, typeface);
        let left = theme::BORDER + gutter(timeline, typeface);
        let axis = Axis::new(
            figure.span,
            left,
            width - theme::BORDER - margin(figure.language, timeline, typeface),
        );
        let fixed = strips_height(timeline) + AXIS_LABELS + theme::BORDER - 4.0;
        let n_scores = timeline.panels.iter().filter(|panel| strip_height(panel).is_none()).count();
        let flat = f64::from(size.height()) <= FLAT.0;
        let scores_at_least = if flat { FLAT.1 } else { SCORES_AT_LEAST } * count(n_scores);

        let key_room = f64::from(size.height())
            - header.height()
            - fixed
            - scores_at_least
            - 2.0 * LANE
            - 10.0;
        let language = figure.language;
        let flags =
            Flags::new(&timeline.events, language, &axis, (width, room), key_room, typeface);
        let above = header.height() + flags.height();
        let key_height = flags.key.as_ref().map_or(0.0, Key::height);
        let free = f64::from(size.height()) - above - fixed - key_height;
        let scores_each =
            if n_scores == 0 { 0.0 } else { free.max(scores_at_least) / count(n_scores) };

        let mut panels = vec![];
        let mut y = above;
        for (place, panel) in timeline.panels.iter().enumerate() {
            y += if place > 0 { space_above(timeline, place) } else { 0.0 };
            let height = strip_height(panel).unwrap_or(scores_each);
            panels.push((y, y + height));
            y += height;
        }
        let axis_y = y + 4.0;
        let key_y = axis_y + AXIS_LABELS;
        let height =
            (key_y + key_height + header.border() - 8.0).max(f64::from(size.height())).ceil();
        Self { language, paper: (width, height), header, axis, panels, flags, axis_y, key_y }
    }

    /// Returns the top of the first panel.
    pub(super) fn top(&self) -> f64 {
        self.panels.first().map_or(self.axis_y, |(top, _)| *top)
    }
}

/// Returns the words at the right of a strip, each cut to fit.
pub(super) fn strip_facts(panel: &Panel, language: &Language, typeface: &Typeface) -> Vec<String> {
    let facts: Vec<String> = match panel {
        Panel::Scores(_) => vec![],
        Panel::Answers(panel) if panel.size == PanelSize::Main => vec![],
        Panel::Answers(panel) => {
            panel.series.iter().filter_map(|series| series.newest.clone()).collect()
        }
        Panel::Bars(strip) => {
            let mark = strip.mark.as_ref().map(|(_, words)| words.clone());
            let top = || match strip.bars.as_slice() {
                // Without a bar there is no height to read.
                [] => String::new(),
                _ => top_words(strip.top, &strip.unit, language),
            };
            [mark.unwrap_or_else(top), strip.summary.clone().unwrap_or_default()].into()
        }
        Panel::Rows(strip) => strip.rows.iter().map(|row| row.name.clone()).collect(),
    };
    facts.iter().map(|fact| Style::SMALL.fit(typeface, fact, WIDEST_NAME)).collect()
}

/// Returns the name of a strip, cut to fit.
pub(super) fn strip_name(name: &str, typeface: &Typeface) -> String {
    Style::NAME.fit(typeface, name, WIDEST_NAME)
}

/// Returns a count as a number of px, lines or lanes.
#[expect(clippy::cast_precision_loss, reason = "a count on one page is far below 2^53")]
pub(super) fn count(n: usize) -> f64 {
    n as f64
}

/// Returns what stands below the name of a strip of bars.
pub(super) fn below_name(strip: &BarStrip) -> &str {
    match (strip.usual.as_str(), strip.bars.as_slice()) {
        ("", []) => "",
        ("", _) => &strip.unit,
        (usual, _) => usual,
    }
}

fn top_words(top: f64, unit: &str, language: &Language) -> String {
    let unit = unit.split('/').next().unwrap_or_default();
    if top.is_finite() { format!("{} {unit}", language.number(top)) } else { String::new() }
}

fn gutter(timeline: &Timeline, typeface: &Typeface) -> f64 {
    let widths = timeline.panels.iter().map(|panel| match panel {
        // The upright label, a space, "10" and its tick.
        Panel::Scores(_) => scale_width(typeface),
        Panel::Answers(panel) => match panel.size {
            PanelSize::Main => scale_width(typeface),
            PanelSize::Strip => name_width(&panel.name, &panel.unit, typeface),
        },
        Panel::Bars(strip) => name_width(&strip.name, below_name(strip), typeface),
        Panel::Rows(strip) => name_width(&strip.name, &strip.unit, typeface),
    });
    widths.fold(66.0, f64::max).ceil()
}

fn scale_width(typeface: &Typeface) -> f64 {
    theme::BODY + 18.0 + Style::BODY.width(typeface, "10") + 8.0
}

/// Returns how much room the name of a series takes with its newest value, px.
fn words_width(name: &str, newest: Option<&str>, typeface: &Typeface) -> f64 {
    let name = Style::NAME.width(typeface, &Style::NAME.fit(typeface, name, WIDEST_NAME));
    let newest = Style::SMALL.width(typeface, newest.unwrap_or_default());
    SERIES_WORDS + name.max(newest)
}

fn name_width(name: &str, unit: &str, typeface: &Typeface) -> f64 {
    let name = Style::NAME.width(typeface, &strip_name(name, typeface));
    let unit = Style::SMALL.width(typeface, &Style::SMALL.fit(typeface, unit, WIDEST_NAME));
    name.max(unit) + 9.0
}

fn margin(language: &Language, timeline: &Timeline, typeface: &Typeface) -> f64 {
    let widths = timeline.panels.iter().flat_map(|panel| match panel {
        Panel::Scores(scores) => scores
            .series
            .iter()
            .map(|series| words_width(&series.name, series.newest.as_deref(), typeface))
            .collect::<Vec<_>>(),
        Panel::Answers(panel) if panel.size == PanelSize::Main => panel
            .series
            .iter()
            .map(|series| words_width(&series.name, series.newest.as_deref(), typeface))
            .collect(),
        Panel::Bars(_) | Panel::Rows(_) | Panel::Answers(_) => {
            strip_facts(panel, language, typeface)
                .iter()
                .map(|fact| STRIP_WORDS + Style::SMALL.width(typeface, fact))
                .collect()
        }
    });
    widths.fold(24.0, f64::max).ceil()
}

fn strip_height(panel: &Panel) -> Option<f64> {
    match panel {
        Panel::Scores(_) => None,
        Panel::Answers(panel) => (panel.size == PanelSize::Strip).then_some(BARS),
        Panel::Bars(strip) if strip.bars.is_empty() => Some(STRIP_AT_LEAST),
        Panel::Bars(strip) if !strip.whole.is_empty() => Some(BARS + ABOVE_BARS),
        Panel::Bars(_) => Some(BARS),
        Panel::Rows(strip) if strip.rows.len() <= 1 && strip.unit.is_empty() => Some(ONE_ROW),
        Panel::Rows(strip) => Some((ROW * count(strip.rows.len())).max(STRIP_AT_LEAST)),
    }
}

fn space_above(timeline: &Timeline, place: usize) -> f64 {
    let before = place.checked_sub(1).and_then(|before| timeline.panels.get(before));
    if before.is_some_and(|panel| strip_height(panel).is_none()) { BELOW_SCORES } else { BETWEEN }
}

fn strips_height(timeline: &Timeline) -> f64 {
    let strips = timeline.panels.iter().enumerate();
    let heights = strips.map(|(place, panel)| {
        strip_height(panel).unwrap_or(0.0)
            + if place > 0 { space_above(timeline, place) } else { 0.0 }
    });
    heights.sum()
}
