//! Small multiples with characters: the mean of each stretch as a number, a line for each side.

use chrono::Datelike as _;

use crate::chart::figure::{Amount, Figure, Multiple, Multiples, StretchMean};
use crate::draw::letters::{Letters, cut, joined};
use crate::language::Language;

/// Columns of a mean with its mark.
const CELL: usize = 5;
/// Columns before the means: the mark of a side between spaces.
const GUTTER: usize = 4;
/// What stands after a mean of few days.
const FEW: char = '*';

/// Draws multiples with characters, at most `width` columns wide.
pub(super) fn lines(
    figure: &Figure,
    of: &Multiples,
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let language = figure.language;
    let say = |words: &str| letters.say(words, language);
    let mut lines = vec![cut(&say(&of.title), width)];
    for panel in &of.panels {
        lines.push(String::new());
        lines.extend(panel_lines(language, panel, width, letters));
    }
    lines.push(String::new());
    let stands_for = language.drawing.stands_for;
    let mut key: Vec<String> = vec![];
    let means = || of.panels.iter().flat_map(|it| it.with.means.iter().chain(&it.without.means));
    if means().any(|it| it.mean.is_some() && it.amount == Amount::Few) {
        key.push(stands_for(FEW, &of.few));
    }
    if means().any(|it| it.mean.is_none()) {
        key.push(stands_for(letters.not_recorded(), &of.none));
    }
    let said: Vec<String> = of.reading.iter().cloned().chain(key).collect();
    lines.extend(joined(&said, width, say));
    lines
}

fn panel_lines(
    language: &Language,
    panel: &Multiple,
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let say = |words: &str| letters.say(words, language);
    let signs = match letters {
        Letters::Blocks => ['●', '□'],
        Letters::Ascii => ['+', '-'],
    };
    let sides = [&panel.with, &panel.without];
    let mut lines = vec![cut(&say(&format!("{}: {}", panel.name, panel.verdict)), width)];
    for (sign, side) in signs.into_iter().zip(sides) {
        let said = say(&format!("{}: {}", side.name, side.count));
        lines.push(cut(&format!("  {sign} {said}"), width));
    }
    let each = (width.saturating_sub(GUTTER) / CELL).max(1);
    let n_stretches = panel.with.means.len();
    for from in (0..n_stretches).step_by(each) {
        let of = |means: &[StretchMean]| -> Vec<StretchMean> {
            means.iter().skip(from).take(each).copied().collect()
        };
        let [with, without] = sides.map(|side| of(&side.means));
        lines.push(cut(&say(&months(language, &with)), width));
        for (sign, means) in signs.into_iter().zip([with, without]) {
            let cells: String = means.iter().map(|it| cell(language, it, letters)).collect();
            lines.push(cut(&format!("  {sign} {}", cells.trim_end()), width));
        }
    }
    lines
}

/// Returns the mean of a stretch with its mark.
fn cell(language: &Language, of: &StretchMean, letters: Letters) -> String {
    let Some(mean) = of.mean.filter(|mean| mean.is_finite()) else {
        return format!("{:>1$} ", letters.not_recorded(), CELL - 1);
    };
    let mark = if of.amount == Amount::Few { FEW } else { ' ' };
    format!("{:>1$}{mark}", language.tenths(mean), CELL - 1)
}

/// Returns the name of each month above the first stretch that begins in it.
fn months(language: &Language, means: &[StretchMean]) -> String {
    let month_of = |it: &StretchMean| (it.period.first().year(), it.period.first().month());
    let name = |(place, it): (usize, &StretchMean)| {
        let before = place.checked_sub(1).and_then(|before| means.get(before));
        let is_new = before.is_none_or(|before| month_of(before) != month_of(it));
        let name = if is_new { language.short_month(it.period.first()) } else { "" };
        format!("{name:>0$} ", CELL - 1)
    };
    let names: String = means.iter().enumerate().map(name).collect();
    format!("{}{names}", " ".repeat(GUTTER))
}
