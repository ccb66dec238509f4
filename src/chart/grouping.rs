//! Pain in groups of days: means, intervals, and differences to the days around.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::chart::around::{AROUND_DAYS, differences};
use crate::chart::figure::{
    Amount, AroundWords, Body, Counted, Coverage, Estimate, Figure, Group, Groups, Interval,
    SCORE_MAX, SCORE_MIN, Tone,
};
use crate::chart::pain::recorded_days;
use crate::chart::resample::{GROUP_NEEDS, Sorted, estimates};
use crate::journal::{Journal, Span};
use crate::language::{GroupSaid, Language};

/// What groups are made of.
pub(super) struct Grouping<'a> {
    /// The pain of each day, in order of date.
    pub(super) pain: &'a [(NaiveDate, f64)],
    /// The number of the group of each day that is in one.
    pub(super) group_of: &'a BTreeMap<NaiveDate, usize>,
    /// The names of the groups, by their numbers.
    pub(super) names: &'a [String],
    /// Whether it is pain by day or by night.
    pub(super) tone: Tone,
    /// Says how many values a group has.
    pub(super) count: fn(usize) -> String,
    /// The language of what is said.
    pub(super) language: &'static Language,
}

impl Grouping<'_> {
    /// Returns how many days have both pain and a group.
    pub(super) fn n_days(&self) -> usize {
        self.pain.iter().filter(|(day, _)| self.group_of.contains_key(day)).count()
    }

    /// Returns the groups that have a value, in the order of their names.
    pub(super) fn groups(&self) -> Vec<Group> {
        let pain = self.sorted(self.pain);
        let means = estimates(&pain, self.names.len());
        let around = self.sorted(&differences(self.pain));
        let around = estimates(&around, self.names.len());
        let groups = self.names.iter().zip(means).zip(around).enumerate();
        let groups = groups.filter_map(|(number, ((name, mean), around))| {
            let own = pain.iter().filter(|it| it.group == number);
            let mean = on_scale(mean?);
            let amount = if mean.n < GROUP_NEEDS { Amount::Few } else { Amount::Enough };
            Some(Group {
                name: name.clone(),
                tone: self.tone,
                count: self.count(mean.n, amount),
                values: own.map(|it| it.value).collect(),
                amount,
                mean: Some(mean),
                around: around.filter(|_| amount == Amount::Enough),
            })
        });
        groups.collect()
    }

    fn sorted(&self, values: &[(NaiveDate, f64)]) -> Vec<Sorted> {
        let of = |(day, value): &(NaiveDate, f64)| {
            Some(Sorted { day: *day, group: *self.group_of.get(day)?, value: *value })
        };
        values.iter().filter_map(of).collect()
    }

    fn count(&self, n: usize, amount: Amount) -> String {
        let count = (self.count)(n);
        if amount == Amount::Few { (self.language.groups.few)(&count) } else { count }
    }
}

/// The parts of a figure of groups that differ from one chart to the next.
pub(super) struct Parts {
    /// The title.
    pub(super) title: &'static str,
    /// The days that are drawn.
    pub(super) span: Span,
    /// On how many of them there is what is drawn.
    pub(super) recorded_days: usize,
    /// The same in words.
    pub(super) said: String,
    /// What is said where there is none.
    pub(super) nothing: &'static str,
    /// The name of the axis of scores.
    pub(super) label: &'static str,
    /// What the differences are to.
    pub(super) around: &'static str,
    /// What a dot is.
    pub(super) counted: Counted,
    /// From top to bottom.
    pub(super) groups: Vec<Group>,
}

/// Returns a figure of groups.
pub(super) fn figure(journal: &Journal, language: &'static Language, parts: Parts) -> Figure {
    let words = &language.groups;
    let Parts { title, span, groups, .. } = parts;
    let nothing = if recorded_days(journal, span).is_empty() {
        language.chart.nothing_recorded
    } else {
        parts.nothing
    };
    let mut alt = vec![format!("{title}, {}.", language.span(span))];
    alt.push(format!("{}.", if groups.is_empty() { nothing } else { &parts.said }));
    alt.extend(say(language, &groups));
    let mut subtitle: Vec<String> =
        journal.is_sample().then(|| language.chart.sample.into()).into_iter().collect();
    subtitle.extend([language.span(span), parts.said]);
    let mut reading: Vec<String> = vec![];
    if !groups.is_empty() {
        alt.push(words.no_cause_said.into());
        reading.extend([words.reading.into(), (words.reading_around)(AROUND_DAYS)]);
        reading.push(words.no_cause.into());
    }
    let around = AroundWords { label: words.points.into(), head: parts.around.into() };
    let body = Groups {
        label: parts.label.into(),
        counted: parts.counted,
        head: words.mean_and_range.into(),
        around: groups.iter().any(|group| group.around.is_some()).then_some(around),
        groups,
        nothing: nothing.into(),
    };
    let total_days = usize::try_from(span.n_days()).unwrap_or_default();
    Figure {
        language,
        title: title.into(),
        subtitle,
        reading,
        alt: alt.join(" "),
        span,
        coverage: Coverage { recorded_days: parts.recorded_days, total_days },
        body: Body::Groups(body),
    }
}

/// Returns an estimate whose interval does not leave the scale.
fn on_scale(of: Estimate) -> Estimate {
    let on = |value: f64| value.clamp(SCORE_MIN, SCORE_MAX);
    let interval = of.interval.map(|it| Interval { low: on(it.low), high: on(it.high) });
    Estimate { interval, ..of }
}

/// Returns the groups in words, a sentence each.
fn say(language: &Language, groups: &[Group]) -> Vec<String> {
    let words = &language.groups;
    let range = |of: &Estimate, show: &dyn Fn(f64) -> String| {
        of.interval.map(|it| (words.range)(&show(it.low), &show(it.high)))
    };
    let said = groups.iter().filter_map(|group| {
        let mean = group.mean?;
        Some((words.said)(&GroupSaid {
            name: &group.name,
            count: &group.count,
            mean: language.tenths(mean.mean),
            range: range(&mean, &|value| language.tenths(value)),
            around: group.around.map(|it| language.signed(it.mean)),
            against: match group.tone {
                Tone::Day => words.days_around,
                Tone::Night => words.nights_around,
            },
            around_range: group.around.and_then(|it| range(&it, &|value| language.signed(value))),
        }))
    });
    said.collect()
}
