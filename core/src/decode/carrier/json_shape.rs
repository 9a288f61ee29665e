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
pub(super) const LOG_MARKS: &[&str] =
    &["level", "severity", "lvl", "logLevel", "log.level", "@timestamp", "logger", "Level"];

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
        content: &["data", "body"],
        base64: None,
        method: &["config.method", "method"],
        address: &["config.url", "url"],
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
        ],
        base64: None,
        method: &["method", "request.method", "req.method", "http.method", "http.request.method"],
        address: &["url", "uri", "request.url", "req.url", "http.url", "url.full", "host"],
    },
];
