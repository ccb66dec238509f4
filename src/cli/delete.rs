//! `twinge delete`: says that an entry is deleted; `undo` brings it back.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::entry_view::EntryView;
use crate::cli::failure::Failure;
use crate::cli::notices::finish;
use crate::cli::output::View;
use crate::journal::{Entry, EntryId, Kind};
use crate::store::Store;

/// Delete entries by their ids, as `show` gives them; undo brings them back
#[derive(Args, Debug)]
pub(crate) struct DeleteArgs {
    /// Ids, short or long
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
}

#[derive(Debug, Serialize)]
struct DeletedView {
    deleted: Vec<EntryView>,
}

impl View for DeletedView {
    const SCHEMA: &'static str = "deleted/1";
}

impl fmt::Display for DeletedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for entry in &self.deleted {
            writeln!(f, "deleted of {}: {}  [{}]", entry.day, entry.line.1, entry.line.0)?;
        }
        writeln!(f, "`twinge undo` brings it back")
    }
}

/// Runs `twinge delete`.
pub(crate) fn run(args: &DeleteArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let mut store = ctx.write()?;
    let mut found: Vec<Entry> = Vec::new();
    for id in &args.ids {
        let entry = find(&store, id)?;
        if !found.iter().any(|e| e.id == entry.id) {
            found.push(entry);
        }
    }
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "delete")?;
    for entry in &found {
        act.erase(entry.kind, entry.day, entry.id)?;
    }
    let (_, told) = finish(ctx, act, &[])?;
    let deleted = found.iter().map(|e| EntryView::new(e, None)).collect();
    let shown = ctx.out.acknowledge(&DeletedView { deleted });
    told.say(ctx);
    shown
}

/// The entry of a day that an id means, short or long.
pub(crate) fn find(store: &Store, said: &str) -> Result<Entry, Failure> {
    let said = said.trim().trim_matches(['[', ']']).to_lowercase();
    let long = EntryId::read(&said);
    if long.is_none() && (said.len() < 4 || !said.bytes().all(|b| b.is_ascii_hexdigit())) {
        return Err(Failure::usage(format!("{said:?} is not an id"))
            .hint("`twinge show DAY` gives the ids, in brackets"));
    }
    let mut matches: Vec<Entry> = store
        .stored(&Kind::OF_A_DAY, None)?
        .into_iter()
        .map(|stored| stored.entry)
        .filter(|e| match long {
            Some(id) => e.id == id,
            None => e.id.to_string().ends_with(&said),
        })
        .collect();
    match (matches.pop(), matches.len()) {
        (Some(entry), 0) => Ok(entry),
        (None, _) => Err(Failure::usage(format!("there is no entry {said}"))
            .hint("`twinge show DAY` gives the ids, in brackets")),
        (Some(_), more) => Err(Failure::usage(format!("{} entries end with {said}", more + 1))
            .hint("give more of the id: `twinge --json show DAY` has all of it")),
    }
}
