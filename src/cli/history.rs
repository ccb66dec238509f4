//! `twinge history`: what was written when, and what it said before.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::entry_view::json_of;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::output::View;
use crate::journal::{FieldRef, Kind, read_day};
use crate::store::{Change, Hlc, Stamp, WrittenAct};

/// Show what was written when; with a day, everything ever written about it
#[derive(Args, Debug)]
pub(crate) struct HistoryArgs {
    /// A day: every value it ever had
    #[arg(value_name = "DAY", allow_hyphen_values = true)]
    day: Option<String>,
    /// How many acts
    #[arg(short = 'n', long = "acts", value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    acts: u16,
}

#[derive(Debug, Serialize)]
struct HistoryView {
    acts: Vec<ActView>,
}

#[derive(Debug, Serialize)]
struct ActView {
    id: String,
    at: String,
    command: String,
    /// An import's file; null: the person.
    source: Option<String>,
    undone: bool,
    changes: Vec<ChangeView>,
    /// Changes beyond those listed.
    n_more: usize,
}

#[derive(Debug, Serialize)]
struct ChangeView {
    /// Null for what is of no day: profile and own habits.
    day: Option<String>,
    kind: String,
    entry: String,
    field: String,
    /// Null: not recorded.
    before: Option<serde_json::Value>,
    after: Option<serde_json::Value>,
    #[serde(skip)]
    shown: String,
}

impl fmt::Display for ChangeView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = &self.day {
            write!(f, "{day}  ")?;
        }
        write!(f, "{} {}", lines::kind_name(&self.kind), self.shown)
    }
}

impl View for HistoryView {
    const SCHEMA: &'static str = "history/1";
}

impl fmt::Display for HistoryView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.acts.is_empty() {
            return writeln!(f, "nothing was written");
        }
        for act in &self.acts {
            let source = act.source.as_deref().map(|s| format!(" {s}")).unwrap_or_default();
            let undone = if act.undone { ", undone" } else { "" };
            writeln!(f, "{}  {}{source}{undone}  [{}]", act.at, act.command, act.id)?;
            for change in &act.changes {
                writeln!(f, "  {change}")?;
            }
            if act.n_more > 0 {
                writeln!(f, "  … and {} more", act.n_more)?;
            }
        }
        Ok(())
    }
}

/// An act's id as it is shown: the clock and the computer, in hexadecimal.
pub(crate) fn act_id(stamp: Stamp) -> String {
    format!("{:x}-{:x}", stamp.hlc.0, stamp.device)
}

/// Reads an act's id.
pub(crate) fn read_act(said: &str) -> Result<Stamp, Failure> {
    let read = || {
        let (hlc, device) = said.trim().trim_matches(['[', ']']).split_once('-')?;
        let hex = |t: &str| i64::from_str_radix(t, 16).ok();
        Some(Stamp { hlc: Hlc(hex(hlc)?), device: hex(device)? })
    };
    read().ok_or_else(|| {
        Failure::usage(format!("{said:?} is not an act")).hint("`twinge history` lists them")
    })
}

/// Runs `twinge history`.
pub(crate) fn run(args: &HistoryArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    /// An import's changes are many; the first of them tell what it was.
    const CHANGES_SHOWN: usize = 12;
    let store = ctx.read()?;
    let mut acts = Vec::new();
    if let Some(said) = &args.day {
        let day = read_day(said, ctx.today)?;
        let changes = store.changes_on(day)?;
        for group in changes.chunk_by(|a, b| a.stamp == b.stamp) {
            let act = store.act(group[0].stamp)?;
            acts.extend(act.map(|act| act_view(&act, group, usize::MAX)));
        }
    } else {
        for act in store.acts(args.acts.into())? {
            let changes = store.changes_of(act.stamp)?;
            acts.push(act_view(&act, &changes, CHANGES_SHOWN));
        }
    }
    ctx.out.show(&HistoryView { acts })
}

fn act_view(act: &WrittenAct, changes: &[Change], n_most: usize) -> ActView {
    ActView {
        id: act_id(act.stamp),
        at: act.at.clone(),
        command: act.command.clone(),
        source: act.source.clone(),
        undone: act.is_undone,
        changes: changes.iter().take(n_most).map(change_view).collect(),
        n_more: changes.len().saturating_sub(n_most),
    }
}

fn change_view(change: &Change) -> ChangeView {
    let kind = Kind::from_id(&change.kind);
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    // A field of a newer twinge is shown as it stands in the file.
    let field = kind
        .and_then(|k| FieldRef::from_id(k, &change.field))
        .unwrap_or_else(|| FieldRef::Own(change.field.as_str().into()));
    let label = lines::label(&field);
    let shown = match (before, after) {
        (None, Some(after)) => format!("{label}: {}", lines::shown(&field, after)),
        _ => format!("{label}: {}", lines::change(&field, before, after)),
    };
    ChangeView {
        day: kind.filter(|k| Kind::OF_A_DAY.contains(k)).map(|_| change.day.to_string()),
        kind: change.kind.clone(),
        entry: change.entry.to_string(),
        field: change.field.clone(),
        before: before.map(|v| json_of(&field, v)),
        after: after.map(|v| json_of(&field, v)),
        shown,
    }
}
