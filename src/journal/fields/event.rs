//! What can be recorded of something that happened.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::EVENTS;

fields! { Event:
    /// What kind of event.
    EVENT, "event", "", Answer::Word(EVENTS), "what kind of event", Asked::OnlyWhenSaid;
    /// What happened, in the person's own words.
    TEXT, "text", "", Answer::Text, "what happened", Asked::OnlyWhenSaid;
    /// Whether a clinician has examined it since.
    EXAMINED, "examined", "", Answer::YesNo, "whether a clinician has looked at it since", Asked::OnlyWhenSaid;
    /// When, local time.
    TIME, "time", "", Answer::Time, "at what time", Asked::OnlyWhenSaid;
}
