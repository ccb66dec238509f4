//! A key that the kernel keeps for a while, so that nothing need be typed: in memory, for this
//! login, never on a disk. Only where the person asked for it, and only on Linux.

#[cfg(target_os = "linux")]
pub(crate) use linux::{find, forget, keep};

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{find, forget, keep};

/// The kernel does not let go of a key.
#[derive(Debug)]
pub(crate) struct StillKept;

#[cfg(target_os = "linux")]
mod linux {
    use linux_keyutils::{KeyRing, KeyRingIdentifier};
    use zeroize::Zeroizing;

    use crate::cli::kept_key::StillKept;
    use crate::store::{Key, Salt};

    /// The keyring of this login. It is not made: one that is made now ends with this process.
    fn ring() -> Option<KeyRing> {
        KeyRing::from_special_id(KeyRingIdentifier::Session, false).ok()
    }

    fn name(salt: Salt) -> String {
        format!("twinge:{}", salt.word())
    }

    /// The key of the files with this salt; `None`: none is kept.
    pub(crate) fn find(salt: Salt) -> Option<Key> {
        let kept = ring()?.search(&name(salt)).ok()?;
        let mut bytes = Zeroizing::new([0; 64]);
        let n = kept.read(&mut *bytes).ok()?;
        Key::from_bytes(bytes.get(..n)?)
    }

    /// Has a key kept for so many seconds; whether the kernel does.
    pub(crate) fn keep(key: &Key, seconds: usize) -> bool {
        let kept = ring().and_then(|ring| ring.add_key(&name(key.salt()), &key.to_bytes()).ok());
        kept.is_some_and(|kept| match kept.set_timeout(seconds) {
            Ok(()) => true,
            // Not for ever.
            Err(_) => {
                kept.invalidate().ok();
                false
            }
        })
    }

    /// Forgets a key; whether one was kept. An error: the kernel keeps it still.
    pub(crate) fn forget(salt: Salt) -> Result<bool, StillKept> {
        match ring().and_then(|ring| ring.search(&name(salt)).ok()) {
            Some(kept) => kept.invalidate().map(|()| true).map_err(|_| StillKept),
            None => Ok(false),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use crate::cli::kept_key::StillKept;
    use crate::store::{Key, Salt};

    pub(crate) fn find(_: Salt) -> Option<Key> {
        None
    }

    pub(crate) fn keep(_: &Key, _: usize) -> bool {
        false
    }

    pub(crate) fn forget(_: Salt) -> Result<bool, StillKept> {
        Ok(false)
    }
}
