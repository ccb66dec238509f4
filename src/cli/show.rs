//! `twinge show`: everything of one day, with ids.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::entry_view::EntryView;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::output::View;
use crate::journal::{Kind, Span, read_day};
use crate::store::{Store, Stored};

/// Show everything recorded of a day, with the ids that edit and delete take
#[derive(Args, Debug)]
pub(crate) struct ShowArgs {
    /// Which day: today, yesterday, mon, -2d, 2026-11-03
    #[arg(value_name = "DAY", default_value = "today", allow_hyphen_values = true)]
    day: String,
}

/// One day, in full.
#[derive(Debug, Serialize)]
pub(crate) struct DayView {
    /// The day.
    pub day: String,
    /// Its entries.
    pub entries: Vec<EntryView>,
    #[serde(skip)]
    name: String,
}

impl View for DayView {
    const SCHEMA: &'static str = "day/1";
}

impl fmt::Display for DayView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.entries.is_empty() {
            return writeln!(f, "{}: nothing recorded", self.name);
        }
        writeln!(f, "{}", self.name)?;
        for entry in &self.entries {
            let kind = lines::kind_name(entry.kind);
            writeln!(f, "  {kind:<10} {}  [{}]", entry.line.1, entry.line.0)?;
        }
        Ok(())
    }
}

/// Runs `twinge show`.
pub(crate) fn run(args: &ShowArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let day = read_day(&args.day, ctx.today)?;
    let store = ctx.read()?;
    let view = DayView {
        day: day.to_string(),
        name: lines::day_name(day),
        entries: entries_of(&store, Span::ending(day, 1))?,
    };
    ctx.out.show(&view)
}

/// The entries of a span as views, with when each was written down.
pub(crate) fn entries_of(store: &Store, span: Span) -> Result<Vec<EntryView>, Failure> {
    let mut stored = store.stored(&Kind::OF_A_DAY, Some(span))?;
    stored.sort_by_key(|s| (s.entry.day, s.entry.kind, s.first, s.entry.id));
    let mut views = Vec::with_capacity(stored.len());
    for stored in &stored {
        views.push(EntryView::new(&stored.entry, written(store, stored)?));
    }
    Ok(views)
}

/// When an entry was first written down: elsewhere, where an import says so, else here.
pub(crate) fn written(store: &Store, stored: &Stored) -> Result<Option<String>, Failure> {
    match &stored.elsewhere {
        Some(at) => Ok(Some(at.to_string())),
        None => Ok(store.written_at(stored.first)?),
    }
}
