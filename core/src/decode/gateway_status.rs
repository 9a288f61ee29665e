//! Statuses that gateways use and no registry lists: Cloudflare's 52x, nginx's 49x, AWS's 46x.
//!
//! Source: Cloudflare's page on 5xx errors, nginx's `ngx_http_request.h`, and the AWS guide to load balancers.

use alloc::format;

use super::output::{Advice, DecodedResponse, Finding, Origin};
use super::reading::Message;
use crate::catalog::{Actor, Basis, Catalog, Retry, RetryKind, STANDARD};

struct Row {
    status: u32,
    /// Who uses the number so, and what its `Server` field begins with, in lower case.
    gateway: &'static str,
    server: &'static str,
    /// What it says, as the rest of a sentence.
    says: &'static str,
    actor: Actor,
}

const fn row(
    status: u32,
    gateway: &'static str,
    server: &'static str,
    says: &'static str,
    actor: Actor,
) -> Row {
    Row { status, gateway, server, says, actor }
}

const ROWS: &[Row] = &[
    row(
        460,
        AWS,
        "awselb",
        "the client closed the connection before the answer came",
        Actor::Client,
    ),
    row(463, AWS, "awselb", "the X-Forwarded-For field names too many addresses", Actor::Client),
    row(494, NGINX, "nginx", "the header fields of the request are too large", Actor::Client),
    row(495, NGINX, "nginx", "the client's certificate was not accepted", Actor::Client),
    row(496, NGINX, "nginx", "the client sent no certificate", Actor::Client),
    row(497, NGINX, "nginx", "plain HTTP was sent to a port for HTTPS", Actor::Client),
    row(
        499,
        NGINX,
        "nginx",
        "the client closed the connection before the answer came",
        Actor::Client,
    ),
    row(
        520,
        CLOUDFLARE,
        "cloudflare",
        "the server behind it sent nothing that it understands",
        Actor::Vendor,
    ),
    row(
        521,
        CLOUDFLARE,
        "cloudflare",
        "the server behind it refused the connection",
        Actor::Vendor,
    ),
    row(
        522,
        CLOUDFLARE,
        "cloudflare",
        "the server behind it took no connection in time",
        Actor::Vendor,
    ),
    row(523, CLOUDFLARE, "cloudflare", "the server behind it cannot be reached", Actor::Vendor),
    row(
        524,
        CLOUDFLARE,
        "cloudflare",
        "the server behind it took too long to answer",
        Actor::Vendor,
    ),
    row(
        525,
        CLOUDFLARE,
        "cloudflare",
        "no secure connection to the server behind it came about",
        Actor::Vendor,
    ),
    row(
        526,
        CLOUDFLARE,
        "cloudflare",
        "the certificate of the server behind it is not valid",
        Actor::Vendor,
    ),
    row(530, CLOUDFLARE, "cloudflare", "it could not find the server behind it", Actor::Vendor),
];
const AWS: &str = "an AWS load balancer";
const CLOUDFLARE: &str = "Cloudflare";
const NGINX: &str = "nginx";
/// Statuses after which the work may have been done.
const MAYBE_DONE: &[u32] = &[460, 499, 520, 524];

/// Says who acts, where a number that nobody lists is the gateway's own.
pub(super) fn explain(catalog: &Catalog, response: &mut DecodedResponse, message: &Message<'_>) {
    // A vendor that lists statuses says itself what its classes mean.
    let is_open = |found: &Finding| match found.vendor {
        Some(STANDARD) => true,
        Some(id) => found.origin == Origin::StatusLine && !catalog.lists_statuses(id),
        None => false,
    };
    let unknown = |code: u32| {
        let mut findings = response.findings.iter();
        findings.any(|found| found.code.number() == code && !found.known && is_open(found))
    };
    if response.findings.iter().any(|found| found.known) {
        return;
    }
    let Some(row) = ROWS.iter().find(|row| unknown(row.status)) else { return };
    let server = message.envelope.field("server").map(|field| field.value.to_ascii_lowercase());
    let is_marked = server.is_some_and(|server| server.starts_with(row.server));
    let lead = if is_marked {
        format!("This is the gateway's own answer, from {}", row.gateway)
    } else {
        format!("No standard lists {}; {} uses it", row.status, row.gateway)
    };
    let verb = if is_marked { ": " } else { " where " };
    let may_be_done = MAYBE_DONE.contains(&row.status);
    let steps = match (row.actor, may_be_done) {
        (Actor::Vendor, true) => alloc::vec![
            "Check whether the request took effect.",
            "If it did not, wait a little and try again.",
            "Report it to the server's owner if it goes on.",
        ],
        (Actor::Vendor, false) => alloc::vec![
            "Wait a little and try again.",
            "Report it to the server's owner if it goes on.",
        ],
        (_, true) => alloc::vec![
            "Check whether the request took effect.",
            "Let the client wait longer for the answer.",
        ],
        _ => alloc::vec!["Change the request, and send it again."],
    };
    let kind = if row.actor == Actor::Vendor { RetryKind::AfterDelay } else { RetryKind::AfterFix };
    let contact = response.advice.contact.take();
    response.advice = Advice {
        summary: format!("{lead}{verb}{}.", row.says),
        actor: row.actor,
        steps,
        retry: match response.advice.retry.kind {
            RetryKind::AfterDelay => response.advice.retry.clone(),
            _ => Retry::new(kind),
        },
        contact: contact.filter(|_| row.actor == Actor::Vendor),
        basis: Basis::Inferred,
        depends_on_vendor: None,
        because: None,
    };
}
