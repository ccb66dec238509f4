//! Who, when, how much was recorded, and what the visit is for.

use crate::draw::page::document::{Align, Block, ColumnLevel, Columns, Level, Paragraph, Span};
use crate::language::begin_large;
use crate::report::page::{Page, labelled, paragraph};

/// Letters of what the visit is for that are never cut.
const GOAL_LETTERS: usize = 180;

impl Page<'_> {
    /// What it is about: the places that usually hurt.
    fn places(&self) -> String {
        begin_large(&(self.language.chart.pain_at)(&self.report.usual_places))
    }

    /// The name of the document.
    pub(super) fn title(&self) -> String {
        let what = format!("{}: {}", self.places(), self.words.report);
        match &self.report.name {
            Some(name) => format!("{what}, {name}"),
            None => what,
        }
    }

    pub(super) fn head(&self) -> Vec<Block> {
        let title = vec![Span::plain(self.places())];
        let who = [
            self.report.name.as_deref().map(|name| Span::strong(self.cut(name))),
            self.report.born.map(|year| Span::plain((self.words.born)(year))),
        ];
        let mut names: Vec<Span> = vec![];
        for span in who.into_iter().flatten() {
            if !names.is_empty() {
                names.push(Span::plain(" · "));
            }
            names.push(span);
        }
        let made = (self.words.prepared)(&self.date(self.report.wanted.today));
        let right =
            |spans| Block::Paragraph(Paragraph { align: Align::Right, ..Paragraph::new(spans) });
        let span = self.language.span(self.report.wanted.span);
        let span = vec![Span::strong(format!("{} ", self.words.report)), Span::plain(span)];
        let mut coverage = vec![Span::quiet(self.coverage())];
        if self.report.is_sample {
            coverage.push(Span::warning(format!(" {}", self.language.chart.sample)));
        }
        vec![
            Block::Columns(Columns {
                level: ColumnLevel::Last,
                columns: vec![
                    (1, vec![Block::Heading(Level::One, title), paragraph(span)]),
                    (1, vec![right(names), right(vec![Span::quiet(made)])]),
                ],
            }),
            paragraph(coverage),
            Block::Rule,
        ]
    }

    /// What it is, how much was recorded, and what is left out.
    fn coverage(&self) -> String {
        let coverage = self.report.coverage;
        let days = (self.language.chart.days_scored)(coverage.recorded_days, coverage.total_days);
        let begun = self.report.first_score.filter(|day| *day > self.report.wanted.span.first());
        let days = match begun {
            Some(day) => format!("{days}, {}", (self.words.first_score)(&self.date(day))),
            None => days,
        };
        let gap = coverage.longest_gap.filter(|_| coverage.recorded_days > 0);
        let gap = gap.map(|gap| (self.words.longest_gap)(gap.n_days(), &self.date(gap.first())));
        let own_day = match self.report.wanted.own_day.filter(|share| share.of > 0) {
            Some(share) => (self.words.own_day)(&share.percent().to_string(), share.of),
            None => self.words.own_day_unknown.into(),
        };
        let own_day = Some(own_day).filter(|_| coverage.recorded_days > 0);
        let said = [Some(days), gap, own_day].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let redact = self.report.wanted.redact;
        let parts = [redact.name, redact.notes, redact.medicines, redact.habits];
        let left: Vec<&str> = parts
            .into_iter()
            .zip(self.words.left_out_parts)
            .filter_map(|(is_out, part)| is_out.then_some(part))
            .collect();
        let left = match left.as_slice() {
            [] => String::new(),
            left => format!(" {}: {}.", self.words.left_out, left.join(", ")),
        };
        format!("{} {said}.{left}", self.words.no_record)
    }

    /// What the person wants from the visit; it is theirs, so it is cut late.
    pub(super) fn goal(&self) -> Option<Block> {
        let goal = self.report.goal.as_deref()?;
        let letters = (2 * self.detail.letters).max(GOAL_LETTERS);
        Some(paragraph(labelled(self.words.goal, super::cut(goal, letters))))
    }
}
