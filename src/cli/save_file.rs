//! Files for the person: whole or not at all, and never over one that is there unasked.

use std::fs::File;
use std::io::{self, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::store::{folder_of, is_locked, part_in, said};

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Standard output.
    Stdout,
    /// A file, and whether one that is there may be replaced.
    File(PathBuf, Existing),
}

/// What to do with a file that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    /// Leave it and fail.
    Keep,
    /// Replace it.
    Replace,
}

impl Target {
    /// A file of a command that replaces none, whatever is said.
    pub(crate) fn of_a_new_file(path: &Path) -> Result<Self, Failure> {
        if path.exists() && !path.is_dir() {
            let failure = Failure::usage(format!("{} is there already", path.display()));
            return Err(failure.hint("it is not replaced; name another file"));
        }
        Self::new(path, false)
    }

    /// Looks at the target before the work begins, so that a bad path fails at once.
    pub(crate) fn new(path: &Path, replace: bool) -> Result<Self, Failure> {
        if path.as_os_str() == "-" {
            return Ok(Self::Stdout);
        }
        let existing = if replace { Existing::Replace } else { Existing::Keep };
        let shown = path.display();
        if path.is_dir() {
            return Err(Failure::usage(format!("{shown} is a folder"))
                .hint(format!("name a file in it: {shown}/file")));
        }
        // A device or a pipe would be gone, and an ordinary file in its place: /dev/null for all.
        if path.exists() && !path.is_file() {
            return Err(Failure::usage(format!("{shown} is no ordinary file"))
                .hint("name another file; `-o -` writes to standard output"));
        }
        if is_database(path) {
            return Err(Failure::usage(format!("{shown} is a database, perhaps a journal"))
                .hint("it is not replaced, not even with --force; name another file"));
        }
        if path.exists() && existing == Existing::Keep {
            return Err(Failure::usage(format!("{shown} is there already"))
                .hint("--force replaces it, or name another file"));
        }
        if !folder_of(path).is_dir() {
            return Err(no_folder(folder_of(path)));
        }
        // What ends in a slash is meant to be one.
        if path.as_os_str().as_encoded_bytes().ends_with(b"/") {
            return Err(no_folder(path));
        }
        Ok(Self::File(path.into(), existing))
    }
}

fn no_folder(folder: &Path) -> Failure {
    let failure = Failure::usage(format!("there is no folder {}", folder.display()));
    failure.hint("make it first, or name another")
}

/// Whether a file is an SQLite database, or belongs to one by its name: what replaces it would
/// take someone's journal, or be taken for its unfinished writing.
fn is_database(path: &Path) -> bool {
    let mut head = Vec::with_capacity(16);
    // Only ordinary files: a pipe would wait.
    if path.is_file() {
        let read = File::open(path).and_then(|f| f.take(16).read_to_end(&mut head));
        if read.is_err() {
            return false;
        }
    }
    let name = path.to_string_lossy();
    let of_one = ["-journal", "-wal", "-shm"]
        .iter()
        .filter_map(|end| name.strip_suffix(end))
        .any(|main| Path::new(main).exists());
    head == *b"SQLite format 3\0" || is_locked(path) || of_one
}

/// Writes a file beside its place, puts it on the disk, then gives it its name; a failure
/// leaves what was there before. A symbolic link is replaced, not followed.
pub(crate) fn save_file(
    target: &Target,
    out: &mut Output<'_>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Target::File(path, existing) = target else {
        out.refuse_json("a file on standard output").map_err(|e| {
            e.hint("`-o FILE` writes it to a file, and --json says what was written")
        })?;
        return match write(out.stream()) {
            Ok(()) => out.raw(b""),
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Err(Failure::PipeClosed),
            Err(e) => Err(Failure::from_io(format!("cannot write to standard output: {e}"), &e)),
        };
    };
    let run = || -> io::Result<()> {
        let folder = folder_of(path);
        let mut buffer = BufWriter::new(part_in(folder)?);
        write(&mut buffer)?;
        let part = buffer.into_inner().map_err(io::IntoInnerError::into_error)?;
        part.as_file().sync_all()?;
        match existing {
            Existing::Replace => part.persist(path)?,
            Existing::Keep => part.persist_noclobber(path)?,
        };
        File::open(folder)?.sync_all()
    };
    run().map_err(|e| Failure::from_io(format!("{}: {}", path.display(), said(&e)), &e))
}
