//! `twinge habit`: habits and exercises of the person's own.

use std::fmt;

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::journal::fields::habit;
use crate::journal::{EXERCISES, Entry, EntryId, FieldRef, Kind, Value, Values, Word, fields};

/// Habits and exercises of your own: habit add coffee --as amount --unit cups
#[derive(Args, Debug)]
pub(crate) struct HabitArgs {
    #[command(subcommand)]
    command: Option<HabitCommand>,
}

#[derive(Subcommand, Debug)]
enum HabitCommand {
    /// Add a habit or an exercise of your own
    Add {
        /// Its name, like coffee or late-screen
        name: String,
        /// How it is answered: yes-no, amount, score, words, exercise
        #[arg(long = "as", value_name = "HOW", default_value = "yes-no")]
        answer: String,
        /// Its unit, like cups
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
        /// The question that asks for it
        #[arg(long, value_name = "TEXT")]
        question: Option<String>,
    },
    /// Stop asking for a habit; what was recorded stays
    Retire {
        /// Its name
        name: String,
    },
    /// List them
    List,
}

impl HabitArgs {
    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        match self.command {
            None | Some(HabitCommand::List) => "list your habits",
            Some(_) => "change your habits",
        }
    }
}

#[derive(Debug, Serialize)]
struct HabitsView {
    habits: Vec<HabitView>,
}

#[derive(Debug, Serialize)]
struct HabitView {
    id: String,
    answer: Option<String>,
    unit: Option<String>,
    question: Option<String>,
    retired: bool,
}

impl View for HabitsView {
    const SCHEMA: &'static str = "habits/1";
}

impl fmt::Display for HabitsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.habits.is_empty() {
            return writeln!(f, "no habits of your own yet: `twinge habit add coffee --as amount`");
        }
        for habit in &self.habits {
            let unit = habit.unit.as_deref().map(|u| format!(", {u}")).unwrap_or_default();
            let retired = if habit.retired { ", no longer asked" } else { "" };
            let answer = habit.answer.as_deref().unwrap_or("");
            writeln!(f, "{:<20} {answer}{unit}{retired}", habit.id)?;
        }
        Ok(())
    }
}

/// Runs `twinge habit`.
pub(crate) fn run(args: &HabitArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    match &args.command {
        None | Some(HabitCommand::List) => {}
        Some(HabitCommand::Add { name, answer, unit, question }) => {
            let said = [
                (&habit::ANSWER, Some(answer)),
                (&habit::UNIT, unit.as_ref()),
                (&habit::QUESTION, question.as_ref()),
            ];
            let id = new_name(name)?;
            let mut values = Values::default();
            values.set(FieldRef::Known(&habit::HABIT), Value::text(&id));
            values.set(FieldRef::Known(&habit::RETIRED), Value::from(false));
            for (field, said) in said {
                if let Some(said) = said {
                    let value = field.answer.read(said).map_err(|e| in_field(field, e))?;
                    values.set(FieldRef::Known(field), value);
                }
            }
            refuse_activity(values.text(&habit::ANSWER) == Some("activity"), &id, "add")?;
            refuse_other_kind(ctx, &id, &values)?;
            define(ctx, "habit", &id, values)?;
        }
        Some(HabitCommand::Retire { name }) => {
            let known = ctx.read()?.journal_of(&[Kind::Habit], None)?;
            let Some(own) = known.habit(name) else {
                return Err(Failure::usage(format!("there is no habit {name:?}")));
            };
            refuse_activity(own.is_activity(), name, "retire")?;
            let mut values = Values::default();
            values.set(FieldRef::Known(&habit::RETIRED), Value::from(true));
            define(ctx, "habit", name, values)?;
        }
    }
    let journal = ctx.so_far(&[Kind::Habit])?;
    let text = |values: &Values, field| values.text(field).map(str::to_string);
    let habits = journal
        .habits()
        .iter()
        .filter(|h| !h.is_activity())
        .map(|h| HabitView {
            id: h.id.to_string(),
            answer: text(&h.values, &habit::ANSWER),
            unit: text(&h.values, &habit::UNIT),
            question: text(&h.values, &habit::QUESTION),
            retired: h.is_retired(),
        })
        .collect();
    let view = HabitsView { habits };
    let is_read = matches!(args.command, None | Some(HabitCommand::List));
    if is_read { ctx.out.show(&view) } else { ctx.out.acknowledge(&view) }
}

/// An activity is asked once a week and answered the other way round: it has its own command.
fn refuse_activity(is_one: bool, name: &str, what: &str) -> Result<(), Failure> {
    if !is_one {
        return Ok(());
    }
    Err(Failure::usage(format!("{name} is an activity, not a habit"))
        .hint(format!("`twinge activity {what} {name}`")))
}

/// The id of a new habit: not one of ours, so that each thing has one name.
fn new_name(said: &str) -> Result<String, Failure> {
    let Value::Text(id) = habit::HABIT.answer.read(said).map_err(|e| in_field(&habit::HABIT, e))?
    else {
        return Err(Failure::usage("a habit needs a name"));
    };
    refuse_ours(&id)?;
    Ok(id.into())
}

/// Refuses the name of something that everybody can record.
pub(crate) fn refuse_ours(id: &str) -> Result<(), Failure> {
    let bare = id.replace('-', "_");
    if let Some(field) = fields::find(Kind::Day, &bare) {
        return Err(Failure::usage(format!("{id} is recorded already"))
            .hint(format!("log it with `twinge log --{} …`", field.flag)));
    }
    if let Some(word) = Word::find(EXERCISES, id).filter(|w| w.id == id) {
        return Err(Failure::usage(format!("{id} is an exercise already"))
            .hint(format!("log it with `twinge did {}`", word.id)));
    }
    Ok(())
}

/// What was recorded of a habit is read by how it is answered: that cannot change under it.
pub(crate) fn refuse_other_kind(
    ctx: &mut Context<'_>,
    id: &str,
    values: &Values,
) -> Result<(), Failure> {
    let known = ctx.so_far(&[Kind::Habit])?;
    let Some(old) = known.habit(id) else { return Ok(()) };
    for field in [&habit::ANSWER, &habit::UNIT] {
        let (was, is) = (old.values.text(field), values.text(field));
        if is.is_some() && was.is_some() && was != is {
            let (was, is) = (was.unwrap_or_default(), is.unwrap_or_default());
            return Err(Failure::usage(format!("{id} is there already, as {was}, not {is}"))
                .hint("give the other one another name"));
        }
    }
    Ok(())
}

/// Keeps the definition of a habit, or what is new in it.
pub(crate) fn define(
    ctx: &mut Context<'_>,
    command: &'static str,
    id: &str,
    values: Values,
) -> Result<(), Failure> {
    let mut store = ctx.write_or_create()?;
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, command)?;
    let day = chrono::NaiveDate::default();
    act.record(&Entry { id: EntryId::of_habit(id), kind: Kind::Habit, day, values })?;
    act.finish()?;
    Ok(())
}
