//! Documents as PDF and as HTML: ordinary, long, hostile.

mod html;
mod pdf;
mod sample;
