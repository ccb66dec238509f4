//! The pages of a locked file, one by one: does a key fit, and what is in them? The form is that of
//! SQLCipher 4: <https://www.zetetic.net/sqlcipher/design/>. Each page of 4,096 bytes ends with the
//! vector that its encryption began with and a keyed hash; the first one begins with the salt.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::memcmp;
use openssl::pkcs5::pbkdf2_hmac;
use openssl::pkey::{PKey, Private};
use openssl::sign::Signer;
use openssl::symm::{Cipher, Crypter, Mode};
use zeroize::Zeroizing;

use crate::store::lock::key::Key;

/// How many bytes a page has.
pub(super) const PAGE: usize = 4096;

/// How many of them are the vector.
const VECTOR: usize = 16;

/// How many are the keyed hash.
const HASH: usize = 64;

/// How many of the first page are the salt.
const SALT: usize = 16;

/// What an SQLite file begins with, where the salt of a locked one stands.
const MAGIC: &[u8; SALT] = b"SQLite format 3\0";

/// What makes the salt of the hash's key of the file's salt.
const MASK: u8 = 0x3a;

/// The parts of a page.
struct Page<'b> {
    encrypted: &'b [u8],
    vector: &'b [u8],
    hash: &'b [u8],
}

impl<'b> Page<'b> {
    fn read(bytes: &'b [u8], number: u32) -> Self {
        let start = if number == 1 { SALT } else { 0 };
        let (encrypted, end) = bytes[start..].split_at(PAGE - start - VECTOR - HASH);
        let (vector, hash) = end.split_at(VECTOR);
        Self { encrypted, vector, hash }
    }
}

/// The key of the keyed hash.
fn hash_key(key: &Key) -> Result<PKey<Private>, ErrorStack> {
    let salt = key.salt.0.map(|byte| byte ^ MASK);
    let mut raw = Zeroizing::new([0; 32]);
    pbkdf2_hmac(&*key.raw, &salt, 2, MessageDigest::sha512(), &mut *raw)?;
    PKey::hmac(&*raw)
}

fn fits(page: &Page<'_>, number: u32, hash_key: &PKey<Private>) -> Result<bool, ErrorStack> {
    let mut signer = Signer::new(MessageDigest::sha512(), hash_key)?;
    signer.update(page.encrypted)?;
    signer.update(page.vector)?;
    signer.update(&number.to_le_bytes())?;
    Ok(memcmp::eq(&signer.sign_to_vec()?, page.hash))
}

/// Whether a key opens a file: whether there is any page in it that was written with it. One is
/// enough: others may be damaged, or just being written.
pub(in crate::store) fn any_page_fits(file: &Path, key: &Key) -> io::Result<bool> {
    let mut file = File::open(file)?;
    let hash_key = hash_key(key)?;
    let mut bytes = vec![0; PAGE];
    let mut number = 0;
    loop {
        match file.read_exact(&mut bytes) {
            Ok(()) => number += 1,
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(e) => return Err(e),
        }
        if fits(&Page::read(&bytes, number), number, &hash_key)? {
            return Ok(true);
        }
    }
}

/// A damaged file in clear, with each page where SQLite has it, whether or not they fit: of a page
/// in which some bytes changed the rest is as it was, and of one that is cut off there is what is
/// left.
pub(in crate::store) fn decrypted(bytes: &[u8], key: &Key) -> io::Result<Zeroizing<Vec<u8>>> {
    /// What the head says of every locked file: the size of a page, and how much of it is not
    /// used. It stands in the block that is lost where the vector is.
    const SAYS: [(usize, u8); 3] = [(16, 0x10), (17, 0), (20, 80)];
    let mut clear = Zeroizing::new(Vec::with_capacity(bytes.len() + 2 * PAGE));
    for (bytes, number) in bytes.chunks(PAGE).zip(1..) {
        let end = clear.len() + bytes.len();
        let start = if number == 1 { SALT } else { 0 };
        let (encrypted, vector) = if bytes.len() == PAGE {
            let Page { encrypted, vector, .. } = Page::read(bytes, number);
            (encrypted, vector)
        } else {
            // Without the vector only the first block is lost.
            let whole = bytes.len().min(PAGE - VECTOR - HASH) / VECTOR * VECTOR;
            (bytes.get(start..whole).unwrap_or_default(), &[0; VECTOR][..])
        };
        clear.extend_from_slice(&MAGIC[..start]);
        decrypt(encrypted, vector, key, &mut clear)?;
        clear.resize(end, 0);
    }
    for (at, byte) in SAYS {
        if let Some(said) = clear.get_mut(at) {
            *said = byte;
        }
    }
    Ok(clear)
}

/// What is in the pages that SQLite keeps beside a locked file, one after another, `gap` bytes after
/// the number of each: only of those that fit, as nothing else says where one begins.
pub(in crate::store) fn decrypted_beside(
    bytes: &[u8],
    gap: usize,
    key: &Key,
) -> io::Result<Zeroizing<Vec<u8>>> {
    let hash_key = hash_key(key)?;
    let mut clear = Zeroizing::new(Vec::with_capacity(bytes.len()));
    let mut at = 0;
    while let Some(page) = bytes.get(at + gap..at + gap + PAGE) {
        let number = bytes[at..].first_chunk().map_or(0, |four| u32::from_be_bytes(*four));
        let page = Page::read(page, number);
        if number > 0 && fits(&page, number, &hash_key)? {
            decrypt(page.encrypted, page.vector, key, &mut clear)?;
            at += gap + PAGE;
        } else {
            at += 4;
        }
    }
    Ok(clear)
}

/// Adds to `clear` what was encrypted.
fn decrypt(encrypted: &[u8], vector: &[u8], key: &Key, clear: &mut Vec<u8>) -> io::Result<()> {
    let cipher = Cipher::aes_256_cbc();
    let mut out = Zeroizing::new(vec![0; PAGE + cipher.block_size()]);
    let mut crypter = Crypter::new(cipher, Mode::Decrypt, &*key.raw, Some(vector))?;
    crypter.pad(false);
    let n = crypter.update(encrypted, &mut out)?;
    clear.extend_from_slice(&out[..n]);
    Ok(())
}
