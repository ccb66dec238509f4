//! How well the journal is kept, for the page of the day: said seldom, and only what can be done.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::store::{Store, backups, broken_backup, copied_elsewhere};

/// So many days may be written without a backup: it is made before each day's first writing, so that
/// more of them mean that it fails.
const BEHIND_MOST_DAYS: i64 = 7;

/// After so many days without a copy on another disk it is said …
const ELSEWHERE_AFTER_DAYS: i64 = 30;

/// … on so many days …
const SAID_DAYS: i64 = 7;

/// … and then not before so many have gone by: whoever does not want it has heard it.
const AGAIN_AFTER_DAYS: i64 = 90;

/// Which backups there are.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Kept {
    /// The day of the newest backup beside the journal; null: there is none.
    newest_backup: Option<String>,
    /// The day on which a copy was last put on another disk; null: none is known.
    newest_elsewhere: Option<String>,
    /// What is said of it.
    #[serde(skip)]
    pub reminder: Option<String>,
}

/// Looks what backups there are. A sample needs none.
pub(crate) fn kept(ctx: &Context<'_>, store: &Store) -> Result<Kept, Failure> {
    let written = store.written_between()?;
    let Some((first, last)) = written.filter(|_| !store.is_sample().unwrap_or(false)) else {
        return Ok(Kept::default());
    };
    // A folder that cannot be read has no backups that could be used.
    let newest = backups(&ctx.path).unwrap_or_default().last().map(|b| b.taken.date());
    let elsewhere = copied_elsewhere(&ctx.path);
    Ok(Kept {
        newest_backup: newest.map(|day| day.to_string()),
        newest_elsewhere: elsewhere.map(|day| day.to_string()),
        reminder: broken_backup(&ctx.path)
            .map(|file| broken(&file))
            .or_else(|| reminder(Days { first, last, newest, elsewhere, today: ctx.today })),
    })
}

/// It is said until it is gone: whoever restores is to take another one.
fn broken(backup: &Path) -> String {
    let name = backup.file_name().unwrap_or_default().to_string_lossy();
    format!(
        "The backup {name} is damaged: `twinge verify --backups` says how. Delete it, or keep it apart."
    )
}

/// The days that matter.
#[derive(Clone, Copy)]
struct Days {
    first: NaiveDate,
    last: NaiveDate,
    newest: Option<NaiveDate>,
    elsewhere: Option<NaiveDate>,
    today: NaiveDate,
}

fn reminder(days: Days) -> Option<String> {
    let newest = days.newest.unwrap_or(days.first);
    if (days.last - newest).num_days() > BEHIND_MOST_DAYS {
        let since = match days.newest {
            Some(day) => format!("The newest backup is of {}", lines::day_name(day)),
            None => "There is no backup yet".into(),
        };
        return Some(format!("{since}: `twinge backup` makes one, or says what is in the way."));
    }
    let alone = (days.today - days.elsewhere.unwrap_or(days.first)).num_days();
    let since = alone - ELSEWHERE_AFTER_DAYS;
    if since < 0 || since % AGAIN_AFTER_DAYS >= SAID_DAYS {
        return None;
    }
    let copies = match days.elsewhere {
        Some(day) => format!("The last copy on another disk is of {}", lines::day_name(day)),
        None => "The journal and its backups are on one disk".into(),
    };
    Some(format!("{copies}: `twinge backup -o FOLDER` puts one on a stick, say."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(first: &str, newest: Option<&str>, elsewhere: Option<&str>, today: &str) -> String {
        let read = |day: &str| day.parse().unwrap();
        let today = read(today);
        let days = Days {
            first: read(first),
            last: today,
            newest: newest.map(read),
            elsewhere: elsewhere.map(read),
            today,
        };
        reminder(days).unwrap_or_default()
    }

    #[test]
    fn a_week_a_quarter_and_not_in_the_first_month() {
        let on = |today| said("2026-01-01", Some(today), None, today);
        for quiet in ["2026-01-01", "2026-01-30", "2026-02-07", "2026-04-30"] {
            assert_eq!(on(quiet), "", "{quiet}");
        }
        // Days 30 to 36, then 120 to 126.
        for loud in ["2026-01-31", "2026-02-06", "2026-05-01", "2026-05-07"] {
            assert!(on(loud).starts_with("The journal and its backups are on one disk"), "{loud}");
        }
        assert_eq!(on("2026-05-08"), "");
    }

    #[test]
    fn a_copy_elsewhere_begins_anew() {
        let on = |today| said("2020-01-01", Some(today), Some("2026-01-01"), today);
        assert_eq!(on("2026-01-30"), "");
        assert!(on("2026-01-31").starts_with("The last copy on another disk is of Thu 1 Jan 2026"));
    }

    #[test]
    fn backups_that_fail_are_said_each_day() {
        let on = |newest, today| said("2026-03-01", newest, Some("2026-03-01"), today);
        assert_eq!(on(None, "2026-03-08"), "");
        assert!(on(None, "2026-03-09").starts_with("There is no backup yet: `twinge backup`"));
        assert_eq!(on(Some("2026-03-08"), "2026-03-15"), "");
        assert!(on(Some("2026-03-08"), "2026-03-16").starts_with("The newest backup is of Sun 8"));
    }
}
