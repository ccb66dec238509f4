//! How long the statistics of a diary take: 14 habits, the trend and the change of level.
//!
//! ```sh
//! cargo bench --bench insights          # some ten seconds
//! ```
//!
//! Nobody's pain: a state that lasts from day to day, and habits that are drawn by lot.

#![expect(clippy::print_stdout, reason = "it prints its table")]
#![expect(clippy::disallowed_methods, reason = "a time is what it measures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use twinge::stats::Column;
use twinge::stats::columns::Diary;
use twinge::stats::engine::Habit;
use twinge::stats::links::links;
use twinge::stats::step::level_change;
use twinge::stats::trend::trend;

/// How many habits are asked about.
const N_HABITS: usize = 14;
/// How many times each is measured.
const RUNS: usize = 101;
/// One day in so many is not recorded, and one cell in so many.
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

/// A diary in which three habits act on the next day.
fn sample(n_days: usize) -> (Diary, Vec<Habit>) {
    let mut dice = Dice(n_days as u64);
    let habits: Vec<Habit> = (0..N_HABITS)
        .map(|group| {
            let is_yes_no = group % 2 == 0;
            let one = |dice: &mut Dice| {
                let drawn = dice.roll();
                let value = if is_yes_no { f64::from(drawn < 0.4) } else { (8.0 * drawn).round() };
                (dice.roll() > MISSING).then_some(value)
            };
            let values: Column = (0..n_days).map(|_| one(&mut dice)).collect();
            Habit { values, lag: usize::from(group > 1), group }
        })
        .collect();
    let mut state = 0.0;
    let pain = (0..n_days)
        .map(|t| {
            state = 0.7 * state + 0.7 * dice.normal();
            let acts = |habit: &Habit| {
                t.checked_sub(1).and_then(|before| habit.values[before]).unwrap_or(0.0)
            };
            let effect = -1.5 * acts(&habits[2]) + acts(&habits[4]) + 0.2 * acts(&habits[5]);
            let points = (4.0 + state + effect).round().clamp(0.0, 10.0);
            (dice.roll() > MISSING).then_some(points)
        })
        .collect();
    (Diary { pain, first_weekday: 0 }, habits)
}

/// The median of some runs.
fn median<T>(mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let begin = Instant::now();
            black_box(run());
            begin.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn main() {
    println!("| days | 14 habits | trend | change of level | all |");
    println!("|---|---|---|---|---|");
    for n_days in [90, 180, 365, 3650] {
        let (diary, habits) = sample(n_days);
        let n_linked = links(&diary, &habits).iter().flatten().filter(|l| l.is_linked).count();
        let times = [
            median(|| links(black_box(&diary), &habits)),
            median(|| trend(black_box(&diary))),
            median(|| level_change(black_box(&diary))),
        ];
        let ms = |time: Duration| format!("{:.1} ms", 1000.0 * time.as_secs_f64());
        let [habits, trend, level] = times.map(ms);
        let all = ms(times.iter().sum());
        println!("| {n_days} | {habits} ({n_linked} linked) | {trend} | {level} | {all} |");
    }
}
