//! Series by day, made from entries: what rules, statistics and charts read.

use chrono::NaiveDate;

use crate::journal::book::Journal;
use crate::journal::entry::{Entry, Kind};
use crate::journal::fields::pain;
use crate::journal::score::Score;

/// What a day's pain was taken from, from the least to the most that it says about the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayFrom {
    /// The worst alone: the day was this bad once, and nothing tells how bad it was otherwise.
    Worst,
    /// The mean of several moments.
    Moments,
    /// One moment.
    Moment,
    /// The average that the person gave.
    Average,
}

/// One day's pain in points, 0.0–10.0. Each `None` was not recorded.
///
/// Where several sites were scored on one day, each figure is the highest of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayPain {
    /// The day; its night is the one that ended on it.
    pub date: NaiveDate,
    /// The day's pain: the average the person gave, else the mean of the moments, else the
    /// worst. `None` when only the night or the morning was scored.
    pub day: Option<f64>,
    /// What `day` was taken from. `None` when there is no `day`.
    pub day_from: Option<DayFrom>,
    /// Pain in the night that ended on this day.
    pub night: Option<f64>,
    /// Pain on getting up.
    pub morning: Option<f64>,
    /// The highest score recorded on this day, of any sort; there is always one.
    pub highest: Score,
}

impl DayPain {
    /// Whether it is a day with pain: a score of 1 or more.
    pub fn has_pain(&self) -> bool {
        self.highest >= Score::whole(1)
    }

    /// How the day was, from an average or moments. `None` when neither was recorded, even where
    /// the worst was.
    pub fn typical(&self) -> Option<f64> {
        self.day.filter(|_| self.day_from != Some(DayFrom::Worst))
    }

    /// The day's worst where nothing else tells how the day was, else `None`.
    pub fn worst_only(&self) -> Option<f64> {
        self.day.filter(|_| self.day_from == Some(DayFrom::Worst))
    }
}

/// The pain of each day that has a score, in order, at one site or (`None`) at any.
pub fn pain_by_day(journal: &Journal, site: Option<&str>) -> Vec<DayPain> {
    pain_of(journal.entries(), site)
}

/// As [`pain_by_day`], of entries in order of their days.
pub fn pain_of(entries: &[Entry], site: Option<&str>) -> Vec<DayPain> {
    let mut days = Vec::new();
    let of_site =
        |e: &&Entry| e.kind == Kind::Pain && (site.is_none() || e.values.text(&pain::SITE) == site);
    for group in entries.chunk_by(|a, b| a.day == b.day) {
        let mut scored: Vec<&Entry> = group.iter().filter(of_site).collect();
        // One place's entries next to each other; a day has a handful.
        scored.sort_by_key(|e| place(e));
        let mut all: Option<DayPain> = None;
        for at_one_place in scored.chunk_by(|a, b| place(a) == place(b)) {
            if let Some(pain) = at_place(at_one_place) {
                all = Some(all.map_or(pain, |so_far| highest_of(so_far, pain)));
            }
        }
        days.extend(all);
    }
    days
}

fn place(entry: &Entry) -> (Option<&str>, Option<&str>) {
    (entry.values.text(&pain::SITE), entry.values.text(&pain::SIDE))
}

fn at_place(entries: &[&Entry]) -> Option<DayPain> {
    let date = entries.first()?.day;
    let all = |field| entries.iter().filter_map(move |e| e.values.score(field));
    let highest = pain::SCORES.iter().flat_map(|field| all(field)).max()?;
    let largest = |field| all(field).max().map(Score::points);
    let (sum, count) = all(&pain::NOW).fold((0.0, 0.0), |(s, n), x| (s + x.points(), n + 1.0));
    let of_moments = match all(&pain::NOW).count() {
        0 => None,
        1 => Some((sum / count, DayFrom::Moment)),
        _ => Some((sum / count, DayFrom::Moments)),
    };
    let day = largest(&pain::AVERAGE)
        .map(|points| (points, DayFrom::Average))
        .or(of_moments)
        .or_else(|| largest(&pain::WORST).map(|points| (points, DayFrom::Worst)));
    Some(DayPain {
        date,
        day: day.map(|(points, _)| points),
        day_from: day.map(|(_, from)| from),
        night: largest(&pain::NIGHT),
        morning: largest(&pain::MORNING),
        highest,
    })
}

fn highest_of(a: DayPain, b: DayPain) -> DayPain {
    let larger = |x: Option<f64>, y: Option<f64>| match (x, y) {
        (Some(x), Some(y)) => Some(x.max(y)),
        (x, y) => x.or(y),
    };
    let day = |of: DayPain| (of.day, of.day_from);
    let (day, day_from) = if day(b) > day(a) { day(b) } else { day(a) };
    DayPain {
        date: a.date,
        day,
        day_from,
        night: larger(a.night, b.night),
        morning: larger(a.morning, b.morning),
        highest: a.highest.max(b.highest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::entry::{EntryId, FieldRef, Values};
    use crate::journal::field::Field;
    use crate::journal::value::Value;

    fn entry(n: u8, site: Option<&str>, scores: &[(&'static Field, i64)]) -> Entry {
        let mut values = Values::default();
        for (field, points) in scores {
            values.set(FieldRef::Known(field), Value::Int(points * 10));
        }
        if let Some(site) = site {
            values.set(FieldRef::Known(&pain::SITE), Value::text(site));
        }
        let day = "2026-03-01".parse().unwrap();
        Entry { id: EntryId([n; 16]), kind: Kind::Pain, day, values }
    }

    fn only_day(entries: Vec<Entry>, site: Option<&str>) -> DayPain {
        let days = pain_by_day(&Journal::new(entries), site);
        assert_eq!(days.len(), 1);
        days[0]
    }

    #[test]
    fn the_day_is_the_average_else_the_moments_else_the_worst() {
        let worst = entry(1, None, &[(&pain::WORST, 7), (&pain::NIGHT, 3)]);
        let moments = [entry(2, None, &[(&pain::NOW, 2)]), entry(3, None, &[(&pain::NOW, 5)])];
        let average = entry(4, None, &[(&pain::AVERAGE, 4)]);

        let told = |entries: &[Entry]| {
            let day = only_day(entries.to_vec(), None);
            (day.day, day.day_from, day.typical(), day.worst_only())
        };
        assert_eq!(
            told(std::slice::from_ref(&worst)),
            (Some(7.0), Some(DayFrom::Worst), None, Some(7.0))
        );
        let [m1, m2] = moments;
        assert_eq!(
            told(std::slice::from_ref(&m1)),
            (Some(2.0), Some(DayFrom::Moment), Some(2.0), None)
        );
        let some = vec![worst, m1, m2];
        assert_eq!(told(&some), (Some(3.5), Some(DayFrom::Moments), Some(3.5), None));
        let all = [some, vec![average]].concat();
        assert_eq!(told(&all), (Some(4.0), Some(DayFrom::Average), Some(4.0), None));
        let day = only_day(all, None);
        assert_eq!((day.day, day.night, day.morning), (Some(4.0), Some(3.0), None));
        assert_eq!(day.highest, Score::whole(7));
    }

    #[test]
    fn a_night_alone_says_nothing_of_the_day() {
        let day = only_day(vec![entry(1, None, &[(&pain::NIGHT, 6)])], None);
        assert_eq!((day.day, day.day_from, day.night), (None, None, Some(6.0)));
        assert!(day.has_pain());
    }

    #[test]
    fn of_several_sites_the_highest_counts_unless_one_is_asked_for() {
        let entries = vec![
            entry(1, Some("neck"), &[(&pain::NOW, 2), (&pain::NIGHT, 1)]),
            entry(2, Some("upper-back"), &[(&pain::NOW, 6)]),
        ];
        assert_eq!(only_day(entries.clone(), None).day, Some(6.0));
        assert_eq!(only_day(entries.clone(), Some("neck")).day, Some(2.0));
        assert!(pain_by_day(&Journal::new(entries), Some("jaw")).is_empty());
    }

    #[test]
    fn of_several_sites_the_highest_says_where_it_is_from() {
        let at = |neck: &'static Field, knee: &'static Field, points| {
            let neck = entry(1, Some("neck"), &[(neck, 5)]);
            only_day(vec![neck, entry(2, Some("knee"), &[(knee, points)])], None).day_from
        };
        assert_eq!(at(&pain::AVERAGE, &pain::WORST, 7), Some(DayFrom::Worst));
        assert_eq!(at(&pain::AVERAGE, &pain::WORST, 3), Some(DayFrom::Average));
        assert_eq!(at(&pain::AVERAGE, &pain::WORST, 5), Some(DayFrom::Average));
        assert_eq!(at(&pain::WORST, &pain::NOW, 5), Some(DayFrom::Moment));
        assert_eq!(at(&pain::NIGHT, &pain::WORST, 5), Some(DayFrom::Worst));
        assert_eq!(at(&pain::NIGHT, &pain::NIGHT, 5), None);
    }

    #[test]
    fn zero_is_recorded_and_is_no_pain() {
        let day = only_day(vec![entry(1, None, &[(&pain::NOW, 0)])], None);
        assert_eq!(day.day, Some(0.0));
        assert!(!day.has_pain());
    }
}
