//! Comparisons: all codes, one code, one condition, vendors against each other.

mod code;
mod condition;
mod matrix;
mod vendors;

pub use code::CompareCodePage;
pub use condition::ConditionPage;
pub use matrix::MatrixPage;
pub use vendors::CompareVendorsPage;
