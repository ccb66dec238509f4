//! A figure as HTML: the drawing, and the same in words below it.

use crate::chart::figure::Figure;
use crate::draw::page::document::{
    Align, Block, Chart, Document, Level, Paper, Paragraph, Span, TextSize,
};
use crate::draw::{Error, Size, page};

/// How large the drawing is that a phone shows, px.
const NARROW: (u32, u32) = (360, 460);

/// Widest drawing on a page, px: printed on 182 mm, its smallest letters are 7 pt high.
const WIDEST: u32 = 700;

/// Draws a figure as one HTML file, which needs nothing else and loads nothing. The drawing has
/// the shape of `size` and is as wide as the window or the paper.
pub fn html(figure: &Figure, size: Size) -> Result<String, Error> {
    let wide = if size.width() > WIDEST {
        let height = size.height() * WIDEST / size.width();
        Size::new(WIDEST, height.max(Size::LEAST))?
    } else {
        size
    };
    let narrow = Size::new(NARROW.0, NARROW.1)?;
    let small = |text: String| {
        let spans = vec![Span::quiet(text)];
        Block::Paragraph(Paragraph { spans, text_size: TextSize::Small, align: Align::Left })
    };
    let blocks = vec![
        Block::Heading(Level::One, vec![Span::plain(&figure.title)]),
        Block::Paragraph(Paragraph::new(vec![Span::quiet(figure.subtitle.join(" · "))])),
        Block::Chart(Chart::of(figure, wide, narrow)?),
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
