//! Strips onto pages: what belongs together stays together, and the head of a table is repeated.

use crate::draw::page::document::Level;
use crate::draw::page::strip::{Hold, Item, Strip};
use crate::draw::page::style::{SIDE, TOP};

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What is on it, placed on the paper.
    pub(super) items: Vec<Item>,
    /// Headings on it: how far down, their levels and words.
    pub(super) headings: Vec<(f32, Level, String)>,
}

/// Puts strips onto as many pages as they need, at least one.
pub(super) fn paginate(strips: Vec<Strip>, room: f32) -> Vec<Page> {
    let mut pages = Pages { done: vec![], page: Page::default(), y: 0.0, room };
    let mut group: Vec<Strip> = vec![];
    for strip in strips {
        let hold = strip.hold;
        group.push(strip);
        if hold == Hold::Free {
            pages.place(std::mem::take(&mut group));
        }
    }
    pages.place(group);
    pages.done.push(pages.page);
    pages.done
}

struct Pages {
    done: Vec<Page>,
    page: Page,
    /// How much of the page is used.
    y: f32,
    room: f32,
}

impl Pages {
    /// Places strips that belong together: on this page, else on the next, else wherever each
    /// of them fits.
    fn place(&mut self, group: Vec<Strip>) {
        let inner: f32 = group.iter().skip(1).map(|strip| strip.above).sum();
        let height = inner + group.iter().map(|strip| strip.height).sum::<f32>();
        let first = group.first();
        let above = first.map_or(0.0, |strip| strip.above);
        let head = first.and_then(|strip| strip.head.as_ref()).map_or(0.0, |head| head.height);
        let fits_here = self.y + self.above(above) + height <= self.room;
        let begins_page = first.is_some_and(|strip| strip.begins_page);
        let goes_on = !fits_here && head + height <= self.room;
        if self.y > 0.0 && (begins_page || goes_on) {
            self.turn();
        }
        for strip in group {
            self.put(strip);
        }
    }

    fn put(&mut self, mut strip: Strip) {
        if self.y > 0.0 && self.y + strip.above + strip.height > self.room {
            self.turn();
        }
        let is_continued = self.y == 0.0 && !self.done.is_empty();
        if let Some(head) = strip.head.take().filter(|_| is_continued) {
            self.put(Strip::clone(&head));
        }
        self.y += self.above(strip.above);
        strip.shift(SIDE, TOP + self.y);
        self.y += strip.height;
        self.page.items.append(&mut strip.items);
        self.page.headings.append(&mut strip.headings);
    }

    /// Free room above a strip: none at the top of a page.
    fn above(&self, above: f32) -> f32 {
        if self.y > 0.0 { above } else { 0.0 }
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.y = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use krilla::tagging::ArtifactType;

    use crate::draw::page::pages::{Page, paginate};
    use crate::draw::page::strip::{Hold, Item, Role, Strip, Thing};
    use crate::draw::page::style::TOP;
    use crate::draw::theme;

    const ROOM: f32 = 100.0;

    /// A strip that is as high as its mark is wide.
    fn strip(height: f32, above: f32, hold: Hold) -> Strip {
        let mark = Item {
            x: 0.0,
            y: 0.0,
            thing: Thing::Box(height, 1.0, theme::INK),
            role: Role::Decoration(ArtifactType::Layout),
        };
        Strip { above, height, items: vec![mark], hold, ..Strip::default() }
    }

    /// How far down each mark stands, and what it is.
    fn marks(page: &Page) -> Vec<(f32, f32)> {
        let mark = |item: &Item| match item.thing {
            Thing::Box(width, ..) => Some(((item.y - TOP).round(), width)),
            _ => None,
        };
        page.items.iter().filter_map(mark).collect()
    }

    fn set(strips: Vec<Strip>) -> Vec<Vec<(f32, f32)>> {
        paginate(strips, ROOM).iter().map(marks).collect()
    }

    #[test]
    fn pages_are_filled_and_begin_at_the_top() {
        let strips = (0..5).map(|_| strip(30.0, 10.0, Hold::Free)).collect();
        let page = vec![(0.0, 30.0), (40.0, 30.0)];
        assert_eq!(set(strips), [page.clone(), page, vec![(0.0, 30.0)]]);
        assert_eq!(set(vec![]), [vec![]]);
    }

    #[test]
    fn what_is_held_goes_to_the_next_page_together() {
        let strips = vec![
            strip(60.0, 0.0, Hold::Free),
            strip(10.0, 5.0, Hold::WithNext),
            strip(20.0, 5.0, Hold::WithNext),
            strip(15.0, 5.0, Hold::Free),
        ];
        let next = vec![(0.0, 10.0), (15.0, 20.0), (40.0, 15.0)];
        assert_eq!(set(strips), [vec![(0.0, 60.0)], next]);
    }

    #[test]
    fn what_is_held_and_higher_than_a_page_goes_wherever_it_fits() {
        let mut strips = vec![strip(60.0, 0.0, Hold::Free)];
        strips.extend((0..4).map(|_| strip(30.0, 0.0, Hold::WithNext)));
        let pages = set(strips);
        assert_eq!(pages.concat().len(), 5);
        assert_eq!(pages[0], [(0.0, 60.0), (60.0, 30.0)]);
        assert_eq!(pages[1], [(0.0, 30.0), (30.0, 30.0), (60.0, 30.0)]);
    }

    #[test]
    fn a_page_begins_where_it_is_asked_to() {
        let begun = Strip { begins_page: true, ..strip(20.0, 5.0, Hold::WithNext) };
        let strips =
            vec![begun.clone(), strip(10.0, 0.0, Hold::Free), begun, strip(10.0, 0.0, Hold::Free)];
        let page = vec![(0.0, 20.0), (20.0, 10.0)];
        assert_eq!(set(strips), [page.clone(), page]);
    }

    #[test]
    fn a_strip_that_is_higher_than_a_page_has_one_for_itself() {
        let strips = vec![
            strip(10.0, 0.0, Hold::Free),
            strip(130.0, 0.0, Hold::Free),
            strip(10.0, 0.0, Hold::Free),
        ];
        assert_eq!(set(strips), [vec![(0.0, 10.0)], vec![(0.0, 130.0)], vec![(0.0, 10.0)]]);
    }

    #[test]
    fn a_head_is_repeated_where_its_rows_go_on() {
        let head = strip(8.0, 6.0, Hold::WithNext);
        let row = || Strip { head: Some(Rc::new(head.clone())), ..strip(30.0, 0.0, Hold::Free) };
        let mut strips = vec![head.clone()];
        strips.extend((0..6).map(|_| row()));
        let page = vec![(0.0, 8.0), (8.0, 30.0), (38.0, 30.0), (68.0, 30.0)];
        assert_eq!(set(strips), [page.clone(), page]);
    }
}
