//! The seven questions of a doctor, and what the diary says to them.

use chrono::{Datelike as _, Months};

use crate::draw::page::document::{Block, Cell, Column, ColumnKind, Span, Table};
use crate::facts::SEVERE;
use crate::facts::change::Clarity;
use crate::facts::pattern::Course;
use crate::facts::treatments::Tried;
use crate::journal::fields::{pain, questionnaire};
use crate::journal::{PartialDate, Span as Days};
use crate::report::page::detail::Brevity;
use crate::report::page::{Page, joined};

/// Months of a year.
const YEAR_MONTHS: u32 = 12;
/// From so many months on, years are said.
const YEARS_FROM: u32 = 24;

impl Page<'_> {
    pub(super) fn answers(&self) -> Block {
        let said = [
            self.places_said(),
            self.how_bad(),
            self.how_long(),
            self.how_often(),
            self.at_night(),
            self.better_or_worse(),
            self.what_eased(),
        ];
        let row = |(question, said): (&str, String)| {
            let said = if said.is_empty() { self.words.not_recorded.into() } else { said };
            vec![Cell::Words(vec![Span::strong(question)]), Cell::Words(vec![Span::plain(said)])]
        };
        let [question, answer] = self.words.columns;
        let column = |name: &str, kind| Column { name: name.into(), kind };
        Block::Table(Table {
            summary: self.words.answers.into(),
            columns: vec![column(question, ColumnKind::Names), column(answer, ColumnKind::Words)],
            rows: self.words.questions.into_iter().zip(said).map(row).collect(),
        })
    }

    fn places_said(&self) -> String {
        let say = |at: usize| if at == 0 { self.words.mean_highest } else { self.words.mean };
        self.list(self.report.places.iter().enumerate().map(|(at, place)| {
            let sides: Vec<String> = place
                .sides
                .iter()
                .map(|(side, n)| format!("{} {n}", self.language.name(&pain::SIDE, side)))
                .collect();
            let sides =
                if sides.is_empty() { String::new() } else { format!(" ({})", sides.join(", ")) };
            // Of one place alone the next answer says how bad it was.
            let mean = place.mean.filter(|_| self.report.places.len() > 1);
            let mean = mean.map(|mean| format!(", {}", say(at)(&self.score(mean.value))));
            let days = (self.words.days)(place.days.len());
            let name = self.language.name(&pain::SITE, &place.site);
            format!("{name} {days}{sides}{}", mean.unwrap_or_default())
        }))
    }

    fn how_bad(&self) -> String {
        let it = self.report.intensity;
        let worst = it.worst.map(|(score, date)| {
            (self.words.worst)(&self.score(score.points()), it.worst_days, &self.date(date))
        });
        let severe = Some(it.severe_days).filter(|share| share.of > 0);
        joined([
            it.mean.map(|mean| (self.words.mean)(&self.score(mean.value))),
            (it.worst_only > 0).then(|| (self.words.only_worst)(it.worst_only)),
            worst,
            severe
                .map(|share| (self.words.severe)(&self.score(SEVERE.points()), share.n, share.of)),
        ])
    }

    fn how_long(&self) -> String {
        let it = &self.report.how_long;
        let since = it.said.as_deref().map(|said| {
            let first = PartialDate::read(said).and_then(PartialDate::first_day);
            let span = first.and_then(|first| Days::new(first, self.report.wanted.span.last()));
            // Of a year alone nobody knows the months.
            let is_year = matches!(PartialDate::read(said), Some(PartialDate::Year(_)));
            let since = (self.words.since)(&self.partial(said));
            match span.filter(|_| !is_year).and_then(|span| self.ago(months(span))) {
                Some(ago) => format!("{since} ({ago})"),
                None => since,
            }
        });
        // Where there is no room, what the person said is enough.
        let is_short = self.detail.brevity > Brevity::Full && it.said.is_some();
        let first = it.first_recorded.filter(|_| !is_short);
        let first = first.map(|day| (self.words.first_recorded)(&self.date(day)));
        let how =
            it.how.as_deref().filter(|_| !is_short).map(|how| (self.words.quoted)(&self.cut(how)));
        joined([since, how, first])
    }

    /// So many months in words, or so many years; `None` of less than a month.
    fn ago(&self, months: u32) -> Option<String> {
        match months {
            0 => None,
            1..YEARS_FROM => Some((self.words.months)(months)),
            _ => Some((self.words.years)(months / YEAR_MONTHS)),
        }
    }

    fn how_often(&self) -> String {
        let it = self.report;
        let pain = Some(it.intensity.pain_days).filter(|share| share.of > 0);
        let all_day = it.all_day;
        let answered = all_day.all_day + all_day.on_and_off + all_day.none;
        let said = || (self.words.all_day)(all_day.all_day, all_day.on_and_off, answered);
        let [single, episodic, ongoing, fluctuating] = self.words.courses;
        let pattern = it.pattern.map(|pattern| {
            let course = match pattern.course {
                Course::Single => single,
                Course::Episodic => episodic,
                Course::Ongoing => ongoing,
                Course::Fluctuating => fluctuating,
            };
            (self.words.pattern)(pattern.weeks, course)
        });
        let (marked, by_scores) = (it.flares.marked.len(), it.flares.by_scores.len());
        joined([
            pain.map(|share| (self.words.pain_on)(share.n, share.of)),
            (answered > 0).then(said),
            pattern,
            (marked + by_scores > 0).then(|| (self.words.flares)(marked, by_scores)),
        ])
    }

    fn at_night(&self) -> String {
        let it = self.report.nights;
        let above = it.above_day.map(|mean| {
            let points = self.language.score(mean.value.abs());
            let say = if mean.value < 0.0 { self.words.below_day } else { self.words.above_day };
            say(&points, mean.n)
        });
        let woken = Some(it.woken).filter(|share| share.of > 0);
        joined([
            it.mean.map(|mean| (self.words.mean)(&self.score(mean.value))),
            above,
            woken.map(|share| (self.words.woken)(share.n, share.of)),
        ])
    }

    fn better_or_worse(&self) -> String {
        let diary = match &self.report.change {
            Ok(change) => {
                let last = self.day(self.report.wanted.span.last());
                let (now, before) = (self.score(change.now.value), self.score(change.before.value));
                // The means stand in the table of measures.
                let means = match self.detail.brevity {
                    Brevity::Short => (self.words.against_four_weeks)(&last),
                    _ => (self.words.four_weeks)(&last, &now, &before),
                };
                let [clear, possible, none] = self.words.clarity;
                let clarity = match change.clarity {
                    Clarity::Clear => clear,
                    Clarity::Possible => possible,
                    Clarity::None => none,
                };
                // Of the means as they are shown, so that whoever subtracts gets the same.
                let shown = |mean: f64| (mean * 10.0).round() / 10.0;
                let difference = shown(change.now.value) - shown(change.before.value);
                let points = self.language.decimals(difference.abs(), 1);
                let way = match difference {
                    points if points.abs() < 0.05 => {
                        return self.with_own_view(format!("{means}: {clarity}"));
                    }
                    points if points < 0.0 => self.words.lower,
                    _ => self.words.higher,
                };
                format!("{means}: {}, {clarity}", way(&points))
            }
            Err(days) => (self.words.not_enough)(*days),
        };
        self.with_own_view(diary)
    }

    fn with_own_view(&self, diary: String) -> String {
        let own = self.report.function.rated.map(|(day, id)| {
            let word = self.language.name(&questionnaire::CHANGE, id);
            (self.words.own_view)(&word, &self.day(day))
        });
        joined([Some(diary), own])
    }

    fn what_eased(&self) -> String {
        if self.report.wanted.redact.medicines {
            return self.words.left_out.to_lowercase();
        }
        // An experiment is no answer of the person's, and may show what none of these do.
        let or_below = |said: &str| {
            let below = (!self.report.trials.is_empty()).then(|| self.words.see_experiment.into());
            joined([Some(said.into()), below])
        };
        if self.report.tried.is_empty() {
            return or_below(self.words.none_tried);
        }
        let answered = |tried: &Tried| tried.helped.values().sum::<usize>();
        let helped = |tried: &Tried| {
            ["yes", "a-little"].iter().filter_map(|id| tried.helped.get(*id)).sum::<usize>()
        };
        if self.report.tried.iter().all(|tried| answered(tried) == 0) {
            return or_below(self.words.help_unknown);
        }
        let eased: Vec<&Tried> =
            self.report.tried.iter().filter(|tried| helped(tried) > 0).collect();
        if eased.is_empty() {
            return or_below(self.words.none_helped);
        }
        let said = eased.into_iter().map(|tried| {
            let times = (self.words.times)(helped(tried), answered(tried));
            format!("{} {times}", self.called(tried))
        });
        format!("{}: {}", self.words.eased, self.list(said))
    }
}

/// Whole calendar months from the first day of a span to its last: from the 15th of one month to
/// the 15th of the next is one.
fn months(span: Days) -> u32 {
    let (first, last) = (span.first(), span.last());
    let years = u32::try_from(last.year() - first.year()).unwrap_or_default();
    let n = (years * YEAR_MONTHS + last.month0()).saturating_sub(first.month0());
    let is_whole = first.checked_add_months(Months::new(n)).is_some_and(|day| day <= last);
    if is_whole { n } else { n.saturating_sub(1) }
}

#[cfg(test)]
mod tests {
    use super::months;
    use crate::journal::Span;

    #[test]
    fn months_are_those_of_the_calendar() {
        for (first, last, n) in [
            ("2026-02-16", "2026-03-15", 0),
            // Four weeks, and a whole month.
            ("2026-02-15", "2026-03-15", 1),
            ("2025-12-01", "2026-03-15", 3),
            // 365 days.
            ("2025-03-15", "2026-03-15", 12),
            ("2024-03-16", "2026-03-15", 23),
            ("2024-03-15", "2026-03-15", 24),
            // The last day of February is a month after that of January.
            ("2026-01-31", "2026-02-27", 0),
            ("2026-01-31", "2026-02-28", 1),
            ("2026-03-15", "2026-03-15", 0),
        ] {
            let span = Span::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
            assert_eq!(months(span), n, "{first} to {last}");
        }
    }
}
