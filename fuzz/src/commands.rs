//! The whole program: what is said on its command line, and what it shows of that afterwards.

use std::fs;
use std::path::Path;

use twinge::chart::CHARTS;
use twinge::journal::Kind;
use twinge::journal::fields;

use super::given::Given;
use super::{assert_no_formula, is_hostile};

/// The exit codes that there are; those of `alerts --exit-code` are not asked for.
const CODES: &[u8] = &[0, 1, 2, 3, 4, 5, 6, 7, 75];

/// What a run answered.
#[derive(Debug)]
pub struct Run {
    pub code: u8,
    pub stdout: String,
    pub stderr: String,
}

/// What is written, each `{}` a text. No text is an option, or names a file: nothing outside the
/// folder can be touched.
const WRITING: &[&[&str]] = &[
    &["log", "4", "--note={}"],
    &["log", "--", "{}"],
    &["log", "--on={}", "--worst={}"],
    &["log", "3", "--site={}", "--quality={}"],
    &["log", "3", "--at={}"],
    &["log", "--did={}", "--took={}"],
    &["log", "--habit={}", "--symptom={}"],
    &["log", "2", "--id={}"],
    &["did", "--note={}", "--", "{}", "{}"],
    &["did", "--on={}", "--", "walk", "{}"],
    &["took", "--note={}", "--helped={}", "--", "{}", "{}"],
    &["symptom", "--", "{}"],
    &["symptom", "--no", "--", "{}"],
    &["event", "--", "{}", "{}"],
    &["event", "--on={}", "--", "other", "{}"],
    &["weekly", "--change={}", "--activity={}"],
    &["acknowledge", "--", "{}", "{}"],
    &["profile", "--", "{}", "{}"],
    &["profile", "--", "visit_goal", "{}"],
    &["habit", "add", "--as={}", "--unit={}", "--", "{}"],
    &["habit", "add", "--question={}", "--", "{}"],
    &["habit", "retire", "--", "{}"],
    &["activity", "add", "--", "{}"],
    &["activity", "retire", "--", "{}"],
    &["experiment", "start", "--seed=1", "--or={}", "--question={}", "--", "{}"],
    &["experiment", "start", "--seed=1", "--name={}", "--from={}", "--", "foam roller"],
    &["experiment", "stop", "--because={}"],
    &["edit", "--", "{}", "{}"],
    &["edit", "--site={}", "--", "today", "{}"],
    &["edit", "--", "today", "{}", "{}"],
    &["delete", "--", "{}"],
    &["undo", "--", "{}"],
    &["import", "--new-habits", "table.csv"],
    &["import", "--skip-bad", "--replace", "table.csv"],
    &["import", "--map={}", "table.csv"],
];

/// What is read afterwards, each `{}` a text.
const READING: &[&[&str]] = &[
    &[],
    &["--json"],
    &["show"],
    &["--json", "show"],
    &["show", "--", "{}"],
    &["list"],
    &["--json", "list"],
    &["list", "--span={}"],
    &["history"],
    &["history", "--", "{}"],
    &["--json", "history"],
    &["habit"],
    &["activity"],
    &["experiment"],
    &["--json", "experiment", "show"],
    &["weekly", "--list"],
    &["alerts"],
    &["--json", "alerts"],
    &["--as-of={}", "alerts"],
    &["insights"],
    &["trend"],
    &["report"],
    &["report", "--appendix"],
    &["report", "--from={}", "--to={}"],
    &["chart", "--span={}"],
    &["chart", "--site={}"],
    &["verify", "--must-contain", "table.csv"],
    &["import", "--dry-run", "table.csv"],
    &["export"],
    &["export", "--wide"],
    &["restore"],
];

/// Says what the bytes say on the command line of a journal that has something of each kind, in
/// a folder that is current, then reads it again. `run` runs the program on `journal.db`.
pub fn commands_with(bytes: &[u8], folder: &Path, run: &mut dyn FnMut(&[String]) -> Run) {
    let journal = folder.join("journal.db");
    let mut given = Given::new(bytes);
    let all_flags: Vec<&str> = [Kind::Pain, Kind::Day].into_iter().flat_map(flags_of).collect();
    let (what, how) = (given.byte(), given.byte());
    let (flag, chart) = (*given.choose(&all_flags), given.byte());
    let reading: Vec<u8> = (0..2).map(|_| given.byte()).collect();
    let texts: Vec<String> = (0..3).map(|_| without_nul(&given.text())).collect();
    let table = given.bytes(usize::MAX);
    fs::write(folder.join("table.csv"), table).unwrap();

    let mut words = filled(WRITING[usize::from(what) % WRITING.len()], &texts);
    if what == 255 {
        words = vec!["log".into(), format!("--{flag}={}", texts[0])];
    }
    if how % 4 == 1 {
        words.insert(0, "--json".into());
    } else if how % 4 == 2 {
        words.insert(0, "--quiet".into());
    }
    let before = fs::read(&journal).unwrap();
    let done = run(&words);
    check(&words, &done);
    if matches!(done.code, 2..=5) {
        assert_eq!(done.stdout, "", "{words:?}");
        assert!(fs::read(&journal).unwrap() == before, "{words:?} failed and changed the journal");
    }

    let whole = run(&["verify".into()]);
    assert_eq!(whole.code, 0, "{words:?}\n{whole:?}");
    let before = fs::read(&journal).unwrap();
    for n in reading {
        let n = usize::from(n) % (READING.len() + CHARTS.len());
        let words = match READING.get(n) {
            Some(reading) => filled(reading, &texts),
            None => vec!["chart".into(), CHARTS[(usize::from(chart) + n) % CHARTS.len()].id.into()],
        };
        let shown = run(&words);
        check(&words, &shown);
    }
    assert!(fs::read(&journal).unwrap() == before, "reading changed the journal");
}

fn flags_of(kind: Kind) -> impl Iterator<Item = &'static str> {
    fields::of(kind).iter().map(|field| field.flag).filter(|flag| !flag.is_empty())
}

/// A command line has no NUL, and what a text begins with is not taken for an option.
fn without_nul(text: &str) -> String {
    text.replace('\0', " ")
}

fn filled(words: &[&str], texts: &[String]) -> Vec<String> {
    let mut next = texts.iter().cycle();
    let fill = |word: &&str| match word.split_once("{}") {
        Some((before, _)) => format!("{before}{}", next.next().unwrap()),
        None => (*word).into(),
    };
    words.iter().map(fill).collect()
}

/// What holds of every answer.
fn check(words: &[String], run: &Run) {
    assert!(CODES.contains(&run.code), "{words:?}\n{run:?}");
    assert!(!run.stderr.contains(is_hostile), "{words:?}\n{run:?}");
    if run.code == 0 && words.first().is_some_and(|word| word == "export") {
        assert_no_formula(&run.stdout);
        return;
    }
    assert!(!run.stdout.contains(is_hostile), "{words:?}\n{run:?}");
    if run.code != 0 && !words.iter().any(|word| word == "verify") {
        assert_eq!(run.stdout, "", "{words:?}\n{run:?}");
        assert!(run.stderr.contains("twinge: ") || run.stderr.contains("error: "), "{run:?}");
    }
    if words.first().is_some_and(|word| word == "--json") && !run.stdout.is_empty() {
        let answer: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        assert!(answer["twinge"]["schema"].is_string(), "{run:?}");
    }
}

/// What a journal has when its commands are tried, each on a day of its own.
pub const BEFORE: &[&[&str]] = &[
    &["log", "4", "--worst=6", "--site=neck:left", "--slept=7h", "--note=long drive"],
    &["habit", "add", "coffee", "--as=amount", "--unit=cups"],
    &["log", "--habit=coffee=2", "--did=walk=20m"],
    &["activity", "add", "carry the shopping"],
    &["took", "ibuprofen", "400 mg"],
    &["symptom", "--no", "fever"],
];

pub mod in_process {
    //! The program as a function: a thousand times as often as a process of its own.

    use std::ffi::OsString;
    use std::sync::LazyLock;

    use tempfile::TempDir;

    use super::*;

    struct Tried {
        folder: TempDir,
        journal: Vec<u8>,
    }

    static TRIED: LazyLock<Tried> = LazyLock::new(|| {
        let memory = Path::new("/dev/shm");
        let folder =
            if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let folder = folder.unwrap();
        for words in BEFORE {
            let words: Vec<String> = words.iter().map(|word| (*word).into()).collect();
            let done = run(folder.path(), &words);
            assert_eq!(done.code, 0, "{words:?}\n{done:?}");
        }
        let journal = fs::read(folder.path().join("journal.db")).unwrap();
        std::env::set_current_dir(&folder).unwrap();
        Tried { folder, journal }
    });

    /// Bytes as a command line.
    pub fn commands(bytes: &[u8]) {
        let tried = &*TRIED;
        let folder = tried.folder.path();
        fs::write(folder.join("journal.db"), &tried.journal).unwrap();
        commands_with(bytes, folder, &mut |words| run(folder, words));
    }

    /// Runs the program on the journal in a folder.
    pub fn run(folder: &Path, words: &[String]) -> Run {
        let journal = folder.join("journal.db");
        let first = ["twinge".into(), "--journal".into(), journal.into_os_string()];
        let argv = first.into_iter().chain(words.iter().map(OsString::from));
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let code = twinge::cli::main(argv, &mut stdout, &mut stderr);
        // The number in it is not told otherwise.
        let code = format!("{code:?}").chars().filter(char::is_ascii_digit).collect::<String>();
        Run {
            code: code.parse().unwrap(),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }
}
