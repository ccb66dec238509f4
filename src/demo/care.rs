//! What is not of every day: readings with a time, treatments and whether they helped, visits, and
//! the questions about warning signs.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::demo::{Story, points, set};
use crate::journal::fields::{pain, symptom, treatment};
use crate::journal::{EntryId, Field, Kind, SYMPTOMS, Value, Values};

/// From this day on some moments of a day are recorded too.
const READINGS_FROM: usize = 210;
/// Times of these moments, how often each is recorded, and by how much pain differs then.
const MOMENTS: [(&str, f64, f64); 3] =
    [("07:30", 0.3, 0.6), ("13:15", 0.25, -0.5), ("19:40", 0.3, 0.4)];
/// Days of sessions with the physiotherapist.
const SESSIONS: [usize; 7] = [95, 102, 109, 123, 137, 158, 188];
/// From this day on the warning signs are asked about, on every fourth Sunday.
const ASKED_FROM: usize = 252;
/// Signs that the person gave no answer to.
const UNANSWERED: [&str; 3] = ["glands-bone", "neck-shock", "not-controlled"];
/// From this day on nights are worse than days, and the person says so.
const WORSE_AT_NIGHT_FROM: usize = 335;

impl Story {
    pub(super) fn readings(&mut self, n: usize, date: NaiveDate, score: f64) {
        if n < READINGS_FROM {
            return;
        }
        for (time, share, more) in MOMENTS {
            if !self.other_dice.chance(share) {
                continue;
            }
            let mut values = Values::default();
            // Never above the worst of the day.
            let now = (more + 0.5 * self.other_dice.bell()).min(1.0);
            set(&mut values, &pain::NOW, points(score + now));
            set(&mut values, &pain::TIME, Value::text(time));
            set(&mut values, &pain::SITE, Value::text("upper-back"));
            set(&mut values, &pain::SIDE, Value::text("left"));
            let id = self.next_id(date);
            self.add(Kind::Pain, id, date, values);
        }
    }

    pub(super) fn treated(&mut self, n: usize, date: NaiveDate, score: f64) {
        if SESSIONS.contains(&n) {
            let helped = [(2.0, "yes"), (2.0, "a-little")];
            self.treatment(
                date,
                "physiotherapist",
                &[(&treatment::MINUTES, Value::Real(25.0))],
                &helped,
            );
        }
        if score > 5.8 && self.dice.chance(0.5) {
            let name = [(&treatment::NAME, Value::text("ibuprofen"))];
            let helped = [(4.0, "yes"), (3.0, "a-little"), (2.0, "no")];
            self.treatment(date, "medicine", &name, &helped);
        } else if self.dice.chance(0.08) {
            let minutes = [(&treatment::MINUTES, Value::Real(20.0))];
            let helped = [(2.0, "yes"), (4.0, "a-little"), (2.0, "no")];
            self.treatment(date, "heat", &minutes, &helped);
        } else if self.other_dice.chance(0.03) {
            let helped = [(1.0, "yes"), (2.0, "a-little"), (1.0, "no"), (0.5, "worse")];
            self.treatment(date, "massage", &[], &helped);
        }
    }

    /// A treatment; whether it helped is said four times of five.
    fn treatment(
        &mut self,
        date: NaiveDate,
        what: &str,
        more: &[(&'static Field, Value)],
        helped: &[(f64, &'static str)],
    ) {
        let mut values = Values::default();
        set(&mut values, &treatment::TREATMENT, Value::text(what));
        for (field, value) in more {
            set(&mut values, field, value.clone());
        }
        if self.other_dice.chance(0.8) {
            let word = self.other_dice.pick(helped);
            set(&mut values, &treatment::HELPED_IT, Value::text(word));
        }
        let id = self.next_id(date);
        self.add(Kind::Treatment, id, date, values);
    }

    pub(super) fn checked(&mut self, n: usize, date: NaiveDate) {
        if n < ASKED_FROM || date.weekday() != Weekday::Sun || n / 7 % 4 != 3 {
            return;
        }
        for sign in SYMPTOMS.iter().filter(|sign| !UNANSWERED.contains(&sign.id)) {
            let mut values = Values::default();
            set(&mut values, &symptom::SYMPTOM, Value::text(sign.id));
            let is_there = sign.id == "worse-at-night" && n > WORSE_AT_NIGHT_FROM;
            set(&mut values, &symptom::PRESENT, Value::from(is_there));
            self.add(Kind::Symptom, EntryId::of_symptom(date, sign.id), date, values);
        }
    }
}
