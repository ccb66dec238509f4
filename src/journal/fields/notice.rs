//! What is kept of a notice: that the person was told of a warning sign, and what they said to it.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::Word;

/// What a person can say to a notice.
pub static REPLIES: &[Word] = &[
    Word::new("will-call", "will call or make an appointment", &["call", "later", "booked"]),
    Word::new("seen", "a doctor has looked at it", &["done", "examined"]),
    Word::new("mistake", "the entries are a mistake", &["wrong"]),
];

fields! { Notice:
    /// Which warning sign: the id of its rule.
    RULE, "rule", "", Answer::OwnWord(&[]), "which rule", Asked::OnlyWhenSaid;
    /// The rule's version on that day.
    VERSION, "rule_version", "", Answer::Count { max: 1_000_000 }, "the rule's version", Asked::OnlyWhenSaid;
    /// Whether the person was told unasked. Not recorded: they answered what a list showed.
    TOLD, "told", "", Answer::YesNo, "whether it was told unasked", Asked::OnlyWhenSaid;
    /// What the person said to it.
    REPLY, "reply", "", Answer::Word(REPLIES), "what you said to it", Asked::OnlyWhenSaid;
    /// On which day they said so.
    REPLIED, "replied", "", Answer::Date, "when you said so", Asked::OnlyWhenSaid;
    /// When a doctor looked at it: a day, a month or a year.
    SEEN, "seen", "", Answer::Date, "when a doctor looked at it", Asked::OnlyWhenSaid;
}
