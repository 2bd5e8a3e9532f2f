//! Names and types of an expression, held against the schema of the facts.

use std::collections::BTreeSet;

use cel::common::ast::operators;
use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, LiteralValue, SelectExpr};
use cel::{IdedExpr, Program};

use crate::dialogue::{Note, Shape, Shapes};

use super::expression::STUDENT;
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

/// What is wrong in an expression, and at which byte of it.
pub(super) type Wrong = (usize, Note);

/// What an expression gives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
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

    pub(super) fn note(&self) -> Note {
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
pub(super) struct Lint<'a> {
    program: &'a Program,
    shapes: &'a Shapes,
    /// Names that macros bind, the innermost last.
    scope: Vec<(String, Kind)>,
    object: &'a str,
    pub(super) wrong: Vec<Wrong>,
    /// Columns of the roster that are read, and those that are asked for first.
    columns: BTreeSet<String>,
    optional: BTreeSet<String>,
}

impl<'a> Lint<'a> {
    /// Of `program`, an expression over `object`.
    pub(super) fn new(program: &'a Program, shapes: &'a Shapes, object: &'a str) -> Self {
        Lint {
            program,
            shapes,
            scope: Vec::new(),
            object,
            wrong: Vec::new(),
            columns: BTreeSet::new(),
            optional: BTreeSet::new(),
        }
    }

    /// The columns without which the expression says nothing.
    pub(super) fn columns(&self) -> BTreeSet<String> {
        self.columns.difference(&self.optional).cloned().collect()
    }

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

    /// What an expression gives; what is wrong in it is kept.
    pub(super) fn expression(&mut self, ided: &IdedExpr) -> Kind {
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
        if of == Kind::Row && is_student(&select.operand) {
            let columns = if select.test { &mut self.optional } else { &mut self.columns };
            columns.insert(name.to_owned());
        }
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
                if let [name, of] = call.args.as_slice()
                    && is_student(of)
                    && let Expr::Literal(LiteralValue::String(name)) = &name.expr
                {
                    self.optional.insert(name.inner().to_owned());
                }
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
                Kind::Row => {
                    if let [of, name] = call.args.as_slice()
                        && is_student(of)
                        && let Expr::Literal(LiteralValue::String(name)) = &name.expr
                    {
                        self.columns.insert(name.inner().to_owned());
                    }
                    Kind::Text(Vec::new())
                }
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

fn is_student(of: &IdedExpr) -> bool {
    matches!(&of.expr, Expr::Ident(name) if name == STUDENT)
}
