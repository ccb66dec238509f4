//! What a person says of one day, gathered into entries.

use chrono::NaiveDate;

use crate::cli::failure::Failure;
use crate::journal::fields::{event, exercise, pain, symptom, treatment};
use crate::journal::{
    EVENTS, Entry, EntryId, Field, FieldRef, Kind, Misread, NOTE, OwnHabit, SIDES, SITES,
    TREATMENTS, Value, Values, Word, nearest,
};

/// A place of pain: site and side.
pub(crate) type Place = (Option<&'static str>, Option<&'static str>);

/// What a person says of one day.
#[derive(Debug)]
pub(crate) struct Draft {
    day: NaiveDate,
    time: Option<String>,
    places: Vec<Place>,
    side: Option<&'static str>,
    now: Option<Value>,
    of_day: Values,
    quality: Option<Value>,
    habits: Values,
    others: Vec<(Kind, Option<EntryId>, Values)>,
}

impl Draft {
    /// Begins with the day it is about and, for what is of a moment, the time of day.
    pub(crate) fn new(day: NaiveDate, time: Option<String>) -> Self {
        Self {
            day,
            time,
            places: Vec::new(),
            side: None,
            now: None,
            of_day: Values::default(),
            quality: None,
            habits: Values::default(),
            others: Vec::new(),
        }
    }

    /// Pain at the moment.
    pub(crate) fn pain_now(&mut self, said: &str) -> Result<(), Failure> {
        self.now = Some(pain::NOW.answer.read(said)?);
        Ok(())
    }

    /// A field of pain or of the day.
    pub(crate) fn field(&mut self, field: &'static Field, said: &str) -> Result<(), Failure> {
        if std::ptr::eq(field, &raw const pain::SITE) {
            self.places.push(read_place(said)?);
            return Ok(());
        }
        let value = field.answer.read(said).map_err(|e| in_field(field, e))?;
        match field.kind {
            Kind::Pain if std::ptr::eq(field, &raw const pain::QUALITY) => {
                self.quality = Some(value);
            }
            Kind::Pain if std::ptr::eq(field, &raw const pain::SIDE) => {
                let said = SIDES.iter().find(|w| value == Value::text(w.id)).map(|w| w.id);
                if self.side.is_some() && self.side != said {
                    return Err(Failure::usage("two sides were said")
                        .hint("say each with its site: `--site neck:left --site jaw:right`"));
                }
                self.side = said;
            }
            Kind::Pain if std::ptr::eq(field, &raw const pain::TIME) => {
                if let Value::Text(time) = value {
                    self.time = Some(time.into());
                }
            }
            Kind::Pain if std::ptr::eq(field, &raw const pain::NOW) => self.now = Some(value),
            Kind::Pain => self.of_day.set(FieldRef::Known(field), value),
            _ => self.habits.set(FieldRef::Known(field), value),
        }
        Ok(())
    }

    /// The site and side of the scores, where the person said none.
    pub(crate) fn at_place(&mut self, place: Place) {
        self.places.push(place);
    }

    /// An own habit, `coffee=2`.
    pub(crate) fn habit(&mut self, said: &str, habits: &[OwnHabit]) -> Result<(), Failure> {
        let (id, answer) = said.split_once('=').unwrap_or((said, "yes"));
        let id = id.trim();
        let ids = || habits.iter().map(|h| &*h.id);
        let Some(habit) = habits.iter().find(|h| &*h.id == id) else {
            let failure = Failure::usage(format!("there is no habit {id:?}"));
            return Err(match nearest(id, ids()) {
                Some(meant) => failure.hint(format!("did you mean {meant}?")),
                None => failure.hint(format!("`twinge habit add {id}` makes it one of yours")),
            });
        };
        let Some(kind) = habit.answer() else {
            return Err(Failure::usage(format!("{id} is an exercise"))
                .hint(format!("log it with `--did {id}`")));
        };
        let value = kind.read(answer).map_err(|e| Failure::usage(format!("{id}: {e}")))?;
        self.habits.set(FieldRef::Own(habit.id.clone()), value);
        Ok(())
    }

    /// An exercise, `walk`, `walk=20m`, `neck-tilt=5x10s`, `yoga=no`.
    pub(crate) fn did(&mut self, said: &str, habits: &[OwnHabit]) -> Result<(), Failure> {
        let (name, dose) = said.split_once('=').map_or((said, None), |(n, d)| (n, Some(d)));
        self.exercise(name, dose.into_iter(), habits)
    }

    /// An exercise by name, with doses like `20m` or `5x10s`.
    pub(crate) fn exercise<'a>(
        &mut self,
        name: &str,
        doses: impl Iterator<Item = &'a str>,
        habits: &[OwnHabit],
    ) -> Result<(), Failure> {
        let mut values = Values::default();
        let id = exercise_named(name, habits)?;
        values.set(FieldRef::Known(&exercise::EXERCISE), Value::text(id));
        for dose in doses {
            let read = crate::journal::read_dose(dose)
                .map_err(|e| Failure::usage(format!("{id}: {e}")))?;
            for (field, value) in read.iter() {
                values.set(field.clone(), value.clone());
            }
        }
        let is_denied = values.yes(&exercise::DONE) == Some(false);
        if is_denied && values.len() > 2 {
            return Err(Failure::usage(format!("{id}: both that it was not done, and how much")));
        }
        self.stamp(&mut values, &exercise::TIME);
        self.others.push((Kind::Exercise, None, values));
        Ok(())
    }

    /// A treatment; a name that is none of the known ones is a medicine of that name.
    pub(crate) fn took(
        &mut self,
        said: &str,
        amount: Option<&str>,
    ) -> Result<&mut Values, Failure> {
        let (name, said_amount) = said.split_once('=').map_or((said, None), |(n, a)| (n, Some(a)));
        let mut values = Values::default();
        let known = Word::find(TREATMENTS, name);
        let id = known.map_or("medicine", |w| w.id);
        values.set(FieldRef::Known(&treatment::TREATMENT), Value::text(id));
        if known.is_none() {
            let name =
                treatment::NAME.answer.read(name).map_err(|e| in_field(&treatment::NAME, e))?;
            values.set(FieldRef::Known(&treatment::NAME), name);
        }
        if let Some(amount) = amount.or(said_amount) {
            let minutes = treatment::MINUTES.answer.read(amount).ok().filter(|_| known.is_some());
            match minutes {
                Some(m) if id != "medicine" => {
                    values.set(FieldRef::Known(&treatment::MINUTES), m);
                }
                _ => {
                    let amount = treatment::AMOUNT.answer.read(amount)?;
                    values.set(FieldRef::Known(&treatment::AMOUNT), amount);
                }
            }
        }
        self.stamp(&mut values, &treatment::TIME);
        self.others.push((Kind::Treatment, None, values));
        Ok(self.last_other())
    }

    /// A warning sign, there or (`present` false) asked for and not there.
    pub(crate) fn symptom(&mut self, sign: &'static Word, present: bool) {
        let mut values = Values::default();
        values.set(FieldRef::Known(&symptom::SYMPTOM), Value::text(sign.id));
        values.set(FieldRef::Known(&symptom::PRESENT), Value::from(present));
        self.stamp(&mut values, &symptom::TIME);
        let id = EntryId::of_symptom(self.day, sign.id);
        self.others.push((Kind::Symptom, Some(id), values));
    }

    /// Something dated that happened.
    pub(crate) fn event(&mut self, said: &str, text: Option<&str>) -> Result<&mut Values, Failure> {
        let Some(word) = Word::find(EVENTS, said) else {
            let failure = Failure::usage(format!("there is no kind of event {said:?}"));
            return Err(match nearest(said, EVENTS.iter().map(|w| w.id)) {
                Some(meant) => failure.hint(format!("did you mean {meant}?")),
                None => failure.hint(format!("`twinge event other \"{said}\"` takes any")),
            });
        };
        let mut values = Values::default();
        values.set(FieldRef::Known(&event::EVENT), Value::text(word.id));
        if let Some(text) = text {
            values.set(FieldRef::Known(&event::TEXT), event::TEXT.answer.read(text)?);
        }
        if word.id == NOTE {
            self.stamp(&mut values, &event::TIME);
        }
        self.others.push((Kind::Event, None, values));
        Ok(self.last_other())
    }

    /// The values of the treatment, event … said last.
    pub(crate) fn last_other(&mut self) -> &mut Values {
        if self.others.is_empty() {
            self.others.push((Kind::Event, None, Values::default()));
        }
        let last = self.others.len() - 1;
        &mut self.others[last].2
    }

    /// Whether anything was said.
    pub(crate) fn is_empty(&self) -> bool {
        self.now.is_none()
            && self.of_day.is_empty()
            && self.habits.is_empty()
            && self.others.is_empty()
            && self.quality.is_none()
            && self.places.is_empty()
            && self.side.is_none()
    }

    fn stamp(&self, values: &mut Values, field: &'static Field) {
        if let Some(time) = &self.time {
            values.set(FieldRef::Known(field), Value::text(time));
        }
    }

    /// The places, each with the side that was said for all of them.
    fn places_said(&self) -> Result<Vec<Place>, Failure> {
        let Some(side) = self.side else {
            let none = || vec![(None, None)];
            return Ok(if self.places.is_empty() { none() } else { self.places.clone() });
        };
        if self.places.is_empty() {
            return Err(Failure::usage("a side goes with a site")
                .hint(format!("say where: `--site neck:{side}`")));
        }
        let with_side = |place: &Place| match place {
            (site, None) => Ok((*site, Some(side))),
            (site, Some(other)) if *other == side => Ok((*site, Some(side))),
            (_, Some(other)) => Err(Failure::usage(format!("both {other} and {side} were said"))
                .hint("say each with its site: `--site neck:left --site jaw:right`")),
        };
        self.places.iter().map(with_side).collect()
    }

    /// The entries; `fresh` gives ids to those that are recorded once.
    pub(crate) fn into_entries(
        self,
        fresh: impl Fn() -> Result<EntryId, Failure>,
    ) -> Result<Vec<Entry>, Failure> {
        let day = self.day;
        let has_score = self.now.is_some() || !self.of_day.is_empty();
        let has_place = !self.places.is_empty() || self.side.is_some();
        if !has_score && (has_place || self.quality.is_some()) {
            return Err(Failure::usage("a site or a quality goes with a score")
                .hint("say how bad it is too: `twinge log 4 --site neck`"));
        }
        let places = self.places_said()?;
        let mut entries = Vec::new();
        for (site, side) in places {
            let mut place = Values::default();
            if let Some(site) = site {
                place.set(FieldRef::Known(&pain::SITE), Value::text(site));
            }
            if let Some(side) = side {
                place.set(FieldRef::Known(&pain::SIDE), Value::text(side));
            }
            if let Some(quality) = &self.quality {
                place.set(FieldRef::Known(&pain::QUALITY), quality.clone());
            }
            if let Some(now) = &self.now {
                let mut values = place.clone();
                values.set(FieldRef::Known(&pain::NOW), now.clone());
                if let Some(time) = &self.time {
                    values.set(FieldRef::Known(&pain::TIME), Value::text(time));
                }
                entries.push(Entry { id: fresh()?, kind: Kind::Pain, day, values });
            }
            if !self.of_day.is_empty() {
                let mut values = place;
                for (field, value) in self.of_day.iter() {
                    values.set(field.clone(), value.clone());
                }
                let id = EntryId::of_day_pain(day, (site, side));
                entries.push(Entry { id, kind: Kind::Pain, day, values });
            }
        }
        if !self.habits.is_empty() {
            let id = EntryId::of_day(day);
            entries.push(Entry { id, kind: Kind::Day, day, values: self.habits });
        }
        for (kind, id, values) in self.others {
            let id = id.map_or_else(&fresh, Ok)?;
            entries.push(Entry { id, kind, day, values });
        }
        Ok(entries)
    }
}

/// Says which flag or question an answer was for.
pub(crate) fn in_field(field: &'static Field, misread: Misread) -> Failure {
    let Misread { said, expected, meant } = misread;
    let name = field.id.replace("peg_", "PEG ").replace('_', " ");
    let failure = Failure::usage(format!("{name}: {said} is not {expected}"));
    match meant {
        Some(word) => failure.hint(format!("did you mean {word}?")),
        None => failure,
    }
}

/// Reads `upper-back`, `upper-back:left` or `left neck`.
pub(crate) fn read_place(said: &str) -> Result<Place, Failure> {
    let (site, side) = said.split_once(':').map_or((said, None), |(a, b)| (a, Some(b)));
    let Some(site) = Word::find(SITES, site) else {
        return Err(in_field(&pain::SITE, misread_of(&pain::SITE, site)));
    };
    let side = match side {
        None => None,
        Some(side) => match Word::find(SIDES, side) {
            Some(word) => Some(word.id),
            None => return Err(in_field(&pain::SIDE, misread_of(&pain::SIDE, side))),
        },
    };
    Ok((Some(site.id), side))
}

fn misread_of(field: &'static Field, said: &str) -> Misread {
    match field.answer.read(said) {
        Err(misread) => misread,
        Ok(_) => Misread { said: said.into(), expected: field.answer.expected(), meant: None },
    }
}

/// The exercise that a name means: one of the table, or an own one.
pub(crate) fn exercise_named<'h>(name: &str, habits: &'h [OwnHabit]) -> Result<&'h str, Failure> {
    let name = name.trim();
    let own = || habits.iter().filter(|h| h.is_exercise()).map(|h| &*h.id);
    if let Some(own) = own().find(|id| *id == name) {
        return Ok(own);
    }
    if let Some(word) = Word::find(crate::journal::EXERCISES, name) {
        return Ok(word.id);
    }
    let known = crate::journal::EXERCISES.iter().map(|w| w.id);
    let failure = Failure::usage(format!("there is no exercise {name:?}"));
    Err(match nearest(name, known.chain(own())) {
        Some(meant) => failure.hint(format!("did you mean {meant}?")),
        None => {
            failure.hint(format!("`twinge habit add {name} --as exercise` makes it one of yours"))
        }
    })
}
