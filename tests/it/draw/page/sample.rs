//! Documents to hand over: like the page for a doctor, and such as nobody should make.

use std::fmt::Write as _;

use twinge::draw::page::document::{
    Align, Block, Cell, Chart, Column, ColumnKind, ColumnLevel, Columns, Document, Level, List,
    Marks, Paper, Paragraph, Picture, Span, Table, TextSize,
};
use twinge::draw::{Size, svg};
use twinge::language::ENGLISH;

use crate::draw::sample::{HOSTILE, half_a_year};

pub(crate) fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Upper back pain".into(),
        language: &ENGLISH,
        paper: Paper::A4,
        blocks,
        foot: "Self-reported with twinge on the person’s own computer. Not a diagnosis.".into(),
    }
}

pub(crate) fn words(text: &str) -> Block {
    Block::Paragraph(Paragraph::new(vec![Span::plain(text)]))
}

pub(crate) fn heading(level: Level, text: &str) -> Block {
    Block::Heading(level, vec![Span::plain(text)])
}

fn at_right(spans: Vec<Span>) -> Block {
    Block::Paragraph(Paragraph { align: Align::Right, ..Paragraph::new(spans) })
}

fn small(text: &str) -> Block {
    let spans = vec![Span::quiet(text)];
    Block::Paragraph(Paragraph { text_size: TextSize::Small, ..Paragraph::new(spans) })
}

/// A line such as the one beside a row of numbers.
pub(crate) fn small_picture() -> Picture {
    let mut path = String::from("M2 10");
    for x in 1..40 {
        write!(path, "L{} {}", 2 + x * 4, 4 + (x * 7) % 11).unwrap();
    }
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"170\" height=\"18\" \
         viewBox=\"0 0 170 18\"><path fill=\"none\" stroke=\"#173F73\" stroke-width=\"1.2\" \
         d=\"{path}\"/><circle cx=\"158\" cy=\"12\" r=\"2.5\" fill=\"#B04A00\"/></svg>"
    );
    Picture { svg, alt: "falling from 7 to 2".into() }
}

pub(crate) fn chart() -> Chart {
    let size = |width, height| Size::new(width, height).unwrap();
    Chart::of(&half_a_year(), size(700, 480), size(360, 420)).unwrap()
}

fn column(name: &str, kind: ColumnKind) -> Column {
    Column { name: name.into(), kind }
}

pub(crate) fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        summary: "The first four weeks beside the last four".into(),
        columns: vec![
            column("Measure", ColumnKind::Names),
            column("First 28 days", ColumnKind::Numbers),
            column("Last 28 days", ColumnKind::Numbers),
            column("Change", ColumnKind::Numbers),
            column("Weekly, 6 months", ColumnKind::Pictures),
        ],
        rows,
    }
}

pub(crate) fn row(name: &str, unit: &str, numbers: [&str; 3]) -> Vec<Cell> {
    let [first, last, change] = numbers.map(ToString::to_string);
    vec![
        Cell::Words(vec![Span::strong(name), Span::plain(unit)]),
        Cell::Words(vec![Span::plain(first)]),
        Cell::Words(vec![Span::strong(last)]),
        Cell::Words(vec![Span::plain(change)]),
        Cell::Picture(small_picture()),
    ]
}

/// Who, what and when.
fn head() -> Columns {
    Columns {
        level: ColumnLevel::Last,
        columns: vec![
            (
                3,
                vec![
                    Block::Heading(
                        Level::One,
                        vec![Span::plain("Upper back pain "), Span::quiet("report")],
                    ),
                    Block::Paragraph(Paragraph::new(vec![Span::quiet(
                        "1 March – 31 August 2026 · 184 days, 168 with an entry (91%)",
                    )])),
                ],
            ),
            (
                2,
                vec![
                    at_right(vec![Span::strong("Zoë Müller"), Span::plain(" · born 14 May 1981")]),
                    at_right(vec![Span::quiet("for: Dr A. Naïf-Ørsted · prepared 31 Aug 2026")]),
                ],
            ),
        ],
    }
}

/// Much like the page for a doctor.
pub(crate) fn report() -> Document {
    let rows = vec![
        row("Day pain", ", median (middle half), 0–10", ["5 (5–6)", "3 (2–3)", "−2"]),
        row("Night pain", ", median (middle half), 0–10", ["7 (6–7)", "1 (1–2)", "−6"]),
        row("Nights woken by pain", ", per week", ["6.1", "0.0", "−6.1"]),
        row("Exercise", ", minutes per week", ["28", "137", "+109"]),
    ];
    let signs = Block::Paragraph(Paragraph::new(vec![
        Span::strong("Warning signs recorded: 2. "),
        Span::warning("10 May "),
        Span::plain("Fall on stairs; back hurt on breathing in for about an hour. · "),
        Span::warning("20 Jul "),
        Span::plain("Numb left hand for 2 h after sitting, went away. "),
        Span::quiet("Asked about and not reported: fever, weight loss, numb saddle."),
    ]));
    let note = |day: &str, text: &str| {
        Block::Paragraph(Paragraph::new(vec![Span::strong(format!("{day} ")), Span::plain(text)]))
    };
    let notes = vec![
        heading(Level::Two, "In the person’s words"),
        note("3 Mar", "“Woke at 3, sharp pain between the blades. Slept on my left again.”"),
        note("8 Apr", "“First physio with Frau Übelhör – stiff, no weakness. Neck tilt, 5× 5 s.”"),
        note("20 Jul", "“Numb hand after 4 h train (Kraków–Łódź). 日本 trip next? 👩\u{200d}⚕️”"),
    ];
    let questions = vec![
        heading(Level::Two, "Questions for this visit"),
        Block::List(List {
            marks: Marks::Numbers,
            items: vec![
                vec![Span::plain(
                    "Is the night pain gone because of the position or the exercise?",
                )],
                vec![Span::plain("Does the numb hand on 20 July need a test?")],
                vec![Span::plain("May I lift again, and how do I build up?")],
            ],
        }),
    ];
    document(vec![
        Block::Columns(head()),
        Block::Rule,
        Block::Table(table(rows)),
        Block::Warning(vec![signs]),
        heading(Level::Two, "Day and night pain, with what changed"),
        Block::Chart(chart()),
        small("Dots: each entry. Lines: 7-day medians. Hatching: no entries."),
        Block::Columns(Columns {
            level: ColumnLevel::First,
            columns: vec![(1, notes), (1, questions)],
        }),
    ])
}

/// A table of many rows below some pages of notes.
pub(crate) fn long() -> Document {
    let mut blocks = vec![heading(Level::One, "Everything")];
    for n in 1..=3 {
        blocks.push(heading(Level::Two, &format!("Part {n}")));
        for m in 1..=24 {
            let text =
                format!("Note {n}.{m}: {}", "slept on the side, no pain at night; ".repeat(7));
            blocks.push(words(&text));
        }
        let rows = (1..=40).map(|m| {
            let name = format!("Row {n}.{m}");
            let unit = ", a name that is long ".repeat(m % 4);
            row(&name, &unit, ["5 (5–6)", "3", "−2"])
        });
        blocks.push(Block::Table(table(rows.collect())));
    }
    document(blocks)
}

/// Every block with words that nobody should write, and then some.
pub(crate) fn hostile() -> Document {
    let endless = "w".repeat(10_000);
    let prose = "he slept badly again, and then ".repeat(400);
    let mut all: Vec<String> = HOSTILE.iter().map(|text| (*text).to_string()).collect();
    all.extend([endless, prose, "日本語".repeat(2000), "\u{1b}\u{0}\u{202e}".into()]);
    all.push("</style></script><script>alert(1)</script><img src=x onerror=alert(1)>".into());
    all.push("a\u{a0}b \u{2028}c\u{85}d \u{ad}e \u{fdd0}\u{10ffff} \u{f8ff}".into());
    let mut blocks = vec![];
    for text in &all {
        let spans = || vec![Span::strong(text), Span::plain(" | "), Span::warning(text)];
        blocks.push(Block::Heading(Level::Two, spans()));
        blocks.push(Block::Paragraph(Paragraph::new(spans())));
        blocks.push(at_right(spans()));
        let items = vec![spans(), vec![], spans()];
        blocks.push(Block::List(List { marks: Marks::Dots, items }));
        blocks.push(Block::Warning(vec![words(text), Block::Rule, words("")]));
        let columns = vec![(1, vec![words(text)]), (2, vec![words(text)]), (0, vec![])];
        blocks.push(Block::Columns(Columns { level: ColumnLevel::Last, columns }));
        let mut strange = table(vec![
            row(text, text, [text, "1", "2"]),
            vec![],
            vec![Cell::Picture(small_picture()), Cell::Words(spans())],
        ]);
        strange.summary.clone_from(text);
        strange.columns[0].name.clone_from(text);
        blocks.push(Block::Warning(vec![Block::Table(strange)]));
    }
    Document { title: all.concat(), foot: all.concat(), paper: Paper::Letter, ..document(blocks) }
}

/// Nothing, and nearly nothing.
pub(crate) fn empty() -> Vec<Document> {
    let nothing = Document { title: String::new(), foot: String::new(), ..document(vec![]) };
    let no_rows = Table { summary: String::new(), columns: vec![], rows: vec![vec![], vec![]] };
    let svg = svg(&half_a_year(), Size::USUAL).unwrap();
    let picture = Picture { svg, alt: String::new() };
    vec![
        nothing,
        document(vec![Block::Rule, Block::Table(no_rows), Block::Table(table(vec![]))]),
        document(vec![
            Block::Columns(Columns { level: ColumnLevel::First, columns: vec![] }),
            Block::Warning(vec![]),
            Block::List(List { marks: Marks::Dots, items: vec![] }),
            heading(Level::Two, " \u{200b}"),
            words("\u{1b}"),
        ]),
        document(vec![Block::Chart(Chart { wide: picture, narrow: None })]),
    ]
}
