//! `twinge unlock`: the journal and its backups open without a passphrase again.

use clap::Args;

use crate::cli::asking::begin_saving;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::kept_key;
use crate::cli::lock_view::{Done, LockView};

/// Take the encryption off the journal and its backups
#[derive(Args, Debug)]
pub(crate) struct UnlockArgs;

/// Runs `twinge unlock`.
pub(crate) fn run(ctx: &mut Context<'_>) -> Result<(), Failure> {
    // A key that is kept does not do: it is to open the journal, not to take the lock off.
    ctx.keys.said_of(&ctx.path)?;
    let store = ctx.write()?;
    let (done, changed) = match store.salt() {
        Some(salt) => {
            // What is written meanwhile is in clear: Ctrl-C would leave it behind.
            begin_saving();
            let changed = store.change_lock(None, &ctx.moment)?;
            // Nothing opens with it any more, whether or not the kernel lets go of it.
            kept_key::forget(salt).ok();
            (Done::Unlocked, changed)
        }
        None => (Done::WasUnlocked, store.finish_lock(&ctx.moment)?),
    };
    LockView::new(ctx, done, changed).tell(ctx)
}
