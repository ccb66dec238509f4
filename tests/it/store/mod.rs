//! The file: views, concurrency, hashes.

mod backup;
mod concurrency;
mod damage;
mod migrations;
mod salvage;
mod views;
