//! The fonts in the program: what a text measures, and which texts can be drawn at all.

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Face, Feature, GlyphBuffer, UnicodeBuffer};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::draw::Error;

/// The file of the regular weight.
pub(super) const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
/// The file of the semi-bold weight.
pub(super) const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");
/// The name by which a surface asks for these files.
pub(super) const FAMILY: &str = "Inter";
/// Units of the fonts for each em.
pub(super) const UNITS_PER_EM: f32 = 2048.0;
/// Height of a capital letter, as a share of the text size.
pub(super) const CAP_HEIGHT: f64 = 1490.0 / 2048.0;

/// What is drawn instead of a character that the fonts lack: Inter has no U+FFFD.
pub(super) const MISSING: char = '\u{25A1}';
/// Longest text that is looked at; what follows could never fit on a picture.
const LONGEST_CHARS: usize = 400;
/// Longest title or description for a screen reader, characters.
const LONGEST_WORDS: usize = 2000;
/// Marks on one letter that are kept; more would climb into the line above.
const MARKS_PER_LETTER: usize = 1;

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// The usual weight.
    Regular,
    /// For titles, names and warnings.
    SemiBold,
}

/// The fonts, parsed once for each picture.
pub(super) struct Typeface {
    regular: Face<'static>,
    semi_bold: Face<'static>,
}

impl Typeface {
    /// Parses the fonts in the program.
    pub(super) fn new() -> Result<Self, Error> {
        let face = |bytes| Face::from_slice(bytes, 0).ok_or(Error::Font);
        Ok(Self { regular: face(REGULAR)?, semi_bold: face(SEMI_BOLD)? })
    }

    /// Returns the glyphs of a text, from left to right, and where they stand.
    pub(super) fn shape(&self, text: &str, weight: Weight, features: &[Feature]) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        rustybuzz::shape(self.face(weight), features, buffer)
    }

    /// Returns how wide a text is, kerning included, in the unit of `size`.
    pub(super) fn width(&self, text: &str, weight: Weight, size: f64) -> f64 {
        let face = self.face(weight);
        let shaped = self.shape(text, weight, &[]);
        let advance: i64 =
            shaped.glyph_positions().iter().map(|glyph| i64::from(glyph.x_advance)).sum();
        scale(advance, face, size)
    }

    /// Returns a text as it can be drawn: one line, composed, nothing invisible or reordering, and
    /// a white square for what the fonts lack.
    pub(super) fn drawable(&self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len().min(LONGEST_CHARS));
        let mut marks = 0;
        let mut taken = 0;
        for c in text.nfc() {
            if c.is_whitespace() {
                if !clean.is_empty() && !clean.ends_with(' ') {
                    clean.push(' ');
                }
                continue;
            }
            if is_invisible(c) {
                continue;
            }
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            if marks > MARKS_PER_LETTER || (marks > 0 && (clean.is_empty() || clean.ends_with(' ')))
            {
                continue;
            }
            taken += 1;
            if taken > LONGEST_CHARS {
                break;
            }
            clean.push(if self.covers(c) { c } else { MISSING });
        }
        clean.truncate(clean.trim_end().len());
        clean
    }

    /// Returns a text that can be drawn and is no wider than `room`: cut with "…" where it must
    /// be, and empty where not even one letter and "…" fit.
    pub(super) fn fit(&self, text: &str, weight: Weight, size: f64, room: f64) -> String {
        let clean = self.drawable(text);
        if self.width(&clean, weight, size) <= room {
            return clean;
        }
        // Kerning around the cut takes or gives a little, so the last step is to measure.
        let about = room - self.width("…", weight, size) + 0.2 * size;
        let reaches = self.reaches(&clean, weight, size);
        let cuts =
            reaches.iter().take_while(|(_, reach)| *reach <= about).filter(|(at, _)| *at > 0);
        let mut cuts: Vec<usize> = cuts.map(|(at, _)| *at).collect();
        while let Some(end) = cuts.pop() {
            let cut = format!("{}…", clean.get(..end).unwrap_or_default().trim_end());
            if self.width(&cut, weight, size) <= room {
                return cut;
            }
        }
        String::new()
    }

    /// Returns for each place between two letters how far the text before it reaches.
    fn reaches(&self, text: &str, weight: Weight, size: f64) -> Vec<(usize, f64)> {
        let face = self.face(weight);
        let shaped = self.shape(text, weight, &[]);
        let mut advance = 0;
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let mut reaches: Vec<(usize, f64)> = vec![];
        for (glyph, position) in glyphs {
            let at = usize::try_from(glyph.cluster).unwrap_or(usize::MAX);
            if reaches.last().is_none_or(|(last, _)| *last < at) {
                reaches.push((at, scale(advance, face, size)));
            }
            advance += i64::from(position.x_advance);
        }
        reaches
    }

    /// Joins parts with " · " into as few lines as fit into `room`.
    pub(super) fn wrap<'p>(
        &self,
        parts: impl IntoIterator<Item = &'p String>,
        size: f64,
        room: f64,
    ) -> Vec<String> {
        let mut lines: Vec<String> = vec![];
        for part in parts {
            let part = self.fit(part, Weight::Regular, size, room);
            if part.is_empty() {
                continue;
            }
            let joined = lines.last().map(|line| format!("{line} · {part}"));
            match joined.filter(|line| self.width(line, Weight::Regular, size) <= room) {
                Some(line) => {
                    if let Some(last) = lines.last_mut() {
                        *last = line;
                    }
                }
                None => lines.push(part),
            }
        }
        lines
    }

    fn face(&self, weight: Weight) -> &Face<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        }
    }

    /// Tells whether the fonts have a character, in each weight.
    pub(super) fn covers(&self, c: char) -> bool {
        self.regular.glyph_index(c).is_some_and(|glyph| glyph != GlyphId(0))
            && self.semi_bold.glyph_index(c).is_some_and(|glyph| glyph != GlyphId(0))
    }
}

/// Returns words as a screen reader is given them: one line, nothing invisible, not endless.
pub(super) fn readable(words: &str) -> String {
    let readable: String = words
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_invisible(*c))
        .take(LONGEST_WORDS)
        .collect();
    readable.trim().into()
}

/// Tells whether a character has no ink, changes the direction of text, or is none at all.
pub(super) fn is_invisible(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || (code & 0xFFFE) == 0xFFFE
        || matches!(code,
            0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
            | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFDD0..=0xFDEF
            | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A | 0xE000..=0xF8FF | 0xE0000..=0x0010_FFFF)
}

/// Tells whether a character makes one letter of several, such as a family of emoji.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(u32::from(c), 0x200C | 0x200D | 0xFE00..=0xFE0F | 0xE0020..=0xE007F)
}

#[expect(clippy::cast_precision_loss, reason = "font units of one line are far below 2^53")]
fn scale(advance: i64, face: &Face<'_>, size: f64) -> f64 {
    advance as f64 * size / f64::from(face.units_per_em())
}

#[cfg(test)]
mod tests {
    use crate::draw::typeface::{Typeface, Weight};

    #[test]
    fn kerning_counts() {
        let type_ = Typeface::new().unwrap();
        let pair = type_.width("AV", Weight::Regular, 100.0);
        let apart =
            type_.width("A", Weight::Regular, 100.0) + type_.width("V", Weight::Regular, 100.0);
        assert!(pair < apart - 1.0, "{pair} {apart}");
        assert!(
            type_.width("pain", Weight::SemiBold, 10.0)
                > type_.width("pain", Weight::Regular, 10.0)
        );
    }

    #[test]
    fn a_text_is_made_drawable() {
        let type_ = Typeface::new().unwrap();
        for (written, drawn) in [
            ("  fell \t off\nthe\u{0}\u{1b}[31m bike ", "fell off the[31m bike"),
            ("Ørsted naïve Καλά Это đau", "Ørsted naïve Καλά Это đau"),
            ("nai\u{308}ve", "naïve"),
            ("日本", "□□"),
            ("👨\u{200d}👩\u{200d}👧", "□□□"),
            ("a\u{202e}b\u{2066}c\u{ad}d\u{feff}\u{fffe}", "abcd"),
            ("x\u{301}\u{302}\u{303}\u{304}\u{305}", "x\u{301}"),
            ("\u{301} a", "a"),
            ("", ""),
        ] {
            assert_eq!(type_.drawable(written), drawn, "{written:?}");
        }
    }

    #[test]
    fn a_text_is_cut_to_fit() {
        let type_ = Typeface::new().unwrap();
        let room = 80.0;
        let cut = type_.fit(&"w".repeat(10_000), Weight::Regular, 11.0, room);
        assert!(cut.ends_with('…') && cut.len() > 5, "{cut}");
        assert!(type_.width(&cut, Weight::Regular, 11.0) <= room);
        assert_eq!(type_.fit("new chair", Weight::Regular, 11.0, room), "new chair");
        assert_eq!(type_.fit("new chair", Weight::Regular, 11.0, 2.0), "");
        assert_eq!(type_.fit("new chair bought", Weight::Regular, 11.0, 60.0), "new chair…");
    }

    #[test]
    fn parts_wrap_whole() {
        let type_ = Typeface::new().unwrap();
        let parts =
            ["one two".to_string(), String::new(), "three four".to_string(), "five".to_string()];
        assert_eq!(type_.wrap(&parts, 11.0, 500.0), ["one two · three four · five"]);
        assert_eq!(type_.wrap(&parts, 11.0, 90.0), ["one two", "three four · five"]);
    }
}
