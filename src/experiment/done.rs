//! What was done, by what the journal has of it.

use chrono::NaiveDate;

use crate::experiment::course::Experiment;
use crate::journal::fields::{self, exercise, treatment};
use crate::journal::{
    Answer, EXERCISES, Entry, Field, Journal, Kind, TREATMENTS, Value, Word, id_of,
};
use crate::stats::schedule::Arm;

/// Which entries tell what was done.
#[derive(Clone, Debug, PartialEq)]
pub enum DoneBy {
    /// An exercise: A where it was done, B where it was said not to be.
    Exercise(Box<str>),
    /// An own habit: yes is A and no is B, or a word for each.
    Habit(Box<str>),
    /// A field of the day with words, by its id: one for each arm.
    Field(&'static str),
}

/// What was done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// One of the two.
    Arm(Arm),
    /// Something else, or neither.
    Other,
}

impl DoneBy {
    /// Reads the text in the file.
    pub fn read(text: &str) -> Option<Self> {
        if let Some(id) = text.strip_prefix("exercise:") {
            return Some(Self::Exercise(id.into()));
        }
        if let Some(id) = text.strip_prefix("habit:") {
            return Some(Self::Habit(id.into()));
        }
        fields::find(Kind::Day, text).map(|field| Self::Field(field.id))
    }

    /// Whether it is of the night that ended on its day, as position and surface of sleep are.
    pub fn is_of_nights(&self) -> bool {
        matches!(self, Self::Field(id) if id.starts_with("sleep_"))
    }

    /// The text in the file.
    pub fn id(&self) -> String {
        match self {
            Self::Exercise(id) => format!("exercise:{id}"),
            Self::Habit(id) => format!("habit:{id}"),
            Self::Field(id) => (*id).into(),
        }
    }

    /// What the journal records already that tells A from B: an exercise or a yes-or-no habit of
    /// the name of A where B is to do without, else a field that has words for both.
    pub fn of(journal: &Journal, a: &str, b: Option<&str>) -> Option<Self> {
        let Some(b) = b else {
            let id = id_of(a)?;
            if let Some(word) = Word::find(EXERCISES, &id) {
                return Some(Self::Exercise(word.id.into()));
            }
            let own = journal.habit(&id)?;
            if own.is_exercise() {
                return Some(Self::Exercise(id));
            }
            return (own.answer() == Some(Answer::YesNo)).then_some(Self::Habit(id));
        };
        let has_both = |field: &&&'static Field| match field.answer {
            Answer::Word(words) => {
                let found = [a, b].map(|arm| Word::find(words, arm).map(|w| w.id));
                found[0].is_some() && found[1].is_some() && found[0] != found[1]
            }
            _ => false,
        };
        fields::of(Kind::Day).iter().find(has_both).map(|field| Self::Field(field.id))
    }
}

/// What was done for a day of an experiment; `None`: not recorded.
pub fn done_on(experiment: &Experiment, journal: &Journal, day: NaiveDate) -> Option<Done> {
    let entries = journal.on(day);
    match experiment.done_by.as_ref()? {
        DoneBy::Exercise(id) => exercised(entries, id).map(Done::Arm),
        DoneBy::Habit(id) => match entries.iter().find_map(|e| e.values.own(id)) {
            Some(Value::Int(yes)) => Some(Done::Arm(if *yes == 0 { Arm::B } else { Arm::A })),
            Some(Value::Text(said)) => {
                Some(arm_of(experiment, |arm| id_of(arm).as_ref() == Some(said)))
            }
            Some(Value::Real(_)) => None,
            None => recorded(experiment, entries),
        },
        DoneBy::Field(id) => {
            let field = fields::find(Kind::Day, id)?;
            let said = entries.iter().find_map(|e| e.values.text(field))?;
            let Answer::Word(words) = field.answer else { return None };
            let is = |arm: &str| Word::find(words, arm).is_some_and(|w| w.id == said);
            Some(arm_of(experiment, is))
        }
    }
}

/// A where the exercise was done once, B where it was only said not to be.
fn exercised(entries: &[Entry], id: &str) -> Option<Arm> {
    let is_it = |e: &&Entry| e.values.text(&exercise::EXERCISE) == Some(id);
    let is_done = |e: &Entry| exercise::is_done(&e.values);
    let all: Vec<bool> = entries.iter().filter(is_it).map(is_done).collect();
    (!all.is_empty()).then(|| if all.contains(&true) { Arm::A } else { Arm::B })
}

/// The arm that was recorded as an exercise or a treatment of its name, where nobody answered the
/// experiment's own question; both: neither of the two.
fn recorded(experiment: &Experiment, entries: &[Entry]) -> Option<Done> {
    let is_recorded = |arm: Arm| is_recorded(entries, experiment.called(arm));
    match (is_recorded(Arm::A), is_recorded(Arm::B)) {
        (true, true) => Some(Done::Other),
        (true, false) => Some(Done::Arm(Arm::A)),
        (false, true) => Some(Done::Arm(Arm::B)),
        (false, false) => None,
    }
}

/// Whether an exercise, a treatment or a medicine of a name was recorded as done.
fn is_recorded(entries: &[Entry], called: &str) -> bool {
    let Some(id) = id_of(called) else { return false };
    let word = |table| Word::find(table, &id).map_or(&*id, |word| word.id);
    let is_of = |e: &Entry| {
        e.values.text(&treatment::TREATMENT) == Some(word(TREATMENTS))
            || e.values.text(&treatment::NAME).and_then(id_of).as_deref() == Some(&*id)
    };
    entries.iter().any(is_of) || exercised(entries, word(EXERCISES)) == Some(Arm::A)
}

fn arm_of(experiment: &Experiment, is: impl Fn(&str) -> bool) -> Done {
    let arm = [Arm::A, Arm::B].into_iter().find(|arm| is(experiment.called(*arm)));
    arm.map_or(Done::Other, Done::Arm)
}

/// On how many of the days so far it was done as drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Adherence {
    /// As drawn.
    pub as_drawn: usize,
    /// Otherwise.
    pub otherwise: usize,
    /// Nothing was recorded of it.
    pub not_recorded: usize,
}

/// How often it was done as drawn, up to a day.
pub fn adherence(experiment: &Experiment, journal: &Journal, until: NaiveDate) -> Adherence {
    let mut found = Adherence::default();
    for day in (0..experiment.days.len()).map(|n| experiment.day(n)).filter(|day| *day <= until) {
        let Some(drawn) = experiment.arm_on(day) else { continue };
        match done_on(experiment, journal, day) {
            None => found.not_recorded += 1,
            Some(done) if done == Done::Arm(drawn) => found.as_drawn += 1,
            Some(_) => found.otherwise += 1,
        }
    }
    found
}
