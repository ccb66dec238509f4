//! Reads made-up bytes as choices, numbers and texts. Where there are no more, each is the first.

use chrono::{Days, NaiveDate};
use twinge::journal::fields;
use twinge::journal::{Answer, Entry, EntryId, FieldRef, Kind, Value, Values};

use super::today;

/// What separates texts: no byte of UTF-8.
const END: u8 = 0xff;

/// Bytes to be read one after the other.
pub struct Given<'b>(&'b [u8]);

impl<'b> Given<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    pub fn number(&mut self) -> usize {
        usize::from(self.byte()) << 8 | usize::from(self.byte())
    }

    pub fn choose<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        let n = if of.len() > 256 { self.number() } else { usize::from(self.byte()) };
        &of[n % of.len()]
    }

    /// So many bytes, or what is left.
    pub fn bytes(&mut self, n: usize) -> &'b [u8] {
        let (taken, rest) = self.0.split_at(n.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// What comes before the next end of a text.
    pub fn text(&mut self) -> String {
        let n = self.0.iter().position(|b| *b == END).unwrap_or(self.0.len());
        let text = String::from_utf8_lossy(self.bytes(n)).into_owned();
        self.byte();
        text
    }

    fn value(&mut self, answer: Answer) -> Option<Value> {
        let number = self.number();
        let share = number as f64 / 65_535.0;
        match answer {
            Answer::Score => Some(Value::Int(number as i64 % 101)),
            Answer::Hours => Some(Value::Real(share * 24.0)),
            Answer::Minutes => Some(Value::Real(share * 1440.0)),
            Answer::Seconds => Some(Value::Real(share * 3600.0)),
            Answer::Count { max } => Some(Value::Int(number as i64 % (max + 1))),
            Answer::YesNo => Some(Value::Int(number as i64 % 2)),
            Answer::Word(table) => Some(Value::text(table[number % table.len()].id)),
            Answer::OwnWord(table) if number.is_multiple_of(2) && !table.is_empty() => {
                Some(Value::text(table[number / 2 % table.len()].id))
            }
            Answer::Text | Answer::OwnWord(_) => answer.read(&self.text()).ok(),
            Answer::Amount { min, max, .. } => Some(Value::Real(min + share * (max - min))),
            Answer::Time => {
                Some(Value::text(&format!("{:02}:{:02}", number / 60 % 24, number % 60)))
            }
            Answer::Date => answer.read(&self.day().to_string()).ok(),
            Answer::Year => Some(Value::Int(1850 + number as i64 % 351)),
        }
    }

    pub fn day(&mut self) -> NaiveDate {
        let n = self.byte();
        // Nothing is of a day before 1850.
        let back = if n < 200 { u64::from(n) % 40 } else { self.number() as u64 % 60_000 };
        today() - Days::new(back)
    }

    /// An entry of the kind, as the journal takes it; `None` where the bytes give none.
    pub fn entry(&mut self, kind: Kind) -> Option<Entry> {
        let mut values = Values::default();
        for _ in 0..1 + self.byte() % 6 {
            let field = *self.choose(fields::of(kind));
            if let Some(value) = self.value(field.answer) {
                values.set(FieldRef::Known(field), value);
            }
        }
        let day = match kind {
            Kind::Profile | Kind::Habit => NaiveDate::default(),
            _ => self.day(),
        };
        let id = self.id(kind, day, &mut values)?;
        Some(Entry { id, kind, day, values })
    }

    /// The id that follows from what an entry is, where it does.
    fn id(&mut self, kind: Kind, day: NaiveDate, values: &mut Values) -> Option<EntryId> {
        let field = |id: &str| FieldRef::from_id(kind, id);
        let text = |values: &Values, id: &str| match field(id)? {
            FieldRef::Known(known) => values.text(known).map(String::from),
            FieldRef::Own(_) => None,
        };
        Some(match kind {
            Kind::Day => EntryId::of_day(day),
            Kind::Questionnaire => EntryId::of_questionnaire(day),
            Kind::Profile => EntryId::of_profile(),
            Kind::Habit => {
                let name = text(values, "habit")?;
                values.set(field("answer")?, Value::text("amount"));
                EntryId::of_habit(&name)
            }
            Kind::Symptom => EntryId::of_symptom(day, &text(values, "symptom")?),
            Kind::Notice => EntryId::of_notice(day, &text(values, "rule")?),
            Kind::Insight => {
                if text(values, "habit").is_none() {
                    values.set(field("looked")?, Value::from(true));
                }
                EntryId::of_insight(day, text(values, "habit").as_deref())
            }
            Kind::Experiment => EntryId::of_experiment(day, &text(values, "experiment")?),
            _ => {
                let mut id = [0; 16];
                for (to, from) in id.iter_mut().zip(self.bytes(4)) {
                    *to = *from;
                }
                EntryId(id)
            }
        })
    }
}
