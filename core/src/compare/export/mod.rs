//! A table as text for other programs: Markdown, CSV, JSON.

mod csv;
mod json;
mod markdown;
