//! What can hardly be, of what was just said. It is remarked, and kept as it was said: the person
//! was there.

use crate::clock::Moment;
use crate::journal::fields::{self, day, pain};
use crate::journal::{Entry, Field, Kind};

/// The most hours that a day has; a day on which the clocks go back has one more.
const HOURS_MOST: f64 = 25.0;

/// Whether anything was said that could contradict the rest of its day.
pub(crate) fn may_be_odd(said: &[Entry]) -> bool {
    said.iter().any(|entry| matches!(entry.kind, Kind::Pain | Kind::Day))
}

/// What is odd: `said` was just said, `on` is all that is recorded of its day, with it.
pub(crate) fn remarks(said: &[Entry], on: &[Entry], moment: &Moment) -> Vec<String> {
    let mut remarks: Vec<String> =
        said.iter().filter_map(|entry| more_than_the_worst(entry, on)).collect();
    let hours = [&day::SLEEP_HOURS, &day::SITTING_HOURS, &day::SCREEN_HOURS];
    if said.iter().any(|entry| hours.iter().any(|field| entry.values.get(field).is_some())) {
        remarks.extend(more_than_a_day(on));
    }
    let is_today = |entry: &&Entry| entry.day == moment.today();
    if let Some(time) = said.iter().filter(is_today).find_map(|entry| to_come(entry, moment)) {
        remarks.push(format!("{time} today is still to come"));
    }
    remarks.dedup();
    remarks
}

/// A score that is more than the worst of its day and place.
fn more_than_the_worst(entry: &Entry, on: &[Entry]) -> Option<String> {
    let place = |e: &Entry| [&pain::SITE, &pain::SIDE].map(|f| e.values.text(f).map(String::from));
    let here = || on.iter().filter(|e| e.kind == Kind::Pain && place(e) == place(entry));
    let worst = here().find_map(|e| e.values.score(&pain::WORST))?;
    let mut scores = [(&pain::NOW, "pain"), (&pain::AVERAGE, "the average")].into_iter();
    let is_said = |field: &'static Field| entry.values.get(field).is_some();
    let is_of_worst = is_said(&pain::WORST);
    scores.find_map(|(field, called)| {
        let of = |e: &Entry| e.values.score(field).filter(|score| *score > worst);
        let score = if is_of_worst { here().find_map(of) } else { of(entry) }?;
        Some(format!(
            "{called} is {score}, more than the worst of the day, which is {worst}: `twinge log \
             --worst {score}` would put it right"
        ))
    })
}

/// Hours that do not fit in a day: nobody sits while asleep.
fn more_than_a_day(on: &[Entry]) -> Option<String> {
    let hours = |field| on.iter().find_map(|e| e.values.real(field));
    let asleep = hours(&day::SLEEP_HOURS)?;
    let others = [(&day::SITTING_HOURS, "sitting"), (&day::SCREEN_HOURS, "at a screen")];
    others.into_iter().find_map(|(field, called)| {
        let awake = hours(field).filter(|awake| asleep + awake > HOURS_MOST)?;
        Some(format!("{asleep} h asleep and {awake} h {called} are more than a day has"))
    })
}

/// The time of an entry, where the clock has not come to it.
fn to_come(entry: &Entry, moment: &Moment) -> Option<String> {
    let time = entry.values.text(fields::find(entry.kind, "time")?)?;
    (time > moment.time_of_day().as_str()).then(|| time.into())
}
