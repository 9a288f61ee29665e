//! A program that is handed the packed data: once, and only the right ones.

use respondex_core::{Catalog, PackedDataError, packed_data, use_packed_data};

#[test]
fn the_right_data_are_taken_once_and_before_the_first_question() {
    let page = b"<!DOCTYPE html>".to_vec();
    assert_eq!(use_packed_data(page), Err(PackedDataError::NotOurs));
    assert_eq!(use_packed_data(packed_data()[..100].to_vec()), Err(PackedDataError::NotOurs));
    assert_eq!(use_packed_data(packed_data().to_vec()), Ok(()));
    assert!(Catalog::builtin().entry("vision/999").is_some());
    assert_eq!(use_packed_data(packed_data().to_vec()), Err(PackedDataError::InUse));
}
