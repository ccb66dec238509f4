//! What is said of habits and pain, sentence by sentence: "goes with", never "causes".

use crate::cli::course_view::{points, range, say_lacking};
use crate::insights::subject::{Scale, Subject, When};
use crate::insights::{Finding, Insights};
use crate::stats::links::Link;
use crate::stats::minimum::Lacking;

/// What goes with what, and of how many days it is.
pub(crate) fn sentence(finding: &Finding, link: &Link) -> String {
    let Subject { called, when, scale, .. } = &finding.subject;
    let head = match (scale, when) {
        (Scale::YesNo, When::Day) => format!("On days after {called}, your pain"),
        (Scale::YesNo, When::Night) => format!("After {called}, your pain"),
        (Scale::Amount(unit), When::Day) => {
            format!("For each {unit} more of {called}, your pain on the day after")
        }
        (Scale::Amount(unit), When::Night) => {
            format!("For each {unit} more of {called}, your pain on that day")
        }
    };
    let n = match (scale, finding.n_with, when) {
        (Scale::YesNo, Some(n), When::Day) => format!("{n} such days of {}", link.n_pairs),
        (Scale::YesNo, Some(n), When::Night) => format!("{n} such nights of {}", link.n_pairs),
        _ => format!("{} days", link.n_pairs),
    };
    // The range comes first: what was picked out because it stood out is on average smaller than
    // it looks.
    format!(
        "{head} was {} (95 % range; about {}), comparing like weekdays and allowing for the day \
         before. {n}.",
        range(link.low, link.high),
        points(link.effect.abs())
    )
}

/// That the pain may decide, and not the habit. What goes with less pain and follows pain in the
/// same direction is done less on bad days, and the other way round.
pub(crate) fn reactive(subject: &Subject, link: &Link) -> String {
    let which = if link.effect < 0.0 { "less" } else { "more" };
    let what = match subject.scale {
        Scale::YesNo => format!("{} is also {which} frequent", capital(&subject.called)),
        Scale::Amount(_) => format!("There is also {which} of {}", subject.called),
    };
    format!(
        "{what} on bad days. So it may be, in part, that your pain decides about it, and not it \
         about your pain. Only trying it out on days drawn by lot could tell."
    )
}

/// That it is linked with its own day the other way, and why no more is said.
pub(crate) fn echo(subject: &Subject, link: &Link) -> String {
    let (after, same) = if link.effect < 0.0 { ("lower", "higher") } else { ("higher", "lower") };
    let days = match subject.scale {
        Scale::YesNo => "on its own days",
        Scale::Amount(_) => "on the days with more of it",
    };
    format!(
        "{}: on the day after, pain looks {after}. But {days} it was {same}, and once that is \
         allowed for, the day after shows nothing.",
        capital(&subject.called)
    )
}

/// What is lacking of a habit, in words.
pub(crate) fn say_needs(subject: &Subject, lacking: Lacking, found: &Insights) -> String {
    let days = |n: usize| match (n, subject.when) {
        (1, When::Day) => "1 more day".to_string(),
        (_, When::Day) => format!("{n} more days"),
        (1, When::Night) => "1 more night".to_string(),
        (_, When::Night) => format!("{n} more nights"),
    };
    let with = |is: bool| if is { "with it" } else { "recorded without it" };
    match (lacking, &subject.scale) {
        (Lacking::With { value, days: n }, Scale::YesNo) => {
            format!("{} {}", days(n), with(value > 0.0))
        }
        (Lacking::Other { than, days: n }, Scale::YesNo) => {
            format!("{} {}", days(n), with(than <= 0.0))
        }
        (Lacking::Other { than, days: n }, Scale::Amount(_)) => {
            format!("{} with another amount than {than}", days(n))
        }
        (Lacking::Apart { with, days: n }, _) => {
            let other = found.findings.get(with).map_or("another one", |it| &it.subject.called);
            format!("it always comes together with {other}; {} with only one of the two", days(n))
        }
        _ => say_lacking(lacking),
    }
}

pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}
