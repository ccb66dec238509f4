//! What the name of a column means.

use crate::exchange::csv::moment::Order;
use crate::journal::fields::{self, day, pain, questionnaire};
use crate::journal::{
    Answer, EVENTS, Field, Kind, Misread, NOTE, SIDES, SITES, SYMPTOMS, TREATMENTS, Value, Word,
    nearest, quote, simplify,
};

/// Where it hurts, as a part of a column's name: `@neck`, `@upper-back:left`, `@:left`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub(super) site: Option<&'static str>,
    pub(super) side: Option<&'static str>,
}

impl Place {
    pub(super) fn suffix(self) -> String {
        let site = self.site.unwrap_or_default();
        self.side.map_or_else(|| format!("@{site}"), |side| format!("@{site}:{side}"))
    }
}

/// What a column holds.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// Left out, as the person said.
    Skip,
    /// It has no name: fine as long as it is empty.
    Nameless,
    /// The day, perhaps with the time; in the order that the person said.
    Date(Option<Order>),
    /// A score, what it feels like or when it was felt; `None`: at the place of the row.
    Pain(&'static Field, Option<Place>),
    /// The place of the row.
    Site,
    /// The side of the place of the row.
    Side,
    /// Hours slept, or how: what its cells are decides.
    Sleep,
    /// A field of the day.
    Day(&'static Field),
    /// An answer to the weekly questions.
    Weekly(&'static Field),
    /// An own habit, by id.
    Habit(Box<str>),
    /// Minutes, a dose, or yes or no; a word of the table or the person's own.
    Exercise(Box<str>),
    /// Yes or no.
    Symptom(&'static str),
    /// How much, or yes.
    Treatment(&'static str),
    /// How much, or yes, of a medicine by its name.
    Took(Box<str>),
    /// What happened, or yes.
    Event(&'static str),
    /// A column of the long form.
    Long(LongColumn),
}

/// The columns of the long form beside the date and the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LongColumn {
    Field,
    Value,
    Entry,
    Written,
}

/// Other names of columns, as they are compared. Names of the person's own habits, and the
/// flags of `log`, come before them.
pub(crate) const ALSO: &[(&str, &str)] = &[
    ("now", "pain"),
    ("pain_now", "pain"),
    ("pain_level", "pain"),
    ("pain_score", "pain"),
    ("nrs", "pain"),
    ("vas", "pain"),
    ("hours_slept", "sleep_hours"),
    ("sleep_(hours)", "sleep_hours"),
    ("notes", "note"),
    ("comment", "note"),
    ("comments", "note"),
    ("datum", "date"),
    ("schmerz", "pain"),
    ("nacht", "night"),
    ("schlaf", "sleep"),
    ("sitzen", "sitting_hours"),
    ("notiz", "note"),
    ("worst_pain", "worst"),
    ("average_pain", "average"),
    ("night_pain", "night"),
    ("morning_pain", "morning"),
];

/// What comes before the colon of a column's name.
pub(super) const PREFIXES: &[&str] =
    &["exercise", "habit", "symptom", "treatment", "took", "event"];

/// A name that is nearly right.
#[derive(Debug)]
pub(super) struct BadName {
    pub(super) why: String,
    pub(super) meant: Option<String>,
}

impl Target {
    /// Reads a column's name; `None` when it means nothing here.
    pub(super) fn read(name: &str) -> Result<Option<Self>, BadName> {
        let name = name.trim();
        let plain = fold(name);
        if let Some((prefix, rest)) = name.split_once(':')
            && let Some(prefix) = PREFIXES.iter().find(|p| **p == fold(prefix))
        {
            return Self::read_prefixed(prefix, rest.trim()).map(Some);
        }
        if let Some((field, place)) = name.split_once('@') {
            let Some(field) = pain_field(also(&fold(field))) else { return Ok(None) };
            return Ok(Some(Self::Pain(field, Some(read_place(place, name)?))));
        }
        Ok(match plain.as_str() {
            "date" => Some(Self::Date(None)),
            "date:dmy" | "date:mdy" | "date:ymd" => Some(Self::Date(Order::read(&plain[5..]))),
            "site" => Some(Self::Site),
            "side" => Some(Self::Side),
            NOTE => Some(Self::Event(NOTE)),
            "field" => Some(Self::Long(LongColumn::Field)),
            "value" => Some(Self::Long(LongColumn::Value)),
            "entry" => Some(Self::Long(LongColumn::Entry)),
            "written" => Some(Self::Long(LongColumn::Written)),
            id => pain_field(id)
                .map(|field| Self::Pain(field, None))
                .or_else(|| fields::find(Kind::Day, id).map(Self::Day))
                .or_else(|| fields::find(Kind::Questionnaire, id).map(Self::Weekly)),
        })
    }

    /// Reads another name: the flag of `log`, or a word that people use.
    pub(super) fn read_also(name: &str) -> Option<Self> {
        let flag = simplify(name);
        let plain = fold(name);
        if also(&plain) == "sleep" {
            return Some(Self::Sleep);
        }
        let fields = day::FIELDS.iter().chain(pain::FIELDS);
        let of_flag = fields.filter(|f| !f.flag.is_empty()).find(|f| f.flag == flag);
        Self::read(of_flag.map_or(also(&plain), |field| field.id)).ok().flatten()
    }

    fn read_prefixed(prefix: &str, rest: &str) -> Result<Self, BadName> {
        let word = |table| find_word(prefix, table, rest);
        Ok(match prefix {
            "exercise" => Self::Exercise(read_own(&fields::exercise::EXERCISE.answer, rest)?),
            "habit" => Self::Habit(read_own(&Answer::OwnWord(&[]), rest)?),
            "symptom" => Self::Symptom(word(SYMPTOMS)?),
            "event" => Self::Event(word(EVENTS)?),
            "treatment" => Self::Treatment(word(TREATMENTS)?),
            _ => {
                let Ok(Value::Text(medicine)) = Answer::Text.read(rest) else {
                    let why = "it has no name of a medicine, as in took:ibuprofen".into();
                    return Err(BadName { why, meant: None });
                };
                Self::Took(medicine)
            }
        })
    }

    /// The name that is written for it, and that messages use.
    pub(super) fn name(&self) -> String {
        let at = |name: &str, place: &Option<Place>| match place {
            Some(place) => format!("{name}{}", place.suffix()),
            None => name.into(),
        };
        match self {
            Self::Skip => "-".into(),
            Self::Nameless => String::new(),
            Self::Date(_) => "date".into(),
            Self::Pain(field, place) if std::ptr::eq(*field, &raw const pain::NOW) => {
                at("pain", place)
            }
            Self::Pain(field, place) => at(field.id, place),
            Self::Site => "site".into(),
            Self::Side => "side".into(),
            Self::Sleep => "sleep".into(),
            Self::Day(field) | Self::Weekly(field) => field.id.into(),
            Self::Habit(id) => format!("habit:{id}"),
            Self::Exercise(id) => format!("exercise:{id}"),
            Self::Symptom(id) => format!("symptom:{id}"),
            Self::Treatment(id) => format!("treatment:{id}"),
            Self::Took(name) => format!("took:{name}"),
            Self::Event(id) if *id == NOTE => NOTE.into(),
            Self::Event(id) => format!("event:{id}"),
            Self::Long(LongColumn::Field) => "field".into(),
            Self::Long(LongColumn::Value) => "value".into(),
            Self::Long(LongColumn::Entry) => "entry".into(),
            Self::Long(LongColumn::Written) => "written".into(),
        }
    }
}

/// A name as it is compared: no case, no blanks around, `_` for blanks and hyphens.
pub(super) fn fold(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

/// The known name that an unknown one was perhaps meant to be.
pub(super) fn guess(name: &str) -> Option<String> {
    // A longer name is no slip of the fingers, and costs time to compare.
    if !(3..=40).contains(&name.chars().count()) {
        return None;
    }
    let plain = fold(name);
    let flag = simplify(name);
    if let Some(field) = day::FIELDS.iter().find(|f| !f.flag.is_empty() && f.flag == flag) {
        return Some(field.id.into());
    }
    if let Some(site) = SITES.iter().find(|w| w.id == flag || w.also.contains(&&*flag)) {
        return Some(format!("pain@{}", site.id));
    }
    if let Some(word) = fields::exercise::EXERCISE.answer.read(name).ok().and_then(known_exercise) {
        return Some(format!("exercise:{word}"));
    }
    let simple = ["date", "time", "pain", "site", "side", "quality"].into_iter();
    let known = simple
        .chain(ALSO.iter().map(|(also, _)| *also))
        .chain(pain::OF_A_DAY.iter().map(|f| f.id))
        .chain(day::FIELDS.iter().chain(questionnaire::FIELDS).map(|f| f.id));
    // Of a short word half is soon another: one slip is all that is believed.
    let near = nearest(&plain, known)
        .filter(|near| plain.chars().count() > 6 || is_one_slip(&plain, near))?;
    Some(ALSO.iter().find(|(also, _)| *also == near).map_or(near, |(_, id)| id).into())
}

/// Whether one letter more, less, another, or a swap of neighbours makes one of the other.
fn is_one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let n_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[n_start..], &b[n_start..]);
    let n_end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - n_end], &b[..b.len() - n_end]) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [x, y]) => (a, b) == (y, x),
        _ => false,
    }
}

fn known_exercise(value: Value) -> Option<&'static str> {
    let Value::Text(id) = value else { return None };
    crate::journal::EXERCISES.iter().find(|w| w.id == &*id).map(|w| w.id)
}

/// The name that this one stands for, or itself.
fn also(plain: &str) -> &str {
    ALSO.iter().find(|(also, _)| *also == plain).map_or(plain, |(_, id)| id)
}

fn pain_field(id: &str) -> Option<&'static Field> {
    match id {
        "pain" => Some(&pain::NOW),
        "quality" => Some(&pain::QUALITY),
        "time" => Some(&pain::TIME),
        _ => pain::OF_A_DAY.iter().copied().find(|f| f.id == id),
    }
}

/// Reads `neck`, `upper-back:left` or `:left`; `name` is the whole that it is a part of.
pub(super) fn read_place(text: &str, name: &str) -> Result<Place, BadName> {
    let (site, side) = match text.split_once(':') {
        Some((site, side)) => (site.trim(), Some(side)),
        None => (text.trim(), None),
    };
    let site = if site.is_empty() && side.is_some() {
        None
    } else {
        Some(find_word("site", SITES, site).map_err(|bad| in_place(name, site, bad))?)
    };
    let side = match side {
        Some(side) => {
            Some(find_word("side", SIDES, side).map_err(|bad| in_place(name, side, bad))?)
        }
        None => None,
    };
    Ok(Place { site, side })
}

/// The guess for the whole name, of the guess for its place.
fn in_place(name: &str, part: &str, bad: BadName) -> BadName {
    let meant = bad.meant.filter(|_| !part.is_empty()).map(|word| {
        let word = word.split_once(':').map_or(word.as_str(), |(_, word)| word);
        name.replacen(part, word, 1)
    });
    BadName { meant, ..bad }
}

fn find_word(prefix: &str, table: &'static [Word], text: &str) -> Result<&'static str, BadName> {
    if let Some(word) = Word::find(table, text) {
        return Ok(word.id);
    }
    let short = text.chars().count() <= 40;
    let near = short.then(|| nearest(text, table.iter().map(|w| w.id))).flatten();
    let article = if prefix.starts_with('e') { "an" } else { "a" };
    Err(BadName {
        why: format!("{} is not {article} {prefix} that is known", quote(text)),
        meant: near.map(|id| format!("{prefix}:{id}")),
    })
}

fn read_own(answer: &Answer, text: &str) -> Result<Box<str>, BadName> {
    match answer.read(text) {
        Ok(Value::Text(id)) => Ok(id),
        Ok(Value::Int(_) | Value::Real(_)) => Ok(text.into()),
        Err(Misread { said, expected, .. }) => {
            Err(BadName { why: format!("{said} is not {expected}"), meant: None })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<String> {
        let read = Target::read(text).ok().flatten();
        read.or_else(|| Target::read_also(text)).map(|target| target.name())
    }

    #[test]
    fn every_other_name_is_one_and_means_something() {
        for (i, (also, id)) in ALSO.iter().enumerate() {
            assert_eq!(fold(also), *also);
            assert!(ALSO[i + 1..].iter().all(|(other, _)| other != also), "{also} twice");
            assert!(Target::read(also).is_ok_and(|target| target.is_none()), "{also}");
            assert_eq!(name(also).as_deref(), Some(*id), "{also}");
            assert_eq!(name(id).as_deref(), Some(*id), "{id}");
        }
        for field in day::FIELDS.iter().filter(|f| f.flag != "sleep") {
            assert_eq!(name(field.flag).as_deref(), Some(field.id));
        }
        assert_eq!(name("at").as_deref(), Some("time"));
        assert_eq!(name("Schmerz@neck").as_deref(), Some("pain@neck"));
    }

    #[test]
    fn names_are_read_without_regard_to_case_blanks_and_hyphens() {
        for (said, meant) in [
            (" Date ", "date"),
            ("PAIN", "pain"),
            ("Night pain", "night"),
            ("night-pain", "night"),
            ("Sleep Position", "sleep_position"),
            ("pain@Upper Back:L", "pain@upper-back:left"),
            ("night_pain @ neck", "night@neck"),
            ("worst@:right", "worst@:right"),
            ("time@neck", "time@neck"),
            ("PEG pain", "peg_pain"),
            ("Change", "change"),
            ("Exercise: Walking", "exercise:walk"),
            ("exercise:pilates", "exercise:pilates"),
            ("habit:Caffeine cups", "habit:caffeine-cups"),
            ("symptom:fever", "symptom:fever-unwell"),
            ("treatment:ice", "treatment:cold"),
            ("took:Ibuprofen 400", "took:Ibuprofen 400"),
            ("event:fell", "event:fall"),
        ] {
            assert_eq!(name(said).as_deref(), Some(meant), "{said}");
            assert_eq!(name(meant).as_deref(), Some(meant), "{meant}");
        }
    }

    #[test]
    fn what_is_nearly_right_is_named() {
        for (said, meant) in [
            ("pain@nekc", Some("pain@neck")),
            ("symptom:feverunwell", Some("symptom:fever-unwell")),
            ("treatment:ibuprofen", None),
            ("took:", None),
            ("habit:a(b)", None),
        ] {
            let bad = Target::read(said).err().map(|bad| bad.meant);
            assert_eq!(bad, Some(meant.map(String::from)), "{said}");
        }
        for (said, meant) in [
            ("siting", None),
            ("nigth", Some("night")),
            ("sitt", Some("site")),
            ("worts", Some("worst")),
            ("stroll", None),
            ("sleep_hour", Some("sleep_hours")),
            ("nightpain", Some("night")),
            ("walking", Some("exercise:walk")),
            ("Neck", Some("pain@neck")),
            ("lumbar", Some("pain@lower-back")),
            ("caffeine_cups", None),
        ] {
            assert!(name(said).is_none());
            assert_eq!(guess(said).as_deref(), meant, "{said}");
        }
    }

    #[test]
    fn every_field_of_a_day_has_its_column() {
        for field in day::FIELDS.iter().chain(pain::OF_A_DAY) {
            assert_eq!(name(field.id).as_deref(), Some(field.id));
        }
    }
}
