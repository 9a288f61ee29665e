//! libFuzzer's way into the target `payload`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("payload") {
        (target.run)(text);
    }
});
