//! What pain gets in the way of, what the days were like, and what was tried against it.

use crate::draw::Error;
use crate::draw::page::document::{
    Block, Cell, Column, ColumnKind, ColumnLevel, Columns, Span, Table,
};
use crate::facts::Mean;
use crate::facts::habits::{Done, LONG_SITTING_HOURS};
use crate::facts::nights::SHORT_HOURS;
use crate::facts::treatments::Tried;
use crate::journal::fields::{day, exercise, treatment};
use crate::report::background::Fact;
use crate::report::function::Activity;
use crate::report::function::IN_THE_WAY;
use crate::report::page::detail::Brevity;
use crate::report::page::{Page, heading, joined, labelled, paragraph};
use crate::scales::{Difference, Noticed, peg};

/// About how many letters a line of half the page has.
const LETTERS_OF_HALF: usize = 55;

impl Page<'_> {
    /// Two columns: measures and function, what was tried and habits.
    pub(super) fn living(&self) -> Result<Block, Error> {
        let mut left = self.function();
        // Below the heading.
        left.splice(1..1, self.measures()?);
        let mut right = [self.tried(), self.habits()].concat();
        // What is left over goes where there is more room.
        for part in [self.found(), self.background(), self.notes()] {
            let shorter = if height(&left) < height(&right) { &mut left } else { &mut right };
            shorter.extend(part);
        }
        let columns = vec![(1, left), (1, right)];
        Ok(Block::Columns(Columns { level: ColumnLevel::First, columns }))
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
            let noticed = it.peg_difference.map(|it| self.peg_noticed(it));
            if self.has_answers_in_table() {
                let noticed = noticed.map(|noticed| format!("PEG: {noticed}"));
                return vec![Span::plain(noticed.unwrap_or_default())];
            }
            let now = (self.words.peg)(&self.score(score.points()), &self.date(on));
            let before = it.peg_difference.map(|it| (self.words.before)(&self.score(it.before)));
            let before = before.zip(noticed).map(|(before, it)| format!("{before}: {it}"));
            vec![Span::plain(joined([Some(now), before]))]
        }));
        let activities = (1..).zip(&it.activities).map(|(n, activity)| {
            let name = self.cut(&self.activity_name(n, activity));
            let before = activity.before.map(|it| (self.words.before)(&self.score(it.points())));
            let before = before.map(|it| format!(" ({it})")).unwrap_or_default();
            format!("{name} {}{before}", self.score(activity.now.points()))
        });
        let activities = self.list(activities);
        if !activities.is_empty() && !self.has_answers_in_table() {
            said.push(labelled(self.words.activities, activities));
        }
        let (nights, way) = (self.report.nights, it.in_the_way);
        let mean = |mean: Option<Mean>| mean.map(|it| self.score(it.value)).unwrap_or_default();
        let from = self.score(IN_THE_WAY.points());
        let way = (way.of > 0)
            .then(|| (self.words.in_the_way)(&from, way.n, way.of, &mean(it.interference)));
        let short = Some(nights.short).filter(|share| share.of > 0);
        let short = short.map(|share| {
            let hours = self.language.number(SHORT_HOURS);
            (self.words.short_nights)(&hours, share.n, share.of, &mean(nights.slept_hours))
        });
        let both = joined([way, short]);
        said.extend((!both.is_empty()).then(|| vec![Span::plain(both)]));
        if said.is_empty() {
            said.push(labelled(self.words.in_way_of, self.words.not_recorded));
        }
        self.part(self.words.function, said)
    }

    /// What an own activity is called; its number where the person's words are left out.
    pub(super) fn activity_name(&self, n: usize, activity: &Activity) -> String {
        let is_left_out = self.report.wanted.redact.notes;
        if is_left_out { (self.words.activity)(n) } else { activity.text.clone() }
    }

    /// How far PEG is from that of four weeks before, and what that is beside the smallest
    /// difference that people notice.
    fn peg_noticed(&self, it: Difference) -> String {
        if it.is_none() {
            return self.words.the_same.into();
        }
        let points = self.language.decimals(it.points().abs(), it.decimals(&peg::SMALLEST));
        let way = if it.points() < 0.0 { self.words.lower } else { self.words.higher };
        let [less, about, more] = self.words.noticed;
        let noticed = match it.beside(&peg::SMALLEST) {
            Noticed::Less => less,
            Noticed::About => about,
            Noticed::More => more,
        };
        format!("{}, {noticed}", way(&points))
    }

    fn habits(&self) -> Vec<Block> {
        let it = self.report;
        let mut said: Vec<Vec<Span>> = vec![];
        said.extend(it.sitting.map(|sitting| {
            let mean = (self.words.sitting)(&self.score(sitting.value), sitting.n);
            let long = it.long_sitting.with;
            let hours = self.language.number(LONG_SITTING_HOURS);
            let long =
                long.map(|it| (self.words.long_sitting)(&hours, it.n, &self.score(it.value)));
            let others = it.long_sitting.without.filter(|_| long.is_some());
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
                let is_short = self.detail.brevity >= Brevity::Short;
                let minutes = done
                    .minutes
                    .filter(|_| !is_short)
                    .map(|it| (self.words.minutes)(&self.score(it)));
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
        if it.wanted.redact.habits {
            return vec![];
        }
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
        if self.detail.has_tables && !self.report.tried.is_empty() {
            return self.tried_table(&helped);
        }
        let all = self.list(self.report.tried.iter().map(row));
        let all = if all.is_empty() { vec![] } else { vec![vec![Span::plain(all)]] };
        self.part(self.words.tried, all)
    }

    /// What was tried as a table: on how many days, and how often it helped.
    fn tried_table(&self, helped: &dyn Fn(&Tried) -> String) -> Vec<Block> {
        let kinds = [ColumnKind::Names, ColumnKind::Numbers, ColumnKind::Words];
        let column = |(name, kind): (&str, ColumnKind)| Column { name: name.into(), kind };
        let words = |text: String| Cell::Words(vec![Span::plain(text)]);
        let row = |tried: &Tried| {
            let name = Cell::Words(vec![Span::strong(self.called(tried))]);
            vec![name, words(tried.days.len().to_string()), words(helped(tried))]
        };
        let tried = &self.report.tried;
        // One more is no higher than to say that there is one more.
        let most = self.detail.rows;
        let n_shown = if tried.len() > most + 1 { most } else { tried.len() };
        let table = Block::Table(Table {
            summary: self.words.tried.into(),
            columns: self.words.tried_columns.into_iter().zip(kinds).map(column).collect(),
            rows: tried.iter().take(n_shown).map(row).collect(),
        });
        let more = tried.len() - n_shown;
        let more = (more > 0).then(|| paragraph(vec![Span::quiet((self.words.and_more)(more))]));
        [heading(self.words.tried), table].into_iter().chain(more).collect()
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
        let mut spans = vec![Span::strong(self.words.background)];
        for said in said {
            spans.push(Span::plain(" · "));
            spans.extend(said);
        }
        vec![paragraph(spans)]
    }
}

/// About how high blocks are in a column of half the page, pt.
fn height(blocks: &[Block]) -> usize {
    let high = |block: &Block| match block {
        Block::Heading(..) => 21,
        Block::Paragraph(it) => {
            let letters: usize = it.spans.iter().map(|span| span.text.chars().count()).sum();
            3 + 12 * letters.div_ceil(LETTERS_OF_HALF)
        }
        Block::Table(it) => 6 + 15 * (1 + it.rows.len()),
        _ => 0,
    };
    blocks.iter().map(high).sum()
}
