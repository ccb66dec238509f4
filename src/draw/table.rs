//! Groups and places with characters: a row for each, its mean or its share as a bar.

use unicode_width::UnicodeWidthStr as _;

use crate::chart::figure::{Estimate, Figure, Group, Groups, Place, Places, SCORE_MAX};
use crate::draw::columns::whole;
use crate::draw::letters::{Letters, cut, header};
use crate::language::Language;

/// Longest bar, columns: two for a point.
const BAR: f64 = 20.0;
/// Least columns of a terminal in which a group has one line.
const ONE_LINE_FROM: usize = 78;

/// Draws groups with characters, at most `width` columns wide.
pub(super) fn groups(
    figure: &Figure,
    groups: &Groups,
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let language = figure.language;
    let mut lines = header(figure, None, width, letters);
    if groups.groups.is_empty() {
        lines.push(cut(&letters.say(&format!("  {}.", groups.nothing), language), width));
        return lines;
    }
    let name = |group: &Group| cut(&letters.say(&group.name, language), 24);
    let names = groups.groups.iter().map(|group| name(group).width()).max().unwrap_or_default();
    for group in &groups.groups {
        let pad = " ".repeat(names - name(group).width());
        let mean = group.mean.map_or(0.0, |it| it.mean);
        let level = said(language, group.mean.as_ref(), Language::tenths);
        let count = letters.say(&group.count, language);
        let bar = format!("{}{pad}  {:<20}  ", name(group), bar(mean, letters));
        let rest = format!("{level}, {count}");
        if width >= ONE_LINE_FROM && bar.width() + rest.width() <= width {
            lines.push(bar + &rest);
        } else {
            lines.push(cut(&bar, width));
            lines.push(cut(&format!("  {rest}"), width));
        }
        if let (Some(around), Some(words)) = (&group.around, &groups.around) {
            let said = said(language, Some(around), Language::signed);
            let indent = " ".repeat(if width >= ONE_LINE_FROM { names + 2 } else { 2 });
            let words = letters.say(&words.head, language);
            lines.push(cut(&format!("{indent}{said} {words}"), width));
        }
    }
    lines.push(String::new());
    let reading = format!("{}: {}", groups.label, groups.head);
    // What may be said of it stands last.
    let may_be_said = figure.reading.last().map_or("", String::as_str);
    for words in [reading.as_str(), may_be_said] {
        lines.push(cut(&letters.say(words, language), width));
    }
    lines
}

/// Draws places with characters: a bar for the share of days.
pub(super) fn places(
    figure: &Figure,
    places: &Places,
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let language = figure.language;
    let say = |words: &str| letters.say(words, language);
    let mut lines = header(figure, None, width, letters);
    if places.places.is_empty() {
        lines.push(cut(&say(&format!("  {}.", places.nothing)), width));
        return lines;
    }
    let name = |place: &Place| cut(&say(&place.name), 30);
    let names = places.places.iter().map(|place| name(place).width()).max().unwrap_or_default();
    for place in &places.places {
        let pad = " ".repeat(names - name(place).width());
        let bar = format!("{}{pad}  {}  ", name(place), bar(place.share * SCORE_MAX, letters));
        let comma = if place.sides.is_empty() { "" } else { "; " };
        let rest = say(&format!("{}{comma}{}", place.facts, place.sides));
        if width >= ONE_LINE_FROM && bar.width() + rest.width() <= width {
            lines.push(bar + &rest);
        } else {
            lines.push(cut(&bar, width));
            lines.push(cut(&format!("  {rest}"), width));
        }
    }
    lines
}

fn said(language: &Language, of: Option<&Estimate>, show: fn(&Language, f64) -> String) -> String {
    let Some(of) = of else { return String::new() };
    let range = of
        .interval
        .map(|it| (language.groups.range)(&show(language, it.low), &show(language, it.high)));
    let range = range.map(|it| format!(" ({it})")).unwrap_or_default();
    format!("{}{range}", show(language, of.mean))
}

/// Returns a bar from 0, two columns for a point; "·" shows the rest of the scale.
fn bar(mean: f64, letters: Letters) -> String {
    let (full, rest) = match letters {
        Letters::Blocks => ("█", "·"),
        Letters::Ascii => ("#", "."),
    };
    let n = whole((mean / SCORE_MAX * BAR).round().clamp(0.0, BAR));
    format!("{}{}", full.repeat(n), rest.repeat(whole(BAR) - n))
}
