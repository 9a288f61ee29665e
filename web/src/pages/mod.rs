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
pub use compare::{compare_all, compare_code};
pub use decode::{DecodePage, DecodePageProps};
pub use home::{HomePage, HomePageProps};
pub use not_found::not_found;
pub use vendors::{all_vendors, vendor};
