//! A document as one HTML file: no script, nothing from elsewhere, for screens, phones and paper.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::draw::page::document::{
    Align, Block, Cell, Chart, Column, ColumnKind, ColumnLevel, Columns, Document, Level, List,
    Look, Marks, Paragraph, Picture, Span, Table, TextSize, is_blank,
};
use crate::draw::page::inline::{Fit, Inliner};
use crate::draw::page::sheet;
use crate::draw::typeface::{is_invisible, is_joiner, readable};

/// What a browser may load and do: styles of the file itself, fonts and pictures within it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/// Writes a document as HTML. The same document gives the same bytes.
pub fn html(document: &Document) -> String {
    let mut pictures = Inliner::default();
    let title = readable(&document.title);
    let page = html! {
        (DOCTYPE)
        html lang=(document.language.id) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="generator" content=(concat!("twinge ", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { (PreEscaped(sheet::sheet(document.paper))) }
            }
            body {
                main {
                    @if !is_headed(&document.blocks) { h1.unseen { (title) } }
                    (blocks(&document.blocks, &mut pictures))
                }
                @if !document.foot.is_empty() { footer { (calm(&document.foot)) } }
            }
        }
    };
    page.into_string() + "\n"
}

/// Tells whether there is a heading of the whole document.
fn is_headed(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading(Level::One, words) => !is_blank(words),
        Block::Warning(inner) => is_headed(inner),
        Block::Columns(it) => it.columns.iter().any(|(_, inner)| is_headed(inner)),
        _ => false,
    })
}

fn blocks(blocks: &[Block], pictures: &mut Inliner) -> Markup {
    html! { @for it in blocks { (block(it, pictures)) } }
}

fn block(block: &Block, pictures: &mut Inliner) -> Markup {
    match block {
        Block::Heading(_, words) if is_blank(words) => html! {},
        Block::Paragraph(it) if is_blank(&it.spans) => html! {},
        Block::Heading(Level::One, words) => html! { h1 { (spans(words)) } },
        Block::Heading(Level::Two, words) => html! { h2 { (spans(words)) } },
        Block::Paragraph(it) => paragraph(it),
        Block::List(it) => list(it),
        Block::Table(it) => table(it, pictures),
        Block::Chart(it) => chart(it, pictures),
        Block::Warning(inner) => html! { div.warning { (blocks(inner, pictures)) } },
        Block::Columns(it) => columns(it, pictures),
        Block::Rule => html! { hr; },
        Block::NewPage => html! { div.turn {} },
    }
}

fn spans(spans: &[Span]) -> Markup {
    html! {
        @for span in spans {
            @match span.look {
                Look::Plain => (calm(&span.text)),
                Look::Strong => strong { (calm(&span.text)) },
                Look::Quiet => span.quiet { (calm(&span.text)) },
                Look::Warning => strong.alarm { (calm(&span.text)) },
            }
        }
    }
}

fn paragraph(it: &Paragraph) -> Markup {
    let class = match (it.text_size, it.align) {
        (TextSize::Usual, Align::Left) => None,
        (TextSize::Usual, Align::Right) => Some("right"),
        (TextSize::Small, Align::Left) => Some("small"),
        (TextSize::Small, Align::Right) => Some("small right"),
    };
    html! { p class=[class] { (spans(&it.spans)) } }
}

fn list(it: &List) -> Markup {
    let said: Vec<&Vec<Span>> = it.items.iter().filter(|item| !is_blank(item)).collect();
    let items = html! { @for item in &said { li { (spans(item)) } } };
    match it.marks {
        _ if said.is_empty() => items,
        Marks::Dots => html! { ul { (items) } },
        Marks::Numbers => html! { ol { (items) } },
    }
}

fn table(it: &Table, pictures: &mut Inliner) -> Markup {
    let summary = readable(&it.summary);
    let label = Some(&summary).filter(|words| !words.is_empty());
    html! {
        div.scroll role="region" tabindex="0" aria-label=[label] {
            table {
                @if !summary.is_empty() { caption.unseen { (summary) } }
                thead {
                    tr {
                        @for column in &it.columns {
                            th.end[is_at_end(column)] scope="col" { (calm(&column.name)) }
                        }
                    }
                }
                tbody { @for row in &it.rows { tr { (cells(&it.columns, row, pictures)) } } }
            }
        }
    }
}

fn is_at_end(column: &Column) -> bool {
    matches!(column.kind, ColumnKind::Numbers | ColumnKind::Pictures)
}

fn cells(columns: &[Column], row: &[Cell], pictures: &mut Inliner) -> Markup {
    html! {
        @for (at, column) in columns.iter().enumerate() {
            @let content = html! {
                @match row.get(at) {
                    Some(Cell::Words(words)) => (spans(words)),
                    Some(Cell::Picture(it)) => span role="img" aria-label=(readable(&it.alt)) {
                        (pictures.picture(&it.svg, Fit::Natural))
                    },
                    None => "",
                }
            };
            @match column.kind {
                ColumnKind::Names => th scope="row" { (content) },
                ColumnKind::Words => td { (content) },
                ColumnKind::Numbers => td.end.number { (content) },
                ColumnKind::Pictures => td.end { (content) },
            }
        }
    }
}

fn chart(it: &Chart, pictures: &mut Inliner) -> Markup {
    let mut picture = |it: &Picture| pictures.picture(&it.svg, Fit::Width);
    html! {
        figure {
            @if let Some(narrow) = &it.narrow {
                div.wide { (picture(&it.wide)) }
                div.narrow { (picture(narrow)) }
            } @else {
                div { (picture(&it.wide)) }
            }
        }
    }
}

fn columns(it: &Columns, pictures: &mut Inliner) -> Markup {
    let shares: Vec<String> = it.columns.iter().map(|(share, _)| format!("{share}fr")).collect();
    let style = format!("--shares: {}", shares.join(" "));
    html! {
        div.columns.at-end[it.level == ColumnLevel::Last] style=(style) {
            @for (_, inner) in &it.columns { div { (blocks(inner, pictures)) } }
        }
    }
}

/// Returns words without what would reorder, hide or break the words around them.
fn calm(words: &str) -> String {
    let spaced = words.chars().map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c });
    spaced.filter(|c| is_joiner(*c) || !is_invisible(*c)).collect()
}
