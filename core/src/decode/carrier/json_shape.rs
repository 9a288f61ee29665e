//! The shapes in which programs write a response down as a JSON object, as a table.

/// How one program writes a response down. Members are paths: `response.status`; the first that is there counts.
pub(super) struct Shape {
    pub(super) carrier: &'static str,
    /// Paths of which all have to be there.
    pub(super) requires: &'static [&'static str],
    /// Paths of which one has to be there, unless the list is empty.
    pub(super) one_of: &'static [&'static str],
    pub(super) status: &'static [&'static str],
    pub(super) reason: &'static [&'static str],
    pub(super) version: &'static [&'static str],
    pub(super) fields: &'static [&'static str],
    pub(super) content: &'static [&'static str],
    /// A member and the value that says that the content is written in base64.
    pub(super) base64: Option<(&'static str, &'static str)>,
    pub(super) method: &'static [&'static str],
    pub(super) address: &'static [&'static str],
}

/// Members of which a line of a structured log has one at least.
pub(super) const LOG_MARKS: &[&str] = &[
    "level",
    "severity",
    "lvl",
    "logLevel",
    "log.level",
    "@timestamp",
    "logger",
    "Level",
    // Serilog's compact form
    "@t",
    // GELF
    "short_message",
];

/// Whether a member may be where a shape has its status, or tell one that calls it otherwise: of most objects no member
/// is, and they need not be laid beside every shape.
pub(super) fn may_hold_status(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "response",
        "res",
        "http",
        "err",
        "error",
        "meta",
        "context",
        "Properties",
        "response_code",
    ];
    const OF_POSTMAN: &[&str] = &["originalRequest", "_postman_previewlanguage"];
    let bytes = name.as_bytes();
    let ends_so = match bytes.last() {
        Some(b's') => name.ends_with("tatus"),
        Some(b'e') => name.ends_with("tatusCode") || name.ends_with("tatus_code"),
        _ => false,
    };
    ends_so
        || bytes.contains(&b'.')
        || bytes.first().is_some_and(|first| b"rhemcPo_".contains(first))
            && (NAMES.contains(&name) || OF_POSTMAN.contains(&name))
}

/// What ends a path whose value has to be JSON or markup.
pub(super) const HOLDS_CONTENT: &str = ".*";

/// Every shape, the most particular first.
pub(super) const SHAPES: &[Shape] = &[
    // HAR 1.2: an entry of `log.entries`.
    Shape {
        carrier: "har",
        requires: &["request", "response.status", "response.headers"],
        one_of: &[],
        status: &["response.status"],
        reason: &["response.statusText"],
        version: &["response.httpVersion"],
        fields: &["response.headers"],
        content: &["response.content.text"],
        base64: Some(("response.content.encoding", "base64")),
        method: &["request.method"],
        address: &["request.url"],
    },
    // HAR 1.2: a response alone.
    Shape {
        carrier: "har",
        requires: &["status", "headers", "content"],
        one_of: &["httpVersion", "bodySize", "headersSize"],
        status: &["status"],
        reason: &["statusText"],
        version: &["httpVersion"],
        fields: &["headers"],
        content: &["content.text"],
        base64: Some(("content.encoding", "base64")),
        method: &[],
        address: &[],
    },
    // Postman: a saved example, where `status` is the phrase and `code` the number.
    Shape {
        carrier: "postman",
        requires: &["code"],
        one_of: &["originalRequest", "_postman_previewlanguage"],
        status: &["code"],
        reason: &["status"],
        version: &[],
        fields: &["header"],
        content: &["body"],
        base64: None,
        method: &["originalRequest.method"],
        address: &["originalRequest.url.raw", "originalRequest.url"],
    },
    // axios: an error with its response.
    Shape {
        carrier: "client-object",
        requires: &["response.status", "response.data"],
        one_of: &["config", "isAxiosError", "name", "message"],
        status: &["response.status"],
        reason: &["response.statusText"],
        version: &[],
        fields: &["response.headers"],
        content: &["response.data"],
        base64: None,
        method: &["config.method", "response.config.method"],
        address: &["config.url", "response.config.url"],
    },
    // axios, superagent and others: a response.
    Shape {
        carrier: "client-object",
        requires: &["status"],
        one_of: &["statusText"],
        status: &["status"],
        reason: &["statusText"],
        version: &[],
        fields: &["headers"],
        content: &["data", "body", "responseJSON", "responseText"],
        base64: None,
        method: &["config.method", "method"],
        address: &["config.url", "url"],
    },
    // A browser's `Response`, as its console shows it.
    Shape {
        carrier: "client-object",
        requires: &["status", "ok", "redirected"],
        one_of: &[],
        status: &["status"],
        reason: &[],
        version: &[],
        fields: &[],
        content: &[],
        base64: None,
        method: &[],
        address: &["url"],
    },
    // A function behind a gateway, and Node's `response.toJSON()`.
    Shape {
        carrier: "client-object",
        requires: &["statusCode"],
        one_of: &["body", "headers"],
        status: &["statusCode"],
        reason: &["statusMessage", "statusText"],
        version: &[],
        fields: &["headers"],
        content: &["body"],
        base64: Some(("isBase64Encoded", "true")),
        method: &["request.method", "method"],
        address: &["request.uri.href", "request.uri", "url"],
    },
    // A line of a structured log.
    Shape {
        carrier: "log-line",
        requires: &[],
        one_of: LOG_MARKS,
        status: &[
            "status",
            "statusCode",
            "status_code",
            "http_status",
            "httpStatus",
            "http_status_code",
            "response_status",
            "responseStatus",
            "response_code",
            "response.status",
            "response.statusCode",
            "response.status_code",
            "res.status",
            "res.statusCode",
            "http.status",
            "http.status_code",
            "http.response.status_code",
            "err.response.status",
            "error.response.status",
            "StatusCode",
            "Properties.StatusCode",
            "_status",
            "_status_code",
            "meta.statusCode",
            "meta.status",
            "context.statusCode",
            "context.status",
            "err.statusCode",
            "err.status",
            "error.statusCode",
            "error.status",
        ],
        reason: &["statusText", "reason"],
        version: &[],
        fields: &["headers", "response.headers", "res.headers"],
        content: &[
            "body",
            "response_body",
            "responseBody",
            "response.body",
            "res.body",
            "response.data",
            "http.response.body.content",
            "http.response.body",
            "payload",
            "response",
            "error.response.data",
            "err.response.data",
            "data",
            "meta.body",
            "meta.data",
            "meta.response",
            "context.body",
            "err.body",
            "error.body",
        ],
        base64: None,
        method: &[
            "method",
            "request.method",
            "req.method",
            "http.method",
            "http.request.method",
            "meta.method",
            "RequestMethod",
            "Properties.RequestMethod",
        ],
        address: &[
            "url",
            "uri",
            "path",
            "request.url",
            "request.uri",
            "req.url",
            "http.url",
            "url.full",
            "meta.url",
            "RequestPath",
            "Properties.RequestPath",
            "host",
        ],
    },
    // A line of nginx's access log, written as JSON.
    Shape {
        carrier: "log-line",
        requires: &["status", "request"],
        one_of: &["remote_addr", "body_bytes_sent", "request_time", "bytes_sent"],
        status: &["status"],
        reason: &[],
        version: &["server_protocol"],
        fields: &[],
        content: &[],
        base64: None,
        method: &["request_method"],
        address: &["request"],
    },
    // What a program logs of a call: its status and what came back.
    Shape {
        carrier: "client-object",
        requires: &["status", "body.*"],
        one_of: &[],
        status: &["status"],
        reason: &[],
        version: &[],
        fields: &["headers"],
        content: &["body"],
        base64: None,
        method: &["method"],
        address: &["url"],
    },
];

#[cfg(test)]
mod tests {
    use super::{SHAPES, may_hold_status};

    #[test]
    fn no_shape_is_passed_over() {
        for shape in SHAPES {
            for path in shape.status {
                let first = path.split('.').next().unwrap_or_default();
                let is_told = |path: &&str| path.split('.').next().is_some_and(may_hold_status);
                // Postman's number has a name that much else has; one of its marks is there as well.
                let by_mark = !shape.one_of.is_empty() && shape.one_of.iter().all(is_told);
                assert!(may_hold_status(first) || by_mark, "{path}");
                assert!(!path.contains('.') || may_hold_status(path), "{path}");
            }
        }
    }
}
