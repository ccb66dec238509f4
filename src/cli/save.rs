//! Writing entries and saying so: shared by every command that records.

use std::fmt;

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::entry_view::EntryView;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::notices::{Told, finish, tell_emergencies};
use crate::cli::odd;
use crate::cli::output::View;
use crate::journal::{Entry, Kind, Span};
use crate::store::Store;

/// What was saved.
#[derive(Debug, Serialize)]
pub(crate) struct SavedView {
    /// When it was written, RFC 3339.
    pub written: String,
    /// What was recorded.
    pub entries: Vec<EntryView>,
    #[serde(skip)]
    day: String,
}

impl View for SavedView {
    const SCHEMA: &'static str = "saved/1";
}

impl fmt::Display for SavedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "saved for {}", self.day)?;
        for entry in &self.entries {
            writeln!(f, "  {}  [{}]", entry.line.1, entry.line.0)?;
        }
        Ok(())
    }
}

/// Opens the journal, makes it the first time, and writes the entries in one act. What the entries
/// add up to is told as an emergency even where they cannot be kept.
pub(crate) fn save(
    ctx: &mut Context<'_>,
    command: &'static str,
    entries: &[Entry],
) -> Result<(), Failure> {
    match ctx.write_or_create() {
        Ok(mut store) => save_in(ctx, &mut store, command, entries),
        Err(failure) => {
            tell_emergencies(ctx, entries);
            Err(failure)
        }
    }
}

/// As [`save`], in a journal that is open.
pub(crate) fn save_in(
    ctx: &mut Context<'_>,
    store: &mut Store,
    command: &'static str,
    entries: &[Entry],
) -> Result<(), Failure> {
    save_showing(ctx, store, command, entries, |saved| saved)
}

/// As [`save_in`], with an answer that says more than what was saved. Nothing is acknowledged
/// before it is kept.
pub(crate) fn save_showing<V: View>(
    ctx: &mut Context<'_>,
    store: &mut Store,
    command: &'static str,
    entries: &[Entry],
    answer: impl FnOnce(SavedView) -> V,
) -> Result<(), Failure> {
    let told = match keep(ctx, store, command, entries) {
        Ok(told) => told,
        Err(failure) => {
            tell_emergencies(ctx, entries);
            return Err(failure);
        }
    };
    let written = ctx.moment.stamp();
    let view = SavedView {
        entries: entries.iter().map(|e| EntryView::new(e, Some(written.clone()))).collect(),
        written,
        day: entries.first().map(|e| lines::day_name(e.day)).unwrap_or_default(),
    };
    // A closed screen must not swallow a warning: it goes to the other stream all the same.
    let shown = ctx.out.acknowledge(&answer(view));
    told.say(ctx);
    shown
}

fn keep(
    ctx: &mut Context<'_>,
    store: &mut Store,
    command: &'static str,
    entries: &[Entry],
) -> Result<Told, Failure> {
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, command)?;
    if let Some(once) = &ctx.once
        && act.is_said_again(once)?
    {
        ctx.out.note("it was saved already; nothing is written twice");
        return Ok(Told::nothing());
    }
    for entry in entries {
        act.record(entry)?;
    }
    let odd = match entries.first() {
        Some(entry) if odd::may_be_odd(entries) => {
            let on = act.journal_of(&[Kind::Pain, Kind::Day], Some(Span::ending(entry.day, 1)))?;
            odd::remarks(entries, on.on(entry.day), &ctx.moment)
        }
        Some(_) => odd::remarks(entries, &[], &ctx.moment),
        None => Vec::new(),
    };
    let told = finish(ctx, act, entries)?.1;
    for remark in odd {
        ctx.out.note(remark);
    }
    Ok(told)
}
