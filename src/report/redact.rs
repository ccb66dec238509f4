//! What is left out of a report, since it leaves the person's hands.

use crate::insights::subject::ROWS;
use crate::journal::fields::{self, event, experiment, habit, profile, symptom, treatment};
use crate::journal::{
    Answer, Field, FieldRef, Journal, Kind, Medicines, NOTE, TREATMENTS, Values, Word,
};

/// What is left out. It is taken out of the journal before anything is computed of it, so that
/// no figure, chart or list can tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redact {
    /// The person's name and year of birth.
    pub name: bool,
    /// Notes, and whatever else the person wrote of a day, of how it began, of illnesses, and
    /// experiments, which are named in sentences.
    pub notes: bool,
    /// Medicines and treatments, with what the profile says of them, and habits and experiments
    /// that are called like one.
    pub medicines: bool,
    /// Habits, exercises and experiments, with what goes with pain.
    pub habits: bool,
}

/// What the profile says of medicines.
const OF_MEDICINES: &[&Field] =
    &[&profile::MEDICINES, &profile::STEROIDS, &profile::BLOOD_THINNERS];

/// Signs that say that a medicine was taken.
const OF_MEDICINES_SIGNS: &[&str] = &["not-controlled"];

/// What the profile says in sentences; the goal of the visit is written for the report.
const SENTENCES: &[&Field] = &[&profile::ONSET_NOTE, &profile::CONDITIONS];

impl Redact {
    /// The journal without what is left out.
    pub fn applied_to(self, journal: &Journal) -> Journal {
        if self == Self::default() {
            return journal.clone();
        }
        let medicines = Medicines::of(journal);
        journal.clone().changed(|kind, values| {
            self.apply(kind, values);
            self.apply_to_habits(kind, values, &medicines);
        })
    }

    /// Takes out what is done on days, and what was found of it.
    fn apply_to_habits(self, kind: Kind, values: &mut Values, medicines: &Medicines) {
        let is_out = match kind {
            Kind::Exercise | Kind::Insight => self.habits,
            // An activity that pain makes hard is no habit.
            Kind::Habit => self.habits && values.text(&habit::ANSWER) != Some("activity"),
            Kind::Experiment => {
                let arms = [&experiment::ARM_A, &experiment::ARM_B, &experiment::EXPERIMENT];
                let names_one = |field: &&'static Field| {
                    values.text(field).is_some_and(|text| is_one(medicines, text))
                };
                self.habits || self.notes || (self.medicines && arms.iter().any(names_one))
            }
            _ => false,
        };
        if is_out {
            fields::of(kind).iter().copied().map(FieldRef::Known).for_each(|it| values.remove(&it));
        }
        if kind == Kind::Day {
            let is_out = |field: &FieldRef| match field {
                FieldRef::Known(known) => {
                    self.habits && ROWS.iter().any(|row| std::ptr::eq(row.field, *known))
                }
                FieldRef::Own(id) => self.habits || (self.medicines && is_one(medicines, id)),
            };
            let out: Vec<FieldRef> =
                values.iter().map(|(field, _)| field).filter(|it| is_out(it)).cloned().collect();
            for field in &out {
                values.remove(field);
            }
        }
    }

    fn apply(self, kind: Kind, values: &mut Values) {
        let mut remove = |field| values.remove(&FieldRef::Known(field));
        if kind == Kind::Profile {
            let name = [&profile::NAME, &profile::BIRTH_YEAR];
            name.into_iter().filter(|_| self.name).for_each(&mut remove);
            SENTENCES.iter().copied().filter(|_| self.notes).for_each(&mut remove);
            OF_MEDICINES.iter().copied().filter(|_| self.medicines).for_each(&mut remove);
            return;
        }
        if kind == Kind::Treatment && self.medicines {
            // Whether it helped says that there was one, and meets rules.
            fields::of(kind).iter().copied().for_each(&mut remove);
        }
        let sign = values.text(&symptom::SYMPTOM);
        if sign.is_some_and(|sign| self.medicines && OF_MEDICINES_SIGNS.contains(&sign)) {
            fields::of(kind).iter().copied().for_each(|f| values.remove(&FieldRef::Known(f)));
        }
        if kind == Kind::Event && self.medicines {
            // What was started or stopped is most often a medicine.
            let is_medicine = matches!(values.text(&event::EVENT), Some("started" | "stopped"));
            if is_medicine {
                values.remove(&FieldRef::Known(&event::TEXT));
            }
        }
        if self.notes && Kind::OF_A_DAY.contains(&kind) {
            if values.text(&event::EVENT) == Some(NOTE) {
                values.remove(&FieldRef::Known(&event::EVENT));
            }
            let sentences = fields::of(kind).iter().copied().filter(|f| f.answer == Answer::Text);
            // A medicine is called by its name; that is no note.
            let sentences = sentences.filter(|f| f.id != treatment::NAME.id);
            sentences.for_each(|field| values.remove(&FieldRef::Known(field)));
        }
    }
}

/// Whether a text names a medicine of the journal, or a treatment.
fn is_one(medicines: &Medicines, text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    medicines.is_named_in(text) || words.any(|word| Word::find(TREATMENTS, word).is_some())
}
