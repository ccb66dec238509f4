//! Passphrases and keys. Both are wiped from memory when they are dropped, and never shown.

use std::fmt;

use openssl::hash::MessageDigest;
use openssl::pkcs5::pbkdf2_hmac;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// How often a passphrase is hashed to make a key: that of SQLCipher 4.
const ROUNDS: usize = 256_000;

/// How many bytes a key has.
const KEY_BYTES: usize = 32;

/// How many bytes a salt has.
const SALT_BYTES: usize = 16;

/// What the person types.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase as it is compared: an `é` that was typed in two ways is one, and so are one
    /// blank and several. `None`: there is nothing but blanks.
    pub fn new(typed: &str) -> Option<Self> {
        // Never more than three times as long, so that nothing is left behind by growing.
        let mut text = Zeroizing::new(String::with_capacity(typed.len() * 3 + 8));
        for word in typed.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(word.nfc());
        }
        (!text.is_empty()).then_some(Self(text))
    }

    /// How many characters it has.
    pub fn n_characters(&self) -> usize {
        self.0.chars().count()
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (self.0.as_bytes(), other.0.as_bytes());
        a.len() == b.len() && openssl::memcmp::eq(a, b)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What a locked file begins with: the same passphrase gives another key for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt(pub(super) [u8; SALT_BYTES]);

impl Salt {
    /// What the salt of every locked journal begins with, so that one is told from other files.
    /// No text begins so, nor any other kind of file that is known.
    const MARK: [u8; 4] = *b"\x93tw\x1a";

    /// A new one, of random bytes.
    pub fn new(random: [u8; 12]) -> Self {
        let mut salt = [0; SALT_BYTES];
        salt[..4].copy_from_slice(&Self::MARK);
        salt[4..].copy_from_slice(&random);
        Self(salt)
    }

    /// That of a file that begins so; `None`: it is no locked journal.
    pub fn of_head(head: &[u8]) -> Option<Self> {
        let salt: [u8; SALT_BYTES] = head.get(..SALT_BYTES)?.try_into().ok()?;
        salt.starts_with(&Self::MARK).then_some(Self(salt))
    }

    /// As a word, which is no secret: it stands in the file.
    pub fn word(&self) -> String {
        hex(&self.0).to_string()
    }
}

/// What opens a file: made of a passphrase and the file's salt.
#[derive(Clone)]
pub struct Key {
    pub(super) raw: Zeroizing<[u8; KEY_BYTES]>,
    pub(super) salt: Salt,
}

impl Key {
    /// Makes the key of a passphrase, as SQLCipher does: it takes a tenth of a second or more, so that
    /// trying many takes long. `None`: the library refuses.
    pub fn derive(passphrase: &Passphrase, salt: Salt) -> Option<Self> {
        let mut raw = Zeroizing::new([0; KEY_BYTES]);
        let digest = MessageDigest::sha512();
        pbkdf2_hmac(passphrase.0.as_bytes(), &salt.0, ROUNDS, digest, &mut *raw).ok()?;
        Some(Self { raw, salt })
    }

    /// The salt of the files that it opens.
    pub fn salt(&self) -> Salt {
        self.salt
    }

    /// As bytes, to keep it for a while.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(KEY_BYTES + SALT_BYTES));
        bytes.extend_from_slice(&*self.raw);
        bytes.extend_from_slice(&self.salt.0);
        bytes
    }

    /// Reads what [`Key::to_bytes`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (raw, salt) = bytes.split_at_checked(KEY_BYTES)?;
        let raw = Zeroizing::new(raw.try_into().ok()?);
        Some(Self { raw, salt: Salt(salt.try_into().ok()?) })
    }

    /// As SQLCipher reads it: no passphrase, but the key itself and the salt.
    pub(in crate::store) fn literal(&self) -> Zeroizing<String> {
        let (raw, salt) = (hex(&*self.raw), hex(&self.salt.0));
        let mut literal = Zeroizing::new(String::with_capacity(raw.len() + salt.len() + 4));
        for part in ["x'", &raw, &salt, "'"] {
            literal.push_str(part);
        }
        literal
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

fn hex(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(digit.into(), 16));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_however_it_is_typed() {
        let typed = |text| Passphrase::new(text).unwrap();
        assert_eq!(typed("caf\u{e9} noir"), typed("  cafe\u{301}   noir\n"));
        assert_ne!(typed("cafe noir"), typed("Cafe noir"));
        assert_ne!(typed("cafenoir"), typed("cafe noir"));
        assert!(Passphrase::new(" \n").is_none());
        assert_eq!(typed("a b").n_characters(), 3);
    }

    #[test]
    fn a_key_survives_being_kept_and_shows_itself_to_nobody() {
        let key = Key { raw: Zeroizing::new([0xab; 32]), salt: Salt::new([7; 12]) };
        let back = Key::from_bytes(&key.to_bytes()).unwrap();
        assert_eq!((&*back.raw, back.salt), (&*key.raw, key.salt));
        assert_eq!(Key::from_bytes(&[0; 47]).map(|k| k.salt), None);
        let word = "ab".repeat(32) + "9374771a" + &"07".repeat(12);
        assert_eq!(*key.literal(), format!("x'{word}'"));
        let shown = format!("{key:?} {:?}", Passphrase::new("marker"));
        assert!(!shown.contains("ab") && !shown.contains("marker"), "{shown}");
    }

    #[test]
    fn a_salt_is_told_from_the_head_of_another_file() {
        let salt = Salt::new([1; 12]);
        assert_eq!(Salt::of_head(&[&salt.0[..], b"more"].concat()), Some(salt));
        for head in [&b""[..], b"SQLite format 3\0", &salt.0[..15], &[0; 16]] {
            assert_eq!(Salt::of_head(head), None);
        }
    }
}
