//! How often a person is told of something: made-up diaries of a year, logged day by day, with
//! the rules and the lives of alerts as they are.
//!
//! ```sh
//! cargo bench --bench alarms            # 1,000 diaries of each sort, about five minutes
//! cargo bench --bench alarms -- 100     # fewer
//! ```
//!
//! Nobody's pain: the numbers of the sorts of people are in [`SORTS`] and [`NIGHTS`]. The same
//! seed gives the same diaries, on any number of processors.

#![expect(clippy::print_stdout, reason = "it prints its tables")]
#![expect(clippy::unwrap_used, reason = "a made-up diary that cannot be written is a mistake")]

use std::collections::BTreeMap;
use std::thread;

use chrono::{Days, NaiveDate};
use twinge::journal::fields::{day, notice, pain};
use twinge::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Value, Values};
use twinge::redflag::life::lives;
use twinge::redflag::{RULES, Urgency, Verdict, check};

const DAYS: u64 = 365;

/// A sort of person.
struct Sort {
    name: &'static str,
    /// The mean of a person's days is drawn from here.
    means: [f64; 2],
    /// How likely pain wakes them in a night: at a day's pain of 0, and more for each point.
    woken: [f64; 2],
}

const SORTS: [Sort; 3] = [
    Sort { name: "hardly any pain", means: [-1.5, 0.0], woken: [0.02, 0.03] },
    Sort { name: "mild", means: [1.5, 3.5], woken: [0.10, 0.03] },
    Sort { name: "moderate", means: [3.5, 5.5], woken: [0.10, 0.05] },
];

/// Mild pain that, from a day on, wakes the person in this share of the nights.
const NIGHTS: [f64; 4] = [0.5, 0.6, 0.75, 0.9];

/// On which day of the diary the nights become bad.
const NIGHTS_FROM: u64 = 100;

/// How likely a day is not logged at all.
const MISSING: f64 = 0.15;

/// What the person does when told.
#[derive(Clone, Copy)]
enum Habit {
    Ignores,
    /// Says, so many days later or on the next that is logged, that a doctor has seen it.
    SaysSeen(u64),
}

const HABITS: [Habit; 2] = [Habit::Ignores, Habit::SaysSeen(7)];

/// A linear congruential generator (Knuth's MMIX constants): no library, no change.
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..10 {
            chance.unit();
        }
        chance
    }

    /// From 0 up to 1.
    fn unit(&mut self) -> f64 {
        let Self(state) = self;
        *state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(*state >> 33).unwrap()) / f64::from(1_u32 << 31)
    }

    fn is(&mut self, how_likely: f64) -> bool {
        self.unit() < how_likely
    }

    /// About normal: mean 0, deviation 1.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).unwrap()
}

fn nth(day: u64) -> NaiveDate {
    first_day() + Days::new(day)
}

/// A whole score in tenths.
fn score(points: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "0 to 10")]
    let points = points.round().clamp(0.0, 10.0) as i64;
    Value::Int(points * 10)
}

fn entry(id: EntryId, kind: Kind, day: NaiveDate, said: &[(&'static Field, Value)]) -> Entry {
    let mut values = Values::default();
    for (field, value) in said {
        values.set(FieldRef::Known(field), value.clone());
    }
    Entry { id, kind, day, values }
}

/// A diary: pain that wanders about its own mean from day to day, as whole numbers.
fn diary(sort: &Sort, bad_nights: Option<f64>, chance: &mut Chance) -> Vec<Entry> {
    let [low, high] = sort.means;
    let mean = low + (high - low) * chance.unit();
    let mut wander = 0.0;
    let mut entries = Vec::new();
    for n in 0..DAYS {
        wander = 0.6 * wander + 0.8 * chance.normal();
        if chance.is(MISSING) {
            continue;
        }
        let date = nth(n);
        let average = (mean + wander).round().clamp(0.0, 10.0);
        // A day without pain has no worst moment, mostly.
        let worst = average.max(mean + wander + (1.0 + chance.normal()).max(0.0));
        let night = mean - 0.5 + wander + chance.normal();
        let [at_none, more] = sort.woken;
        let bad = bad_nights.filter(|_| n >= NIGHTS_FROM);
        let is_woken = chance.is(bad.unwrap_or(at_none + more * average));
        let mut scores = vec![(&pain::AVERAGE, score(average)), (&pain::WORST, score(worst))];
        // Who only says how often pain woke them is the harder one to notice.
        if bad_nights.is_none() {
            scores.push((&pain::NIGHT, score(night)));
        }
        entries.push(entry(EntryId::of_day_pain(date, (None, None)), Kind::Pain, date, &scores));
        let pattern = if chance.is(0.15) { "all-day" } else { "on-and-off" };
        let rest = chance.unit();
        let rested = match rest {
            _ if rest < 0.5 => "better",
            _ if rest < 0.8 => "same",
            _ => "did-not-rest",
        };
        let said = [
            (&day::INTERFERENCE, score(average + chance.normal())),
            (&day::SLEEP_HOURS, Value::Real((7.0 + chance.normal()).clamp(3.0, 10.0))),
            (&day::WOKEN, Value::Int(i64::from(is_woken))),
            (&day::PATTERN, Value::text(pattern)),
            (&day::AFTER_REST, Value::text(rested)),
        ];
        entries.push(entry(EntryId::of_day(date), Kind::Day, date, &said));
    }
    entries
}

/// One thing that a person was told.
#[derive(Clone, Copy)]
struct Told {
    /// On which day of the diary.
    on: u64,
    rule: &'static str,
    /// On which day it was said to be seen.
    seen: Option<u64>,
}

/// A person's year so far, with one habit.
struct Year {
    habit: Habit,
    told: Vec<Told>,
    journal: Journal,
}

impl Year {
    /// Tells what is due on a day that is logged, and answers what was told.
    fn log(&mut self, n: u64, verdicts: &[Verdict], diary: &[Entry]) {
        let lives = lives(&self.journal, verdicts, nth(n));
        let due = verdicts.iter().zip(lives).filter(|(_, life)| life.is_due);
        let n_before = self.told.len();
        self.told.extend(due.map(|(v, _)| Told { on: n, rule: v.id(), seen: None }));
        let mut is_changed = self.told.len() > n_before;
        if let Habit::SaysSeen(after) = self.habit {
            for told in self.told.iter_mut().filter(|t| t.seen.is_none() && t.on + after <= n) {
                told.seen = Some(n);
                is_changed = true;
            }
        }
        if is_changed {
            let notices = self.told.iter().map(notice_of);
            self.journal = Journal::new(diary.iter().cloned().chain(notices).collect());
        }
    }
}

fn notice_of(told: &Told) -> Entry {
    let mut said =
        vec![(&notice::RULE, Value::text(told.rule)), (&notice::TOLD, Value::from(true))];
    if let Some(on) = told.seen {
        said.push((&notice::REPLY, Value::text("seen")));
        said.push((&notice::REPLIED, Value::text(&nth(on).to_string())));
    }
    entry(EntryId::of_notice(nth(told.on), told.rule), Kind::Notice, nth(told.on), &said)
}

/// What is told in the year of a diary, with each habit.
fn year(diary: &[Entry]) -> [Vec<Told>; 2] {
    let whole = Journal::new(diary.to_vec());
    let mut years = HABITS.map(|habit| Year { habit, told: Vec::new(), journal: whole.clone() });
    for n in (0..DAYS).filter(|n| !whole.on(nth(*n)).is_empty()) {
        let verdicts = check(&whole, nth(n));
        for year in &mut years {
            year.log(n, &verdicts, diary);
        }
    }
    years.map(|year| year.told)
}

/// The years of many people, shared among the processors; in order of their seeds.
fn people(n_people: u64, make: impl Fn(&mut Chance) -> Vec<Entry> + Sync) -> Vec<[Vec<Told>; 2]> {
    let n_threads = thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let of_thread = |t: u64| -> Vec<_> {
        let seeds = (t..n_people).step_by(usize::try_from(n_threads).unwrap());
        seeds.map(|seed| (seed, year(&make(&mut Chance::new(seed))))).collect()
    };
    let mut years: Vec<(u64, [Vec<Told>; 2])> = thread::scope(|scope| {
        let of_thread = &of_thread;
        let threads: Vec<_> = (0..n_threads).map(|t| scope.spawn(move || of_thread(t))).collect();
        threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
    });
    years.sort_by_key(|(seed, _)| *seed);
    years.into_iter().map(|(_, years)| years).collect()
}

/// One column of the table: notices by rule, and people with any of it.
#[derive(Default)]
struct Column {
    by_rule: BTreeMap<&'static str, u32>,
    told: u32,
    people_told: u32,
}

/// The columns of a sort of people, one for each habit.
fn columns(sort: &Sort, n_people: u64) -> [Column; 2] {
    let mut columns = [Column::default(), Column::default()];
    for years in people(n_people, |chance| diary(sort, None, chance)) {
        for (column, year) in columns.iter_mut().zip(years) {
            column.people_told += u32::from(!year.is_empty());
            for told in year {
                column.told += 1;
                *column.by_rule.entry(told.rule).or_default() += 1;
            }
        }
    }
    columns
}

fn print_notices(n_people: u64) {
    let n = f64::from(u32::try_from(n_people).unwrap());
    let columns: Vec<Column> = SORTS.iter().flat_map(|sort| columns(sort, n_people)).collect();
    let row = |cells: Vec<String>| println!("| {} |", cells.join(" | "));
    let names = SORTS.iter().flat_map(|sort| {
        HABITS.map(|habit| match habit {
            Habit::Ignores => format!("{}: no answer", sort.name),
            Habit::SaysSeen(days) => format!("`seen` after {days} d"),
        })
    });
    row(std::iter::once("notices a person and year".into()).chain(names).collect());
    row(vec!["---".into(); columns.len() + 1]);
    let line = |name: String, of: &dyn Fn(&Column) -> u32| {
        let cells = columns.iter().map(|c| format!("{:.2}", f64::from(of(c)) / n));
        row(std::iter::once(name).chain(cells).collect());
    };
    for rule in RULES.iter().filter(|r| r.urgency != Urgency::Discuss) {
        let of_rule = |c: &Column| c.by_rule.get(rule.id).copied().unwrap_or(0);
        if columns.iter().any(|c| of_rule(c) > 0) {
            line(format!("`{}` ({})", rule.id, rule.urgency), &of_rule);
        }
    }
    line("all".into(), &|c| c.told);
    let share = columns.iter().map(|c| format!("{:.0} %", f64::from(c.people_told) / n * 100.0));
    row(std::iter::once("people who are told anything".into()).chain(share).collect());
}

fn print_nights(n_people: u64) {
    println!("| nights broken by pain | told within 60 days | median day | 9 of 10 by day |");
    println!("|---|---|---|---|");
    for share in NIGHTS {
        let make = |chance: &mut Chance| diary(&SORTS[1], Some(share), chance);
        let mut waits: Vec<u64> = people(n_people, make)
            .into_iter()
            .map(|[year, _]| {
                let mut nights = year.iter().filter(|told| told.rule == "worse-at-night");
                let first = nights.find(|told| told.on >= NIGHTS_FROM);
                first.map_or(u64::MAX, |told| told.on - NIGHTS_FROM + 1)
            })
            .collect();
        waits.sort_unstable();
        let at = |percent: usize| match waits[waits.len() * percent / 100] {
            u64::MAX => "never".to_string(),
            days => days.to_string(),
        };
        let soon = waits.iter().filter(|wait| **wait <= 60).count() * 100 / waits.len();
        println!("| {:.0} % | {soon} % | {} | {} |", share * 100.0, at(50), at(90));
    }
}

fn main() {
    let said = std::env::args().skip(1).find_map(|arg| arg.parse().ok());
    let n_people: u64 = said.unwrap_or(1000).max(10);
    println!("{n_people} diaries of each sort, {DAYS} days\n");
    print_notices(n_people);
    println!();
    print_nights(n_people / 5);
}
