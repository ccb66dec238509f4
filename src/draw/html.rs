//! A figure as HTML: the drawing, and the same in words below it.

use crate::chart::figure::Figure;
use crate::draw::page::document::{
    Align, Block, Chart, Document, Level, Paper, Paragraph, Span, TextSize,
};
use crate::draw::{Error, Size, page};

/// How large the drawing is that a phone shows, px.
const NARROW: (u32, u32) = (360, 460);

/// Draws a figure as one HTML file, which needs nothing else and loads nothing.
pub fn html(figure: &Figure, size: Size) -> Result<String, Error> {
    let narrow = Size::new(NARROW.0, NARROW.1)?;
    let small = |text: String| {
        let spans = vec![Span::quiet(text)];
        Block::Paragraph(Paragraph { spans, text_size: TextSize::Small, align: Align::Left })
    };
    let blocks = vec![
        Block::Heading(Level::One, vec![Span::plain(&figure.title)]),
        Block::Paragraph(Paragraph::new(vec![Span::quiet(figure.subtitle.join(" · "))])),
        Block::Chart(Chart::of(figure, size, narrow)?),
        small(figure.reading.join(" · ")),
        small(figure.alt.clone()),
    ];
    Ok(page::html(&Document {
        title: figure.title.clone(),
        language: figure.language,
        paper: Paper::A4,
        blocks,
        foot: String::new(),
    }))
}
