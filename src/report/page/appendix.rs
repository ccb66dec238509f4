//! The appendix: the chart with habits, every note in full, and each day as it was recorded.

use crate::draw::Error;
use crate::draw::page::document::{Block, Cell, Column, ColumnKind, Level, Span, Table};
use crate::journal::fields::event;
use crate::journal::{NOTE, Score};
use crate::report::page::{Page, heading, paragraph};
use crate::report::{Day, Said};

impl Page<'_> {
    pub(super) fn appendix(&self) -> Result<Vec<Block>, Error> {
        let mut blocks = vec![Block::Heading(Level::One, vec![Span::plain(self.words.appendix)])];
        blocks.extend(self.chart()?);
        let happened = self.report.happened.iter();
        let mut said: Vec<&Said> = happened.chain(&self.report.notes).collect();
        said.sort_by_key(|it| it.date);
        if !said.is_empty() {
            blocks.push(heading(self.words.all_notes));
            blocks.extend(said.into_iter().map(|it| paragraph(self.in_full(it))));
        }
        let [name, summary] = self.words.daily;
        let kinds = |at: usize| if at == 0 { ColumnKind::Names } else { ColumnKind::Numbers };
        let column = |(at, name): (usize, &str)| Column { name: name.into(), kind: kinds(at) };
        blocks.push(heading(name));
        blocks.push(Block::Table(Table {
            summary: summary.into(),
            columns: self.words.daily_columns.into_iter().enumerate().map(column).collect(),
            rows: self.report.days.iter().map(|day| self.row(day)).collect(),
        }));
        Ok(blocks)
    }

    fn in_full(&self, said: &Said) -> Vec<Span> {
        let mut spans = vec![Span::strong(format!("{} ", self.date(said.date)))];
        if said.kind != NOTE {
            let kind = self.language.name(&event::EVENT, &said.kind);
            let end = if said.text.is_empty() { "" } else { ": " };
            spans.push(Span::plain(format!("{kind}{end}")));
        }
        if !said.text.is_empty() {
            spans.push(Span::plain((self.words.quoted)(&said.text)));
        }
        spans
    }

    fn row(&self, day: &Day) -> Vec<Cell> {
        let score = |points: Option<f64>| points.map(|it| self.score(it)).unwrap_or_default();
        let number =
            |amount: Option<f64>| amount.map(|it| self.language.number(it)).unwrap_or_default();
        let cells = [
            self.date(day.date),
            score(day.pain.and_then(|pain| pain.typical())),
            score(day.pain.and_then(|pain| pain.night)),
            score(day.pain.map(|pain| pain.highest.points())),
            score(day.interference.map(Score::points)),
            day.woken.map(|n| n.to_string()).unwrap_or_default(),
            number(day.slept_hours),
            number(day.sitting_hours),
        ];
        cells.into_iter().map(|text| Cell::Words(vec![Span::plain(text)])).collect()
    }
}
