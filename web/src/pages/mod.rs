//! One file for each page. Pages know routes and hooks and put components together.

mod about;
mod code;
mod compare;
mod decode;
mod home;
mod not_found;
mod vendors;

pub use about::about;
pub use code::code;
pub use compare::{CompareCodePage, CompareVendorsPage, ConditionPage, MatrixPage};
pub use decode::{DecodePage, DecodePageProps};
pub use home::{HomePage, HomePageProps};
pub use not_found::not_found;
pub use vendors::{all_vendors, vendor};
