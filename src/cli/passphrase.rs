//! `twinge passphrase`: another passphrase, or a key that the kernel keeps for a while.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::asking::begin_saving;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::kept_key::{self, StillKept};
use crate::cli::lock_view::{Done, LockView};
use crate::cli::new_passphrase::{From, finished_by, key_of, new_passphrase};
use crate::cli::output::View;
use crate::journal::{Answer, Value};
use crate::store::{self, Store, salt_of};

/// Give a locked journal another passphrase, or have it remembered for some hours
///
/// The journal and its backups are written anew under the new passphrase, and read back, before they
/// take the place of the old ones. With `--remember` nothing is changed: the kernel keeps the key in
/// memory, for this login and so many hours, on Linux only.
#[derive(Args, Debug)]
pub(crate) struct PassphraseArgs {
    /// Read the new passphrase from this file descriptor instead of asking
    #[arg(long, value_name = "N", conflicts_with_all = ["remember", "forget"])]
    new_passphrase_fd: Option<u32>,
    /// Ask for the passphrase once, then no more for this long: 8h, 90m, or 8 for hours; at most 24h
    #[arg(long, value_name = "TIME", conflicts_with = "forget")]
    remember: Option<String>,
    /// Let the kernel forget the key
    #[arg(long)]
    forget: bool,
}

impl PassphraseArgs {
    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        match (&self.remember, self.forget) {
            (Some(_), _) => "remember the passphrase",
            (None, true) => "forget the passphrase",
            (None, false) => "change the passphrase",
        }
    }
}

#[derive(Debug, Serialize)]
struct RememberedView {
    file: String,
    /// For how long the key is kept; null: it is not.
    seconds: Option<usize>,
    /// The same in words.
    #[serde(skip)]
    said: Option<String>,
    /// Whether it is not locked.
    #[serde(skip)]
    is_open: bool,
}

impl View for RememberedView {
    const SCHEMA: &'static str = "passphrase/1";
}

impl fmt::Display for RememberedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.said {
            Some(said) => {
                writeln!(
                    f,
                    "for {said} the passphrase of {} is not asked for in this login",
                    self.file
                )?;
                writeln!(f, "  `twinge passphrase --forget` ends that")
            }
            None if self.is_open => {
                writeln!(f, "{} is not locked: no passphrase is asked for", self.file)
            }
            None => writeln!(f, "the passphrase of {} is asked for each time", self.file),
        }
    }
}

/// Reads for how long a key is kept, as seconds.
pub(crate) fn read_time(said: &str) -> Result<usize, Failure> {
    let hours = match Answer::Hours.read(said) {
        Ok(Value::Real(hours)) if hours > 0.0 => hours,
        _ => {
            let failure = Failure::usage(format!("{said:?} is not a time of up to 24 hours"));
            return Err(failure.hint("it is like 8h, 90m or 7h30; a bare number is of hours"));
        }
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 24 hours")]
    Ok((hours * 3600.0).round() as usize)
}

/// Runs `twinge passphrase`.
pub(crate) fn run(args: &PassphraseArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    match &args.remember {
        Some(said) => return remember(said, ctx),
        None if args.forget => return forget(ctx),
        None => {}
    }
    if args.new_passphrase_fd.is_some() && args.new_passphrase_fd == ctx.passphrase_fd {
        let failure = Failure::usage("both passphrases are to come from one file descriptor");
        return Err(failure.hint("`--new-passphrase-fd` names another than `--passphrase-fd`"));
    }
    // A key that is kept does not do: whoever sits down here could lock the owner out.
    let given = match args.new_passphrase_fd {
        Some(number) if salt_of(&ctx.path)?.is_some() => {
            let new = new_passphrase(ctx, &From::Descriptor(number))?;
            // A crash may have come after the journal, which then opens with it.
            ctx.keys.add_said(&new);
            Some(new)
        }
        _ => None,
    };
    ctx.keys.said_of(&ctx.path).map_err(|e| finished_by(e.into()))?;
    let store = ctx.write()?;
    let Some(salt) = store.salt() else { return Err(not_locked(ctx)) };
    let new = match given {
        Some(new) => new,
        None => new_passphrase(ctx, &From::Terminal)?,
    };
    if store.is_opened_by(&new) {
        return finish(store, ctx);
    }
    ctx.keys.add_said(&new);
    let key = key_of(&new)?;
    begin_saving();
    let changed = store.change_lock(Some(&key), &ctx.moment)?;
    // It opens only copies that are elsewhere.
    match kept_key::forget(salt) {
        Ok(true) => ctx.out.note("the kernel keeps the old key no more"),
        Ok(false) => {}
        Err(StillKept) => ctx.out.warn("the kernel does not let go of the old key"),
    }
    LockView::new(ctx, Done::Changed, changed).tell(ctx)
}

/// The journal has the new passphrase already: its backups, which a crash may have kept from it, are
/// given it too.
fn finish(store: Store, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let changed = store.finish_lock(&ctx.moment)?;
    if changed.backups.n_changed == 0 && changed.backups.left.is_empty() {
        let failure = Failure::usage("the new passphrase is the one that it has");
        return Err(failure.hint("nothing was changed"));
    }
    LockView::new(ctx, Done::WasChanged, changed).tell(ctx)
}

fn not_locked(ctx: &Context<'_>) -> Failure {
    if !ctx.path.exists() {
        return store::Error::Missing(ctx.path.clone()).into();
    }
    Failure::usage(format!("{} is not locked", ctx.path.display())).hint("`twinge lock` locks it")
}

fn remember(said: &str, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let seconds = read_time(said)?;
    // A key that is kept is no reason to keep it longer.
    let Some(key) = ctx.keys.said_of(&ctx.path)? else { return Err(not_locked(ctx)) };
    let in_words = in_words(seconds);
    if !kept_key::keep(&key, seconds) {
        let failure = Failure::new(exit::FAILED, "the kernel does not keep keys here");
        return Err(failure.hint("`TWINGE_PASSPHRASE_COMMAND` names a program that knows it"));
    }
    acknowledge(Some((seconds, &in_words)), ctx)
}

/// A time as it is said, whatever way it was typed: `8 hours`, `1 hour 30 minutes`.
fn in_words(seconds: usize) -> String {
    let minutes = seconds.div_ceil(60);
    let of = |n: usize, unit: &str| {
        let s = if n == 1 { "" } else { "s" };
        (n > 0).then(|| format!("{n} {unit}{s}"))
    };
    let parts = [of(minutes / 60, "hour"), of(minutes % 60, "minute")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Nobody is asked for a passphrase so that it may be forgotten, and nothing is opened.
fn forget(ctx: &mut Context<'_>) -> Result<(), Failure> {
    if !ctx.path.exists() {
        // Of a path that was mistyped nothing is forgotten.
        return Err(not_locked(ctx));
    }
    if let Some(salt) = salt_of(&ctx.path)?
        && let Err(StillKept) = kept_key::forget(salt)
    {
        let failure = Failure::new(exit::FAILED, "the kernel does not let go of the key");
        return Err(failure.hint("it does when its time is over, or with the end of this login"));
    }
    acknowledge(None, ctx)
}

fn acknowledge(kept: Option<(usize, &str)>, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let file = ctx.path.display().to_string();
    let (seconds, said) = kept.map(|(seconds, said)| (seconds, said.to_owned())).unzip();
    let is_open = salt_of(&ctx.path).is_ok_and(|salt| salt.is_none());
    ctx.out.acknowledge(&RememberedView { file, seconds, said, is_open })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_said_as_it_was_understood() {
        for (typed, words) in [
            ("3", "3 hours"),
            ("8h", "8 hours"),
            ("1h", "1 hour"),
            ("90m", "1 hour 30 minutes"),
            ("1m", "1 minute"),
            ("7h30", "7 hours 30 minutes"),
            ("24", "24 hours"),
        ] {
            assert_eq!(in_words(read_time(typed).unwrap()), words, "{typed}");
        }
        for typed in ["0", "", "25", "-3", "soon", "0.00001"] {
            assert!(read_time(typed).is_err(), "{typed}");
        }
    }
}
