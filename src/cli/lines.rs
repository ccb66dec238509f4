//! An entry in one line of plain language.

use crate::journal::fields::{
    self, event, exercise, insight, notice, pain, questionnaire, symptom, treatment,
};
use crate::journal::{Entry, Field, FieldRef, Kind, NOTE, Value, Values};
use crate::scales::peg::{self, Peg};

/// One entry in plain language: `pain 4 at 10:32, upper back left`.
pub(crate) fn line(entry: &Entry) -> String {
    let values = &entry.values;
    match entry.kind {
        Kind::Pain => pain_line(values),
        Kind::Exercise => exercise_line(values),
        Kind::Treatment => treatment_line(values),
        Kind::Symptom => symptom_line(values),
        Kind::Event => event_line(values),
        Kind::Notice => notice_line(values),
        Kind::Insight => insight_line(values),
        Kind::Questionnaire => weekly_line(entry),
        Kind::Day | Kind::Profile | Kind::Habit => listed(values, &[]),
        Kind::Experiment => listed(values, &["schedule", "seed", "drawn_by"]),
    }
}

/// A day's date as people read it: `Sat 21 Nov 2026`.
pub(crate) fn day_name(day: chrono::NaiveDate) -> String {
    day.format("%a %-d %b %Y").to_string()
}

/// What a kind of entry is called before its line: its id, but of the weekly questions the word
/// that the person types.
pub(crate) fn kind_name(id: &str) -> &str {
    if id == Kind::Questionnaire.id() { "weekly" } else { id }
}

/// What a field is called in a line: `sleep`, `sleep position`, `weight`.
pub(crate) fn label(field: &FieldRef) -> String {
    match field {
        FieldRef::Own(habit) => habit.replace('-', " "),
        FieldRef::Known(known) => {
            let id = known.id;
            let bare = ["_hours", "_kg", "_c", "_seconds"]
                .iter()
                .find_map(|unit| id.strip_suffix(unit))
                .unwrap_or(id);
            bare.replace("peg_", "PEG ").replace('_', " ")
        }
    }
}

/// What a field said before, and says after: `6 → 3`, `not recorded → 7 h`.
pub(crate) fn change(field: &FieldRef, before: Option<&Value>, after: Option<&Value>) -> String {
    let said = |v: Option<&Value>| v.map_or_else(|| "not recorded".into(), |v| shown(field, v));
    format!("{} → {}", said(before), said(after))
}

/// A value with its unit.
pub(crate) fn shown(field: &FieldRef, value: &Value) -> String {
    match field {
        FieldRef::Known(known) => known.answer.show(value),
        FieldRef::Own(_) => match value {
            // Of own habits only yes and no are whole numbers.
            Value::Int(n) => (if *n == 0 { "no" } else { "yes" }).into(),
            Value::Real(x) => x.to_string(),
            Value::Text(t) => t.to_string(),
        },
    }
}

/// What a word of a table is called; `None` when not recorded.
fn word(values: &Values, field: &'static Field) -> Option<String> {
    values.get(field).map(|value| field.answer.show(value))
}

fn listed(values: &Values, leave_out: &[&str]) -> String {
    let mut in_order: Vec<(&FieldRef, &Value)> = values.iter().collect();
    in_order.sort_by_key(|(field, _)| place(field));
    let parts: Vec<String> = in_order
        .into_iter()
        .filter(|(field, _)| !leave_out.contains(&field.id().as_str()))
        .map(|(field, value)| match value {
            Value::Text(text) if is_own_words(field) => format!("{}: “{text}”", label(field)),
            _ => format!("{} {}", label(field), shown(field, value)),
        })
        .collect();
    parts.join(", ")
}

/// Where a field stands in its table, which is in the order of the day.
fn place(field: &FieldRef) -> usize {
    match field {
        FieldRef::Known(known) => fields::of(known.kind)
            .iter()
            .position(|f| std::ptr::eq(*f, *known))
            .unwrap_or(usize::MAX),
        FieldRef::Own(_) => usize::MAX,
    }
}

/// How much is in a file: so many acts, with so many facts, in words for the person, like `1 writing
/// with 4 values`.
pub(crate) fn facts_in_acts(n_facts: impl Into<i64>, n_acts: impl Into<i64>) -> String {
    let (n_facts, n_acts) = (n_facts.into(), n_acts.into());
    let values = if n_facts == 1 { "value" } else { "values" };
    let writings = if n_acts == 1 { "writing" } else { "writings" };
    format!("{n_acts} {writings} with {n_facts} {values}")
}

fn is_own_words(field: &FieldRef) -> bool {
    matches!(field, FieldRef::Known(f) if f.answer == crate::journal::Answer::Text)
}

fn at(values: &Values, time: &'static Field) -> String {
    values.text(time).map(|t| format!(" at {t}")).unwrap_or_default()
}

fn pain_line(values: &Values) -> String {
    let mut parts = Vec::new();
    for (field, called) in [
        (&pain::NOW, "pain"),
        (&pain::WORST, "worst"),
        (&pain::AVERAGE, "average"),
        (&pain::NIGHT, "last night"),
        (&pain::MORNING, "morning"),
    ] {
        if let Some(score) = values.score(field) {
            let when = if called == "pain" { at(values, &pain::TIME) } else { String::new() };
            parts.push(format!("{called} {score}{when}"));
        }
    }
    let site = word(values, &pain::SITE);
    let place = [site.as_deref(), values.text(&pain::SIDE)];
    let place: Vec<&str> = place.into_iter().flatten().collect();
    if !place.is_empty() {
        parts.push(place.join(" "));
    }
    parts.extend(word(values, &pain::QUALITY));
    parts.join(", ")
}

fn exercise_line(values: &Values) -> String {
    let name = word(values, &exercise::EXERCISE).unwrap_or("exercise".into());
    if values.yes(&exercise::DONE) == Some(false) {
        return format!("not done: {name}");
    }
    let dose = crate::journal::show_dose(values).replace("yes", "");
    let note = values.text(&exercise::NOTE).map(|n| format!(": “{n}”")).unwrap_or_default();
    let gap = if dose.is_empty() { "" } else { " " };
    format!("{name}{gap}{dose}{}{note}", at(values, &exercise::TIME))
}

fn treatment_line(values: &Values) -> String {
    let what = word(values, &treatment::TREATMENT).unwrap_or("treatment".into());
    let mut line = match values.text(&treatment::NAME) {
        Some(name) if what == "medicine" => name.to_string(),
        Some(name) => format!("{what}, {name}"),
        None => what,
    };
    if let Some(amount) = values.text(&treatment::AMOUNT) {
        line = format!("{line} {amount}");
    }
    if let Some(minutes) = values.get(&treatment::MINUTES) {
        line = format!("{line} {}", treatment::MINUTES.answer.show(minutes));
    }
    line.push_str(&at(values, &treatment::TIME));
    if let Some(helped) = word(values, &treatment::HELPED_IT) {
        line = format!("{line}, helped: {helped}");
    }
    if let Some(note) = values.text(&treatment::NOTE) {
        line = format!("{line}: “{note}”");
    }
    line
}

/// `PEG 5.0 (pain 6, enjoyment 5, activity 4), change: better`; without one of the three there
/// is no score.
fn weekly_line(entry: &Entry) -> String {
    let answer = |item: &peg::Item| Some((item.called, entry.values.score(item.field)?));
    let answers = peg::ITEMS.iter().filter_map(answer);
    let answers: Vec<String> = answers.map(|(called, score)| format!("{called} {score}")).collect();
    let answers = answers.join(", ");
    let of_peg = match Peg::of(entry) {
        Some(peg) => Some(format!("PEG {} ({answers})", peg.score())),
        None if answers.is_empty() => None,
        None => Some(format!("PEG {answers}")),
    };
    let change = word(&entry.values, &questionnaire::CHANGE).map(|w| format!("change: {w}"));
    of_peg.into_iter().chain(change).collect::<Vec<_>>().join(", ")
}

fn symptom_line(values: &Values) -> String {
    let what = word(values, &symptom::SYMPTOM).unwrap_or("symptom".into());
    let there = match values.yes(&symptom::PRESENT) {
        Some(false) => ": no",
        _ => "",
    };
    let note = values.text(&symptom::NOTE).map(|n| format!(": “{n}”")).unwrap_or_default();
    format!("{what}{there}{}{note}", at(values, &symptom::TIME))
}

fn notice_line(values: &Values) -> String {
    let rule = values.text(&notice::RULE).unwrap_or("a warning sign");
    let told = if values.yes(&notice::TOLD) == Some(true) { "told of" } else { "answer to" };
    match (word(values, &notice::REPLY), values.text(&notice::SEEN)) {
        (Some(reply), Some(day)) => format!("{told} {rule}: {reply}, {day}"),
        (Some(reply), None) => format!("{told} {rule}: {reply}"),
        (None, _) => format!("{told} {rule}"),
    }
}

fn insight_line(values: &Values) -> String {
    match (values.text(&insight::HABIT), word(values, &insight::SAID)) {
        (Some(habit), Some(said)) => format!("{habit} {said}"),
        _ => "looked at all habits".into(),
    }
}

fn event_line(values: &Values) -> String {
    if let (Some(NOTE), Some(text)) = (values.text(&event::EVENT), values.text(&event::TEXT)) {
        return format!("“{text}”");
    }
    let what = word(values, &event::EVENT).unwrap_or("event".into());
    let text = values.text(&event::TEXT).map(|t| format!(": “{t}”")).unwrap_or_default();
    let examined = match values.yes(&event::EXAMINED) {
        Some(true) => ", looked at by a clinician since",
        Some(false) => ", not looked at by a clinician since",
        None => "",
    };
    format!("{what}{}{text}{examined}", at(values, &event::TIME))
}
