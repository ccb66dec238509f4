//! The program: parse, run, print the failure, exit code.

use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Whatever this process makes is for its owner alone.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    let mut stderr = io::stderr();
    twinge::cli::main(std::env::args_os(), &mut stdout, &mut stderr)
}
