//! A document as strips: pieces as wide as the page, one below the other, none of them divisible.

use std::rc::Rc;

use usvg::Tree;

use crate::draw::Error;
use crate::draw::page::document::{
    Align, Block, ColumnLevel, Columns, Document, Level, List, Marks, Paragraph, Picture, Span,
    is_blank,
};
use crate::draw::page::pages::{Page, paginate};
use crate::draw::page::runs::{Line, lines};
use crate::draw::page::strip::{Hold, Item, Role, Strip, Thing, bar, rule, stack};
use crate::draw::page::style::{
    ABOVE_BLOCK, ABOVE_HEADING, ABOVE_WORDS, BAR_INDENT, BOTTOM, GUTTER, INDENT, SIDE, Style, TOP,
    WIDE_INDENT, paper,
};
use crate::draw::page::table;
use crate::draw::page::tags::{Kind, PartId, Parts};
use crate::draw::page::text::Text;
use crate::draw::tree::Reader;
use crate::draw::typeface::{Typeface, readable};

/// A document on pages.
pub(super) struct Laid {
    /// Width and height of the paper.
    pub(super) paper: (f32, f32),
    /// From first to last.
    pub(super) pages: Vec<Page>,
    /// Everything that is read.
    pub(super) parts: Parts,
    /// Everything that is drawn.
    pub(super) pictures: Vec<Tree>,
}

/// Puts a document onto pages.
pub(super) fn lay_out(document: &Document) -> Result<Laid, Error> {
    let (width, height) = paper(document.paper);
    let mut setter = Setter {
        typeface: Typeface::new()?,
        parts: Parts::default(),
        reader: Reader::new(),
        pictures: vec![],
        page_height: height - TOP - BOTTOM,
    };
    let strips = setter.blocks(&document.blocks, width - 2.0 * SIDE, None)?;
    let pages = paginate(strips, setter.page_height);
    Ok(Laid { paper: (width, height), pages, parts: setter.parts, pictures: setter.pictures })
}

/// What sets blocks into strips.
pub(super) struct Setter {
    /// The fonts.
    pub(super) typeface: Typeface,
    /// Everything that is read so far.
    pub(super) parts: Parts,
    reader: Reader,
    pictures: Vec<Tree>,
    /// The room on a page.
    pub(super) page_height: f32,
}

impl Setter {
    fn blocks(
        &mut self,
        blocks: &[Block],
        width: f32,
        within: Option<PartId>,
    ) -> Result<Vec<Strip>, Error> {
        let mut strips = vec![];
        let mut begins_page = false;
        for block in blocks {
            let mut set = match block {
                Block::Heading(level, spans) => self.heading(*level, spans, width, within),
                Block::Paragraph(paragraph) => self.paragraph(paragraph, width, within),
                Block::List(list) => self.list(list, width, within),
                Block::Table(table) => table::strips(self, table, width, within)?,
                Block::Chart(chart) => vec![self.chart(&chart.wide, width, within)?],
                Block::Warning(blocks) => self.warning(blocks, width, within)?,
                Block::Columns(columns) => self.columns(columns, width, within)?,
                Block::Rule => vec![rule(width)],
                Block::NewPage => {
                    begins_page = true;
                    continue;
                }
            };
            if let Some(first) = set.first_mut() {
                first.begins_page = std::mem::take(&mut begins_page);
            }
            strips.append(&mut set);
        }
        Ok(strips)
    }

    fn heading(
        &mut self,
        level: Level,
        spans: &[Span],
        width: f32,
        within: Option<PartId>,
    ) -> Vec<Strip> {
        let style = Style::of_heading(level);
        let words: String = spans.iter().map(|span| span.text.as_str()).collect();
        if is_blank(spans) {
            return vec![];
        }
        let title = readable(&words);
        let part = self.parts.add(Kind::Heading(level, title.clone()), within);
        let mut strips = self.words(spans, style, Align::Left, width, part);
        for strip in &mut strips {
            strip.hold = Hold::WithNext;
        }
        if let Some(first) = strips.first_mut() {
            first.above = ABOVE_HEADING;
            first.headings.push((0.0, level, title));
        }
        strips
    }

    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        width: f32,
        within: Option<PartId>,
    ) -> Vec<Strip> {
        if is_blank(&paragraph.spans) {
            return vec![];
        }
        let style = Style::of_text(paragraph.text_size);
        let part = self.parts.add(Kind::Paragraph, within);
        let mut strips = self.words(&paragraph.spans, style, paragraph.align, width, part);
        if let Some(first) = strips.first_mut() {
            first.above = ABOVE_WORDS;
        }
        strips
    }

    /// Sets words into lines, one strip each; a single line is left neither behind nor over.
    fn words(
        &self,
        spans: &[Span],
        style: Style,
        align: Align,
        width: f32,
        part: PartId,
    ) -> Vec<Strip> {
        let text = Text::new(spans, style, &self.typeface);
        let lines = lines(&text, width, style, &self.typeface);
        let n = lines.len();
        let strip = |(at, line): (usize, Line)| Strip {
            height: style.leading(),
            hold: if at == 0 || at + 2 == n { Hold::WithNext } else { Hold::Free },
            items: vec![Item {
                x: match align {
                    Align::Left => 0.0,
                    Align::Right => width - line.width,
                },
                y: 0.0,
                thing: Thing::Words(line, style.leading()),
                role: Role::Part(part),
            }],
            ..Strip::default()
        };
        let mut strips: Vec<Strip> = lines.into_iter().enumerate().map(strip).collect();
        if let Some(last) = strips.last_mut() {
            last.hold = Hold::Free;
        }
        strips
    }

    fn list(&mut self, list: &List, width: f32, within: Option<PartId>) -> Vec<Strip> {
        let items = || list.items.iter().filter(|spans| !is_blank(spans));
        if items().next().is_none() {
            return vec![];
        }
        let part = self.parts.add(Kind::List(list.marks), within);
        let indent = if items().count() < 10 { INDENT } else { WIDE_INDENT };
        let mut all = vec![];
        for (at, spans) in items().enumerate() {
            let item = self.parts.add(Kind::ListItem, Some(part));
            let mark_part = self.parts.add(Kind::ListMark, Some(item));
            let words_part = self.parts.add(Kind::ListWords, Some(item));
            let mark = match list.marks {
                Marks::Dots => Span::plain("•"),
                Marks::Numbers => Span::strong(format!("{}.", at + 1)),
            };
            let mark = self.words(&[mark], Style::BODY, Align::Left, width, mark_part);
            let room = width - indent;
            let mut strips = self.words(spans, Style::BODY, Align::Left, room, words_part);
            for strip in &mut strips {
                strip.shift(indent, 0.0);
            }
            if let (Some(first), Some(mark)) = (strips.first_mut(), mark.into_iter().next()) {
                first.above = ABOVE_WORDS;
                first.items.splice(0..0, mark.items);
            }
            all.extend(strips);
        }
        all
    }

    /// Reads a picture; returns its place among all, and its size where it is not stretched.
    pub(super) fn picture(&mut self, picture: &Picture) -> Result<(usize, f32, f32), Error> {
        let tree = self.reader.read(&picture.svg)?;
        let (width, height) = (tree.size().width(), tree.size().height());
        self.pictures.push(tree);
        Ok((self.pictures.len() - 1, width, height))
    }

    fn chart(
        &mut self,
        picture: &Picture,
        width: f32,
        within: Option<PartId>,
    ) -> Result<Strip, Error> {
        let part = self.parts.add(Kind::Figure(readable(&picture.alt)), within);
        let (place, px_width, px_height) = self.picture(picture)?;
        let scale = (width / px_width).min(self.page_height / px_height);
        let height = px_height * scale;
        let item = Item {
            x: 0.0,
            y: 0.0,
            thing: Thing::Picture(place, px_width * scale, height),
            role: Role::Part(part),
        };
        Ok(Strip { above: ABOVE_BLOCK, height, items: vec![item], ..Strip::default() })
    }

    fn warning(
        &mut self,
        blocks: &[Block],
        width: f32,
        within: Option<PartId>,
    ) -> Result<Vec<Strip>, Error> {
        let part = self.parts.add(Kind::Group, within);
        let mut strips = self.blocks(blocks, width - BAR_INDENT, Some(part))?;
        for (at, strip) in strips.iter_mut().enumerate() {
            // The bar has no holes: what is free above a strip becomes part of it.
            let down = if at == 0 { 0.0 } else { strip.above };
            strip.shift(BAR_INDENT, down);
            strip.height += down;
            strip.above = if at == 0 { ABOVE_BLOCK } else { 0.0 };
            if let Some(head) = &mut strip.head {
                let head = Rc::make_mut(head);
                head.shift(BAR_INDENT, 0.0);
                head.items.insert(0, bar(head.height));
            }
            strip.items.insert(0, bar(strip.height));
        }
        Ok(strips)
    }

    fn columns(
        &mut self,
        columns: &Columns,
        width: f32,
        within: Option<PartId>,
    ) -> Result<Vec<Strip>, Error> {
        let n_gutters = f32::from(u8::try_from(columns.columns.len()).unwrap_or(u8::MAX)) - 1.0;
        let room = width - GUTTER * n_gutters;
        let shares: f32 = columns.columns.iter().map(|(share, _)| f32::from(*share)).sum();
        // Where they do not fit beside each other they are set again, so nothing may stay of this.
        let before = self.parts.n();
        let n_pictures = self.pictures.len();
        let mut set = vec![];
        let mut left = 0.0;
        for (share, blocks) in &columns.columns {
            let own = room * f32::from(*share) / shares.max(1.0);
            let strips = self.blocks(blocks, own, within)?;
            set.push((left, stack(strips)));
            left += own + GUTTER;
        }
        let height = set.iter().map(|(_, strip)| strip.height).fold(0.0, f32::max);
        if height > self.page_height {
            self.parts.keep(before);
            self.pictures.truncate(n_pictures);
            let mut strips = vec![];
            for (_, blocks) in &columns.columns {
                strips.extend(self.blocks(blocks, width, within)?);
            }
            return Ok(strips);
        }
        let mut whole = Strip { above: ABOVE_BLOCK, height, ..Strip::default() };
        for (left, mut strip) in set {
            let down = match columns.level {
                ColumnLevel::First => 0.0,
                ColumnLevel::Last => height - strip.height,
            };
            strip.shift(left, down);
            whole.items.append(&mut strip.items);
            whole.headings.append(&mut strip.headings);
        }
        Ok(vec![whole])
    }
}

#[cfg(test)]
mod tests {
    use crate::draw::page::document::{
        Align, Block, Cell, Column, ColumnKind, ColumnLevel, Columns, Document, List, Marks, Paper,
        Paragraph, Span, Table,
    };
    use crate::draw::page::flow::{Laid, lay_out};
    use crate::draw::page::strip::Thing;
    use crate::draw::page::style::{BOTTOM, SIDE, TOP};
    use crate::language::ENGLISH;

    fn laid(blocks: Vec<Block>) -> Laid {
        let (title, foot) = (String::new(), String::new());
        let (language, paper) = (&ENGLISH, Paper::A4);
        lay_out(&Document { title, language, paper, blocks, foot }).unwrap()
    }

    fn words(text: &str) -> Block {
        Block::Paragraph(Paragraph::new(vec![Span::plain(text)]))
    }

    /// Everything with these words in every place that takes some.
    fn all(text: &str) -> Vec<Block> {
        let spans = || vec![Span::strong(text), Span::plain(text)];
        let kinds = [ColumnKind::Names, ColumnKind::Words, ColumnKind::Numbers];
        let column = |kind| Column { name: text.into(), kind };
        let rows = (0..9).map(|_| vec![Cell::Words(spans()), Cell::Words(spans())]).collect();
        let table = Table { summary: text.into(), columns: kinds.map(column).into(), rows };
        vec![
            Block::Paragraph(Paragraph { align: Align::Right, ..Paragraph::new(spans()) }),
            Block::List(List { marks: Marks::Numbers, items: vec![spans(); 5] }),
            Block::Table(table.clone()),
            Block::Warning(vec![words(text), Block::Rule, Block::Table(table)]),
            Block::Columns(Columns {
                columns: vec![(1, vec![words(text)]), (2, vec![words(text), words(text)])],
                level: ColumnLevel::Last,
            }),
        ]
    }

    #[test]
    fn nothing_leaves_the_page() {
        for text in ["word", "some words that fill a line or two ", &"w".repeat(300), "日本語"] {
            for text in [text.to_string(), text.repeat(40)] {
                let laid = laid(all(&text));
                let (width, height) = laid.paper;
                for item in laid.pages.iter().flat_map(|page| &page.items) {
                    let (wide, high) = match &item.thing {
                        Thing::Words(line, high) => (line.width, *high),
                        Thing::Box(wide, high, _) | Thing::Picture(_, wide, high) => (*wide, *high),
                    };
                    assert!(item.x >= SIDE - 0.1 && item.y >= TOP - 0.1, "{} {}", item.x, item.y);
                    // Kerning around the end of a line takes or gives a little.
                    assert!(item.x + wide <= width - SIDE + 2.0, "{} + {wide}: {text:.9}", item.x);
                    assert!(item.y + high <= height - BOTTOM + 0.1, "{} + {high}", item.y);
                }
            }
        }
    }

    #[test]
    fn columns_without_room_stand_below_each_other() {
        let columns = |n| {
            let column = || (1, (0..n).map(|_| words("one")).collect());
            Block::Columns(Columns { columns: vec![column(), column()], level: ColumnLevel::First })
        };
        let lefts = |laid: &Laid| {
            let items = laid.pages.iter().flat_map(|page| &page.items);
            items.filter(|item| item.x > SIDE + 1.0).count()
        };
        let (beside, below) = (laid(vec![columns(10)]), laid(vec![columns(70)]));
        assert_eq!((beside.pages.len(), lefts(&beside), beside.parts.n()), (1, 10, 20));
        assert_eq!((below.pages.len(), lefts(&below), below.parts.n()), (3, 0, 140));
    }
}
