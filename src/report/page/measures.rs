//! Measures in a table: the last four weeks beside the four before, and a line of all weeks.

use crate::draw::page::document::{Block, Cell, Column, ColumnKind, Span, Table};
use crate::draw::{Error, trend};
use crate::facts::measures::What;
use crate::journal::Score;
use crate::report::page::Page;

/// Most hours that are drawn.
const MOST_HOURS: f64 = 12.0;
/// Where PEG stands among the measures: after all that is of pain.
const PEG_PLACE: usize = 4;

/// Letters of the name of an own activity.
const ACTIVITY_LETTERS: usize = 20;

/// A row of the table.
struct Row<'r> {
    name: String,
    unit: &'static str,
    before: Option<f64>,
    now: Option<f64>,
    weeks: &'r [Option<f64>],
    /// Lowest and highest value that is drawn; never zoomed.
    scale: (f64, f64),
}

impl<'r> Page<'r> {
    /// `None` where there is nothing to show.
    pub(super) fn measures(&self) -> Result<Option<Block>, Error> {
        let rows = self.measure_rows();
        if rows.is_empty() {
            return Ok(None);
        }
        let kinds =
            [ColumnKind::Names, ColumnKind::Numbers, ColumnKind::Numbers, ColumnKind::Pictures];
        let column = |(name, kind): (&str, ColumnKind)| Column { name: name.into(), kind };
        let rows: Result<Vec<_>, _> = rows.iter().map(|row| self.measure(row)).collect();
        Ok(Some(Block::Table(Table {
            summary: self.words.measures.into(),
            columns: self.words.measure_columns.into_iter().zip(kinds).map(column).collect(),
            rows: rows?,
        })))
    }

    /// Whether the weekly answers stand in the table, with those of four weeks before.
    pub(super) fn has_answers_in_table(&self) -> bool {
        let room = PEG_PLACE + 1 + self.report.function.activities.len();
        !self.report.measures.is_empty() && self.detail.measures >= room
    }

    fn measure_rows(&self) -> Vec<Row<'r>> {
        let shown = self.report.measures.iter();
        let shown = shown
            .filter(|it| it.what != What::Medicine || !self.report.wanted.redact.medicines)
            .map(|it| {
                let place = What::ALL.iter().position(|what| *what == it.what).unwrap_or_default();
                let (name, unit) = self.words.measured.get(place).copied().unwrap_or_default();
                let (before, now, weeks) = (it.before, it.now, it.weeks.as_slice());
                let scale = match it.what {
                    What::Day | What::Night | What::InTheWay => (0.0, 10.0),
                    What::Woken | What::Exercise | What::Medicine => (0.0, 7.0),
                    What::Slept | What::Sitting => (0.0, MOST_HOURS),
                };
                (place, Row { name: name.into(), unit, before, now, weeks, scale })
            });
        let mut rows: Vec<(usize, Row<'r>)> = shown.collect();
        let function = &self.report.function;
        let peg = function.peg.map(|(_, score)| Row {
            name: "PEG".into(),
            unit: "0–10",
            before: function.peg_difference.map(|it| it.before),
            now: Some(score.points()),
            weeks: &function.peg_weeks,
            scale: (0.0, 10.0),
        });
        let at = rows.iter().filter(|(place, _)| *place < PEG_PLACE).count();
        let activities = (1..).zip(&function.activities).map(|(n, it)| Row {
            name: super::cut(&self.activity_name(n, it), ACTIVITY_LETTERS),
            unit: self.words.ten_as_before,
            before: it.before.map(Score::points),
            now: Some(it.now.points()),
            weeks: &it.weeks,
            scale: (0.0, 10.0),
        });
        let answers: Vec<Row<'r>> = peg.into_iter().chain(activities).collect();
        let answers = answers.into_iter().filter(|_| self.has_answers_in_table());
        rows.splice(at..at, answers.map(|row| (PEG_PLACE, row)));
        rows.into_iter().map(|(_, row)| row).take(self.detail.measures).collect()
    }

    fn measure(&self, row: &Row<'_>) -> Result<Vec<Cell>, Error> {
        let cell = |mean: Option<f64>, set: fn(String) -> Span| match mean {
            Some(mean) => Cell::Words(vec![set(self.language.tenths(mean))]),
            None => Cell::Words(vec![Span::quiet(self.words.too_few)]),
        };
        // A name stays on one line with its unit.
        let [name, unit] = [row.name.as_str(), row.unit].map(|words| words.replace(' ', "\u{a0}"));
        Ok(vec![
            Cell::Words(vec![Span::strong(name), Span::quiet(format!("\u{a0}{unit}"))]),
            cell(row.before, Span::plain),
            cell(row.now, Span::strong),
            Cell::Picture(trend(row.weeks, row.scale, self.weeks_said(row.weeks))?),
        ])
    }

    /// The weeks in words, for someone who cannot see them.
    fn weeks_said(&self, weeks: &[Option<f64>]) -> String {
        let known = || weeks.iter().flatten().copied();
        let ends = [known().min_by(f64::total_cmp), known().max_by(f64::total_cmp)];
        let [Some(lowest), Some(highest)] = ends else { return (self.words.no_weeks)(weeks.len()) };
        let [lowest, highest] = [lowest, highest].map(|value| self.language.tenths(value));
        (self.words.weeks)(weeks.len(), weeks.len() - known().count(), &lowest, &highest)
    }
}
