//! The page of rules in docs, from the tables.

use std::fmt::{self, Write as _};

use crate::journal::{COUNTRIES, SYMPTOMS};
use crate::redflag::asking::{Every, HAPPENED_DAYS, HAPPENINGS, SIGN_GROUPS, facts};
use crate::redflag::help_lines::{HELP_LINES, HelpLines, Line};
use crate::redflag::seeds::SEED_ITEMS;
use crate::redflag::tick::{TICKS, Tick};
use crate::redflag::together::{SAYS, SOURCES};
use crate::redflag::{CLOSING, Group, PURPOSE, RULES, RedFlag, Source, Urgency};

/// Writes `docs/red-flags.md`.
pub fn markdown() -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    write_page(&mut text).ok();
    text
}

fn write_page(to: &mut String) -> fmt::Result {
    writeln!(to, "# When twinge says to see someone\n")?;
    writeln!(to, "<!-- Written from the tables in src/redflag by a test; do not edit here. -->\n")?;
    writeln!(to, "twinge is {PURPOSE}.\n")?;
    writeln!(to, "**No clinician has reviewed these rules yet.**\n")?;
    writeln!(
        to,
        "Each rule compares what you recorded with advice that public bodies give to everyone, \
         and names them. It has three answers: *met*, *not met*, and *not enough entries*, with \
         how many more are missing. A day without an entry is not a day without pain. A rule \
         that is not met, or a page without alerts, says nothing about how serious pain is: if \
         you are worried, see someone.\n"
    )?;
    writeln!(to, "{CLOSING}\n")?;
    writeln!(to, "| how soon | what it means |\n|---|---|")?;
    for urgency in Urgency::ALL {
        writeln!(to, "| {urgency} | {} |", urgency.means())?;
    }
    writeln!(
        to,
        "\nAn emergency is said each time that it is recorded. What is urgent is said again after \
         14 days while it is met, and what is for soon after 30; each further time within a year \
         waits twice as long as the one before, so that it does not nag. What is told once is not \
         said again. Of several at once the most urgent comes first.\n\n\
         `twinge acknowledge RULE` says what you did about an alert: that you will call (then you \
         are reminded as above), that a doctor has seen it, or that the entries are a mistake \
         (then it is quiet while it goes on, for a year at most). It stays on `twinge alerts` all \
         the while. What is urgent and not met for 14 days in a row, or for soon and not met for \
         30, is over, and what is met anew is told anew; an emergency that is recorded anew is \
         told whatever was said of it. These spans are this project's own choice; how often made-up \
         diaries are told is in [false alarms](false-alarms.md).\n"
    )?;
    writeln!(to, "## Rules")?;
    for rule in RULES {
        write_rule(to, rule)?;
    }
    write_seeds(to)?;
    write_together(to)?;
    write_asking(to)?;
    writeln!(to, "\n## Said at once when you tick a sign\n")?;
    writeln!(
        to,
        "`twinge symptom SIGN` records a sign and prints its text, with the numbers of [your \
         country](#whom-to-call) once your profile names it.\n"
    )?;
    for urgency in Urgency::ALL {
        writeln!(to, "### {urgency}\n")?;
        for tick in TICKS.iter().filter(|t| t.urgency == urgency) {
            writeln!(to, "- `{}`: {}", tick.symptom, tick.says(&HelpLines::UNKNOWN))?;
        }
        writeln!(to)?;
    }
    writeln!(to, "Sources of these texts:\n")?;
    for (source, signs) in sources_of_ticks() {
        write_source(to, source)?;
        writeln!(to, " For: {}.", signs.join(", "))?;
    }
    write_help_lines(to)
}

/// Whom to call in each country.
fn write_help_lines(to: &mut String) -> fmt::Result {
    writeln!(to, "\n## Whom to call\n")?;
    writeln!(
        to,
        "The texts above have the words for a country that is not known. `twinge profile country \
         NAME` sets yours, by its name or its two letters; then every text names its numbers.\n"
    )?;
    writeln!(
        to,
        "**These numbers were not checked with each country's authorities.** The emergency \
         numbers were compared with a table that phones use; the other lines are general \
         knowledge, and there is none where no national line was known for certain. If one is \
         wrong where you are, dial the right one, and please report it to this project.\n"
    )?;
    writeln!(
        to,
        "| country | emergency | medical advice | crisis line | where the row comes from |\n\
         |---|---|---|---|---|"
    )?;
    let listed = |lines: &[Line]| match lines {
        [] => "–".into(),
        lines => lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    };
    for (country, row) in COUNTRIES.iter().zip(HELP_LINES) {
        let from: Vec<&str> = row.sources.iter().map(|source| source.authority).collect();
        writeln!(
            to,
            "| {} | {} | {} | {} | {} |",
            country.means,
            row.emergency.join(", "),
            listed(row.advice_lines),
            listed(row.crisis_lines),
            from.join("; ")
        )?;
    }
    writeln!(to, "\nSources:\n")?;
    for source in HelpLines::UNKNOWN.sources {
        write_source(to, source)?;
        writeln!(to)?;
    }
    Ok(())
}

/// What is said of several urgent rules at once.
fn write_together(to: &mut String) -> fmt::Result {
    writeln!(to, "\n## More than one together\n")?;
    writeln!(
        to,
        "When urgent alerts of two or more groups are open, `twinge alerts` says so: {SAYS} How soon \
         to be seen stays the same. Rules of other urgencies do not count, and neither does what \
         a doctor has seen, what is a mistake, or what is told once: pain between the shoulders is where this journal's people hurt. Which rule \
         is in which group is this project's own choice.\n"
    )?;
    writeln!(to, "| group | urgent rules |\n|---|---|")?;
    let counts = |rule: &&&RedFlag| rule.urgency == Urgency::Urgent && !rule.once;
    for group in Group::ALL {
        let rules = RULES.iter().filter(counts).filter(|rule| rule.group == group);
        let ids: Vec<String> = rules.map(|rule| format!("`{}`", rule.id)).collect();
        if !ids.is_empty() {
            writeln!(to, "| {group} | {} |", ids.join(", "))?;
        }
    }
    writeln!(to, "\nSources:\n")?;
    for source in SOURCES {
        write_source(to, source)?;
        writeln!(to)?;
    }
    Ok(())
}

/// Which rules stand for which line of the articles.
fn write_seeds(to: &mut String) -> fmt::Result {
    writeln!(to, "\n## Where the lists of the two articles went\n")?;
    writeln!(
        to,
        "A is the list of signs with which to see a doctor, B that of signs with which to see one \
         at once, S the other article; in our own words.\n"
    )?;
    writeln!(to, "| line | about | rules |\n|---|---|---|")?;
    for item in SEED_ITEMS {
        let rules: Vec<String> = item.rules.iter().map(|id| format!("`{id}`")).collect();
        writeln!(to, "| {} | {} | {} |", item.id, item.about, rules.join(", "))?;
    }
    Ok(())
}

/// The groups of `twinge check`, and how often each sign is asked.
fn write_asking(to: &mut String) -> fmt::Result {
    writeln!(to, "\n## How the questions are asked\n")?;
    writeln!(
        to,
        "People do not speak of these signs unasked, so `twinge check` asks, in {} groups, those \
         with an emergency first. One answer does for a group: no, the numbers of what is there, \
         or nothing. A no is recorded for each sign that was asked; what was skipped is not \
         recorded, and stays *not asked*. Only what is due is asked: each day what is an emergency \
         or can begin in an hour, every week the rest, every two weeks what changes slowly, so \
         that no rule forgets an answer ({} days) before it is asked again. Which signs stand \
         together and how often each is asked is this project's own choice.\n",
        SIGN_GROUPS.len(),
        Every::TwoWeeks.days()
    )?;
    writeln!(to, "| question | sign | asked |\n|---|---|---|")?;
    for group in SIGN_GROUPS {
        for (n, (id, every)) in group.signs.iter().enumerate() {
            let question = if n == 0 { group.question } else { "" };
            let means = SYMPTOMS.iter().find(|w| w.id == *id).map_or(*id, |w| w.means);
            writeln!(to, "| {question} | {means} (`{id}`) | {} |", every.says())?;
        }
    }
    let happened: Vec<String> =
        HAPPENINGS.iter().map(|h| format!("{} (`{}`)", h.asks.to_lowercase(), h.event)).collect();
    let facts: Vec<String> = facts().map(|fact| format!("“{}”", fact.means)).collect();
    writeln!(
        to,
        "\nThen it asks what happened in the last {HAPPENED_DAYS} days: {}; \
         how the pain was today, and what a rest did to it; and, until it is recorded, of you: \
         year of birth; when the pain began; {}.\n",
        happened.join("; "),
        facts.join("; ")
    )?;
    writeln!(
        to,
        "`twinge` alone reminds of it once a week, while pain was recorded within four weeks. A \
         day counts as a check when signs of three groups or more were answered on it."
    )
}

fn write_rule(to: &mut String, rule: &RedFlag) -> fmt::Result {
    let once = if rule.once { ", told once" } else { "" };
    writeln!(to, "\n### {}\n", rule.title)?;
    writeln!(to, "`{}`, version {}, {}{once}\n", rule.id, rule.version, rule.urgency)?;
    writeln!(to, "{}\n", rule.criterion())?;
    writeln!(to, "When it is met:\n\n> {}\n", rule.advice(&HelpLines::UNKNOWN))?;
    writeln!(to, "Where the numbers come from: {}\n", rule.basis)?;
    writeln!(to, "Sources:\n")?;
    for source in rule.sources {
        write_source(to, source)?;
        writeln!(to)?;
    }
    Ok(())
}

fn write_source(to: &mut String, source: &Source) -> fmt::Result {
    write!(to, "- {source}. It gives: {}.", source.gives)
}

fn sources_of_ticks() -> Vec<(&'static Source, Vec<&'static str>)> {
    let mut found: Vec<(&Source, Vec<&str>)> = Vec::new();
    let named = |tick: &'static Tick| tick.sources.iter().map(move |s| (*s, tick.symptom));
    for (source, symptom) in TICKS.iter().flat_map(named) {
        match found.iter_mut().find(|(s, _)| std::ptr::eq(*s, source)) {
            Some((_, symptoms)) => symptoms.push(symptom),
            None => found.push((source, vec![symptom])),
        }
    }
    found
}
