//! The weekly answers over time: PEG with its three answers, the person's own rating of change,
//! and their own activities, which go the other way.

use chrono::NaiveDate;

use crate::chart::figure::{
    AnswerPanel, AnswerSeries, Body, Coverage, Figure, Look, Panel, PanelSize, Point, Timeline,
};
use crate::chart::smooth::{gaps, median};
use crate::chart::{Chart, Request, pain, words};
use crate::journal::fields::questionnaire::CHANGE;
use crate::journal::{Journal, Span};
use crate::language::{Spread, begin_large};
use crate::scales::WEEK_DAYS;
use crate::scales::activity::{Activity, activities};
use crate::scales::change::{self, Rated};
use crate::scales::peg::{self, Peg};

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "peg",
    title: "PEG and the other weekly answers",
    help: "PEG with its three answers, your own rating of change, and your own activities, which \
           go the other way",
    window: None,
    figure,
};

/// Answers at most so many days apart are joined: a week may be missed, two may not. This
/// project's own choice.
const JOINED_DAYS: i64 = 14;
/// Most activities that have a strip, those answered last.
const MOST_ACTIVITIES: usize = 8;
/// Looks of the three answers.
const LOOKS: [Look; 3] = [Look::Rings, Look::Squares, Look::Triangles];

/// An answer and its day.
type Answer = (NaiveDate, f64);

/// What was answered in the span.
struct Answers {
    pegs: Vec<Peg>,
    rated: Vec<Rated>,
    /// By when they were answered last, the newest first.
    activities: Vec<(Activity, Vec<Answer>)>,
}

/// Returns the chart of the weekly answers.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let request = &request.until_today();
    let (span, language) = (request.span, request.language);
    let words = &language.chart;
    let answers = answers(journal, span);
    let days = answers.days();
    let n_days = usize::try_from(span.n_days()).unwrap_or_default();
    let coverage = Coverage { recorded_days: days.len(), total_days: n_days };
    let nothing = if days.is_empty() { words.no_answers } else { words.no_peg };
    let mut panels = vec![Panel::Answers(peg_panel(request, &answers.pegs, nothing))];
    panels.extend(change_strip(request, &answers.rated).map(Panel::Answers));
    let shown = answers.activities.iter().take(MOST_ACTIVITIES);
    panels.extend(
        shown.map(|(activity, answers)| Panel::Answers(activity_strip(request, activity, answers))),
    );
    Figure {
        language,
        title: words.peg_title.into(),
        subtitle: subtitle(journal, request, coverage),
        reading: reading(request, &answers),
        alt: alt(request, &answers, coverage, nothing),
        span,
        coverage,
        body: Body::Timeline(Timeline {
            months_per_value: None,
            panels,
            gaps: gaps(span, &answered_about(&days), JOINED_DAYS - week_days() + 1),
            events: vec![],
        }),
    }
}

fn answers(journal: &Journal, span: Span) -> Answers {
    let mut pegs = peg::history(journal);
    pegs.retain(|peg| span.contains(peg.day));
    let mut rated = change::history(journal);
    rated.retain(|rated| span.contains(rated.day));
    let inside = |activity: Activity| {
        let answers = activity.answers.iter().filter(|(day, _)| span.contains(*day));
        let answers: Vec<Answer> = answers.map(|(day, score)| (*day, score.points())).collect();
        (!answers.is_empty()).then_some((activity, answers))
    };
    let mut activities: Vec<_> = activities(journal).into_iter().filter_map(inside).collect();
    activities.sort_by_key(|(_, answers)| std::cmp::Reverse(answers.last().map(|(day, _)| *day)));
    Answers { pegs, rated, activities }
}

impl Answers {
    /// Returns the days on which anything was answered, each once and in order.
    fn days(&self) -> Vec<NaiveDate> {
        let of_activities = self.activities.iter().flat_map(|(_, answers)| answers);
        let mut days: Vec<NaiveDate> = self.pegs.iter().map(|peg| peg.day).collect();
        days.extend(self.rated.iter().map(|rated| rated.day));
        days.extend(of_activities.map(|(day, _)| *day));
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// Returns the days that answers are about, in order.
fn answered_about(days: &[NaiveDate]) -> Vec<NaiveDate> {
    let mut about: Vec<NaiveDate> =
        days.iter().flat_map(|day| Span::ending(*day, WEEK_DAYS).days()).collect();
    about.sort_unstable();
    about
}

fn week_days() -> i64 {
    i64::try_from(WEEK_DAYS).unwrap_or_default()
}

fn peg_panel(request: &Request<'_>, pegs: &[Peg], nothing: &str) -> AnswerPanel {
    let words = &request.language.chart;
    let scores: Vec<Answer> = pegs.iter().map(|peg| (peg.day, peg.score().points())).collect();
    let mut series = vec![series("PEG", Look::Line, &scores, newest(request, &scores))];
    let items = if has_items(request) { &words.peg_items[..] } else { &[] };
    for (place, (name, look)) in items.iter().zip(LOOKS).enumerate() {
        let answer = |peg: &Peg| Some((peg.day, peg.answers.get(place)?.points()));
        let answers: Vec<Answer> = pegs.iter().filter_map(answer).collect();
        let newest = answers.last().map(|(_, value)| request.language.score(*value));
        series.push(self::series(name, look, &answers, newest));
    }
    series.retain(|series| !series.pieces.is_empty());
    AnswerPanel {
        name: words.peg_axis.into(),
        unit: String::new(),
        size: PanelSize::Main,
        scale: (0.0, 10.0),
        series,
        nothing: nothing.into(),
    }
}

/// Tells whether each of the three answers is drawn: over years they would hide the line.
fn has_items(request: &Request<'_>) -> bool {
    request.span.n_days() <= pain::DAILY_UP_TO_DAYS
}

fn change_strip(request: &Request<'_>, rated: &[Rated]) -> Option<AnswerPanel> {
    let messages = &request.language.chart;
    let last = rated.last()?;
    let said = request.language.name(&CHANGE, last.word.id);
    let newest = format!("{}: {said}", words::say(last.day, request));
    let steps: Vec<Answer> = rated.iter().map(|it| (it.day, f64::from(it.steps()))).collect();
    Some(AnswerPanel {
        name: messages.own_rating.into(),
        unit: messages.up_is_better.into(),
        size: PanelSize::Strip,
        scale: (-3.0, 3.0),
        series: vec![series("", Look::Bars, &steps, Some(newest))],
        nothing: String::new(),
    })
}

fn activity_strip(request: &Request<'_>, activity: &Activity, answers: &[Answer]) -> AnswerPanel {
    AnswerPanel {
        name: activity.text.to_string(),
        unit: request.language.chart.ten_as_before.into(),
        size: PanelSize::Strip,
        scale: (0.0, 10.0),
        series: vec![series("", Look::Line, answers, newest(request, answers))],
        nothing: String::new(),
    }
}

fn newest(request: &Request<'_>, answers: &[Answer]) -> Option<String> {
    let (day, value) = answers.last()?;
    Some(words::newest(request, *day, *value, request.language.chart.today))
}

fn series(name: &str, look: Look, answers: &[Answer], newest: Option<String>) -> AnswerSeries {
    let near = |one: &Answer, other: &Answer| (other.0 - one.0).num_days() <= JOINED_DAYS;
    let point =
        |(day, value): &Answer| Point { period: Span::ending(*day, WEEK_DAYS), value: *value };
    let pieces = answers.chunk_by(near).map(|piece| piece.iter().map(point).collect()).collect();
    AnswerSeries { name: name.into(), look, pieces, newest }
}

fn subtitle(journal: &Journal, request: &Request<'_>, coverage: Coverage) -> Vec<String> {
    let words = &request.language.chart;
    let weeks = coverage.total_days.div_ceil(7);
    let sample = journal.is_sample().then(|| words.sample.to_string());
    let facts = [
        request.language.span(request.span),
        (words.times_answered)(coverage.recorded_days, weeks),
        words.peg_source.into(),
    ];
    sample.into_iter().chain(facts).collect()
}

fn reading(request: &Request<'_>, answers: &Answers) -> Vec<String> {
    let words = &request.language.chart;
    let mut reading = vec![];
    if !answers.pegs.is_empty() {
        reading.push(words.reading_peg.into());
        if !has_items(request) {
            reading.push(words.items_left_out.into());
        }
    }
    if !answers.days().is_empty() {
        reading.push((words.answers_joined)(JOINED_DAYS));
    }
    if !answers.activities.is_empty() {
        reading.push(words.activities_other_way.into());
    }
    if answers.activities.len() > MOST_ACTIVITIES {
        reading.push((words.activities_left_out)(answers.activities.len() - MOST_ACTIVITIES));
    }
    reading
}

/// Returns the whole chart in words for someone who cannot see it.
fn alt(request: &Request<'_>, answers: &Answers, coverage: Coverage, nothing: &str) -> String {
    let language = request.language;
    let words = &language.chart;
    let weeks = coverage.total_days.div_ceil(7);
    let mut said = vec![format!("{}, {}.", words.peg_title, language.span(request.span))];
    if answers.pegs.is_empty() {
        said.push(format!("{nothing}."));
    }
    if coverage.recorded_days > 0 {
        said.push(format!("{}.", (words.times_answered)(coverage.recorded_days, weeks)));
    }
    let pegs: Vec<f64> = answers.pegs.iter().map(|peg| peg.score().points()).collect();
    said.extend(spread(request, "PEG", &pegs));
    if let Some(last) = answers.rated.last() {
        let rating = language.name(&CHANGE, last.word.id);
        said.push(format!("{}: {rating}, {}.", words.own_rating, language.date(last.day)));
    }
    if !answers.activities.is_empty() {
        said.push(format!("{}.", begin_large(words.activities_other_way)));
    }
    for (activity, answers) in answers.activities.iter().take(MOST_ACTIVITIES) {
        let values: Vec<f64> = answers.iter().map(|(_, value)| *value).collect();
        let name: String = activity.text.chars().take(60).collect();
        said.extend(spread(request, &name, &values));
    }
    said.join(" ")
}

/// Returns the spread of answers in words; `None` where there is none.
fn spread(request: &Request<'_>, name: &str, values: &[f64]) -> Option<String> {
    let language = request.language;
    let spread = Spread {
        name,
        median: language.score(median(values)?),
        lowest: language.score(values.iter().copied().fold(f64::INFINITY, f64::min)),
        highest: language.score(values.iter().copied().fold(f64::NEG_INFINITY, f64::max)),
        newest: language.score(*values.last()?),
    };
    Some((language.chart.spread)(&spread))
}
