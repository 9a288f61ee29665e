//! `Allow`: the methods that the resource takes (RFC 9110 section 10.2.1).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Situation;

#[expect(clippy::unnecessary_wraps, reason = "every field has the same shape")]
pub(super) fn explain(value: &str, _: &Situation<'_>) -> Option<String> {
    let methods: Vec<&str> =
        value.split(',').map(str::trim).filter(|method| !method.is_empty()).collect();
    Some(if methods.is_empty() {
        "The resource takes no method at all at present.".into()
    } else {
        format!("The resource takes {} only.", methods.join(", "))
    })
}
