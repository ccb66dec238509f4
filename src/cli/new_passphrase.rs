//! A new passphrase: six random words are offered, and it is typed three times, the last time from
//! paper. Whoever loses it loses the journal. What is typed is wiped from memory; of the words that
//! are offered the screen has a copy, and so have the buffers on the way there.

use std::ffi::OsStr;

use bip39::Language;
use zeroize::Zeroizing;

use crate::cli::asking::prompt;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::output::fold;
use crate::cli::passphrase_source::{
    Descriptor, can_be_asked, keep_out_of_dumps, of_command, typed_or_none,
};
use crate::store::{Key, Passphrase, Salt};

/// How many words are offered. Each is one of 2,048: 66 bits, and each try takes a tenth of a second
/// or more.
const WORDS: usize = 6;

/// The fewest characters of a passphrase of one's own.
const CHARACTERS_LEAST: usize = 10;

/// How often what was typed may differ, and how often it may be nothing.
const TRIES: usize = 5;

/// Where a new passphrase comes from.
pub(crate) enum From<'f> {
    /// A line of a file descriptor.
    Descriptor(u32),
    /// What a command prints.
    Command(&'f OsStr),
    /// The person.
    Terminal,
}

/// A new passphrase that is long enough.
pub(crate) fn new_passphrase(ctx: &Context<'_>, from: &From<'_>) -> Result<Passphrase, Failure> {
    keep_out_of_dumps();
    let passphrase = match from {
        From::Descriptor(number) => Descriptor::new(*number).line()?.ok_or_else(|| {
            Failure::new(exit::LOCKED, "there is no new passphrase at the file descriptor")
        })?,
        From::Command(command) => of_command(command)?,
        From::Terminal => asked(ctx.settings.columns)?,
    };
    if passphrase.n_characters() < CHARACTERS_LEAST {
        let why = format!("a passphrase has {CHARACTERS_LEAST} characters or more");
        return Err(Failure::usage(why).hint("several words are easy to remember"));
    }
    Ok(passphrase)
}

/// As it was, with what finishes a change of the passphrase that was cut short, where none that was
/// given opens the journal.
pub(crate) fn finished_by(failure: Failure) -> Failure {
    if failure.code() != exit::LOCKED.code {
        return failure;
    }
    failure.hint(
        "if a change of the passphrase was cut short, the journal may have the new one, and \
         backups the old one: `twinge lock` finishes it when both are given, one a line",
    )
}

/// The key of a passphrase and a new salt.
pub(crate) fn key_of(passphrase: &Passphrase) -> Result<Key, Failure> {
    let mut random = [0; 12];
    getrandom::fill(&mut random).map_err(|e| Failure::new(exit::FAILED, e))?;
    Key::derive(passphrase, Salt::new(random))
        .ok_or_else(|| Failure::new(exit::FAILED, "the passphrase makes no key"))
}

fn asked(columns: usize) -> Result<Passphrase, Failure> {
    if !can_be_asked() {
        let failure = Failure::new(exit::LOCKED, "nobody is here to type a new passphrase");
        return Err(failure.hint("`--new-passphrase-fd N` reads it from a file descriptor"));
    }
    let words = words()?;
    prompt(&Zeroizing::new(fold(&offer(&words), columns)));
    let mut n_empty = 0;
    for _ in 0..TRIES {
        let first = not_empty("New passphrase (it is not shown): ", &mut n_empty)?;
        if first.n_characters() < CHARACTERS_LEAST {
            prompt(&format!(
                "it needs {CHARACTERS_LEAST} characters or more: take several words\n"
            ));
            continue;
        }
        if not_empty("Again: ", &mut n_empty)? != first {
            prompt("that was another one\n");
            continue;
        }
        prompt(&fold(WRITE_DOWN, columns));
        if not_empty("From the paper: ", &mut n_empty)? == first {
            return Ok(first);
        }
        prompt("what is on the paper is another one; begin again\n");
    }
    Err(Failure::usage("the passphrases differed too often").hint("nothing was changed"))
}

/// What is typed; after Enter alone it is asked again, `n_empty` times so far.
fn not_empty(question: &str, n_empty: &mut usize) -> Result<Passphrase, Failure> {
    loop {
        if let Some(typed) = typed_or_none(question)? {
            return Ok(typed);
        }
        *n_empty += 1;
        if *n_empty >= TRIES {
            let failure = Failure::new(exit::LOCKED, "no passphrase was typed");
            return Err(failure.hint("nothing was changed"));
        }
        prompt("nothing was typed; Ctrl-C stops\n");
    }
}

const WRITE_DOWN: &str = "
Write it down on paper now, and keep that where you keep what you cannot
replace. Without it nobody opens the journal or its backups again: there is no
other way in.
";

fn offer(words: &[&str]) -> Zeroizing<String> {
    let words = Zeroizing::new(words.join(" "));
    Zeroizing::new(format!(
        "Six words, drawn at random for you: type them, or a passphrase of your own.

    {}

",
        *words
    ))
}

fn words() -> Result<Vec<&'static str>, Failure> {
    let mut random = Zeroizing::new([0; 2 * WORDS]);
    getrandom::fill(&mut *random).map_err(|e| Failure::new(exit::FAILED, e))?;
    Ok(words_of(&*random))
}

/// Two bytes choose a word: 65,536 is a multiple of 2,048, so each is as likely as any.
fn words_of(random: &[u8]) -> Vec<&'static str> {
    let list = Language::English.word_list();
    let number = |two: &[u8]| two.iter().fold(0, |sum, byte| sum * 256 + usize::from(*byte));
    random.chunks_exact(2).filter_map(|two| list.get(number(two) % list.len()).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_from_the_whole_list_and_are_easy_to_type() {
        // The first, the last, and round again.
        let random = [0, 0, 7, 255, 8, 0, 255, 255];
        assert_eq!(words_of(&random), ["abandon", "zoo", "abandon", "zoo"]);
        assert_eq!(words().unwrap().len(), WORDS);
        let list = Language::English.word_list();
        assert!(list.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase())));
    }
}
