//! A rubric: items with points, each with checks.

use std::collections::BTreeSet;

use ::toml::de::DeTable;

use crate::dialogue::{Item, Messages, Note, Shapes, Wanted, Words};

use super::checks::Check;
use super::expression::Expression;
use super::mistake::{Mistake, Mistakes};
use super::params::Params;
use super::reader::Reader;
use super::toml::Table;

/// A rubric that was found to be in order.
#[derive(Debug)]
pub struct Rubric {
    pub(super) title: Words,
    pub(super) pass: Option<f64>,
    pub(super) items: Vec<RubricItem>,
}

/// An item with its checks.
#[derive(Debug)]
pub(super) struct RubricItem {
    pub(super) item: Item,
    pub(super) credit: Credit,
    pub(super) checks: Vec<RubricCheck>,
}

/// How the checks of an item make its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Credit {
    /// Each brings its own.
    Sum,
    /// All or none.
    All,
    /// The best of them counts.
    Best,
}

/// A check with what the rubric told it.
#[derive(Debug)]
pub(super) struct RubricCheck {
    pub(super) points: f64,
    pub(super) by: By,
    pub(super) expected: Option<Words>,
    pub(super) hint: Option<Words>,
}

/// What decides.
#[derive(Debug)]
pub(super) enum By {
    /// A ready-made check.
    Ready(&'static Check, Params),
    /// An expression that must hold for so many conversations.
    When(Expression, u64),
    /// An expression that must hold for a file.
    File(Expression),
}

impl Rubric {
    /// Reads a rubric. `shapes` are the facts that expressions may look at.
    ///
    /// # Errors
    /// All that is wrong with it, in the order of the text.
    pub fn parse(text: &str, shapes: &Shapes) -> Result<Rubric, Vec<Mistake>> {
        let mut mistakes = Mistakes::of(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            mistakes.add(at, Note::new("rubric-toml").with("message", error.message()));
        }
        if !errors.is_empty() {
            return Err(mistakes.all());
        }
        let table = Table::new(table.get_ref(), 0);
        let mut reader = Reader { mistakes, shapes };
        let rubric = reader.rubric(&table);
        let mistakes = reader.mistakes.all();
        if mistakes.is_empty() { Ok(rubric) } else { Err(mistakes) }
    }

    /// Its title.
    pub fn title(&self) -> &Words {
        &self.title
    }

    /// Points under which nobody passes.
    pub fn pass(&self) -> Option<f64> {
        self.pass
    }

    /// Its items.
    pub fn items(&self) -> Vec<Item> {
        self.items.iter().map(|item| item.item.clone()).collect()
    }

    /// How many checks its items have.
    pub fn check_count(&self) -> usize {
        self.checks().count()
    }

    /// The columns that a roster must have for it.
    pub fn columns(&self) -> BTreeSet<&str> {
        let mut columns = BTreeSet::new();
        for check in self.checks() {
            match &check.by {
                By::Ready(_, params) => columns.extend(params.columns()),
                By::When(expression, _) | By::File(expression) => columns.extend(expression.columns()),
            }
        }
        columns
    }

    /// `wanted` with what its checks look at.
    pub fn wanted(&self, wanted: Wanted) -> Wanted {
        let ready = |ids: &[&str]| {
            self.checks().any(|check| matches!(&check.by, By::Ready(ready, _) if ids.contains(&ready.id)))
        };
        let expressions =
            |name: &str| self.checks().any(|check| matches!(&check.by, By::When(it, _) if it.uses(name)));
        Wanted {
            messages: if ready(&["attachment"]) || expressions("messages") {
                Messages::Hashed
            } else {
                Messages::Summary
            },
            steps: true,
            facts: true,
            words: false,
            more: false,
            checks: ready(&["tls-certificate"]) || expressions("tls"),
            reveal: false,
            ..wanted
        }
    }

    fn checks(&self) -> impl Iterator<Item = &RubricCheck> {
        self.items.iter().flat_map(|item| &item.checks)
    }

    /// Whether some expression looks at this member of a conversation.
    pub fn looks_at(&self, member: &str) -> bool {
        self.checks().any(|check| matches!(&check.by, By::When(it, _) if it.uses(member)))
    }

    /// Whether some check is an expression, which needs the facts as they are printed.
    pub fn has_expressions(&self) -> bool {
        self.checks().any(|check| !matches!(check.by, By::Ready(..)))
    }
}
