//! What a caller may choose: the vendor, and how much of a text is read and listed.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::limits;
use super::output::{Notice, NoticeCode};
use crate::counted::grouped;

/// How to decode.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecodeOptions {
    /// Whose response it is, where the caller knows: an id, a name or a nickname.
    pub vendor: Option<String>,
    /// How much of the text is read and listed.
    pub limits: DecodeLimits,
}

/// How much of a text is read, and how much of it is listed.
///
/// What a limit leaves out is told in a notice. A limit may be set lower or higher. Three of them have a highest value,
/// beyond which a text made for it would cost too much time or stack; who asks for more gets that, and a notice of
/// [`NoticeCode::LimitLowered`].
///
/// # Examples
///
/// ```
/// use respondex_core::decode::NoticeCode;
/// use respondex_core::{Catalog, DecodeLimits, DecodeOptions, decode};
///
/// let limits = DecodeLimits { responses: 1, ..DecodeLimits::default() };
/// let options = DecodeOptions { limits, ..DecodeOptions::default() };
/// let text = "HTTP/1.1 404 Not Found\n\nHTTP/1.1 401 Unauthorized\n\n";
/// let decoding = decode(Catalog::builtin(), text, &options);
/// assert_eq!(decoding.responses.len(), 1);
/// assert_eq!(decoding.notices[0].code, NoticeCode::TooMany);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeLimits {
    /// Bytes of the text that are read: 16 MiB unless told.
    pub bytes: usize,
    /// Levels of nesting in JSON and XML: 128 unless told, 1,024 at most.
    pub depth: usize,
    /// Layers of wrapping that are undone, such as quotation signs around escaped JSON: 8 unless told, 64 at most.
    pub layers: usize,
    /// Quotation signs of mail before one line: 64 unless told. Lines with more are left out.
    pub quotations: usize,
    /// Responses in one text: 1,000 unless told.
    pub responses: usize,
    /// Records of one batch that are listed: 1,000 unless told.
    pub records: usize,
    /// Faults of one chain of causes that are listed: 64 unless told, 256 at most.
    pub causes: usize,
    /// Refused values of one response, and rules of one fault, that are listed: 1,000 unless told.
    pub field_errors: usize,
    /// Codes that are listed of plain words, and codes of a batch's records that no source lists: 50 unless told.
    pub findings: usize,
}

impl DecodeLimits {
    /// What holds unless a caller says otherwise.
    pub const DEFAULT: Self = Self {
        bytes: limits::MAX_INPUT,
        depth: limits::MAX_DEPTH,
        layers: limits::MAX_LAYERS,
        quotations: limits::MAX_QUOTATIONS,
        responses: limits::MAX_RESPONSES,
        records: limits::MAX_RECORDS,
        causes: limits::MAX_CAUSES,
        field_errors: limits::MAX_FIELD_ERRORS,
        findings: limits::MAX_TEXT_FINDINGS,
    };

    /// The same, with none above its highest value; what was lowered is told.
    pub(super) fn lowered(mut self, notices: &mut Vec<Notice>) -> Self {
        let highest = [
            (&mut self.bytes, limits::MOST_BYTES, "bytes"),
            (&mut self.depth, limits::MOST_DEPTH, "levels of nesting"),
            (&mut self.layers, limits::MOST_LAYERS, "layers of wrapping"),
            (&mut self.causes, limits::MOST_CAUSES, "causes of a fault"),
        ];
        for (limit, highest, what) in highest {
            if *limit > highest {
                *limit = highest;
                let message = format!(
                    "More {what} were allowed than are safe to read; the limit is {}.",
                    grouped(highest)
                );
                notices.push(Notice { code: NoticeCode::LimitLowered, message, span: None });
            }
        }
        self
    }

    /// How many refused values are read: one more than is listed, so that it can be told that there were more.
    pub(super) fn field_errors_read(&self) -> usize {
        self.field_errors.saturating_add(1)
    }

    /// How many places are tried that may hold a response: most hold none.
    pub(super) fn places(&self) -> usize {
        self.responses.saturating_mul(limits::PLACES_OF_A_RESPONSE).max(limits::MAX_PIECES)
    }
}

impl Default for DecodeLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
