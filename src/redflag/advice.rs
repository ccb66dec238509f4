//! The words of advice, in parts: what was recorded, what public guidance says to do and how
//! soon, what would make it more urgent, and what is said once below a list.

use serde::Serialize;

use crate::redflag::Urgency::{self, Discuss, Emergency, Soon, Urgent};
use crate::redflag::help_lines::HelpLines;

/// What no notice may leave open: it is said with each that stands alone, and once below a list.
pub const CANNOT_JUDGE: &str = "This journal cannot judge how serious it is.";

/// Of one sign, what [`crate::redflag::CLOSING`] says of a list.
const MOST: &str = "Most people who record this do not turn out to have a serious cause; \
                    clinicians still want to know.";

/// What to do about thoughts of self-harm, in place of the usual words.
pub(crate) const STAY_WITH_SOMEONE: &str = "Please do not stay alone with them: talk to someone now. If you might act on them, {call}, \
     or go to an emergency department, now. {crisis}";

/// What to say of a rule that is met. The numbers to call stand in it as `{call}`,
/// `{urgent_line}` and `{crisis}`, for [`HelpLines`] to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Advice<'t> {
    /// What was recorded: "You recorded …."
    pub said: &'t str,
    /// What public guidance says to do, and how soon.
    pub action: &'t str,
    /// What makes it more urgent, or else is good to know. Empty: nothing.
    pub more: &'t str,
    /// What a notice that stands alone ends with; below a list it is said once.
    pub closing: &'static [&'static str],
}

impl<'t> Advice<'t> {
    /// A notice that stands alone.
    pub fn alone(&self, lines: &HelpLines) -> String {
        let closing = self.closing.iter().copied();
        lines.fill(&sentences([self.said, self.action, self.more].into_iter().chain(closing)))
    }

    /// One of a list, below which the closing words stand.
    pub fn in_list(&self, lines: &HelpLines) -> String {
        lines.fill(&sentences([self.said, self.action, self.more]))
    }

    /// The same with something more.
    pub(crate) const fn more(self, more: &'t str) -> Self {
        Self { more, ..self }
    }

    /// The same with other words on what to do.
    pub(crate) const fn action(self, action: &'t str) -> Self {
        Self { action, ..self }
    }

    /// The same without closing words.
    pub(crate) const fn ends(self) -> Self {
        Self { closing: &[], ..self }
    }
}

fn sentences<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// After what was recorded: the usual words of how soon to be seen.
pub(crate) const fn usual(urgency: Urgency, said: &'static str) -> Advice<'static> {
    Advice { said, action: action_of(urgency), more: "", closing: closing_of(urgency) }
}

/// To get help now.
pub(crate) const fn emergency(said: &'static str) -> Advice<'static> {
    usual(Emergency, said)
}

/// To ask for an appointment today.
pub(crate) const fn urgent(said: &'static str) -> Advice<'static> {
    usual(Urgent, said)
}

/// To see a doctor.
pub(crate) const fn soon(said: &'static str) -> Advice<'static> {
    usual(Soon, said)
}

/// To speak of it at the next visit.
pub(crate) const fn discuss(said: &'static str) -> Advice<'static> {
    usual(Discuss, said)
}

/// What public guidance says to do, and how soon.
pub(crate) const fn action_of(urgency: Urgency) -> &'static str {
    match urgency {
        Emergency => "Public guidance says to {call}, or go to an emergency department, now.",
        Urgent => {
            "Public guidance says to ask for an urgent appointment today, or to \
             {urgent_line}."
        }
        Soon => {
            "Public guidance suggests seeing a doctor about this: ask for a visit within about \
             two weeks."
        }
        Discuss => "It goes on your report, for the next visit.",
    }
}

/// What a notice that stands alone ends with.
pub(crate) const fn closing_of(urgency: Urgency) -> &'static [&'static str] {
    match urgency {
        Emergency => &[CANNOT_JUDGE],
        Urgent => &[MOST, CANNOT_JUDGE],
        Soon => &[MOST],
        Discuss => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redflag::help_lines::HELP_LINES;
    use crate::redflag::{RULES, tick::TICKS};

    /// Places, and what else stands in braces.
    fn places(text: &str) -> Vec<&str> {
        text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest)).collect()
    }

    #[test]
    fn every_place_is_known_and_filled_for_every_country() {
        let mut n_places = 0;
        for rule in RULES {
            for text in [rule.advice.said, rule.advice.action, rule.advice.more] {
                for place in places(text) {
                    assert!(["call", "urgent_line", "crisis"].contains(&place), "{place}: {text}");
                    n_places += 1;
                }
            }
        }
        assert!(n_places > RULES.len() / 2, "few texts say whom to call");
        for lines in HELP_LINES.iter().chain([&HelpLines::UNKNOWN]) {
            let rules = RULES.iter().flat_map(|r| [r.advice.alone(lines), r.advice.in_list(lines)]);
            for text in rules.chain(TICKS.iter().map(|tick| tick.says(lines))) {
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(!text.contains("  ") && text.ends_with('.'), "{text}");
                // The default's words are for those whose country is not known.
                let hedged = text.contains("your local emergency number");
                assert!(!hedged || lines.country.is_none(), "{text}");
            }
        }
    }

    #[test]
    fn a_list_leaves_out_what_it_closes_with() {
        let advice = urgent("You recorded it.").more("And more.");
        assert_eq!(
            advice.in_list(&HelpLines::UNKNOWN),
            "You recorded it. Public guidance says to ask for an urgent appointment today, \
             or to call a medical advice line (111 in the United Kingdom). And more."
        );
        let alone = advice.alone(&HelpLines::UNKNOWN);
        assert_eq!(alone, format!("{} {MOST} {CANNOT_JUDGE}", advice.in_list(&HelpLines::UNKNOWN)));
        assert!(advice.ends().alone(&HelpLines::UNKNOWN).ends_with("And more."));
    }
}
