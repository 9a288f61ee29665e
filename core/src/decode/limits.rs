//! Every bound of the decoder, with its reason. Each ends in a notice, never in an error.

/// Bytes of pasted text that are read; more is a log file for another tool, and a page must stay usable.
pub(crate) const MAX_INPUT: usize = 16 * 1024 * 1024;
/// Nesting of JSON and XML; real responses stay below 20.
pub(crate) const MAX_DEPTH: usize = 128;
/// Responses in one text.
pub(crate) const MAX_RESPONSES: usize = 1_000;
/// Places in one text that may hold a response, most of which turn out to hold none.
pub(crate) const MAX_PIECES: usize = 4_000;
/// Records of one batch that are listed.
pub(crate) const MAX_RECORDS: usize = 1_000;
/// Causes of a fault that are listed; a longer chain tells nobody more.
pub(crate) const MAX_CAUSES: usize = 64;
/// Refused values that are listed.
pub(crate) const MAX_FIELD_ERRORS: usize = 1_000;
/// Refused values that are read: one more, so that it can be told that there were more.
pub(crate) const FIELD_ERRORS_READ: usize = MAX_FIELD_ERRORS + 1;
/// Codes found in running text.
pub(crate) const MAX_TEXT_FINDINGS: usize = 50;
/// Attributes of one XML element that are read.
pub(crate) const MAX_ATTRIBUTES: usize = 64;
/// Fields of one message that are read.
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
/// Values inside a content that says nothing itself which are tried as responses; most hold none, as with pieces.
pub(crate) const MAX_VALUES_WITHIN: usize = MAX_PIECES;
/// How often such a content is read over for them, where they stand in each other; a short one may be more often.
pub(crate) const TIMES_READ_WITHIN: usize = 8;
/// Tokens of one response that are explained; more is a dump of them.
pub(crate) const MAX_TOKENS: usize = 4;
/// Texts inside the detail of a SOAP fault that are listed; more is a dump, not an explanation.
pub(crate) const MAX_DETAILS: usize = 32;
/// As [`MAX_VALUES`]; an element takes more room than a value.
pub(crate) const MAX_ELEMENTS: usize = 100_000;
