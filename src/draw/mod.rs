//! A figure onto a surface.
