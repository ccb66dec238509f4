//! Rows that name their entry: what an export wrote, given back exactly.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::exchange::ReadOptions;
use crate::exchange::csv::cells::{plain, read_cell};
use crate::exchange::csv::columns::answer_of;
use crate::exchange::csv::faults::{Fault, Faults};
use crate::exchange::csv::guard::unguard;
use crate::exchange::csv::moment::{Days, read_moment};
use crate::exchange::csv::own::{Seen, definition};
use crate::journal::fields::{self, experiment, habit, insight, notice, symptom};
use crate::journal::{
    Answer, Entry, EntryId, Field, FieldRef, Journal, Kind, OwnHabit, Value, Values, nearest, quote,
};

/// The cells of one row.
#[derive(Debug, Clone, Copy)]
pub(super) struct FactRow<'r> {
    pub(super) date: &'r str,
    pub(super) time: &'r str,
    pub(super) field: &'r str,
    pub(super) value: &'r str,
    pub(super) entry: &'r str,
    pub(super) written: &'r str,
    pub(super) at: usize,
}

/// Entries that are being put together.
#[derive(Debug)]
pub(super) struct Facts<'o> {
    options: &'o ReadOptions<'o>,
    days: Days,
    drafts: Vec<Draft>,
    by_id: HashMap<EntryId, usize>,
    waiting: Vec<Waiting>,
    written: BTreeMap<EntryId, (DateTime<FixedOffset>, String)>,
    n_bad: usize,
}

#[derive(Clone, Debug)]
struct Draft {
    id: EntryId,
    kind: Kind,
    day: NaiveDate,
    values: Vec<(FieldRef, Value, usize)>,
    at: usize,
    n_rows: usize,
    is_bad: bool,
}

/// No entry has this id.
const NOBODY: EntryId = EntryId([0; 16]);

impl Draft {
    fn text(&self, field: &'static Field) -> Option<&str> {
        let found = self.values.iter().find(|(f, _, _)| *f == FieldRef::Known(field));
        match found {
            Some((_, Value::Text(text), _)) => Some(text),
            _ => None,
        }
    }
}

/// A value of an own habit whose definition was not read yet.
#[derive(Debug)]
struct Waiting {
    draft: usize,
    habit: Box<str>,
    cell: Box<str>,
    at: usize,
}

/// What the rows give in the end.
#[derive(Debug)]
pub(super) struct Given {
    /// Each entry, with the first byte of its first row.
    pub(super) entries: Vec<(Entry, usize)>,
    /// Definitions of habits that have values and none.
    pub(super) new: Vec<Entry>,
    pub(super) written: BTreeMap<EntryId, String>,
    pub(super) n_bad: usize,
}

impl<'o> Facts<'o> {
    pub(super) fn new(options: &'o ReadOptions<'o>, days: Days) -> Self {
        Self {
            options,
            days,
            drafts: Vec::new(),
            by_id: HashMap::new(),
            waiting: Vec::new(),
            written: BTreeMap::new(),
            n_bad: 0,
        }
    }

    /// Takes one row.
    pub(super) fn take(&mut self, row: &FactRow<'_>, faults: &mut Faults<'_>) {
        let Some(id) = EntryId::read(row.entry.trim()) else {
            let why = format!("{} is not the id of an entry", quote(row.entry));
            faults.add(Fault::of_cell(row.at, "entry", why));
            self.n_bad += 1;
            return;
        };
        self.take_of(id, row, faults);
    }

    /// Takes one row of the entry with this id. A fault in it leaves the whole entry out.
    pub(super) fn take_of(&mut self, id: EntryId, row: &FactRow<'_>, faults: &mut Faults<'_>) {
        match self.read(row) {
            Ok(read) => {
                let draft = self.draft(id, row.at, read.kind, read.day);
                if let Err(fault) = self.put(draft, row, read, faults) {
                    self.drafts[draft].is_bad = true;
                    faults.add(fault);
                }
                self.drafts[draft].n_rows += 1;
            }
            Err(fault) => {
                faults.add(fault);
                let draft = self.draft(id, row.at, Kind::Day, NaiveDate::default());
                self.drafts[draft].is_bad = true;
                self.drafts[draft].n_rows += 1;
            }
        }
    }

    fn draft(&mut self, id: EntryId, at: usize, kind: Kind, day: NaiveDate) -> usize {
        // An export keeps the rows of an entry together.
        if self.drafts.last().is_some_and(|last| last.id == id) {
            return self.drafts.len() - 1;
        }
        if let Some(draft) = self.by_id.get(&id) {
            return *draft;
        }
        let draft = Draft { id, kind, day, values: Vec::new(), at, n_rows: 0, is_bad: false };
        self.by_id.insert(id, self.drafts.len());
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// Reads the cells of a row, but for the value of an own habit not defined so far.
    fn read(&self, row: &FactRow<'_>) -> Result<FactRead, Fault> {
        let (kind, field, is_exact) = read_field(row)?;
        let day = match kind {
            Kind::Profile | Kind::Habit if row.date.trim().is_empty() => NaiveDate::default(),
            // With a day it would stand beside the one that is there, and not in its place.
            Kind::Profile | Kind::Habit => {
                let why = "a fact about you, or of your habits, has no date: leave it empty";
                return Err(Fault::of_cell(row.at, "date", why));
            }
            _ => {
                let moment = read_moment(row.date, self.days);
                moment.map_err(|why| Fault::of_cell(row.at, "date", why))?.0
            }
        };
        let time = match fields::find(kind, "time").filter(|_| !row.time.trim().is_empty()) {
            Some(field) => Some((field, misread(row, "time", field.answer.read(row.time))?)),
            None => None,
        };
        let written = row.written.trim();
        let written = if written.is_empty() {
            None
        } else {
            let moment = DateTime::parse_from_rfc3339(written).map_err(|_| {
                let why = format!("{} is not a moment like 2026-03-01T14:30:00Z", quote(written));
                Fault::of_cell(row.at, "written", why)
            })?;
            Some((moment, written.into()))
        };
        let value = match &field {
            None => None,
            // An empty cell was not recorded, here as everywhere.
            Some(_) if row.value.trim().is_empty() && is_exact.is_none() => None,
            Some(field) => match self.read_value(row, field, is_exact)? {
                Some(value) => Some(Ok(value)),
                None => Some(Err(row.value.into())),
            },
        };
        Ok(FactRead { kind, day, field: field.zip(value), time, written })
    }

    /// The value; `None` when it waits for the definition of its habit.
    fn read_value(
        &self,
        row: &FactRow<'_>,
        field: &FieldRef,
        exact: Option<Exact>,
    ) -> Result<Option<Value>, Fault> {
        let raw = self.options.raw;
        if let Some(exact) = exact {
            let value = exact.read(row.value, raw).filter(|value| match field {
                FieldRef::Known(known) => known.answer.accepts(value),
                FieldRef::Own(_) => true,
            });
            let expected = match field {
                FieldRef::Known(known) => known.answer.expected(),
                FieldRef::Own(_) => "such a value".into(),
            };
            let why = || format!("{} is not {expected}", quote(row.value));
            return value.map(Some).ok_or_else(|| Fault::of_cell(row.at, row.field, why()));
        }
        let FieldRef::Known(known) = field else { return Ok(None) };
        misread(row, row.field, read_cell(&known.answer, row.value, raw)).map(Some)
    }

    fn put(
        &mut self,
        draft: usize,
        row: &FactRow<'_>,
        read: FactRead,
        faults: &mut Faults<'_>,
    ) -> Result<(), Fault> {
        let at = row.at;
        let of = &mut self.drafts[draft];
        if of.is_bad {
            return Ok(());
        }
        if (of.kind, of.day) != (read.kind, read.day) {
            let (line, kind, day) = (faults.line(of.at), of.kind.id(), of.day);
            let why = format!("its entry is of {day}, of the kind {kind}, on line {line}");
            return Err(Fault::of_row(at, why));
        }
        if let Some((moment, said)) = read.written {
            let earliest = self.written.entry(of.id).or_insert((moment, said.clone()));
            if moment < earliest.0 {
                *earliest = (moment, said);
            }
        }
        let time = read.time.map(|(field, value)| (FieldRef::Known(field), value));
        let field = match read.field {
            Some((FieldRef::Own(habit), Err(cell))) => {
                self.waiting.push(Waiting { draft, habit, cell, at });
                None
            }
            Some((field, Ok(value))) => Some((field, value)),
            _ => None,
        };
        for (field, value) in time.into_iter().chain(field) {
            match of.values.iter().find(|(f, _, _)| *f == field) {
                None => of.values.push((field, value, at)),
                Some((_, earlier, _)) if *earlier == value => {}
                Some((_, _, earlier_at)) => {
                    let line = faults.line(*earlier_at);
                    let why = format!("{} is said otherwise on line {line}", field.id());
                    return Err(Fault::of_row(at, why));
                }
            }
        }
        Ok(())
    }

    /// Reads the values that waited, and gives all entries without faults.
    pub(super) fn finish(mut self, faults: &mut Faults<'_>) -> Given {
        self.refuse_strangers(faults);
        let drafts = self.drafts.iter().filter(|d| d.kind == Kind::Habit && !d.is_bad);
        let defined: Vec<Entry> = drafts.map(|draft| draft.clone().into_entry()).collect();
        let defined = Journal::new(defined).habits().to_vec();
        let mut new = Vec::new();
        for (habit, answer, definition) in self.answers(&defined) {
            new.extend(definition);
            for waiting in self.waiting.iter().filter(|w| w.habit == habit) {
                let draft = &mut self.drafts[waiting.draft];
                let field = FieldRef::Own(habit.clone());
                match read_cell(&answer, &waiting.cell, self.options.raw) {
                    Ok(value) => draft.values.push((field, value, waiting.at)),
                    Err(wrong) => {
                        draft.is_bad = true;
                        faults.add(Fault::misread(waiting.at, &field.id(), &wrong));
                    }
                }
            }
        }
        let mut entries: Vec<(Entry, usize)> = Vec::with_capacity(self.drafts.len());
        let mut n_bad = self.n_bad;
        for draft in self.drafts {
            if draft.is_bad {
                n_bad += draft.n_rows;
                self.written.remove(&draft.id);
            } else {
                let at = draft.at;
                entries.push((draft.into_entry(), at));
            }
        }
        let written = self.written.into_iter().map(|(id, (_, said))| (id, said)).collect();
        Given { entries, new, written, n_bad }
    }

    /// The profile, each own habit, a day's habits, warning signs and questionnaire, each notice,
    /// each claim and each experiment have their one entry, on every machine.
    fn refuse_strangers(&mut self, faults: &mut Faults<'_>) {
        for draft in self.drafts.iter_mut().filter(|d| !d.is_bad) {
            let id = match draft.kind {
                Kind::Profile => EntryId::of_profile(),
                Kind::Day => EntryId::of_day(draft.day),
                Kind::Habit => draft.text(&habit::HABIT).map_or(NOBODY, EntryId::of_habit),
                Kind::Symptom => draft
                    .text(&symptom::SYMPTOM)
                    .map_or(draft.id, |sign| EntryId::of_symptom(draft.day, sign)),
                Kind::Questionnaire => EntryId::of_questionnaire(draft.day),
                Kind::Notice => draft
                    .text(&notice::RULE)
                    .map_or(NOBODY, |rule| EntryId::of_notice(draft.day, rule)),
                Kind::Insight => EntryId::of_insight(draft.day, draft.text(&insight::HABIT)),
                Kind::Experiment => draft
                    .text(&experiment::EXPERIMENT)
                    .map_or(NOBODY, |name| EntryId::of_experiment(draft.day, name)),
                Kind::Pain | Kind::Exercise | Kind::Treatment | Kind::Event => continue,
            };
            if draft.id != id {
                let kind = draft.kind.id();
                let why = format!("its entry is not the one of that {kind}, which is {id}");
                faults.add(Fault::of_row(draft.at, why));
                draft.is_bad = true;
            }
        }
    }

    /// How each habit with waiting values is answered, with a definition if it has none.
    fn answers(&self, defined: &[OwnHabit]) -> Vec<(Box<str>, Answer, Option<Entry>)> {
        let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
        for waiting in &self.waiting {
            let cell = plain(&Answer::Text, &waiting.cell, self.options.raw);
            seen.entry(&waiting.habit).or_default().look(cell);
        }
        let answers = seen.into_iter().filter_map(|(habit, seen)| {
            let known = answer_of(defined, habit).or(answer_of(self.options.habits, habit));
            if let Some(answer) = known {
                return Some((habit.into(), answer, None));
            }
            let id = seen.answer()?;
            let entry = definition(habit, id, habit);
            let made = OwnHabit { id: habit.into(), values: entry.values.clone() };
            Some((habit.into(), made.answer()?, Some(entry)))
        });
        answers.collect()
    }
}

impl Draft {
    fn into_entry(mut self) -> Entry {
        self.values.sort_by(|(a, _, _), (b, _, _)| a.cmp_id(b));
        let mut values = Values::with_capacity(self.values.len());
        for (field, value, _) in self.values {
            values.push(field, value);
        }
        Entry { id: self.id, kind: self.kind, day: self.day, values }
    }
}

/// A row, read.
struct FactRead {
    kind: Kind,
    day: NaiveDate,
    /// `Err` holds the cell of a value that waits.
    field: Option<(FieldRef, Result<Value, Box<str>>)>,
    time: Option<(&'static Field, Value)>,
    written: Option<(DateTime<FixedOffset>, String)>,
}

/// The type that the name of a field can end with: the value is taken exactly as it stands.
#[derive(Clone, Copy, Debug)]
enum Exact {
    Int,
    Real,
    Text,
}

impl Exact {
    fn read(self, cell: &str, raw: bool) -> Option<Value> {
        match self {
            Self::Int => cell.parse().ok().map(Value::Int),
            Self::Real => cell.parse().ok().filter(|x: &f64| x.is_finite()).map(Value::Real),
            Self::Text => Some(Value::text(if raw { cell } else { unguard(cell) })),
        }
    }
}

/// Reads `pain.now` or `day.habit:coffee!int`; a kind alone is an entry without values.
fn read_field(row: &FactRow<'_>) -> Result<(Kind, Option<FieldRef>, Option<Exact>), Fault> {
    let unknown = |meant: Option<&'static str>| {
        let why = format!("{} is not a field that is known", quote(row.field));
        Fault { meant, ..Fault::of_cell(row.at, "field", why) }
    };
    let Some((kind, id)) = row.field.split_once('.') else {
        let kind = Kind::from_id(row.field.trim()).filter(|_| row.value.trim().is_empty());
        return kind.map(|kind| (kind, None, None)).ok_or_else(|| unknown(None));
    };
    let kind = Kind::from_id(kind.trim()).ok_or_else(|| unknown(None))?;
    let marks = [("!int", Exact::Int), ("!real", Exact::Real), ("!text", Exact::Text)];
    let marked = marks.iter().find_map(|(mark, e)| Some((id.strip_suffix(mark)?, Some(*e))));
    let (id, exact) = marked.unwrap_or((id, None));
    let field = FieldRef::from_id(kind, id).or_else(|| FieldRef::from_id(kind, id.trim()));
    let field = field.ok_or_else(|| {
        // A longer name is no slip of the fingers, and costs time to compare.
        let near = || nearest(id, fields::of(kind).iter().map(|f| f.id));
        unknown(if id.len() <= 40 { near() } else { None })
    })?;
    match &field {
        FieldRef::Own(id) if !habit::HABIT.answer.accepts(&Value::text(id)) => {
            let why = format!("{} is not {}", quote(id), habit::HABIT.answer.expected());
            Err(Fault::of_cell(row.at, "field", why))
        }
        _ => Ok((kind, Some(field), exact)),
    }
}

fn misread<T>(
    row: &FactRow<'_>,
    column: &str,
    read: Result<T, crate::journal::Misread>,
) -> Result<T, Fault> {
    read.map_err(|misread| Fault::misread(row.at, column, &misread))
}
