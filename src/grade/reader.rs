//! Reading a rubric: every key, every type, every name is held against what there is.

use std::collections::{BTreeMap, BTreeSet};

use crate::dialogue::{Item, Note, Shapes};

use super::checks;
use super::expression::Expression;
use super::mistake::{Mistakes, nearest, unknown};
use super::params::{Kind, Params, Value};
use super::rubric::{By, Credit, Rubric, RubricCheck, RubricItem};
use super::toml::Table;

/// The form of rubrics that this program reads.
const SCHEMA: &str = "wiretale-rubric/1";
/// Items of a rubric at most: each is held against those that it needs, and they against theirs.
const MAX_ITEMS: usize = 500;
/// Points may differ by what floating numbers lose.
const NEARLY: f64 = 0.005;

/// A rubric that is being read.
pub(super) struct Reader<'t, 's> {
    pub(super) mistakes: Mistakes<'t>,
    /// What expressions may look at.
    pub(super) shapes: &'s Shapes,
}

impl Reader<'_, '_> {
    pub(super) fn rubric(&mut self, table: &Table<'_>) -> Rubric {
        let mistakes = &mut self.mistakes;
        table.only(&["schema", "title", "pass", "item"], mistakes);
        match table.text("schema", mistakes) {
            Some((SCHEMA, _)) => {}
            Some((other, span)) => {
                let note = Note::new("rubric-schema").with("found", other).with("known", SCHEMA);
                mistakes.add(span.start, note);
            }
            None if table.span("schema").is_some() => {}
            None => mistakes.add(0, Note::new("rubric-no-schema").with("known", SCHEMA)),
        }
        let title = table.words("title", mistakes).unwrap_or_default();
        let pass = table.number("pass", mistakes);
        let mut tables = table.tables("item", mistakes);
        if let Some(first) = tables.get(MAX_ITEMS) {
            mistakes.add(first.at, Note::new("rubric-many-items").with("most", MAX_ITEMS));
            tables.truncate(MAX_ITEMS);
        }
        if tables.is_empty() {
            self.mistakes.add(0, Note::new("rubric-no-items"));
        }
        let items: Vec<(RubricItem, usize)> =
            tables.iter().map(|table| (self.item(table), table.at)).collect();
        self.ids_and_needs(&tables, &items);
        let total: f64 = items.iter().map(|(item, _)| item.item.points).sum();
        if let Some((pass, span)) = &pass
            && *pass > total + NEARLY
        {
            let note =
                Note::new("rubric-pass-above").with("pass", number(*pass)).with("total", number(total));
            self.mistakes.add(span.start, note);
        }
        Rubric {
            title,
            pass: pass.map(|(pass, _)| pass),
            items: items.into_iter().map(|(item, _)| item).collect(),
        }
    }

    fn item(&mut self, table: &Table<'_>) -> RubricItem {
        let mistakes = &mut self.mistakes;
        table.only(&["id", "title", "points", "hidden", "needs", "credit", "check"], mistakes);
        let id = table.text("id", mistakes).map(|(id, span)| (id.trim().to_owned(), span.start));
        let points = table.number("points", mistakes);
        for (name, there) in [("id", table.span("id").is_some()), ("points", table.span("points").is_some())]
        {
            if !there {
                mistakes.add(table.at, Note::new("rubric-missing-key").with("name", name));
            }
        }
        if let Some((0.0, span)) = &points {
            mistakes.add(span.start, Note::new("rubric-no-points"));
        }
        let credit = match table.text("credit", mistakes) {
            None | Some(("sum", _)) => Credit::Sum,
            Some(("all", _)) => Credit::All,
            Some(("best", _)) => Credit::Best,
            Some((other, span)) => {
                mistakes.add(span.start, unknown("rubric-value", other, ["sum", "all", "best"]));
                Credit::Sum
            }
        };
        let item = Item {
            id: id.map_or(String::new(), |(id, _)| id),
            title: table.words("title", mistakes).unwrap_or_default(),
            points: points.as_ref().map_or(0.0, |(points, _)| *points),
            hidden: table.flag("hidden", mistakes).is_some_and(|(hidden, _)| hidden),
            needs: table.texts("needs", mistakes).map_or(Vec::new(), |(needs, _)| needs),
        };
        let tables = table.tables("check", mistakes);
        if tables.is_empty() {
            mistakes.add(table.at, Note::new("rubric-no-checks").with("item", item.id.as_str()));
        }
        let read: Vec<(Option<f64>, RubricCheck)> = tables
            .iter()
            .filter_map(|table| {
                let points = table.number("points", &mut self.mistakes).map(|(points, _)| points);
                Some((points, self.check(table)?))
            })
            .collect();
        let whole = read.len() == tables.len();
        let checks = self.shares(table, &item, credit, read, whole);
        RubricItem { item, credit, checks }
    }

    /// The points of each check: its own, or a like share of what is left.
    fn shares(
        &mut self,
        table: &Table<'_>,
        item: &Item,
        credit: Credit,
        read: Vec<(Option<f64>, RubricCheck)>,
        whole: bool,
    ) -> Vec<RubricCheck> {
        let told: f64 = read.iter().filter_map(|(points, _)| *points).sum();
        let open = read.iter().filter(|(points, _)| points.is_none()).count();
        let at = table.span("points").map_or(table.at, |span| span.start);
        let note = |key: &'static str| {
            Note::new(key)
                .with("sum", number(told))
                .with("points", number(item.points))
                .with("item", item.id.as_str())
        };
        match credit {
            Credit::Sum => {
                let wrong =
                    if open > 0 { told + NEARLY > item.points } else { (told - item.points).abs() > NEARLY };
                if wrong && whole && !read.is_empty() && told > 0.0 {
                    self.mistakes.add(at, note("rubric-points-sum"));
                }
            }
            Credit::All if told > 0.0 => self.mistakes.add(at, note("rubric-points-all")),
            Credit::Best => {
                let most = read.iter().map(|(points, _)| points.unwrap_or(item.points)).fold(0.0, f64::max);
                if whole && (most - item.points).abs() > NEARLY {
                    self.mistakes.add(at, note("rubric-points-best"));
                }
            }
            Credit::All => {}
        }
        let share = match credit {
            Credit::Sum => (item.points - told).max(0.0) / open.max(1) as f64,
            Credit::All => item.points / read.len().max(1) as f64,
            Credit::Best => item.points,
        };
        read.into_iter()
            .map(|(points, check)| RubricCheck { points: points.unwrap_or(share), ..check })
            .collect()
    }

    fn check(&mut self, table: &Table<'_>) -> Option<RubricCheck> {
        let expected = table.words("expected", &mut self.mistakes);
        let hint = table.words("hint", &mut self.mistakes);
        let by = match ["use", "when", "file"].map(|name| table.span(name).is_some()) {
            [true, false, false] => self.ready(table)?,
            [false, true, false] => {
                table.only(&["when", "count", "points", "expected", "hint"], &mut self.mistakes);
                let count = table.number("count", &mut self.mistakes).map_or(1, |(count, _)| count as u64);
                By::When(self.expression(table, "when", "Conversation")?, count.max(1))
            }
            [false, false, true] => {
                table.only(&["file", "points", "expected", "hint"], &mut self.mistakes);
                By::File(self.expression(table, "file", "Capture")?)
            }
            _ => {
                self.mistakes.add(table.at, Note::new("rubric-one-of"));
                return None;
            }
        };
        if expected.is_none() && !matches!(by, By::Ready(..)) {
            self.mistakes.add(table.at, Note::new("rubric-no-expected"));
        }
        Some(RubricCheck { points: 0.0, by, expected, hint })
    }

    fn ready(&mut self, table: &Table<'_>) -> Option<By> {
        let (id, span) = table.text("use", &mut self.mistakes)?;
        let Some(check) = checks::by_id(id) else {
            let known = checks::CHECKS.iter().map(|check| check.id);
            let note = match nearest(id, known.clone()) {
                Some(_) => unknown("rubric-check", id, known),
                None => Note::new("rubric-no-such-check").with("name", id),
            };
            self.mistakes.add(span.start, note);
            return None;
        };
        let own = check.params.iter().map(|param| param.name);
        let known: Vec<&str> = own.chain(["use", "points", "expected", "hint"]).collect();
        table.only(&known, &mut self.mistakes);
        let mut params = BTreeMap::new();
        for param in check.params {
            let mistakes = &mut self.mistakes;
            let value = match param.kind {
                Kind::Text | Kind::Texts if is_empty(table, param.name) => {
                    let at = table.span(param.name).map_or(table.at, |span| span.start);
                    mistakes.add(at, Note::new("rubric-empty").with("name", param.name));
                    None
                }
                Kind::Text => table.text(param.name, mistakes).map(|(text, _)| Value::Text(text.to_owned())),
                Kind::Texts => table.texts(param.name, mistakes).map(|(texts, _)| Value::Texts(texts)),
                Kind::Number => table.number(param.name, mistakes).map(|(number, _)| Value::Number(number)),
                Kind::Choice(choices) => {
                    let given = table.text(param.name, mistakes);
                    if let Some((text, span)) = &given
                        && !choices.contains(text)
                    {
                        mistakes.add(span.start, unknown("rubric-value", text, choices.iter().copied()));
                    }
                    given.map(|(text, _)| Value::Text(text.to_owned()))
                }
                Kind::Moment => {
                    let given = table.moment(param.name, mistakes);
                    if let Some((text, span)) = &given
                        && !text.contains('{')
                        && super::params::moment(text).is_none()
                    {
                        mistakes.add(span.start, Note::new("rubric-bad-moment").with("text", text.as_str()));
                    }
                    given.map(|(text, _)| Value::Text(text))
                }
            };
            if param.required && table.span(param.name).is_none() {
                let note = Note::new("rubric-missing-param").with("check", check.id).with("name", param.name);
                mistakes.add(table.at, note);
            }
            params.extend(value.map(|value| (param.name, value)));
        }
        if let (Some(Value::Text(from)), Some(Value::Text(to))) = (params.get("from"), params.get("to"))
            && let (Some(first), Some(last)) = (super::params::moment(from), super::params::moment(to))
            && last < first
        {
            let at = table.span("to").map_or(table.at, |span| span.start);
            let note = Note::new("rubric-never-between").with("from", from.as_str()).with("to", to.as_str());
            self.mistakes.add(at, note);
        }
        if check.id == "header" && !params.contains_key("equals") && !params.contains_key("contains") {
            let note =
                Note::new("rubric-missing-param").with("check", check.id).with("name", "equals, contains");
            self.mistakes.add(table.at, note);
        }
        Some(By::Ready(check, Params(params)))
    }

    fn expression(&mut self, table: &Table<'_>, name: &str, object: &str) -> Option<Expression> {
        let (text, span) = table.text(name, &mut self.mistakes)?;
        let inner = inside(self.mistakes.text(span.clone()), text);
        match Expression::new(text, object, self.shapes) {
            Ok(expression) => Some(expression),
            Err(wrong) => {
                for (at, note) in wrong {
                    self.mistakes.add(span.start + inner.map_or(0, |inner| inner + at), note);
                }
                None
            }
        }
    }

    /// Ids once each; what an item needs must be there, and must not need it in turn.
    fn ids_and_needs(&mut self, tables: &[Table<'_>], items: &[(RubricItem, usize)]) {
        let ids: Vec<&str> = items.iter().map(|(item, _)| item.item.id.as_str()).collect();
        for (index, ((item, at), table)) in items.iter().zip(tables).enumerate() {
            let id = item.item.id.as_str();
            let at_id = table.span("id").map_or(*at, |span| span.start);
            if ids.iter().take(index).any(|earlier| *earlier == id) && !id.is_empty() {
                self.mistakes.add(at_id, Note::new("rubric-twice").with("item", id));
            }
            let at_needs = table.span("needs").map_or(*at, |span| span.start);
            for need in &item.item.needs {
                if !ids.contains(&need.as_str()) {
                    self.mistakes.add(at_needs, unknown("rubric-item", need, ids.iter().copied()));
                }
            }
            if reaches(items, index, id) {
                self.mistakes.add(at_needs, Note::new("rubric-unreachable").with("item", id));
            }
        }
    }
}

/// Whether a parameter holds no word: everything would fit it. What is of a wrong type is complained of elsewhere.
fn is_empty(table: &Table<'_>, name: &str) -> bool {
    let mut unheard = Mistakes::of("");
    let texts = table.texts(name, &mut unheard);
    texts.is_some_and(|(texts, _)| texts.is_empty() || texts.iter().any(|text| text.trim().is_empty()))
}

/// Whether what an item needs, and what that needs, leads back to it.
fn reaches(items: &[(RubricItem, usize)], from: usize, id: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(index) = open.pop() {
        let Some((item, _)) = items.get(index) else { continue };
        for need in &item.item.needs {
            if need == id {
                return true;
            }
            if let Some(next) = items.iter().position(|(item, _)| item.item.id == *need)
                && seen.insert(next)
            {
                open.push(next);
            }
        }
    }
    false
}

/// Where the text of a TOML string begins behind its quotes, where it stands there as it is (no escapes).
fn inside(raw: &str, text: &str) -> Option<usize> {
    let text = text.trim_end_matches('\n');
    raw.find(text)
}

/// A number of points, without zeros that say nothing.
fn number(points: f64) -> String {
    let text = format!("{points:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
