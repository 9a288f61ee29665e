//! libFuzzer's way into the target `search`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("search") {
        (target.run)(text);
    }
});
