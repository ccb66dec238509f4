//! An experiment on oneself: pain with each of the two, and how much they differ.

use std::borrow::Cow;

use chrono::Days;

use crate::chart::figure::{
    Amount, AroundWords, Body, Counted, Coverage, Estimate, Figure, Group, Groups, Interval, Tone,
};
use crate::chart::{Chart, Request};
use crate::experiment::{Experiment, Findings, Outcome, experiments, findings};
use crate::journal::{Journal, Span};
use crate::language::{Language, begin_large};
use crate::stats::schedule::Arm;

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "experiment",
    title: "An experiment on yourself",
    help: "the newest experiment that is over: pain with each of the two, how much they differ, \
           and the range of that; nothing before its end",
    window: None,
    figure,
};

/// Returns the chart of the newest experiment that is over.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let all = experiments(journal);
    let is_loaded = |e: &Experiment| {
        let days = Span::new(e.first, e.last_pain());
        let is_in = |day| journal.loaded().is_none_or(|loaded| loaded.contains(day));
        days.is_some_and(|days| is_in(days.first()) && is_in(days.last().min(request.today)))
    };
    let mut over = all.iter().rev().filter(|e| is_loaded(e)).filter_map(|e| {
        let found = findings(e, journal, request.today).ok()?;
        Some((e, found))
    });
    if let Some((one, found)) = over.next() {
        return of_one(journal, request, one, &found);
    }
    let language = request.language;
    let open = all.iter().rev().find(|e| e.state(request.today).is_open());
    let nothing = match open {
        Some(open) => (language.trial.under_way)(&language.date(open.result_from())),
        None => language.trial.nothing.into(),
    };
    let span = request.until_today().span;
    let parts = Parts {
        title: language.trial.no_title.into(),
        span,
        facts: vec![],
        said: vec![],
        coverage: Coverage { recorded_days: 0, total_days: n_days(span) },
        counted: Counted::Days,
        groups: vec![],
        difference: None,
        nothing,
    };
    parts.figure(journal, request)
}

fn n_days(span: Span) -> usize {
    usize::try_from(span.n_days()).unwrap_or_default()
}

/// What an arm is called: in the person's words, and to do without in those of the language.
pub(crate) fn called<'e>(of: &'e Experiment, arm: Arm, language: &Language) -> Cow<'e, str> {
    if arm == Arm::B && of.is_with_or_without() {
        return (language.trial.without)(&of.a).into();
    }
    of.called(arm).into()
}

fn of_one(journal: &Journal, request: &Request<'_>, of: &Experiment, found: &Findings) -> Figure {
    let language = request.language;
    let words = &language.trial;
    let first = of.first + Days::new(of.lag_days);
    let last = of.last_pain().min(request.today);
    let shown = found.found;
    let difference = shown.map(|shown| Estimate {
        n: found.whole_pairs.max(1),
        mean: shown.effect,
        interval: interval(shown.low, shown.high),
    });
    let group = |arm: Arm, values: &[f64], mean: Option<f64>| {
        let mean = mean.map(|mean| Estimate { n: values.len(), mean, interval: None });
        Group {
            name: begin_large(&called(of, arm, language)),
            tone: if arm == Arm::A { Tone::Day } else { Tone::Night },
            count: (language.groups.days)(values.len()),
            values: values.to_vec(),
            amount: Amount::Enough,
            mean,
            around: difference.filter(|_| arm == Arm::A),
        }
    };
    let mut groups =
        vec![group(Arm::A, &found.a, found.mean_a()), group(Arm::B, &found.b, found.mean_b())];
    groups.retain(|group| !group.values.is_empty());
    let mut facts = vec![(words.recorded)(found.n_with_pain(), found.n_days, found.whole_pairs)];
    facts.extend(of.stopped.map(|_| words.stopped.to_string()));
    facts.extend(of.gone_on_after.map(|_| words.gone_on.to_string()));
    let mut said = Vec::new();
    match shown {
        None => facts.push(words.too_few.into()),
        Some(shown) => {
            facts.push((words.less_in)(&of.a, found.n_less(), found.differences.len()));
            facts.push(language.chance(shown.p));
            let range = interval(shown.low, shown.high).map(|it| {
                (language.groups.range)(&language.signed(it.low), &language.signed(it.high))
            });
            let range = range.unwrap_or_else(|| "–".into());
            said.push((words.said_difference)(&language.signed(shown.effect), &range));
        }
    }
    let parts = Parts {
        title: (words.title)(&of.a, &called(of, Arm::B, language)),
        span: Span::new(first, last).unwrap_or(request.span),
        facts,
        said,
        coverage: Coverage { recorded_days: found.n_with_pain(), total_days: found.n_days },
        counted: if of.outcome == Outcome::Night { Counted::Nights } else { Counted::Days },
        groups,
        difference: shown.map(|_| (words.difference)(&called(of, Arm::B, language))),
        nothing: words.too_few.into(),
    };
    parts.figure(journal, request)
}

/// The range, where it has both ends.
fn interval(low: f64, high: f64) -> Option<Interval> {
    (low.is_finite() && high.is_finite()).then_some(Interval { low, high })
}

/// The parts of the figure that differ from one experiment to the next.
struct Parts {
    title: String,
    span: Span,
    /// Facts below the title.
    facts: Vec<String>,
    /// What is said of the difference, sentences.
    said: Vec<String>,
    coverage: Coverage,
    counted: Counted,
    groups: Vec<Group>,
    /// What the difference is to; `None` where none is known.
    difference: Option<String>,
    /// What is said where nothing is drawn.
    nothing: String,
}

impl Parts {
    fn figure(self, journal: &Journal, request: &Request<'_>) -> Figure {
        let language = request.language;
        let words = &language.trial;
        let has_groups = !self.groups.is_empty();
        let mut alt = vec![format!("{}, {}.", self.title, language.span(self.span))];
        alt.extend(self.facts.iter().map(|fact| format!("{}.", begin_large(fact))));
        alt.extend(self.groups.iter().filter_map(|group| {
            Some((words.said)(&group.name, &language.tenths(group.mean?.mean), &group.count))
        }));
        alt.extend(self.said);
        if !has_groups {
            alt.push(format!("{}.", self.nothing));
        }
        let mut reading = vec![];
        if has_groups {
            alt.push(format!("{}.", begin_large(words.drawn)));
            reading.extend([words.reading, words.drawn].map(Into::into));
        }
        let sample = journal.is_sample().then(|| language.chart.sample.to_string());
        let mut subtitle: Vec<String> = sample.into_iter().collect();
        subtitle.push(language.span(self.span));
        subtitle.extend(self.facts);
        let around = |head| AroundWords { label: language.groups.points.into(), head };
        let body = Groups {
            label: words.pain.into(),
            counted: self.counted,
            head: words.mean.into(),
            groups: self.groups,
            around: self.difference.map(around),
            nothing: self.nothing,
        };
        Figure {
            language,
            title: self.title,
            subtitle,
            reading,
            alt: alt.join(" "),
            span: self.span,
            coverage: self.coverage,
            body: Body::Groups(body),
        }
    }
}
