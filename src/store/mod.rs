//! The journal on disk: the only module that names rusqlite.

mod act;
mod adopt;
mod backup;
mod clocks;
mod contains;
mod error;
mod fact;
mod files;
mod history;
mod load;
mod lock;
mod migrations;
mod open;
mod part;
mod restore;
mod salvage;
mod sample;
mod schema;
mod synced;
mod verify;
mod views;
mod waiting;

pub use act::{Act, Hlc, Receipt, Stamp};
pub use adopt::{Adopted, Clash, Policy, adopt};
pub use backup::{
    Backup, Broken, Made, Reason, backups, backups_folder, broken_backup, copied_elsewhere,
    copies_in_clear, is_journal_in_clear, is_said_first, journals_beside_backups, kept_damaged,
};
pub use contains::ShownId;
pub use error::{Error, is_loop, said};
pub use files::folder_of;
pub use history::{Change, Undone, WrittenAct};
pub use load::Stored;
pub use lock::{
    Changed, Key, Keys, Nobody, OTHERS_PASSPHRASE, OtherNames, Passphrase, PassphraseSource,
    Relocked, Salt, salt_of,
};
pub use open::{Access, Store, is_locked};
pub use part::part_in;
pub use restore::{Replace, Restored, Whose, restore};
pub use salvage::{Loss, Salvaged, With, salvage};
pub use sample::make_sample;
pub use schema::VERSION;
pub use synced::synced_by;
pub use verify::Health;
pub use waiting::say_when_waiting;
