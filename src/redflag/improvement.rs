//! No improvement some weeks after the pain began, or after the first of its weeks on record.

use chrono::NaiveDate;
use serde::Serialize;

use crate::journal::Score;
use crate::redflag::episode::{self, Began};
use crate::redflag::mean::{Sum, between, parts_of, shown};
use crate::redflag::pain_days::plural;
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Finding};

/// The last week's mean is no better than the first week's.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct NotImproving {
    /// The first week began at least so many days ago.
    pub after_days: u32,
    /// The length of the first and of the last stretch.
    pub week_days: u32,
    /// Each has at least so many days with a score …
    pub min_days: u32,
    /// … or so many, where it only stands for the first week of the pain.
    pub diary_min_days: u32,
    /// Better is a mean lower by at least so many points …
    #[serde(serialize_with = "crate::redflag::criterion::points")]
    pub better_by: Score,
    /// … or by at least this share of the first week's.
    pub better_percent: u32,
    /// The last week's mean is at least this.
    #[serde(serialize_with = "crate::redflag::criterion::points")]
    pub at_least: Score,
    /// A pain-free time lasts at least so many days …
    pub gap_days: u32,
    /// … of which at least so many are recorded as 0.
    pub gap_zeros: u32,
}

/// The week that later ones are compared with.
struct First {
    from: NaiveDate,
    sum: Sum,
    /// Of the pain itself; else it is the first that the last year has of it.
    is_of_pain: bool,
}

impl NotImproving {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let today = record.today();
        let last = Sum::of(record.last(self.week_days));
        let mut evidence = vec![Evidence::count("last_week_days", last.n)];
        let began = episode::began_lately(self.gap_days, self.gap_zeros, record);
        let is_young = |day: NaiveDate| (today - day).num_days() < i64::from(self.after_days);
        match began {
            Began::Over => {
                let says = "You recorded no pain since the last pain-free time began.".into();
                return Finding::not_met().with(evidence, says);
            }
            Began::On(day) if is_young(day) => {
                let says = format!("It began on {day}, less than {} days ago.", self.after_days);
                return Finding::not_met().with(evidence, says);
            }
            Began::On(_) | Began::Before(_) | Began::Unknown => {}
        }
        let more = i64::from(self.min_days) - last.n;
        let least = parts_of(self.at_least) * last.n;
        if more <= 0 {
            evidence.push(Evidence::points("last_week_mean_points", last.tenths()));
            if last.parts < least {
                let mean = shown(last.tenths());
                let says = format!("The mean of the last {} days is {mean}.", self.week_days);
                return Finding::not_met().with(evidence, says);
            }
        }
        let first = self.first(began, record);
        let wait = first.as_ref().map_or(i64::from(self.after_days), |first| {
            i64::from(self.after_days) - (today - first.from).num_days()
        });
        let (Some(first), true) = (first, more <= 0 && wait <= 0) else {
            let days = more.max(wait).max(1);
            let sentence = format!(
                "{days} more {} of diary: {} with a score of the last {}, and {} days since the \
                 first week",
                plural(days, "day", "days"),
                self.min_days,
                self.week_days,
                self.after_days
            );
            return Finding::not_enough(sentence, Some(days)).with(evidence, String::new());
        };
        evidence.push(Evidence::date("first_week_from", first.from));
        evidence.push(Evidence::points("first_week_mean_points", first.sum.tenths()));
        self.compare(&first, last, record).with(evidence, self.sentence(&first, last))
    }

    fn compare(&self, first: &First, last: Sum, record: &Record<'_>) -> Finding {
        let fall = first.sum.above(last);
        let by_points = i128::from(parts_of(self.better_by)) * i128::from(first.sum.n * last.n);
        let whole = i128::from(first.sum.parts) * i128::from(last.n);
        if fall >= by_points || fall * 100 >= whole * i128::from(self.better_percent) {
            return Finding::not_met();
        }
        let days = record.last(self.week_days).iter();
        Finding::met(days.filter(|d| d.has_pain()).map(|d| d.date).collect())
    }

    fn sentence(&self, first: &First, last: Sum) -> String {
        format!(
            "The mean of the last {} days is {}; that of the {} days from {} ({}) was {}.",
            self.week_days,
            shown(last.tenths()),
            self.week_days,
            first.from,
            if first.is_of_pain {
                "when it began"
            } else {
                // Earlier ones may be in the file: no more than a year is looked at.
                "the first of it with enough scores in the last year"
            },
            shown(first.sum.tenths())
        )
    }

    /// The first week of the pain, else the first that the look back has of it.
    fn first(&self, began: Began, record: &Record<'_>) -> Option<First> {
        let days = record.recent();
        let week = |from: NaiveDate| {
            let last = from.checked_add_days(chrono::Days::new((self.week_days - 1).into()))?;
            Some(Sum::of(between(days, from, last.min(record.today()))))
        };
        let since = match began {
            Began::On(day) | Began::Before(day) => day,
            Began::Over | Began::Unknown => return None,
        };
        if let Began::On(from) = began
            && let Some(sum) = week(from)
            && sum.n >= self.min_days.into()
        {
            return Some(First { from, sum, is_of_pain: true });
        }
        let starts = days.iter().filter(|d| d.date >= since && d.day.is_some());
        let mut weeks = starts.filter_map(|d| Some((d.date, week(d.date)?)));
        let (from, sum) = weeks.find(|(_, sum)| sum.n >= self.diary_min_days.into())?;
        Some(First { from, sum, is_of_pain: false })
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "The mean of the day's pain over the last {0} days, today included, is {1} or more, \
             and neither {2} points or more nor {3} % or more below that of the first {0} days of \
             the pain, which began {4} days ago or earlier; each has at least {5} days with a \
             score. Where the diary does not have these, the first {0} days in it (of the last \
             year) with at least {6} stand for them. The pain began on the day that you gave, or \
             after the last pain-free time: {7} days in a row without a day of pain, at least {8} \
             of them recorded as 0.",
            self.week_days,
            self.at_least,
            self.better_by,
            self.better_percent,
            self.after_days,
            self.min_days,
            self.diary_min_days,
            self.gap_days,
            self.gap_zeros
        )
    }
}
