/**
 * Response codes of vendor APIs: look up, search, decode, compare.
 *
 * Every answer is a plain object, the same as its JSON. A member written with `?` is absent where
 * nothing is known; one of the type `… | null` is always there.
 *
 * @packageDocumentation
 */

// ---------------------------------------------------------------------------------------- functions

/** Version of the package and of its data. */
export const version: string;

/** Where the wasm file comes from. */
export interface InitOptions {
  /**
   * An address (string or `URL`), a `Request` or `Response`, bytes, a `WebAssembly.Module`, or a promise
   * of one of these. Left out: the file next to the module.
   */
  module_or_path?: string | object;
}

/**
 * Loads the wasm file. Call it once, outside Node, before anything else; in Node it does nothing.
 * Calls at the same time share one load; after a failure it may be called again.
 */
export function init(options?: InitOptions): Promise<void>;

/** A vendor's id, name or documented nickname, whatever the capitals: see {@link vendors}. */
export type VendorName = VendorId | (string & {});

/** Options of {@link lookup}. */
export interface LookupOptions {
  /** Only this vendor. */
  vendor?: VendorName | null;
}

/**
 * Everything that is known of a number.
 *
 * @param code A whole number from 0 to 999999999, or its digits as a string.
 * @throws TypeError for a code that is no number, or an unknown vendor or option.
 */
export function lookup(code: number | string, options?: LookupOptions | null): Lookup;

/** Options of {@link search}. */
export interface SearchOptions {
  /** Only this vendor. */
  vendor?: VendorName | null;
  /** This vendor in front of others that fit as well. */
  prefer?: VendorName | null;
  /** At most so many hits; 50 unless told. */
  limit?: number | null;
}

/**
 * The entries that a query means, the best first: numbers (`4071`, `4,071`, `forty seventy one`), prefixes
 * and ranges (`40x`, `4070-4077`), words, messages with or without what fills them, `"phrases"`, vendor
 * names, and the filters `vendor:` `class:` `actor:` `retry:` `method:` `condition:`; a `-` in front leaves out
 * what fits.
 *
 * @throws TypeError for a query that is neither string nor number, or an unknown vendor or option.
 */
export function search(query: string | number, options?: SearchOptions | null): SearchResult;

/**
 * Options of {@link decode}. Each `max…` is a whole number of at least 1, lower or higher than what holds unless told;
 * what it leaves out is named in a notice.
 */
export interface DecodeOptions {
  /** Whose response it is, where you know. */
  vendor?: VendorName | null;
  /** UTF-8 bytes of the text that are read; 16 MiB unless told. The rest is named in a notice. */
  maxBytes?: number | null;
  /** Levels of nesting in JSON and XML: 128 unless told, and never more than 1,024. */
  maxDepth?: number | null;
  /** Layers of wrapping that are undone, such as escapes in quoted mail: 8 unless told, and never more than 64. */
  maxLayers?: number | null;
  /** Quotation signs of mail before one line: 64 unless told. Lines with more are left out. */
  maxQuotations?: number | null;
  /** Responses in one text: 1,000 unless told. */
  maxResponses?: number | null;
  /** Records of one batch that are listed: 1,000 unless told. */
  maxRecords?: number | null;
  /** Faults of one chain of causes that are listed: 64 unless told, and never more than 256. */
  maxCauses?: number | null;
  /** Refused values of one response, and rules of one fault, that are listed: 1,000 unless told. */
  maxFieldErrors?: number | null;
  /** Codes that are listed of plain words, and codes of a batch's records that no source lists: 50 unless told. */
  maxFindings?: number | null;
}

/**
 * Reads a pasted text: an HTTP message, JSON, XML, SOAP, or a number or message in a sentence.
 * Nothing in the text makes it throw.
 *
 * @throws TypeError for a text that is no string, a limit that is no whole number of at least 1, or an unknown vendor or
 *   option.
 */
export function decode(text: string, options?: DecodeOptions | null): Decoding;

/** Options of {@link compare} and {@link compareCondition}. */
export interface CompareOptions {
  /** Only these vendors; left out or empty means all. */
  vendors?: readonly VendorName[] | null;
}

/**
 * The answer's table as text: GitHub Flavored Markdown, CSV, or the JSON of a {@link Table}.
 *
 * CSV is RFC 4180 with a byte order mark, for spreadsheets. A cell that a spreadsheet would take for a formula has an
 * apostrophe in front, and so has one that begins with an apostrophe: drop one leading apostrophe to have the text back.
 * In Markdown and CSV a cell that differs begins with `\u2260`.
 */
export interface Formatted {
  format: "markdown" | "csv" | "json";
}

/**
 * One code across vendors and the HTTP standard.
 *
 * @param code A whole number from 0 to 999999999, or its digits as a string.
 * @throws TypeError for a code that is no number, or an unknown vendor, format or option.
 */
export function compare(code: number | string, options: CompareOptions & Formatted): string;
export function compare(code: number | string, options?: CompareOptions | null): Comparison;

/**
 * One condition across vendors and the HTTP standard: the codes and messages that tell it.
 *
 * @param condition Id or name of one of {@link conditions}: `already-exists`.
 * @throws TypeError for one that there is not, or an unknown vendor, format or option.
 */
export function compareCondition(condition: string, options: CompareOptions & Formatted): string;
export function compareCondition(condition: string, options?: CompareOptions | null): ConditionComparison;

/** Options of {@link compareVendors}. */
export interface CompareVendorsOptions {
  /** Rows in which the vendors do not differ as well. */
  all?: boolean | null;
}

/**
 * Vendors side by side, and what somebody who handles the first has to change for the others.
 *
 * @param vendors Two or more; the HTTP standard may be one of them.
 * @throws TypeError for fewer than two vendors, or an unknown vendor, format or option.
 */
export function compareVendors(vendors: readonly VendorName[], options: CompareVendorsOptions & Formatted): string;
export function compareVendors(vendors: readonly VendorName[], options?: CompareVendorsOptions | null): VendorComparison;

/** Options of {@link matrix}. */
export interface MatrixOptions {
  /** Only these vendors; left out or empty means all. */
  vendors?: readonly VendorName[] | null;
  /** A row is a number and a group its class, or a row is a condition and a group its branch; `class` unless told. */
  by?: "class" | "condition" | null;
  /** Only rows in which the vendors differ so that a program has to tell them apart. */
  onlyDiffering?: boolean | null;
  /** Only rows in which a listed code deviates; {@link deviations} has those about codes that are not listed as well. */
  onlyDeviations?: boolean | null;
  /** Only rows in which this side has to act at one of the vendors. */
  actor?: Actor | null;
  /** Only rows in which one of the vendors has this advice on trying again. */
  retry?: RetryKind | null;
}

/**
 * All codes by vendor, in groups.
 *
 * @throws TypeError for an unknown vendor, word or option.
 */
export function matrix(options: MatrixOptions & Formatted): string;
export function matrix(options?: MatrixOptions | null): Matrix;

/**
 * Where vendors deviate from the HTTP standard and from their own pages.
 *
 * @throws TypeError for an unknown vendor or option.
 */
export function deviations(options?: CompareOptions | null): Deviation[];

/** Every vendor; the HTTP standard comes last. */
export function vendors(): Vendor[];

/** The vendor-neutral vocabulary that makes vendors comparable, sorted by id. */
export function conditions(): Condition[];

/** Options of {@link redact}. */
export interface RedactOptions {
  /**
   * The ids of transactions, traces, requests and correlations too, as `[ID-1]`. Left out, they stay: they name no
   * person, and whoever looks into a failure asks for them. Codes and statuses stay in any case.
   */
  maskIds?: boolean | null;
}

/**
 * The text with secrets and personal data masked. A help, not de-identification.
 *
 * @throws TypeError for a text that is no string, or an unknown option.
 */
export function redact(text: string, options?: RedactOptions | null): Redaction;

/** Options of {@link schedule}. */
export interface ScheduleOptions {
  /** At most so many tries, up to 100; 3 unless told. */
  tries?: number | null;
}

/**
 * When to try again, in seconds from now, by the waits that the vendor documents; empty where it
 * documents none.
 *
 * @param retry The `retry` of an entry, a group, a condition or an advice.
 * @throws TypeError for a retry that is none of an answer, or an unknown option.
 */
export function schedule(retry: Retry, options?: ScheduleOptions | null): number[];

// ------------------------------------------------------------------------------------------- values

/** Ids of the vendors that are built in; `http` is the standard. */
export type VendorId = "hhaexchange" | "vision" | "santedb" | "updox" | "elevate-iq" | "http";

/** How a response ends. */
export type Outcome = "success" | "partial" | "failure" | "redirect" | "interim" | "unknown";

/** Who must act: `client` is whoever runs the software that sent the request. */
export type Actor = "client" | "vendor" | "end-user" | "nobody" | "unknown";

/** Whether a source says so, it follows from what it says, or we conclude it. */
export type Basis = "stated" | "derived" | "inferred";

/** What has to happen before a repeat makes sense. */
export type RetryKind =
  | "no"
  | "after-fix"
  | "after-reauthentication"
  | "after-delay"
  | "not-needed"
  | "unknown";

/** When to try again. */
export interface Retry {
  /** What has to happen first. */
  kind: RetryKind;
  /** Documented waits in seconds, in order. */
  delaysSeconds?: number[];
  /** The wait in seconds that repeats after those. */
  repeatSeconds?: number;
}

/** A stretch of the text: UTF-16 units from `start` up to, not including, `end`, as `slice` counts. */
export interface Span {
  start: number;
  end: number;
}

// ---------------------------------------------------------------------------------------- catalogue

/** One code of one vendor: what it means, who must act, what to do, and who says so. */
export interface Entry {
  /** `updox/4071`. */
  id: string;
  /** Vendor id; `http` is the standard. */
  vendor: string;
  /** The number. */
  code: number;
  /** Whether the number is an HTTP status or the vendor's own. */
  kind: "http-status" | "application-code";
  /** What kind of source lists it. */
  listing: SourceKind;
  /** Where the number travels. */
  travels: "status-line" | "body" | "unstated";
  /** HTTP status that the response has all the same, for a code that travels in the body. */
  underStatus?: number;
  /** How such a response ends. */
  outcome: Outcome;
  /** The vendor's wording, exact to the letter. */
  wire: Wire;
  /** Id of the narrowest group that the vendor states for it. */
  group?: string;
  /** The vendor's section heading, to the letter. */
  section?: string;
  /** What it is documented for. */
  scope: Scope;
  /** One sentence that a caller understands. */
  summary: string;
  /**
   * What support staff tell a caller who is no developer: what happened, who takes the next step, and whether
   * trying again helps. It names no code, and where `sensitive` is true it does not tell who or what exists.
   */
  reply: string;
  /** What support staff ask that caller; none where nothing went wrong. No question asks for a secret. */
  askCaller: string[];
  /** What support staff ask whoever makes the caller's software. */
  askSoftwareVendor: string[];
  /** A short paragraph. */
  explanation: string;
  /** Likeliest first. */
  causes: string[];
  /** What to do, in order. */
  steps: string[];
  /** Who must act. */
  actor: Actor;
  /** When to try again. */
  retry: Retry;
  /** Condition id: see {@link conditions}. */
  condition: string;
  /** Nearest registered HTTP status, for a code that is none or is used otherwise. */
  nearestHttpStatus?: number;
  /** What the response carries. */
  carries: Carries;
  /** Whom to ask. */
  contact?: string;
  /** True where the code tells that a person or account exists or not. */
  sensitive: boolean;
  /** How the vendor uses the code, where the other members do not tell it. */
  usage?: Usage[];
  /** Codes that it is mistaken for. */
  confusedWith: Confusion[];
  /** Contradictions and traps. */
  quirks: Quirk[];
  /** What the standard says; for vendor `http` only. */
  standard?: Standard;
  /** Who says each fact. */
  provenance: { [name in Fact]?: Provenance };
  /** Address of the entry's page. */
  docUrl: string;
}

/** The facts of an entry that have a provenance. */
export type Fact =
  | "wire"
  | "travels"
  | "outcome"
  | "group"
  | "section"
  | "scope"
  | "condition"
  | "actor"
  | "retry"
  | "summary"
  | "explanation"
  | "causes"
  | "steps"
  | "nearestHttpStatus"
  | "carries"
  | "contact"
  | "standard"
  | "questions";

/** The vendor's wording, exact to the letter. */
export interface Wire {
  /** Reason phrase, or the vendor's name of the status. */
  phrase?: string;
  /** Value of the vendor's result column. */
  result?: string;
  /** Message text. */
  message?: string;
  /** True where the message is a description of a message; absent otherwise. */
  template?: boolean;
  /** Other wordings of the same code. */
  aliases?: string[];
}

/** What a code is documented for; an empty list means all. */
export interface Scope {
  /** HTTP methods. */
  methods: string[];
  /** Products, services or endpoints. */
  products: string[];
}

/** What a response carries. */
export interface Carries {
  /** Names of response fields (headers). */
  fields: string[];
  /** What the content holds. */
  content?: string;
}

/** One way in which a vendor uses a code. */
export interface Usage {
  /** Which way. */
  kind:
    | "includes-server-errors"
    | "includes-caller-mistakes"
    | "includes-failed-preconditions"
    | "includes-invalid-credentials"
    | "can-hide-failures"
    | "worded-by-content-type"
    | "omits-required-field"
    | "challenge-with-insufficient-scope"
    | "challenge-without-commas"
    | "fixed-retry-after"
    | "not-seen-in-code";
  /** Who says so. */
  provenance: Provenance;
}

/** A code that another one is mistaken for. */
export interface Confusion {
  /** Entry id. */
  id: string;
  /** Why, and how to tell them apart. */
  reason: string;
}

/** A contradiction or a trap in a source. */
export interface Quirk {
  /** What disagrees. */
  summary: string;
  /** Where each side stands and what it says. */
  passages: string[];
}

/** What RFC 9110 and the registry say of a status code. */
export interface Standard {
  /** `RFC 9110`. */
  rfc: string;
  /** `15.5.2`. */
  section?: string;
  /** How it is registered. */
  registration: "permanent" | "temporary" | "unused" | "obsolete";
  /** Fields that a response must carry. */
  requiredFields: string[];
  /** Fields that it should carry. */
  recommendedFields: string[];
  /** Fields that it may carry. */
  optionalFields: string[];
  /** Whether a cache may keep it without being told. */
  heuristicallyCacheable: boolean;
  /** Whether the response can have content. */
  content: "never" | "allowed";
}

/** Who says a fact, where, and why we think so. */
export interface Provenance {
  /** Stated, derived or inferred. */
  basis: Basis;
  /** Id of the vendor's source. */
  source: string;
  /** Where in the source. */
  locator?: string;
  /** Why, for a fact that the source does not state. */
  reason?: string;
}

/** A documented range or group of codes, or a number family. */
export interface Group {
  /** `vision/201-206`. */
  id: string;
  /** Vendor id. */
  vendor: string;
  /** The vendor's name for it. */
  name: string;
  /** First code. */
  from: number;
  /** Last code, inclusive. */
  to: number;
  /** What it means. */
  summary: string;
  /** How such a response ends. */
  outcome: Outcome;
  /** True where the vendor says that it does not use the range. */
  unused: boolean;
  /** Who must act, where that is known for the whole group. */
  actor?: Actor;
  /** When to try again, where that is known for the whole group. */
  retry?: Retry;
  /** What to do. */
  steps: string[];
  /** Who says that there is such a group. */
  provenance: Provenance;
  /** Contradictions about it. */
  quirks: Quirk[];
}

/** A vendor, its sources and what holds for all its codes. */
export interface Vendor {
  /** `elevate-iq`. */
  id: string;
  /** Name as the vendor writes it. */
  name: string;
  /** The API that the codes are of. */
  product: string;
  /** One sentence. */
  about: string;
  /** Other names that the `vendor` option takes. */
  nicknames: string[];
  /** How its numbers are built. */
  scheme: string;
  /** Where persistent trouble is reported. */
  contact?: string;
  /** How many codes the vendor's own page lists. */
  pageCodes: number;
  /** How many codes are known from other sources. */
  otherCodes: number;
  /** Where its facts come from; the first is the vendor's page. */
  sources: Source[];
  /** Formats in which errors are reported. */
  errorContent: ErrorContent[];
  /** Advice for whole classes of responses. */
  tips: Tip[];
  /** Contradictions that concern the whole source. */
  quirks: Quirk[];
  /** Messages that tell a condition although no code of their own goes with them. */
  messages: Message[];
}

/** A message that tells a condition although no code of its own goes with it. */
export interface Message {
  /** The text, or the part of it that is always the same; exact to the letter. */
  text: string;
  /** Condition id. */
  condition: string;
  /** The code that stands beside it, which says less. */
  code: number;
  /** The member or element that it stands in. */
  place: string;
  /** Who says that it means so. */
  provenance: Provenance;
}

/** What kind of source a fact comes from. */
export type SourceKind =
  | "vendor-page"
  | "vendor-other-page"
  | "vendor-source-code"
  | "client-code"
  | "standard";

/** A page, a file of code or a registry that facts come from. */
export interface Source {
  /** Short id, unique within the vendor. */
  id: string;
  /** Title. */
  title: string;
  /** Public address; empty where none is known. */
  url: string;
  /** What kind of source it is. */
  kind: SourceKind;
  /** Edition, commit or date that was read. */
  edition: string;
}

/** One format in which errors are reported. */
export interface ErrorContent {
  /** Name of the format. */
  name: string;
  /** Its media types. */
  mediaTypes: string[];
  /** What to know about it. */
  summary: string;
  /** Source id. */
  source: string;
  /** Where in the source. */
  locator: string;
  /** Members or elements, in the order in which they are written. */
  members: ErrorMember[];
}

/** A member of a JSON object, or an element or attribute of an XML document. */
export interface ErrorMember {
  /** Name, exact to the letter. */
  name: string;
  /** Other spellings that occur. */
  aliases: string[];
  /** What it means. */
  meaning: string;
  /** Who says so. */
  basis: Basis;
  /** Why, where it is not stated. */
  because?: string;
  /** Source id, where it is not the format's own. */
  source?: string;
}

/** Advice that a vendor gives for a whole class of responses. */
export interface Tip {
  /** Groups or codes that it is about: `5xx`, `401`, `all`. */
  about: string;
  /** The advice. */
  summary: string;
  /** Who says so. */
  basis: Basis;
  /** Source id. */
  source: string;
  /** Where in the source. */
  locator: string;
}

/** A vendor-neutral meaning; what makes vendors comparable. */
export interface Condition {
  /** `already-exists`. */
  id: string;
  /** Name for people. */
  name: string;
  /** One sentence. */
  summary: string;
  /** What support staff tell a caller who is no developer, unless a code has a reply of its own. */
  reply: string;
  /** What they ask that caller, unless a code has questions of its own. */
  askCaller: string[];
  /** What they ask whoever makes the caller's software, likewise. */
  askSoftwareVendor: string[];
  /** The wider condition that it is a kind of. */
  broader?: string;
  /** Conditions of another branch that are close. */
  near: string[];
  /** The registered status that says the same. */
  nearestHttpStatus?: number;
  /** How such a response ends. */
  outcome: Outcome;
  /** Who must act, unless a code says otherwise. */
  actor: Actor;
  /** When to try again, unless a code says otherwise. */
  retry: Retry;
  /** What to do, unless a code says otherwise. */
  steps: string[];
}

// ------------------------------------------------------------------------------------------- lookup

/** What is known of a number. */
export interface Lookup {
  /** The number. */
  code: number;
  /** Whether any source lists the number itself. */
  known: boolean;
  /** Every meaning; the standard last. */
  meanings: Entry[];
  /** Documented ranges and number families that cover it, the narrowest first. */
  groups: Group[];
  /** What holds where nobody lists the number. */
  fallback: Fallback | null;
}

/** What can be said of a number that nobody lists: a rule, never a meaning. */
export interface Fallback {
  /** Which rule holds. */
  rule: "status-class" | "invalid-status" | "application-code";
  /** `4xx`, for a number from 100 to 599. */
  class?: "1xx" | "2xx" | "3xx" | "4xx" | "5xx";
  /** The status code as which a client treats it. */
  treatAs?: number;
  /** The rule in one sentence. */
  summary: string;
  /** Where the rule stands. */
  section?: string;
  /** The meaning in the registry, where only the vendor does not list the number. */
  standard?: Entry;
  /** How the vendors in question build their numbers. */
  schemes: Scheme[];
}

/** How a vendor builds its numbers. */
export interface Scheme {
  /** Vendor id. */
  vendor: string;
  /** The vendor's scheme. */
  summary: string;
}

// ------------------------------------------------------------------------------------------- search

/** What was understood and what was found. */
export interface SearchResult {
  /** The parts of the query, as they were understood. */
  understood: Understood[];
  /** How many entries match in all. */
  total: number;
  /** The best, in order. */
  hits: Hit[];
  /** For a number that nobody lists: what was probably meant. */
  nearest: Entry[];
}

/** A part of the query, as it was understood. */
export interface Understood {
  /** What it is; `not-understood` looks like a filter and is none, and its words were looked for. */
  kind:
    | "code"
    | "range"
    | "vendor"
    | "class"
    | "actor"
    | "retry"
    | "method"
    | "condition"
    | "phrase"
    | "word"
    | "not-understood";
  /** The part as it was typed, in lower case. */
  text: string;
  /** What it stands for: a code, `4000-4099`, a vendor id, a filter's value. */
  value?: string;
  /** It stood behind a `-`: what fits it is left out. */
  excluded?: boolean;
  /** No entry has any of its words. */
  unmatched?: boolean;
  /** The UTF-16 units of the query that it takes. */
  start: number;
  end: number;
}

/** An entry that matches. */
export interface Hit {
  /** The entry. */
  entry: Entry;
  /** Why it matches, by its best signal. */
  why: "code" | "range" | "message" | "prefix" | "word" | "synonym" | "typo";
  /** The places that match. */
  marks: Mark[];
}

/** A stretch of an entry's text that matches, in UTF-16 units of the named field. */
export interface Mark {
  /** Name of the field: `wire.message`, `wire.aliases.0`, `summary`. */
  field: string;
  start: number;
  end: number;
}

// ------------------------------------------------------------------------------------------- decode

/**
 * Everything that was found in a pasted text. No text in it holds a JSON Web Token whole: its first characters and `…` are
 * left, and `noteworthy` says when it expires.
 */
export interface Decoding {
  /** Whether anything was found. */
  outcome: "decoded" | "nothing-found";
  /** The responses, in the order in which they stand in the text. */
  responses: DecodedResponse[];
  /** Repairs made, limits reached, parts left unread. */
  notices: Notice[];
}

/** One response. */
export interface DecodedResponse {
  /** What was read: `updox-envelope`, `soap`, `problem-details`, `http`, `text` … */
  format: string;
  /** What wrapped it in the text: `http`, `curl-verbose`, `har`, `log-line`, `bare` … */
  carrier: string;
  /** The request that it answers, as far as the text shows it. */
  request: RequestSummary | null;
  /** Whose response it is. */
  vendor: VendorGuess | null;
  /** Status line and fields, where the text has them. */
  http: Http | null;
  /** How it ended, by the status line and by the content. */
  verdict: Verdict;
  /** Results of single records in a batch. */
  records: ResponseRecord[];
  /** Every code that was found, the most specific first. */
  findings: Finding[];
  /** What the content says happened. */
  fault: Fault | null;
  /** Values that were refused. */
  fieldErrors: FieldError[];
  /** Fields and tokens that are worth a sentence: challenges, waits, redirects. */
  noteworthy: Noteworthy[];
  /** The one answer: who, what, when. */
  advice: Advice;
}

/** The request that a response answers. */
export interface RequestSummary {
  /** `POST`. */
  method?: string;
  /** Path and query, or the whole address, as the text has it, with JSON Web Tokens cut short. It can hold other secrets. */
  target?: string;
  /** Host name. */
  host?: string;
}

/** A field or token, explained. */
export interface Noteworthy {
  /** Field name as received, or what the token is. */
  name: string;
  /** What it says, in a sentence or two; secrets are not repeated. */
  meaning: string;
  /** Where it stands. */
  span: Span;
}

/** Whose response it is, and how we know. */
export interface VendorGuess {
  /** Vendor id. */
  id: string;
  /** How sure it is. */
  confidence: "certain" | "likely" | "possible";
  /** The marks that decided. */
  evidence: Evidence[];
  /** The next best guess, where marks speak for another vendor as well. */
  runnerUp?: RunnerUp;
  /** What would make it certain; absent where it is. */
  settledBy?: string;
}

/** The vendor that is second best. */
export interface RunnerUp {
  /** Vendor id. */
  id: string;
  /** How sure it would be. */
  confidence: "certain" | "likely" | "possible";
  /** The marks that speak for it. */
  evidence: Evidence[];
}

/** A mark that speaks for a vendor. */
export interface Evidence {
  /** What was seen, in words. */
  mark: string;
  /** How much it says. */
  weight: "strong" | "weak";
  /** Where it stands; `null` for what the caller told. */
  span: Span | null;
}

/** Status line and fields. */
export interface Http {
  /** `1.1`, where the text gives it. */
  version?: string;
  /** Status code. */
  status: number;
  /** Reason phrase as received. */
  reason?: string;
  /** Fields (headers), in the order in which they came. */
  fields: Field[];
}

/** One header or trailer field. */
export interface Field {
  /** Name as received. */
  name: string;
  /** Value without the white space around it; of a JSON Web Token only the first characters and `…`. */
  value: string;
}

/** How a response ended, seen from the transport and from the application. */
export interface Verdict {
  /** What the status line says. */
  transport: Outcome;
  /** What the content says. */
  application: Outcome;
  /** True where the two disagree, so that one hides the other. */
  masked: boolean;
}

/** The result of one record in a batch. */
export interface ResponseRecord {
  /** How it ended. */
  outcome: Outcome;
  /** Its code. */
  code?: number;
  /** Its message. */
  message?: string;
  /** What names the record in the request. */
  reference?: string;
  /** Where the record's result stands. */
  span: Span;
}

/** A code that stands in the text. */
export interface Finding {
  /** The number. */
  code: number;
  /** Vendor id, or `http`; `null` where it is not known whose the number is. As sure as the response's vendor. */
  vendor: string | null;
  /** False where no source lists the number for that vendor. */
  known: boolean;
  /** Where it was found. */
  origin: "status-line" | "header" | "body" | "text";
  /** The message beside it, as received. */
  message?: string;
  /** What the catalogue says of it. Findings of one answer with the same entry share one object. */
  entry?: Entry;
  /** Where it stands. */
  span: Span;
}

/** What the content says happened. */
export interface Fault {
  /** Its kind: exception class, fault code, problem type. */
  type?: string;
  /** Its message. */
  message?: string;
  /** More detail. */
  detail?: string;
  /** Stack trace. */
  stack?: string;
  /** Policy that was applied, by its identifier. */
  policy?: string;
  /** Name of the policy. */
  policyName?: string;
  /** What the policy decided. */
  policyOutcome?: string;
  /** Business rules that were met or broken. */
  rules: Rule[];
  /** What caused it. */
  cause: Fault | null;
}

/** A business rule. */
export interface Rule {
  /** Its id. */
  id?: string;
  /** Its priority in words. */
  priority?: string;
  /** What kind of rule it is. */
  type?: string;
  /** What it says. */
  text: string;
}

/** A value that was refused. */
export interface FieldError {
  /** Name or path of the value; `null` where the text does not give it. */
  field: string | null;
  /** Why it was refused. */
  message: string;
}

/** The one answer: what happened, who must act, what to do, when to try again. */
export interface Advice {
  /** One sentence that a caller understands. */
  summary: string;
  /** Who must act. */
  actor: Actor;
  /** What to do, in order. */
  steps: string[];
  /** When to try again. */
  retry: Retry;
  /** Whom to ask. */
  contact?: string;
  /** Whether a source says so or we conclude it. */
  basis: Basis;
  /** The vendor whose answer it has to be for this to hold, where that vendor is possible and no more. */
  dependsOnVendor?: string;
  /** Why this answer was chosen, where status line and content point to different ones or a standard's word decides. */
  because?: string;
}

/** Something that was repaired, limited or left out. */
export interface Notice {
  /** Stable code of the notice. */
  code: NoticeCode;
  /** The notice in words. */
  message: string;
  /** Where in the text. */
  span?: Span;
}

/** What a notice is about; later versions may add codes. */
export type NoticeCode =
  | "empty-input"
  | "nothing-recognized"
  | "request-not-response"
  | "input-too-long"
  | "too-deep"
  | "too-many"
  | "limit-lowered"
  | "broken-content"
  | "doctype-skipped"
  | "contradiction"
  | "unknown-code"
  | "unknown-vendor"
  | "ambiguous-code"
  | "text-skipped"
  | "unwrapped"
  | "no-response";

// ------------------------------------------------------------------------------------------ compare

/** One code across vendors. */
export interface Comparison {
  /** The number. */
  code: number;
  /** Its meaning in the registry. */
  standard: Entry | null;
  /** What matters: whether trying again helps, who acts, who lists it and what it means there. */
  summary: string;
  /** Where vendors deviate from the standard or from their own pages. */
  deviations: Deviation[];
  /** One column a vendor. */
  columns: Column[];
}

/** One vendor's side of a comparison. */
export interface Column {
  /** Vendor id. */
  vendor: string;
  /** The vendor's entry for the number. */
  entry: Entry | null;
  /** The vendor's nearest codes by condition. */
  nearest: Nearest[];
  /** How many more there are; {@link compareCondition} has all. */
  further: number;
  /** Aspects in which the entry differs from the standard. */
  differs: Aspect[];
}

/** What is compared. */
export type Aspect = "wire" | "outcome" | "condition" | "travels" | "scope" | "actor" | "retry" | "carries";

/** A code that means nearly the same. */
export interface Nearest {
  /** The entry. */
  entry: Entry;
  /** How near it is. */
  kind: "same" | "narrower" | "broader" | "nearest";
}

/** The rules of the standard that are looked at. */
export type DeviationRule =
  | "final-error-in-1xx"
  | "outside-status-range"
  | "failure-under-success-status"
  | "registered-phrase-differs"
  | "not-acceptable-without-negotiation"
  | "unauthorized-for-permission"
  | "required-field-not-documented"
  | "multi-status-without-multistatus"
  | "server-error-for-caller-mistake"
  | "client-error-for-server-failure"
  | "empty-result-as-no-content"
  | "unregistered-status"
  | "number-looks-like-status"
  | "success-can-hide-failure"
  | "not-found-for-service-only"
  | "not-found-promises-return"
  | "bad-request-for-refused-content"
  | "insufficient-scope-under-401"
  | "forbidden-for-invalid-credentials"
  | "conflict-for-failed-precondition"
  | "required-field-not-sent"
  | "challenge-grammar"
  | "fixed-retry-after"
  | "expected-status-not-listed"
  | "declared-class-not-listed"
  | "outside-declared-range"
  | "group-advice-does-not-fit"
  | "not-on-vendor-page"
  | "not-seen-in-code";

/** A place where a vendor breaks a rule of the standard, or one of its own page. */
export interface Deviation {
  /** Name of the rule. */
  rule: DeviationRule;
  /** What it stands against. */
  against: "standard" | "own-documentation";
  /** Vendor id. */
  vendor: string;
  /** The number. */
  code: number;
  /** Section of the standard. */
  section: string;
  /** What deviates. */
  reason: string;
  /** What it means for a client. */
  effect: string;
  /** Who says what it was found from. */
  basis: Basis;
}

/** One condition across vendors. */
export interface ConditionComparison {
  /** The condition. */
  condition: Condition;
  /** Conditions that are kinds of it, by id. */
  narrower: string[];
  /** What matters: who has a code for it, and whether trying again helps. */
  summary: string;
  /** The registered statuses that come nearest to it. */
  standard: Nearest[];
  /** One column a vendor. */
  columns: ConditionColumn[];
}

/** One vendor's side of it. */
export interface ConditionColumn {
  /** Vendor id. */
  vendor: string;
  /** The vendor's codes that come nearest, the nearest kind first; none where it has no such code. */
  codes: Nearest[];
  /** Messages that tell it although no code of their own goes with them. */
  messages: Message[];
}

/** A code in few words, for views of many codes. */
export interface Brief {
  /** Entry id. */
  id: string;
  /** The number. */
  code: number;
  /** The vendor's wording, exact to the letter. */
  wording?: string;
  /** Condition id. */
  condition: string;
  /** How such a response ends. */
  outcome: Outcome;
  /** Who must act. */
  actor: Actor;
  /** When to try again. */
  retry: Retry;
  /** Names of the rules that it breaks. */
  deviations: DeviationRule[];
}

/** Vendors side by side. */
export interface VendorComparison {
  /** Vendor ids, in the order in which they were asked for. */
  vendors: string[];
  /** What matters, in a sentence. */
  summary: string;
  /** The numbers, rising. */
  rows: VendorRow[];
  /** What changes for somebody who handles the first vendor, one for each of the others. */
  migrations: Migration[];
}

/** One number at each of them. */
export interface VendorRow {
  /** The number. */
  code: number;
  /** One cell a vendor; `null` where it does not list the number. */
  cells: (Brief | null)[];
  /** Aspects in which those that list it differ. */
  differs: Aspect[];
}

/** What somebody who handles one vendor has to do for another. */
export interface Migration {
  /** Id of the vendor that is handled. */
  from: string;
  /** Id of the vendor that comes. */
  to: string;
  /** How much it is, in a sentence. */
  summary: string;
  /** How its answers are read: where the code stands, what errors look like, whom to ask. */
  reading: string[];
  /** One step for each number that one of them lists, rising. */
  steps: MigrationStep[];
}

/** What to do about one number. */
export interface MigrationStep {
  /** The number. */
  code: number;
  /** What to do: `keep` where both list it and the handling can stay, `drop` where only the first lists it. */
  action: "change" | "add" | "keep" | "drop";
  /** In words. */
  text: string;
}

/** All codes by vendor. */
export interface Matrix {
  /** Vendor ids, one for each cell of a row. */
  vendors: string[];
  /** The rows in their groups. */
  groups: MatrixGroup[];
}

/** Rows of one class, or of one branch of the conditions. */
export interface MatrixGroup {
  /** `4xx`, or the name of the widest condition. */
  name: string;
  /** Its rows. */
  rows: MatrixRow[];
}

/** One number, or one condition. */
export interface MatrixRow {
  /** The number, where rows are numbers. */
  code: number | null;
  /** Condition id, where rows are conditions. */
  condition: string | null;
  /** What the registry has for it. */
  standard: Brief[];
  /** What each vendor has for it; an empty list where it has nothing. */
  cells: Brief[][];
  /** Whether a program has to tell the vendors apart. */
  differs: boolean;
}

/** Any of these answers as rows and cells: what the format `json` holds. */
export interface Table {
  /** What is compared. */
  title: string;
  /** What matters, in sentences. */
  summary: string;
  /** Headings; the first is that of the rows' names. */
  columns: string[];
  /** The rows: a name, and one cell for each heading but the first. */
  rows: { name: string; cells: { text: string; differs: boolean }[] }[];
}

// ------------------------------------------------------------------------------------------- redact

/** A text with its secrets masked. */
export interface Redaction {
  /** The text with placeholders such as `[TOKEN-1]`. */
  text: string;
  /** What was masked. */
  masked: Masked[];
}

/** One thing that was masked, wherever it stood. */
export interface Masked {
  /** What kind of value it is: `token`, `email`. */
  kind: string;
  /** What stands in its place. */
  placeholder: string;
  /** How often it stood in the text. */
  count: number;
  /** Why it was masked. */
  reason: string;
}
