//! An experiment as a journal has it: its arms, its days, where it stands.

use chrono::{Days, NaiveDate};

use crate::experiment::arms::{is_same, without};
use crate::experiment::done::DoneBy;
use crate::journal::fields::experiment as field;
use crate::journal::fields::pain;
use crate::journal::series::pain_of;
use crate::journal::{Entry, EntryId, Journal, PartialDate, Score};
use crate::stats::experiment::{AT_ONCE, AT_ONCE_OR_SLOWLY, Exposure};
use crate::stats::schedule::{Arm, Design, pairs_of};

/// Which pain of a day an experiment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// How the day was: the average, or moments.
    Day,
    /// Its worst.
    Worst,
    /// The night that ended on it.
    Night,
    /// On getting up.
    Morning,
}

impl Outcome {
    /// The outcome of an id in the file.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "day" => Some(Self::Day),
            "worst" => Some(Self::Worst),
            "night" => Some(Self::Night),
            "morning" => Some(Self::Morning),
            _ => None,
        }
    }

    /// Its id in the file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Worst => "worst",
            Self::Night => "night",
            Self::Morning => "morning",
        }
    }

    /// What it is, in words.
    pub fn means(self) -> &'static str {
        field::OUTCOMES.iter().find(|word| word.id == self.id()).map_or("pain", |word| word.means)
    }

    /// The points of a day, of its entries; `None`: not recorded.
    pub fn points(self, day: &[Entry]) -> Option<f64> {
        let pain = || pain_of(day, None).first().copied();
        match self {
            Self::Day => pain()?.typical(),
            Self::Night => pain()?.night,
            Self::Morning => pain()?.morning,
            Self::Worst => {
                let worst = |e: &Entry| e.values.score(&pain::WORST);
                day.iter().filter_map(worst).max().map(Score::points)
            }
        }
    }
}

/// An experiment on oneself.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    /// Its entry.
    pub id: EntryId,
    /// Its name.
    pub name: Box<str>,
    /// The question in the person's own words; `None` where they gave none.
    pub question: Option<Box<str>>,
    /// What is tried, as the person calls it.
    pub a: Box<str>,
    /// What it is compared with.
    pub b: Box<str>,
    /// The day on which it was drawn.
    pub drawn_on: NaiveDate,
    /// The first day of the schedule.
    pub first: NaiveDate,
    /// Which pain it is about.
    pub outcome: Outcome,
    /// Days from an arm to that pain: 0 of what is done at night.
    pub lag_days: u64,
    /// How its days are put together.
    pub design: Design,
    /// What the test looks for.
    pub exposures: &'static [Exposure],
    /// What the schedule was drawn from; `None`: it was not drawn here.
    pub seed: Option<i64>,
    /// Which arm comes first in each pair.
    pub order: Vec<Arm>,
    /// The arm of each day.
    pub days: Vec<Arm>,
    /// Which entries tell what was done; `None`: none do.
    pub done_by: Option<DoneBy>,
    /// Whether the habit that tells was made for it.
    pub made_habit: bool,
    /// The first day that was not lived by it any more; `None`: it was not stopped.
    pub stopped: Option<NaiveDate>,
    /// Why, in the person's own words.
    pub why_stopped: Option<Box<str>>,
    /// The day of an earlier stop that was taken back: what the days so far showed could be seen
    /// then. `None`: there was none.
    pub gone_on_after: Option<NaiveDate>,
}

/// Where an experiment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It begins on a later day.
    Waiting,
    /// It is the day of this number, from 1.
    Running(usize),
    /// The days are over, but not yet those of the pain that it is about.
    Ending,
    /// It is over.
    Over,
    /// It was stopped before its end.
    Stopped,
}

impl State {
    /// Whether something is still to be done for it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Running(_) | Self::Ending)
    }

    /// The word of it, for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running(_) => "running",
            Self::Ending => "ending",
            Self::Over => "over",
            Self::Stopped => "stopped",
        }
    }
}

impl Experiment {
    /// The experiment of an entry; `None` where it lacks what makes one: a merge, or a newer
    /// twinge, may have left it so.
    pub fn read(entry: &Entry) -> Option<Self> {
        let values = &entry.values;
        let text = |of| values.text(of).map(Box::<str>::from);
        let count = |of| values.int(of).and_then(|n| usize::try_from(n).ok());
        let design = Design {
            period_days: count(&field::PERIOD)?,
            n_pairs: count(&field::PAIRS)?,
            washout_days: count(&field::WASHOUT).unwrap_or(0),
        };
        let arm = |letter: char| match letter {
            'A' => Some(Arm::A),
            'B' => Some(Arm::B),
            _ => None,
        };
        let days: Vec<Arm> = text(&field::SCHEDULE)?.chars().map(arm).collect::<Option<_>>()?;
        let order = pairs_of(design.period_days, &days)?;
        if order.len() != design.n_pairs || design.check().is_err() {
            return None;
        }
        let slow_too = values.text(&field::STATISTIC) == Some("at-once-or-slowly");
        let stopped = values.text(&field::STOPPED).and_then(PartialDate::read);
        Some(Self {
            id: entry.id,
            name: text(&field::EXPERIMENT)?,
            question: text(&field::QUESTION),
            a: text(&field::ARM_A)?,
            b: text(&field::ARM_B)?,
            drawn_on: entry.day,
            first: values.text(&field::FIRST).and_then(PartialDate::read)?.first_day()?,
            outcome: Outcome::from_id(values.text(&field::OUTCOME).unwrap_or("day"))?,
            lag_days: u64::try_from(values.int(&field::LAG)?).ok()?,
            design,
            exposures: if slow_too { AT_ONCE_OR_SLOWLY } else { AT_ONCE },
            seed: values.int(&field::SEED),
            order,
            days,
            done_by: values.text(&field::DONE_BY).and_then(DoneBy::read),
            made_habit: values.yes(&field::MADE_HABIT) == Some(true),
            stopped: stopped.and_then(PartialDate::first_day),
            why_stopped: text(&field::WHY_STOPPED),
            gone_on_after: None,
        })
    }

    /// The day of a number from 0.
    pub fn day(&self, number: usize) -> NaiveDate {
        later(self.first, u64::try_from(number).unwrap_or(u64::MAX))
    }

    /// The last day of the schedule.
    pub fn last(&self) -> NaiveDate {
        self.day(self.days.len().saturating_sub(1))
    }

    /// The last day of which the pain counts.
    pub fn last_pain(&self) -> NaiveDate {
        later(self.last(), self.lag_days)
    }

    /// From when on what it showed can be seen: that day's pain is on record then.
    pub fn result_from(&self) -> NaiveDate {
        later(self.last_pain(), 1)
    }

    /// The number of a day from 0; `None`: it is none of the schedule, or was not lived by it.
    pub fn number(&self, day: NaiveDate) -> Option<usize> {
        let number = usize::try_from((day - self.first).num_days()).ok()?;
        let is_lived = self.stopped.is_none_or(|stopped| day < stopped);
        (number < self.days.len() && is_lived).then_some(number)
    }

    /// How many days of the schedule were lived, or will have been.
    pub fn n_lived(&self) -> usize {
        (0..self.days.len()).filter(|n| self.number(self.day(*n)).is_some()).count()
    }

    /// What was drawn for a day; a night belongs to the day of waking up.
    pub fn arm_on(&self, day: NaiveDate) -> Option<Arm> {
        self.days.get(self.number(day)?).copied()
    }

    /// Whether it is about nights: what is drawn for a day is done in the night before it.
    pub const fn is_of_nights(&self) -> bool {
        self.lag_days == 0
    }

    /// What an arm is called.
    pub fn called(&self, arm: Arm) -> &str {
        match arm {
            Arm::A => &self.a,
            Arm::B => &self.b,
        }
    }

    /// Whether what is tried is compared with doing without it.
    pub fn is_with_or_without(&self) -> bool {
        without(&self.b).is_some_and(|what| is_same(what, &self.a))
    }

    /// Where it stands.
    pub fn state(&self, today: NaiveDate) -> State {
        if self.stopped.is_some_and(|stopped| stopped <= self.last()) {
            return State::Stopped;
        }
        if today < self.first {
            return State::Waiting;
        }
        match self.number(today) {
            Some(number) => State::Running(number + 1),
            None if today < self.result_from() => State::Ending,
            None => State::Over,
        }
    }

    /// The question, in the person's words or in ours.
    pub fn asks(&self) -> String {
        match &self.question {
            Some(question) => question.to_string(),
            None => format!("{} or {}: which goes with less pain?", self.a, self.b),
        }
    }
}

/// So many days later; the same day at the end of the calendar.
fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// All experiments of a journal, in order of the days they were drawn on; of one day by name, as
/// one more of the same has a number at its end.
pub fn experiments(journal: &Journal) -> Vec<Experiment> {
    let read = journal.experiments().iter().filter_map(Experiment::read);
    let mut all: Vec<Experiment> = read.collect();
    for one in &mut all {
        one.gone_on_after = journal.stops_of(one.id).find(|day| Some(*day) != one.stopped);
    }
    all.sort_by(|a, b| (a.drawn_on, &a.name).cmp(&(b.drawn_on, &b.name)));
    all
}
