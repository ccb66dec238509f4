//! The file: views, concurrency, hashes.

mod backup;
mod concurrency;
mod damage;
mod lock;
mod lock_links;
mod migrations;
mod owner;
mod restore;
mod salvage;
mod unfinished;
mod views;
