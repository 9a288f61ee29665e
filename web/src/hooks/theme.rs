//! Light, dark, or as the system has it; remembered in this browser.

use yew::prelude::*;

use super::storage;

/// Where the choice is remembered.
const STORAGE_KEY: &str = "respondex-theme";

/// Which colours the page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order in which the switch shows them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value of `data-theme`, and what is stored.
    pub fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The word on the switch.
    pub fn label(self) -> &'static str {
        match self {
            Self::Auto => "Auto",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

/// The theme, and the way to choose another.
#[hook]
pub fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state_eq(|| Theme::Auto);
    {
        let setter = theme.setter();
        use_effect_with((), move |()| {
            let stored = storage::read(STORAGE_KEY);
            let stored = Theme::ALL.into_iter().find(|theme| stored.as_deref() == Some(theme.id()));
            if let Some(theme) = stored {
                setter.set(theme);
                show(theme);
            }
        });
    }
    let setter = theme.setter();
    let choose = use_callback((), move |theme: Theme, ()| {
        setter.set(theme);
        show(theme);
        storage::write(STORAGE_KEY, if theme == Theme::Auto { "" } else { theme.id() });
    });
    (*theme, choose)
}

fn show(theme: Theme) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _refused = root.set_attribute("data-theme", theme.id());
    }
}
