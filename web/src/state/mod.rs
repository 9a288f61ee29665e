//! What the pages work on: plain values and pure functions, tested without a browser.

pub mod answer;
pub mod box_text;
pub mod case;
pub mod clock;
pub mod compare_query;
pub mod copies;
pub mod desk;
pub mod doubt;
pub mod found;
pub mod page_head;
pub mod reading;
pub mod reply;
pub mod responses;
pub mod samples;
pub mod segments;
pub mod shown_once;
pub mod transfer;
pub mod vendor_facts;
pub mod visible;
pub mod words;
