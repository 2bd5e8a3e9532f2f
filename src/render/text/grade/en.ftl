# Marks
marks-student = student
marks-name = name
marks-total = total
marks-remark = remark
marks-mean = mean
marks-and = {" "}and{" "}
marks-and-more = { $names } and { $count } more
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
marks-passed = {" "}(passed; { $pass } points are needed)
marks-not-passed = {" "}(not passed; { $pass } points are needed)
marks-item = { $name } { $points }/{ $of }, { $state }
marks-file =
    { $name }, { $frames ->
        [one] 1 frame
       *[other] { $frames } frames
    }
marks-files = What was handed in
marks-stranger = not in the roster
marks-nothing = nothing was handed in
marks-no-capture = no file is a capture that can be read
marks-hidden = Further checks
marks-warnings = Please note
marks-wireshark = in Wireshark: { $filter }

# What is wrong with a file
marks-file-keylog =
    { $count ->
        [one] a key log with 1 secret; the captures are read with it
       *[other] a key log with { $count } secrets; the captures are read with it
    }
marks-file-private-key = a private key
marks-file-empty = the file is empty; was the capture saved? In Wireshark: File > Save As, type pcapng
marks-file-no-frames = the file holds no frames; start the capture, send the mail, then stop and save
marks-file-no-capture =
    no capture but { $kind ->
        [archive] an archive that is not opened; hand in the capture itself, or a zip
        [picture] a picture; hand in the capture, not a screenshot
        [document] a document; hand in the capture, not the report
        [export] a list of packets exported as text; save the capture: File > Save As, type pcapng
        [zeros] a file of zero bytes; capture again, or copy the file again
        [text] a text; save the capture: File > Save As, type pcapng
        [other-capture] a capture of another kind; open it in Wireshark and save it as pcapng
       *[other] something else; save the capture: File > Save As, type pcapng
    }
marks-file-unreadable = it cannot be read ({ $why })
marks-file-bug = wiretale has a bug and could not go on here; please report it with this file
marks-file-link = a link to another file; hand in the file itself
marks-file-special = neither a file nor a folder
marks-file-deep = in too many folders
marks-file-encrypted = encrypted with a password in the archive; pack it without one
marks-file-method = packed by a method that is not read ({ $method }); pack it as an ordinary zip
marks-file-large = too large: { $size } bytes, { $most } are allowed
marks-file-bomb = refused: { $packed } bytes that claim to hold { $size } are no capture
marks-file-overlap = refused: it shares its bytes with another file of the archive
marks-file-path = refused: its name leads out of the archive
marks-file-name = refused: its name is too long
marks-zip-damaged = the archive is damaged; nothing in it can be read
marks-zip-cut = the archive is cut or damaged; what was found in it is used
marks-zip-duplicates = several files in the archive have the same name; the last of them is used
marks-zip-empty = the archive is empty
marks-zip-deep = an archive in an archive in an archive; only { $most } are opened
marks-zip-entries = the archive has { $count } files, more than { $most }; it is not opened
marks-zip-total = the archive holds more than { $most } bytes in all; this file is left out
marks-warn-password =
    { $count ->
        [one] the capture holds a password in clear: whoever has the file has the password. Change it
       *[other] the captures hold a password in clear, in { $count } logins: whoever has the files has the password. Change it
    }
marks-warn-keylog = a key log was handed in: whoever has it and the capture can read what was encrypted. Use it for the lab only
marks-warn-private-key = a private key was handed in: whoever has it can pass for the server. Replace it
