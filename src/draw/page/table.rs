//! Tables: how wide columns are, and rows as strips.

use std::rc::Rc;

use krilla::tagging::ArtifactType;
use plotters::style::RGBColor;

use crate::draw::Error;
use crate::draw::page::document::{Cell, Column, ColumnKind, Span, Table};
use crate::draw::page::flow::Setter;
use crate::draw::page::runs::lines;
use crate::draw::page::strip::{Hold, Item, Role, Strip, Thing, stack};
use crate::draw::page::style::{ABOVE_BLOCK, CELL_GAP, CELL_PAD, HAIRLINE, PT_PER_PX, RULE, Style};
use crate::draw::page::tags::{Kind, PartId};
use crate::draw::page::text::Text;
use crate::draw::theme;
use crate::draw::typeface::readable;

/// The share of a page that a row may fill without being divided, and a head be repeated.
const MOST_WHOLE: f32 = 0.25;

/// The share of the width up to which a column of numbers or names has each of them on one line.
const MOST_ON_ONE_LINE: f32 = 0.2;

/// What a cell shows.
enum Content {
    Words(Text, Style),
    /// A picture by its place among all, with width and height.
    Picture(usize, f32, f32),
}

/// A cell and the part that it is.
struct Set {
    content: Content,
    part: PartId,
}

/// Sets a table into strips.
pub(super) fn strips(
    setter: &mut Setter,
    table: &Table,
    width: f32,
    within: Option<PartId>,
) -> Result<Vec<Strip>, Error> {
    let part = setter.parts.add(Kind::Table(readable(&table.summary)), within);
    let head_part = setter.parts.add(Kind::TableHead, Some(part));
    let head = head(setter, &table.columns, head_part);
    let body_part = setter.parts.add(Kind::TableBody, Some(part));
    let mut rows = vec![];
    for cells in &table.rows {
        rows.push(row(setter, &table.columns, cells, body_part)?);
    }
    let widths = widths(&table.columns, &head, &rows, width);
    let is_whole = |strips: &[Strip]| {
        strips.iter().map(|strip| strip.height).sum::<f32>() <= setter.page_height * MOST_WHOLE
    };

    let set = |cells: &[Set]| row_strips(setter, &table.columns, cells, &widths);
    let mut all = set(&head);
    underline(&mut all, width, HAIRLINE, theme::AXIS);
    let repeated = is_whole(&all).then(|| Rc::new(stack(all.clone()).unread()));
    for strip in &mut all {
        strip.hold = Hold::WithNext;
    }
    for (at, cells) in rows.iter().enumerate() {
        let mut strips = set(cells);
        if at + 1 == rows.len() {
            underline(&mut strips, width, RULE, theme::GRID);
        } else {
            underline(&mut strips, width, HAIRLINE, theme::GRID);
        }
        let hold = if is_whole(&strips) { Hold::WithNext } else { Hold::Free };
        for strip in &mut strips {
            strip.hold = hold;
            strip.head.clone_from(&repeated);
        }
        if let Some(last) = strips.last_mut() {
            last.hold = Hold::Free;
        }
        all.extend(strips);
    }
    if let Some(first) = all.first_mut() {
        first.above = ABOVE_BLOCK;
    }
    Ok(all)
}

fn head(setter: &mut Setter, columns: &[Column], head: PartId) -> Vec<Set> {
    let row = setter.parts.add(Kind::Row, Some(head));
    let name = |column: &Column| {
        let part = setter.parts.add(Kind::ColumnName, Some(row));
        let text = Text::new(&[Span::quiet(&column.name)], Style::BODY, &setter.typeface);
        Set { content: Content::Words(text, Style::BODY), part }
    };
    columns.iter().map(name).collect()
}

fn row(
    setter: &mut Setter,
    columns: &[Column],
    cells: &[Cell],
    body: PartId,
) -> Result<Vec<Set>, Error> {
    let row = setter.parts.add(Kind::Row, Some(body));
    let mut set = vec![];
    for (at, column) in columns.iter().enumerate() {
        let kind = match (column.kind, cells.get(at)) {
            (_, Some(Cell::Picture(picture))) => Kind::Figure(readable(&picture.alt)),
            (ColumnKind::Names, _) => Kind::RowName,
            _ => Kind::Cell,
        };
        let part = match kind {
            Kind::Figure(_) => {
                let cell = setter.parts.add(Kind::Cell, Some(row));
                setter.parts.add(kind, Some(cell))
            }
            _ => setter.parts.add(kind, Some(row)),
        };
        let content = match cells.get(at) {
            Some(Cell::Picture(picture)) => {
                let (place, width, height) = setter.picture(picture)?;
                Content::Picture(place, width * PT_PER_PX, height * PT_PER_PX)
            }
            words => {
                let spans = match words {
                    Some(Cell::Words(spans)) => spans.as_slice(),
                    _ => &[],
                };
                let style = match column.kind {
                    ColumnKind::Numbers => Style::NUMBERS,
                    _ => Style::BODY,
                };
                Content::Words(Text::new(spans, style, &setter.typeface), style)
            }
        };
        set.push(Set { content, part });
    }
    Ok(set)
}

/// Returns how wide each column is. Where all fits on one line, what is left over goes to words,
/// else to names; where it does not, each column gets its widest word, then its share of the rest.
fn widths(columns: &[Column], head: &[Set], rows: &[Vec<Set>], width: f32) -> Vec<f32> {
    let cells = |at: usize| {
        std::iter::once(head)
            .chain(rows.iter().map(Vec::as_slice))
            .filter_map(move |row| row.get(at))
    };
    let needs: Vec<(f32, f32)> = (0..columns.len())
        .map(|at| {
            let needs = cells(at).map(|set| needs(&set.content));
            let (least, most) = needs.fold((0.0, 0.0), |(least, most), need| {
                (f32::max(least, need.0), f32::max(most, need.1))
            });
            // Numbers and short names stay on one line, unless they leave little for the rest.
            let stays = columns
                .get(at)
                .is_some_and(|it| matches!(it.kind, ColumnKind::Numbers | ColumnKind::Names));
            (if stays && most <= width * MOST_ON_ONE_LINE { most } else { least }, most)
        })
        .collect();
    let n_gaps = f32::from(u8::try_from(columns.len()).unwrap_or(u8::MAX).saturating_sub(1));
    let room = (width - CELL_GAP * n_gaps).max(0.0);
    let least: f32 = needs.iter().map(|need| need.0).sum();
    let most: f32 = needs.iter().map(|need| need.1).sum();
    if most <= room {
        let is = |kind| move |column: &Column| column.kind == kind;
        let widest = if columns.iter().any(is(ColumnKind::Words)) {
            ColumnKind::Words
        } else {
            ColumnKind::Names
        };
        let grows = is(widest);
        let n_grow = columns.iter().filter(|column| grows(column)).count();
        let spare = (room - most) / f32::from(u8::try_from(n_grow.max(1)).unwrap_or(u8::MAX));
        let own = |(column, need): (&Column, &(f32, f32))| {
            need.1 + if grows(column) { spare } else { 0.0 }
        };
        return columns.iter().zip(&needs).map(own).collect();
    }
    if least <= room {
        let share = (room - least) / (most - least).max(1.0);
        return needs.iter().map(|(least, most)| least + (most - least) * share).collect();
    }
    // Words are broken between letters, wherever they are wider than a fair share.
    let share = room / least.max(1.0);
    needs.iter().map(|(least, _)| least * share).collect()
}

fn needs(content: &Content) -> (f32, f32) {
    match content {
        Content::Words(text, _) => {
            // What is measured in two ways may differ in the last bit.
            let (least, most) = text.widths();
            (least + 0.01, most + 0.01)
        }
        Content::Picture(_, width, _) => (*width, *width),
    }
}

/// Sets a row: one strip for each line of it, so that a row of any height goes onto pages.
fn row_strips(setter: &Setter, columns: &[Column], cells: &[Set], widths: &[f32]) -> Vec<Strip> {
    let mut strips: Vec<Strip> = vec![];
    let mut left = 0.0;
    for ((column, cell), own) in columns.iter().zip(cells).zip(widths) {
        let is_right = matches!(column.kind, ColumnKind::Numbers | ColumnKind::Pictures);
        let x = |width: f32| left + if is_right { own - width } else { 0.0 };
        match &cell.content {
            Content::Words(text, style) => {
                let lines = lines(text, *own, *style, &setter.typeface);
                for (at, line) in lines.into_iter().enumerate() {
                    let (x, high) = (x(line.width), style.leading());
                    add(&mut strips, at, Thing::Words(line, high), (x, high), cell.part);
                }
            }
            Content::Picture(place, width, height) => {
                let scale = (own / width).min(1.0);
                let (width, height) = (width * scale, height * scale);
                let thing = Thing::Picture(*place, width, height);
                add(&mut strips, 0, thing, (x(width), height), cell.part);
            }
        }
        left += own + CELL_GAP;
    }
    if strips.is_empty() {
        strips.push(Strip { height: Style::BODY.leading(), ..Strip::default() });
    }
    for strip in &mut strips {
        middle(strip);
    }
    if let Some(first) = strips.first_mut() {
        first.shift(0.0, CELL_PAD);
        first.height += CELL_PAD;
    }
    if let Some(last) = strips.last_mut() {
        last.height += CELL_PAD;
    }
    strips
}

/// Adds something to a line of a row; for now its place down is its height.
fn add(strips: &mut Vec<Strip>, at: usize, thing: Thing, (x, high): (f32, f32), part: PartId) {
    while strips.len() <= at {
        strips.push(Strip::default());
    }
    if let Some(strip) = strips.get_mut(at) {
        strip.height = strip.height.max(high);
        strip.items.push(Item { x, y: high, thing, role: Role::Part(part) });
    }
}

/// Puts what is lower than its line into the middle of it.
fn middle(strip: &mut Strip) {
    for item in &mut strip.items {
        item.y = (strip.height - item.y) / 2.0;
    }
}

/// Draws a rule below the last strip of a row.
fn underline(strips: &mut [Strip], width: f32, thick: f32, colour: RGBColor) {
    if let Some(last) = strips.last_mut() {
        last.items.push(Item {
            x: 0.0,
            y: last.height,
            thing: Thing::Box(width, thick, colour),
            role: Role::Decoration(ArtifactType::Layout),
        });
        last.height += thick;
    }
}
