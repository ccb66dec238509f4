//! `twinge lock`: the journal and its backups open with a passphrase only.

use clap::Args;

use crate::cli::asking::begin_saving;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::lock_view::{Done, LockView};
use crate::cli::new_passphrase::{From, finished_by, key_of, new_passphrase};
use crate::store::salt_of;

/// Encrypt the journal and its backups with a passphrase. Who loses it loses the journal
///
/// Six random words are offered. The passphrase is typed three times, the last time from the paper on
/// which you wrote it: there is no other way in. From then on every command asks for it, unless
/// `TWINGE_PASSPHRASE_COMMAND` or `--passphrase-fd` gives it, or `twinge passphrase --remember 8h` has the
/// kernel keep the key. The whole file is encrypted by SQLCipher; it is read back before it takes the
/// place of the old one, and so is each backup. What you export is in clear.
///
/// Run again it finishes what was cut short. Where backups have another passphrase, `--passphrase-fd` and
/// `TWINGE_PASSPHRASE_COMMAND` give all of them, one a line.
#[derive(Args, Debug)]
pub(crate) struct LockArgs {
    /// Read the new passphrase from this file descriptor instead of asking
    #[arg(long, value_name = "N")]
    new_passphrase_fd: Option<u32>,
}

/// Runs `twinge lock`.
pub(crate) fn run(args: &LockArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    if let Some(number) = args.new_passphrase_fd
        && salt_of(&ctx.path)?.is_some()
    {
        // A crash may have come after the journal, which then opens with it.
        ctx.keys.add_said(&new_passphrase(ctx, &From::Descriptor(number))?);
    }
    let store = ctx.write().map_err(finished_by)?;
    if store.is_locked() {
        // A crash may have come before its backups.
        let view = LockView::new(ctx, Done::WasLocked, store.finish_lock(&ctx.moment)?);
        ctx.out.note("`twinge passphrase` gives it another passphrase");
        return view.tell(ctx);
    }
    let command = ctx.settings.passphrase_command.as_deref();
    let from = match (args.new_passphrase_fd.or(ctx.passphrase_fd), command) {
        (Some(number), _) => From::Descriptor(number),
        (None, Some(command)) => From::Command(command),
        (None, None) => From::Terminal,
    };
    let new = new_passphrase(ctx, &from)?;
    // Backups that were locked with it before, under another salt, open with it too.
    ctx.keys.add_said(&new);
    let key = key_of(&new)?;
    begin_saving();
    let changed = store.change_lock(Some(&key), &ctx.moment)?;
    LockView::new(ctx, Done::Locked, changed).tell(ctx)
}
