//! What every command is given: the moment, the file, the way to the screen.

use std::cell::Cell;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::output::Output;
use crate::cli::settings::Settings;
use crate::clock::Moment;
use crate::journal::{EntryId, Journal, Kind};
use crate::redflag::help_lines::HelpLines;
use crate::store::{self, Access, Broken, Keys, Store, backups, is_said_first, synced_by};

/// What every command is given.
pub(crate) struct Context<'o> {
    /// The environment.
    pub settings: Settings,
    /// When the command runs.
    pub moment: Moment,
    /// The day that counts as today: `--as-of`, else the clock's.
    pub today: NaiveDate,
    /// The journal's path.
    pub path: PathBuf,
    /// Whether the person named the path, on the command line or in the environment.
    pub is_path_said: bool,
    /// `--passphrase-fd`: where the passphrase is read.
    pub passphrase_fd: Option<u32>,
    /// The keys of locked files that this command knows so far.
    pub keys: Keys,
    /// How many ids of new entries were given.
    pub n_fresh: Cell<u16>,
    /// Under which id of the person's what is said is written at most once.
    pub once: Option<String>,
    /// The rules of which this command told already.
    pub told: Vec<&'static str>,
    /// The way to the screen.
    pub out: Output<'o>,
}

impl Context<'_> {
    /// Opens the journal for reading.
    pub(crate) fn read(&mut self) -> Result<Store, Failure> {
        let store = Store::open(&self.path, Access::Read, &self.moment, &self.keys)?;
        if store.is_of_a_copy() {
            self.out.note("a crash left something unfinished that cannot be put right here: this");
            self.out.note("  is read from a copy in which it is");
        }
        Ok(store)
    }

    /// The entries of some kinds; none where there is no journal yet. One that is gone from beside
    /// its backups was there: that is told.
    pub(crate) fn so_far(&mut self, kinds: &[Kind]) -> Result<Journal, Failure> {
        let is_new = !self.path.exists() && backups(&self.path).is_ok_and(|left| left.is_empty());
        if is_new {
            return Ok(Journal::default());
        }
        Ok(self.read()?.journal_of(kinds, None)?)
    }

    /// Whom to call where the person lives. Whatever keeps the profile from being read, the
    /// answer is that of a country that is not known: an emergency is said all the same.
    pub(crate) fn help_lines(&self) -> HelpLines {
        let store = Store::open(&self.path, Access::Glance, &self.moment, &self.keys);
        let read = store.and_then(|store| store.journal_of(&[Kind::Profile], None));
        read.map_or(HelpLines::UNKNOWN, |journal| HelpLines::of(journal.profile()))
    }

    /// Opens the journal for writing; it must be there.
    pub(crate) fn write(&mut self) -> Result<Store, Failure> {
        let store = Store::open(&self.path, Access::Write, &self.moment, &self.keys)?;
        self.before_writing(&store);
        Ok(store)
    }

    /// Opens the journal for writing, and makes it the first time. Says so, because a mistyped
    /// path makes one too.
    pub(crate) fn write_or_create(&mut self) -> Result<Store, Failure> {
        let access = Access::Create { is_sample: false };
        let store = Store::open(&self.path, access, &self.moment, &self.keys)?;
        if store.was_made() {
            self.out.note(format!("started a new journal: {}", self.path.display()));
            self.warn_of_syncing();
        } else {
            self.before_writing(&store);
        }
        Ok(store)
    }

    /// Opens the journal for an act that is not going to be finished; it must be there.
    pub(crate) fn rehearse(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.path, Access::Write, &self.moment, &self.keys)?)
    }

    /// The backup of the day. Nothing here keeps the person from logging.
    fn before_writing(&mut self, store: &Store) {
        match store.back_up_if_due(&self.moment) {
            Err(error) => {
                self.out.warn(format!("no backup could be made: {error}"));
                let next = match error {
                    store::Error::Damaged { .. } => {
                        "`twinge verify` looks what is wrong with the journal"
                    }
                    _ => "`twinge backup` tries again",
                };
                self.out.warn(format!("  hint: {next}"));
            }
            // What cannot be read here is told when it is needed.
            Ok(Some(_)) => {
                if let Ok(Some(Broken { backup, trouble })) =
                    store.try_a_backup_if_due(&self.moment)
                {
                    let day = lines::day_name(backup.taken.date());
                    self.out.warn(format!("the backup of {day} is damaged: {trouble}"));
                    self.out.warn("  hint: `twinge verify --backups` reads all of them");
                }
            }
            Ok(None) => {}
        }
        self.warn_of_syncing();
        // What cannot be read here fails when it is written.
        if let Ok(Some(odd)) = store.clock_trouble(&self.moment) {
            self.out.warn(format!("{odd}; is it right? Entries keep their order all the same"));
        }
    }

    /// Says, once, that another program keeps the journal's folder the same elsewhere.
    fn warn_of_syncing(&mut self) {
        let Some(whose) = synced_by(&self.path) else { return };
        if is_said_first(&self.path, "synced", &self.moment) {
            self.out.warn(format!(
                "{} is in a folder that {whose} synchronises: what two computers write at once, \
                 one of them loses",
                self.path.display()
            ));
            self.out.warn(
                "  hint: keep it elsewhere, and only copies there: `twinge backup -o FOLDER`",
            );
        }
    }

    /// The id of a new entry.
    pub(crate) fn fresh_id(&self) -> Result<EntryId, Failure> {
        let count = self.n_fresh.get();
        self.n_fresh.set(count.wrapping_add(1));
        if let Some(once) = &self.once {
            // Said again, it answers with the same ids.
            return Ok(EntryId::named(&format!("once {count} {once}")));
        }
        let mut random = [0; 10];
        getrandom::fill(&mut random).map_err(|e| Failure::new(exit::FAILED, e))?;
        // RFC 9562, 6.2, method 1: the entries of one act keep the order they were said in.
        random[..2].copy_from_slice(&count.to_be_bytes());
        Ok(EntryId::fresh(self.moment.unix_ms(), random))
    }
}
