//! `twinge profile`: facts about the person.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::entry_view::json_of;
use crate::cli::failure::Failure;
use crate::cli::notices::finish;
use crate::cli::output::View;
use crate::journal::fields::profile;
use crate::journal::{COUNTRIES, EntryId, FieldRef, Kind, Value, Values, nearest};
use crate::redflag::help_lines::HelpLines;

/// Show or set facts about you: profile birth-year 1981, profile onset 2025-11
#[derive(Args, Debug)]
pub(crate) struct ProfileArgs {
    /// Which fact
    #[arg(value_name = "FACT")]
    fact: Option<String>,
    /// What it is
    #[arg(value_name = "VALUE", num_args = 0.., allow_hyphen_values = true)]
    value: Vec<String>,
    /// Forget the fact
    #[arg(long, conflicts_with = "value")]
    clear: bool,
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
    let profile = if ctx.path.exists() {
        ctx.read()?.journal_of(&[Kind::Profile], None)?.profile().clone()
    } else {
        Values::default()
    };
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
        if let Some(meant) = nearest(said, COUNTRIES.iter().map(|word| word.called)) {
            ctx.out.note(format!("  hint: did you mean {meant}?"));
        }
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
    let value: Option<Value> =
        if clear { None } else { Some(field.answer.read(said).map_err(|e| in_field(field, e))?) };
    let mut store = ctx.write_or_create()?;
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "profile")?;
    let day = chrono::NaiveDate::default();
    let field = FieldRef::Known(field);
    act.set(Kind::Profile, day, EntryId::of_profile(), &field, value.as_ref())?;
    let (_, told) = finish(ctx, act, &[])?;
    told.say(ctx);
    Ok(())
}
