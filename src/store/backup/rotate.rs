//! Which backups may be let go: a pure function of their names.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use crate::store::backup::name::Backup;

/// So many of the newest stay, whatever their day.
const NEWEST: usize = 3;

/// Of so many days the newest backup stays.
const DAYS: usize = 7;

/// Of so many weeks.
const WEEKS: usize = 5;

/// Of so many months; of every year the newest stays for ever.
const MONTHS: usize = 12;

/// The backups of one journal that may be let go, given all of its backups. Those that were asked
/// for, or that may hold what is nowhere else, are never among them, nor is the newest.
pub(super) fn to_let_go(backups: &[Backup]) -> Vec<&Backup> {
    let mut passing: Vec<&Backup> = backups.iter().filter(|b| b.reason.is_passing()).collect();
    passing.sort_by_key(|b| std::cmp::Reverse((b.taken, b.n)));
    let mut kept: BTreeSet<usize> = (0..passing.len().min(NEWEST)).collect();
    let week = |b: &Backup| (b.taken.iso_week().year(), b.taken.iso_week().week());
    kept.extend(newest_of_each(&passing, DAYS, |b| (b.taken.year(), b.taken.ordinal())));
    kept.extend(newest_of_each(&passing, WEEKS, week));
    kept.extend(newest_of_each(&passing, MONTHS, |b| (b.taken.year(), b.taken.month())));
    kept.extend(newest_of_each(&passing, usize::MAX, |b| (b.taken.year(), 0)));
    let gone = passing.iter().enumerate().filter(|(n, _)| !kept.contains(n));
    gone.map(|(_, backup)| *backup).collect()
}

/// The places of the newest backup in each of the newest so many spans of time; `newest_first` is
/// in that order.
fn newest_of_each(
    newest_first: &[&Backup],
    n_most: usize,
    span_of: impl Fn(&Backup) -> (i32, u32),
) -> Vec<usize> {
    let mut last = None;
    let mut places = Vec::new();
    for (n, backup) in newest_first.iter().enumerate() {
        let span = Some(span_of(backup));
        if span != last && places.len() < n_most {
            places.push(n);
        }
        last = span;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::backup::name::Reason;
    use chrono::{Days, NaiveDate, NaiveDateTime};
    use std::path::PathBuf;

    fn of(taken: NaiveDateTime, reason: Reason) -> Backup {
        Backup { path: PathBuf::new(), taken, journal: [0; 4], reason, n: 1 }
    }

    fn noon(day: NaiveDate) -> NaiveDateTime {
        day.and_hms_opt(12, 0, 0).unwrap()
    }

    /// Day by day, as it happens: each day a backup is made, then some are let go.
    fn kept_after(n_days: u64) -> Vec<String> {
        let first: NaiveDate = "2020-01-01".parse().unwrap();
        let mut there: Vec<Backup> = Vec::new();
        for n in 0..n_days {
            there.push(of(noon(first + Days::new(n)), Reason::Daily));
            let gone: Vec<NaiveDateTime> = to_let_go(&there).iter().map(|b| b.taken).collect();
            there.retain(|b| !gone.contains(&b.taken));
        }
        there.iter().map(|b| b.taken.date().to_string()).collect()
    }

    #[test]
    fn seven_days_five_weeks_twelve_months_and_every_year_stay() {
        assert_eq!(kept_after(7).len(), 7);
        // 2020-01-01 .. 2022-03-15, a Tuesday.
        // 366 days of 2020, 365 of 2021, 31 + 28 + 15 of 2022.
        let kept = kept_after(366 + 365 + 74);
        assert_eq!(
            kept,
            [
                "2020-12-31",
                "2021-04-30",
                "2021-05-31",
                "2021-06-30",
                "2021-07-31",
                "2021-08-31",
                "2021-09-30",
                "2021-10-31",
                "2021-11-30",
                "2021-12-31",
                "2022-01-31",
                "2022-02-20",
                "2022-02-27",
                "2022-02-28",
                "2022-03-06",
                "2022-03-09",
                "2022-03-10",
                "2022-03-11",
                "2022-03-12",
                "2022-03-13",
                "2022-03-14",
                "2022-03-15",
            ]
        );
    }

    #[test]
    fn what_may_be_nowhere_else_stays() {
        let day = |n| "2020-01-01".parse::<NaiveDate>().unwrap() + Days::new(n);
        let mut all: Vec<Backup> = (0..400).map(|n| of(noon(day(n)), Reason::Daily)).collect();
        for reason in [Reason::Asked, Reason::Migration, Reason::Restore] {
            all.push(of(noon(day(3)), reason));
        }
        assert!(to_let_go(&all).iter().all(|b| b.reason == Reason::Daily));
        assert!(to_let_go(&all).iter().all(|b| b.taken < noon(day(393))));
        assert_eq!(to_let_go(&[]), Vec::<&Backup>::new());
    }

    #[test]
    fn many_of_one_day_leave_the_newest_three() {
        let at = |h| "2026-03-15".parse::<NaiveDate>().unwrap().and_hms_opt(h, 0, 0).unwrap();
        let all: Vec<Backup> = (0..20).map(|h| of(at(h), Reason::Import)).collect();
        assert_eq!(to_let_go(&all).len(), 17);
        assert!(to_let_go(&all).iter().all(|b| b.taken < at(17)));
    }
}
