//! Expressions in CEL (Common Expression Language) over the facts of a conversation or a file.
//!
//! CEL was chosen over jq because a check is a sentence with a truth value (`smtp.auth.exists(a, a.outcome == "accepted")`),
//! it can neither loop nor fail to end, and its parser tells where each name stands: so names and types are held against
//! the schema of the facts before a capture is read. What a conversation does not have (`tls` of one in clear) makes an
//! expression false there, not an error.

use std::collections::{BTreeMap, BTreeSet};

use cel::{Context, Program, Value};

use crate::dialogue::{Note, Shapes};

use super::lint::{Kind, Lint, Wrong};

/// An expression that was held against what it is about.
#[derive(Debug)]
pub(super) struct Expression {
    program: Program,
    /// The first names of what it looks at: `smtp`, `tcp`.
    variables: Vec<String>,
    /// The columns of the roster without which it says nothing; one that it asks for with `has` may be missing.
    columns: BTreeSet<String>,
}

impl Expression {
    /// Parses `text`, an expression over `object`.
    ///
    /// # Errors
    /// Where it is no expression, names what is not there, or compares what is never equal.
    pub(super) fn new(text: &str, object: &str, shapes: &Shapes) -> Result<Self, Vec<Wrong>> {
        if let Some(at) = too_deep(text) {
            return Err(vec![(at, Note::new("rubric-deep"))]);
        }
        let program = compiled(text).map_err(|errors| {
            let wrong = errors.errors.iter().map(|error| {
                let note = Note::new("rubric-expression").with("message", error.msg.as_str());
                (byte_of(text, error.pos), note)
            });
            // The parser goes on behind its first complaint, and the others mostly follow from it.
            wrong.take(1).collect::<Vec<_>>()
        })?;
        let mut lint = Lint::new(&program, shapes, object);
        let kind = lint.expression(program.expression());
        if !matches!(kind, Kind::Bool | Kind::Any) && lint.wrong.is_empty() {
            lint.wrong.push((0, Note::new("rubric-not-bool").with("kind", kind.note())));
        }
        if !lint.wrong.is_empty() {
            return Err(lint.wrong);
        }
        let columns = lint.columns();
        let variables = program.references().variables().into_iter().map(str::to_owned).collect();
        Ok(Expression { program, variables, columns })
    }

    /// Whether it holds. `facts` is the object that it is about.
    pub(super) fn holds(&self, facts: &Value, row: &BTreeMap<String, String>) -> bool {
        let mut context = Context::default();
        if let Value::Map(members) = facts {
            for variable in &self.variables {
                let key = cel::objects::Key::from(variable.as_str());
                if let Some(value) = members.get(&key) {
                    context.add_variable_from_value(variable.as_str(), value.clone());
                }
            }
        }
        if self.variables.iter().any(|variable| variable == STUDENT) {
            // An empty cell is no value: every text contains it.
            let filled = row.iter().filter(|(_, cell)| !cell.trim().is_empty());
            let row: std::collections::HashMap<String, String> =
                filled.map(|(name, cell)| (name.clone(), cell.trim().to_owned())).collect();
            context.add_variable_from_value(STUDENT, row);
        }
        matches!(self.program.execute(&context), Ok(Value::Bool(true)))
    }

    /// The columns of the roster that it needs.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str)
    }

    /// The first of them that has no value in this row.
    pub(super) fn lacks(&self, row: &BTreeMap<String, String>) -> Option<&str> {
        self.columns().find(|column| row.get(*column).is_none_or(|cell| cell.trim().is_empty()))
    }

    /// Whether it looks at `variable`.
    pub(super) fn uses(&self, variable: &str) -> bool {
        self.variables.iter().any(|used| used == variable)
    }
}

/// The roster's row.
pub(super) const STUDENT: &str = "student";

/// What the parser needs of stack for [`MAX_NESTED`] brackets, and more: up to 200 kB for each.
const STACK: usize = 16 << 20;

/// Parses on a stack that is large enough, whatever the system gives to the thread that asks.
fn compiled(text: &str) -> Result<Program, cel::ParseErrors> {
    std::thread::scope(|scope| {
        let parser = std::thread::Builder::new().stack_size(STACK);
        let parsed = parser.spawn_scoped(scope, || Program::compile(text)).ok().and_then(|it| it.join().ok());
        parsed.unwrap_or_else(|| Program::compile(text))
    })
}

/// Brackets in brackets, and signs that join one term to the next, at most. The parser and what runs it call themselves
/// for each, on the stack.
const MAX_NESTED: usize = 24;
const MAX_JOINED: usize = 60;

/// Where an expression becomes one that would need more stack than there is. What is in quotes is no part of it.
fn too_deep(text: &str) -> Option<usize> {
    let (mut nested, mut joined, mut quote, mut escaped) = (0usize, 0usize, None, false);
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), _) => quote = Some(open).filter(|open| *open != letter),
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(' | '[' | '{') => (nested, joined) = (nested + 1, joined + 1),
            (None, ')' | ']' | '}') => nested = nested.saturating_sub(1),
            // Of these the parser makes a tree that is no deeper than one of them.
            (None, '&' | '|') if nested == 0 => joined = 0,
            (None, '.' | '+' | '-' | '*' | '/' | '%' | '!' | '?' | '=' | '<' | '>') => joined += 1,
            // `in` stands between blanks or brackets.
            (None, 'i')
                if !before.is_alphanumeric()
                    && text.get(at + 1..).is_some_and(|rest| rest.starts_with("n ")) =>
            {
                joined += 1;
            }
            (None, _) => {}
        }
        before = letter;
        if nested > MAX_NESTED || joined > MAX_JOINED {
            return Some(at);
        }
    }
    None
}

/// The byte at a line (from 1) and column of the parser, which counts both in characters.
fn byte_of(text: &str, (line, column): (isize, isize)) -> usize {
    let line = usize::try_from(line).unwrap_or(1).max(1);
    let column = usize::try_from(column).unwrap_or(0);
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    before + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}
