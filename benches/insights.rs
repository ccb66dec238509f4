//! How long the statistics of a diary take, and how often they are wrong.
//!
//! ```sh
//! cargo bench --bench insights          # 300 diaries of each sort, about a minute
//! cargo bench --bench insights -- 50    # fewer
//! ```
//!
//! Nobody's pain: a state that lasts from day to day, and habits that are drawn by lot.

#![expect(clippy::print_stdout, reason = "it prints its table")]
#![expect(clippy::disallowed_methods, reason = "a time is what it measures")]

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

use twinge::stats::Column;
use twinge::stats::columns::Diary;
use twinge::stats::engine::Habit;
use twinge::stats::links::links;
use twinge::stats::step::{TOLD_WHEN_ASKED, level_change};
use twinge::stats::trend::trend;

/// How many habits are asked about.
const N_HABITS: usize = 14;
/// How many times each is measured.
const RUNS: usize = 101;
/// Which share of the days, and of the values of a habit, is not recorded.
const MISSING: f64 = 0.15;

/// A linear congruential generator (Knuth's MMIX constants): no library, no change.
struct Dice(u64);

impl Dice {
    /// A number from 0.0 to 1.0.
    fn roll(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap_or(0)) / f64::from(1_u32 << 31)
    }

    /// Around 0, of standard deviation 1.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.roll()).sum::<f64>() - 6.0
    }
}

/// A sort of diary.
struct Sort {
    name: &'static str,
    /// How much of the state of one day is left on the next.
    rho: f64,
    /// Points that the first habits lower or raise the pain of the day after.
    effects: &'static [f64],
}

const SORTS: [Sort; 4] = [
    Sort { name: "nothing acts, bad days come singly", rho: 0.3, effects: &[] },
    Sort { name: "nothing acts, in runs", rho: 0.6, effects: &[] },
    Sort { name: "nothing acts, in long runs", rho: 0.85, effects: &[] },
    Sort { name: "three habits act, in runs", rho: 0.6, effects: &[-1.2, 0.9, 0.2] },
];

/// A diary: every third habit is an amount, the others are yes or no and come in runs.
fn sample(sort: &Sort, n_days: usize, seed: u64) -> (Diary, Vec<Habit>) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let habits: Vec<Habit> = (0..N_HABITS)
        .map(|group| {
            let mut value = 0.0;
            let mut one = |t: usize| {
                if t == 0 || dice.roll() < 0.5 {
                    let drawn = dice.roll();
                    let is_amount = group % 3 == 2;
                    value = if is_amount { (8.0 * drawn).round() } else { f64::from(drawn < 0.4) };
                }
                (dice.roll() > MISSING).then_some(value)
            };
            let values: Column = (0..n_days).map(&mut one).collect();
            Habit { values, lag: 1, group }
        })
        .collect();
    let mut state = dice.normal();
    let pain = (0..n_days)
        .map(|t| {
            state = sort.rho * state + (1.0 - sort.rho * sort.rho).sqrt() * dice.normal();
            let before = |habit: &Habit| t.checked_sub(1).and_then(|b| habit.values[b]);
            let acts = habits.iter().zip(sort.effects);
            let effect: f64 = acts.map(|(habit, e)| e * before(habit).unwrap_or(0.0)).sum();
            let points =
                (4.5 + 1.5 * state + 0.5 * dice.normal() + effect).round().clamp(0.0, 10.0);
            (dice.roll() > MISSING).then_some(points)
        })
        .collect();
    (Diary { pain, first_weekday: 0 }, habits)
}

/// How many of how many.
#[derive(Default)]
struct Rate(usize, usize);

impl Rate {
    fn add(&mut self, is: bool) {
        self.0 += usize::from(is);
        self.1 += 1;
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.1 == 0 {
            return f.write_str("–");
        }
        let share = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        write!(f, "{:.1} %", 100.0 * share(self.0) / share(self.1))
    }
}

/// How often something is said that is not so, in diaries of half a year.
fn rates(n_diaries: u64) {
    println!(
        "\n| {n_diaries} diaries of 180 days | p ≤ 0.05 without effect | false link, q ≤ 0.05 | q ≤ 0.01 | \
         effects found, q ≤ 0.05 | q ≤ 0.01 | range holds the effect | trend seen, there is none | level |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for sort in &SORTS {
        let mut found: [Rate; 8] = Default::default();
        let [p, q05, q01, hit05, hit01, holds, drift, level] = &mut found;
        for seed in 1..=n_diaries {
            let (diary, habits) = sample(sort, 180, seed);
            let (mut is_false05, mut is_false01) = (false, false);
            for (habit, link) in links(&diary, &habits).into_iter().enumerate() {
                let Ok(link) = link else { continue };
                let effect = sort.effects.get(habit).copied().unwrap_or(0.0);
                holds.add(link.low <= effect && effect <= link.high);
                let (is05, is01) = (link.is_linked, link.is_linked && link.q <= 0.01);
                if habit < sort.effects.len() {
                    hit05.add(is05);
                    hit01.add(is01);
                } else {
                    p.add(link.p <= 0.05);
                    is_false05 |= is05;
                    is_false01 |= is01;
                }
            }
            q05.add(is_false05);
            q01.add(is_false01);
            drift.add(trend(&diary).is_ok_and(|t| t.p <= 0.05));
            level.add(level_change(&diary).is_some_and(|s| s.ln_bayes > TOLD_WHEN_ASKED));
        }
        let cells: Vec<String> = found.iter().map(ToString::to_string).collect();
        println!("| {} | {} |", sort.name, cells.join(" | "));
    }
}

/// The fastest of some runs: on a shared machine the others tell of its neighbours.
fn fastest<T>(mut run: impl FnMut() -> T) -> Duration {
    let one = |_| {
        let begin = Instant::now();
        black_box(run());
        begin.elapsed()
    };
    (0..RUNS).map(one).min().unwrap_or_default()
}

fn main() {
    println!("| days | 14 habits | trend | change of level | all |");
    println!("|---|---|---|---|---|");
    for n_days in [90, 180, 365, 3650] {
        let (diary, habits) = sample(&SORTS[3], n_days, 1);
        let n_linked = links(&diary, &habits).iter().flatten().filter(|l| l.is_linked).count();
        let times = [
            fastest(|| links(black_box(&diary), &habits)),
            fastest(|| trend(black_box(&diary))),
            fastest(|| level_change(black_box(&diary))),
        ];
        let ms = |time: Duration| format!("{:.1} ms", 1000.0 * time.as_secs_f64());
        let [habits, trend, level] = times.map(ms);
        let all = ms(times.iter().sum());
        println!("| {n_days} | {habits} ({n_linked} linked) | {trend} | {level} | {all} |");
    }
    let n_said = std::env::args().skip(1).find_map(|said| said.parse().ok());
    rates(n_said.unwrap_or(300));
}
