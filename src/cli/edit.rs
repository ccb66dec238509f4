//! `twinge edit`: newer values for an entry or a day.

use std::fmt;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::cli::alerts::{check_lately, tell_new_since};
use crate::cli::context::Context;
use crate::cli::delete::find;
use crate::cli::draft::{Place, in_field, read_place};
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::output::View;
use crate::journal::fields::{self, pain};
use crate::journal::{
    Entry, EntryId, Field, FieldRef, Kind, SIDES, SITES, Span, Value, Word, nearest, read_day,
};
use crate::store::Store;

/// Change what was recorded: edit yesterday worst=5, edit 3f9a2c1 minutes=30, edit today note=
#[derive(Args, Debug)]
pub(crate) struct EditArgs {
    /// A day, or an entry's id as `show` gives it
    #[arg(value_name = "DAY|ID", allow_hyphen_values = true)]
    what: String,
    /// What it should say; nothing after = clears it
    #[arg(value_name = "FIELD=VALUE", required = true)]
    changes: Vec<String>,
    /// Which place's scores of the day, like neck or upper-back:left
    #[arg(long, value_name = "SITE[:SIDE]")]
    site: Option<String>,
}

#[derive(Debug, Serialize)]
struct EditedView {
    day: String,
    changes: Vec<ChangeView>,
}

#[derive(Debug, Serialize)]
struct ChangeView {
    field: String,
    /// Null: not recorded.
    before: Option<String>,
    /// Null: not recorded any more.
    after: Option<String>,
}

impl View for EditedView {
    const SCHEMA: &'static str = "edited/1";
}

impl fmt::Display for EditedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "changed of {}", self.day)?;
        for change in &self.changes {
            let said = |v: &Option<String>| v.clone().unwrap_or_else(|| "not recorded".into());
            let (before, after) = (said(&change.before), said(&change.after));
            writeln!(f, "  {}: {before} → {after}", change.field)?;
        }
        Ok(())
    }
}

struct Edit {
    entry: Entry,
    field: FieldRef,
    value: Option<Value>,
}

/// Runs `twinge edit`.
pub(crate) fn run(args: &EditArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let mut store = ctx.write()?;
    let day = read_day(&args.what, ctx.today);
    let is_id = args.what.len() >= 4 && args.what.bytes().all(|b| b.is_ascii_hexdigit());
    let target = match day {
        Ok(day) => Target::Day(day, args.site.as_deref()),
        Err(error) if !is_id && EntryId::read(&args.what).is_none() => return Err(error.into()),
        Err(_) => Target::Entry(find(&store, &args.what)?),
    };
    let edits: Vec<Edit> =
        args.changes.iter().map(|change| target.edit(&store, change)).collect::<Result<_, _>>()?;
    let before = check_lately(&store, ctx.today)?;
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "edit")?;
    for edit in &edits {
        let Entry { kind, day, id, .. } = edit.entry;
        act.set(kind, day, id, &edit.field, edit.value.as_ref())?;
    }
    act.finish()?;
    let day = edits.first().map(|e| lines::day_name(e.entry.day)).unwrap_or_default();
    let changes = edits.iter().map(change_view).collect();
    let told = ctx.out.acknowledge(&EditedView { day, changes });
    tell_new_since(ctx, &before, &store)?;
    told
}

fn change_view(edit: &Edit) -> ChangeView {
    let before = edit.entry.values.iter().find(|(f, _)| **f == edit.field).map(|(_, v)| v);
    ChangeView {
        field: lines::label(&edit.field),
        before: before.map(|v| lines::shown(&edit.field, v)),
        after: edit.value.as_ref().map(|v| lines::shown(&edit.field, v)),
    }
}

enum Target<'a> {
    Day(NaiveDate, Option<&'a str>),
    Entry(Entry),
}

impl Target<'_> {
    fn edit(&self, store: &Store, change: &str) -> Result<Edit, Failure> {
        let Some((name, said)) = change.split_once('=') else {
            return Err(Failure::usage(format!("{change:?} does not say FIELD=VALUE"))
                .hint("like worst=5, or note= to clear it"));
        };
        let name = name.trim().replace('-', "_");
        match self {
            Self::Day(day, site) => {
                let (entry, field) = of_day(store, *day, *site, &name)?;
                Self::to(store, entry, field, said)
            }
            Self::Entry(entry) => {
                let Some(field) = field_of(entry.kind, &name) else {
                    return Err(no_field(&name, fields::of(entry.kind).iter().copied()));
                };
                Self::to(store, entry.clone(), field, said)
            }
        }
    }

    fn to(store: &Store, entry: Entry, field: FieldRef, said: &str) -> Result<Edit, Failure> {
        if said.trim().is_empty() {
            return Ok(Edit { entry, field, value: None });
        }
        let value = match &field {
            FieldRef::Known(known) => known.answer.read(said).map_err(|e| in_field(known, e))?,
            FieldRef::Own(id) => {
                let journal = store.journal_of(&[Kind::Habit], None)?;
                let answer = journal.habit(id).and_then(crate::journal::OwnHabit::answer);
                let Some(answer) = answer else {
                    return Err(Failure::usage(format!("there is no habit {id:?}")));
                };
                answer.read(said)?
            }
        };
        Ok(Edit { entry, field, value: Some(value) })
    }
}

/// The entry of a day that has this field: its habits, or its scores at a place.
fn of_day(
    store: &Store,
    day: NaiveDate,
    site: Option<&str>,
    name: &str,
) -> Result<(Entry, FieldRef), Failure> {
    let of_scores = || pain::OF_A_DAY.iter().copied();
    let (kind, field) = match field_of(Kind::Day, name) {
        Some(field) => (Kind::Day, field),
        None => match of_scores().find(|f| f.id == name) {
            Some(field) => (Kind::Pain, FieldRef::Known(field)),
            None => {
                let known = fields::of(Kind::Day).iter().copied().chain(of_scores());
                return Err(no_field(name, known)
                    .hint("a single entry is edited by its id, as `twinge show DAY` gives it"));
            }
        },
    };
    let stored = store.stored(&[kind], Some(Span::ending(day, 1)))?;
    let mut entries = stored.into_iter().map(|s| s.entry);
    if kind == Kind::Day {
        let id = EntryId::of_day(day);
        let values = entries.find(|e| e.id == id).map(|e| e.values).unwrap_or_default();
        return Ok((Entry { id, kind, day, values }, field));
    }
    let scored: Vec<Entry> = entries.filter(is_of_day).collect();
    let place = match site {
        Some(said) => read_place(said)?,
        None => match &scored[..] {
            [only] => place_of(only),
            [] => (None, None),
            _ => {
                return Err(Failure::usage("scores of several places were recorded on that day")
                    .hint("say which: `--site neck`"));
            }
        },
    };
    let id = EntryId::of_day_pain(day, place);
    let values = scored.into_iter().find(|e| e.id == id).map(|e| e.values).unwrap_or_default();
    Ok((Entry { id, kind, day, values }, field))
}

/// Whether an entry has the scores of a day, not of a moment.
fn is_of_day(entry: &Entry) -> bool {
    entry.id == EntryId::of_day_pain(entry.day, place_of(entry))
}

fn place_of(entry: &Entry) -> Place {
    let id = |table: &'static [Word], field| {
        let text = entry.values.text(field)?;
        table.iter().find(|w| w.id == text).map(|w| w.id)
    };
    (id(SITES, &pain::SITE), id(SIDES, &pain::SIDE))
}

fn field_of(kind: Kind, name: &str) -> Option<FieldRef> {
    let by_flag = || fields::of(kind).iter().copied().find(|f| f.flag.replace('-', "_") == name);
    FieldRef::from_id(kind, name).or_else(|| by_flag().map(FieldRef::Known))
}

fn no_field(name: &str, known: impl Iterator<Item = &'static Field>) -> Failure {
    let ids: Vec<&str> = known.map(|f| f.id).collect();
    let failure = Failure::usage(format!("there is no field {name:?} here"));
    match nearest(name, ids.iter().copied()) {
        Some(meant) => failure.hint(format!("did you mean {meant}?")),
        None => failure.hint(format!("fields: {}", ids.join(", "))),
    }
}
