//! Why a whole file is refused, and what to do about it.

use crate::journal::quote;

/// Why a file is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not a single character but blanks.
    #[error("there is nothing in it")]
    Empty,
    /// Known by its first bytes as something else.
    #[error("it is {0}, not a table as text")]
    OtherFormat(&'static str),
    /// Bytes that are not text.
    #[error("line {line} is not text in UTF-8 or UTF-16")]
    NotText {
        /// From 1.
        line: usize,
    },
    /// A quotation mark that nothing closes.
    #[error("the quotation mark that opens on line {line} is never closed")]
    OpenQuote {
        /// From 1.
        line: usize,
    },
    /// One cell is larger than any note.
    #[error("a cell on line {line} is longer than 1 MiB")]
    LongCell {
        /// Where the row begins, from 1.
        line: usize,
    },
    /// More columns than a table of days has.
    #[error("it has {0} columns; at most 5000 are read")]
    ManyColumns(usize),
    /// More rows than a journal of a century would have.
    #[error("it has more than {0} rows")]
    ManyRows(usize),
    /// No column says which day.
    #[error("no column is called \"date\"; it has {}", listed(.columns))]
    NoDate {
        /// All columns.
        columns: Vec<String>,
        /// A column whose first cell is a date.
        looks_like: Option<String>,
    },
    /// Nothing tells whether the day or the month comes first.
    #[error("column {}: {why}", quote(.column))]
    DayOrMonth {
        /// The column.
        column: String,
        /// The days that it has.
        why: String,
    },
    /// Columns that mean nothing here.
    #[error("it is not known what {}", listed_unknown(.0))]
    UnknownColumns(Vec<UnknownColumn>),
    /// A column with a name that is not right.
    #[error("column {}: {why}", quote(.column))]
    BadColumn {
        /// Its name.
        column: String,
        /// What is not right.
        why: String,
        /// A name that was perhaps meant.
        meant: Option<String>,
    },
    /// One name stands over two columns.
    #[error("two columns are called {}", quote(.0))]
    TwiceNamed(String),
    /// Two columns are the same field, and their values cannot be added.
    #[error("columns {} and {} are both {field}", quote(.first), quote(.second))]
    SameField {
        /// The first column.
        first: String,
        /// The second column.
        second: String,
        /// The field.
        field: String,
    },
    /// `--map` says two things of one column.
    #[error("column {} is mapped to {} and to {}", quote(.column), quote(.first), quote(.second))]
    TwiceMapped {
        /// Its name.
        column: String,
        /// What is said first.
        first: String,
        /// What is said then.
        second: String,
    },
    /// `--map` names no column.
    #[error("--map ={field} does not name the column")]
    MapWithoutName {
        /// The field that it names.
        field: String,
    },
    /// `--map` names a column that the file has not.
    #[error("it has no column {}", quote(.name))]
    NoSuchColumn {
        /// The name.
        name: String,
        /// A column that was perhaps meant.
        meant: Option<String>,
    },
    /// `--map` names a field that there is not.
    #[error("{} is not a field that a column can be mapped to", quote(.field))]
    NoSuchField {
        /// The field.
        field: String,
        /// A field that was perhaps meant.
        meant: Option<String>,
    },
}

/// A column whose name means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownColumn {
    /// Its name.
    pub name: String,
    /// The field that was perhaps meant.
    pub meant: Option<String>,
}

impl ReadError {
    /// What the person can do about it.
    pub fn hint(&self) -> Option<String> {
        let did_you_mean = |name: &String| format!("did you mean \"{name}\"?");
        match self {
            Self::Empty => None,
            Self::OtherFormat(_) => {
                Some("open it in the program that made it and save it as CSV (UTF-8)".into())
            }
            Self::NotText { .. } => {
                Some("save it as UTF-8 (in a spreadsheet: CSV UTF-8) and import that".into())
            }
            Self::OpenQuote { .. } => Some(
                "a cell that begins with a quotation mark must end with one; inside it, write \
                 each quotation mark twice"
                    .into(),
            ),
            Self::LongCell { .. } | Self::ManyColumns(_) | Self::ManyRows(_) => {
                Some("is it the right file?".into())
            }
            Self::NoDate { looks_like: Some(column), .. } => {
                Some(format!("--map {}=date takes that column as the date", argument(column)))
            }
            Self::NoDate { .. } => Some("--map NAME=date says which column it is".into()),
            Self::DayOrMonth { column, .. } => {
                let column = argument(column);
                Some(format!(
                    "--map {column}=date:dmy reads them with the day first, --map \
                     {column}=date:mdy with the month, --map {column}=date:ymd with the year"
                ))
            }
            Self::UnknownColumns(columns) => {
                let fixes = columns.iter().filter_map(|c| {
                    Some(format!("--map {}={}", argument(&c.name), c.meant.as_ref()?))
                });
                let mut fixes: Vec<String> = fixes.take(5).collect();
                fixes.push("--map NAME=FIELD says what a column is".into());
                fixes.push("--map NAME=- leaves it out".into());
                fixes.push("--new-habits takes all of them as habits of your own".into());
                Some(fixes.join("; "))
            }
            Self::BadColumn { meant, .. } | Self::NoSuchColumn { meant, .. } => {
                meant.as_ref().map(did_you_mean)
            }
            Self::NoSuchField { meant: Some(meant), .. } => Some(did_you_mean(meant)),
            Self::NoSuchField { meant: None, .. } => {
                Some("docs/formats.md lists the fields; habit:NAME is a habit of your own".into())
            }
            Self::TwiceMapped { .. } => Some("say --map once for each column".into()),
            Self::MapWithoutName { field } => {
                Some(format!("--map NAME={field}; a column without a name needs one in the file"))
            }
            Self::TwiceNamed(_) => Some("rename one of them, or delete it".into()),
            Self::SameField { second, .. } => {
                Some(format!("--map {}=- leaves the second one out", argument(second)))
            }
        }
    }
}

/// A column's name as it is typed in a shell.
fn argument(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.');
    if !name.is_empty() && name.chars().all(plain) { name.into() } else { quote(name) }
}

fn listed(names: &[String]) -> String {
    let named: Vec<&String> = names.iter().filter(|name| !name.is_empty()).collect();
    let shown: Vec<String> = named.iter().take(20).map(|n| quote(n)).collect();
    with_rest(&shown, named.len())
}

fn listed_unknown(columns: &[UnknownColumn]) -> String {
    let show = |column: &UnknownColumn| match &column.meant {
        Some(meant) => format!("{} (perhaps {meant})", quote(&column.name)),
        None => quote(&column.name),
    };
    let shown: Vec<String> = columns.iter().take(20).map(show).collect();
    let mean = if columns.len() == 1 { "means" } else { "mean" };
    format!("{} {mean}", with_rest(&shown, columns.len()))
}

fn with_rest(shown: &[String], n: usize) -> String {
    let text = shown.join(", ");
    match n - shown.len() {
        0 => text,
        rest => format!("{text} and {rest} more"),
    }
}
