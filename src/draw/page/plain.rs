//! A document as plain text, for a look at it in a terminal: the same words in the same order.

use crate::draw::page::document::{
    Block, Cell, Document, Level, List, Marks, Span, Table, is_blank,
};
use crate::draw::typeface::readable;

/// Writes a document as plain text, a line for each thing that is said; whoever shows it breaks
/// long lines. Charts are told in words.
pub fn plain(document: &Document) -> String {
    let mut text = String::new();
    write(&document.blocks, "", &mut text);
    if !document.foot.is_empty() {
        line(&mut text, "\n", &document.foot);
    }
    text
}

fn write(blocks: &[Block], indent: &str, text: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(_, spans)
            | Block::Paragraph(crate::draw::page::document::Paragraph { spans, .. })
                if is_blank(spans) => {}
            Block::Heading(Level::One, spans) => line(text, "", &words(spans).to_uppercase()),
            Block::Heading(Level::Two, spans) => {
                text.push('\n');
                line(text, indent, &words(spans));
            }
            Block::Paragraph(it) => line(text, &format!("{indent}  "), &words(&it.spans)),
            Block::List(it) => list(it, indent, text),
            Block::Table(it) => table(it, indent, text),
            Block::Chart(it) => {
                text.push('\n');
                line(text, &format!("{indent}  "), &it.wide.alt);
            }
            Block::Warning(inner) => write(inner, indent, text),
            Block::Columns(it) => {
                it.columns.iter().for_each(|(_, inner)| write(inner, indent, text));
            }
            Block::Rule | Block::NewPage => text.push('\n'),
        }
    }
}

fn list(list: &List, indent: &str, text: &mut String) {
    for (at, spans) in list.items.iter().filter(|spans| !is_blank(spans)).enumerate() {
        let mark = match list.marks {
            Marks::Dots => "-".into(),
            Marks::Numbers => format!("{}.", at + 1),
        };
        line(text, &format!("{indent}  {mark} "), &words(spans));
    }
}

/// A row is a line: its name, then what stands in each column. A table of two columns needs no
/// names of them.
fn table(table: &Table, indent: &str, text: &mut String) {
    let is_pair = table.columns.len() <= 2;
    for row in &table.rows {
        let cells = table.columns.iter().zip(row).enumerate().filter_map(|(at, (column, cell))| {
            let said = match cell {
                Cell::Words(spans) => words(spans),
                Cell::Picture(picture) => readable(&picture.alt),
            };
            let named = at > 0 && !is_pair;
            (!said.is_empty()).then(|| if named { format!("{} {said}", column.name) } else { said })
        });
        let cells: Vec<String> = cells.collect();
        let between = if is_pair { ": " } else { ", " };
        line(text, &format!("{indent}  "), &cells.join(between));
    }
}

fn words(spans: &[Span]) -> String {
    let said: String = spans.iter().map(|span| span.text.as_str()).collect();
    readable(&said)
}

fn line(text: &mut String, indent: &str, words: &str) {
    text.push_str(indent);
    text.push_str(words);
    text.push('\n');
}
