//! What each chart shows of a journal.

mod pain;
