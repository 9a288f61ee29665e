//! libFuzzer's way into the target `carrier`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("carrier") {
        (target.run)(text);
    }
});
