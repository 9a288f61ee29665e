//! libFuzzer's way into the target `html`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("html") {
        (target.run)(text);
    }
});
