//! The only callers of the browser: address, focus, clipboard, storage, keys. All of it in effects and
//! event handlers, never while rendering.

pub mod address;
pub mod choice_within;
pub mod clipboard;
pub mod clock;
pub mod compare_query;
pub mod desk;
pub mod grid;
#[cfg(feature = "hydration")]
pub mod panic_view;
pub mod paste;
pub mod reader;
pub mod reading;
pub mod save;
pub mod select;
pub mod shortcut;
pub mod storage;
pub mod text_area;
pub mod theme;
pub mod wanted_copy;

pub use address::{Router, use_router};
pub use choice_within::use_choice_within;
pub use clipboard::{CopyState, use_clipboard};
pub use clock::use_clock;
pub use compare_query::use_compare_query;
pub use desk::use_desk;
pub use grid::use_grid;
pub use paste::use_paste_anywhere;
pub use reader::{ReaderStatus, use_reader_status};
pub use reading::{CaseReading, ReadingState, use_reading};
pub use save::save;
pub use shortcut::{Shortcut, use_shortcuts};
pub use theme::use_theme;
pub use wanted_copy::use_wanted_copy;
