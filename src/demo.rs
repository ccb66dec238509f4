//! A sample journal: a year of a made-up person's upper back, the same from the same seed.

mod care;
mod dice;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use crate::demo::dice::Dice;
use crate::journal::fields::{day, event, exercise, habit, pain, profile, questionnaire, symptom};
use crate::journal::{Entry, EntryId, Field, FieldRef, Kind, NOTE, Value, Values};

/// How many days the sample has.
pub const N_DAYS: u64 = 365;

/// Entries of the year that ends with `today`.
pub fn sample(today: NaiveDate, seed: u64) -> Vec<Entry> {
    let first = today.checked_sub_days(Days::new(N_DAYS - 1)).unwrap_or(today);
    let mut story = Story {
        dice: Dice(seed),
        // Another run of numbers: the weeks do not change the days.
        weekly_dice: Dice(!seed),
        other_dice: Dice(seed.rotate_left(32) ^ 0x5a5a),
        entries: Vec::new(),
        state: 0.0,
        nights: 0.0,
        scores: Vec::new(),
        n: 0,
    };
    story.profile(first);
    for (id, text) in ACTIVITIES {
        story.activity(id, text);
    }
    for (n, date) in first.iter_days().take_while(|d| *d <= today).enumerate() {
        story.day(n, date, today);
    }
    story.entries
}

/// What the person says of themselves, and of the next visit.
static ABOUT: [(&Field, &str); 3] = [
    (&profile::NAME, "Robin Sample"),
    (&profile::ONSET_NOTE, "after weeks of working at the kitchen table"),
    (
        &profile::VISIT_GOAL,
        "Why are the nights worse again when the days are better? May I lift again, and how do I \
         build up?",
    ),
];

/// What they were asked about themselves, and say no to.
static DENIED: [&Field; 5] = [
    &profile::OSTEOPOROSIS,
    &profile::HAD_CANCER,
    &profile::SPINE_SURGERY,
    &profile::STEROIDS,
    &profile::BLOOD_THINNERS,
];

/// Returns when an entry was written down: on the evening of its day, one in ten the morning
/// after; `None` where that is not part of the story: of what is of no day, and of today.
pub fn written(entry: &Entry, today: NaiveDate, seed: u64) -> Option<String> {
    if !Kind::OF_A_DAY.contains(&entry.kind) || entry.day >= today {
        return None;
    }
    // The entries of a day are written together.
    let mut dice = Dice(seed ^ u64::from(entry.day.num_days_from_ce().unsigned_abs()));
    let is_late = dice.chance(0.1);
    let minute = (dice.share() * 60.0).floor();
    let (day, hour) = if is_late { (entry.day.succ_opt()?, "07") } else { (entry.day, "21") };
    Some(format!("{day}T{hour}:{minute:02}:00+01:00"))
}

/// What pain makes hard: ids, and the person's words.
const ACTIVITIES: [(&str, &str); 2] =
    [("carry-the-shopping", "carry the shopping"), ("sit-through-a-film", "sit through a film")];

/// From this day on the weekly questions are answered: the physiotherapist has asked for it.
const WEEKLY_FROM: usize = 96;

struct Story {
    dice: Dice,
    weekly_dice: Dice,
    /// And another: what is not of every day.
    other_dice: Dice,
    entries: Vec<Entry>,
    /// How far pain is from its course; one day leads to the next.
    state: f64,
    /// The same of nights.
    nights: f64,
    /// Each recorded day, by its number, and how bad it was.
    scores: Vec<(usize, f64)>,
    n: u8,
}

impl Story {
    fn profile(&mut self, first: NaiveDate) {
        let onset = first.checked_sub_days(Days::new(40)).unwrap_or(first);
        let mut values = Values::default();
        set(&mut values, &profile::BIRTH_YEAR, Value::Int((first.year() - 44).into()));
        let onset = Value::text(&onset.format("%Y-%m").to_string());
        set(&mut values, &profile::ONSET, onset);
        for (field, text) in ABOUT {
            set(&mut values, field, Value::text(text));
        }
        for field in DENIED {
            set(&mut values, field, Value::from(false));
        }
        self.add(Kind::Profile, EntryId::of_profile(), NaiveDate::default(), values);
    }

    fn day(&mut self, n: usize, date: NaiveDate, today: NaiveDate) {
        #[expect(clippy::cast_precision_loss, reason = "a day of a year")]
        let x = n as f64;
        self.state = 0.75 * self.state + 0.75 * self.dice.bell();
        self.nights = 0.6 * self.nights + 0.7 * self.dice.bell();
        self.happened(n, date);
        let is_last = date == today;
        let away = (200..211).contains(&n);
        let misses = if n > 340 { 0.04 } else { 0.12 };
        if !is_last && (away || self.dice.chance(misses)) {
            return;
        }
        let works = !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let sitting = if works { 7.3 + 1.1 * self.dice.bell() } else { 3.5 + self.dice.bell() };
        let sitting = (sitting.clamp(0.5, 13.0) * 4.0).round() / 4.0;
        let front = n < 150;
        let position = self.dice.pick(&[
            (4.0, "side"),
            (if front { 1.0 } else { 3.0 }, "back"),
            (if front { 2.5 } else { 0.6 }, "front"),
        ]);
        let course = course(x);
        let score = course + self.state + 0.25 * (sitting - 6.0);
        let harder = if position == "front" { 1.2 } else { 0.0 };
        let night = course + night_excess(x) + self.nights + 0.5 * self.state + harder;
        self.scores.push((n, score));
        self.scores(date, score, night);
        self.readings(n, date, score);
        let week = self.week(n, date);
        self.habits(date, works, (sitting, position), (score, night), week);
        self.moved(n, date);
        self.treated(n, date, score);
        if !is_last {
            self.checked(n, date);
        }
    }

    fn activity(&mut self, id: &str, text: &str) {
        let mut values = Values::default();
        set(&mut values, &habit::HABIT, Value::text(id));
        set(&mut values, &habit::ANSWER, Value::text("activity"));
        set(&mut values, &habit::QUESTION, Value::text(text));
        set(&mut values, &habit::RETIRED, Value::from(false));
        self.add(Kind::Habit, EntryId::of_habit(id), NaiveDate::default(), values);
    }

    /// The mean of the last seven days that were recorded in a fortnight.
    fn mean_of_week(&self, n: usize) -> Option<f64> {
        let days = self.scores.iter().rev().filter(|(day, _)| *day <= n && day + 14 > n).take(7);
        let (sum, n) = days.fold((0.0, 0.0), |(sum, n), (_, score)| (sum + score, n + 1.0));
        (n > 0.0).then(|| sum / n)
    }

    /// The weekly questions, on Sundays; gives the scores of the activities.
    fn week(&mut self, n: usize, date: NaiveDate) -> Option<[f64; 2]> {
        if n < WEEKLY_FROM || date.weekday() != Weekday::Sun {
            return None;
        }
        let mean = self.mean_of_week(n)?;
        let mut values = Values::default();
        let mut about = |mean: f64| mean + 0.5 * self.weekly_dice.bell();
        set(&mut values, &questionnaire::PEG_PAIN, points(about(mean)));
        set(&mut values, &questionnaire::PEG_ENJOYMENT, points(about(mean - 0.8)));
        set(&mut values, &questionnaire::PEG_ACTIVITY, points(about(mean - 0.4)));
        let able = [about(9.6 - 1.1 * mean), about(10.4 - 1.2 * mean)];
        if let Some(before) = n.checked_sub(28).and_then(|then| self.mean_of_week(then)) {
            let change = Value::text(change_word(mean - before));
            set(&mut values, &questionnaire::CHANGE, change);
        }
        self.add(Kind::Questionnaire, EntryId::of_questionnaire(date), date, values);
        Some(able.map(|score| score.clamp(0.0, 10.0).round()))
    }

    fn scores(&mut self, date: NaiveDate, score: f64, night: f64) {
        let mut values = Values::default();
        set(&mut values, &pain::AVERAGE, points(score));
        set(&mut values, &pain::WORST, points(score + 1.2 + self.dice.share()));
        if self.dice.chance(0.92) {
            set(&mut values, &pain::NIGHT, points(night));
        }
        let place = (Some("upper-back"), Some("left"));
        set(&mut values, &pain::SITE, Value::text("upper-back"));
        set(&mut values, &pain::SIDE, Value::text("left"));
        self.add(Kind::Pain, EntryId::of_day_pain(date, place), date, values);
    }

    fn habits(
        &mut self,
        date: NaiveDate,
        works: bool,
        (sitting, position): (f64, &str),
        (score, night): (f64, f64),
        week: Option<[f64; 2]>,
    ) {
        let mut values = Values::default();
        let slept = 7.1 + 0.7 * self.dice.bell() - 0.1 * (score - 4.0);
        set(&mut values, &day::SLEEP_POSITION, Value::text(position));
        set(
            &mut values,
            &day::SLEEP_HOURS,
            Value::Real((slept.clamp(3.0, 10.0) * 4.0).round() / 4.0),
        );
        set(&mut values, &day::SITTING_HOURS, Value::Real(sitting));
        let stress = if works { 4.5 } else { 2.5 };
        set(&mut values, &day::STRESS, points(stress + 1.4 * self.dice.bell()));
        set(&mut values, &day::INTERFERENCE, points(score - 1.0 + 0.6 * self.dice.bell()));
        let wakings =
            i64::from(night > 4.5) + i64::from(night > 6.5) + i64::from(self.dice.chance(0.1));
        set(&mut values, &day::WOKEN, Value::Int(wakings));
        for ((id, _), score) in ACTIVITIES.iter().zip(week.iter().flatten()) {
            values.set(FieldRef::Own((*id).into()), Value::Real(*score));
        }
        if self.dice.chance(0.06) {
            let notes = [
                (1.0, "Long drive, stiff afterwards"),
                (1.0, "Deadline, sat through lunch"),
                (1.0, "Better after the walk"),
                (1.0, "Woke at 3, turned over, fell asleep again"),
                (1.0, "Carried shopping up the stairs"),
            ];
            let text = self.dice.pick(&notes);
            self.note(date, text);
        }
        self.add(Kind::Day, EntryId::of_day(date), date, values);
    }

    fn not_done(&mut self, date: NaiveDate, name: &str) {
        let mut values = Values::default();
        set(&mut values, &exercise::EXERCISE, Value::text(name));
        set(&mut values, &exercise::DONE, Value::from(false));
        let id = self.next_id(date);
        self.add(Kind::Exercise, id, date, values);
    }

    fn note(&mut self, date: NaiveDate, text: &str) {
        let mut values = Values::default();
        set(&mut values, &event::EVENT, Value::text(NOTE));
        set(&mut values, &event::TEXT, Value::text(text));
        let id = self.next_id(date);
        self.add(Kind::Event, id, date, values);
    }

    fn moved(&mut self, n: usize, date: NaiveDate) {
        let started = n > 95;
        let plan: [(&str, f64, Option<f64>); 4] = [
            ("neck-tilt", if started { 0.55 } else { 0.03 }, None),
            ("foam-roller", if started { 0.3 } else { 0.02 }, Some(8.0)),
            ("walk", if started { 0.5 } else { 0.25 }, Some(30.0)),
            ("swim", if started { 0.1 } else { 0.03 }, Some(40.0)),
        ];
        for (name, p, minutes) in plan {
            if !self.dice.chance(p) {
                // Now and then they say so; mostly nothing is said.
                if started && name == "neck-tilt" && self.other_dice.chance(0.3) {
                    self.not_done(date, name);
                }
                continue;
            }
            let mut values = Values::default();
            set(&mut values, &exercise::EXERCISE, Value::text(name));
            match minutes {
                Some(m) => {
                    let m = (m * (0.6 + 0.8 * self.dice.share()) / 5.0).round() * 5.0;
                    set(&mut values, &exercise::MINUTES, Value::Real(m.max(5.0)));
                }
                None => {
                    set(&mut values, &exercise::REPS, Value::Int(5));
                    set(&mut values, &exercise::HOLD, Value::Real(10.0));
                }
            }
            let id = self.next_id(date);
            self.add(Kind::Exercise, id, date, values);
        }
    }

    fn happened(&mut self, n: usize, date: NaiveDate) {
        let what = match n {
            40 => ("visit", "Family doctor: stay active, physiotherapy"),
            60 => ("heavy-lift", "Moved a washing machine"),
            95 => ("started", "Physiotherapy"),
            150 => ("new-chair", "New chair, desk raised"),
            262 => ("fall", "Slipped on the stairs, landed on the back"),
            _ => return,
        };
        let mut values = Values::default();
        set(&mut values, &event::EVENT, Value::text(what.0));
        set(&mut values, &event::TEXT, Value::text(what.1));
        if what.0 == "fall" {
            set(&mut values, &event::EXAMINED, Value::from(true));
        }
        let id = self.next_id(date);
        self.add(Kind::Event, id, date, values);
        if n == 262 {
            let mut values = Values::default();
            set(&mut values, &symptom::SYMPTOM, Value::text("arm-tingle"));
            set(&mut values, &symptom::PRESENT, Value::from(true));
            let id = EntryId::of_symptom(date, "arm-tingle");
            self.add(Kind::Symptom, id, date, values);
        }
    }

    fn next_id(&mut self, date: NaiveDate) -> EntryId {
        self.n = self.n.wrapping_add(1);
        EntryId::named(&format!("sample {date} {}", self.n))
    }

    fn add(&mut self, kind: Kind, id: EntryId, day: NaiveDate, values: Values) {
        self.entries.push(Entry { id, kind, day, values });
    }
}

/// The course of the year: bad, a strain, then slowly better, a fall, and better again.
fn course(n: f64) -> f64 {
    let strain = 1.8 * (-((n - 66.0) / 12.0).powi(2)).exp();
    let fall = 2.2 * (-((n - 268.0) / 10.0).powi(2)).exp();
    5.2 - 2.2 * (n / 365.0) + strain + fall
}

/// How much worse nights are: in the last weeks they do not follow the days any more.
fn night_excess(n: f64) -> f64 {
    if n > 335.0 { 1.8 } else { 0.6 }
}

/// What a person says of a difference in points.
fn change_word(points: f64) -> &'static str {
    match points {
        ..-2.0 => "much-better",
        ..-1.0 => "better",
        ..-0.4 => "a-little-better",
        ..0.4 => "same",
        ..1.0 => "a-little-worse",
        ..2.0 => "worse",
        _ => "much-worse",
    }
}

fn points(points: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to 0–10")]
    let whole = points.clamp(0.0, 10.0).round() as i64;
    Value::Int(whole * 10)
}

fn set(values: &mut Values, field: &'static Field, value: Value) {
    values.set(FieldRef::Known(field), value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Journal;
    use crate::journal::fields::treatment;
    use crate::journal::series::pain_by_day;

    #[test]
    fn a_year_with_gaps_in_which_every_value_is_believable() {
        let today = "2026-03-15".parse().unwrap();
        let entries = sample(today, 1);
        for entry in &entries {
            for (field, value) in entry.values.iter() {
                if let FieldRef::Known(field) = field {
                    assert!(field.answer.accepts(value), "{} {value:?}", field.id);
                }
            }
        }
        let journal = Journal::new(entries.clone());
        let days = pain_by_day(&journal, None).len();
        assert!((280..350).contains(&days), "{days}");
        assert_eq!(journal.recorded_span().map(|s| s.last()), Some(today));
        let weeks = journal.of_kind(Kind::Questionnaire).count();
        assert!((30..40).contains(&weeks), "{weeks}");
        assert_eq!(entries, sample(today, 1), "the same seed gives the same year");
        assert_ne!(entries, sample(today, 2));
    }

    #[test]
    fn each_part_of_the_page_for_the_doctor_has_something_to_show() {
        let today: NaiveDate = "2026-03-15".parse().unwrap();
        let journal = Journal::new(sample(today, 1));
        let n = |kind, is: &dyn Fn(&Entry) -> bool| journal.of_kind(kind).filter(|e| is(e)).count();
        assert!(n(Kind::Treatment, &|e| e.values.text(&treatment::HELPED_IT).is_some()) > 20);
        assert!(n(Kind::Pain, &|e| e.values.text(&pain::TIME).is_some()) > 60);
        let said = |yes: bool| move |e: &Entry| e.values.yes(&symptom::PRESENT) == Some(yes);
        let (there, denied) = (n(Kind::Symptom, &said(true)), n(Kind::Symptom, &said(false)));
        assert!((1..5).contains(&there) && denied > 40, "{there} {denied}");
        assert!(
            n(Kind::Symptom, &|e| e.day == today) == 0,
            "a glance at today is no list of signs"
        );
        assert!(n(Kind::Exercise, &|e| e.values.yes(&exercise::DONE) == Some(false)) > 10);
        assert!(journal.profile().text(&profile::VISIT_GOAL).is_some());
        // A reading is never above the worst of its day.
        for (day, entries) in journal.days() {
            let worst = entries.iter().find_map(|e| e.values.score(&pain::WORST));
            let now = entries.iter().filter_map(|e| e.values.score(&pain::NOW)).max();
            assert!(now <= worst, "{day}: {now:?} {worst:?}");
        }
    }

    #[test]
    fn most_of_it_was_written_on_its_own_evening_and_none_of_it_is_still_to_come() {
        let today: NaiveDate = "2026-03-15".parse().unwrap();
        let entries = sample(today, 1);
        let (mut own, mut late) = (0, 0);
        for entry in &entries {
            let Some(at) = written(entry, today, 1) else {
                assert!(entry.day == today || !Kind::OF_A_DAY.contains(&entry.kind));
                continue;
            };
            let day: NaiveDate = chrono::DateTime::parse_from_rfc3339(&at).unwrap().date_naive();
            own += usize::from(day == entry.day);
            late += usize::from(day == entry.day.succ_opt().unwrap());
            assert!(day <= today, "{at}");
        }
        assert!(own > 8 * late && late > 100, "{own} {late}");
    }
}
