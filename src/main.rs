//! The program: parse, run, print the failure, exit code.

fn main() {}
