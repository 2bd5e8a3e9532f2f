# Marks
grade-student = student
grade-name = name
grade-total = total
grade-remark = remark
grade-mean = mean
grade-and = {" "}and{" "}
grade-state-passed = passed
grade-state-partial = partial credit
grade-state-undecided = cannot be decided
grade-state-failed = failed
grade-state-skipped = skipped
grade-legend-failed = 0 failed
grade-legend-undecided = ? cannot be decided from these files (0 points)
grade-legend-skipped = - skipped, needs { $items }
grade-legend-pass = { $below } of { $all } below { $pass }
grade-alike = note: { $students } hold the same { $frames } frames ({ $names })
grade-needs = needs { $items }
grade-found = { $what } ({ $places })
grade-expected = expected: { $text }
grade-actual = found: { $text }
grade-hint = what to do: { $text }
grade-total-of = { $points } / { $of } points
grade-passed = passed; { $pass } points are needed
grade-not-passed = not passed; { $pass } points are needed
grade-file =
    { $name }, { $frames ->
        [one] 1 frame
       *[other] { $frames } frames
    }
grade-files = What was handed in
grade-nothing = nothing was handed in
grade-no-capture = no file is a capture that can be read
grade-hidden = Further checks
grade-warnings = Please note
grade-wireshark = in Wireshark:
