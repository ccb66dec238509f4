//! The person's own words: the latest notes.

use crate::draw::page::document::{Block, Span};
use crate::report::Said;
use crate::report::page::{Page, heading, labelled, paragraph};

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
        let mut shown: Vec<Vec<Span>> = notes.iter().take(self.detail.notes).map(said).collect();
        let more = notes.len().saturating_sub(self.detail.notes);
        let Some(last) = shown.last_mut() else {
            return vec![paragraph(labelled(self.words.own_words, (self.words.and_more)(more)))];
        };
        if more > 0 {
            last.push(Span::quiet(format!(" {}", (self.words.and_more)(more))));
        }
        if let [only] = shown.as_mut_slice() {
            only.insert(0, Span::strong(format!("{}: ", self.words.own_words)));
            return shown.into_iter().map(paragraph).collect();
        }
        let shown = shown.into_iter().map(paragraph);
        std::iter::once(heading(self.words.own_words)).chain(shown).collect()
    }
}
