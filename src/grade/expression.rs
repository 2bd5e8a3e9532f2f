//! Expressions in CEL (Common Expression Language) over the facts of a conversation or a file.
//!
//! CEL was chosen over jq because a check is a sentence with a truth value (`smtp.auth.exists(a, a.outcome == "accepted")`),
//! it can neither loop nor fail to end, and its parser tells where each name stands: so names and types are held against
//! the schema of the facts before a capture is read. What a conversation does not have (`tls` of one in clear) makes an
//! expression false there, not an error.

use std::collections::BTreeMap;

use cel::common::ast::operators;
use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, LiteralValue, SelectExpr};
use cel::{Context, IdedExpr, Program, Value};

use crate::dialogue::{Note, Shape, Shapes};

use super::mistake::unknown;

/// Functions of CEL that are of use here; each takes the value in front of its dot, but `size`, which takes either.
const FUNCTIONS: &[&str] = &[
    "all",
    "contains",
    "double",
    "endsWith",
    "exists",
    "exists_one",
    "filter",
    "has",
    "int",
    "map",
    "size",
    "startsWith",
    "string",
];

/// An expression that was held against what it is about.
#[derive(Debug)]
pub(super) struct Expression {
    program: Program,
    /// The first names of what it looks at: `smtp`, `tcp`.
    variables: Vec<String>,
}

/// What is wrong in an expression, and at which byte of it.
pub(super) type Wrong = (usize, Note);

impl Expression {
    /// Parses `text`, an expression over `object`.
    ///
    /// # Errors
    /// Where it is no expression, names what is not there, or compares what is never equal.
    pub(super) fn new(text: &str, object: &str, shapes: &Shapes) -> Result<Self, Vec<Wrong>> {
        let program = Program::compile(text).map_err(|errors| {
            let wrong = errors.errors.iter().map(|error| {
                let note = Note::new("rubric-expression").with("message", error.msg.as_str());
                (byte_of(text, error.pos), note)
            });
            // The parser goes on behind its first complaint, and the others mostly follow from it.
            wrong.take(1).collect::<Vec<_>>()
        })?;
        let mut lint = Lint { program: &program, shapes, scope: Vec::new(), object, wrong: Vec::new() };
        let kind = lint.expression(program.expression());
        if !matches!(kind, Kind::Bool | Kind::Any) && lint.wrong.is_empty() {
            lint.wrong.push((0, Note::new("rubric-not-bool").with("kind", kind.note())));
        }
        if !lint.wrong.is_empty() {
            return Err(lint.wrong);
        }
        let variables = program.references().variables().into_iter().map(str::to_owned).collect();
        Ok(Expression { program, variables })
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
            let row: std::collections::HashMap<String, String> = row.clone().into_iter().collect();
            context.add_variable_from_value(STUDENT, row);
        }
        matches!(self.program.execute(&context), Ok(Value::Bool(true)))
    }

    /// Whether it looks at `variable`.
    pub(super) fn uses(&self, variable: &str) -> bool {
        self.variables.iter().any(|used| used == variable)
    }
}

/// The roster's row.
const STUDENT: &str = "student";

/// The byte at a line (from 1) and column of the parser, which counts both in characters.
fn byte_of(text: &str, (line, column): (isize, isize)) -> usize {
    let line = usize::try_from(line).unwrap_or(1).max(1);
    let column = usize::try_from(column).unwrap_or(0);
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    before + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// What an expression gives.
#[derive(Clone, Debug, PartialEq)]
enum Kind {
    /// It cannot be told.
    Any,
    Bool,
    Number,
    /// Where only some texts are possible, those.
    Text(Vec<String>),
    Null,
    List(Box<Kind>),
    Object(String),
    /// The roster's row: any column.
    Row,
}

impl Kind {
    fn of(shape: &Shape) -> Kind {
        match shape {
            Shape::Any => Kind::Any,
            Shape::Bool => Kind::Bool,
            Shape::Number => Kind::Number,
            Shape::Text(choices) => Kind::Text(choices.clone()),
            Shape::List(item) => Kind::List(Box::new(Kind::of(item))),
            Shape::Object(name) => Kind::Object(name.clone()),
        }
    }

    fn note(&self) -> Note {
        Note::new(match self {
            Kind::Any | Kind::Null => "rubric-kind-any",
            Kind::Bool => "rubric-kind-bool",
            Kind::Number => "rubric-kind-number",
            Kind::Text(_) => "rubric-kind-text",
            Kind::List(_) => "rubric-kind-list",
            Kind::Object(_) | Kind::Row => "rubric-kind-object",
        })
    }

    fn compares(&self, other: &Kind) -> bool {
        match (self, other) {
            (Kind::Any | Kind::Null, _) | (_, Kind::Any | Kind::Null) => true,
            (Kind::Text(_), Kind::Text(_)) | (Kind::List(_), Kind::List(_)) => true,
            (Kind::Object(_) | Kind::Row, Kind::Object(_) | Kind::Row) => true,
            (one, two) => one == two,
        }
    }
}

/// Walks an expression and complains.
struct Lint<'a> {
    program: &'a Program,
    shapes: &'a Shapes,
    /// Names that macros bind, the innermost last.
    scope: Vec<(String, Kind)>,
    object: &'a str,
    wrong: Vec<Wrong>,
}

impl Lint<'_> {
    /// The byte at which what has this id was written.
    fn place(&self, id: u64) -> usize {
        self.program.source_info().offset_for(id).map_or(0, |(start, _)| start as usize)
    }

    fn complain(&mut self, id: u64, note: Note) {
        self.wrong.push((self.place(id), note));
    }

    /// Complains of a member, which stands behind its dot.
    fn complain_of_member(&mut self, id: u64, name: &str, note: Note) {
        let from = self.place(id);
        let found = self.program.source_info().source.get(from..).and_then(|rest| rest.find(name));
        self.wrong.push((from + found.unwrap_or(0), note));
    }

    /// Complains of a function, which stands in front of its parenthesis.
    fn complain_of_function(&mut self, id: u64, name: &str, note: Note) {
        let at = self.place(id);
        let found = self.program.source_info().source.get(..at).and_then(|before| before.rfind(name));
        self.wrong.push((found.unwrap_or(at), note));
    }

    fn expression(&mut self, ided: &IdedExpr) -> Kind {
        match &ided.expr {
            Expr::Unspecified | Expr::Struct(_) => Kind::Any,
            Expr::Map(_) => Kind::Row,
            Expr::Literal(literal) => match literal {
                LiteralValue::Boolean(_) => Kind::Bool,
                LiteralValue::Double(_) | LiteralValue::Int(_) | LiteralValue::UInt(_) => Kind::Number,
                LiteralValue::String(_) => Kind::Text(Vec::new()),
                LiteralValue::Null => Kind::Null,
                LiteralValue::Bytes(_) => Kind::Any,
            },
            Expr::Ident(name) => self.variable(ided.id, name),
            Expr::Select(select) => self.member(ided.id, select),
            Expr::List(list) => {
                let mut item = Kind::Any;
                for element in &list.elements {
                    item = self.expression(element);
                }
                Kind::List(Box::new(item))
            }
            Expr::Call(call) => self.call(ided.id, call),
            Expr::Comprehension(comprehension) => self.comprehension(comprehension),
        }
    }

    fn variable(&mut self, id: u64, name: &str) -> Kind {
        if let Some((_, kind)) = self.scope.iter().rev().find(|(bound, _)| bound == name) {
            return kind.clone();
        }
        if name == STUDENT {
            return Kind::Row;
        }
        let shapes = self.shapes;
        let Some(members) = shapes.0.get(self.object) else { return Kind::Any };
        if let Some(member) = members.get(name) {
            return Kind::of(&member.shape);
        }
        let bound: Vec<&str> = self.scope.iter().map(|(bound, _)| bound.as_str()).collect();
        let known = members.keys().map(String::as_str).chain(bound).chain([STUDENT]);
        let note =
            unknown("rubric-fact", name, known.filter(|known| !known.starts_with('@')).collect::<Vec<_>>());
        self.complain(id, note);
        Kind::Any
    }

    fn member(&mut self, id: u64, select: &SelectExpr) -> Kind {
        let of = self.expression(&select.operand);
        let name = select.field.as_str();
        let kind = match &of {
            Kind::Any => Kind::Any,
            Kind::Row => Kind::Text(Vec::new()),
            Kind::Object(object) => {
                let shapes = self.shapes;
                let Some(members) = shapes.0.get(object) else { return Kind::Any };
                match members.get(name) {
                    Some(member) => Kind::of(&member.shape),
                    None => {
                        let known = members.keys().map(String::as_str);
                        self.complain_of_member(id, name, unknown("rubric-member", name, known));
                        Kind::Any
                    }
                }
            }
            Kind::List(_) => {
                let note = Note::new("rubric-member-of-list").with("name", name);
                self.complain_of_member(id, name, note);
                Kind::Any
            }
            Kind::Bool | Kind::Number | Kind::Text(_) | Kind::Null => {
                let note = Note::new("rubric-no-members").with("name", name).with("kind", of.note());
                self.complain_of_member(id, name, note);
                Kind::Any
            }
        };
        if select.test { Kind::Bool } else { kind }
    }

    fn call(&mut self, id: u64, call: &CallExpr) -> Kind {
        let target = call.target.as_deref().map(|target| self.expression(target));
        let operator = !call.func_name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !operator && !FUNCTIONS.contains(&call.func_name.as_str()) {
            // Its arguments may be names that the right one would bind.
            let name = call.func_name.as_str();
            self.complain_of_function(id, name, unknown("rubric-function", name, FUNCTIONS.iter().copied()));
            return Kind::Any;
        }
        let args: Vec<Kind> = call.args.iter().map(|arg| self.expression(arg)).collect();
        let first = || args.first().cloned().unwrap_or(Kind::Any);
        match call.func_name.as_str() {
            operators::LOGICAL_AND | operators::LOGICAL_OR | operators::LOGICAL_NOT => {
                for (arg, kind) in call.args.iter().zip(&args) {
                    if !matches!(kind, Kind::Bool | Kind::Any) {
                        self.complain(arg.id, Note::new("rubric-not-bool").with("kind", kind.note()));
                    }
                }
                Kind::Bool
            }
            operators::EQUALS
            | operators::NOT_EQUALS
            | operators::LESS
            | operators::LESS_EQUALS
            | operators::GREATER
            | operators::GREATER_EQUALS => {
                self.comparison(id, call, &args);
                Kind::Bool
            }
            operators::IN => {
                if let (Some(one), Some(Kind::List(item))) = (args.first(), args.get(1))
                    && !one.compares(item)
                {
                    self.complain(
                        id,
                        Note::new("rubric-never-equal").with("one", one.note()).with("two", item.note()),
                    );
                }
                Kind::Bool
            }
            operators::ADD
            | operators::SUBSTRACT
            | operators::MULTIPLY
            | operators::DIVIDE
            | operators::MODULO => first(),
            operators::NEGATE => Kind::Number,
            operators::INDEX => match first() {
                Kind::List(item) => *item,
                Kind::Row => Kind::Text(Vec::new()),
                _ => Kind::Any,
            },
            operators::CONDITIONAL => args.get(1).cloned().unwrap_or(Kind::Any),
            operators::NOT_STRICTLY_FALSE => Kind::Bool,
            "size" | "int" | "double" => Kind::Number,
            "string" => Kind::Text(Vec::new()),
            "contains" | "startsWith" | "endsWith" => {
                if let Some(of @ (Kind::List(_) | Kind::Number | Kind::Bool | Kind::Object(_))) = &target {
                    let note = Note::new("rubric-only-text")
                        .with("name", call.func_name.as_str())
                        .with("kind", of.note());
                    self.complain_of_function(id, &call.func_name, note);
                }
                Kind::Bool
            }
            _ => Kind::Any,
        }
    }

    fn comparison(&mut self, id: u64, call: &CallExpr, kinds: &[Kind]) {
        let ([one, two], [a, b]) = (call.args.as_slice(), kinds) else { return };
        if !a.compares(b) {
            self.complain(id, Note::new("rubric-never-equal").with("one", a.note()).with("two", b.note()));
            return;
        }
        for (literal, kind) in [(one, b), (two, a)] {
            if let (Expr::Literal(LiteralValue::String(text)), Kind::Text(choices)) = (&literal.expr, kind) {
                let text = text.inner();
                if !choices.is_empty() && !choices.iter().any(|choice| choice == text) {
                    let note = unknown("rubric-value", text, choices.iter().map(String::as_str));
                    self.complain(literal.id, note);
                }
            }
        }
    }

    /// What `exists`, `all`, `filter` and `map` become.
    fn comprehension(&mut self, comprehension: &ComprehensionExpr) -> Kind {
        let range = self.expression(&comprehension.iter_range);
        let item = match &range {
            Kind::List(item) => (**item).clone(),
            Kind::Any | Kind::Row | Kind::Null => Kind::Any,
            other => {
                let note = Note::new("rubric-no-list").with("kind", other.note());
                self.complain(comprehension.iter_range.id, note);
                Kind::Any
            }
        };
        let result = self.expression(&comprehension.accu_init);
        let bound = self.scope.len();
        self.scope.push((comprehension.iter_var.clone(), item));
        self.scope.push((comprehension.accu_var.clone(), Kind::Any));
        self.expression(&comprehension.loop_step);
        self.scope.truncate(bound);
        match result {
            // `exists_one` counts.
            Kind::Number => Kind::Bool,
            Kind::List(_) => match range {
                // `filter` gives the same items, `map` may give others: which of them it was is not told.
                Kind::List(_) => Kind::List(Box::new(Kind::Any)),
                _ => Kind::Any,
            },
            other => other,
        }
    }
}
