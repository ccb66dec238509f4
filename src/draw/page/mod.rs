//! Pages of text, tables and charts: one value, and its faces: PDF, HTML, plain text.
//!
//! Whoever has something to hand over makes a [`Document`]; nothing here knows what it says. As PDF
//! it becomes strips as wide as the page, which are put onto pages and then painted; as HTML the
//! browser does all that.

pub mod document;
mod flow;
mod html;
mod inline;
mod pages;
mod paint;
mod plain;
mod runs;
mod sheet;
mod strip;
mod style;
mod table;
mod tags;
mod text;

use chrono::{DateTime, Utc};

use crate::draw::Error;
use crate::draw::export::Pdf;
use crate::draw::page::document::Document;
pub use crate::draw::page::html::html;
pub use crate::draw::page::plain::plain;

/// Writes a document as PDF: tagged for screen readers, with bookmarks, the same bytes
/// for the same document and moment.
pub fn pdf(document: &Document, at: DateTime<Utc>) -> Result<Pdf, Error> {
    let laid = flow::lay_out(document)?;
    paint::paint(document, &laid, at)
}

/// Returns how many pages a document takes on paper.
pub fn n_pages(document: &Document) -> Result<usize, Error> {
    Ok(flow::lay_out(document)?.pages.len())
}
