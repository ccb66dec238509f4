//! Words as they can be drawn, and what they say where that is not the same.
//!
//! A letter that the fonts lack is drawn as a white square, but a screen reader, a search and
//! someone who copies it get the letter that was written.

use std::ops::Range;

use rustybuzz::Feature;
use rustybuzz::ttf_parser::Tag;
use unicode_linebreak::linebreaks;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::draw::page::document::{Look, Span};
use crate::draw::page::style::{Digits, Style};
use crate::draw::typeface::{MISSING, Typeface, UNITS_PER_EM, is_invisible, is_joiner};

/// Marks on one letter that are drawn; more would climb into the line above.
const MARKS_DRAWN: usize = 1;
/// Marks on one letter that are kept at all.
const MARKS_KEPT: usize = 16;

/// What stays on the line of its number.
const UNITS: [&str; 7] = ["%", "h", "kg", "mg", "min", "ml", "Std"];

/// A letter with its marks: what stays on one line.
#[derive(Debug)]
pub(super) struct Unit {
    /// Where it is in what is drawn.
    shown: Range<usize>,
    /// Where it is in what is said.
    said: Range<usize>,
    /// Whether it is drawn as it is said.
    pub(super) is_true: bool,
    /// How it looks.
    pub(super) look: Look,
    /// How far the next one stands from it, in pt.
    pub(super) advance: f32,
    /// Whether a line may end before it.
    pub(super) begins_line: bool,
}

/// Words without line breaks.
#[derive(Debug)]
pub(super) struct Text {
    shown: String,
    said: String,
    /// In order; none is empty.
    pub(super) units: Vec<Unit>,
}

impl Text {
    /// Returns the words of some spans, measured.
    pub(super) fn new(spans: &[Span], style: Style, typeface: &Typeface) -> Self {
        let mut text = Self { shown: String::new(), said: String::new(), units: vec![] };
        for span in spans {
            for c in span.text.nfc() {
                text.push(c, span.look, typeface);
            }
        }
        while text.is_blank(text.units.len().wrapping_sub(1)) {
            text.units.pop();
        }
        text.shown.truncate(text.units.last().map_or(0, |unit| unit.shown.end));
        text.said.truncate(text.units.last().map_or(0, |unit| unit.said.end));
        text.find_breaks();
        text.measure(style, typeface);
        text
    }

    /// Tells whether a unit is a space.
    pub(super) fn is_blank(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|unit| self.shown.get(unit.shown.clone()) == Some(" "))
    }

    /// Returns what is drawn of some units.
    pub(super) fn shown(&self, units: &[Unit]) -> &str {
        let (Some(first), Some(last)) = (units.first(), units.last()) else { return "" };
        self.shown.get(first.shown.start..last.shown.end).unwrap_or_default()
    }

    /// Returns what some units say.
    pub(super) fn said(&self, units: &[Unit]) -> &str {
        let (Some(first), Some(last)) = (units.first(), units.last()) else { return "" };
        self.said.get(first.said.start..last.said.end).unwrap_or_default()
    }

    fn push(&mut self, c: char, look: Look, typeface: &Typeface) {
        let last = self.units.len().wrapping_sub(1);
        // Spaces that keep words together are letters like others.
        let is_glue = matches!(c, '\u{a0}' | '\u{202f}');
        if c.is_whitespace() && !is_glue {
            if !self.units.is_empty() && !self.is_blank(last) {
                self.push_unit((' ', ' '), look);
            }
        } else if is_joiner(c) {
            // Emoji of several parts are one only with what joins them.
            if self.units.last().is_some_and(|unit| !unit.is_true) {
                self.add_to_last(c, None);
            }
        } else if is_invisible(c) {
        } else if is_combining_mark(c) {
            let is_after_letter = !self.units.is_empty() && !self.is_blank(last);
            if is_after_letter {
                let is_drawn = typeface.covers(c) && self.marks_drawn(last) < MARKS_DRAWN;
                self.add_to_last(c, is_drawn.then_some(c));
            }
        } else if typeface.covers(c) {
            self.push_unit((c, c), look);
        } else {
            self.push_unit((MISSING, c), look);
        }
    }

    fn push_unit(&mut self, (shown, said): (char, char), look: Look) {
        let (shown_from, said_from) = (self.shown.len(), self.said.len());
        self.shown.push(shown);
        self.said.push(said);
        self.units.push(Unit {
            shown: shown_from..self.shown.len(),
            said: said_from..self.said.len(),
            is_true: shown == said,
            look,
            advance: 0.0,
            begins_line: false,
        });
    }

    /// Adds a mark or a joiner to the last letter: to what it says, and to what is drawn.
    fn add_to_last(&mut self, said: char, shown: Option<char>) {
        let Some(unit) = self.units.last_mut() else { return };
        let n_kept = self.said.get(unit.said.clone()).map_or(0, |said| said.chars().count());
        if n_kept > MARKS_KEPT {
            return;
        }
        self.said.push(said);
        unit.said.end = self.said.len();
        match shown.filter(|_| unit.is_true) {
            Some(shown) => {
                self.shown.push(shown);
                unit.shown.end = self.shown.len();
            }
            None => unit.is_true = false,
        }
    }

    fn marks_drawn(&self, unit: usize) -> usize {
        let shown = self.units.get(unit).and_then(|unit| self.shown.get(unit.shown.clone()));
        shown.map_or(0, |shown| shown.chars().count().saturating_sub(1))
    }

    /// Finds where lines may end (UAX 14), by what is said: squares have no language.
    fn find_breaks(&mut self) {
        for (at, _) in linebreaks(&self.said) {
            // No place is found for a break between a letter and its marks, or at the end.
            let found = self.units.binary_search_by_key(&at, |unit| unit.said.start).ok();
            let found = found.filter(|_| !self.parts_number_and_unit(at));
            if let Some(unit) = found.and_then(|unit| self.units.get_mut(unit)) {
                unit.begins_line = true;
            }
        }
    }

    /// Tells whether what stands before a place is a number and what stands after it its unit:
    /// a number alone at the end of a line is read as another.
    fn parts_number_and_unit(&self, at: usize) -> bool {
        let Some((before, after)) = self.said.split_at_checked(at) else { return false };
        let is_number = before.ends_with(' ') && before.trim_end().ends_with(char::is_numeric);
        let word = after.find(|c: char| !c.is_alphanumeric() && c != '%').unwrap_or(after.len());
        is_number && after.get(..word).is_some_and(|word| UNITS.contains(&word))
    }

    fn measure(&mut self, style: Style, typeface: &Typeface) {
        let mut from = 0;
        while let Some(first) = self.units.get(from) {
            let weight = style.weight(first.look);
            let same = self.units.iter().skip(from);
            let n = same.take_while(|unit| style.weight(unit.look) == weight).count();
            let Some(run) = self.units.get(from..from + n) else { return };
            let start = first.shown.start;
            let shaped = typeface.shape(self.shown(run), weight, features(style.digits));
            let mut at = from;
            for (glyph, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                let byte = start + usize::try_from(glyph.cluster).unwrap_or_default();
                while self.units.get(at).is_some_and(|unit| unit.shown.end <= byte) {
                    at += 1;
                }
                if let Some(unit) = self.units.get_mut(at) {
                    unit.advance += em(position.x_advance) * style.size;
                }
            }
            from += n;
        }
    }

    /// Returns the width of the widest word, and of all words on one line, in pt.
    pub(super) fn widths(&self) -> (f32, f32) {
        let (mut widest, mut word, mut line) = (0.0_f32, 0.0_f32, 0.0_f32);
        for (place, unit) in self.units.iter().enumerate() {
            if unit.begins_line {
                word = 0.0;
            }
            line += unit.advance;
            if !self.is_blank(place) {
                word += unit.advance;
                widest = widest.max(word);
            }
        }
        (widest, line)
    }

    /// Returns which units stand on each line, where lines are no wider than `room`. A word that
    /// is wider is broken between letters.
    pub(super) fn lines(&self, room: f32) -> Vec<Range<usize>> {
        let mut lines = vec![];
        let (mut start, mut last_break, mut x) = (0, 0, 0.0);
        let mut at = 0;
        while let Some(unit) = self.units.get(at) {
            if unit.begins_line {
                last_break = at;
            }
            // A space at the end of a line hangs over it.
            if !self.is_blank(at) && x + unit.advance > room && at > start {
                let end = if last_break > start { last_break } else { at };
                lines.push(start..end);
                start = end;
                at = end;
                x = 0.0;
                continue;
            }
            x += unit.advance;
            at += 1;
        }
        if start < at {
            lines.push(start..at);
        }
        lines
    }
}

/// Returns the features of the font that make digits equally wide.
pub(super) fn features(digits: Digits) -> &'static [Feature] {
    const EQUAL: &[Feature] =
        &[Feature { tag: Tag::from_bytes(b"tnum"), value: 1, start: 0, end: u32::MAX }];
    match digits {
        Digits::Plain => &[],
        Digits::Equal => EQUAL,
    }
}

/// Returns units of the font as a share of the size of letters.
#[expect(clippy::cast_precision_loss, reason = "one glyph is far below 2^24 units wide")]
pub(super) fn em(units: i32) -> f32 {
    units as f32 / UNITS_PER_EM
}

#[cfg(test)]
mod tests {
    use crate::draw::page::document::Span;
    use crate::draw::page::style::Style;
    use crate::draw::page::text::Text;
    use crate::draw::typeface::Typeface;

    fn text(words: &str) -> Text {
        let spans = [Span::plain(words)];
        Text::new(&spans, Style::BODY, &Typeface::new().unwrap())
    }

    /// The lines as they are drawn.
    fn lines(words: &str, room: f32) -> Vec<String> {
        let text = text(words);
        let lines = text.lines(room).into_iter();
        lines.map(|line| text.shown(&text.units[line]).to_string()).collect()
    }

    #[test]
    fn what_is_drawn_and_what_is_said() {
        for (written, shown, said) in [
            ("  off \t the\nbike ", "off the bike", "off the bike"),
            ("\u{0}a\u{1b}[31m\u{202e}b\u{feff}", "a[31mb", "a[31mb"),
            ("nai\u{308}ve", "naïve", "naïve"),
            ("日本 go", "□□ go", "日本 go"),
            ("👨\u{200d}👩\u{200d}👧 x", "□□□ x", "👨\u{200d}👩\u{200d}👧 x"),
            ("a\u{200d}b\u{fe0f}", "ab", "ab"),
            ("שלום", "□□□□", "שלום"),
            ("x\u{301}\u{302}", "x\u{301}", "x\u{301}\u{302}"),
            ("\u{301}a \u{301}", "a", "a"),
            ("5\u{a0}kg", "5\u{a0}kg", "5\u{a0}kg"),
            ("", "", ""),
            (" \n ", "", ""),
        ] {
            let text = text(written);
            assert_eq!(text.shown(&text.units), shown, "{written:?}");
            assert_eq!(text.said(&text.units), said, "{written:?}");
        }
    }

    #[test]
    fn a_letter_is_drawn_as_it_is_said_or_not() {
        let text = text("a日x\u{301}\u{302}b");
        let is_true: Vec<bool> = text.units.iter().map(|unit| unit.is_true).collect();
        assert_eq!(is_true, [true, false, false, true]);
    }

    #[test]
    fn lines_end_where_they_may() {
        let one = text("one two-three 4/5 end").widths().1;
        assert_eq!(lines("one two-three 4/5 end", one + 0.1), ["one two-three 4/5 end"]);
        assert_eq!(lines("one two-three", 26.0), ["one ", "two-", "three"]);
        assert_eq!(lines("5\u{a0}kg less", 30.0), ["5\u{a0}kg ", "less"]);
        assert_eq!(lines("at 5 kg, less", 24.0), ["at ", "5 kg, ", "less"]);
        assert_eq!(lines("at 5 kgs less", 24.0), ["at 5 ", "kgs ", "less"]);
        assert_eq!(lines("日本語です", 20.0).concat(), "□□□□□");
        assert!(lines("", 20.0).is_empty());
    }

    #[test]
    fn a_word_without_end_is_broken_between_letters() {
        let broken = lines(&"w".repeat(10_000), 100.0);
        let (_, whole) = broken.split_last().unwrap();
        assert!(whole.len() > 500 && whole.iter().all(|line| line.len() > 10));
        assert_eq!(broken.concat().len(), 10_000);
        assert_eq!(lines("wide", 0.0), ["w", "i", "d", "e"]);
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let words = "He slept on the left side, AVAVA To Ty, 12:30–13:30, naïve Łódź (again).";
        for room in [20.0_f32, 33.3, 57.0, 120.0, 300.0] {
            let text = text(words);
            for line in text.lines(room) {
                let units = &text.units[line];
                let width: f32 = units.iter().map(|unit| unit.advance).sum();
                assert!(width <= room + 3.0, "{room}: {}", text.shown(units));
            }
        }
    }
}
