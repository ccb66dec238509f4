//! `twinge activity`: what pain makes hard, in the person's own words.

use std::fmt;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::habit::{define, refuse_other_kind, refuse_ours};
use crate::cli::lines;
use crate::cli::output::View;
use crate::journal::fields::habit;
use crate::journal::{FieldRef, Kind, Score, Value, Values, id_of, nearest, quote};
use crate::scales::activity::{ACTIVE_MOST, Activity, activities};

/// How long an activity may be, in characters: as long as the id that it becomes.
const TEXT_CHARS_MOST: usize = 64;

/// Activities that pain makes hard, asked weekly: activity add "carry the shopping"
#[derive(Args, Debug)]
pub(crate) struct ActivityArgs {
    #[command(subcommand)]
    command: Option<ActivityCommand>,
}

#[derive(Subcommand, Debug)]
enum ActivityCommand {
    /// Add an activity; at most five are asked for
    Add {
        /// What it is, like: carry the shopping
        #[arg(value_name = "TEXT", required = true)]
        text: Vec<String>,
    },
    /// Stop asking for an activity; what was recorded stays
    Retire {
        /// Which one
        #[arg(value_name = "TEXT", required = true)]
        text: Vec<String>,
    },
    /// List them, each with its first and its last score
    List,
}

impl ActivityArgs {
    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        match self.command {
            None | Some(ActivityCommand::List) => "list your activities",
            Some(_) => "change your activities",
        }
    }
}

#[derive(Debug, Serialize)]
struct ActivitiesView {
    activities: Vec<ActivityView>,
}

#[derive(Debug, Serialize)]
struct ActivityView {
    id: String,
    text: String,
    /// Null: not answered yet.
    first: Option<AnswerView>,
    /// Null: not answered yet.
    last: Option<AnswerView>,
    answers: usize,
    retired: bool,
}

/// A score on a day.
#[derive(Debug, PartialEq, Serialize)]
struct AnswerView {
    day: String,
    /// 0 (unable) – 10 (as before the pain).
    score: f64,
    #[serde(skip)]
    shown: String,
}

impl View for ActivitiesView {
    const SCHEMA: &'static str = "activities/1";
}

impl fmt::Display for ActivitiesView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.activities.is_empty() {
            return writeln!(f, "no activities yet: `twinge activity add \"carry the shopping\"`");
        }
        writeln!(f, "your activities, 0 (unable) – 10 (as before the pain)")?;
        let width = self.activities.iter().map(|a| a.text.width()).max().unwrap_or(0);
        for activity in &self.activities {
            let gap = width - activity.text.width();
            let retired = if activity.retired { "; no longer asked" } else { "" };
            let said = match (&activity.last, &activity.first) {
                (Some(last), Some(first)) if last != first => {
                    format!("{}, first {}", last.shown, first.shown)
                }
                (Some(last), _) => last.shown.clone(),
                (None, _) => "not answered yet".into(),
            };
            writeln!(f, "  {}{:gap$}  {said}{retired}", activity.text, "")?;
        }
        writeln!(f, "`twinge weekly` asks for them")
    }
}

fn answer_view((day, score): (NaiveDate, Score)) -> AnswerView {
    let shown = format!("{score} on {}", lines::day_name(day));
    AnswerView { day: day.to_string(), score: score.points(), shown }
}

fn activity_view(activity: &Activity) -> ActivityView {
    ActivityView {
        id: activity.id.to_string(),
        text: activity.text.to_string(),
        first: activity.answers.first().copied().map(answer_view),
        last: activity.answers.last().copied().map(answer_view),
        answers: activity.answers.len(),
        retired: activity.is_retired,
    }
}

/// Runs `twinge activity`.
pub(crate) fn run(args: &ActivityArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    match &args.command {
        None | Some(ActivityCommand::List) => {}
        Some(ActivityCommand::Add { text }) => add(ctx, &text.join(" "))?,
        Some(ActivityCommand::Retire { text }) => {
            let known = known(ctx)?;
            let id = find(&known, &text.join(" "))?.id.clone();
            let mut values = Values::default();
            values.set(FieldRef::Known(&habit::RETIRED), Value::from(true));
            define(ctx, "activity", &id, values)?;
        }
    }
    let activities = known(ctx)?.iter().map(activity_view).collect();
    let view = ActivitiesView { activities };
    let is_read = matches!(args.command, None | Some(ActivityCommand::List));
    if is_read { ctx.out.show(&view) } else { ctx.out.acknowledge(&view) }
}

/// The activities that the journal has; none where there is no journal yet.
fn known(ctx: &mut Context<'_>) -> Result<Vec<Activity>, Failure> {
    Ok(activities(&ctx.so_far(&[Kind::Day, Kind::Habit])?))
}

fn add(ctx: &mut Context<'_>, said: &str) -> Result<(), Failure> {
    let text = said.trim();
    let Some(id) = id_of(text) else {
        let text = quote(text);
        return Err(Failure::usage(format!("{text} has no letter or digit to know it by")));
    };
    if text.chars().count() > TEXT_CHARS_MOST {
        return Err(Failure::usage(format!("it is longer than {TEXT_CHARS_MOST} characters"))
            .hint("a few words will do: it is asked every week"));
    }
    refuse_ours(&id).map_err(|f| f.hint("or say the activity in more words"))?;
    let known = known(ctx)?;
    let n_active = known.iter().filter(|a| !a.is_retired && a.id != id).count();
    if n_active >= ACTIVE_MOST {
        return Err(Failure::usage(format!("{ACTIVE_MOST} activities are asked for already"))
            .hint("`twinge activity retire TEXT` makes room; what was recorded of it stays"));
    }
    let mut values = Values::default();
    for (field, value) in [
        (&habit::HABIT, Value::Text(id.clone())),
        (&habit::ANSWER, Value::text("activity")),
        (&habit::QUESTION, habit::QUESTION.answer.read(text)?),
        (&habit::RETIRED, Value::from(false)),
    ] {
        values.set(FieldRef::Known(field), value);
    }
    refuse_other_kind(ctx, &id, &values)?;
    define(ctx, "activity", &id, values)
}

/// The activity that a name means: its words or its id.
pub(crate) fn find<'a>(known: &'a [Activity], said: &str) -> Result<&'a Activity, Failure> {
    let id = id_of(said);
    if let Some(found) = known.iter().find(|a| Some(&a.id) == id.as_ref()) {
        return Ok(found);
    }
    let said = said.trim();
    let failure = Failure::usage(format!("there is no activity {}", quote(said)));
    let texts = || known.iter().map(|a| &*a.text);
    let short = said.chars().count() <= TEXT_CHARS_MOST;
    Err(match short.then(|| nearest(said, texts())).flatten() {
        Some(meant) => failure.hint(format!("did you mean {meant:?}?")),
        None if known.is_empty() => {
            failure.hint("`twinge activity add TEXT` makes it one of yours")
        }
        None => failure.hint(format!("yours: {}", texts().collect::<Vec<_>>().join(", "))),
    })
}
