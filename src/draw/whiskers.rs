//! Scores in groups with characters: a line for each group, from 0 to 10.

use unicode_width::UnicodeWidthStr as _;

use crate::chart::figure::{BoxPanel, Figure, SCORE_MAX, SCORE_MIN, ScoreBox};
use crate::draw::columns::whole;
use crate::draw::letters::{Letters, cut, header, joined};

/// Columns from 0 to 10: two for each point.
const SCALE: usize = 21;
/// Columns of a median and of a number of values.
const NUMBER: usize = 6;

/// Returns the lines of panels, at most `width` columns wide.
pub(super) fn lines(
    figure: &Figure,
    panels: &[BoxPanel],
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let language = figure.language;
    let say = |words: &str| letters.say(words, language);
    let words = &language.drawing;
    let mut lines = header(figure, None, width, letters);
    for panel in panels {
        if panel.boxes.iter().all(|it| it.spread.is_none()) {
            lines.push(cut(&format!("  {}.", say(&panel.nothing)), width));
            continue;
        }
        let names = panel.boxes.iter().map(|it| it.name.width());
        let name = names.max().unwrap_or_default() + 1;
        lines.push(cut(&say(&panel.title), width));
        let scale = format!("{:<name$} 0{:>2$}", "", "10", SCALE - 1);
        let head = format!("{scale} {:>NUMBER$} {:>NUMBER$}", say(words.median), words.number);
        lines.push(cut(&head, width));
        for it in &panel.boxes {
            let bar = bar(it, letters);
            let median = it.spread.map(|it| language.score(it.median)).unwrap_or_default();
            let few = if it.is_few { words.few } else { "" };
            let more = [it.more.as_str(), few].join(" ");
            let line = format!(
                "{:<name$}|{bar}| {median:>NUMBER$} {:>NUMBER$}  {}",
                it.name,
                it.n,
                say(more.trim())
            );
            lines.push(cut(&line, width));
        }
        lines.push(String::new());
    }
    if panels.iter().flat_map(|panel| &panel.boxes).any(|it| it.spread.is_some()) {
        let (half, median) = marks(letters);
        let said = [(median, words.median), (half, words.middle_half)];
        let said = said.map(|(letter, what)| (words.stands_for)(letter, what));
        lines.extend(joined(&said, width, say));
    }
    lines
}

/// Returns what stands for the middle half and for the median.
fn marks(letters: Letters) -> (char, char) {
    if letters == Letters::Ascii { ('=', 'O') } else { ('━', '●') }
}

/// Returns the scale of a group with its middle half and its median.
fn bar(it: &ScoreBox, letters: Letters) -> String {
    let (half, median) = marks(letters);
    let finite = it.spread.filter(|it| [it.low, it.median, it.high].iter().all(|v| v.is_finite()));
    let Some(spread) = finite else { return " ".repeat(SCALE) };
    let column = |score: f64| whole((score.clamp(SCORE_MIN, SCORE_MAX) * 2.0).round());
    let inside = column(spread.low)..=column(spread.high);
    let at = column(spread.median);
    let cell = |place: usize| match place {
        place if place == at => median,
        place if inside.contains(&place) => half,
        _ => ' ',
    };
    (0..SCALE).map(cell).collect()
}
