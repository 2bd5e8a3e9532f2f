//! The text of an HTML part, without loading anything: what is left out is counted.

/// What a page would have loaded or run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    /// Pictures, frames and style sheets from elsewhere.
    pub(super) remote: u64,
    /// Scripts, handlers of events not counted.
    pub(super) scripts: u64,
}

/// Elements that end a line.
const BLOCKS: [&str; 21] = [
    "p",
    "div",
    "br",
    "tr",
    "li",
    "ul",
    "ol",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "footer",
];
/// Elements whose content is not shown.
const HIDDEN: [&str; 4] = ["script", "style", "title", "template"];
/// The commonest named characters; others stay as they are written.
const NAMED: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("copy", '©'),
    ("reg", '®'),
    ("hellip", '…'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("middot", '·'),
    ("ldquo", '“'),
    ("rdquo", '”'),
];
/// A name, `#` and digits: longer ones are none.
const MAX_NAMED: usize = 10;

/// The text, lines where the page has blocks, and what was left out.
pub(super) fn text(html: &str) -> (String, LeftOut) {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        page.say(before);
        rest = page.tag(tag);
    }
    page.say(rest);
    (page.text, page.left_out)
}

#[derive(Default)]
struct Page {
    text: String,
    left_out: LeftOut,
}

impl Page {
    /// Text between tags: blanks and line ends are one blank.
    fn say(&mut self, text: &str) {
        for (index, word) in text.split([' ', '\t', '\r', '\n']).enumerate() {
            if index > 0 {
                self.blank();
            }
            named(word, &mut self.text);
        }
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    /// Ends a line; blocks inside blocks end it once.
    fn line(&mut self, again: bool) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && (again || !self.text.ends_with('\n')) {
            self.text.push('\n');
        }
    }

    /// A tag at the beginning of `html`; returns what comes behind it, or behind what it hides.
    fn tag<'a>(&mut self, html: &'a str) -> &'a str {
        if let Some(comment) = html.strip_prefix("<!--") {
            return comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or("");
        }
        let body = html.get(1..).unwrap_or("");
        let opening = !body.starts_with('/');
        let named = body.trim_start_matches('/');
        let name = named.find(|c: char| !c.is_ascii_alphanumeric()).and_then(|end| named.get(..end));
        let name = name.unwrap_or(named).to_ascii_lowercase();
        if name.is_empty() && !body.starts_with(['!', '/', '?']) {
            // A `<` that begins no tag.
            self.text.push('<');
            return body;
        }
        let end = tag_end(body);
        let (inside, behind) = (body.get(..end).unwrap_or(body), body.get(end + 1..).unwrap_or(""));
        if !opening {
            if BLOCKS.contains(&name.as_str()) {
                self.line(false);
            }
            return behind;
        }
        if name == "script" {
            self.left_out.scripts += 1;
        }
        let mut remote = u64::from(is_remote(&name, inside));
        let mut rest = behind;
        if HIDDEN.contains(&name.as_str()) && !inside.ends_with('/') {
            let (hidden, behind) = hidden(behind, &name);
            if name == "style" {
                remote +=
                    hidden.matches("url(http").count() as u64 + hidden.matches("@import").count() as u64;
            }
            rest = behind;
        }
        self.left_out.remote += remote;
        if BLOCKS.contains(&name.as_str()) {
            self.line(name == "br");
        } else if name == "td" || name == "th" {
            self.blank();
        }
        rest
    }
}

/// Where the tag ends: at a `>` that is not quoted.
fn tag_end(body: &str) -> usize {
    let mut quote = None;
    for (at, byte) in body.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed.
    body.find('>').unwrap_or(body.len())
}

/// What stands inside an element up to its end, and what comes behind it.
fn hidden<'a>(html: &'a str, name: &str) -> (&'a str, &'a str) {
    let mut from = 0;
    while let Some(at) = html.get(from..).and_then(|rest| rest.find("</")) {
        let at = from + at;
        let close = html.get(at + 2..).unwrap_or("");
        if close.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            let behind = close.find('>').and_then(|end| close.get(end + 1..)).unwrap_or("");
            return (html.get(..at).unwrap_or(""), behind);
        }
        from = at + 2;
    }
    (html, "")
}

/// Whether a mail program that loads everything would fetch something for this tag.
fn is_remote(name: &str, inside: &str) -> bool {
    let attributes: &[&str] = match name {
        "img" | "iframe" | "frame" | "embed" | "video" | "audio" | "source" | "input" | "script" => {
            &["src", "srcset"]
        }
        "link" => &["href"],
        "object" => &["data"],
        _ => &["background"],
    };
    let lower = inside.to_ascii_lowercase();
    let fetches = |attribute: &&str| {
        lower.match_indices(*attribute).any(|(at, _)| {
            let alone = lower
                .get(..at)
                .is_some_and(|before| before.ends_with([' ', '\t', '\r', '\n', '"', '\'', '/']));
            let value = lower.get(at + attribute.len()..).unwrap_or("").trim_start();
            let value = value
                .strip_prefix('=')
                .unwrap_or("")
                .trim_start()
                .trim_start_matches(['"', '\''])
                .trim_start();
            alone && ["http:", "https:", "//"].iter().any(|scheme| value.starts_with(scheme))
        })
    };
    attributes.iter().any(fetches)
        || lower.contains("url(http")
        || lower.contains("url('http")
        || lower.contains("url(&quot;http")
}

/// A word with its named and numbered characters written out.
fn named(word: &str, out: &mut String) {
    let mut rest = word;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        let body = entity.get(1..).unwrap_or("");
        let found = body
            .find(';')
            .filter(|&end| end <= MAX_NAMED)
            .and_then(|end| Some((character(body.get(..end)?)?, body.get(end + 1..)?)));
        match found {
            Some((character, behind)) => {
                out.push(character);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = body;
            }
        }
    }
    out.push_str(rest);
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|known| known.0 == name).map(|known| known.1);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::{LeftOut, text};
    use proptest::prelude::*;

    #[test]
    fn a_page_becomes_its_text() {
        for (html, said) in [
            (
                "<html><body><p>李老师：</p><p>实验报告的<b>测试邮件</b>，请查收。</p></body></html>\n",
                "李老师：\n实验报告的测试邮件，请查收。\n",
            ),
            ("a &lt;b&gt; &amp;amp; &#24352;&#x4e09;&nbsp;&unknown; & c", "a <b> &amp; 张三 &unknown; & c"),
            ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</table>", "1 2\n3\n"),
            ("one<br><br>two<BR/>three <!-- <p>no --> four", "one\n\ntwo\nthree four"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("<a href=\"x>y\">link</a> <p", "link\n"),
            ("<style>p { color: red }</style>x<script>if (a < b) { alert('</p>') }</script>y", "xy"),
            ("<head><title>t</title></head>body", "body"),
            ("", ""),
        ] {
            assert_eq!(text(html).0, said, "{html}");
        }
    }

    #[test]
    fn what_would_be_loaded_or_run_is_counted() {
        let left = |html: &str| text(html).1;
        let of = |remote, scripts| LeftOut { remote, scripts };
        assert_eq!(
            left(
                "<img src=\"https://x/1.png\"><IMG alt='a' SRC = '//x/y'><img src=cid:1><img src=\"data:x\">"
            ),
            of(2, 0)
        );
        assert_eq!(left("<script>1</script><script src=http://x/></script>"), of(1, 2));
        assert_eq!(
            left("<head><link rel=stylesheet href=https://x/a.css><script></script></head>"),
            of(1, 1)
        );
        assert_eq!(left("<a href=\"http://x/\">no load</a><td background=\"http://x/\">"), of(1, 0));
        assert_eq!(
            left("<div style=\"background:url(http://x)\"><style>@import url(x); a{b:url(http://c)}</style>"),
            of(3, 0)
        );
        assert_eq!(left("<img data-src=\"http://x\">"), of(0, 0));
    }

    proptest! {
        #[test]
        fn no_page_does_harm(html in "(<|>|</|script|style|head|p|img|src|=|\"|'|http://|&|#x|;|<!--|-->|[ a张\n]){0,40}") {
            let _ = text(&html);
        }
    }
}
