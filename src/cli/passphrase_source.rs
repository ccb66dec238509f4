//! Where the passphrase of a locked journal comes from: a file descriptor, a command, the
//! terminal; or, for a time that the person states, the key is kept by the kernel.

use std::cell::{Cell, RefCell};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Cursor, IsTerminal as _, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

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

/// How much a command may print, in bytes: several passphrases.
const SAID_BYTES_MOST: usize = 16 * BYTES_MOST;

/// How long nothing is said of a command that takes its time.
const SILENCE: Duration = Duration::from_secs(1);

/// How often it is looked whether it has ended; so long more may come of it then.
const PAUSE: Duration = Duration::from_millis(200);

/// What a command's passphrase is called.
const OF_COMMAND: &str = "what TWINGE_PASSPHRASE_COMMAND says";

/// Where to look, in this order.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    fd: Option<Descriptor>,
    command: Option<OsString>,
    remember: Option<usize>,
    /// What the command said, and how much of it was read.
    said: RefCell<Option<Cursor<Zeroizing<Vec<u8>>>>>,
    /// Whether any passphrase was given so far.
    is_given: Cell<bool>,
}

impl Sources {
    /// `--passphrase-fd`, `TWINGE_PASSPHRASE_COMMAND`, and `TWINGE_REMEMBER` in seconds.
    pub(crate) fn new(fd: Option<u32>, command: Option<OsString>, remember: Option<usize>) -> Self {
        Self { fd: fd.map(Descriptor::new), command, remember, ..Self::default() }
    }
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
        line_of(file, &format!("the passphrase at file descriptor {}", self.number), fault)
    }
}

/// The next line that is not blank; `Ok(None)`: there is none. `what` is what it is called.
fn line_of(
    source: &mut impl Read,
    what: &str,
    fault: impl Fn(io::Error) -> Failure,
) -> Result<Option<Passphrase>, Failure> {
    let mut line = Zeroizing::new(Vec::with_capacity(BYTES_MOST));
    // Byte by byte: what stands behind the line is not ours.
    let mut byte = [0];
    loop {
        let is_end = match source.read(&mut byte) {
            Ok(n) => n == 0,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(fault(e)),
        };
        if !is_end && byte != *b"\n" {
            if line.len() == BYTES_MOST {
                // Cut off it would be another one, which opens nothing elsewhere.
                let why = format!("{what} is longer than {BYTES_MOST} bytes");
                return Err(Failure::usage(why));
            }
            line.extend_from_slice(&byte);
            continue;
        }
        if let Some(passphrase) = read(&line, what)? {
            return Ok(Some(passphrase));
        }
        if is_end {
            return Ok(None);
        }
        line.clear();
    }
}

/// Reads a line; `None`: it is blank.
fn read(line: &[u8], what: &str) -> Result<Option<Passphrase>, Failure> {
    let Ok(text) = std::str::from_utf8(line) else {
        return Err(Failure::usage(format!("{what} is not text in UTF-8")));
    };
    // Nobody can type it.
    if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return Err(Failure::usage(format!("{what} has a control character in it")));
    }
    Ok(Passphrase::new(text))
}

impl PassphraseSource for Sources {
    fn kept(&self, salt: Salt) -> Option<Key> {
        keep_out_of_dumps();
        kept_key::find(salt)
    }

    fn passphrase(&self, file: &Path, n_wrong: usize) -> Result<Option<Passphrase>, store::Error> {
        keep_out_of_dumps();
        let locked = |failure: Failure| failure.of_locked(file);
        let (said, none) = if let Some(fd) = &self.fd {
            (fd.line().map_err(locked)?, format!("file descriptor {} has no passphrase", fd.number))
        } else if let Some(command) = &self.command {
            let mut said = self.said.borrow_mut();
            let said = match &mut *said {
                Some(said) => said,
                // Once: whoever is asked by it is asked once.
                none => none.insert(Cursor::new(said_by(command).map_err(locked)?)),
            };
            (first_of(said).map_err(locked)?, SAYS_NOTHING.into())
        } else if n_wrong < TRIES {
            if n_wrong > 0 {
                prompt("that does not open it\n");
            }
            let question = format!("Passphrase of {}: ", file.display());
            return typed(&question).map(Some).map_err(locked);
        } else {
            return Ok(None);
        };
        if said.is_none() && !self.is_given.get() {
            return Err(locked(Failure::usage(none)));
        }
        self.is_given.set(true);
        Ok(said)
    }

    fn name(&self) -> Option<String> {
        match (&self.fd, &self.command) {
            (Some(fd), _) => Some(format!("file descriptor {}", fd.number)),
            (None, Some(_)) => Some("TWINGE_PASSPHRASE_COMMAND".into()),
            (None, None) => None,
        }
    }

    fn was_right(&self, key: &Key) {
        if let Some(seconds) = self.remember {
            // Without it the person types once more.
            kept_key::keep(key, seconds);
        }
    }
}

const SAYS_NOTHING: &str = "TWINGE_PASSPHRASE_COMMAND says nothing";

/// The next passphrase of what a command said.
fn first_of(said: &mut Cursor<Zeroizing<Vec<u8>>>) -> Result<Option<Passphrase>, Failure> {
    line_of(said, OF_COMMAND, |e| Failure::new(exit::LOCKED, e))
}

/// The first passphrase that a command prints.
pub(crate) fn of_command(command: &OsStr) -> Result<Passphrase, Failure> {
    let said = first_of(&mut Cursor::new(said_by(command)?))?;
    said.ok_or_else(|| Failure::new(exit::LOCKED, SAYS_NOTHING))
}

/// All that a command prints: passphrases, one a line.
fn said_by(command: &OsStr) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let failed = |why: String| Failure::new(exit::LOCKED, why);
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(command)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| failed(format!("TWINGE_PASSPHRASE_COMMAND cannot be run: {e}")))?;
    let Some(stdout) = child.stdout.take() else {
        return Err(failed(format!("{OF_COMMAND} cannot be read")));
    };
    let said = all_that_is_said(stdout, || matches!(child.try_wait(), Ok(Some(_))))
        .map_err(|e| failed(format!("{OF_COMMAND} cannot be read: {e}")))?;
    // It may wait for a reader that is no more: what is wrong with it comes first.
    if said.len() > SAID_BYTES_MOST {
        child.wait().ok();
        return Err(failed(format!("{OF_COMMAND} is longer than {SAID_BYTES_MOST} bytes")));
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(said),
        Ok(status) => Err(failed(format!("TWINGE_PASSPHRASE_COMMAND failed: {status}"))),
        Err(e) => Err(failed(format!("TWINGE_PASSPHRASE_COMMAND failed: {e}"))),
    }
}

/// Reads to the end, or until whoever is to write has ended and no more comes: what it started may go
/// on, and keep its output open for ever. That it takes long is said once.
fn all_that_is_said(
    mut from: impl Read + Send + 'static,
    mut has_ended: impl FnMut() -> bool,
) -> io::Result<Zeroizing<Vec<u8>>> {
    let (send, receive) = mpsc::sync_channel(1);
    thread::spawn(move || {
        loop {
            let mut some = Zeroizing::new(vec![0; BYTES_MOST]);
            let read = match from.read(&mut some) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                read => read.map(|n| (some, n)),
            };
            let is_last = !matches!(read, Ok((_, 1..)));
            if send.send(read).is_err() || is_last {
                break;
            }
        }
    });
    // As large as it may become, so that nothing is left behind by growing.
    let mut said = Zeroizing::new(Vec::with_capacity(SAID_BYTES_MOST + BYTES_MOST));
    let (mut waited, mut is_over) = (Duration::ZERO, false);
    while said.len() <= SAID_BYTES_MOST {
        match receive.recv_timeout(PAUSE) {
            Ok(Ok((_, 0))) | Err(RecvTimeoutError::Disconnected) => break,
            Ok(Ok((some, n))) => said.extend_from_slice(&some[..n]),
            Ok(Err(e)) => return Err(e),
            Err(RecvTimeoutError::Timeout) if is_over => break,
            Err(RecvTimeoutError::Timeout) => {
                is_over = has_ended();
                waited += PAUSE;
                if waited == SILENCE {
                    prompt("waiting for TWINGE_PASSPHRASE_COMMAND …\n");
                }
            }
        }
    }
    Ok(said)
}

/// Whether somebody can be asked for a passphrase.
pub(crate) fn can_be_asked() -> bool {
    io::stderr().is_terminal() || io::stdin().is_terminal()
}

/// Asks on the terminal; what is typed is not shown. Enter alone is no answer.
pub(crate) fn typed(question: &str) -> Result<Passphrase, Failure> {
    let none = || Failure::new(exit::LOCKED, "no passphrase was typed");
    typed_or_none(question)?.ok_or_else(none)
}

/// As [`typed`]; `None`: Enter alone.
pub(crate) fn typed_or_none(question: &str) -> Result<Option<Passphrase>, Failure> {
    if !can_be_asked() {
        return Err(Failure::new(exit::LOCKED, "nobody is here to type its passphrase"));
    }
    prompt(question);
    begin_typing();
    let typed = rpassword::read_password().map(Zeroizing::new);
    end_typing();
    match typed {
        Ok(typed) if typed.len() > BYTES_MOST => {
            Err(Failure::usage(format!("what was typed is longer than {BYTES_MOST} bytes")))
        }
        Ok(typed) => Ok(Passphrase::new(&typed)),
        // Ctrl-C, and Ctrl-D where nothing was typed.
        Err(e)
            if [io::ErrorKind::Interrupted, io::ErrorKind::UnexpectedEof].contains(&e.kind()) =>
        {
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
