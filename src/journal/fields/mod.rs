//! The table of fields: everything that can be recorded, one row each.

pub mod day;
pub mod event;
pub mod exercise;
pub mod experiment;
pub mod habit;
pub mod insight;
pub mod notice;
pub mod pain;
pub mod profile;
pub mod questionnaire;
pub mod symptom;
pub mod treatment;

use crate::journal::entry::Kind;
use crate::journal::field::Field;

/// The fields of a kind of entry.
pub const fn of(kind: Kind) -> &'static [&'static Field] {
    match kind {
        Kind::Pain => pain::FIELDS,
        Kind::Day => day::FIELDS,
        Kind::Exercise => exercise::FIELDS,
        Kind::Treatment => treatment::FIELDS,
        Kind::Symptom => symptom::FIELDS,
        Kind::Event => event::FIELDS,
        Kind::Questionnaire => questionnaire::FIELDS,
        Kind::Profile => profile::FIELDS,
        Kind::Habit => habit::FIELDS,
        Kind::Notice => notice::FIELDS,
        Kind::Insight => insight::FIELDS,
        Kind::Experiment => experiment::FIELDS,
    }
}

/// The field with this id; `None` where this twinge knows none.
pub fn find(kind: Kind, id: &str) -> Option<&'static Field> {
    of(kind).iter().copied().find(|f| f.id == id)
}

/// Whether a value of this field alone makes an entry: a site without a score is no pain, and
/// what two machines or an undo leave of an entry may be no more than that.
pub fn makes(field: &'static Field) -> bool {
    let is = |one: &'static Field| std::ptr::eq(field, one);
    match field.kind {
        Kind::Pain => pain::SCORES.iter().any(|score| is(score)),
        Kind::Exercise => is(&exercise::EXERCISE),
        Kind::Treatment => is(&treatment::TREATMENT),
        Kind::Symptom => is(&symptom::PRESENT),
        Kind::Event => is(&event::EVENT),
        Kind::Habit => is(&habit::HABIT),
        Kind::Notice => is(&notice::RULE),
        Kind::Insight => is(&insight::LOOKED) || is(&insight::HABIT),
        Kind::Experiment => is(&experiment::EXPERIMENT),
        Kind::Day | Kind::Profile | Kind::Questionnaire => true,
    }
}

/// Names the fields of a kind as statics, and lists them in `FIELDS`.
macro_rules! fields {
    ($kind:ident: $($(#[$doc:meta])* $name:ident, $id:literal, $flag:literal, $answer:expr, $means:literal, $asked:expr;)+) => {
        $(
            $(#[$doc])*
            pub static $name: Field = Field {
                kind: Kind::$kind,
                id: $id,
                flag: $flag,
                answer: $answer,
                means: $means,
                asked: $asked,
            };
        )+
        /// All fields of this kind of entry.
        pub static FIELDS: &[&Field] = &[$(&$name),+];
    };
}
use fields;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_flags_are_unique_and_rows_are_of_their_kind() {
        let mut flags = Vec::new();
        for kind in Kind::ALL {
            let mut ids = Vec::new();
            for field in of(kind) {
                assert_eq!(field.kind, kind, "{}", field.id);
                assert!(!ids.contains(&field.id), "{} stands twice", field.id);
                assert!(!field.means.is_empty());
                ids.push(field.id);
                if !field.flag.is_empty() {
                    assert!(!flags.contains(&field.flag), "--{} stands twice", field.flag);
                    flags.push(field.flag);
                }
            }
        }
    }
}
