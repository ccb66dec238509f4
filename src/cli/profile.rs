//! `twinge profile`: facts about the person.

use std::fmt;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::entry_view::json_of;
use crate::cli::failure::Failure;
use crate::cli::notices::finish;
use crate::cli::output::View;
use crate::journal::fields::profile;
use crate::journal::{
    Answer, COUNTRIES, EntryId, Field, FieldRef, Kind, PartialDate, Value, Values, nearest,
};
use crate::redflag::help_lines::HelpLines;

/// Show or set facts about you: profile birth-year 1981, profile onset 2025-11
#[derive(Args, Debug)]
pub(crate) struct ProfileArgs {
    /// Which fact
    #[arg(value_name = "FACT")]
    fact: Option<String>,
    /// What it is; other:NAME for a country that is not known
    #[arg(value_name = "VALUE", num_args = 0..)]
    value: Vec<String>,
    /// Forget the fact
    #[arg(long, conflicts_with = "value")]
    clear: bool,
}

impl ProfileArgs {
    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        if self.value.is_empty() && !self.clear { "show the profile" } else { "change the profile" }
    }
}

#[derive(Debug, Serialize)]
struct ProfileView {
    facts: Vec<FactView>,
}

#[derive(Debug, Serialize)]
struct FactView {
    id: &'static str,
    means: &'static str,
    /// Null when not recorded.
    value: Option<serde_json::Value>,
    #[serde(skip)]
    shown: Option<String>,
}

impl View for ProfileView {
    const SCHEMA: &'static str = "profile/1";
}

impl fmt::Display for ProfileView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fact in &self.facts {
            let shown = fact.shown.as_deref().unwrap_or("not recorded");
            writeln!(f, "{:<24}{shown:<16}  {}", fact.id.replace('_', "-"), fact.means)?;
        }
        Ok(())
    }
}

/// Runs `twinge profile`.
pub(crate) fn run(args: &ProfileArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    if let Some(fact) = &args.fact {
        set(ctx, fact, &args.value.join(" "), args.clear)?;
    }
    let profile = ctx.so_far(&[Kind::Profile])?.profile().clone();
    let facts = profile::FIELDS
        .iter()
        .filter(|f| args.fact.as_deref().is_none_or(|said| same(f.id, said)))
        .map(|&field| {
            let value = profile.get(field);
            FactView {
                id: field.id,
                means: field.means,
                value: value.map(|v| json_of(&FieldRef::Known(field), v)),
                shown: value.map(|v| field.answer.show(v)),
            }
        })
        .collect();
    let view = ProfileView { facts };
    if args.value.is_empty() {
        return ctx.out.show(&view);
    }
    let shown = ctx.out.acknowledge(&view);
    if args.fact.as_deref().is_some_and(|said| same(profile::COUNTRY.id, said)) {
        tell_numbers(ctx, &profile);
    }
    shown
}

/// Says which numbers are shown from now on: only the person can tell whether they are right.
fn tell_numbers(ctx: &mut Context<'_>, profile: &Values) {
    let lines = HelpLines::of(profile);
    if lines.country.is_none() {
        let said = profile.text(&profile::COUNTRY).unwrap_or_default();
        ctx.out.note(format!(
            "no numbers are known for {said}: in an emergency twinge says to {}",
            lines.call()
        ));
        ctx.out.note("  hint: if you know the numbers, please tell this project, to be added");
        return;
    }
    ctx.out.note(format!("in an emergency twinge says to {}", lines.call()));
    for (what, of) in [("advice", lines.advice_lines), ("crisis", lines.crisis_lines)] {
        for line in of {
            ctx.out.note(format!("  {what} line: {line}"));
        }
    }
    ctx.out.note(
        "  not checked with the authorities of each country: dial what is right where you are, \
         and please report a wrong one",
    );
}

fn same(id: &str, said: &str) -> bool {
    id.replace('_', "-") == said.trim().to_lowercase().replace(['_', ' '], "-")
}

/// Reads the value of a fact. What is not here yet has not begun, and a country that has no
/// numbers is kept only when that is meant.
pub(crate) fn read_fact(
    field: &'static Field,
    said: &str,
    today: NaiveDate,
) -> Result<Value, Failure> {
    if std::ptr::eq(field, &raw const profile::COUNTRY) {
        return read_country(said);
    }
    let value = field.answer.read(said).map_err(|e| in_field(field, e))?;
    let first_day = match (field.answer, &value) {
        (Answer::Year, Value::Int(year)) => PartialDate::read(&year.to_string()),
        (Answer::Date, Value::Text(date)) => PartialDate::read(date),
        _ => None,
    };
    if first_day.and_then(PartialDate::first_day).is_some_and(|day| day > today) {
        let name = field.id.replace('_', " ");
        return Err(Failure::usage(format!("{name}: {} is not here yet", said.trim())));
    }
    Ok(value)
}

fn read_country(said: &str) -> Result<Value, Failure> {
    let field = &profile::COUNTRY;
    let read = |name: &str| field.answer.read(name).map_err(|e| in_field(field, e));
    if let Some(name) = said.trim().strip_prefix("other:") {
        return read(name.trim());
    }
    let value = read(said)?;
    if COUNTRIES.iter().any(|word| value == Value::text(word.id)) {
        return Ok(value);
    }
    let failure = Failure::usage(format!("country: no numbers are known for {said:?}"));
    let failure = match nearest(said, COUNTRIES.iter().map(|word| word.called)) {
        Some(meant) => failure.hint(format!("did you mean {meant}?")),
        None => failure,
    };
    Err(failure.hint(format!("`twinge profile country \"other:{}\"` keeps it", said.trim())))
}

fn set(ctx: &mut Context<'_>, fact: &str, said: &str, clear: bool) -> Result<(), Failure> {
    let Some(&field) = profile::FIELDS.iter().find(|f| same(f.id, fact)) else {
        let failure = Failure::usage(format!("there is no fact {fact:?}"));
        return Err(match nearest(fact, profile::FIELDS.iter().map(|f| f.id)) {
            Some(meant) => failure.hint(format!("did you mean {}?", meant.replace('_', "-"))),
            None => failure.hint("`twinge profile` alone lists them"),
        });
    };
    if said.is_empty() && !clear {
        return Ok(());
    }
    let value = if clear { None } else { Some(read_fact(field, said, ctx.today)?) };
    let mut store = ctx.write_or_create()?;
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "profile")?;
    let day = NaiveDate::default();
    let field = FieldRef::Known(field);
    act.set(Kind::Profile, day, EntryId::of_profile(), &field, value.as_ref())?;
    let (_, told) = finish(ctx, act, &[])?;
    told.say(ctx);
    Ok(())
}
