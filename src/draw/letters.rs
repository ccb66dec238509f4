//! The characters of a terminal: which there are, and texts cut and joined to fit its columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr as _};

use crate::chart::figure::Figure;
use crate::draw::columns::whole;
use crate::draw::typeface::is_invisible;
use crate::language::Language;

/// Blocks from one eighth to eight eighths.
const EIGHTHS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Which characters a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Blocks such as ▁▂▃.
    Blocks,
    /// Plain ASCII.
    Ascii,
}

/// Returns one line of blocks, one for each value: ▁ is `low` or less, █ is `high` or more, and
/// "·" was not recorded.
pub fn sparkline(values: &[Option<f64>], low: f64, high: f64) -> String {
    sparkline_in(values, low, high, Letters::Blocks)
}

/// As [`sparkline`], in the letters that the terminal can show: of plain ASCII "_", "=" and "#"
/// from low to high, and "." was not recorded.
pub fn sparkline_in(values: &[Option<f64>], low: f64, high: f64, letters: Letters) -> String {
    let block = |value: &Option<f64>| match value.filter(|value| value.is_finite()) {
        None => letters.not_recorded(),
        Some(value) => {
            let share = if high > low { (value - low) / (high - low) } else { 0.0 };
            letters.block((share * 7.0).round() + 1.0)
        }
    };
    values.iter().map(block).collect()
}

impl Letters {
    /// Returns words as they can be shown.
    pub(super) fn say(self, words: &str, language: &Language) -> String {
        match self {
            Self::Blocks => words.into(),
            Self::Ascii => language.plain(words),
        }
    }

    /// Returns a text of none but these letters.
    pub(super) fn only(self, text: String) -> String {
        if self == Self::Ascii { ascii(&text) } else { text }
    }

    /// Returns what stands for a height in eighths.
    pub(super) fn block(self, eighths: f64) -> char {
        match self {
            Self::Blocks => eighth(eighths.round()),
            Self::Ascii if eighths >= 6.0 => '#',
            Self::Ascii if eighths >= 3.0 => '=',
            Self::Ascii => '_',
        }
    }

    /// Returns what stands for what was not recorded.
    pub(super) fn not_recorded(self) -> char {
        if self == Self::Ascii { '.' } else { '·' }
    }
}

/// Returns the block of a number of eighths, at least one.
fn eighth(eighths: f64) -> char {
    let place = whole(eighths.clamp(1.0, 8.0)).saturating_sub(1);
    EIGHTHS.get(place).copied().unwrap_or('█')
}

/// Returns the title of a figure and the facts below it, with `more` after them, and an empty line.
pub(super) fn header(
    figure: &Figure,
    more: Option<String>,
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let say = |words: &str| letters.say(words, figure.language);
    let mut lines = vec![cut(&say(&figure.title), width)];
    let mut line = String::new();
    for part in figure.subtitle.iter().cloned().chain(more) {
        let part = say(&part);
        let joined = if line.is_empty() { part.clone() } else { format!("{line} · {part}") };
        if joined.width() > width && !line.is_empty() {
            lines.push(std::mem::replace(&mut line, cut(&part, width)));
        } else {
            line = cut(&joined, width);
        }
    }
    lines.extend([line, String::new()]);
    lines
}

/// Joins parts of a key with "; " into as few lines as fit; `say` makes them what can be shown.
pub(super) fn joined(parts: &[String], width: usize, say: impl Fn(&str) -> String) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for part in parts.iter().flat_map(|part| broken(&say(part), width)) {
        match lines.last_mut().filter(|line| line.width() + part.width() + 2 <= width) {
            Some(line) => *line = format!("{line}; {}", cut(&part, width)),
            None => lines.push(cut(&part, width)),
        }
    }
    lines
}

/// Returns a part of the key in lines that fit, broken after commas.
fn broken(part: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for piece in part.split_inclusive(", ") {
        let fits = |line: &String| line.width() + piece.trim_end().width() <= width;
        match lines.last_mut().filter(|line| fits(line)) {
            Some(line) => line.push_str(piece),
            None => lines.push(piece.into()),
        }
    }
    lines.iter().map(|line| line.trim_end().into()).collect()
}

/// Returns one line of a text without characters that could move the cursor or the text, cut to
/// a number of columns.
pub(super) fn cut(text: &str, columns: usize) -> String {
    let mut line = String::new();
    let mut used = 0;
    let clean =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_invisible(*c));
    let mut marks = 0;
    for c in clean {
        let wide = c.width().unwrap_or(0);
        marks = if wide == 0 { marks + 1 } else { 0 };
        if marks > 1 {
            continue;
        }
        if used + wide > columns {
            while used + 1 > columns {
                used -= line.pop().and_then(UnicodeWidthChar::width).unwrap_or(1);
            }
            line.push('…');
            return line;
        }
        used += wide;
        line.push(c);
    }
    line
}

fn ascii(text: &str) -> String {
    let plain = |c: char| match c {
        '–' | '─' | '−' => '-',
        '·' => '.',
        '│' => '|',
        '▲' => '!',
        '…' => '~',
        '×' => 'x',
        '’' => '\'',
        c if c.is_ascii() => c,
        _ => '?',
    };
    // A mark on the letter before it has no column of its own.
    let has_column = |c: &char| c.width() != Some(0);
    text.replace(" · ", "; ").chars().filter(has_column).map(plain).collect()
}
