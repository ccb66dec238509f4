//! What is left out of a report, since it leaves the person's hands.

use crate::journal::fields::{self, event, profile, symptom, treatment};
use crate::journal::{Answer, Field, FieldRef, Journal, Kind, NOTE, Values};

/// What is left out. It is taken out of the journal before anything is computed of it, so that
/// no figure, chart or list can tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redact {
    /// The person's name and year of birth.
    pub name: bool,
    /// Notes, and whatever else the person wrote of a day, of how it began, of illnesses.
    pub notes: bool,
    /// Medicines and treatments, with what the profile says of them.
    pub medicines: bool,
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
        journal.clone().changed(|kind, values| self.apply(kind, values))
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
