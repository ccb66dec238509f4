//! The journal on disk: the only module that names rusqlite.

mod act;
mod adopt;
mod error;
mod fact;
mod history;
mod load;
mod migrations;
mod open;
mod schema;
mod verify;

pub use act::{Act, Hlc, Receipt, Stamp};
pub use adopt::{Adopted, Clash, Policy, adopt};
pub use error::Error;
pub use history::{Change, Undone, WrittenAct};
pub use load::Stored;
pub use open::{Access, Store};
pub use schema::VERSION;
pub use verify::Health;
