//! A figure with characters, for a terminal: no colours, no escape codes, at most so many columns wide.

use unicode_width::UnicodeWidthStr as _;

use crate::chart::figure::{
    AnswerPanel, BarStrip, Body, Event, EventKind, Figure, Look, Panel, PanelSize, Point,
    SCORE_MAX, ScorePanel, Series, Timeline, days_after,
};
use crate::draw::columns::{Columns, whole};
use crate::draw::digits;
use crate::draw::effects;
use crate::draw::letters::{Letters, cut, header, joined};
use crate::draw::table;
use crate::draw::whiskers;
use crate::language::Language;

/// Narrowest terminal that is drawn for; a narrower one gets this.
const NARROWEST: usize = 40;
/// Widest drawing, however wide the terminal is.
const WIDEST: usize = 240;
/// Lines of a row group of scores: two points of pain to a line.
const SCORE_LINES: usize = 5;
/// Events that are listed below, besides all warnings.
const MOST_EVENTS: usize = 12;

/// A day on which something was said not to be done.
const NOT_DONE: char = '-';
/// A day of which only the worst is known.
const WORST_ONLY: char = '^';

/// Draws a figure with characters, at most `width` columns wide (at least 40).
pub fn terminal(figure: &Figure, width: usize, letters: Letters) -> String {
    let width = width.clamp(NARROWEST, WIDEST);
    let lines = match &figure.body {
        Body::Timeline(timeline) => Page::new(figure, timeline, width, letters).lines(),
        Body::Calendar(calendar) => digits::lines(figure, calendar, width, letters),
        Body::Boxes(panels) => whiskers::lines(figure, panels, width, letters),
        Body::Groups(groups) => table::groups(figure, groups, width, letters),
        Body::Places(places) => table::places(figure, places, width, letters),
        Body::Effects(effects) => effects::lines(figure, effects, width, letters),
    };
    let mut text = String::new();
    for line in &lines {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    letters.only(text)
}

struct Page<'a> {
    figure: &'a Figure,
    timeline: &'a Timeline,
    language: &'static Language,
    columns: Columns,
    width: usize,
    gutter: usize,
    letters: Letters,
}

impl<'a> Page<'a> {
    fn new(figure: &'a Figure, timeline: &'a Timeline, width: usize, letters: Letters) -> Self {
        let language = figure.language;
        // Names, scales and dates at the left, with a space after them.
        let gutter = language.date_columns() + 1;
        let columns =
            Columns::new(language, figure.span, timeline.months_per_value, width - gutter);
        Self { figure, timeline, language, columns, width, gutter, letters }
    }

    fn lines(&self) -> Vec<String> {
        let words = &self.language.drawing;
        let columns = self.has_columns().then(|| {
            let empty = (words.stands_for)(self.empty(), words.not_recorded);
            format!("{}; {empty}", self.columns.say())
        });
        let mut lines = header(self.figure, columns, self.width, self.letters);
        lines.extend(self.body());
        lines
    }

    /// Returns words as the terminal can show them.
    fn say(&self, words: &str) -> String {
        self.letters.say(words, self.language)
    }

    /// Tells whether there is anything to draw but words that nothing was recorded.
    fn has_columns(&self) -> bool {
        let empty = |panel: &Panel| match panel {
            Panel::Scores(scores) => scores.is_empty(),
            Panel::Answers(panel) => panel.is_empty(),
            Panel::Bars(_) | Panel::Rows(_) => false,
        };
        !self.timeline.panels.iter().all(empty) || !self.timeline.events.is_empty()
    }

    fn body(&self) -> Vec<String> {
        let mut lines = vec![];
        for panel in &self.timeline.panels {
            match panel {
                Panel::Scores(scores) if scores.is_empty() => {
                    lines.push(cut(&self.say(&format!("  {}.", scores.nothing)), self.width));
                }
                Panel::Answers(panel) if panel.is_empty() => {
                    lines.push(cut(&self.say(&format!("  {}.", panel.nothing)), self.width));
                }
                Panel::Scores(_) | Panel::Answers(_) | Panel::Bars(_) | Panel::Rows(_) => {}
            }
        }
        if !self.has_columns() {
            return lines;
        }
        let marks = self.marks();
        if marks.iter().any(|mark| *mark != ' ') {
            lines.push(self.line("", marks));
        }
        let missing = self.columns.filled(self.timeline.gaps.iter().map(|gap| gap.period));
        for panel in &self.timeline.panels {
            let (name, cells) = match panel {
                Panel::Scores(scores) => {
                    lines.extend(self.scores(scores));
                    continue;
                }
                Panel::Answers(panel) => {
                    lines.extend(self.answers(panel));
                    continue;
                }
                Panel::Bars(strip) => (&strip.name, self.bars(strip)),
                Panel::Rows(strip) => {
                    let rows =
                        strip.rows.iter().map(|row| (row.letter, self.columns.sums(&row.cells)));
                    (&strip.name, self.columns.strongest(&rows.collect::<Vec<_>>()))
                }
            };
            let cells = cells.into_iter().zip(&missing);
            let cells = cells
                .map(|(cell, missing)| if cell == ' ' && *missing { self.empty() } else { cell });
            lines.push(self.line(self.short(name), cells.collect()));
        }
        lines.extend(self.axis());
        lines.extend(self.key());
        lines
    }

    /// Returns a line: a name at the left, then one character for each column.
    fn line(&self, label: &str, cells: Vec<char>) -> String {
        let label = cut(&self.say(label), self.gutter - 1);
        let space = self.gutter - label.width().min(self.gutter);
        format!("{label}{}{}", " ".repeat(space), cells.into_iter().collect::<String>())
    }

    /// Returns the newest value in words as two labels: when it was, and what, where one is too
    /// long.
    fn in_two<'t>(&self, newest: &'t str) -> (&'t str, &'t str) {
        if newest.width() < self.gutter {
            return (newest, "");
        }
        newest.split_once(": ").or_else(|| newest.rsplit_once(' ')).unwrap_or((newest, ""))
    }

    /// Returns a name, or its first word where it is too long for a label and no other strip
    /// begins with it: the key has all of it.
    fn short<'t>(&self, name: &'t str) -> &'t str {
        let first = |name: &'t str| name.split_whitespace().next().unwrap_or(name);
        let names = self.timeline.panels.iter().map(Panel::name);
        let alike = names.filter(|other| other.split_whitespace().next() == Some(first(name)));
        if name.width() < self.gutter || alike.count() > 1 { name } else { first(name) }
    }

    fn bars(&self, strip: &BarStrip) -> Vec<char> {
        let points: Vec<Point> = strip.bars.iter().map(|bar| bar.point).collect();
        let values = self.columns.medians(&points);
        let done = self.columns.touched(strip.done.iter().copied());
        let cells = values.iter().zip(done).map(|(value, done)| match (value, done) {
            (Some(value), _) if *value > 0.0 => self.block(value / strip.top * 8.0),
            (_, true) => self.done(),
            (_, false) => ' ',
        });
        let not_done = self.columns.touched(strip.not_done.iter().copied());
        let said = |(cell, not_done)| if cell == ' ' && not_done { NOT_DONE } else { cell };
        cells.zip(not_done).map(said).collect()
    }

    /// Row groups: one for each series, "0" at its foot.
    fn scores(&self, scores: &ScorePanel) -> Vec<String> {
        let mut lines = vec![];
        for series in scores.series.iter().filter(|_| !scores.is_empty()) {
            let values = self.columns.medians(&values_of(series));
            let worst = self.worst_only(series);
            let (when, value) = self.in_two(series.newest.as_deref().unwrap_or_default());
            for row in (0..SCORE_LINES).rev() {
                let label = match row {
                    4 => format!("{:<1$}10", cut(&series.name, self.gutter - 4), self.gutter - 3),
                    3 => when.to_string(),
                    2 => value.to_string(),
                    0 => format!("{:>1$}", 0, self.gutter - 1),
                    _ => String::new(),
                };
                let cells = values.iter().zip(&worst).map(|(value, worst)| match worst {
                    Some(worst) if line_of(*worst) == row => WORST_ONLY,
                    Some(_) => ' ',
                    None => self.score(*value, row),
                });
                lines.push(self.line(&label, cells.collect()));
            }
            lines.push(String::new());
        }
        lines
    }

    /// Returns a row group where answers are large, and a line for each other series.
    fn answers(&self, panel: &AnswerPanel) -> Vec<String> {
        let mut lines = vec![];
        for series in &panel.series {
            let points: Vec<Point> = series.pieces.iter().flatten().copied().collect();
            let values = self.columns.medians(&points);
            let in_lines = panel.size == PanelSize::Main && series.look == Look::Line;
            for row in (0..SCORE_LINES).rev().filter(|_| in_lines) {
                let label = match row {
                    4 => format!("{:<1$}10", cut(&series.name, self.gutter - 4), self.gutter - 3),
                    0 => format!("{:>1$}", 0, self.gutter - 1),
                    _ => String::new(),
                };
                let cells = values.iter().map(|value| self.score(*value, row));
                lines.push(self.line(&label, cells.collect()));
            }
            if in_lines {
                continue;
            }
            let (low, high) = panel.scale;
            let share = |value: f64| (value - low) / (high - low);
            let cells = values.iter().map(|value| match (value, series.look) {
                (None, _) => self.empty(),
                (Some(value), Look::Bars) => change_mark(*value),
                (Some(value), _) => self.block((share(*value) * 8.0).max(1.0)),
            });
            let name = if series.name.is_empty() { &panel.name } else { &series.name };
            lines.push(self.line(self.short(name), cells.collect()));
        }
        lines
    }

    /// Returns what the marks of a strip of answers stand for, and its newest answer.
    fn answers_key(&self, panel: &AnswerPanel) -> Vec<String> {
        let words = &self.language.drawing;
        let mut parts = vec![];
        if panel.is_empty() {
            return parts;
        }
        if panel.series.iter().any(|series| series.look == Look::Bars) {
            let marks = [1.0, -1.0, 0.0].map(change_mark);
            let said = marks.into_iter().zip(words.changes);
            let said = said.map(|(mark, what)| (words.stands_for)(mark, what));
            parts.push(format!("{}: {}", panel.name, said.collect::<Vec<_>>().join(", ")));
        }
        if panel.size == PanelSize::Strip {
            let newest = panel.series.iter().filter_map(|series| series.newest.as_deref());
            let has_bars = panel.series.iter().any(|series| series.look == Look::Bars);
            let unit = Some(panel.unit.as_str()).filter(|unit| !has_bars && !unit.is_empty());
            let facts = newest.chain(unit).collect::<Vec<_>>().join("; ");
            parts.push(format!("{}: {facts}", panel.name));
        } else {
            let named = panel.series.iter();
            let newest =
                named.filter_map(|it| Some(format!("{} {}", it.name, it.newest.as_ref()?)));
            parts.push(newest.collect::<Vec<_>>().join(", "));
        }
        parts
    }

    /// Returns the median of the worst in each column of which nothing else is known.
    fn worst_only(&self, series: &Series) -> Vec<Option<f64>> {
        let known = self.columns.medians(&values_of(series));
        let worst = self.columns.medians(&series.worst_only);
        known.iter().zip(worst).map(|(known, worst)| worst.filter(|_| known.is_none())).collect()
    }

    /// Returns what one value shows in one line of its row group; 10 points are 5 lines of 8 eighths.
    fn score(&self, value: Option<f64>, row: usize) -> char {
        let Some(value) = value else { return if row == 0 { self.empty() } else { ' ' } };
        let eighths =
            (value.clamp(0.0, SCORE_MAX) / SCORE_MAX * 40.0).round().max(1.0) - as_f64(row) * 8.0;
        if eighths < 1.0 { ' ' } else { self.block(eighths) }
    }

    fn block(&self, eighths: f64) -> char {
        self.letters.block(eighths)
    }

    fn empty(&self) -> char {
        self.letters.not_recorded()
    }

    fn done(&self) -> char {
        if self.letters == Letters::Ascii { '+' } else { '✓' }
    }

    /// Returns the line of marks above the scores: warnings, and events where there is no warning.
    fn marks(&self) -> Vec<char> {
        let mut cells = vec![' '; self.columns.width()];
        for (kind, mark) in [(EventKind::Plain, '│'), (EventKind::Warning, '▲')] {
            for event in self.timeline.events.iter().filter(|event| event.kind == kind) {
                if let Some(cell) =
                    self.columns.of(event.date).and_then(|column| cells.get_mut(column))
                {
                    *cell = mark;
                }
            }
        }
        cells
    }

    /// Returns the axis: month or year names where they begin, and the years below months.
    fn axis(&self) -> Vec<String> {
        let (names, years) = self.columns.axis();
        let axis = if self.letters == Letters::Ascii { "-" } else { "─" };
        let mut lines = vec![self.line("", axis.repeat(self.columns.width()).chars().collect())];
        for labels in [names, years].into_iter().filter(|labels| !labels.is_empty()) {
            let mut cells = vec![' '; self.columns.width()];
            let mut free_from = 0;
            for (column, text) in labels {
                let text = self.say(&text);
                let end = column + text.chars().count();
                if column < free_from || end > cells.len() {
                    continue;
                }
                free_from = end + 1;
                for (cell, letter) in cells.iter_mut().skip(column).zip(text.chars()) {
                    *cell = letter;
                }
            }
            lines.push(self.line("", cells));
        }
        lines
    }

    fn key(&self) -> Vec<String> {
        let mut lines: Vec<String> = vec![];
        let mut parts = self.done_key();
        for panel in &self.timeline.panels {
            match panel {
                Panel::Rows(strip) if strip.rows.len() > 1 => {
                    let rows: Vec<String> = strip
                        .rows
                        .iter()
                        .map(|row| format!("{} {}", row.letter, row.name))
                        .collect();
                    parts.push(format!("{}: {}", strip.name, rows.join(", ")));
                }
                Panel::Bars(strip) => parts.push(self.bars_key(strip)),
                Panel::Answers(panel) => parts.extend(self.answers_key(panel)),
                Panel::Scores(_) | Panel::Rows(_) => {}
            }
        }
        let series = self.timeline.panels.iter().flat_map(|panel| match panel {
            Panel::Scores(scores) => scores.series.as_slice(),
            Panel::Answers(_) | Panel::Bars(_) | Panel::Rows(_) => &[],
        });
        if series.flat_map(|series| self.worst_only(series)).any(|worst| worst.is_some()) {
            let only_worst = self.language.drawing.only_worst;
            parts.insert(0, format!("{WORST_ONLY} {only_worst}"));
        }
        lines.extend(joined(&parts, self.width, |part| self.say(part)));
        lines.extend(self.happened());
        if !lines.is_empty() {
            lines.insert(0, String::new());
        }
        lines
    }

    /// Returns what stands for done and not done in strips of bars, once for all of them.
    fn done_key(&self) -> Vec<String> {
        let words = &self.language.drawing;
        let strips = self.timeline.panels.iter().filter_map(|panel| match panel {
            Panel::Bars(strip) => Some(strip),
            Panel::Scores(_) | Panel::Answers(_) | Panel::Rows(_) => None,
        });
        let strips: Vec<&BarStrip> = strips.collect();
        let cells: Vec<char> = strips.iter().flat_map(|strip| self.bars(strip)).collect();
        // A column of several days is marked where it was done on one of them.
        let n_days = self.columns.n_days();
        let done = n_days.map_or_else(|| words.done.into(), words.done_of_days);
        let said = [(self.done(), done), (NOT_DONE, words.not_done.into())];
        let said = said.into_iter().filter(|(mark, _)| cells.contains(mark));
        let mut said: Vec<String> =
            said.map(|(mark, what)| (words.stands_for)(mark, &what)).collect();
        // A strip of days that are counted in weeks has no days with an amount.
        let is_of_days = |strip: &&&BarStrip| strip.whole.is_empty() && !strip.bars.is_empty();
        if strips.iter().any(|strip| is_of_days(&strip)) {
            said.extend(n_days.map(words.bar_of_days));
        }
        said
    }

    /// Returns what the height of a strip of bars stands for, and its facts.
    fn bars_key(&self, strip: &BarStrip) -> String {
        let words = &self.language.drawing;
        let mut facts = vec![];
        if !strip.bars.is_empty() {
            let top = format!("{} {}", self.language.number(strip.top), strip.unit);
            facts.push((words.stands_for)(self.block(8.0), &top));
        }
        facts.extend(Some(strip.usual.clone()).filter(|usual| !usual.is_empty()));
        facts.extend(strip.summary.clone());
        format!("{}: {}", strip.name, facts.join(", "))
    }

    /// Returns a line for each event with its mark, all warnings among them.
    fn happened(&self) -> Vec<String> {
        let mut lines = vec![];
        let events: Vec<&Event> = self
            .timeline
            .events
            .iter()
            .filter(|event| days_after(self.figure.span.first(), event.date) >= 0.0)
            .collect();
        let n_plain = events.iter().filter(|event| event.kind == EventKind::Plain).count();
        let mut skip = n_plain.saturating_sub(MOST_EVENTS);
        let left_out = skip;
        let marks = self.marks();
        let drawn = |event: &Event| self.columns.of(event.date).and_then(|it| marks.get(it));
        for event in events {
            let mark = match event.kind {
                EventKind::Warning => '▲',
                EventKind::Plain if skip > 0 => {
                    skip -= 1;
                    continue;
                }
                // A warning may stand in the same column.
                EventKind::Plain if drawn(event) == Some(&'▲') => ' ',
                EventKind::Plain => '│',
            };
            let date = self.say(&self.language.short_date(event.date));
            let pad = " ".repeat(self.gutter.saturating_sub(date.width()));
            lines.push(cut(
                &format!("{mark} {date}{pad}{}", self.say(&event.in_full())),
                self.width,
            ));
        }
        if left_out > 0 {
            let left_out = (self.language.drawing.earlier_events)(left_out);
            lines.push(cut(&self.say(&left_out), self.width));
        }
        lines
    }
}

/// Returns what stands for a change for the better, for the worse, or neither.
fn change_mark(steps: f64) -> char {
    if steps > 0.0 {
        '+'
    } else if steps < 0.0 {
        '-'
    } else {
        '='
    }
}

/// Returns the line of a row group that a score reaches.
fn line_of(score: f64) -> usize {
    whole((score.clamp(0.0, SCORE_MAX) / 2.0).ceil()).clamp(1, SCORE_LINES) - 1
}

/// Returns the single values, or the means where a value covers months.
fn values_of(series: &Series) -> Vec<Point> {
    if series.points.is_empty() {
        series.lines.iter().flatten().copied().collect()
    } else {
        series.points.clone()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a line of a row group")]
fn as_f64(n: usize) -> f64 {
    n as f64
}
