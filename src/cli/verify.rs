//! `twinge verify`: is the file whole, is what was acknowledged there, are the backups whole?

use std::borrow::Cow;
use std::fmt;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::backups_view::checked_backups;
use crate::cli::context::Context;
use crate::cli::exit::{self, Exit};
use crate::cli::failure::Failure;
use crate::cli::lines::facts_in_acts;
use crate::cli::must_contain::ids_in;
use crate::cli::output::View;
use crate::cli::salvage;
use crate::journal::counted;
use crate::store::{Health, Store};

/// Check that the journal's file is whole: its structure, and every fact's hash
///
/// Checks SQLite's structure, the tables and views, the hash of every fact and of every act of writing,
/// how many facts each act wrote, and that the views show what the facts say. It changes nothing. Of a
/// damaged journal, `--salvage` writes what can be read, and what backups have, to a new file.
#[derive(Args, Debug)]
pub(crate) struct VerifyArgs {
    /// Check the backups instead of the journal
    #[arg(long, conflicts_with_all = ["must_contain", "salvage", "with"])]
    backups: bool,
    /// Also look for the ids in this file: one a line, or what `log` answered
    #[arg(long, value_name = "FILE", conflicts_with = "salvage")]
    must_contain: Option<PathBuf>,
    /// Write what can be read of a damaged journal to this new file; the journal is not touched
    #[arg(long, value_name = "NEW")]
    salvage: Option<PathBuf>,
    /// With --salvage: take what is missing from these instead of the backups beside the journal
    #[arg(long, value_name = "BACKUP", num_args = 1.., requires = "salvage")]
    with: Vec<PathBuf>,
}

#[derive(Debug, Serialize)]
struct VerifyView {
    file: String,
    facts: i64,
    acts: i64,
    /// Empty when nothing was found.
    troubles: Vec<String>,
    /// What is odd and harms nothing.
    remarks: Vec<String>,
    /// How many ids were looked for; null: none were named.
    looked_for: Option<usize>,
    /// Those of them that are not there.
    missing: Vec<String>,
}

impl View for VerifyView {
    const SCHEMA: &'static str = "verify/2";
}

impl fmt::Display for VerifyView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // None of what cannot be read would look as if all was lost.
        if self.facts == 0 && !self.troubles.is_empty() {
            writeln!(f, "{}: how much is in it cannot be counted as it is", self.file)?;
        } else {
            writeln!(f, "{}: {}", self.file, facts_in_acts(self.facts, self.acts))?;
        }
        if self.troubles.is_empty() {
            writeln!(f, "whole: the structure is sound, and each fact is as it was written")?;
        } else {
            writeln!(f, "DAMAGED:")?;
            for trouble in in_words(&self.troubles) {
                writeln!(f, "  {trouble}")?;
            }
            writeln!(
                f,
                "Nothing was changed. `twinge verify --salvage NEW` writes what can be read, and \
                 what the backups have, to a new file."
            )?;
        }
        for remark in &self.remarks {
            writeln!(f, "odd, and no harm: {remark}")?;
        }
        if let Some(n) = self.looked_for {
            let there = n - self.missing.len();
            let is = if there == 1 { "is" } else { "are" };
            writeln!(f, "{there} of {} {is} there", counted(n, "id", "ids"))?;
        }
        self.missing.iter().try_for_each(|id| writeln!(f, "  missing: {id}"))
    }
}

/// What is wrong, as a person needs it: of pages that cannot be read, how many. One of a locked file
/// keeps SQLCipher from reading the others, which are not lost.
pub(crate) fn in_words(troubles: &[String]) -> Vec<Cow<'_, str>> {
    /// How a line of a page begins whose keyed hash differs, and what SQLite says of one.
    const PAGE: &str = "not as it was written: page";
    const UNREAD: &str = "btreeInitPage() returns error code";
    let of_page = |line: &&String| line.starts_with(PAGE);
    // Of many the last are only counted: `and 20 pages more`.
    let read_more = |line: &str| -> Option<usize> {
        line.strip_prefix("and ")?.strip_suffix(" more")?.split(' ').next()?.parse().ok()
    };
    let n_hashed = troubles.iter().filter(of_page).count();
    let n_more: usize = troubles.iter().filter_map(|line| read_more(line)).sum();
    let n_unread = troubles.iter().filter(|line| line.contains(UNREAD)).count();
    let n = if n_hashed > 0 { n_hashed + n_more } else { n_unread };
    if n == 0 {
        return troubles.iter().map(|line| line.as_str().into()).collect();
    }
    let is_of_pages = |line: &&String| {
        of_page(line)
            || read_more(line).is_some()
            || line.contains(UNREAD)
            || n_hashed > 0
                && (line.starts_with("the structure: ") || *line == "a page of it cannot be read")
    };
    let pages = counted(n, "page of it is", "pages of it are");
    let first = format!("{pages} damaged; what is on the others can be read by --salvage");
    let rest = troubles.iter().filter(|line| !is_of_pages(line));
    std::iter::once(first.into()).chain(rest.map(|line| line.as_str().into())).collect()
}

/// Runs `twinge verify`.
pub(crate) fn run(args: &VerifyArgs, ctx: &mut Context<'_>) -> Result<Exit, Failure> {
    if args.backups {
        let view = checked_backups(ctx)?;
        return ctx.out.show(&view).map(|()| view.exit());
    }
    if let Some(new) = &args.salvage {
        return salvage::run(new, &args.with, ctx);
    }
    let ids = args.must_contain.as_deref().map(ids_in).transpose()?;
    let store = ctx.read()?;
    let Health { n_facts, n_acts, troubles, remarks } = store.verify(&ctx.moment)?;
    let missing = match &ids {
        Some(ids) => match missing(&store, ids) {
            // What cannot be read is missing: it was said that the file is damaged.
            Err(_) if !troubles.is_empty() => ids.iter().map(|(said, _)| said.clone()).collect(),
            found => found?,
        },
        None => Vec::new(),
    };
    let exit = match (troubles.is_empty(), missing.is_empty()) {
        (true, true) => exit::DONE,
        (true, false) => exit::FAILED,
        (false, _) => exit::DAMAGED,
    };
    let view = VerifyView {
        file: ctx.path.display().to_string(),
        facts: n_facts,
        acts: n_acts,
        troubles,
        remarks,
        looked_for: ids.map(|ids| ids.len()),
        missing,
    };
    ctx.out.show(&view).map(|()| exit)
}

fn missing(store: &Store, ids: &[(String, crate::store::ShownId)]) -> Result<Vec<String>, Failure> {
    let wanted: Vec<_> = ids.iter().map(|(_, id)| id.clone()).collect();
    let there = store.contains(&wanted)?;
    let lacking = ids.iter().zip(there).filter(|(_, is_there)| !is_there);
    Ok(lacking.map(|((said, _), _)| said.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_and_all_else_is_said() {
        let said = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|line| String::from(*line)).collect();
            in_words(&lines).join("; ")
        };
        let page = "not as it was written: page 2";
        let tree = "the structure: Tree 2 page 2: btreeInitPage() returns error code 11";
        let salvage = "damaged; what is on the others can be read by --salvage";
        assert_eq!(said(&["x is missing"]), "x is missing");
        assert_eq!(
            said(&[page, tree, tree, "a page of it cannot be read"]),
            format!("1 page of it is {salvage}")
        );
        assert_eq!(
            said(&[page, page, "and 20 pages more", "1 fact is odd"]),
            format!("22 pages of it are {salvage}; 1 fact is odd")
        );
        assert_eq!(said(&[tree, tree, "y"]), format!("2 pages of it are {salvage}; y"));
    }
}
