//! The page about formats, `docs/formats.md`, made of the tables that the program itself uses.

use std::fmt::Write as _;

use crate::exchange::csv::ALSO;
use crate::exchange::{EXPORTERS, IMPORTERS};
use crate::journal::fields::{self, pain};
use crate::journal::{
    Answer, COUNTRIES, EVENTS, EXERCISES, Field, Kind, QUALITIES, SIDES, SITES, SYMPTOMS,
    TREATMENTS, Word,
};

const START: &str = "\
# Formats

This page is generated from the program's own tables; `TWINGE_BLESS=1 cargo test` writes it.

Nothing is changed by reading a file: `twinge import` first reads all of it, says what is wrong with which line, and
writes either everything or nothing. The same file twice changes nothing, and what a row says that the journal has on
that day already, recorded by hand, is not written again. An empty cell is \"not recorded\"; it is never 0.
";

const DAYS: &str = "
## A table of days

One row a day, one column for each thing. Only `date` is needed.

```csv
date,pain,worst,night,sleep_position,sleep_hours,sitting_hours,stress,exercise:walk,note
2026-03-01,4,6,3,side,7h30,8.5,2,20,long drive
2026-03-02,,5,,back,6:45,,,no,
2026-03-03,0,2,0,side,8,4,1,yes,
```

- **Names of columns**: capitals do not matter, and `Sleep hours`, `sleep-hours` and `sleep_hours` are the same.
- **Separator**: comma, semicolon or tab, found in the header. **Decimals**: `7.5` or `7,5`.
- **Text**: UTF-8, or UTF-16 with its mark. Anything else is refused with the line.
- **Dates**: `2026-03-01`, `2026/03/01`, or with dots and the day first, `1.3.2026` and `1.3.26`. `03/04/2026` means two
  days: one date of the file that can only be read in one way, such as `13/11/2026`, settles it for all of them;
  otherwise `--map date=date:dmy` or `--map date=date:mdy` says it. Years of two digits are 1970 to 2069. With a time,
  `2026-03-01 14:30`, it is the time of the pain score; midnight is no time. Days after today are refused.
- **Several rows for one day** come together. Each `pain` is a reading of its own; a second `worst` or `stress` must say
  the same as the first.
- **A row with an error** is left out whole, and named with its line.
";

const PLACES: &str = "
### Places

`site` and `side` say where the scores of the row are. A column can have its own place: `pain@neck`,
`worst@upper-back:left`, `night@:right`. So one row holds several places:

```csv
date,pain@neck,pain@lower-back,worst@lower-back
2026-03-01,2,4,6
```
";

const MAPPING: &str = "
### Columns with other names

A column that is not known is refused, and all of them are named at once. Then:

- `--map NAME=FIELD` says what a column is, `--map NAME=-` leaves it out. FIELD is any name of this page.
- `--new-habits` takes every unknown column as a habit of your own. A column of only 0, 1, yes and no is answered with
  yes or no, one of numbers with an amount, any other with a word.
- Several columns that are mapped to one field of hours, minutes or amounts are added, such as the hours at three
  computers. They are \"not recorded\" only when all are empty.

```
twinge import diary.csv --map Tag=date --map Nacken=pain@neck --map Laune=-
twinge import desk.csv --map \"PC 1=sitting_hours\" --map \"PC 2=sitting_hours\"
twinge import habits.csv --new-habits
```
";

const VALUES: &str = "
## A table of values

One row for each value. This is what `twinge export` writes, with everything that the journal holds:

```csv
date,time,field,value,entry,written
2026-03-01,14:30,pain.now,4,0195a1c2-7d3e-7a4b-8c5d-6e7f8a9b0c1d,2026-03-01T14:30:12Z
2026-03-01,14:30,pain.site,neck,0195a1c2-7d3e-7a4b-8c5d-6e7f8a9b0c1d,2026-03-01T14:30:12Z
2026-03-01,,day.sleep_hours,7.5,2bd4dce3-bc7f-8341-b514-5226c6c19453,2026-03-01T07:02:40Z
```

- `entry` keeps the values of one entry together, and `written` is when it was first written down.
- Reading such a file gives back the same journal, to the last bit. Rows can be sorted, added and left out. If one row of
  an entry has an error, the whole entry is left out.
- `!int`, `!real` or `!text` after a field: the value is taken exactly as it stands.
- Facts about the person and the definitions of own habits have no date.

By hand, `date,field,value` is enough, or `date,time,field,value`, and the fields are named as the columns of a table of
days. Rows of one day and one time are one reading: a `site` belongs to the `pain` of the same time.

```csv
date,time,field,value
2026-03-01,08:00,pain,4
2026-03-01,20:00,pain,6
2026-03-01,20:00,site,neck
2026-03-01,,stress,2
2026-03-01,,exercise:walk,20m
```
";

const GUARD: &str = "
## Formulas

A spreadsheet runs a text that begins with `=`, `+`, `-` or `@`. Such a text is written with a `'` before it, and reading
takes exactly one `'` away again. `--raw` leaves this out, both ways. Numbers are numbers and are never marked.
";

/// The page.
pub fn formats_page() -> String {
    let mut page = String::from(START);
    // Writing to a String cannot fail.
    formats(&mut page).ok();
    page.push_str(DAYS);
    columns(&mut page).ok();
    page.push_str(PLACES);
    page.push_str(MAPPING);
    other_names(&mut page).ok();
    words(&mut page).ok();
    page.push_str(VALUES);
    long_fields(&mut page).ok();
    page.push_str(GUARD);
    page
}

fn formats(page: &mut String) -> std::fmt::Result {
    writeln!(page, "\n| read | what |\n|---|---|")?;
    for format in IMPORTERS {
        writeln!(page, "| `{}` | {} |", format.id, format.title)?;
    }
    writeln!(page, "\n| written | what |\n|---|---|")?;
    for format in EXPORTERS {
        writeln!(page, "| `{}` | {} |", format.id, format.title)?;
    }
    Ok(())
}

fn columns(page: &mut String) -> std::fmt::Result {
    writeln!(page, "\n### Columns\n\n| column | what it is | what it takes |\n|---|---|---|")?;
    let mut row =
        |name: &str, means: &str, takes: &str| writeln!(page, "| `{name}` | {means} | {takes} |");
    row("date", "the day; a night belongs to the day of waking up", "a day like 2026-03-01")?;
    let field = |field: &Field| (field.means.to_string(), takes(&field.answer));
    let (means, of) = field(&pain::NOW);
    row("pain", &means, &of)?;
    let rest = pain::FIELDS.iter().filter(|f| !std::ptr::eq(**f, &raw const pain::NOW));
    for known in rest.chain(fields::of(Kind::Day)) {
        let (means, of) = field(known);
        row(known.id, &means, &of)?;
    }
    row(
        "habit:NAME",
        "a habit or an activity of your own",
        "yes or no, a number or a word, as it is defined; an activity is a number from 0 to 10",
    )?;
    for known in fields::of(Kind::Questionnaire) {
        let (means, of) = field(known);
        row(known.id, &means, &of)?;
    }
    row(
        "exercise:NAME",
        "an exercise, below or your own",
        "minutes; yes or no (0 is no); `3x10`, `5x10s` (5 times held 10 s), `2 sets`",
    )?;
    row("symptom:NAME", "a warning sign, below", "yes or no")?;
    row("treatment:NAME", "a treatment, below", "minutes, how much in your words, or yes")?;
    row("took:NAME", "a medicine, by its name as you write it", "how much in your words, or yes")?;
    row("event:NAME", "something that happened, below", "what happened in your words, or yes")?;
    row("note", "a note of the day", &Answer::Text.expected())
}

fn other_names(page: &mut String) -> std::fmt::Result {
    write!(
        page,
        "\n### Other names\n\nThe flags of `twinge log` are read too (`slept`, `sitting`, `screen` …), and"
    )?;
    writeln!(
        page,
        " these words. A column `sleep` is hours or\npositions, as all its cells are.\n"
    )?;
    writeln!(page, "| in the file | what it is |\n|---|---|")?;
    for (also, id) in ALSO {
        writeln!(page, "| `{also}` | `{id}` |")?;
    }
    Ok(())
}

/// What a field takes; of a table of words the words alone.
fn takes(answer: &Answer) -> String {
    let listed = |table: &[Word]| table.iter().map(|w| w.id).collect::<Vec<_>>().join(", ");
    match answer {
        Answer::Word(table) => listed(table),
        Answer::OwnWord(table) if !table.is_empty() => format!("{}, or your own", listed(table)),
        _ => answer.expected(),
    }
}

fn words(page: &mut String) -> std::fmt::Result {
    writeln!(page, "\n### Words")?;
    let tables: [(&str, &[Word]); 8] = [
        ("Sites", SITES),
        ("Sides", SIDES),
        ("What it feels like", QUALITIES),
        ("Exercises", EXERCISES),
        ("Warning signs", SYMPTOMS),
        ("Treatments", TREATMENTS),
        ("Events", EVENTS),
        ("Countries", COUNTRIES),
    ];
    for (title, table) in tables {
        writeln!(page, "\n| {title} | what it is | also read |\n|---|---|---|")?;
        for word in table {
            writeln!(page, "| `{}` | {} | {} |", word.id, word.means, word.also.join(", "))?;
        }
    }
    Ok(())
}

fn long_fields(page: &mut String) -> std::fmt::Result {
    writeln!(page, "\n| field | what it is | what it takes |\n|---|---|---|")?;
    for kind in Kind::ALL {
        for field in fields::of(kind) {
            let (kind, id) = (kind.id(), field.id);
            writeln!(page, "| `{kind}.{id}` | {} | {} |", field.means, takes(&field.answer))?;
        }
        if kind == Kind::Day {
            writeln!(page, "| `day.habit:NAME` | a habit of your own | as it is defined |")?;
        }
    }
    Ok(())
}
