//! Strips: pieces as wide as the page, and what is on them.

use std::rc::Rc;

use krilla::tagging::ArtifactType;
use plotters::style::RGBColor;

use crate::draw::page::document::Level;
use crate::draw::page::runs::Line;
use crate::draw::page::style::{ABOVE_WORDS, BAR, RULE};
use crate::draw::page::tags::PartId;
use crate::draw::theme;

/// A piece as wide as the page that stands on one page.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    /// Free room above it, unless it begins a page.
    pub(super) above: f32,
    /// How high it is.
    pub(super) height: f32,
    /// What is on it.
    pub(super) items: Vec<Item>,
    /// Whether the next one has to be on the same page.
    pub(super) hold: Hold,
    /// What is repeated above it where it begins a page.
    pub(super) head: Option<Rc<Self>>,
    /// Headings on it: how far down, their levels and words.
    pub(super) headings: Vec<(f32, Level, String)>,
    /// Whether it begins a page.
    pub(super) begins_page: bool,
}

/// Whether a page may end after a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Hold {
    /// It may.
    #[default]
    Free,
    /// It may not, if that can be helped.
    WithNext,
}

/// Something on a strip or a page; its place is its upper left corner, in pt.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// From the left edge of the words, on a page from the left edge of the paper.
    pub(super) x: f32,
    /// From the upper edge of the strip, on a page from that of the paper.
    pub(super) y: f32,
    /// What it is.
    pub(super) thing: Thing,
    /// What it is for.
    pub(super) role: Role,
}

/// What can be painted.
#[derive(Debug, Clone)]
pub(super) enum Thing {
    /// A line of words and how high it is.
    Words(Line, f32),
    /// A filled rectangle: width, height, colour.
    Box(f32, f32, RGBColor),
    /// A picture, by its place among all, with width and height.
    Picture(usize, f32, f32),
}

/// What an item is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// It is read as a piece of that part.
    Part(PartId),
    /// It is not read.
    Decoration(ArtifactType),
}

impl Strip {
    /// Moves everything on it.
    pub(super) fn shift(&mut self, right: f32, down: f32) {
        for item in &mut self.items {
            item.x += right;
            item.y += down;
        }
        for heading in &mut self.headings {
            heading.0 += down;
        }
    }

    /// Returns the same strip, not to be read again.
    pub(super) fn unread(&self) -> Self {
        let mut copy = self.clone();
        for item in &mut copy.items {
            item.role = Role::Decoration(ArtifactType::PaginationOther);
        }
        copy
    }
}

/// Returns strips as a single one.
pub(super) fn stack(strips: Vec<Strip>) -> Strip {
    let mut whole = Strip::default();
    for (at, mut strip) in strips.into_iter().enumerate() {
        whole.height += if at == 0 { 0.0 } else { strip.above };
        strip.shift(0.0, whole.height);
        whole.height += strip.height;
        whole.items.append(&mut strip.items);
        whole.headings.append(&mut strip.headings);
    }
    whole
}

/// Returns a line across.
pub(super) fn rule(width: f32) -> Strip {
    let line = Item {
        x: 0.0,
        y: 0.0,
        thing: Thing::Box(width, RULE, theme::INK),
        role: Role::Decoration(ArtifactType::Layout),
    };
    Strip { above: ABOVE_WORDS, height: RULE, items: vec![line], ..Strip::default() }
}

/// Returns a piece of the bar beside a warning.
pub(super) fn bar(height: f32) -> Item {
    Item {
        x: 0.0,
        y: 0.0,
        thing: Thing::Box(BAR, height, theme::WARNING),
        role: Role::Decoration(ArtifactType::Layout),
    }
}
