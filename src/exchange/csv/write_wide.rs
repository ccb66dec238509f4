//! Writes a journal as a table of one row a day, and counts what such a table cannot hold.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use csv::{Writer, WriterBuilder};

use crate::exchange::csv::cells::{read_cell, read_event, read_treatment};
use crate::exchange::csv::columns::COLUMNS_MAX;
use crate::exchange::csv::guard::guard;
use crate::exchange::csv::header::{Place, Target};
use crate::exchange::csv::write_long::as_io;
use crate::exchange::{Export, WriteOptions};
use crate::journal::fields::{day, event, exercise, pain, questionnaire, symptom, treatment};
use crate::journal::{
    EXERCISES, Entry, Field, FieldRef, Journal, Kind, NOTE, OwnHabit, SIDES, SITES, SYMPTOMS,
    TREATMENTS, Value, Values, Word, read_dose, show_dose,
};

/// Writes one row for each day with entries. Only columns that hold something are written.
pub(crate) fn write_wide(
    journal: &Journal,
    options: &WriteOptions<'_>,
    out: &mut dyn io::Write,
) -> io::Result<Export> {
    let out = WriterBuilder::new().from_writer(out);
    let columns = columns_of(journal);
    let at = columns.iter().enumerate().map(|(i, column)| (column.name(), i)).collect();
    let cells = vec![String::new(); columns.len()];
    let left_out = BTreeMap::new();
    let mut table = Table { habits: journal.habits(), raw: options.raw, at, cells, left_out };
    table.leave_out("facts about the person", journal.profile().len());
    table.leave_out("definitions of own habits", journal.habits().len());
    table.leave_out("notices of warning signs", journal.notices().len());
    table.leave_out("claims about habits", journal.looks().len());
    let n_rows = write_rows(journal, &columns, &mut table, out)?;
    Ok(Export { rows: n_rows, left_out: table.left_out.into_iter().collect() })
}

fn write_rows<W: io::Write>(
    journal: &Journal,
    columns: &[Target],
    table: &mut Table<'_>,
    mut out: Writer<W>,
) -> io::Result<usize> {
    let mut n_rows = 0;
    out.write_record(columns.iter().map(Target::name)).map_err(as_io)?;
    for group in journal.entries().chunk_by(|a, b| a.day == b.day) {
        table.cells.iter_mut().for_each(String::clear);
        table.fill(group);
        if table.cells.iter().any(|cell| !cell.is_empty()) {
            table.cells[0] = group[0].day.to_string();
            out.write_record(&table.cells).map_err(as_io)?;
            n_rows += 1;
        }
    }
    out.flush()?;
    Ok(n_rows)
}

/// The columns that the journal needs, in the order of the documentation.
fn columns_of(journal: &Journal) -> Vec<Target> {
    let mut pains: BTreeSet<(Place, usize)> = BTreeSet::new();
    let mut of_day: BTreeSet<&str> = BTreeSet::new();
    let mut weekly: BTreeSet<&str> = BTreeSet::new();
    let mut habits: BTreeSet<&str> = BTreeSet::new();
    let mut words: BTreeSet<(Kind, &str, &str)> = BTreeSet::new();
    let has_times = journal.of_kind(Kind::Pain).any(|e| time_of_reading(e).is_some());
    for entry in journal.entries() {
        let values = &entry.values;
        if let Some(place) = place_of(entry) {
            let of_pain = PAIN.iter().enumerate().filter(|(_, f)| values.get(f).is_some());
            pains.extend(of_pain.map(|(i, _)| (place, i)));
            // Where one reading has a time, each needs a place to say that it has none.
            if has_times && values.get(&pain::NOW).is_some() {
                pains.insert((place, PAIN.len() - 1));
            }
        }
        for (field, _) in values.iter() {
            match (entry.kind, field) {
                (Kind::Day, FieldRef::Known(field)) => of_day.insert(field.id),
                (Kind::Day, FieldRef::Own(habit)) => habits.insert(habit),
                (Kind::Questionnaire, FieldRef::Known(field)) => weekly.insert(field.id),
                _ => false,
            };
        }
        if let Some((which, name)) = word_of(entry) {
            words.insert((entry.kind, which, name));
        }
    }
    let undefined = habits.clone();
    let fields = day::FIELDS.iter().filter(|f| of_day.contains(f.id));
    let weekly = questionnaire::FIELDS.iter().filter(|f| weekly.contains(f.id));
    // Notes are long: they stand last.
    let (notes, words): (Vec<_>, Vec<_>) = words.into_iter().partition(|w| w.1 == NOTE);
    let pain_target = |(place, i): (Place, usize)| {
        Target::Pain(PAIN[i], Some(place).filter(|place| *place != Place::default()))
    };
    let columns = std::iter::once(Target::Date(None))
        .chain(pains.into_iter().map(pain_target))
        .chain(fields.map(|field| Target::Day(field)))
        .chain(habits.into_iter().map(|id| Target::Habit(id.into())))
        .chain(weekly.map(|field| Target::Weekly(field)))
        .chain(words.into_iter().filter_map(word_target))
        .chain(notes.into_iter().filter_map(word_target));
    // What would not be read back as itself gets no column, and is then counted.
    let is_read = |column: &Target| {
        let name = column.name();
        matches!(Target::read(&name), Ok(Some(read)) if read.name() == name)
            && !is_called_like_another(column, journal.habits(), &undefined)
    };
    columns.filter(is_read).take(COLUMNS_MAX).collect()
}

/// A name is of a habit or of an exercise: what a definition, or else a value of the day, makes it.
/// Two machines may have called both so; a table with both would not be read.
fn is_called_like_another(
    column: &Target,
    habits: &[OwnHabit],
    undefined: &BTreeSet<&str>,
) -> bool {
    let defined = |id: &str| habits.iter().find(|habit| &*habit.id == id);
    match column {
        Target::Exercise(id) => {
            let is_own = EXERCISES.iter().all(|word| word.id != &**id);
            let is_habit = defined(id).map(|habit| habit.answer().is_some());
            is_own && is_habit.unwrap_or_else(|| undefined.contains(&**id))
        }
        Target::Habit(id) => defined(id).is_some_and(|habit| habit.answer().is_none()),
        _ => false,
    }
}

/// The fields of pain that have columns, in this order; the time last.
static PAIN: &[&Field] = &[
    &pain::NOW,
    &pain::WORST,
    &pain::AVERAGE,
    &pain::NIGHT,
    &pain::MORNING,
    &pain::QUALITY,
    &pain::TIME,
];

fn time_of_reading(entry: &Entry) -> Option<&str> {
    entry.values.get(&pain::NOW).and_then(|_| entry.values.text(&pain::TIME))
}

fn place_of(entry: &Entry) -> Option<Place> {
    let find = |table: &'static [Word], word: Option<&str>| match word {
        None => Some(None),
        Some(word) => table.iter().find(|w| w.id == word).map(|w| Some(w.id)),
    };
    if entry.kind != Kind::Pain {
        return None;
    }
    let site = find(SITES, entry.values.text(&pain::SITE))?;
    let side = find(SIDES, entry.values.text(&pain::SIDE))?;
    Some(Place { site, side })
}

/// Which exercise, treatment, symptom or event; of a medicine, its name too.
fn word_of(entry: &Entry) -> Option<(&str, &str)> {
    let field: &'static Field = match entry.kind {
        Kind::Exercise => &exercise::EXERCISE,
        Kind::Treatment => &treatment::TREATMENT,
        Kind::Symptom => &symptom::SYMPTOM,
        Kind::Event => &event::EVENT,
        Kind::Pain
        | Kind::Day
        | Kind::Questionnaire
        | Kind::Profile
        | Kind::Habit
        | Kind::Notice
        | Kind::Insight
        | Kind::Experiment => return None,
    };
    let which = entry.values.text(field)?;
    let name = entry.values.text(&treatment::NAME).filter(|_| entry.kind == Kind::Treatment);
    Some((which, name.filter(|_| which == "medicine").unwrap_or_default()))
}

fn word_target((kind, which, name): (Kind, &str, &str)) -> Option<Target> {
    let find = |table: &'static [Word]| table.iter().find(|w| w.id == which).map(|w| w.id);
    match kind {
        Kind::Exercise => Some(Target::Exercise(which.into())),
        Kind::Treatment if name.is_empty() => find(TREATMENTS).map(Target::Treatment),
        Kind::Treatment => Some(Target::Took(name.into())),
        Kind::Symptom => find(SYMPTOMS).map(Target::Symptom),
        Kind::Event => find(crate::journal::EVENTS).map(Target::Event),
        Kind::Pain
        | Kind::Day
        | Kind::Questionnaire
        | Kind::Profile
        | Kind::Habit
        | Kind::Notice
        | Kind::Insight
        | Kind::Experiment => None,
    }
}

/// The row that is being filled.
struct Table<'j> {
    habits: &'j [OwnHabit],
    raw: bool,
    /// Where each column is, by name.
    at: BTreeMap<String, usize>,
    cells: Vec<String>,
    left_out: BTreeMap<&'static str, usize>,
}

impl Table<'_> {
    fn leave_out(&mut self, what: &'static str, n: usize) {
        if n > 0 {
            *self.left_out.entry(what).or_default() += n;
        }
    }

    /// Writes a cell that is still empty, or says that it cannot.
    fn put(&mut self, column: &Target, cell: String) -> bool {
        let Some(at) = self.at.get(&column.name()) else { return false };
        let is_free = self.cells[*at].is_empty();
        if is_free {
            self.cells[*at] = cell;
        }
        is_free
    }

    fn holds(&self, column: &Target, cell: &str) -> bool {
        self.at.get(&column.name()).is_some_and(|at| self.cells[*at] == cell)
    }

    fn text(&self, text: &str) -> String {
        if self.raw { text.into() } else { guard(text).into_owned() }
    }

    fn fill(&mut self, group: &[Entry]) {
        let mut pains: Vec<&Entry> = group.iter().filter(|e| e.kind == Kind::Pain).collect();
        pains.sort_by_key(|e| (place_of(e), e.values.text(&pain::TIME), e.id));
        for of_place in pains.chunk_by(|a, b| place_of(a) == place_of(b)) {
            self.fill_pain(of_place);
        }
        for entry in group {
            match entry.kind {
                Kind::Day => self.fill_day(entry),
                Kind::Exercise => self.fill_exercise(entry),
                Kind::Treatment => self.fill_treatment(entry),
                Kind::Symptom => self.fill_symptom(entry),
                Kind::Event => self.fill_event(entry),
                Kind::Questionnaire => self.fill_weekly(entry),
                Kind::Pain
                | Kind::Profile
                | Kind::Habit
                | Kind::Notice
                | Kind::Insight
                | Kind::Experiment => {}
            }
        }
    }

    /// Scores at one place. The first reading is written, and all scores of the day.
    fn fill_pain(&mut self, entries: &[&Entry]) {
        let Some(place) = entries.first().and_then(|e| place_of(e)) else {
            self.leave_out("values that a table of days cannot hold", entries.len());
            return;
        };
        let place = Some(place).filter(|place| *place != Place::default());
        let mut qualities = BTreeSet::new();
        for entry in entries {
            let values = &entry.values;
            let is_scored = pain::SCORES.iter().any(|f| values.get(f).is_some());
            if !is_scored {
                self.leave_out("places and qualities without a score", 1);
                continue;
            }
            let now = values.get(&pain::NOW).map(|v| pain::NOW.answer.write(v));
            let mut is_written = now.is_none();
            if let Some(now) = now {
                is_written = self.put(&Target::Pain(&pain::NOW, place), now);
                if !is_written {
                    self.leave_out("further pain scores of one day and place", 1);
                }
            }
            if let Some(time) = values.text(&pain::TIME) {
                let column = Target::Pain(&pain::TIME, place);
                let is_kept = values.get(&pain::NOW).is_some()
                    && is_written
                    && pain::TIME.answer.read(time) == Ok(Value::text(time))
                    && self.put(&column, time.into());
                // The time of a reading that is left out goes with it.
                self.leave_out("times of day", usize::from(is_written && !is_kept));
            }
            for field in pain::OF_A_DAY {
                let Some(value) = values.get(field) else { continue };
                let (column, cell) = (Target::Pain(field, place), field.answer.write(value));
                let is_held = self.put(&column, cell.clone()) || self.holds(&column, &cell);
                self.leave_out(
                    "scores that differ from another of their day",
                    usize::from(!is_held),
                );
                is_written = true;
            }
            if is_written {
                qualities.insert(values.text(&pain::QUALITY));
            }
        }
        let n_different = qualities.len().saturating_sub(1);
        self.leave_out("qualities of only some scores of a day", n_different);
        if let Some(quality) = qualities.into_iter().flatten().next() {
            let cell = self.text(quality);
            let is_kept = read_cell(&pain::QUALITY.answer, &cell, self.raw)
                == Ok(Value::text(quality))
                && self.put(&Target::Pain(&pain::QUALITY, place), cell);
            self.leave_out("values that a table of days cannot hold", usize::from(!is_kept));
        }
    }

    fn fill_day(&mut self, entry: &Entry) {
        for (field, value) in entry.values.iter() {
            let (column, answer) = match field {
                FieldRef::Known(known) => (Target::Day(known), Some(known.answer)),
                FieldRef::Own(id) => {
                    let habit = self.habits.iter().find(|h| h.id == *id);
                    (Target::Habit(id.clone()), habit.and_then(OwnHabit::answer))
                }
            };
            let cell = match (answer, value) {
                (_, Value::Text(text)) => self.text(text),
                (Some(answer), _) => answer.write(value),
                (None, Value::Int(n)) => n.to_string(),
                (None, Value::Real(x)) => x.to_string(),
            };
            // Of a habit without a definition the whole column decides what it is.
            let is_read = answer.map(|a| read_cell(&a, &cell, self.raw).as_ref() == Ok(value));
            let is_kept = is_read != Some(false) && self.put(&column, cell);
            let is_lost = !is_kept || is_read.is_none();
            self.leave_out("values that a table of days cannot hold", usize::from(is_lost));
        }
    }

    fn fill_weekly(&mut self, entry: &Entry) {
        for (field, value) in entry.values.iter() {
            let FieldRef::Known(known) = field else { continue };
            let is_kept = self.put(&Target::Weekly(known), known.answer.write(value));
            self.leave_out("values that a table of days cannot hold", usize::from(!is_kept));
        }
    }

    fn fill_exercise(&mut self, entry: &Entry) {
        let values = &entry.values;
        let Some((which, _)) = word_of(entry) else {
            self.leave_out("values that a table of days cannot hold", 1);
            return;
        };
        let (dose, details) =
            without(values, &[&exercise::EXERCISE, &exercise::TIME, &exercise::NOTE]);
        let shown = show_dose(&dose);
        // Minutes stand alone, as in other tables of days. A lone 1 would be read as "yes".
        let cell = match shown.strip_suffix('m') {
            Some(minutes) if minutes != "1" && minutes.parse::<f64>().is_ok() => minutes.into(),
            _ => shown,
        };
        let is_read = read_dose(&cell).as_ref() == Ok(&dose);
        let column = Target::Exercise(which.into());
        if !self.at.contains_key(&column.name()) {
            self.leave_out("exercises that are called like a habit", 1);
        } else if !is_read || !self.put(&column, cell) {
            self.leave_out("further exercises of one day", 1);
        } else {
            self.leave_out("times and notes of exercises", details - 1);
        }
    }

    fn fill_treatment(&mut self, entry: &Entry) {
        let Some((which, name)) = word_of(entry) else {
            self.leave_out("values that a table of days cannot hold", 1);
            return;
        };
        let details = [&treatment::TIME, &treatment::NOTE, &treatment::HELPED_IT];
        let (mut said, mut n_details) = without(&entry.values, &details);
        let amount = said.text(&treatment::AMOUNT).map(|amount| self.text(amount));
        let minutes = said.real(&treatment::MINUTES);
        if amount.is_some() && minutes.is_some() {
            let (rest, n) = without(&said, &[&treatment::MINUTES]);
            (said, n_details) = (rest, n_details + n);
        }
        let cell = amount.or(minutes.map(|m| format!("{m}m"))).unwrap_or_else(|| "yes".into());
        let column = word_target((Kind::Treatment, which, name));
        let read = match &column {
            Some(Target::Treatment(id)) => read_treatment(id, None, &cell, self.raw),
            Some(_) => read_treatment("medicine", Some(name), &cell, self.raw),
            None => Ok(None),
        };
        match column {
            Some(column) if read == Ok(Some(said)) && self.put(&column, cell) => {
                self.leave_out("times, notes and effects of treatments", n_details);
            }
            _ => self.leave_out("further treatments of one day", 1),
        }
    }

    fn fill_symptom(&mut self, entry: &Entry) {
        let column =
            word_of(entry).and_then(|(which, name)| word_target((entry.kind, which, name)));
        let present = entry.values.get(&symptom::PRESENT).map(|v| symptom::PRESENT.answer.write(v));
        let details = entry.values.len() - 2.min(entry.values.len());
        match column.zip(present) {
            Some((column, cell)) if self.put(&column, cell.clone()) => {
                self.leave_out("times and notes of symptoms", details);
            }
            _ => self.leave_out("further symptoms of one day", 1),
        }
    }

    fn fill_event(&mut self, entry: &Entry) {
        let (said, details) = without(&entry.values, &[&event::TIME, &event::EXAMINED]);
        let cell = said.text(&event::TEXT).map_or_else(|| "yes".into(), |text| self.text(text));
        let column =
            word_of(entry).and_then(|(which, name)| word_target((entry.kind, which, name)));
        match column {
            Some(Target::Event(id))
                if read_event(id, &cell, self.raw) == Ok(Some(said))
                    && self.put(&Target::Event(id), cell.clone()) =>
            {
                self.leave_out("times and findings of events", details);
            }
            _ => self.leave_out("further events of one day", 1),
        }
    }
}

/// The values without some fields, and how many there were of those.
fn without(values: &Values, fields: &[&'static Field]) -> (Values, usize) {
    let mut rest = Values::default();
    for (field, value) in values.iter() {
        if !fields.iter().any(|f| *field == FieldRef::Known(f)) {
            rest.push(field.clone(), value.clone());
        }
    }
    let n = values.len() - rest.len();
    (rest, n)
}
