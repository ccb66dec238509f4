//! What a person records: how it is said.

mod search;
