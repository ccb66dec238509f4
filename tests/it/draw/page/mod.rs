//! Documents as PDF and as HTML: ordinary, long, hostile.

mod pdf;
mod sample;
