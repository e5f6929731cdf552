//! Markdown for pages: raw HTML becomes text, links only to safe schemes. What comes out needs no sanitising.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

/// Turns Markdown into HTML.
pub fn html(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    // Of a refused image only the text remains; refused links keep their text without the link.
    let events = Parser::new_ext(text, options).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_safe(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        other => Some(other),
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut out, events);
    if out.contains("<table>") { kelas(&out) } else { out }
}

/// Columns of tables by class: the policy of a page allows no style in it. `<` is an entity in text, so these are tags.
fn kelas(html: &str) -> String {
    let mut out = html.to_string();
    for cell in ["<th", "<td"] {
        for (side, class) in [("left", ""), ("right", " class=\"n\""), ("center", " class=\"tengah\"")] {
            out = out.replace(&format!("{cell} style=\"text-align: {side}\">"), &format!("{cell}{class}>"));
        }
    }
    out
}

/// http, https, mailto, and addresses inside the site.
fn is_safe(url: &str) -> bool {
    let head = url.split(['/', '?', '#']).next().unwrap_or("").trim().to_ascii_lowercase();
    match head.split_once(':') {
        Some((scheme, _)) => matches!(scheme, "http" | "https" | "mailto"),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn raw_html_becomes_text() {
        let out = html("halo <script>alert(1)</script>\n\n<div onclick=x>b</div>\n");
        assert!(!out.contains("<script") && !out.contains("<div"), "{out}");
        assert!(out.contains("&lt;script&gt;"), "{out}");
    }

    #[test]
    fn columns_of_a_table_stand_by_class_and_no_style_is_left() {
        let out = html("| a | b | c | d |\n|:-|:-:|-:|-|\n| 1 | 2 | 3 | <td style=\"text-align: left\"> |\n");
        let plain = out.replace("&lt;td style=\"text-align: left\"&gt;", "").replace("&quot;", "");
        assert!(out.contains("<td class=\"tengah\">2</td>") && out.contains("<td class=\"n\">3</td>"), "{out}");
        assert!(!plain.contains("style="), "{out}");
    }

    #[test]
    fn a_link_with_a_scheme_that_runs_code_leads_nowhere() {
        for url in ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x"] {
            assert!(html(&format!("[a]({url})")).contains("href=\"#\""), "{url}");
        }
        assert!(html("[a](../2024/)").contains("href=\"../2024/\""));
        assert!(html("[a](https://contoh.go.id/)").contains("href=\"https://contoh.go.id/\""));
    }
}
