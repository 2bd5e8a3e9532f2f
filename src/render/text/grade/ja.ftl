# 成績
grade-student = 学生
grade-name = 氏名
grade-total = 合計
grade-remark = 備考
grade-mean = 平均
grade-and = {" "}と{" "}
grade-state-passed = 合格
grade-state-partial = 部分点
grade-state-undecided = 判定不能
grade-state-failed = 不合格
grade-state-skipped = 省略
grade-legend-failed = 0 不合格
grade-legend-undecided = ? これらのファイルからは判定できない（0 点）
grade-legend-skipped = - 省略、先に { $items } が必要
grade-legend-pass = { $all } 人中 { $below } 人が { $pass } 点未満
grade-alike = 注意：{ $students } のキャプチャファイルは同じ { $frames } フレームを含む（{ $names }）
grade-needs = 先に { $items } が必要
grade-found = { $what }（{ $places }）
grade-expected = 期待：{ $text }
grade-actual = 実際：{ $text }
grade-hint = 対処：{ $text }
grade-total-of = { $points } / { $of } 点
grade-passed = 合格、合格点は { $pass } 点
grade-not-passed = 不合格、合格点は { $pass } 点
grade-file =
    { $name }、{ $frames ->
       *[other] { $frames } フレーム
    }
grade-files = 提出されたファイル
grade-nothing = 提出がない
grade-no-capture = 読み取れるキャプチャファイルがない
grade-hidden = その他の検査
grade-warnings = 注意事項
grade-wireshark = Wireshark では：
