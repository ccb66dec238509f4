//! What pain keeps the person from.

use chrono::NaiveDate;

use crate::facts::measures::weeks;
use crate::facts::{Mean, Share};
use crate::journal::fields::day;
use crate::journal::{Journal, Kind, Score, Span};
use crate::scales::{Difference, Mean as Scale, activity, change, nearest_before, peg};

/// From this interference on a day counts as one that pain got in the way of; this project's
/// own choice, in the middle of the scale.
pub const IN_THE_WAY: Score = Score::whole(5);

/// An own activity and its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// What it is, as the person wrote it.
    pub text: String,
    /// The last answer, 0 unable – 10 as before.
    pub now: Score,
    /// The answer nearest to four weeks before; `None`: there is none.
    pub before: Option<Score>,
    /// The last answer of each week of the span, the newest last; `None`: there is none.
    pub weeks: Vec<Option<f64>>,
}

/// What pain keeps the person from.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// The last PEG of the span, and its day.
    pub peg: Option<(NaiveDate, Scale)>,
    /// Against four weeks before that.
    pub peg_difference: Option<Difference>,
    /// The last PEG of each week of the span, the newest last; `None`: there is none.
    pub peg_weeks: Vec<Option<f64>>,
    /// The person's own activities, with an answer in the span.
    pub activities: Vec<Activity>,
    /// The last rating of change in the span, by its word's id, and its day.
    pub rated: Option<(NaiveDate, &'static str)>,
    /// Mean interference with the day, 0–10.
    pub interference: Option<Mean>,
    /// Days that pain got in the way of, of those that were answered.
    pub in_the_way: Share,
}

/// What pain kept the person from in a span.
pub fn function(journal: &Journal, span: Span) -> Function {
    let pegs = peg::history(journal);
    let last = pegs.iter().rev().find(|p| span.contains(p.day));
    let before = last.and_then(|now| peg::before(&pegs, now));
    let days = || journal.within(span).iter().filter(|e| e.kind == Kind::Day);
    let interference = || days().filter_map(|e| e.values.score(&day::INTERFERENCE));
    let rated = change::history(journal).into_iter().rev().find(|r| span.contains(r.day));
    let scores: Vec<(NaiveDate, f64)> =
        pegs.iter().map(|peg| (peg.day, peg.score().points())).collect();
    Function {
        peg: last.map(|p| (p.day, p.score())),
        peg_weeks: by_week(&scores, span),
        peg_difference: last.zip(before).map(|(now, before)| peg::difference(now, &before)),
        activities: activity::activities(journal)
            .into_iter()
            .filter(|a| !a.is_retired)
            .filter_map(|a| activity_of(&a, span))
            .collect(),
        rated: rated.map(|r| (r.day, r.word.id)),
        interference: Mean::of(interference().map(Score::points)),
        in_the_way: Share::of(interference().map(|score| score >= IN_THE_WAY)),
    }
}

/// The last answer of each week; `answers` are in order of their days.
fn by_week(answers: &[(NaiveDate, f64)], span: Span) -> Vec<Option<f64>> {
    let last_of = |week: Span| {
        answers.iter().rev().find(|(day, _)| week.contains(*day)).map(|(_, points)| *points)
    };
    weeks(span).into_iter().map(last_of).collect()
}

fn activity_of(activity: &activity::Activity, span: Span) -> Option<Activity> {
    let (on, now) = activity.latest(span.last()).filter(|(on, _)| span.contains(*on))?;
    let before = nearest_before(&activity.answers, on, |(day, _)| *day).map(|(_, score)| *score);
    let answers: Vec<(NaiveDate, f64)> =
        activity.answers.iter().map(|(day, score)| (*day, score.points())).collect();
    let weeks = by_week(&answers, span);
    Some(Activity { text: activity.text.to_string(), now, before, weeks })
}
