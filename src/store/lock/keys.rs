//! The keys of one command: whoever opens a file asks here, and the person is asked once.

use std::cell::RefCell;
use std::fmt;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::rc::Rc;

use crate::store::error::Error;
use crate::store::lock::key::{Key, Passphrase, Salt};
use crate::store::lock::pages::{PAGE, any_page_fits};

/// How much of a file says what it is.
pub(in crate::store) const HEAD: u64 = 20;

/// Where passphrases come from.
pub trait PassphraseSource {
    /// The key of the files with this salt, where it is kept; nobody is asked.
    fn kept(&self, salt: Salt) -> Option<Key>;

    /// The passphrase of a file. `n_wrong` were given and did not open it; `Ok(None)`: there is no
    /// other one to try.
    fn passphrase(&self, file: &Path, n_wrong: usize) -> Result<Option<Passphrase>, Error>;

    /// What gives passphrases; `None`: somebody types them.
    fn name(&self) -> Option<String> {
        None
    }

    /// A passphrase was given, and this is the key that it made.
    fn was_right(&self, key: &Key);
}

/// Nobody who knows a passphrase: only what is not locked opens.
#[derive(Clone, Copy, Debug)]
pub struct Nobody;

impl PassphraseSource for Nobody {
    fn kept(&self, _: Salt) -> Option<Key> {
        None
    }

    fn passphrase(&self, _: &Path, _: usize) -> Result<Option<Passphrase>, Error> {
        Ok(None)
    }

    fn was_right(&self, _: &Key) {}
}

/// The keys and passphrases that a command knows so far.
#[derive(Clone)]
pub struct Keys(Rc<Inner>);

struct Inner {
    source: Box<dyn PassphraseSource>,
    keys: RefCell<Vec<Key>>,
    said: RefCell<Vec<Passphrase>>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys")
    }
}

impl Keys {
    /// Knows none yet.
    pub fn from(source: impl PassphraseSource + 'static) -> Self {
        let (keys, said) = (RefCell::default(), RefCell::default());
        Self(Rc::new(Inner { source: Box::new(source), keys, said }))
    }

    /// Takes in a key that was made here.
    pub fn add(&self, key: &Key) {
        self.0.keys.borrow_mut().push(key.clone());
    }

    /// Takes in a passphrase that was given for another purpose: files may have it too.
    pub fn add_said(&self, passphrase: &Passphrase) {
        let mut said = self.0.said.borrow_mut();
        if !said.contains(passphrase) {
            said.push(passphrase.clone());
        }
    }

    /// The key of a file, whoever must be asked; `None`: it is not locked.
    pub fn of(&self, file: &Path) -> Result<Option<Key>, Error> {
        self.find(file, true)
    }

    /// As [`Keys::of`], but a key that was kept does not do: the passphrase is to be given.
    pub fn said_of(&self, file: &Path) -> Result<Option<Key>, Error> {
        self.find(file, false)
    }

    fn find(&self, file: &Path, may_be_kept: bool) -> Result<Option<Key>, Error> {
        let Some(salt) = whole_salt_of(file)? else { return Ok(None) };
        if let Some(key) = self.at_hand(file, salt, may_be_kept)? {
            return Ok(Some(key));
        }
        let mut n_wrong = 0;
        while let Some(passphrase) = self.0.source.passphrase(file, n_wrong)? {
            self.add_said(&passphrase);
            if let Some(key) = self.try_one(file, salt, &passphrase)? {
                self.0.source.was_right(&key);
                return Ok(Some(key));
            }
            n_wrong += 1;
        }
        if salt_of(file)? != Some(salt) {
            // While somebody typed, another file took its place.
            return Err(Error::Busy(file.into()));
        }
        Err(Error::WrongPassphrase(file.into(), self.0.source.name()))
    }

    /// The key of a file, where it is known without asking anybody; `None`: it is not locked.
    pub fn known_of(&self, file: &Path) -> Result<Option<Key>, Error> {
        let Some(salt) = whole_salt_of(file)? else { return Ok(None) };
        match self.at_hand(file, salt, true)? {
            Some(key) => Ok(Some(key)),
            None => Err(Error::WrongPassphrase(file.into(), None)),
        }
    }

    fn at_hand(&self, file: &Path, salt: Salt, may_be_kept: bool) -> Result<Option<Key>, Error> {
        let known = self.0.keys.borrow().iter().find(|key| key.salt() == salt).cloned();
        if known.is_some() {
            return Ok(known);
        }
        if may_be_kept
            && let Some(key) = self.0.source.kept(salt)
            && self.opens(file, &key)?
        {
            return Ok(Some(key));
        }
        let said = self.0.said.borrow().clone();
        for passphrase in &said {
            if let Some(key) = self.try_one(file, salt, passphrase)? {
                return Ok(Some(key));
            }
        }
        Ok(None)
    }

    fn try_one(&self, file: &Path, salt: Salt, said: &Passphrase) -> Result<Option<Key>, Error> {
        let Some(key) = Key::derive(said, salt) else { return Ok(None) };
        Ok(self.opens(file, &key)?.then_some(key))
    }

    /// Whether a key opens a file; then it is known.
    fn opens(&self, file: &Path, key: &Key) -> Result<bool, Error> {
        let io = |source| Error::Io { path: file.into(), source };
        let opens = any_page_fits(file, key).map_err(io)?;
        if opens {
            self.add(key);
        }
        Ok(opens)
    }
}

/// The salt of a locked file of which there is a page or more: else no passphrase opens it.
fn whole_salt_of(file: &Path) -> Result<Option<Salt>, Error> {
    let salt = salt_of(file)?;
    if salt.is_some() && fs::metadata(file).is_ok_and(|about| about.len() < PAGE as u64) {
        let why = "not even its first page is there".into();
        return Err(Error::Damaged { path: file.into(), why });
    }
    Ok(salt)
}

/// The salt of a locked file; `None`: it is not there, or not locked.
pub fn salt_of(file: &Path) -> Result<Option<Salt>, Error> {
    if !file.is_file() {
        return Ok(None);
    }
    let mut head = Vec::new();
    File::open(file)
        .and_then(|file| file.take(HEAD).read_to_end(&mut head))
        .map_err(|source| Error::Io { path: file.into(), source })?;
    Ok(Salt::of_head(&head))
}
