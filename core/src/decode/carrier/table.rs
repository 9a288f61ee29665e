//! Tables of calls: what test runners and log services export as CSV or TSV, and access logs whose `#Fields:` line names
//! the columns. Each row is a response.
//!
//! Columns are known by their names, as these are documented: the extended log format of the W3C (`sc-status`), as IIS and
//! `CloudFront` write it; newman-reporter-csv (`code`, with the phrase in `status`, and `body`); `JMeter` (`responseCode`,
//! `responseMessage`); Elastic's common schema (`http.response.status_code`), Datadog's standard attributes
//! (`http.status_code`), Splunk's data model of the web (`status`, `http_method`, `uri_path`).

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::cells::{Cell, Cells};
use super::{Piece, Request, has_room_to_show, log_line, notice, request};
use crate::decode::output::{Notice, NoticeCode};
use crate::decode::unwrap::Unwrapped;
use crate::span::Rewriting;

const NAME: &str = "table";
/// How the names of columns that hold a status begin or end; one stands in every such text.
pub(super) const MARKS: &[&str] = &[
    "tatus",
    "TATUS",
    "esponse_code",
    "esponseCode",
    "esponse Code",
    "esponse code",
    ",code",
    "\tcode",
    ";code",
];

/// Lines above the one that names the columns.
const MOST_ABOVE: usize = 12;
/// More columns are no table that a person pastes.
const MOST_COLUMNS: usize = 256;
const SEPARATORS: [char; 4] = ['\t', ',', ';', '|'];

/// Columns that hold an HTTP status, whatever stands beside them; in lower case and letters alone.
const STATUS: &[&str] = &[
    "scstatus",
    "responsecode",
    "responsestatus",
    "responsestatuscode",
    "httpstatus",
    "httpstatuscode",
    "httpresponsestatuscode",
    "httpresponsecode",
    "httpcode",
    "elbstatuscode",
];
/// Columns that do where another one tells of a call.
const STATUS_OF_CALL: &[&str] = &["statuscode", "code", "status"];
const PHRASE: &[&str] =
    &["responsemessage", "statustext", "statusmessage", "reasonphrase", "status"];
const CONTENT: &[&str] = &[
    "body",
    "responsebody",
    "responsedata",
    "response",
    "httpresponsebodycontent",
    "responsecontent",
];
const METHOD: &[&str] =
    &["method", "httpmethod", "requestmethod", "csmethod", "httprequestmethod", "verb"];
const TARGET: &[&str] = &[
    "url",
    "urlfull",
    "urloriginal",
    "urlpath",
    "uri",
    "uripath",
    "path",
    "csuristem",
    "requesturl",
    "requesturi",
    "requestpath",
    "httpurl",
    "endpoint",
];
const HOST: &[&str] = &["xhostheader", "cshost", "httphost", "urldomain"];

/// Takes a text in which one line names columns, one of them a status, and rows stand below it.
pub(super) fn split<'a>(
    source: &'a Unwrapped<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Vec<Piece<'a>>> {
    let text: &str = &source.text;
    let (mut at, mut pieces) = (0usize, Vec::new());
    let mut table = None;
    for _ in 0..MOST_ABOVE {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_inclusive('\n').next()?;
        table = Table::named_in(text, at..at.saturating_add(line.len()));
        if table.is_some() {
            break;
        }
        at = at.saturating_add(line.len());
    }
    let table = table?;
    let (mut at, mut others) = (table.begins, 0usize);
    let mut unread: Option<Range<usize>> = None;
    while at < text.len() && has_room_to_show(source, pieces.len()) {
        let mut cells = Cells::of_row(text, at, table.separator);
        let row: Vec<Cell> = cells.by_ref().take(MOST_COLUMNS).collect();
        let range = at..cells.end.max(at.saturating_add(1));
        at = range.end;
        // Below the names of columns, some draw a ruler.
        let is_ruler = |cell: &Cell| {
            let shown = text.get(cell.range.clone()).unwrap_or_default();
            shown.bytes().all(|byte| matches!(byte, b'-' | b':' | b'='))
        };
        if row.iter().all(is_ruler) {
            continue;
        }
        if let Some(piece) = table.piece(source, &row, range.clone()) {
            pieces.push(piece);
        } else {
            // The last row may be cut off.
            others = others.saturating_add(usize::from(at < text.len() || pieces.is_empty()));
            unread.get_or_insert(range);
        }
    }
    if pieces.len() <= others {
        return None;
    }
    notices.extend(unread.map(|row| {
        let message = "Rows of the table without a status were not read.";
        notice(NoticeCode::TextSkipped, message, Some(source.origin.span(row.start, row.end)))
    }));
    Some(pieces)
}

/// What the line tells that names the columns.
struct Table {
    carrier: &'static str,
    separator: char,
    /// Where the rows begin.
    begins: usize,
    status: usize,
    phrase: Option<usize>,
    content: Option<usize>,
    method: Option<usize>,
    target: Option<usize>,
    host: Option<usize>,
    /// Columns of what was sent.
    sent: Vec<usize>,
}

impl Table {
    /// Reads the line that names columns.
    fn named_in(text: &str, line: Range<usize>) -> Option<Self> {
        let shown = text.get(line.clone())?;
        if let Some(names) = shown.strip_prefix("#Fields:") {
            let names: Vec<String> = names.split_whitespace().map(plain).collect();
            // The names are separated by blanks, whatever separates the values.
            let has_tabs = text.get(line.end..).is_some_and(|rows| {
                rows.lines().find(|row| !row.starts_with('#')).is_some_and(|row| row.contains('\t'))
            });
            let table = Self::of(&names, if has_tabs { '\t' } else { ' ' }, line.end);
            return table.map(|table| Self { carrier: log_line::NAME, ..table });
        }
        SEPARATORS.iter().filter(|separator| shown.contains(**separator)).find_map(|separator| {
            let mut cells = Cells::of_row(text, line.start, *separator);
            let names: Vec<String> = cells
                .by_ref()
                .take(MOST_COLUMNS)
                .map(|cell| plain(text.get(cell.range).unwrap_or_default()))
                .collect();
            Self::of(&names, *separator, cells.end)
        })
    }

    fn of(names: &[String], separator: char, begins: usize) -> Option<Self> {
        let place = |known: &[&str]| {
            known.iter().find_map(|known| names.iter().position(|name| name == known))
        };
        let (method, target) = (place(METHOD), place(TARGET));
        let content = place(CONTENT);
        let tells_of_call = method.is_some() || target.is_some() || content.is_some();
        // Beside a code, the column `status` is its phrase, or how a log calls its level.
        let status = place(STATUS).or_else(|| place(STATUS_OF_CALL).filter(|_| tells_of_call))?;
        let is_sent = |name: &String| name.starts_with("req") || name.starts_with("cs");
        let sent = names.iter().enumerate().filter(|(_, name)| is_sent(name));
        Some(Self {
            carrier: NAME,
            separator,
            begins,
            status,
            phrase: place(PHRASE).filter(|phrase| *phrase != status),
            content,
            method,
            target,
            host: place(HOST),
            sent: sent.map(|(column, _)| column).collect(),
        })
    }

    /// The response that a row tells of; nothing where it has no status.
    fn piece<'a>(
        &self,
        source: &'a Unwrapped<'_>,
        row: &[Cell],
        range: Range<usize>,
    ) -> Option<Piece<'a>> {
        let text: &'a str = &source.text;
        let shown = |cell: &Cell| text.get(cell.range.clone()).unwrap_or_default();
        let cell = |column: Option<usize>| column.and_then(|column| row.get(column));
        let status = row.get(self.status).filter(|cell| is_status(shown(cell)))?;
        let mut message = Rewriting::new(text);
        let at = status.range.start;
        message.put("HTTP ", at..at);
        message.keep(status.range.clone());
        let is_phrase = |cell: &&Cell| {
            shown(cell).starts_with(|c: char| c.is_ascii_uppercase()) && !shown(cell).contains('\n')
        };
        if let Some(phrase) = cell(self.phrase).filter(is_phrase) {
            message.put(" ", phrase.range.start..phrase.range.start);
            message.keep(phrase.range.clone());
        }
        message.put("\n\n", range.end..range.end);
        let is_content = |cell: &Cell| shown(cell).starts_with(['{', '[', '<']);
        let mut others = row.iter().enumerate();
        let content = cell(self.content).or_else(|| {
            others
                .find(|(column, cell)| is_content(cell) && !self.sent.contains(column))
                .map(|(_, cell)| cell)
        });
        if let Some(content) = content {
            keep_value(&mut message, content);
        }
        let piece = Piece::made(source, message, self.carrier).answering(self.request(source, row));
        Some(piece.within(source, range))
    }

    /// The request that a row tells of.
    fn request(&self, source: &Unwrapped<'_>, row: &[Cell]) -> Option<Request> {
        let value = |column: Option<usize>| {
            let cell = row.get(column?)?;
            let value = source.text.get(cell.range.clone())?;
            (!matches!(value, "" | "-")).then_some((value, cell))
        };
        let method = value(self.method)
            .filter(|(value, _)| value.bytes().all(|byte| byte.is_ascii_uppercase()));
        let target = value(self.target);
        let host = value(self.host);
        let place = host.or(target).or(method)?.1.range.clone();
        let of_address = target.and_then(|(target, _)| request::host_of(target));
        Some(Request {
            method: method.map(|(value, _)| value.into()),
            target: target.map(|(value, _)| value.into()),
            host: host.map(|(value, _)| value).or(of_address).map(Into::into),
            span: Some(source.origin.span(place.start, place.end)),
        })
    }
}

/// Keeps the value of a cell; in quotation marks, each that belongs to it is written twice.
fn keep_value(message: &mut Rewriting<'_>, cell: &Cell) {
    let mut from = cell.range.start;
    let text = message.source().get(cell.range.clone()).unwrap_or_default();
    if cell.is_quoted {
        for (at, _) in text.match_indices("\"\"") {
            let at = cell.range.start.saturating_add(at).saturating_add(1);
            message.keep(from..at);
            from = at.saturating_add(1);
        }
    }
    message.keep(from..cell.range.end);
}

fn is_status(value: &str) -> bool {
    value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_digit()) && !value.starts_with('0')
}

/// The name of a column without capitals and signs.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
