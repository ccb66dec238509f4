//! A locked journal: SQLCipher's encryption of the whole file, and how it is turned on, off and
//! changed.

mod backups;
mod change;
mod key;
mod keys;
mod pages;

pub use backups::{OTHERS_PASSPHRASE, OtherNames, Relocked};
pub use change::Changed;
pub(super) use change::copy_with;
pub use key::{Key, Passphrase, Salt};
pub(super) use keys::HEAD;
pub use keys::{Keys, Nobody, PassphraseSource, salt_of};
pub(super) use pages::{any_page_fits, decrypted, decrypted_beside};
