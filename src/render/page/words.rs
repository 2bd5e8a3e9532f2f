//! The sentences of a page, each once in every language.
//!
//! The page shows its own language; the other two are a table of sentences at its end, to which the elements refer by
//! number (`data-t`). Without the script the page is complete in its own language. What is the same in all languages, as
//! what was on the wire is, has no number.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use askama::filters::HtmlSafe;

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Finding, Note};

use super::links::{self, Part};

/// A text in every language, in the order of [`Lang::ALL`].
type Sentence = [String; 3];

/// The sentences of a page.
pub(super) struct Words {
    catalogs: [Catalog; 3],
    /// The page's own language, by its place.
    own: usize,
    known: HashMap<Rc<Sentence>, usize>,
    sentences: Vec<Rc<Sentence>>,
}

/// A text of the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    number: Option<usize>,
    html: String,
}

impl Text {
    /// A text that is the same in every language.
    pub(super) fn plain(text: &str) -> Text {
        let mut html = String::with_capacity(text.len());
        links::escape(&mut html, text);
        Text { number: None, html }
    }

    /// The attribute that names its sentence.
    pub(super) fn at(&self) -> At {
        At(self.number)
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.html.is_empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.html)
    }
}

/// It was escaped when it was made.
impl HtmlSafe for Text {}

/// ` data-t="5"`
pub(super) struct At(Option<usize>);

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |number| write!(f, " data-t=\"{number}\""))
    }
}

/// A number needs no escape.
impl HtmlSafe for At {}

impl Words {
    pub(super) fn new(catalogs: [Catalog; 3], own: Lang) -> Words {
        let own = Lang::ALL.iter().position(|lang| *lang == own).unwrap_or(0);
        Words { catalogs, own, known: HashMap::new(), sentences: Vec::new() }
    }

    /// What a function makes in each language.
    pub(super) fn each<T>(&self, make: impl FnMut(&Catalog) -> T) -> [T; 3] {
        self.catalogs.each_ref().map(make)
    }

    /// The catalog of the page's own language.
    pub(super) fn own(&self) -> &Catalog {
        let [zh, en, ja] = &self.catalogs;
        [zh, en, ja].get(self.own).copied().unwrap_or(en)
    }

    /// The text that a function makes.
    pub(super) fn text(&mut self, make: impl FnMut(&Catalog) -> String) -> Text {
        let sentence = self.each(make);
        self.sentence(sentence)
    }

    /// The text of a note.
    pub(super) fn note(&mut self, note: &Note) -> Text {
        self.text(|catalog| catalog.text(note))
    }

    /// A text without values.
    pub(super) fn word(&mut self, key: &'static str) -> Text {
        self.text(|catalog| catalog.word(key))
    }

    /// The text of a finding.
    pub(super) fn finding(&mut self, finding: &Finding) -> Text {
        self.text(|catalog| catalog.finding(finding))
    }

    /// A longer explanation of a note, where it has one.
    pub(super) fn attribute(&mut self, note: &Note, name: &str) -> Option<Text> {
        // Tests keep the attributes of the languages equal.
        self.own().attribute(note, name)?;
        Some(self.text(|catalog| catalog.attribute(note, name).unwrap_or_default()))
    }

    /// A text that is known in every language.
    pub(super) fn sentence(&mut self, sentence: Sentence) -> Text {
        let [zh, en, ja] = &sentence;
        if zh == en && en == ja {
            return Text::plain(en);
        }
        let html = links::html([zh, en, ja].get(self.own).copied().unwrap_or(en));
        let number = match self.known.get(&sentence) {
            Some(&number) => number,
            None => {
                let sentence = Rc::new(sentence);
                self.sentences.push(Rc::clone(&sentence));
                self.known.insert(sentence, self.sentences.len() - 1);
                self.sentences.len() - 1
            }
        };
        Text { number: Some(number), html }
    }

    /// The page's own language.
    pub(super) fn lang(&self) -> &'static str {
        tag(self.own().lang())
    }

    /// The table of the other languages, as JSON that may stand in HTML: `{"en":["sentence",["with ",["RFC 5321","5321"]]]}`.
    pub(super) fn table(&self) -> String {
        let mut table = serde_json::Map::new();
        for (place, lang) in Lang::ALL.into_iter().enumerate().filter(|(place, _)| *place != self.own) {
            let texts =
                self.sentences.iter().map(|sentence| json(sentence.get(place).map_or("", String::as_str)));
            table.insert(tag(lang).to_owned(), texts.collect());
        }
        // A script element ends at the first `</script`, and `<!--` begins something else.
        serde_json::Value::from(table).to_string().replace('<', "\\u003c")
    }
}

/// The language as HTML names it.
pub(super) fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
        Lang::Ja => "ja",
    }
}

fn json(text: &str) -> serde_json::Value {
    let parts = links::parts(text);
    if let [] | [Part::Plain(_)] = parts.as_slice() {
        return text.into();
    }
    let part = |part: &Part<'_>| match part {
        Part::Plain(text) => serde_json::Value::from(*text),
        Part::Rfc(name, target) => vec![*name, target.as_str()].into(),
    };
    parts.iter().map(part).collect()
}
