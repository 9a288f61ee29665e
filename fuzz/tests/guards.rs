//! Faults that are planted, to see that each guard fires.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use cpu_time::ProcessTime;
use peak_alloc::PeakAlloc;
use respondex_fuzz::guard::{self, Watch};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[test]
fn a_text_that_takes_too_much_memory_is_told() {
    let hoards = |text: &str| drop(vec![1u8; guard::most_memory(text) + 1]);
    let told = guard::run(hoards, "abc").expect_err("it passed");
    assert!(told.contains("allowed for this text"), "{told}");
    assert_eq!(guard::run(|_| drop(vec![1u8; 1024 * 1024]), "abc"), Ok(()));
}

#[test]
fn a_panic_is_told_with_its_words() {
    let told = guard::run(|_| panic!("planted"), "abc");
    assert_eq!(told, Err("planted".to_owned()));
}

static REPORTED: AtomicBool = AtomicBool::new(false);

#[test]
fn a_text_that_does_not_come_back_is_reported_while_it_runs() {
    /// Computes until somebody reports it, or for so long that nobody will.
    fn hangs(_: &str) {
        let began = ProcessTime::now();
        while !REPORTED.load(Ordering::SeqCst) && began.elapsed() < Duration::from_secs(60) {}
    }
    let (sender, reports) = mpsc::channel();
    let watch = Watch::start(Duration::from_millis(50), move |text| {
        REPORTED.store(true, Ordering::SeqCst);
        // Whoever listened may be gone.
        let _ = sender.send(text.to_owned());
    });
    assert_eq!(watch.run(hangs, "abc"), Ok(()));
    assert_eq!(reports.try_recv().as_deref(), Ok("abc"));
}
