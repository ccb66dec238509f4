//! The file: views, concurrency, hashes.

mod concurrency;
mod damage;
mod migrations;
mod views;
