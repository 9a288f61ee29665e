//! libFuzzer's way into the target `chosen_vendor`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("chosen_vendor") {
        (target.run)(text);
    }
});
