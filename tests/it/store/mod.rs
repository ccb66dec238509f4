//! The file: views, concurrency, hashes.

mod concurrency;
mod views;
