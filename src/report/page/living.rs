//! What pain gets in the way of, what the days were like, and what was tried against it.

use crate::draw::page::document::{Block, ColumnLevel, Columns, Span};
use crate::facts::Mean;
use crate::facts::habits::Done;
use crate::facts::treatments::Tried;
use crate::journal::fields::{day, exercise, treatment};
use crate::report::background::Fact;
use crate::report::page::{Page, heading, joined, labelled, paragraph};
use crate::scales::{Difference, Noticed, peg};

/// About how many letters a line of half the page has.
const LETTERS_OF_HALF: usize = 55;

impl Page<'_> {
    /// Two columns: function and treatments, habits and background; notes in the shorter one.
    pub(super) fn living(&self) -> Block {
        let mut left = [self.function(), self.tried()].concat();
        let mut right = [self.habits(), self.background()].concat();
        let shorter = if n_lines(&left) < n_lines(&right) { &mut left } else { &mut right };
        shorter.extend(self.notes());
        Block::Columns(Columns { level: ColumnLevel::First, columns: vec![(1, left), (1, right)] })
    }

    fn part(&self, name: &str, paragraphs: Vec<Vec<Span>>) -> Vec<Block> {
        let mut blocks = vec![heading(name)];
        if paragraphs.is_empty() {
            blocks.push(paragraph(vec![Span::quiet(self.words.not_recorded)]));
        }
        blocks.extend(paragraphs.into_iter().map(paragraph));
        blocks
    }

    fn function(&self) -> Vec<Block> {
        let it = &self.report.function;
        let mut said: Vec<Vec<Span>> = vec![];
        said.extend(it.peg.map(|(on, score)| {
            let now = (self.words.peg)(&self.score(score.points()), &self.date(on));
            let before = it.peg_difference.map(|it| self.peg_before(it));
            vec![Span::plain(joined([Some(now), before]))]
        }));
        let activities = (1..).zip(&it.activities).map(|(n, activity)| {
            let is_left_out = self.report.wanted.redact.notes;
            let name =
                if is_left_out { (self.words.activity)(n) } else { self.cut(&activity.text) };
            let before = activity.before.map(|it| (self.words.before)(&self.score(it.points())));
            let before = before.map(|it| format!(" ({it})")).unwrap_or_default();
            format!("{name} {}{before}", self.score(activity.now.points()))
        });
        let activities = self.list(activities);
        if !activities.is_empty() {
            said.push(labelled(self.words.activities, activities));
        }
        let (nights, way) = (self.report.nights, it.in_the_way);
        let mean = |mean: Option<Mean>| mean.map(|it| self.score(it.value)).unwrap_or_default();
        let way =
            (way.of > 0).then(|| (self.words.in_the_way)(way.n, way.of, &mean(it.interference)));
        let short = Some(nights.short).filter(|share| share.of > 0);
        let short = short
            .map(|share| (self.words.short_nights)(share.n, share.of, &mean(nights.slept_hours)));
        let both = joined([way, short]);
        said.extend((!both.is_empty()).then(|| vec![Span::plain(both)]));
        self.part(self.words.function, said)
    }

    /// The score of four weeks before, and what the difference is beside the smallest one that
    /// people notice.
    fn peg_before(&self, it: Difference) -> String {
        let before = (self.words.before)(&self.score(it.before));
        if it.is_none() {
            return format!("{before}: {}", self.words.the_same);
        }
        let points = self.language.decimals(it.points().abs(), it.decimals(&peg::SMALLEST));
        let way = if it.points() < 0.0 { self.words.lower } else { self.words.higher };
        let [less, about, more] = self.words.noticed;
        let noticed = match it.beside(&peg::SMALLEST) {
            Noticed::Less => less,
            Noticed::About => about,
            Noticed::More => more,
        };
        format!("{before}: {}, {noticed}", way(&points))
    }

    fn habits(&self) -> Vec<Block> {
        let it = self.report;
        let mut said: Vec<Vec<Span>> = vec![];
        said.extend(it.sitting.map(|sitting| {
            let mean = (self.words.sitting)(&self.score(sitting.value), sitting.n);
            let long = it.long_sitting.with;
            let long = long.map(|it| (self.words.long_sitting)(it.n, &self.score(it.value)));
            let others = it.long_sitting.without;
            let others = others.map(|it| (self.words.other_days)(it.n, &self.score(it.value)));
            let both = long.is_some() && others.is_some();
            let mut spans = vec![Span::plain(joined([Some(mean), long, others]))];
            if both {
                spans.push(Span::quiet(format!(" – {}", self.words.no_cause)));
            }
            spans
        }));
        if !it.positions.is_empty() {
            let position = |(id, n): &(String, usize)| {
                format!("{} {n}", self.language.name(&day::SLEEP_POSITION, id))
            };
            let all: Vec<String> = it.positions.iter().map(position).collect();
            said.push(labelled(self.words.positions, all.join(", ")));
        }
        if !it.exercises.is_empty() {
            let done = |done: &Done| {
                let minutes = done.minutes.map(|it| (self.words.minutes)(&self.score(it)));
                let minutes = minutes.map(|it| format!(", {it}")).unwrap_or_default();
                let name = self.language.name(&exercise::EXERCISE, &done.exercise);
                format!("{} {}{minutes}", self.cut(&name), (self.words.days)(done.days))
            };
            said.push(labelled(self.words.exercises, self.list(it.exercises.iter().map(done))));
        }
        said.extend(
            it.stress.map(|mean| {
                vec![Span::plain((self.words.stress)(&self.score(mean.value), mean.n))]
            }),
        );
        self.part(self.words.habits, said)
    }

    /// What a treatment is called; a medicine by its name.
    pub(super) fn called(&self, tried: &Tried) -> String {
        match (&tried.name, tried.treatment.as_str()) {
            (Some(name), _) => self.cut(name),
            (None, "medicine") => self.words.medicine.into(),
            (None, other) => self.language.name(&treatment::TREATMENT, other),
        }
    }

    fn tried(&self) -> Vec<Block> {
        let helped = |tried: &Tried| {
            let ids = ["yes", "a-little", "no", "worse"].into_iter().zip(self.words.helped);
            let said =
                ids.filter_map(|(id, word)| Some(format!("{word} {}", tried.helped.get(id)?)));
            said.collect::<Vec<_>>().join(", ")
        };
        let row = |tried: &Tried| {
            let (name, days) = (self.called(tried), (self.words.days)(tried.days.len()));
            match helped(tried) {
                helped if helped.is_empty() => format!("{name} {days}"),
                helped => format!("{name} {days} ({helped})"),
            }
        };
        if self.report.wanted.redact.medicines {
            return vec![];
        }
        let all = self.list(self.report.tried.iter().map(row));
        let all = if all.is_empty() { vec![] } else { vec![vec![Span::plain(all)]] };
        self.part(self.words.tried, all)
    }

    fn background(&self) -> Vec<Block> {
        let name = |fact: &Fact| {
            let row = self.words.facts.iter().find(|(field, _)| std::ptr::eq(*field, fact.field));
            row.map_or(fact.field.means, |(_, name)| *name)
        };
        let facts = &self.report.background;
        let with = |yes: bool| -> Vec<&str> {
            facts.iter().filter(|fact| fact.yes == Some(yes)).map(name).collect()
        };
        let mut said: Vec<Vec<Span>> = vec![];
        for (label, names) in [(self.words.yes, with(true)), (self.words.no, with(false))] {
            if !names.is_empty() {
                said.push(labelled(label, names.join(", ")));
            }
        }
        let texts = facts.iter().filter(|fact| fact.yes.is_none());
        said.extend(texts.map(|fact| labelled(name(fact), self.cut(&fact.text))));
        if said.is_empty() {
            let redact = self.report.wanted.redact;
            let nothing = if redact.notes || redact.medicines {
                self.words.left_out_or_not_recorded
            } else {
                self.words.not_recorded
            };
            return vec![paragraph(labelled(self.words.background, nothing))];
        }
        self.part(self.words.background, said)
    }
}

/// About how many lines blocks take in a column of half the page.
fn n_lines(blocks: &[Block]) -> usize {
    let lines = |block: &Block| match block {
        Block::Heading(..) => 2,
        Block::Paragraph(it) => {
            let letters: usize = it.spans.iter().map(|span| span.text.chars().count()).sum();
            letters.div_ceil(LETTERS_OF_HALF)
        }
        _ => 0,
    };
    blocks.iter().map(lines).sum()
}
