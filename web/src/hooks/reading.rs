//! The reading of the pasted text: at once where it is short, by a worker where it is long, so that typing never waits.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker};
use yew::prelude::*;

use super::reader::{self, ReaderStatus, use_reader_status};
use crate::state::case::Case;
use crate::state::reading::Reading;
use crate::state::transfer;

/// The longest text that is read on the page itself, in bytes: at most some thirty milliseconds of work at each key, where
/// all of it is JSON.
const LONGEST_ON_PAGE: usize = 16 * 1024;

/// How long typing has to rest before a long text is read again, in milliseconds.
const PAUSE: u32 = 300;

/// A text that has grown or shrunk by more bytes was not typed, and is read without a pause.
const MOST_TYPED: usize = 64;

/// How far the reading of a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadingState {
    /// There is no text.
    Empty,
    /// The reader is on its way.
    Loading,
    /// The reader could not be loaded.
    Unavailable,
    /// The worker is at it; so many hundredths of the text are read.
    Working(u32),
    /// Done.
    Ready(Rc<Reading>),
    /// The user stopped it.
    Stopped,
    /// The reader gave up.
    Failed,
}

/// What a worker reports.
enum Report {
    Progress(u32),
    Answer(Vec<u8>),
    Failure,
}

/// An edition of the case, and whether there is a reader.
type Asked = (u32, ReaderStatus);

/// The reading of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseReading {
    /// How far it is.
    pub state: ReadingState,
    /// Stops it.
    pub stop: Callback<()>,
    /// Begins it once more, where it was stopped.
    pub again: Callback<()>,
}

/// The reading of a case, and the ways to stop it and to begin anew.
#[hook]
pub fn use_reading(case: &Case) -> CaseReading {
    let status = use_reader_status();
    let (text, vendor) = (&case.text, &case.vendor);
    let asked: Asked = (case.edition, status);
    let short = use_memo(asked, |_| {
        let is_read = status == ReaderStatus::Ready
            && !text.trim().is_empty()
            && text.len() <= LONGEST_ON_PAGE;
        is_read.then(|| match reader::read(text, vendor.as_deref()) {
            Some(reading) => ReadingState::Ready(Rc::new(reading)),
            None => ReadingState::Failed,
        })
    });
    // What is known is known of one text: the page may be drawn with another one before the effect below runs.
    let state = use_state(|| None::<(Asked, ReadingState)>);
    let tell = {
        let state = state.setter();
        Callback::from(move |reading: ReadingState| state.set(Some((asked, reading))))
    };
    let task = use_mut_ref(|| None::<Task>);
    let pause = use_mut_ref(|| None::<Timeout>);
    let length = use_mut_ref(|| 0usize);
    {
        let (text, vendor, state) = (text.clone(), vendor.clone(), state.setter());
        let (tell, task, pause) = (tell.clone(), task.clone(), pause.clone());
        use_effect_with(asked, move |_| {
            task.replace(None);
            pause.replace(None);
            let is_typed = length.replace(text.len()).abs_diff(text.len()) <= MOST_TYPED;
            if text.len() <= LONGEST_ON_PAGE || status != ReaderStatus::Ready {
                state.set(None);
                return;
            }
            let rest = if is_typed { PAUSE } else { 0 };
            pause.replace(Some(Timeout::new(rest, move || {
                task.replace(begin(&text, vendor.as_deref(), &tell));
            })));
        });
    }
    let stop = {
        let (tell, task, pause) = (tell.clone(), task.clone(), pause.clone());
        Callback::from(move |()| {
            pause.replace(None);
            task.replace(None);
            tell.emit(ReadingState::Stopped);
        })
    };
    let again = {
        let (text, vendor) = (text.clone(), vendor.clone());
        Callback::from(move |()| {
            tell.emit(ReadingState::Working(0));
            task.replace(begin(&text, vendor.as_deref(), &tell));
        })
    };
    let state = match (status, short.as_ref()) {
        _ if text.trim().is_empty() => ReadingState::Empty,
        (ReaderStatus::Loading, _) => ReadingState::Loading,
        (ReaderStatus::Failed, _) => ReadingState::Unavailable,
        (ReaderStatus::Ready, Some(reading)) => reading.clone(),
        (ReaderStatus::Ready, None) => match &*state {
            Some((known, reading)) if *known == asked => reading.clone(),
            // It is about to begin.
            _ => ReadingState::Working(0),
        },
    };
    CaseReading { state, stop, again }
}

/// Has a long text read; without workers the page waits, which is better than no answer.
fn begin(text: &AttrValue, vendor: Option<&str>, tell: &Callback<ReadingState>) -> Option<Task> {
    let on_report = tell.reform(next);
    let task = reader::read_in_worker(text, vendor).map(|worker| Task::new(worker, &on_report));
    if task.is_none() {
        let reading = reader::read(text, vendor).map(Rc::new);
        tell.emit(reading.map_or(ReadingState::Failed, ReadingState::Ready));
    }
    task
}

fn next(report: Report) -> ReadingState {
    match report {
        Report::Progress(part) => ReadingState::Working(part),
        Report::Answer(bytes) => match transfer::unpack(&bytes) {
            Some(parcel) => ReadingState::Ready(Rc::new(Reading::of(parcel))),
            None => ReadingState::Failed,
        },
        Report::Failure => ReadingState::Failed,
    }
}

/// A worker at work; ends when it is dropped.
struct Task {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Task {
    /// Listens to a worker that has its text.
    fn new(worker: Worker, on_report: &Callback<Report>) -> Self {
        let on_message = {
            let on_report = on_report.clone();
            EventListener::new(&worker, "message", move |event| {
                let Some(data) = event.dyn_ref::<MessageEvent>().map(MessageEvent::data) else {
                    return;
                };
                if data.is_null() {
                    on_report.emit(Report::Failure);
                    return;
                }
                on_report.emit(match data.as_f64() {
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "a whole number up to 100"
                    )]
                    Some(part) => Report::Progress(part as u32),
                    None => Report::Answer(Uint8Array::new(&data).to_vec()),
                });
            })
        };
        let fails = |kind: &'static str| {
            let on_report = on_report.clone();
            EventListener::new(&worker, kind, move |_| on_report.emit(Report::Failure))
        };
        let listeners = [on_message, fails("error"), fails("messageerror")];
        Self { worker, _listeners: listeners }
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
