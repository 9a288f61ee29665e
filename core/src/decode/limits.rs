//! Every bound of the decoder on what is read or listed, with its reason. Each ends in a notice, never in an error.
//!
//! What a caller may set is a member of [`DecodeLimits`](super::DecodeLimits); its default stands here. How far something is
//! looked for (the width of a look, not a bound of what is found) is a constant beside the code that looks.

/// Bytes of pasted text that are read; more is a log file for another tool, and a page must stay usable.
pub(crate) const MAX_INPUT: usize = 16 * 1024 * 1024;
/// Nesting of JSON and XML; real responses stay below 20.
pub(crate) const MAX_DEPTH: usize = 128;
/// Responses in one text.
pub(crate) const MAX_RESPONSES: usize = 1_000;
/// Places in one text that may hold a response, most of which turn out to hold none.
pub(crate) const MAX_PIECES: usize = 4_000;
/// How many such places are tried for each response that is listed, where more are listed than usual.
pub(crate) const PLACES_OF_A_RESPONSE: usize = 4;
/// Records of one batch that are listed.
pub(crate) const MAX_RECORDS: usize = 1_000;
/// Causes of a fault that are listed; a longer chain tells nobody more.
pub(crate) const MAX_CAUSES: usize = 64;
/// Refused values that are listed.
pub(crate) const MAX_FIELD_ERRORS: usize = 1_000;
/// Codes found in running text.
pub(crate) const MAX_TEXT_FINDINGS: usize = 50;
/// Attributes of one XML element that are read.
pub(crate) const MAX_ATTRIBUTES: usize = 64;
/// Fields of one message, or of one segment of HL7, that are read.
pub(crate) const MAX_FIELDS: usize = 500;
/// Places in running text at which content is looked for, so that a text of brackets costs no more than its length.
pub(crate) const MAX_CONTENT_STARTS: usize = 16;
/// Contents that never close in one text; each is looked for up to the end, so that the text is read so often at most.
pub(crate) const MAX_UNCLOSED: usize = 8;
/// Layers of wrapping that are undone, such as a mail's quotation signs around escaped JSON.
pub(crate) const MAX_LAYERS: usize = 8;
/// Quotation signs before one line; a mail that was answered so often is none.
pub(crate) const MAX_QUOTATIONS: usize = 64;
/// Values of one JSON text and elements of one XML document, so that memory stays a small multiple of the input.
pub(crate) const MAX_VALUES: usize = 400_000;
/// How often a string inside such a content is opened that holds such a content again.
pub(crate) const MAX_DEPTH_WITHIN: usize = 2;
/// How often such a content is read over for them, where they stand in each other; a short one may be more often.
pub(crate) const TIMES_READ_WITHIN: usize = 8;
/// Tokens of one response that are explained; more is a dump of them.
pub(crate) const MAX_TOKENS: usize = 4;
/// Texts inside the detail of a SOAP fault that are listed; more is a dump, not an explanation.
pub(crate) const MAX_DETAILS: usize = 32;
/// As [`MAX_VALUES`]; an element takes more room than a value.
pub(crate) const MAX_ELEMENTS: usize = 100_000;
/// Segments of one HL7 message; an acknowledgement has a handful.
pub(crate) const MAX_SEGMENTS: usize = 1_000;

/// The highest that a caller may set: places in a text are kept as 32 bits.
pub(crate) const MOST_BYTES: usize = u32::MAX as usize;
/// As above: namespaces and end tags are looked for in every element around, which a deeper text would make too slow.
pub(crate) const MOST_DEPTH: usize = 1_024;
/// As above: each layer reads the text once more.
pub(crate) const MOST_LAYERS: usize = 64;
/// As above: a fault holds its cause, so that a chain is copied, written and dropped by recursion; in wasm the stack is 1 MiB,
/// and a stack that overflows there is no error but undefined behaviour.
pub(crate) const MOST_CAUSES: usize = 256;
