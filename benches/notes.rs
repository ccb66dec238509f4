//! Random notes through the journal's file and every way out of it: CSV and JSON give back each as it
//! was written, no control character reaches a terminal, no cell is one that a spreadsheet runs, SVG and
//! HTML are well-formed. It panics where one of these does not hold.
//!
//! ```sh
//! cargo bench --bench notes            # 1,000,000 notes
//! cargo bench --bench notes -- 20000   # fewer
//! ```
//!
//! The notes, and what must hold of them, are in `fuzz/src/notes.rs`. The same number gives the same notes.

#![expect(clippy::print_stdout, reason = "it prints how far it has come")]
#![expect(clippy::unwrap_used, reason = "what cannot go on should stop")]

#[path = "../fuzz/src/lib.rs"]
#[expect(unreachable_pub, unused_imports, clippy::pedantic, reason = "it is a crate of its own")]
#[allow(dead_code, reason = "what is not used here is in one of two ways of building this")]
mod targets;

use targets::{Tried, notes, run};

/// How many notes a journal has.
const AT_ONCE: usize = 10_000;

fn main() {
    // Cargo adds a flag of its own.
    let wanted = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(1_000_000);
    let mut all = Tried::default();
    let mut seed = 0;
    while all.notes < wanted {
        seed += 1;
        let folder = tempfile::tempdir().unwrap();
        std::env::set_current_dir(&folder).unwrap();
        let n = AT_ONCE.min(wanted - all.notes);
        let tried = notes(n, seed, folder.path(), &mut |words| run(folder.path(), words));
        all.notes += tried.notes;
        all.days += tried.days;
        all.drawings += tried.drawings;
        println!(
            "{} notes on {} days, {} drawings: all as they were written",
            all.notes, all.days, all.drawings
        );
    }
}
