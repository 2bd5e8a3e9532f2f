//! Archives: names, tricks, bombs, damage.

use super::*;

#[test]
fn names_are_utf_8_or_gbk() {
    let folder = Folder::new("gbk");
    let utf8 = "李四/抓包.pcapng".as_bytes();
    let archive = by_hand(&[
        (b"\xd5\xc5\xc8\xfd/\xd7\xa5\xb0\xfc.pcapng", 0, b"x", 1, 0),
        (utf8, 0, b"x", 1, 0),
        ("王五/抓包.pcapng".as_bytes(), 1 << 11, b"x", 1, 0),
        (b"\xff\xff/a.pcapng", 0, b"x", 1, 0),
        (b"back\\slash.pcapng", 0, b"x", 1, 0),
    ]);
    let path = folder.put("gbk.zip", &archive);
    let (students, _) = shown(&[path], None);
    assert_eq!(
        students,
        [
            "back: slash.pcapng",
            "张三: 抓包.pcapng",
            "李四: 抓包.pcapng",
            "王五: 抓包.pcapng",
            "\u{fffd}\u{fffd}: a.pcapng"
        ]
    );
}

#[test]
fn tricks_with_paths_links_and_passwords_are_refused_and_the_rest_is_read() {
    let folder = Folder::new("tricks");
    let link = 0o120_777 << 16;
    let archive = by_hand(&[
        (b"s01/../../etc/passwd", 0, b"x", 1, 0),
        (b"/etc/shadow", 0, b"x", 1, 0),
        (b"C:\\windows\\a.pcapng", 0, b"x", 1, 0),
        (b"s02/link.pcapng", 0, b"/etc/passwd", 11, link),
        (b"s02/secret.pcapng", 1, b"x", 1, 0),
        (b"s02/good.pcapng", 0, b"good", 4, 0),
        (b"", 0, b"x", 1, 0),
    ]);
    let path = folder.put("tricks.zip", &archive);
    let (students, _) = shown(std::slice::from_ref(&path), None);
    assert_eq!(
        students,
        [
            "?: ? (marks-zip-damaged)",
            "C:: windows/a.pcapng (marks-file-path)",
            "etc: shadow (marks-file-path)",
            "s01: etc/passwd (marks-file-path)",
            "s02: good.pcapng, link.pcapng (marks-file-link), secret.pcapng (marks-file-encrypted)",
        ]
        .map(|line| line.replace("? (marks-zip-damaged)", "?"))
    );
    let walk = walk(&[path]);
    let good = walk.found.iter().find(|found| found.names.concat().ends_with("good.pcapng")).unwrap();
    let mut text = String::new();
    let place = good.place.as_ref().unwrap();
    place.open(|file| Box::new(file)).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "good");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_refused() {
    let folder = Folder::new("links");
    folder.put("class/s01/a.pcapng", b"x");
    std::os::unix::fs::symlink("/etc/passwd", folder.path("class/s01/b.pcapng")).unwrap();
    std::os::unix::fs::symlink("..", folder.path("class/s01/again")).unwrap();
    let (students, _) = shown(&[folder.path("class")], None);
    assert_eq!(students, ["s01: a.pcapng, again (marks-file-link), b.pcapng (marks-file-link)"]);
}

#[test]
fn bombs_are_refused_by_what_they_say_and_stopped_where_they_lie() {
    let folder = Folder::new("bombs");
    let zeros = vec![0; 66 << 20];
    let deep = (0..5).fold(packed(&[("a.pcapng", b"x")]), |inner, _| packed(&[("again.zip", &inner)]));
    let archive = packed(&[("s01/zeros.pcapng", &zeros), ("s02/good.pcapng", b"x"), ("s03/deep.zip", &deep)]);
    let path = folder.put("bomb.zip", &archive);
    let (students, _) = shown(&[path], None);
    assert_eq!(
        students,
        [
            "s01: zeros.pcapng (marks-file-bomb)",
            "s02: good.pcapng",
            "s03: deep/again/again.zip (marks-zip-deep)",
        ]
    );
    // Says one byte and holds more: one byte is read, and the rest is an error.
    let lies = by_hand(&[(b"s01/lies.pcapng", 0, b"more than one byte", 1, 0)]);
    let path = folder.put("lies.zip", &lies);
    let walk = walk(&[path]);
    let mut text = Vec::new();
    let place = walk.found[0].place.as_ref().unwrap();
    let error = place.open(|file| Box::new(file)).unwrap().read_to_end(&mut text).unwrap_err();
    assert_eq!((text.as_slice(), error.kind()), (&b"m"[..], std::io::ErrorKind::InvalidData));
}

#[test]
fn entries_that_share_bytes_are_refused_but_for_the_first() {
    let folder = Folder::new("overlap");
    let mut archive = by_hand(&[(b"s01/a.pcapng", 0, b"xxxx", 4, 0), (b"s02/b.pcapng", 0, b"xxxx", 4, 0)]);
    // The second entry of the directory is turned to the first one's bytes.
    let at = archive.windows(12).rposition(|window| window == b"s02/b.pcapng").unwrap();
    archive[at - 4..at].copy_from_slice(&[0; 4]);
    let path = folder.put("overlap.zip", &archive);
    let (students, _) = shown(&[path], None);
    assert_eq!(students, ["s01: a.pcapng", "s02: b.pcapng (marks-file-overlap)"]);
}

#[test]
fn an_archive_with_too_many_entries_is_not_looked_into() {
    let folder = Folder::new("many");
    let many = vec![(&b"s01/a"[..], 0u16, &b""[..], 0u32, 0u32); MAX_ENTRIES as usize + 1];
    folder.put("class/s02/a.pcapng", b"x");
    folder.put("class/s01/many.zip", &by_hand(&many));
    let (students, _) = shown(&[folder.path("class")], None);
    assert_eq!(students, ["s01: many (marks-zip-entries)", "s02: a.pcapng"]);
}

#[test]
fn of_an_archive_that_was_cut_what_is_there_is_read() {
    let folder = Folder::new("cut");
    let body: Vec<u8> =
        (0..40_000u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let whole = packed(&[("s01/a.pcapng", b"good"), ("s02/b.pcapng", &body), ("s03/c.pcapng", b"x")]);
    let path = folder.put("cut.zip", &whole[..whole.len() / 2]);
    let walk = walk(std::slice::from_ref(&path));
    assert_eq!(walk.amiss[0].1.key, "marks-zip-cut");
    let read = |index: usize| {
        let mut bytes = Vec::new();
        let place = walk.found[index].place.as_ref().unwrap();
        let result = place.open(|file| Box::new(file)).unwrap().read_to_end(&mut bytes);
        (result.is_ok(), bytes)
    };
    assert_eq!(read(0), (true, b"good".to_vec()));
    assert!(body.starts_with(&read(1).1) && read(1).1.len() > 1000, "the second as far as it goes");
    assert_eq!(walk.found.len(), 2);
    let path = folder.put("class/s01/noise.zip", b"PK\x03\x04 and nothing that follows");
    assert_eq!(shown(&[path], None).0, ["noise: noise.zip (marks-zip-damaged)"]);
}

/// Whatever bytes are behind the signature.
#[test]
fn no_archive_stops_the_walk() {
    let folder = Folder::new("noise");
    let good = packed(&[
        ("s01/a.pcapng", b"good"),
        ("s02/b.pcapng", &[7; 5000]),
        ("s03/c.zip", &packed(&[("x", b"y")])),
    ]);
    let mut seed = 1u32;
    for _ in 0..400 {
        let mut bytes = good.clone();
        for _ in 0..4 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] = (seed >> 24) as u8;
        }
        let path = folder.put("noise.zip", &bytes);
        for found in walk(&[path]).found {
            if let Ok(place) = found.place {
                let mut out = Vec::new();
                if let Ok(reader) = place.open(|file| Box::new(file)) {
                    let _ = reader.take(1 << 20).read_to_end(&mut out);
                }
            }
        }
    }
}

#[test]
fn a_file_that_was_changed_in_the_archive_is_an_error_at_its_end() {
    let folder = Folder::new("crc");
    let mut archive = by_hand(&[(b"s01/a.pcapng", 0, b"contents", 8, 0)]);
    let at = archive.windows(8).position(|window| window == b"contents").unwrap();
    archive[at] = b'C';
    let path = folder.put("crc.zip", &archive);
    let walk = walk(&[path]);
    let mut text = Vec::new();
    let place = walk.found[0].place.as_ref().unwrap();
    let error = place.open(|file| Box::new(file)).unwrap().read_to_end(&mut text).unwrap_err();
    assert_eq!((text.as_slice(), error.kind()), (&b"Contents"[..], std::io::ErrorKind::InvalidData));
}
