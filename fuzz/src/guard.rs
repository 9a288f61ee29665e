//! What one text may cost: processor time and memory. Whoever runs targets has to make [`PeakAlloc`] the global
//! allocator, and to run one target at a time, since both are counted for the whole process.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use cpu_time::ProcessTime;
use peak_alloc::PeakAlloc;

/// Processor time for one text. Time on the wall says nothing on a machine that does other things as well.
pub const MOST_TIME: Duration = Duration::from_secs(1);

/// How often is looked whether a text has taken too long.
const LOOK: Duration = Duration::from_millis(100);

/// Memory for one text, in bytes: what any text needs, and a small multiple of it.
pub fn most_memory(text: &str) -> usize {
    const ANY: usize = 32 * 1024 * 1024;
    const TIMES: usize = 8;
    ANY.saturating_add(text.len().saturating_mul(TIMES))
}

/// Runs a target on a text.
///
/// # Errors
///
/// What the target panicked with, or how much memory it held at once where that is too much.
pub fn run(target: fn(&str), text: &str) -> Result<(), String> {
    let before = PeakAlloc.current_usage();
    PeakAlloc.reset_peak_usage();
    let outcome = catch_unwind(AssertUnwindSafe(|| target(text)));
    let used = PeakAlloc.peak_usage().saturating_sub(before);
    if let Err(cause) = outcome {
        let words = cause
            .downcast_ref::<String>()
            .map(String::as_str)
            .or(cause.downcast_ref::<&str>().copied());
        return Err(words.unwrap_or("panicked").to_owned());
    }
    let most = most_memory(text);
    if used > most {
        return Err(format!("held {used} bytes at once; {most} are allowed for this text"));
    }
    Ok(())
}

/// Looks on while texts are read one by one, and reports the one that does not come back in time.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    running: Arc<Mutex<Option<Running>>>,
}

#[derive(Debug)]
struct Running {
    text: String,
    began: ProcessTime,
}

impl Watch {
    /// Begins to look on, as long as the process runs; `report` is given each text that took longer than `most`.
    pub fn start(most: Duration, report: impl Fn(&str) + Send + 'static) -> Self {
        let watch = Self::default();
        let running = Arc::clone(&watch.running);
        thread::spawn(move || {
            loop {
                thread::sleep(LOOK);
                let running = running.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(Running { text, began }) = running.as_ref()
                    && began.elapsed() > most
                {
                    report(text);
                }
            }
        });
        watch
    }

    /// Runs a target on a text as [`run`] does, and looks on.
    ///
    /// # Errors
    ///
    /// As [`run`].
    pub fn run(&self, target: fn(&str), text: &str) -> Result<(), String> {
        self.set(Some(Running { text: text.to_owned(), began: ProcessTime::now() }));
        let outcome = run(target, text);
        self.set(None);
        outcome
    }

    fn set(&self, running: Option<Running>) {
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = running;
    }
}
