//! Other people's programs, which say whether a file is what it should be.

use std::path::Path;
use std::process::Command;

/// Says on the screen that something was not tested, and why.
#[expect(clippy::print_stdout, reason = "cargo shows it with the test")]
fn skipped(program: &str) {
    println!("skipped: {program} is not there, so what it would say is not known");
}

/// What a program that reads PDF files says of one; `None`, and a word about it, where it is not
/// on this machine. `scripts/test.sh` installs these programs where it can.
pub(crate) fn says(program: &str, args: &[&str], file: &Path) -> Option<String> {
    let mut command = Command::new(program);
    // Options stand before the file; `-` after it is standard output.
    let (after, before): (Vec<&str>, Vec<&str>) = args.iter().partition(|arg| **arg == "-");
    match command.args(before).arg(file).args(after).output() {
        Ok(output) => {
            let all = [output.stdout, output.stderr].concat();
            assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&all));
            Some(String::from_utf8_lossy(&all).into())
        }
        Err(_) => {
            skipped(program);
            None
        }
    }
}

/// A text with each run of blanks and breaks as one blank.
pub(crate) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
