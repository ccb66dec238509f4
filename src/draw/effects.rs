//! What habits go with, in characters: a line for what is said, and one for the range.

use crate::chart::figure::{Effect, Effects, Figure, Mark, SCORE_MAX};
use crate::draw::columns::whole;
use crate::draw::letters::{Letters, cut, header, joined};
use crate::draw::stretches;

/// Columns on each side of zero.
const SIDE: f64 = 14.0;
/// Ends of the axis, in points; the first that has room is taken.
const REACHES: [f64; 5] = [0.5, 1.0, 2.0, 3.0, 5.0];

/// Returns how far the axis reaches to either side, points.
pub(super) fn reach(effects: &Effects) -> f64 {
    let ends = effects.rows.iter().filter_map(|row| row.estimate).flat_map(|it| {
        let interval = it.interval.map(|it| [it.low, it.high]);
        interval.into_iter().flatten().chain([it.mean])
    });
    let most = ends.map(f64::abs).filter(|it| it.is_finite()).fold(0.0, f64::max);
    REACHES.into_iter().find(|reach| *reach >= most).unwrap_or(SCORE_MAX)
}

/// Draws effects with characters, at most `width` columns wide.
pub(super) fn lines(
    figure: &Figure,
    effects: &Effects,
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let language = figure.language;
    let say = |words: &str| letters.say(words, language);
    let mut lines = header(figure, None, width, letters);
    if effects.rows.is_empty() {
        lines.push(cut(&say(&format!("  {}.", effects.nothing)), width));
        return lines;
    }
    let reach = reach(effects);
    for row in &effects.rows {
        // A name of any length leaves room for the verdict, which is never cut for it.
        let verdict = say(&row.verdict);
        let room = width.saturating_sub(verdict.chars().count() + 2);
        lines.push(cut(&format!("{}: {verdict}", cut(&say(&row.name), room)), width));
        let facts = say(&row.facts);
        let said = say(&row.said);
        if row.estimate.is_none() {
            let both = if facts.is_empty() { said } else { format!("{said}; {facts}") };
            lines.push(cut(&format!("  {both}"), width));
            continue;
        }
        let drawn = format!("  {}  ", whisker(row, reach, letters));
        let both = format!("{said}, {facts}");
        if drawn.chars().count() + both.chars().count() <= width {
            lines.push(drawn + &both);
        } else {
            lines.extend([
                drawn,
                cut(&format!("  {said}"), width),
                cut(&format!("  {facts}"), width),
            ]);
        }
    }
    lines.push(String::new());
    if effects.rows.iter().any(|row| row.estimate.is_some()) {
        let end = language.number(reach);
        let sides = format!("{} −{end} … +{end} {}", effects.less, effects.more);
        lines.push(cut(&say(&sides), width));
        lines.push(cut(&say(&marks(figure, letters)), width));
    }
    // How the marks look on paper is not how they look here; what may be said stands last.
    let skipped = usize::from(effects.rows.iter().any(|row| row.estimate.is_some()));
    let reading: Vec<&String> = figure.reading.iter().skip(skipped).collect();
    let (last, compared) = reading.split_last().map_or((None, &[][..]), |(it, of)| (Some(it), of));
    for words in compared {
        lines.extend(joined(std::slice::from_ref(words), width, say));
    }
    if let Some(multiples) = &effects.multiples {
        lines.push(String::new());
        lines.extend(stretches::lines(figure, multiples, width, letters));
    }
    lines.extend(last.map(|words| cut(&say(words), width)));
    lines
}

/// Returns what the marks stand for.
fn marks(figure: &Figure, letters: Letters) -> String {
    let words = &figure.language.habits;
    let said =
        [(Mark::Claim, words.claimed), (Mark::Maybe, words.maybe), (Mark::Unclear, words.unclear)];
    let said = said.map(|(mark, what)| format!("{} {what}", sign(mark, letters)));
    said.join(", ")
}

fn sign(mark: Mark, letters: Letters) -> char {
    match (mark, letters) {
        (Mark::Claim, Letters::Blocks) => '◆',
        (Mark::Claim, Letters::Ascii) => '#',
        (Mark::Maybe, Letters::Blocks) => '◇',
        (Mark::Maybe, Letters::Ascii) => '%',
        (Mark::Unclear | Mark::Lacking, Letters::Blocks) => '○',
        (Mark::Unclear | Mark::Lacking, Letters::Ascii) => 'o',
    }
}

/// Returns the range of an effect as a line, with its mark, and zero.
fn whisker(row: &Effect, reach: f64, letters: Letters) -> String {
    let column = |points: f64| whole((points / reach * SIDE).round().clamp(-SIDE, SIDE) + SIDE);
    let mut cells = vec![letters.not_recorded(); whole(2.0 * SIDE) + 1];
    let mut put = |place: usize, letter: char| {
        if let Some(cell) = cells.get_mut(place) {
            *cell = letter;
        }
    };
    put(column(0.0), '│');
    if let Some(of) = row.estimate.filter(|it| it.mean.is_finite()) {
        if let Some(it) = of.interval.filter(|it| it.low.is_finite() && it.high.is_finite()) {
            for place in column(it.low)..=column(it.high) {
                put(place, if place == column(0.0) { '┼' } else { '─' });
            }
        }
        put(column(of.mean), sign(row.mark, letters));
    }
    let line: String = cells.into_iter().collect();
    if letters == Letters::Ascii { line.replace('┼', "+") } else { line }
}
