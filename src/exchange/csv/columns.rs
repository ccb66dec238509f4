//! The columns of a file: what each one holds, after the person's own mapping.

use std::collections::HashMap;

use crate::exchange::ReadOptions;
use crate::exchange::csv::header::{Target, fold, guess};
use crate::exchange::error::{ReadError, UnknownColumn};
use crate::journal::fields::pain;
use crate::journal::{Answer, OwnHabit, id_of, nearest, simplify};

/// The most columns that are read.
pub(super) const COLUMNS_MAX: usize = 5000;

/// One column of a file.
#[derive(Debug)]
pub(super) struct Column {
    /// Its name in the file.
    pub(super) name: String,
    /// What it holds.
    pub(super) target: Target,
    /// Whether the person said so with `--map`.
    pub(super) is_mapped: bool,
}

/// Finds out what each column holds, or says which one it cannot.
pub(super) fn resolve(
    names: &[String],
    options: &ReadOptions<'_>,
) -> Result<Vec<Column>, ReadError> {
    if names.len() > COLUMNS_MAX {
        return Err(ReadError::ManyColumns(names.len()));
    }
    let (mapped, absent) = read_map(names, options)?;
    let is_long = is_long(names, &mapped);
    if let (Some(absent), false) = (absent.first(), is_long) {
        return Err(no_such_column(absent, names));
    }
    let columns = resolve_each(names, &mapped, is_long, options)?;
    Ok(columns)
}

/// As [`resolve`], for the names in the column `field` of a table of one row a value.
pub(super) fn resolve_fields(
    names: &[String],
    options: &ReadOptions<'_>,
) -> Result<Vec<Column>, ReadError> {
    if names.len() > COLUMNS_MAX {
        return Err(ReadError::ManyColumns(names.len()));
    }
    let short: Vec<String> = names.iter().map(|name| short_name(name)).collect();
    let (mapped, _) = read_map(&short, options)?;
    let columns = resolve_each(&short, &mapped, false, options)?;
    for column in &columns {
        let time = Target::Pain(&pain::TIME, None).name();
        if matches!(column.target, Target::Date(_)) || column.target.name() == time {
            return Err(ReadError::BadColumn {
                column: column.name.clone(),
                why: "it is a column of its own, not a field".into(),
                meant: None,
            });
        }
    }
    Ok(columns)
}

/// The name of a column for a field as an export names it: `pain.worst`, `day.stress`.
fn short_name(name: &str) -> String {
    let name = name.trim();
    match name.split_once('.') {
        Some(("pain", "now")) => "pain".into(),
        Some(("pain" | "day" | "questionnaire", field)) => field.into(),
        _ => name.into(),
    }
}

fn resolve_each(
    names: &[String],
    mapped: &HashMap<usize, Target>,
    is_long: bool,
    options: &ReadOptions<'_>,
) -> Result<Vec<Column>, ReadError> {
    let mut columns = Vec::with_capacity(names.len());
    let mut unknown = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let (target, is_mapped) = match mapped.get(&i) {
            Some(target) => (Some(target.clone()), true),
            None => (read_name(name, is_long, options)?, false),
        };
        match target {
            Some(target) => columns.push(Column { name: name.clone(), target, is_mapped }),
            None => unknown.push(name),
        }
    }
    if !unknown.is_empty() {
        let guessed = |(i, name): (usize, &&String)| UnknownColumn {
            name: (*name).clone(),
            // Guessing compares with every field; nobody reads a hundred guesses.
            meant: if i < 50 { guess(name) } else { None },
        };
        return Err(ReadError::UnknownColumns(unknown.iter().enumerate().map(guessed).collect()));
    }
    Ok(columns)
}

/// Whether it is a table of one row a value, and not of one row a day.
fn is_long(names: &[String], mapped: &HashMap<usize, Target>) -> bool {
    let has = |wanted: &str| {
        names.iter().enumerate().any(|(i, name)| match mapped.get(&i) {
            Some(target) => target.name() == wanted,
            None => fold(name) == wanted,
        })
    };
    has("field") && has("value")
}

/// The targets of the columns that are mapped, and the names that no column has.
fn read_map(
    names: &[String],
    options: &ReadOptions<'_>,
) -> Result<(HashMap<usize, Target>, Vec<String>), ReadError> {
    let mut mapped = HashMap::new();
    let mut absent = Vec::new();
    let mut said: HashMap<usize, &str> = HashMap::new();
    for (name, field) in &options.map {
        if name.trim().is_empty() {
            return Err(ReadError::MapWithoutName { field: field.clone() });
        }
        let found = names
            .iter()
            .position(|n| n.trim() == name.trim())
            .or_else(|| names.iter().position(|n| fold(n) == fold(name)));
        let Some(column) = found else {
            absent.push(name.clone());
            continue;
        };
        if let Some(first) = said.insert(column, field) {
            return Err(ReadError::TwiceMapped {
                column: names[column].clone(),
                first: first.into(),
                second: field.clone(),
            });
        }
        let target = match field.trim() {
            "-" | "skip" => Target::Skip,
            field => match read_field(field, options) {
                Some(target) => target?,
                None => {
                    return Err(ReadError::NoSuchField {
                        field: field.into(),
                        meant: guess(field),
                    });
                }
            },
        };
        mapped.insert(column, target);
    }
    Ok((mapped, absent))
}

fn no_such_column(name: &str, names: &[String]) -> ReadError {
    let meant = nearest(shortened(name), names.iter().take(100).map(|n| shortened(n)));
    ReadError::NoSuchColumn { name: name.into(), meant: meant.map(String::from) }
}

/// Comparing takes time with the square of the length.
fn shortened(name: &str) -> &str {
    name.get(..64).unwrap_or(if name.len() < 64 { name } else { "" })
}

/// What a name means by itself or as the name of a habit that is defined.
fn read_field(name: &str, options: &ReadOptions<'_>) -> Option<Result<Target, ReadError>> {
    match Target::read(name) {
        Ok(Some(Target::Habit(id))) => Some(Ok(defined(&id, options).unwrap_or(Target::Habit(id)))),
        Ok(Some(target)) => Some(Ok(target)),
        // What the person has named is meant before what others call by that name.
        Ok(None) => defined(&simplify(name), options).or_else(|| Target::read_also(name)).map(Ok),
        Err(bad) => {
            Some(Err(ReadError::BadColumn { column: name.into(), why: bad.why, meant: bad.meant }))
        }
    }
}

fn defined(id: &str, options: &ReadOptions<'_>) -> Option<Target> {
    let is_it = |h: &&OwnHabit| (&*h.id == id || simplify(&h.id) == id) && is_whole(h);
    let habit = options.habits.iter().find(is_it)?;
    let target = if habit.is_exercise() { Target::Exercise } else { Target::Habit };
    Some(target(habit.id.clone()))
}

fn read_name(
    name: &str,
    is_long: bool,
    options: &ReadOptions<'_>,
) -> Result<Option<Target>, ReadError> {
    if name.trim().is_empty() {
        return Ok(Some(Target::Nameless));
    }
    match read_field(name, options).transpose()? {
        // In a table of days these are names like any other; in one of values there are
        // no others.
        Some(Target::Long(_)) if !is_long => {}
        Some(target) => return Ok(Some(target)),
        None => {}
    }
    if !options.new_habits || is_long {
        return Ok(None);
    }
    match id_of(name) {
        Some(id) => Ok(Some(defined(&id, options).unwrap_or(Target::Habit(id)))),
        None => Err(ReadError::BadColumn {
            column: name.into(),
            why: "it has no letter or digit to make the name of a habit of".into(),
            meant: None,
        }),
    }
}

/// Refuses two columns of one field, unless the person said that they are, and their values
/// are amounts, which are added.
pub(super) fn refuse_twice(columns: &[Column]) -> Result<(), ReadError> {
    let mut first_of: HashMap<String, &Column> = HashMap::new();
    for column in columns {
        if matches!(column.target, Target::Skip | Target::Nameless) {
            continue;
        }
        let Some(first) = first_of.insert(column.target.name(), column) else { continue };
        let is_meant = first.is_mapped || column.is_mapped;
        if is_meant && may_be_added(&column.target) {
            continue;
        }
        if fold(&first.name) == fold(&column.name) {
            return Err(ReadError::TwiceNamed(column.name.clone()));
        }
        return Err(same_field(first, column));
    }
    Ok(())
}

pub(super) fn same_field(first: &Column, second: &Column) -> ReadError {
    ReadError::SameField {
        first: first.name.clone(),
        second: second.name.clone(),
        field: second.target.name(),
    }
}

/// Whether values of several columns can be added. Of a new habit this is known only when
/// its column was read.
fn may_be_added(target: &Target) -> bool {
    match target {
        Target::Day(field) => is_amount(&field.answer),
        Target::Habit(_) => true,
        _ => false,
    }
}

/// Whether values can be added.
pub(super) fn is_amount(answer: &Answer) -> bool {
    matches!(answer, Answer::Hours | Answer::Minutes | Answer::Count { .. } | Answer::Amount { .. })
}

/// Whether a habit, or an exercise, has a definition that says how it is answered.
pub(super) fn is_defined(habits: &[OwnHabit], id: &str) -> bool {
    habits.iter().any(|h| &*h.id == id && is_whole(h))
}

fn is_whole(habit: &OwnHabit) -> bool {
    habit.is_exercise() || habit.answer().is_some()
}

/// How a habit is answered, if it is defined.
pub(super) fn answer_of(habits: &[OwnHabit], id: &str) -> Option<Answer> {
    habits.iter().find(|h| &*h.id == id).and_then(OwnHabit::answer)
}
