//! What pages are built of. A component knows its props and the catalogue, no address but through
//! [`Route`](crate::route::Route), and no browser but through a hook.

pub mod action_cells;
pub mod advice_card;
pub mod basis_mark;
pub mod chips;
pub mod compare_table;
pub mod copy_bar;
pub mod copy_button;
pub mod desk_panel;
pub mod entry_card;
pub mod entry_facts;
pub mod entry_row;
pub mod fallback_card;
pub mod fault_tree;
pub mod finding_list;
pub mod held_text;
pub mod icon;
pub mod keyboard_help;
pub mod masked_list;
pub mod meaning_row;
pub mod outcome_badge;
pub mod private_area;
pub mod quirk_list;
pub mod response_details;
pub mod response_list;
pub mod response_view;
pub mod result_list;
pub mod retry_times;
pub mod site_footer;
pub mod site_header;
pub mod source_text;
pub mod vendor_card;
pub mod vendor_select;
pub mod verdict_banner;
