//! The file: views, concurrency, hashes.

mod backup;
mod concurrency;
mod damage;
mod lock;
mod lock_links;
mod migrations;
mod owner;
mod part;
mod restore;
mod salvage;
mod unfinished;
mod views;
