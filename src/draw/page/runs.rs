//! A line of words as glyphs, ready to be painted.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use plotters::style::RGBColor;

use crate::draw::page::style::{Style, colour};
use crate::draw::page::text::{Text, Unit, em, features};
use crate::draw::typeface::{CAP_HEIGHT, Typeface, Weight};

/// Letters that look the same and are said together.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// Their glyphs, in parts of their size.
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// What is drawn.
    pub(super) shown: String,
    /// What is said, where that is something else.
    pub(super) said: Option<String>,
    /// How heavy.
    pub(super) weight: Weight,
    /// Their colour.
    pub(super) colour: RGBColor,
    /// From the left end of the line, pt.
    pub(super) x: f32,
}

/// A line of words.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// From left to right.
    pub(super) runs: Vec<Run>,
    /// The size of its letters, pt.
    pub(super) size: f32,
    /// How wide its ink is, pt: without the space that it ends with.
    pub(super) width: f32,
}

impl Line {
    /// Shapes some units of a text. The space at the end of a line stays: what is copied or read
    /// aloud needs it.
    pub(super) fn new(text: &Text, units: Range<usize>, style: Style, typeface: &Typeface) -> Self {
        let mut line = Self { runs: vec![], size: style.size, width: 0.0 };
        let mut rest = text.units.get(units).unwrap_or_default();
        let mut x = 0.0;
        while let Some(first) = rest.first() {
            let alike = |unit: &&Unit| unit.look == first.look && unit.is_true == first.is_true;
            let (run, after) = rest.split_at(rest.iter().take_while(alike).count());
            rest = after;
            let weight = style.weight(first.look);
            let shown = text.shown(run).to_string();
            let glyphs = glyphs(&shown, weight, style, typeface);
            let width = |glyphs: &[KrillaGlyph]| {
                style.size * glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>()
            };
            let inked = glyphs.iter().rposition(|glyph| !is_space(&shown, &glyph.text_range));
            if let Some(last) = inked {
                line.width = x + width(glyphs.get(..=last).unwrap_or_default());
            }
            let step = width(&glyphs);
            line.runs.push(Run {
                glyphs,
                said: (!first.is_true).then(|| text.said(run).to_string()),
                shown,
                weight,
                colour: colour(first.look),
                x,
            });
            x += step;
        }
        line
    }

    /// Returns how far below its upper edge the letters of a line stand, where it is so high.
    #[expect(clippy::cast_possible_truncation, reason = "a constant below one")]
    pub(super) fn baseline(&self, height: f32) -> f32 {
        f32::midpoint(height, self.size * CAP_HEIGHT as f32)
    }
}

/// Breaks a text into lines no wider than `room`.
pub(super) fn lines(text: &Text, room: f32, style: Style, typeface: &Typeface) -> Vec<Line> {
    let lines = text.lines(room).into_iter();
    lines.map(|units| Line::new(text, units, style, typeface)).collect()
}

fn is_space(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()) == Some(" ")
}

fn glyphs(text: &str, weight: Weight, style: Style, typeface: &Typeface) -> Vec<KrillaGlyph> {
    let shaped = typeface.shape(text, weight, features(style.digits));
    let place = |cluster: u32| usize::try_from(cluster).unwrap_or_default();
    let infos = shaped.glyph_infos();
    let mut glyphs = Vec::with_capacity(infos.len());
    for (at, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
        let mut after = infos.iter().skip(at).map(|next| next.cluster);
        let end = after.find(|next| *next != info.cluster).map_or(text.len(), place);
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            em(position.x_advance),
            em(position.x_offset),
            em(position.y_offset),
            em(position.y_advance),
            place(info.cluster)..end,
            None,
        ));
    }
    glyphs
}

#[cfg(test)]
mod tests {
    use crate::draw::page::document::Span;
    use crate::draw::page::runs::{Line, lines};
    use crate::draw::page::style::Style;
    use crate::draw::page::text::Text;
    use crate::draw::typeface::Typeface;

    fn line(spans: &[Span], style: Style) -> Line {
        let typeface = Typeface::new().unwrap();
        let text = Text::new(spans, style, &typeface);
        lines(&text, 500.0, style, &typeface).remove(0)
    }

    #[test]
    fn runs_part_where_look_or_truth_changes() {
        let spans = [Span::strong("10 May "), Span::plain("in 日本, again")];
        let line = line(&spans, Style::BODY);
        let runs: Vec<(&str, Option<&str>)> =
            line.runs.iter().map(|run| (run.shown.as_str(), run.said.as_deref())).collect();
        assert_eq!(
            runs,
            [("10 May ", None), ("in ", None), ("□□", Some("日本")), (", again", None)]
        );
        assert!(line.runs.is_sorted_by(|one, next| one.x < next.x));
        assert!(line.width > line.runs[3].x);
    }

    #[test]
    fn glyphs_of_one_letter_share_its_place() {
        let line = line(&[Span::plain("ax\u{301}b")], Style::BODY);
        let places: Vec<_> =
            line.runs[0].glyphs.iter().map(|glyph| glyph.text_range.clone()).collect();
        assert_eq!(places, [0..1, 1..4, 1..4, 4..5]);
    }

    #[test]
    fn numbers_stand_below_each_other() {
        let width = |digits: &str, style| line(&[Span::plain(digits)], style).width;
        assert!((width("1.1", Style::NUMBERS) - width("8.8", Style::NUMBERS)).abs() < 0.001);
        assert!((width("1.1", Style::BODY) - width("8.8", Style::BODY)).abs() > 0.5);
    }

    #[test]
    fn the_space_at_the_end_of_a_line_has_no_width() {
        let typeface = Typeface::new().unwrap();
        let text = Text::new(&[Span::plain("one two")], Style::BODY, &typeface);
        let lines = lines(&text, 20.0, Style::BODY, &typeface);
        assert_eq!(lines[0].runs[0].shown, "one ");
        let alone = line(&[Span::plain("one")], Style::BODY);
        assert!((lines[0].width - alone.width).abs() < 0.001);
    }
}
