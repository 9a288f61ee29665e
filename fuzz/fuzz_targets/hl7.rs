//! libFuzzer's way into the target `hl7`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(target) = respondex_fuzz::target("hl7") {
        (target.run)(text);
    }
});
