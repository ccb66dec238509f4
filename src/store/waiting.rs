//! Waiting for others who write: how long, and that it is said after a while.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How long to wait for another twinge: twenty at once need more than five seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long to wait in all, one time and another: where no lock can be had, each would be waited for.
const PATIENCE_IN_ALL: Duration = Duration::from_secs(45);

/// How long nothing is said of it: nobody notices a second.
const SILENCE: Duration = Duration::from_secs(1);

/// The pauses between tries, in ms. SQLite's own grow, so that whoever comes last is served first,
/// and one of many waits for ever.
const PAUSES_MS: [u64; 9] = [1, 2, 5, 10, 15, 20, 25, 25, 25];

/// The pause after all of these, again and again: whoever has waited long tries often.
const LAST_PAUSE_MS: u64 = 10;

static SAY: OnceLock<fn()> = OnceLock::new();

static IS_SAID: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// Another patience than the usual one.
    static OTHER: Cell<Option<Duration>> = const { Cell::new(None) };

    /// How long this thread has waited in all.
    static SPENT: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// Another patience for a while, until it is dropped.
pub(super) struct Patience;

impl Patience {
    /// Has this thread wait so long for others.
    pub(super) fn with(patience: Duration) -> Self {
        OTHER.set(Some(patience));
        Self
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        OTHER.set(None);
    }
}

/// Has this said, once, when another twinge is waited for.
pub fn say_when_waiting(say: fn()) {
    // The first who asks is told.
    SAY.set(say).ok();
}

/// After so many tries to get at the file: pauses, and says whether to try again.
pub(super) fn try_again(n_tries: i32) -> bool {
    let (waited, pause) = waited(usize::try_from(n_tries).unwrap_or(0));
    if waited >= OTHER.get().unwrap_or(PATIENCE) || SPENT.get() >= PATIENCE_IN_ALL {
        return false;
    }
    if waited + pause > SILENCE
        && let Some(say) = SAY.get()
        && !IS_SAID.swap(true, Ordering::Relaxed)
    {
        say();
    }
    thread::sleep(pause);
    SPENT.set(SPENT.get() + pause);
    true
}

/// How long has been waited before so many tries, and how long is waited next.
fn waited(n_tries: usize) -> (Duration, Duration) {
    let known: u64 = PAUSES_MS.iter().take(n_tries).sum();
    let more = u64::try_from(n_tries.saturating_sub(PAUSES_MS.len())).unwrap_or(0);
    let next = PAUSES_MS.get(n_tries).copied().unwrap_or(LAST_PAUSE_MS);
    (Duration::from_millis(known + more * LAST_PAUSE_MS), Duration::from_millis(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_add_up_to_half_a_minute() {
        let ms = |n| waited(n).0.as_millis();
        assert_eq!((ms(0), ms(1), ms(2), ms(3)), (0, 1, 3, 8));
        assert_eq!((ms(9), ms(10), ms(11)), (128, 138, 148));
        assert_eq!(waited(500).1.as_millis(), 10);
        let n = (0..9999).find(|n| waited(*n).0 >= PATIENCE).unwrap();
        assert_eq!(n, 9 + 2988);
        assert!(!try_again(n.try_into().unwrap()));
    }

    #[test]
    fn what_was_waited_adds_up() {
        SPENT.set(PATIENCE_IN_ALL.saturating_sub(Duration::from_millis(2)));
        assert!(try_again(0));
        assert!(try_again(0));
        assert!(!try_again(0));
    }
}
