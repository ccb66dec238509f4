//! twinge, a private journal for back and neck pain.

pub mod chart;
pub mod draw;
pub mod journal;
