//! What is what, for screen readers: a tree of headings, paragraphs, tables and pictures.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use crate::draw::page::document::{Level, Marks};

/// What a part of a document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading with its words.
    Heading(Level, String),
    /// A paragraph.
    Paragraph,
    /// A list.
    List(Marks),
    /// One of its points.
    ListItem,
    /// The dot or number before it.
    ListMark,
    /// The words of it.
    ListWords,
    /// A table with what it shows.
    Table(String),
    /// The rows with the names of its columns.
    TableHead,
    /// The other rows.
    TableBody,
    /// A row.
    Row,
    /// The name of a column.
    ColumnName,
    /// The name of a row.
    RowName,
    /// A cell.
    Cell,
    /// A picture with its words.
    Figure(String),
    /// Parts that belong together.
    Group,
}

/// A part of a document: its place in [`Parts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PartId(usize);

/// All parts, each with the one it belongs to, in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<(Kind, Option<PartId>)>);

impl Parts {
    /// Adds a part to another, after all that it has; to the document where there is no other.
    pub(super) fn add(&mut self, kind: Kind, within: Option<PartId>) -> PartId {
        self.0.push((kind, within));
        PartId(self.0.len() - 1)
    }

    /// Returns how many parts there are.
    pub(super) fn n(&self) -> usize {
        self.0.len()
    }

    /// Forgets all parts but the first `n`.
    pub(super) fn keep(&mut self, n: usize) {
        self.0.truncate(n);
    }
}

/// What was painted of each part.
#[derive(Debug)]
pub(super) struct Painted {
    pieces: Vec<Vec<Identifier>>,
    places: Vec<Option<BBox>>,
}

impl Painted {
    /// Returns that nothing was painted yet.
    pub(super) fn nothing(parts: &Parts) -> Self {
        let n = parts.0.len();
        Self { pieces: vec![vec![]; n], places: vec![None; n] }
    }

    /// Notes that something was painted of a part.
    pub(super) fn note(&mut self, part: PartId, piece: Identifier) {
        if let Some(pieces) = self.pieces.get_mut(part.0) {
            pieces.push(piece);
        }
    }

    /// Notes where a picture is.
    pub(super) fn note_place(&mut self, part: PartId, page: usize, place: Rect) {
        if let Some(found) = self.places.get_mut(part.0) {
            *found = Some(BBox::new(page, place));
        }
    }

    /// Returns the tree of all parts.
    pub(super) fn tree(mut self, parts: &Parts, language: &str) -> TagTree {
        let mut children: Vec<Vec<Node>> = self
            .pieces
            .drain(..)
            .map(|pieces| pieces.into_iter().map(Node::Leaf).collect())
            .collect();
        // A part stands after the one it belongs to: from the last to the first, each is whole
        // when it is taken. Its own pieces come first, its parts after them from the last.
        let mut tree = TagTree::new().with_lang(Some(language.into()));
        let mut top = vec![];
        for (at, (kind, within)) in parts.0.iter().enumerate().rev() {
            let mut found = children.pop().unwrap_or_default();
            let n_pieces = found.iter().take_while(|node| matches!(node, Node::Leaf(_))).count();
            if let Some(inner) = found.get_mut(n_pieces..) {
                inner.reverse();
            }
            let place = self.places.get(at).copied().flatten();
            let node = Node::Group(TagGroup::with_children(tag(kind, place), found));
            match within.and_then(|within| children.get_mut(within.0)) {
                Some(siblings) => siblings.push(node),
                None => top.push(node),
            }
        }
        for node in top.into_iter().rev() {
            tree.push(node);
        }
        tree
    }
}

fn tag(kind: &Kind, place: Option<BBox>) -> TagKind {
    match kind {
        Kind::Heading(level, words) => {
            let level = match level {
                Level::One => NonZeroU16::MIN,
                Level::Two => NonZeroU16::MIN.saturating_add(1),
            };
            Tag::Hn(level, Some(words.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List(Marks::Dots) => Tag::L(ListNumbering::Disc).into(),
        Kind::List(Marks::Numbers) => Tag::L(ListNumbering::Decimal).into(),
        Kind::ListItem => Tag::LI.into(),
        Kind::ListMark => Tag::Lbl.into(),
        Kind::ListWords => Tag::LBody.into(),
        Kind::Table(summary) => {
            Tag::Table.with_summary(Some(summary.clone()).filter(|words| !words.is_empty())).into()
        }
        Kind::TableHead => Tag::THead.into(),
        Kind::TableBody => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnName => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowName => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(alt) => Tag::Figure(Some(alt.clone())).with_bbox(place).into(),
        Kind::Group => Tag::Div.into(),
    }
}
