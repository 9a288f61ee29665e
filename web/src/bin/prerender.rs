//! `prerender --dist DIR --base /PATH/`: writes every page of the site into the folder of the built entry page.
//!
//! `RESPONDEX_SITE_URL` is the public address of the site; with it, pages name their canonical address.

use std::fs;
use std::io::{self, Error, Write};
use std::path::Path;

use respondex_core::Catalog;
use respondex_web::prerender::{SEARCH_DESCRIPTION, file_name, page, routes, search_description};
use respondex_web::route::Route;

fn main() -> io::Result<()> {
    let mut dist = "dist".to_owned();
    let mut base = "/".to_owned();
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let place = match name.as_str() {
            "--dist" => &mut dist,
            "--base" => &mut base,
            _ => return Err(Error::other(format!("unknown argument {name}"))),
        };
        *place = arguments.next().ok_or_else(|| Error::other(format!("{name} needs a value")))?;
    }
    let site = std::env::var("RESPONDEX_SITE_URL").ok().filter(|site| !site.is_empty());
    let dist = Path::new(&dist);
    let template = fs::read_to_string(dist.join("index.html"))?;
    let routes = routes(Catalog::builtin());
    for route in routes.iter().chain([&Route::NotFound]) {
        let page = page(&template, route, &base, site.as_deref())
            .ok_or_else(|| Error::other("index.html lacks <title>, <body> or <div id=\"app\">"))?;
        let file = dist.join(file_name(route));
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, page)?;
    }
    if let Some(site) = &site {
        fs::write(dist.join("sitemap.xml"), sitemap(site, &routes))?;
        fs::write(dist.join(SEARCH_DESCRIPTION), search_description(site))?;
    }
    writeln!(io::stdout(), "   {} pages written", routes.len().saturating_add(1))
}

fn sitemap(site: &str, routes: &[Route]) -> String {
    let site = site.trim_end_matches('/');
    let addresses = routes.iter().fold(String::new(), |addresses, route| {
        format!("{addresses}  <url><loc>{site}/{}</loc></url>\n", route.path())
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{addresses}</urlset>\n"
    )
}
