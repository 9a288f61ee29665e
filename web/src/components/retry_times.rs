//! Documented waits as times of the clock, once the app runs.

use respondex_core::Retry;
use yew::prelude::*;

use crate::hooks::use_clock;
use crate::markup::{made_line, none};
use crate::state::words;

/// Props of [`RetryTimes`].
#[derive(Debug, PartialEq, Properties)]
pub struct RetryTimesProps {
    /// When to try again.
    pub retry: Retry,
}

/// "14:05, then 14:35, 15:05", below the documented waits.
#[component]
pub fn RetryTimes(props: &RetryTimesProps) -> Html {
    let clock = use_clock();
    let times = clock.and_then(|clock| clock.tries(&props.retry));
    let times = times.map(|times| made_line("p", "cell-times", format!("From now: {times}.")));
    html! {<>
        {made_line("p", "", words::retry_detail(&props.retry))}
        {times.unwrap_or_else(none)}
    </>}
}
