//! What names one call, one transaction or one trace, and nobody. An escalation needs it, so it is masked only
//! where that is asked for.
//!
//! Not here: numbers that say what happened, as the `ErrorID` of HHAeXchange does; only an error id that is no
//! plain number names one event.

use super::Check::{NoCode, NoNumber};
use super::Place::{Anywhere, Structure};
use super::{Group, group};
use crate::redact::kind::Kind::Id;

pub(super) const GROUPS: &[Group] = &[
    group(
        Id,
        Anywhere,
        NoCode,
        &[
            "transactionid",
            "transactionidentifier",
            "transactionreference",
            "transactionref",
            "transactionuuid",
            "transactionguid",
            "transid",
            "txid",
            "txnid",
            "traceid",
            "traceparent",
            "tracestate",
            "spanid",
            "parentspanid",
            "requestid",
            "requestidentifier",
            "requestuuid",
            "requestguid",
            "correlationid",
            "correlationidentifier",
            "operationid",
            "conversationid",
            "invocationid",
            "activityid",
            "trackingid",
            "incidentid",
            "callid",
            "messageid",
            "messagecontrolid",
            "inreplyto",
            // Of SAML and of WS-Addressing.
            "inresponseto",
            "relatesto",
            "idempotencykey",
            // Of HHAeXchange: what a visit is called there.
            "evvmsid",
            // Of `application/vnd.error`.
            "logref",
            // Fields of gateways, clouds and tracers whose last words tell nothing.
            "cfray",
            "xamzid2",
            "xamzcfid",
            "xazureref",
            "xmsedgeref",
            "xvercelid",
            "xcloudtracecontext",
            "xdatadogparentid",
            "sentrytrace",
        ],
        &[
            "transactionid",
            "traceid",
            "spanid",
            "requestid",
            "correlationid",
            "operationid",
            "conversationid",
            "invocationid",
            "activityid",
            "idempotencykey",
        ],
    ),
    group(
        Id,
        Structure,
        NoNumber,
        &[
            "errorid",
            "errorreference",
            "errorref",
            "erroruuid",
            "exceptionid",
            "faultid",
            "logid",
            "supportid",
        ],
        &[],
    ),
];
