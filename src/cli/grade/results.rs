//! Where marks go: standard output, and files for each student.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, bail};

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Marks, Student};
use crate::render::{Sheet, points};

use super::super::{complain, names, settings};
use super::args::{GradeArgs, GradeFormat};

/// Whether a format is about one student.
fn is_of_one(format: GradeFormat) -> bool {
    matches!(format, GradeFormat::Gradescope | GradeFormat::Classroom | GradeFormat::Check50)
}

/// Finds out before the work is done whether its results have a place to go.
pub(super) fn check(args: &GradeArgs, students: usize) -> anyhow::Result<()> {
    if is_of_one(args.format) && students != 1 && args.output.is_none() {
        bail!(
            "this format is about one student, and there are {students}; name a folder with --output DIR, for \
             DIR/ID/results.json"
        );
    }
    if args.output.is_some() && !is_of_one(args.format) {
        bail!("--output is for the formats gradescope, classroom and check50; others go to standard output");
    }
    for folder in args.output.iter().chain(&args.feedback) {
        fs::create_dir_all(folder)
            .with_context(|| format!("{}: the folder cannot be made", folder.display()))?;
    }
    Ok(())
}

/// What Moodle calls the most that it takes, in its language packs.
const MOST: [&str; 5] = ["Maximum Grade", "Maximum grade", "最高成绩", "最高分", "最大評点"];

/// Says so where the worksheet allows fewer points than the rubric has: Moodle leaves out grades above its own maximum.
fn compare_maximum(marks: &Marks) {
    let most =
        marks.students.iter().flat_map(|student| MOST.iter().filter_map(|name| student.row.get(*name)));
    let most = most.filter_map(|cell| cell.replace(',', ".").parse::<f64>().ok()).fold(f64::NAN, f64::max);
    if most < marks.points() {
        complain(&format!(
            "the worksheet's maximum grade is {}, and the rubric has {} points: Moodle does not take grades above its \
             maximum; give the assignment as many",
            points(most),
            points(marks.points())
        ));
    }
}

/// Prints and writes everything.
pub(super) fn print(
    args: &GradeArgs,
    rubric: &str,
    marks: &Marks,
    catalogs: &[Catalog],
    usual: Lang,
) -> anyhow::Result<()> {
    let sheet = Sheet::new(marks, catalogs, usual).context("there are no texts")?;
    let files = file_names(&marks.students);
    if let Some(folder) = &args.feedback {
        for (student, name) in marks.students.iter().zip(&files) {
            write(&folder.join(format!("{name}.md")), &sheet.feedback(student))?;
        }
    }
    let of_one = |student: &Student| match args.format {
        GradeFormat::Classroom => sheet.classroom(student),
        GradeFormat::Check50 => sheet.check50(student, rubric),
        _ => sheet.gradescope(student),
    };
    let look = settings::look(&args.look);
    if args.format == GradeFormat::Moodle {
        compare_maximum(marks);
    }
    let text = match (args.format, &args.output, marks.students.as_slice()) {
        (format, Some(folder), students) if is_of_one(format) => {
            for (student, name) in students.iter().zip(&files) {
                let folder = folder.join(name);
                let made = fs::create_dir_all(&folder);
                made.with_context(|| format!("{}: the folder cannot be made", folder.display()))?;
                write(&folder.join("results.json"), &of_one(student))?;
            }
            String::new()
        }
        (format, None, [student]) if is_of_one(format) => of_one(student),
        (GradeFormat::Csv, ..) => sheet.csv(),
        (GradeFormat::Json, ..) => sheet.json(),
        (GradeFormat::Markdown, ..) => sheet.markdown(),
        (GradeFormat::Junit, ..) => sheet.junit(),
        (GradeFormat::Moodle, ..) => sheet.moodle(),
        (_, _, [student]) => sheet.student(student, look),
        (_, _, students) => {
            let mut text = sheet.table(look);
            if args.look.verbose > 0 {
                for student in students {
                    text.push('\n');
                    text.push_str(&sheet.student(student, look));
                }
            }
            text
        }
    };
    let mut out = io::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("{}: writing failed", path.display()))
}

/// A name of a file or folder for each student: the id, as far as it is one; of two that would be the same, the second has
/// a number.
fn file_names(students: &[Student]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let name = |student: &Student| {
        // An id with a slash in it is one id.
        let whole = names::file_name(&student.id.replace(['/', '\\'], "_"));
        let mut name = whole.clone();
        let mut number = 1;
        // Some file systems know no capitals.
        while !taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{whole}-{number}");
        }
        name
    };
    students.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use crate::dialogue::Student;

    #[test]
    fn every_student_has_a_file_of_their_own_below_the_folder() {
        let ids =
            ["s01", "S01", "../../etc/passwd", "a/b", "a\\b", "", "CON", "张三", "x\u{202e}\n", "s01-2"];
        let students: Vec<Student> =
            ids.iter().map(|id| Student { id: (*id).to_owned(), ..Student::default() }).collect();
        assert_eq!(
            super::file_names(&students),
            ["s01", "S01-2", "_._etc_passwd", "a_b", "a_b-2", "unnamed", "_CON", "张三", "x_", "s01-2-2"]
        );
    }
}
