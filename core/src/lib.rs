//! Stub.
extern crate alloc;
#[allow(missing_docs)]
pub mod catalog { pub mod model; pub mod lint; }
