# Marks
marks-student = student
marks-name = name
marks-total = total
marks-remark = remark
marks-mean = mean
marks-and = {" "}and{" "}
marks-state-passed = passed
marks-state-partial = partial credit
marks-state-undecided = cannot be decided
marks-state-failed = failed
marks-state-skipped = skipped
marks-legend-failed = 0 failed
marks-legend-undecided = ? cannot be decided from these files (0 points)
marks-legend-skipped = - skipped, needs { $items }
marks-legend-pass = { $below } of { $all } below { $pass }
marks-alike = note: { $students } hold the same { $frames } frames ({ $names })
marks-needs = needs { $items }
marks-found = { $what } ({ $places })
marks-expected = expected: { $text }
marks-actual = found: { $text }
marks-hint = what to do: { $text }
marks-total-of = { $points } / { $of } points
marks-passed = passed; { $pass } points are needed
marks-not-passed = not passed; { $pass } points are needed
marks-file =
    { $name }, { $frames ->
        [one] 1 frame
       *[other] { $frames } frames
    }
marks-files = What was handed in
marks-nothing = nothing was handed in
marks-no-capture = no file is a capture that can be read
marks-hidden = Further checks
marks-warnings = Please note
marks-wireshark = in Wireshark:
