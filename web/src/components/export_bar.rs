//! A table as Markdown, CSV and JSON: copied, or saved as a file.

use respondex_core::compare::Table;
use yew::prelude::*;

use super::copy_button::copy_said;
use super::icon::{Glyph, icon};
use crate::hooks::clipboard::ToCopy;
use crate::hooks::{save, use_clipboard};
use crate::markup::all;

/// A form that a table can be had in.
struct Format {
    label: &'static str,
    ending: &'static str,
    media_type: &'static str,
    write: fn(&Table) -> String,
}

const FORMATS: [Format; 3] = [
    Format {
        label: "Markdown",
        ending: "md",
        media_type: "text/markdown;charset=utf-8",
        write: Table::to_markdown,
    },
    Format {
        label: "CSV",
        ending: "csv",
        media_type: "text/csv;charset=utf-8",
        write: Table::to_csv,
    },
    Format { label: "JSON", ending: "json", media_type: "application/json", write: Table::to_json },
];

/// Props of [`ExportBar`].
#[derive(Debug, PartialEq, Properties)]
pub struct ExportBarProps {
    /// Name of a saved file, without its ending.
    pub name: String,
    /// Makes what is copied or saved, when it is asked for: words of the catalogue alone, so that nothing has to be
    /// masked.
    pub table: Callback<(), Table>,
}

/// The buttons, and what is said of the last copy.
#[component]
pub fn ExportBar(props: &ExportBarProps) -> Html {
    let (state, copy) = use_clipboard();
    let saved = use_state(String::new);
    let copies = FORMATS.iter().map(|format| {
        let (copy, table, saved) = (copy.clone(), props.table.clone(), saved.setter());
        let onclick = Callback::from(move |_: MouseEvent| {
            saved.set(String::new());
            let said = format!("{} copied.", format.label);
            copy.emit(ToCopy { text: Some((format.write)(&table.emit(()))), said });
        });
        html! {
            <button type="button" class="button button-small" {onclick}>
                {icon(Glyph::Copy)}{format.label}
            </button>
        }
    });
    let files = FORMATS.iter().map(|format| {
        let (table, saved) = (props.table.clone(), saved.setter());
        let name = format!("{}.{}", props.name, format.ending);
        // The words on the button are part of its name, for who speaks to the page.
        let label = format!("Save {} as {name}", format.label);
        let onclick = Callback::from(move |_: MouseEvent| {
            let is_saved = save(&name, format.media_type, &(format.write)(&table.emit(())));
            let verdict = if is_saved { "Saved" } else { "The browser did not save" };
            saved.set(format!("{verdict} {name}."));
        });
        html! {
            <button type="button" class="button button-small" aria-label={label} {onclick}>
                {format.label}
            </button>
        }
    });
    html! {
        <div class="export" role="group" aria-label="Export">
            <span class="muted">{"Copy as"}</span>{all(copies.collect())}
            <span class="muted">{"Save as file"}</span>{all(files.collect())}
            <span class="copy">{copy_said(&state)}<span role="status">{(*saved).clone()}</span></span>
        </div>
    }
}
