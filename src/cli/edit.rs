//! `twinge edit`: newer values for an entry or a day.

use std::fmt;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::delete::find;
use crate::cli::draft::{Place, in_field, read_place};
use crate::cli::entry_view::json_of;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::notices::finish;
use crate::cli::output::View;
use crate::journal::fields::{self, event, pain, symptom};
use crate::journal::{
    Entry, EntryId, Field, FieldRef, Kind, NOTE, SIDES, SITES, Span, Value, Values, Word, nearest,
    read_day,
};
use crate::store::Store;

/// Change what was recorded: edit yesterday worst=5, edit 3f9a2c1 minutes=30, edit today note="new desk"
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
    /// The field's id.
    field: String,
    /// Null: not recorded.
    before: Option<serde_json::Value>,
    /// Null: not recorded any more.
    after: Option<serde_json::Value>,
    #[serde(skip)]
    shown: String,
}

impl View for EditedView {
    const SCHEMA: &'static str = "edited/1";
}

impl fmt::Display for EditedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "changed of {}", self.day)?;
        for change in &self.changes {
            writeln!(f, "  {}", change.shown)?;
        }
        Ok(())
    }
}

struct Edit {
    entry: Entry,
    field: FieldRef,
    value: Option<Value>,
    /// Site and side, where the entry does not say them yet.
    place: Values,
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
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "edit")?;
    for edit in &edits {
        let Entry { kind, day, id, .. } = edit.entry;
        // A day's score at a new place says where too.
        for (field, value) in edit.place.iter() {
            act.set(kind, day, id, field, Some(value))?;
        }
        act.set(kind, day, id, &edit.field, edit.value.as_ref())?;
    }
    let (_, told) = finish(ctx, act, &[])?;
    let day = edits.first().map(|e| lines::day_name(e.entry.day)).unwrap_or_default();
    let changes = edits.iter().map(change_view).collect();
    let shown = ctx.out.acknowledge(&EditedView { day, changes });
    told.say(ctx);
    shown
}

fn change_view(edit: &Edit) -> ChangeView {
    let field = &edit.field;
    let before = edit.entry.values.iter().find(|(f, _)| *f == field).map(|(_, v)| v);
    let after = edit.value.as_ref();
    ChangeView {
        field: field.id(),
        before: before.map(|v| json_of(field, v)),
        after: after.map(|v| json_of(field, v)),
        shown: format!("{}: {}", lines::label(field), lines::change(field, before, after)),
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
                .hint("like worst=5, or worst= to clear it"));
        };
        let name = name.trim();
        match self {
            Self::Day(day, site) => {
                let (entry, field) = of_day(store, *day, *site, name)?;
                let mut edit = Self::to(store, entry, field, said)?;
                if edit.entry.kind == Kind::Pain && edit.entry.values.is_empty() {
                    edit.place = values_of(site.map(read_place).transpose()?.unwrap_or_default());
                }
                Ok(edit)
            }
            Self::Entry(entry) => {
                let of_note = (name == NOTE && is_note(entry)).then_some(&event::TEXT);
                let field = of_note.map(FieldRef::Known).or_else(|| field_of(entry.kind, name));
                let Some(field) = field else {
                    return Err(no_field(name, fields::of(entry.kind).iter().copied()));
                };
                refuse_identity(entry, &field)?;
                Self::to(store, entry.clone(), field, said)
            }
        }
    }

    fn to(store: &Store, entry: Entry, field: FieldRef, said: &str) -> Result<Edit, Failure> {
        if said.trim().is_empty() {
            refuse_clearing(&entry, &field)?;
            return Ok(Edit { entry, field, value: None, place: Values::default() });
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
        let place = Values::default();
        Ok(Edit { entry, field, value: Some(value), place })
    }
}

/// The entry of a day that has this field: its habits, its weekly questions, or its scores at a
/// place.
fn of_day(
    store: &Store,
    day: NaiveDate,
    site: Option<&str>,
    name: &str,
) -> Result<(Entry, FieldRef), Failure> {
    let of_scores = || pain::OF_A_DAY.iter().copied();
    let one_a_day = [Kind::Day, Kind::Questionnaire];
    let of_kind = |kind: &Kind| Some((*kind, field_of(*kind, name)?));
    let (kind, field) = match one_a_day.iter().find_map(of_kind) {
        Some(found) => found,
        None => match of_scores().find(|f| f.id == name) {
            Some(field) => (Kind::Pain, FieldRef::Known(field)),
            None if matches!(name, "pain" | "now") => return only_reading(store, day),
            None if name == NOTE => return only_note(store, day),
            None => {
                let of_kinds = one_a_day.into_iter().flat_map(fields::of).copied();
                let known = of_kinds.chain(of_scores());
                return Err(no_field(name, known)
                    .hint("a single entry is edited by its id, as `twinge show DAY` gives it"));
            }
        },
    };
    let stored = store.stored(&[kind], Some(Span::ending(day, 1)))?;
    let mut entries = stored.into_iter().map(|s| s.entry);
    if one_a_day.contains(&kind) {
        let id = match kind {
            Kind::Questionnaire => EntryId::of_questionnaire(day),
            _ => EntryId::of_day(day),
        };
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

/// The one reading of a day.
fn only_reading(store: &Store, day: NaiveDate) -> Result<(Entry, FieldRef), Failure> {
    let is_reading = |entry: &Entry| entry.values.get(&pain::NOW).is_some();
    let names = ["pain of a moment", "readings", "pain=4"];
    let entry = only(store, (Kind::Pain, is_reading), day, names, "4")?;
    Ok((entry, FieldRef::Known(&pain::NOW)))
}

/// The one note of a day.
fn only_note(store: &Store, day: NaiveDate) -> Result<(Entry, FieldRef), Failure> {
    let names = ["note", "notes", "note=\"…\""];
    let entry = only(store, (Kind::Event, is_note), day, names, "--note \"…\"")?;
    Ok((entry, FieldRef::Known(&event::TEXT)))
}

/// The one such entry of a day: with several, which one is meant must be said. `names` are what one
/// is called, what several are, and what edits it; `logs` is what logs one.
fn only(
    store: &Store,
    (kind, is_such): (Kind, impl Fn(&Entry) -> bool),
    day: NaiveDate,
    [one, several, edits]: [&str; 3],
    logs: &str,
) -> Result<Entry, Failure> {
    let stored = store.stored(&[kind], Some(Span::ending(day, 1)))?;
    let mut such: Vec<Entry> = stored.into_iter().map(|s| s.entry).filter(is_such).collect();
    match (such.pop(), such.len()) {
        (Some(entry), 0) => Ok(entry),
        (None, _) => Err(Failure::usage(format!("no {one} is recorded on that day"))
            .hint(format!("`twinge log --on {day} {logs}` logs one"))),
        (Some(_), more) => Err(Failure::usage(format!("{} {several} of that day", more + 1))
            .hint(format!("`twinge show {day}` gives their ids: `twinge edit ID {edits}`"))),
    }
}

fn is_note(entry: &Entry) -> bool {
    entry.values.text(&event::EVENT) == Some(NOTE)
}

/// Whether an entry has the scores of a day, not of a moment.
fn is_of_day(entry: &Entry) -> bool {
    entry.id == EntryId::of_day_pain(entry.day, place_of(entry))
}

fn values_of((site, side): Place) -> Values {
    let mut values = Values::default();
    for (field, said) in [(&pain::SIDE, side), (&pain::SITE, site)] {
        if let Some(said) = said {
            values.set(FieldRef::Known(field), Value::text(said));
        }
    }
    values
}

fn place_of(entry: &Entry) -> Place {
    let id = |table: &'static [Word], field| {
        let text = entry.values.text(field)?;
        table.iter().find(|w| w.id == text).map(|w| w.id)
    };
    (id(SITES, &pain::SITE), id(SIDES, &pain::SIDE))
}

/// The field that a name means: its id, its flag of `log`, or, of pain, `pain` for the moment.
fn field_of(kind: Kind, name: &str) -> Option<FieldRef> {
    let plain = name.replace('-', "_");
    let by_flag = || fields::of(kind).iter().copied().find(|f| f.flag.replace('-', "_") == plain);
    if kind == Kind::Pain && plain == "pain" {
        return Some(FieldRef::Known(&pain::NOW));
    }
    // An own habit's name is taken as it stands: its hyphens are its own.
    FieldRef::from_id(kind, name)
        .or_else(|| FieldRef::from_id(kind, &plain))
        .or_else(|| by_flag().map(FieldRef::Known))
}

/// What names an entry cannot change: two machines know it by that.
fn refuse_identity(entry: &Entry, field: &FieldRef) -> Result<(), Failure> {
    let is_place = [&pain::SITE, &pain::SIDE].iter().any(|f| *field == FieldRef::Known(f));
    let is_sign = *field == FieldRef::Known(&symptom::SYMPTOM);
    if (is_place && is_of_day(entry)) || is_sign {
        return Err(Failure::usage("that is what this entry is known by")
            .hint("delete it, and log it again as it should be"));
    }
    Ok(())
}

/// Without what makes it, an entry is nothing: deleting says so.
fn refuse_clearing(entry: &Entry, field: &FieldRef) -> Result<(), Failure> {
    if !entry.values.iter().any(|(f, _)| f == field) {
        return Err(Failure::usage(format!("{} is not recorded there", lines::label(field))));
    }
    let mut rest = entry.clone();
    rest.values.remove(field);
    let is_words_of_note = is_note(entry) && *field == FieldRef::Known(&event::TEXT);
    let is_left = rest.is_something() && !is_words_of_note;
    if matches!(entry.kind, Kind::Day | Kind::Profile) || is_left {
        return Ok(());
    }
    Err(Failure::usage("without it there is no entry")
        .hint(format!("`twinge delete {}` deletes it", entry.id.short())))
}

fn no_field(name: &str, known: impl Iterator<Item = &'static Field>) -> Failure {
    let ids: Vec<&str> = known.map(|f| f.id).collect();
    let failure = Failure::usage(format!("there is no field {name:?} here"));
    match nearest(name, ids.iter().copied()) {
        Some(meant) => failure.hint(format!("did you mean {meant}?")),
        None => failure.hint(format!("fields: {}", ids.join(", "))),
    }
}
