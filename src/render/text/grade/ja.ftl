# 成績
marks-student = 学生
marks-name = 氏名
marks-total = 合計
marks-remark = 備考
marks-mean = 平均
marks-and = {" "}と{" "}
marks-state-passed = 合格
marks-state-partial = 部分点
marks-state-undecided = 判定不能
marks-state-failed = 不合格
marks-state-skipped = 省略
marks-legend-failed = 0 不合格
marks-legend-undecided = ? これらのファイルからは判定できない（0 点）
marks-legend-skipped = - 省略、先に { $items } が必要
marks-legend-pass = { $all } 人中 { $below } 人が { $pass } 点未満
marks-alike = 注意：{ $students } のキャプチャファイルは同じ { $frames } フレームを含む（{ $names }）
marks-needs = 先に { $items } が必要
marks-found = { $what }（{ $places }）
marks-expected = 期待：{ $text }
marks-actual = 実際：{ $text }
marks-hint = 対処：{ $text }
marks-total-of = { $points } / { $of } 点
marks-passed = 合格、合格点は { $pass } 点
marks-not-passed = 不合格、合格点は { $pass } 点
marks-file =
    { $name }、{ $frames ->
       *[other] { $frames } フレーム
    }
marks-files = 提出されたファイル
marks-nothing = 提出がない
marks-no-capture = 読み取れるキャプチャファイルがない
marks-hidden = その他の検査
marks-warnings = 注意事項
marks-wireshark = Wireshark では：
