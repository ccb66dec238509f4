//! Warning signs: met, recorded, asked and no, not asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::draw::page::document::{Block, Span};
use crate::facts::{change, flare, measures};
use crate::journal::Word;
use crate::journal::fields::{event, symptom};
use crate::language::{Language, Limits};
use crate::redflag::life::{Life, Reply};
use crate::redflag::{Urgency, Verdict, tick};
use crate::report::page::detail::Brevity;
use crate::report::page::{Page, heading, labelled, paragraph, small};

/// Rules that say nothing more where another is met.
const IMPLIED: &[(&str, &str)] = &[("pain-3-months", "pain-6-months")];

/// What happened that a sign may come from.
const GRAVE: &[&str] = &["accident", "fall", "injury", "infection", "procedure"];

impl Page<'_> {
    pub(super) fn signs(&self) -> Block {
        let mut blocks = vec![heading(self.words.signs), paragraph(self.met())];
        let signs = &self.report.signs;
        let name = |word: &Word| self.language.name(&symptom::SYMPTOM, word.id);
        if !signs.recorded.is_empty() {
            let is_brief = self.detail.brevity == Brevity::Names;
            let set = if is_brief { small } else { paragraph };
            blocks.push(set(self.recorded()));
        }
        let happened = self.happened();
        if !happened.is_empty() {
            blocks.push(paragraph(labelled(self.words.happened, happened)));
        }
        let not_asked: Vec<String> = signs.not_asked.iter().copied().map(name).collect();
        let denied = match self.denied() {
            names if names.is_empty() => self.words.none_denied.into(),
            names => names,
        };
        for (label, names) in
            [(self.words.denied, denied), (self.words.not_asked, not_asked.join(", "))]
        {
            if !names.is_empty() {
                blocks.push(small(labelled(label, names)));
            }
        }
        Block::Warning(blocks)
    }

    /// Signs that were recorded, each with its days. A rule that was met when one was recorded may
    /// no longer be, so how urgent a sign is stands beside it too.
    fn recorded(&self) -> Vec<Span> {
        let mut spans = vec![Span::strong(format!("{}: ", self.words.recorded))];
        for (n, (word, days)) in self.report.signs.recorded.iter().enumerate() {
            spans.extend((n > 0).then(|| Span::plain("; ")));
            let name = self.language.name(&symptom::SYMPTOM, word.id);
            let urgency = tick::find(word.id).map_or(Urgency::Discuss, |tick| tick.urgency);
            spans.push(match urgency {
                Urgency::Emergency | Urgency::Urgent => Span::warning(name),
                Urgency::Soon | Urgency::Discuss => Span::plain(name),
            });
            spans.push(Span::plain(self.sign_days(urgency, days)));
        }
        spans
    }

    /// How urgent a sign is, on how many days it was recorded, and on which.
    fn sign_days(&self, urgency: Urgency, days: &[NaiveDate]) -> String {
        let urgency = self.urgency(urgency);
        if self.detail.brevity == Brevity::Names {
            return format!(" ({urgency})");
        }
        let dates = self.dates(days);
        match days.len() {
            1 => format!(" ({urgency}, {dates})"),
            n => format!(" ({urgency}, {}, {dates})", (self.words.days)(n)),
        }
    }

    /// Accidents and the like, with what the person wrote of them.
    fn happened(&self) -> String {
        let grave = self.report.happened.iter().filter(|it| GRAVE.contains(&it.kind.as_str()));
        self.list(grave.map(|it| {
            let name = self.language.name(&event::EVENT, &it.kind);
            let text = match it.text.as_str() {
                "" => String::new(),
                text => format!(", {}", (self.words.quoted)(&self.cut(text))),
            };
            format!("{name} ({}{text})", self.date(it.date))
        }))
    }

    /// Signs that were asked and denied, by the last day of it, the latest first.
    fn denied(&self) -> String {
        let mut by_day: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
        for (word, day) in &self.report.signs.denied {
            let name = self.language.name(&symptom::SYMPTOM, word.id);
            by_day.entry(*day).or_default().push(name);
        }
        let said = by_day.iter().rev();
        let said = said.map(|(day, names)| format!("{}: {}", self.date(*day), names.join(", ")));
        said.collect::<Vec<_>>().join("; ")
    }

    /// The rules that are met, in the words of their sources.
    fn met(&self) -> Vec<Span> {
        let all = &self.report.signs.met;
        let is_met = |id: &str| all.iter().any(|(verdict, _)| verdict.id() == id);
        let is_implied = |id: &str| IMPLIED.iter().any(|(less, more)| *less == id && is_met(more));
        let met: Vec<_> = all.iter().filter(|(verdict, _)| !is_implied(verdict.id())).collect();
        let last = self.date(self.report.wanted.span.last());
        if met.is_empty() {
            return vec![Span::plain((self.words.no_rule_met)(&last))];
        }
        let mut spans = vec![Span::strong(format!("{}: ", (self.words.rules_met)(&last)))];
        let mut n_discuss = 0;
        let mut urgency = None;
        for (n, (verdict, life)) in met.iter().enumerate() {
            n_discuss += usize::from(verdict.urgency() == Urgency::Discuss);
            if self.detail.brevity >= Brevity::Brief && n_discuss > self.detail.rows {
                spans.push(Span::plain(format!(" · {}", (self.words.and_more)(met.len() - n))));
                break;
            }
            spans.extend((n > 0).then(|| Span::plain(" · ")));
            let is_next = urgency.replace(verdict.urgency()) != Some(verdict.urgency());
            if self.detail.brevity == Brevity::Names && is_next {
                spans.push(Span::plain(format!("{}: ", self.urgency(verdict.urgency()))));
            }
            let title = verdict.rule.title;
            spans.push(match verdict.urgency() {
                Urgency::Discuss => Span::plain(title),
                _ => Span::warning(title),
            });
            if self.detail.brevity < Brevity::Names {
                spans.extend(self.told(verdict, life));
            }
        }
        spans
    }

    /// How urgent a rule is, when it was met, and what was said to it.
    fn told(&self, verdict: &Verdict, life: &Life) -> Vec<Span> {
        let dates = self.dates(&verdict.dates);
        let dates = if dates.is_empty() { dates } else { format!(", {dates}") };
        let mut spans = vec![Span::plain(format!(" ({}{dates})", self.urgency(verdict.urgency())))];
        spans.extend(self.said(life).map(|said| Span::quiet(format!(" {said}"))));
        spans
    }

    fn urgency(&self, urgency: Urgency) -> &'static str {
        let [emergency, urgent, soon, discuss] = self.words.urgencies;
        match urgency {
            Urgency::Emergency => emergency,
            Urgency::Urgent => urgent,
            Urgency::Soon => soon,
            Urgency::Discuss => discuss,
        }
    }

    /// What was told of an alert, and what the person said to it.
    fn said(&self, life: &Life) -> Option<String> {
        let Some(answer) = &life.answer else {
            // That the program spoke of it matters less than what the person did.
            let told = life.told.filter(|_| self.detail.brevity == Brevity::Full);
            return told.map(|day| (self.words.told)(&self.date(day)));
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
    pub(super) fn definitions(&self) -> Block {
        let rule =
            |(verdict, _): &(Verdict, Life)| format!("{} {}", verdict.id(), verdict.rule.version);
        let met: Vec<String> = self.report.signs.met.iter().map(rule).collect();
        let definitions = (self.words.definitions)(&limits(self.language));
        let mut said = vec![definitions, self.words.not_reviewed.into()];
        if !met.is_empty() {
            said.push((self.words.versions)(&met.join(", ")));
        }
        small(vec![Span::quiet(said.join(" "))])
    }
}

/// The limits that the figures keep to, as they are said.
fn limits(language: &Language) -> Limits {
    Limits {
        mean_days: (change::MIN_DAYS, change::STRETCH_DAYS),
        week_days: (change::WEEK_DAYS, measures::WEEK),
        clear: language.tenths(change::CLEAR_POINTS),
        possible: language.score(change::POSSIBLE_POINTS),
        possible_percent: language.number(100.0 * change::POSSIBLE_SHARE),
        flare: language.score(flare::LEAST),
        above_median: (language.score(flare::RISE), flare::MEDIAN_DAYS),
    }
}
