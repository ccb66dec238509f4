//! The person's own words: the latest notes.

use crate::draw::page::document::{Block, Span};
use crate::report::Said;
use crate::report::page::{Page, heading, paragraph};

impl Page<'_> {
    pub(super) fn notes(&self) -> Vec<Block> {
        let notes = &self.report.notes;
        if notes.is_empty() {
            return vec![];
        }
        let said = |said: &Said| {
            let text = (self.words.quoted)(&self.cut(&said.text));
            vec![Span::strong(format!("{} ", self.date(said.date))), Span::plain(text)]
        };
        let mut blocks = vec![heading(self.words.own_words)];
        blocks.extend(notes.iter().take(self.detail.notes).map(|it| paragraph(said(it))));
        let more = notes.len().saturating_sub(self.detail.notes);
        if more > 0 {
            blocks.push(paragraph(vec![Span::quiet((self.words.and_more)(more))]));
        }
        blocks
    }
}
