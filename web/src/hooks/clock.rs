//! The clock on the wall; nothing while the page is prerendered, so that no page holds a time.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use crate::state::clock::Clock;

/// How often a shown time is looked at again, in milliseconds.
const EVERY: u32 = 20_000;

/// The time now.
pub fn now() -> Clock {
    let date = js_sys::Date::new_0();
    let hours_and_minutes = date.get_hours().saturating_mul(60).saturating_add(date.get_minutes());
    let second = hours_and_minutes.saturating_mul(60).saturating_add(date.get_seconds());
    // Whole minutes from -840 to 840.
    let behind = date.get_timezone_offset();
    let ahead =
        (-840..=840).find(|minutes| (f64::from(-minutes) - behind).abs() < 0.5).unwrap_or_default();
    Clock { second, ahead }
}

/// The time to the next whole minute, so that no time counted from it is too early; nothing before the app runs.
#[hook]
pub fn use_clock() -> Option<Clock> {
    let clock = use_state_eq(|| None::<Clock>);
    let setter = clock.setter();
    use_effect_with((), move |()| {
        let show = move || {
            let now = now();
            setter.set(Some(Clock { second: now.second.div_ceil(60) * 60, ..now }));
        };
        show();
        let interval = Interval::new(EVERY, show);
        move || drop(interval)
    });
    *clock
}
