//! Habits and pain: how much less or more pain goes with each habit, and how sure that is.

use crate::chart::figure::{Body, Coverage, Effect, Effects, Estimate, Figure, Interval, Mark};
use crate::chart::multiples::multiples;
use crate::chart::{Chart, Request};
use crate::insights::days::Measure;
use crate::insights::ledger::Direction;
use crate::insights::subject::{Scale, Subject};
use crate::insights::{Finding, Insights, Verdict, standing, window};
use crate::journal::{Journal, Span};
use crate::language::{Language, Needs, begin_large};
use crate::stats::links::Link;
use crate::stats::minimum::Lacking;

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "insights",
    title: "Habits and pain",
    help: "how much less or more pain goes with each habit, with its 95 % range and how sure that \
           is, as `twinge insights` says it, and below pain with and without what is claimed, week by \
           week; always of the last 365 days",
    window: Some(window),
    figure,
};

/// In this order they are told, as `twinge insights` does.
const ORDER: [fn(Verdict) -> bool; 5] = [
    |verdict| verdict == Verdict::Claim(Direction::Less),
    |verdict| verdict == Verdict::Claim(Direction::More),
    |verdict| matches!(verdict, Verdict::Hint(_)),
    |verdict| verdict == Verdict::NoClearLink,
    |verdict| verdict == Verdict::NotEnough,
];

/// Returns the chart of habits and pain. It decides nothing: what is claimed is what was kept.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let language = request.language;
    let words = &language.habits;
    let found = standing(journal, request.today);
    let days = found.days.as_ref();
    let span = days.and_then(|days| Span::new(days.first, days.last()));
    let span = span.unwrap_or(window(request.today));
    let total_days = usize::try_from(span.n_days()).unwrap_or_default();
    let recorded_days = days.map_or(0, |days| days.diary.n_recorded());
    let ordered: Vec<&Finding> = ORDER
        .iter()
        .flat_map(|is| found.findings.iter().filter(|finding| is(finding.verdict)))
        .collect();
    let rows: Vec<Effect> =
        ordered.iter().map(|finding| effect(finding, &found, language)).collect();
    let nothing = if days.is_none() { words.no_scores } else { words.no_habits };

    let mut facts = vec![(words.recorded)(recorded_days, total_days)];
    if days.is_some_and(|days| days.measure == Measure::Worst) {
        facts.push(words.by_worst.into());
    }
    let is_any = found.findings.iter().any(|finding| finding.link.is_ok());
    if is_any && found.ledger.is_due(request.today) {
        facts.push(words.is_due.into());
    }
    let caveats = caveats(&ordered, &found, language);
    let multiples = multiples(journal, &found, &ordered, language);
    let mut alt = vec![format!("{}, {}.", words.title, language.span(span))];
    alt.extend(facts.iter().map(|fact| format!("{}.", begin_large(fact))));
    alt.extend(rows.iter().map(|it| (words.said)(&it.name, &it.facts, &it.verdict, &it.said)));
    alt.extend(caveats.iter().map(|caveat| format!("{caveat}.")));
    alt.extend(multiples.iter().flat_map(|(_, said)| said.iter().cloned()));
    let mut reading: Vec<String> = vec![];
    if rows.is_empty() {
        alt.push(format!("{nothing}."));
    } else {
        alt.push(language.groups.no_cause_said.into());
        let read = [words.reading, words.compared, words.allowed];
        reading.extend(read.map(Into::into).into_iter().filter(|_| is_any));
        reading.extend(caveats);
        reading.push(language.groups.no_cause.into());
    }
    let sample = journal.is_sample().then(|| language.chart.sample.to_string());
    let mut subtitle: Vec<String> = sample.into_iter().collect();
    subtitle.push(language.span(span));
    subtitle.extend(facts);
    let body = Effects {
        less: words.side_less.into(),
        more: words.side_more.into(),
        label: language.groups.points.into(),
        rows,
        nothing: nothing.into(),
        multiples: multiples.map(|(multiples, _)| multiples),
    };
    Figure {
        language,
        title: words.title.into(),
        subtitle,
        reading,
        alt: alt.join(" "),
        span,
        coverage: Coverage { recorded_days, total_days },
        body: Body::Effects(body),
    }
}

/// What is said of a habit, and how it is marked.
pub(super) fn verdict(verdict: Verdict, language: &Language) -> (&'static str, Mark) {
    let words = &language.habits;
    match verdict {
        Verdict::Claim(Direction::Less) => (words.less, Mark::Claim),
        Verdict::Claim(Direction::More) => (words.more, Mark::Claim),
        Verdict::Hint(Direction::Less) => (words.maybe_less, Mark::Maybe),
        Verdict::Hint(Direction::More) => (words.maybe_more, Mark::Maybe),
        Verdict::NoClearLink => (words.unclear, Mark::Unclear),
        Verdict::NotEnough => (words.lacking, Mark::Lacking),
    }
}

fn effect(finding: &Finding, found: &Insights, language: &Language) -> Effect {
    let words = &language.habits;
    let (verdict, mark) = verdict(finding.verdict, language);
    let verdict = if finding.is_echo() { words.echo } else { verdict };
    let link = finding.link.as_ref();
    let each = match &finding.subject.scale {
        Scale::Amount(unit) if link.is_ok() => {
            Some((words.each)(language.habit_unit(&finding.subject.id, unit)))
        }
        Scale::Amount(_) | Scale::YesNo => None,
    };
    let days = match (link, finding.n_with) {
        (Ok(link), Some(n)) => Some((words.days_of)(n, link.n_pairs)),
        (Ok(link), None) => Some((words.days)(link.n_pairs)),
        (Err(_), n) => n.map(words.days),
    };
    let facts: Vec<String> = each.into_iter().chain(days).collect();
    Effect {
        name: name(&finding.subject, language),
        facts: facts.join(", "),
        verdict: verdict.into(),
        mark,
        estimate: link.ok().map(estimate),
        said: match link {
            Ok(link) => said(link, language),
            Err(lacking) => {
                (words.needs)(&needs(*lacking, &finding.subject.scale, found, language))
            }
        },
    }
}

fn estimate(link: &Link) -> Estimate {
    let is_known = link.low.is_finite() && link.high.is_finite();
    let interval = is_known.then_some(Interval { low: link.low, high: link.high });
    Estimate { n: link.n_pairs, mean: link.effect, interval }
}

/// Points less or more, and their range.
fn said(link: &Link, language: &Language) -> String {
    let [effect, low, high] = [link.effect, link.low, link.high].map(|it| signed(it, language));
    format!("{effect} ({})", (language.groups.range)(&low, &high))
}

fn signed(points: f64, language: &Language) -> String {
    let size = language.effect(points.abs());
    match points {
        _ if points.abs() < 0.005 => size,
        points if points < 0.0 => format!("−{size}"),
        _ => format!("+{size}"),
    }
}

/// What a habit is called on its own; an own one as the person called it.
pub(super) fn name(subject: &Subject, language: &Language) -> String {
    language.habit(&subject.id, &subject.called)
}

/// What is lacking; of an answer that is yes or no, on which side.
fn needs(lacking: Lacking, scale: &Scale, found: &Insights, language: &Language) -> Needs {
    let on_side = |is_with: bool, n| if is_with { Needs::With(n) } else { Needs::Without(n) };
    match (lacking, scale) {
        (Lacking::Days(n), _) => Needs::Diary(n),
        (Lacking::Pain(n), _) => Needs::Pain(n),
        (Lacking::Pairs(n), _) => Needs::Recorded(n),
        (Lacking::OtherPain, _) => Needs::OtherPain,
        (Lacking::Apart { with, days }, _) => {
            let other = found.findings.get(with);
            Needs::Apart(days, other.map(|it| name(&it.subject, language)).unwrap_or_default())
        }
        (Lacking::With { value, days }, _) => on_side(value > 0.0, days),
        (Lacking::Other { than, days }, Scale::YesNo) => on_side(than <= 0.0, days),
        (Lacking::Other { than, days }, Scale::Amount(_)) => {
            Needs::Other(days, language.number(than))
        }
    }
}

/// What else may be behind what is claimed or may be.
fn caveats(ordered: &[&Finding], found: &Insights, language: &Language) -> Vec<String> {
    let words = &language.habits;
    let told = ordered
        .iter()
        .filter(|it| matches!(it.verdict, Verdict::Claim(_) | Verdict::Hint(_)))
        .filter_map(|it| Some((*it, it.link.as_ref().ok()?)));
    let mut caveats: Vec<String> = vec![];
    let mut reactive = vec![];
    for (finding, link) in told {
        let own = name(&finding.subject, language);
        let rivals = link.rivals.iter().filter_map(|place| found.findings.get(*place));
        let mut names: Vec<String> =
            rivals.map(|rival| name(&rival.subject, language)).chain([own.clone()]).collect();
        // The same habits are each other's rivals: they are named once, whoever is told first.
        names.sort();
        let caveat = (words.rivals)(&names);
        if names.len() > 1 && !caveats.contains(&caveat) {
            caveats.push(caveat);
        }
        reactive.extend(link.is_reactive.then_some(own));
    }
    caveats.extend((!reactive.is_empty()).then(|| (words.reactive)(&reactive)));
    caveats
}
