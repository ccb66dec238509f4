//! What is done with each cell of a row, decided once for the whole file.

use std::collections::BTreeMap;

use crate::exchange::ReadOptions;
use crate::exchange::csv::columns::{Column, answer_of, is_amount, same_field};
use crate::exchange::csv::header::{Place, Target};
use crate::exchange::csv::own::Seen;
use crate::exchange::error::ReadError;
use crate::journal::fields::pain;
use crate::journal::{Answer, EXERCISES, Field, FieldRef};

/// The columns of scores at one place.
#[derive(Debug, Default)]
pub(super) struct PainColumns {
    pub(super) now: Option<usize>,
    pub(super) time: Option<usize>,
    pub(super) quality: Option<usize>,
    /// Scores of the day, in the order of their ids.
    pub(super) of_day: Vec<(usize, &'static Field)>,
}

/// The columns of one field of the day; values of several are added.
#[derive(Debug)]
pub(super) struct DayColumns {
    pub(super) first: usize,
    pub(super) more: Vec<usize>,
    pub(super) field: FieldRef,
    pub(super) answer: Answer,
}

/// A column of treatments.
#[derive(Debug)]
pub(super) struct TreatmentColumn {
    pub(super) column: usize,
    pub(super) which: &'static str,
    pub(super) name: Option<Box<str>>,
}

/// What is done with each cell of a row.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) names: Vec<String>,
    pub(super) date: usize,
    pub(super) site: Option<usize>,
    pub(super) side: Option<usize>,
    /// Scores at the place of the row.
    pub(super) here: PainColumns,
    /// Scores at places that the columns name.
    pub(super) at: Vec<(Place, PainColumns)>,
    pub(super) day: Vec<DayColumns>,
    /// Answers to the weekly questions, in the order of their ids.
    pub(super) weekly: Vec<(usize, &'static Field)>,
    pub(super) exercises: Vec<(usize, Box<str>)>,
    pub(super) symptoms: Vec<(usize, &'static str)>,
    pub(super) treatments: Vec<TreatmentColumn>,
    pub(super) events: Vec<(usize, &'static str)>,
    pub(super) nameless: Vec<usize>,
    /// Where in `day` a field is, until all are there.
    by_field: BTreeMap<String, usize>,
}

impl Plan {
    /// Makes the plan. `seen` says what the cells of new habits are.
    pub(super) fn new(
        columns: &[Column],
        options: &ReadOptions<'_>,
        seen: &BTreeMap<Box<str>, Seen>,
    ) -> Result<Self, ReadError> {
        let mut plan = Self {
            names: columns.iter().map(|c| c.name.clone()).collect(),
            date: find_date(columns)?,
            site: None,
            side: None,
            here: PainColumns::default(),
            at: Vec::new(),
            day: Vec::new(),
            weekly: Vec::new(),
            exercises: Vec::new(),
            symptoms: Vec::new(),
            treatments: Vec::new(),
            events: Vec::new(),
            nameless: Vec::new(),
            by_field: BTreeMap::new(),
        };
        for (i, column) in columns.iter().enumerate() {
            plan.add(i, columns, options, seen)?;
            if let Target::Exercise(id) = &column.target {
                refuse_habit(id, column, options)?;
            }
        }
        plan.here.of_day.sort_by_key(|(_, field)| field.id);
        for (_, at) in &mut plan.at {
            at.of_day.sort_by_key(|(_, field)| field.id);
        }
        plan.day.sort_by(|a, b| a.field.cmp_id(&b.field));
        plan.weekly.sort_by_key(|(_, field)| field.id);
        Ok(plan)
    }

    /// Whether two entries of one row can be of the same place.
    pub(super) fn can_meet(&self) -> bool {
        !self.at.is_empty() && (self.site.is_some() || self.side.is_some())
    }

    fn add(
        &mut self,
        i: usize,
        columns: &[Column],
        options: &ReadOptions<'_>,
        seen: &BTreeMap<Box<str>, Seen>,
    ) -> Result<(), ReadError> {
        match &columns[i].target {
            Target::Skip | Target::Sleep | Target::Date(_) | Target::Long(_) => {}
            Target::Nameless => self.nameless.push(i),
            Target::Site => self.site = Some(i),
            Target::Side => self.side = Some(i),
            Target::Pain(field, place) => {
                let group = match place {
                    None => &mut self.here,
                    Some(place) => self.group_at(*place),
                };
                match field.id {
                    "now" => group.now = Some(i),
                    "time" => group.time = Some(i),
                    "quality" => group.quality = Some(i),
                    _ => group.of_day.push((i, field)),
                }
            }
            Target::Day(field) => self.add_day(i, columns, FieldRef::Known(field), field.answer)?,
            Target::Habit(id) => {
                let answer = match seen.get(id).copied().and_then(Seen::answer) {
                    Some("yes-no") => Some(Answer::YesNo),
                    Some("amount") => Some(Answer::Amount { min: -1e9, max: 1e9, unit: "" }),
                    Some(_) => Some(Answer::OwnWord(&[])),
                    // Without a value there is nothing to read.
                    None => answer_of(options.habits, id),
                };
                if let Some(answer) = answer {
                    self.add_day(i, columns, FieldRef::Own(id.clone()), answer)?;
                }
            }
            Target::Weekly(field) => self.weekly.push((i, field)),
            Target::Exercise(id) => self.exercises.push((i, id.clone())),
            Target::Symptom(id) => self.symptoms.push((i, id)),
            Target::Treatment(which) => {
                self.treatments.push(TreatmentColumn { column: i, which, name: None });
            }
            Target::Took(name) => {
                let (which, name) = ("medicine", Some(name.clone()));
                self.treatments.push(TreatmentColumn { column: i, which, name });
            }
            Target::Event(id) => self.events.push((i, id)),
        }
        Ok(())
    }

    fn group_at(&mut self, place: Place) -> &mut PainColumns {
        let at = self.at.iter().position(|(p, _)| *p == place).unwrap_or(self.at.len());
        if at == self.at.len() {
            self.at.push((place, PainColumns::default()));
        }
        &mut self.at[at].1
    }

    fn add_day(
        &mut self,
        i: usize,
        columns: &[Column],
        field: FieldRef,
        answer: Answer,
    ) -> Result<(), ReadError> {
        // Two columns of one field have passed only because the person mapped one of them.
        if let Some(day) = self.by_field.get(&field.id()) {
            let day = &mut self.day[*day];
            if !is_amount(&answer) {
                return Err(same_field(&columns[day.first], &columns[i]));
            }
            day.more.push(i);
            return Ok(());
        }
        self.by_field.insert(field.id(), self.day.len());
        self.day.push(DayColumns { first: i, more: Vec::new(), field, answer });
        Ok(())
    }
}

fn find_date(columns: &[Column]) -> Result<usize, ReadError> {
    let date = columns.iter().position(|c| matches!(c.target, Target::Date(_)));
    date.ok_or_else(|| ReadError::NoDate {
        columns: columns.iter().map(|c| c.name.clone()).collect(),
        looks_like: None,
    })
}

/// An exercise cannot have the name of a habit that is answered otherwise.
fn refuse_habit(id: &str, column: &Column, options: &ReadOptions<'_>) -> Result<(), ReadError> {
    let is_known = EXERCISES.iter().any(|w| w.id == id);
    let other = answer_of(options.habits, id).is_some();
    if is_known || !other {
        return Ok(());
    }
    Err(ReadError::BadColumn {
        column: column.name.clone(),
        why: format!("{id} is a habit of yours that is no exercise"),
        meant: Some(format!("habit:{id}")),
    })
}

/// The scores of a moment and of a day can carry all of these.
pub(super) fn place_values(place: Place) -> impl Iterator<Item = (FieldRef, &'static str)> {
    let side = place.side.map(|side| (FieldRef::Known(&pain::SIDE), side));
    let site = place.site.map(|site| (FieldRef::Known(&pain::SITE), site));
    side.into_iter().chain(site)
}
