//! Ids in what a command answered: what `verify --must-contain` looks for.

use std::fmt;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::history::read_act;
use crate::journal::EntryId;
use crate::store::{ShownId, said};

/// The length of an id in full.
const LONG: usize = 36;

/// How many characters of an id are shown.
const SHORT: usize = 7;

/// The largest file that is read: more than the answers of a century.
const BYTES_MOST: u64 = 64 << 20;

/// The ids in a file, in their order, each as it stands there: what stands in brackets, as in the
/// answer of `log`; an id in full, as in JSON; or a line that is an id. Other words are passed over.
pub(crate) fn ids_in(path: &Path) -> Result<Vec<(String, ShownId)>, Failure> {
    let unread = |why: &dyn fmt::Display| {
        Failure::new(exit::INPUT, format!("{}: {why}", path.display()))
            .hint("it is a file with an id on each line, or answers of twinge")
    };
    // Asked before it is opened: a pipe without a writer would wait for ever.
    if path.exists() && !path.is_file() && !is_given(path) {
        return Err(unread(&"it is no ordinary file"));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(BYTES_MOST + 1).read_to_end(&mut bytes))
        .map_err(|e| unread(&said(&e)))?;
    if bytes.len() as u64 > BYTES_MOST {
        return Err(unread(&"it is over 64 MiB"));
    }
    let ids: Vec<_> = String::from_utf8_lossy(&bytes).lines().flat_map(ids_of).collect();
    if ids.is_empty() && !bytes.trim_ascii().is_empty() {
        // Nothing looked for in some other file would read as everything found.
        let failure = Failure::new(exit::INPUT, format!("there is no id in {}", path.display()));
        return Err(failure.hint("`twinge log …` answers with ids, like [4416fe6]"));
    }
    Ok(ids)
}

/// Whether it was opened by whoever started twinge, like what a shell writes for `<(…)`.
fn is_given(path: &Path) -> bool {
    ["/dev/fd", "/dev/stdin", "/proc/self/fd"].iter().any(|given| path.starts_with(given))
}

fn ids_of(line: &str) -> Vec<(String, ShownId)> {
    let bracketed = line.split('[').skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
    let in_full = line
        .split(|c: char| !c.is_ascii_hexdigit() && c != '-')
        .filter(|word| word.len() == LONG && EntryId::read(word).is_some());
    let mut ids: Vec<&str> = bracketed.chain(in_full).collect();
    ids.push(line.trim());
    ids.dedup();
    ids.into_iter().filter_map(|said| Some((said.to_string(), read(said)?))).collect()
}

fn read(said: &str) -> Option<ShownId> {
    let is_hex = said.bytes().all(|b| b.is_ascii_hexdigit());
    if said.len() == SHORT && is_hex {
        return Some(ShownId::Short(said.to_lowercase()));
    }
    if let Some(id) = EntryId::read(said) {
        return Some(ShownId::Entry(id));
    }
    // A date is no act: the numbers of one are longer.
    let is_long = said.split('-').count() == 2 && said.len() > 2 * SHORT;
    read_act(said).ok().filter(|_| is_long).map(ShownId::Act)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<String> {
        ids_of(line).into_iter().map(|(said, _)| said).collect()
    }

    #[test]
    fn ids_are_found_in_answers_and_alone() {
        assert_eq!(found("  pain 4 at 20:30, neck left  [4416fe6]"), ["4416fe6"]);
        assert_eq!(found("4416fe6"), ["4416fe6"]);
        let long = "019cf0d4-bdc0-7000-8ed2-2d42d53a3fec";
        assert_eq!(found(long), [long]);
        assert_eq!(found(&format!("      \"id\": \"{long}\",")), [long]);
        let act = "19cf2fa0ec00006-22b3b9be43c7";
        assert_eq!(found(&format!("2026-03-15T20:30:00+01:00  undo  [{act}]")), [act]);
    }

    #[test]
    fn other_words_are_passed_over() {
        for line in ["", "saved for Sun 15 Mar 2026", "2026-03-15", "  pain 4  [4416f", "[id]", "-"]
        {
            assert_eq!(found(line), Vec::<String>::new(), "{line}");
        }
    }
}
