//! Where the passphrase of a locked journal comes from: a file descriptor, a command, the
//! terminal; or, for a time that the person states, the key is kept by the kernel.

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

use crate::cli::asking::{begin_typing, end_typing, prompt};
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::kept_key;
use crate::store::{self, Key, Passphrase, PassphraseSource, Salt};

/// How often the person may try.
const TRIES: usize = 3;

/// How long a passphrase may be, in bytes.
const BYTES_MOST: usize = 4096;

/// Where to look, in this order.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// `--passphrase-fd`.
    pub fd: Option<Descriptor>,
    /// `TWINGE_PASSPHRASE_COMMAND`.
    pub command: Option<OsString>,
    /// `TWINGE_REMEMBER`, in seconds.
    pub remember: Option<usize>,
}

/// An open file descriptor that was named by its number; a passphrase is one line of it.
#[derive(Debug)]
pub(crate) struct Descriptor {
    number: u32,
    file: RefCell<Option<File>>,
}

impl Descriptor {
    /// Opens it when it is first read.
    pub(crate) fn new(number: u32) -> Self {
        Self { number, file: RefCell::default() }
    }

    /// The next line; `Ok(None)`: there is none.
    pub(crate) fn line(&self) -> Result<Option<Passphrase>, Failure> {
        let fault = |e: io::Error| {
            let number = self.number;
            Failure::usage(format!("file descriptor {number} cannot be read: {e}"))
        };
        let mut file = self.file.borrow_mut();
        let file = match &mut *file {
            Some(file) => file,
            none => none.insert(File::open(format!("/dev/fd/{}", self.number)).map_err(fault)?),
        };
        // Byte by byte: what stands behind the line is not ours.
        let mut line = Zeroizing::new(Vec::with_capacity(BYTES_MOST));
        let mut byte = [0];
        while line.len() < BYTES_MOST && file.read(&mut byte).map_err(fault)? == 1 {
            if byte == *b"\n" {
                break;
            }
            line.extend_from_slice(&byte);
        }
        Ok(read(&line))
    }
}

impl PassphraseSource for Sources {
    fn kept(&self, salt: Salt) -> Option<Key> {
        keep_out_of_dumps();
        kept_key::find(salt)
    }

    fn passphrase(&self, file: &Path, n_wrong: usize) -> Result<Option<Passphrase>, store::Error> {
        keep_out_of_dumps();
        let locked = |failure: Failure| failure.of_locked(file);
        let said = if let Some(fd) = &self.fd {
            let line = fd.line().map_err(locked)?;
            if line.is_none() && n_wrong == 0 {
                return Err(locked(Failure::usage("the file descriptor has no passphrase")));
            }
            line
        } else if let Some(command) = &self.command {
            if n_wrong > 0 { None } else { Some(of_command(command).map_err(locked)?) }
        } else if n_wrong < TRIES {
            if n_wrong > 0 {
                prompt("that does not open it\n");
            }
            Some(typed(&format!("Passphrase of {}: ", file.display())).map_err(locked)?)
        } else {
            None
        };
        Ok(said)
    }

    fn was_right(&self, key: &Key) {
        if let Some(seconds) = self.remember {
            // Without it the person types once more.
            kept_key::keep(key, seconds);
        }
    }
}

/// What a command prints.
pub(crate) fn of_command(command: &OsStr) -> Result<Passphrase, Failure> {
    let failed = |why: String| Failure::new(exit::LOCKED, why);
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(command)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| failed(format!("TWINGE_PASSPHRASE_COMMAND cannot be run: {e}")))?;
    let mut said = Zeroizing::new([0; BYTES_MOST]);
    let mut n = 0;
    if let Some(mut stdout) = child.stdout.take() {
        while let Ok(more @ 1..) = stdout.read(&mut said[n..]) {
            n += more;
        }
    }
    match child.wait() {
        Ok(status) if status.success() => {
            read(&said[..n]).ok_or_else(|| failed("TWINGE_PASSPHRASE_COMMAND says nothing".into()))
        }
        Ok(status) => Err(failed(format!("TWINGE_PASSPHRASE_COMMAND failed: {status}"))),
        Err(e) => Err(failed(format!("TWINGE_PASSPHRASE_COMMAND failed: {e}"))),
    }
}

fn read(bytes: &[u8]) -> Option<Passphrase> {
    Passphrase::new(std::str::from_utf8(bytes).ok()?)
}

/// Whether somebody can be asked for a passphrase.
pub(crate) fn can_be_asked() -> bool {
    io::stderr().is_terminal() || io::stdin().is_terminal()
}

/// Asks on the terminal; what is typed is not shown.
pub(crate) fn typed(question: &str) -> Result<Passphrase, Failure> {
    if !can_be_asked() {
        return Err(Failure::new(exit::LOCKED, "nobody is here to type its passphrase"));
    }
    prompt(question);
    begin_typing();
    let typed = rpassword::read_password().map(Zeroizing::new);
    end_typing();
    match typed {
        Ok(typed) => Passphrase::new(&typed)
            .ok_or_else(|| Failure::new(exit::LOCKED, "no passphrase was typed")),
        Err(e) if e.kind() == io::ErrorKind::Interrupted => {
            Err(Failure::new(exit::INTERRUPTED, "it was stopped"))
        }
        Err(_) => Err(Failure::new(exit::LOCKED, "no passphrase was typed")),
    }
}

/// What this process holds from now on is written to no file when it crashes, and other programs
/// of the same person cannot look into it.
pub(crate) fn keep_out_of_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Where the system refuses, it is as before.
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).ok();
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        set_dumpable_behavior(DumpableBehavior::NotDumpable).ok();
    }
}
