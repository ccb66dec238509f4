//! Asking on the terminal: questions go to stderr, answers come from stdin, and Ctrl-C leaves
//! nothing behind. Shared by every command that asks.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::output::{calm, fold};

/// How a question ended.
#[derive(Debug)]
pub(crate) enum Reply<T> {
    /// It was answered.
    Said(T),
    /// Enter alone: it was not answered.
    Skipped,
    /// The input is at its end, or Ctrl-D was pressed.
    Ended,
}

/// How many answers to one question may be misread.
const MISREADS_MOST: usize = 20;

/// How long an answer may be: the longest note, in bytes.
const ANSWER_BYTES_MOST: u64 = 400_000;

/// Asks until the answer is understood, skipped, or the input ends. What `take` makes nothing of
/// was no answer (a call for help): it is asked again. Fails when too many answers in a row are
/// not understood: nobody is reading the questions.
pub(crate) fn ask<T>(
    question: &str,
    columns: usize,
    mut take: impl FnMut(&str) -> Result<Option<T>, Failure>,
) -> Result<Reply<T>, Failure> {
    for _ in 0..MISREADS_MOST {
        prompt(&fold(&format!("{question}\n> "), columns));
        let mut said = String::new();
        match io::stdin().lock().take(ANSWER_BYTES_MOST).read_line(&mut said) {
            Ok(0) | Err(_) => {
                prompt("\n");
                return Ok(Reply::Ended);
            }
            Ok(_) => {}
        }
        let said = said.trim();
        if said.is_empty() {
            return Ok(Reply::Skipped);
        }
        match take(said) {
            Ok(Some(taken)) => return Ok(Reply::Said(taken)),
            Ok(None) => {}
            Err(failure) => {
                let text = failure.while_doing("take that").to_string();
                prompt(&fold(&format!("{text}\n"), columns));
            }
        }
    }
    Err(Failure::usage("too many answers were not understood").hint("nothing was saved"))
}

/// Whether somebody sits at the other end.
pub(crate) fn is_attended() -> bool {
    io::stdin().is_terminal()
}

/// Questions go to stderr: stdout has only the answer.
pub(crate) fn prompt(text: &str) {
    let mut stderr = io::stderr().lock();
    stderr.write_all(calm(text).as_bytes()).and_then(|()| stderr.flush()).ok();
}

/// Whether a passphrase is being typed: then Ctrl-C is a key like others, and whoever reads it puts
/// the terminal right before anything ends.
static TYPING: AtomicBool = AtomicBool::new(false);

/// Whether questions are being asked; else Ctrl-C ends the program without a word.
static ASKING: AtomicBool = AtomicBool::new(false);

/// Whether the answers are being saved: then Ctrl-C comes too late to say that they are not.
static SAVING: AtomicBool = AtomicBool::new(false);

/// What Ctrl-C says again: an emergency that was told while asking.
static TO_SAY: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// From now on Ctrl-C says this too.
pub(crate) fn on_interrupt_say(text: String) {
    TO_SAY.lock().unwrap_or_else(PoisonError::into_inner).push(text);
}

/// From now on Ctrl-C says that nothing was saved, and ends the program.
pub(crate) fn on_interrupt() {
    ASKING.store(true, Ordering::SeqCst);
    handle();
}

/// From now on a passphrase is being typed.
pub(crate) fn begin_typing() {
    TYPING.store(true, Ordering::SeqCst);
    handle();
}

/// From now on none is.
pub(crate) fn end_typing() {
    TYPING.store(false, Ordering::SeqCst);
}

fn handle() {
    let told = ctrlc::set_handler(|| {
        if SAVING.load(Ordering::SeqCst) || TYPING.load(Ordering::SeqCst) {
            return;
        }
        if !ASKING.load(Ordering::SeqCst) {
            #[expect(clippy::exit, reason = "as without a handler")]
            std::process::exit(exit::INTERRUPTED.code.into());
        }
        prompt("\nstopped: nothing was saved\n");
        for text in TO_SAY.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            prompt(&format!("{text}\n"));
        }
        #[expect(clippy::exit, reason = "the question that waits for an answer cannot be woken")]
        std::process::exit(exit::INTERRUPTED.code.into());
    });
    // Without the handler Ctrl-C ends the program all the same, only without a word.
    told.ok();
}

/// From now on what was said is being saved, whether or not anything was asked before.
pub(crate) fn begin_saving() {
    SAVING.store(true, Ordering::SeqCst);
    handle();
}
