//! The table of exit codes.

/// One row: the code and when it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exit {
    /// What the process returns.
    pub code: u8,
    /// When, in a few words.
    pub means: &'static str,
}

macro_rules! exits {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $means:literal;)+) => {
        $($(#[$doc])* pub(crate) const $name: Exit = Exit { code: $code, means: $means };)+
        /// All exit codes, in order.
        pub(crate) const TABLE: &[Exit] = &[$($name),+];
    };
}

exits! {
    /// Done.
    DONE = 0, "done";
    /// Failed for a reason that has no code of its own.
    FAILED = 1, "failed";
    /// The command line, or an answer on it, was not understood; nothing was written.
    USAGE = 2, "the command line was not understood; nothing was written";
    /// A file to read in could not be read; nothing was written.
    INPUT = 3, "the file to import could not be read as it is; nothing was written";
    /// There is no journal there.
    NO_JOURNAL = 4, "there is no journal there";
    /// The file is no journal, or one of a newer twinge; it was not touched.
    FOREIGN = 5, "not a journal that this twinge can use; it was not touched";
    /// The journal is damaged; of a salvage: something is lost, or may be.
    DAMAGED = 6, "the journal is damaged, or something of it could not be salvaged";
    /// The disk is full, or the place cannot be written to; nothing was written.
    NO_ROOM = 7, "the disk is full or cannot be written to; nothing was written";
    /// The journal is locked, and no passphrase that opens it was given.
    LOCKED = 8, "the journal is locked, and no passphrase that opens it was given; nothing was written";
    /// `alerts --exit-code`: the most urgent alert is one to discuss at the next visit.
    ALERT_DISCUSS = 10, "alerts --exit-code: something to discuss at the next visit";
    /// `alerts --exit-code`: the most urgent alert says to see a doctor soon.
    ALERT_SOON = 11, "alerts --exit-code: guidance says to see a doctor soon";
    /// `alerts --exit-code`: the most urgent alert says to ask for an urgent appointment.
    ALERT_URGENT = 12, "alerts --exit-code: guidance says to ask for an urgent appointment";
    /// `alerts --exit-code`: the most urgent alert is an emergency.
    ALERT_EMERGENCY = 13, "alerts --exit-code: guidance says to get emergency help now";
    /// Another twinge was writing for too long; nothing was written. Try again.
    BUSY = 75, "another program was writing to the journal for too long; try again";
    /// Stopped by Ctrl-C; nothing was written.
    INTERRUPTED = 130, "stopped by Ctrl-C; nothing was written";
}

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(TABLE.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
