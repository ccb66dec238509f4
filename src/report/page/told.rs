//! Warning signs: met, recorded, asked and no, not asked; and who says so.

use crate::draw::page::document::{Block, Span};
use crate::journal::Word;
use crate::journal::fields::symptom;
use crate::redflag::life::{Life, Reply};
use crate::redflag::{Urgency, Verdict};
use crate::report::page::{Page, heading, labelled, paragraph, small};

impl Page<'_> {
    pub(super) fn signs(&self) -> Block {
        let mut blocks = vec![heading(self.words.signs), paragraph(self.met())];
        let signs = &self.report.signs;
        let name = |word: &Word| self.language.name(&symptom::SYMPTOM, word.id);
        if !signs.recorded.is_empty() {
            let recorded = signs.recorded.iter().map(|(word, days)| {
                let days = match days.as_slice() {
                    [.., last] if self.detail.is_brief => std::slice::from_ref(last),
                    all => all,
                };
                let n_days = if days.len() > 1 {
                    (self.words.days)(days.len()) + ", "
                } else {
                    String::new()
                };
                format!("{} ({n_days}{})", name(word), self.dates(days))
            });
            let recorded: Vec<String> = recorded.collect();
            blocks.push(paragraph(labelled(self.words.recorded, recorded.join("; "))));
        }
        if !signs.denied.is_empty() {
            let denied: Vec<String> = signs.denied.iter().map(|(word, _)| name(word)).collect();
            blocks.push(small(labelled(self.words.denied, denied.join(", "))));
        }
        if !signs.not_asked.is_empty() {
            let not_asked: Vec<String> = signs.not_asked.iter().copied().map(name).collect();
            blocks.push(small(labelled(self.words.not_asked, not_asked.join(", "))));
        }
        Block::Warning(blocks)
    }

    /// The rules that are met, in the words of their sources.
    fn met(&self) -> Vec<Span> {
        if self.report.signs.met.is_empty() {
            return vec![Span::plain(self.words.no_rule_met)];
        }
        let mut spans = vec![Span::strong(format!("{}: ", self.words.rules_met))];
        let mut n_discuss = 0;
        for (n, (verdict, life)) in self.report.signs.met.iter().enumerate() {
            n_discuss += usize::from(verdict.urgency() == Urgency::Discuss);
            if self.detail.is_brief && n_discuss > self.detail.rows {
                let more = (self.words.and_more)(self.report.signs.met.len() - n);
                spans.push(Span::plain(format!(" · {more}")));
                break;
            }
            let [emergency, urgent, soon, discuss] = self.words.urgencies;
            let urgency = match verdict.urgency() {
                Urgency::Emergency => emergency,
                Urgency::Urgent => urgent,
                Urgency::Soon => soon,
                Urgency::Discuss => discuss,
            };
            let between = if n == 0 { "" } else { " · " };
            spans.push(Span::plain(between));
            let title = verdict.rule.title;
            spans.push(match verdict.urgency() {
                Urgency::Discuss => Span::plain(title),
                _ => Span::warning(title),
            });
            let dates = self.dates(&verdict.dates);
            let dates = if dates.is_empty() { dates } else { format!(", {dates}") };
            spans.push(Span::plain(format!(" ({urgency}{dates})")));
            if let Some(said) = self.said(life) {
                spans.push(Span::quiet(format!(" {said}")));
            }
        }
        spans
    }

    /// What was told of an alert, and what the person said to it.
    fn said(&self, life: &Life) -> Option<String> {
        let Some(answer) = &life.answer else {
            return life.told.map(|day| (self.words.told)(&self.date(day)));
        };
        let on = self.date(answer.on);
        Some(match answer.reply {
            Reply::WillCall => (self.words.will_call)(&on),
            Reply::Seen => {
                let when = answer.seen.as_deref().map(|said| self.partial(said));
                (self.words.seen)(&on, when.as_deref())
            }
            Reply::Mistake => (self.words.mistake)(&on),
        })
    }

    /// What the figures are, and which rules were met.
    pub(super) fn definitions(&self) -> Vec<Block> {
        let rule =
            |(verdict, _): &(Verdict, Life)| format!("{} {}", verdict.id(), verdict.rule.version);
        let met: Vec<String> = self.report.signs.met.iter().map(rule).collect();
        let mut said = vec![self.words.definitions.to_string(), self.words.not_reviewed.into()];
        if !met.is_empty() {
            said.push((self.words.versions)(&met.join(", ")));
        }
        vec![small(vec![Span::quiet(said.join(" "))])]
    }
}
