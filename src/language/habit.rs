//! What habits are called, and how what was found of them is said.

use crate::journal::Kind;
use crate::journal::fields::{self, exercise::EXERCISE};
use crate::language::{Language, begin_large};

/// Below this a tenth says too little of an effect, points.
const SMALL: f64 = 0.095;
/// From here on chance is the likelier explanation.
const EVEN: f64 = 0.5;
/// So many orders are looked at, at most: it cannot be rarer than one of them.
const RAREST: f64 = 2000.0;

impl Language {
    /// What a field of habits is called, and its unit; `None` of own habits and of exercises.
    fn habit_field(&self, id: &str) -> Option<(&'static str, &'static str)> {
        let id = id.split(':').next()?;
        let row = self.habits.fields.iter().find(|(field, ..)| *field == id)?;
        Some((row.1, row.2))
    }

    /// What a habit is called on its own, by its id; an own one as the person called it.
    pub(crate) fn habit(&self, id: &str, called: &str) -> String {
        let (head, level) = id.split_once(':').unwrap_or((id, ""));
        match (fields::find(Kind::Day, head), self.habit_field(id)) {
            (Some(_), Some((name, _))) if level.is_empty() => name.into(),
            (Some(field), Some((name, _))) => format!("{name}: {}", self.name(field, level)),
            _ if head == "exercise" && !level.is_empty() => {
                begin_large(&self.name(&EXERCISE, level))
            }
            _ => begin_large(called),
        }
    }

    /// One unit of an amount of a habit; that of an own one as the person called it.
    pub(crate) fn habit_unit<'u>(&self, id: &str, unit: &'u str) -> &'u str {
        self.habit_field(id).map_or(unit, |(_, unit)| unit)
    }

    /// Points of an effect with a tenth, or with two decimals where a tenth would be 0.
    pub(crate) fn effect(&self, points: f64) -> String {
        self.decimals(points, if points.abs() < SMALL { 2 } else { 1 })
    }

    /// How often chance alone does as much, in words.
    pub(crate) fn chance(&self, p: f64) -> String {
        if p >= EVEN {
            return self.trial.mostly_chance.into();
        }
        let one_in = (1.0 / p.max(1.0 / RAREST)).round();
        (self.trial.chance)(&self.number(one_in))
    }
}
