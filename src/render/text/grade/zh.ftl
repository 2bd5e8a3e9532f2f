# 成绩
marks-student = 学生
marks-name = 姓名
marks-total = 总分
marks-remark = 说明
marks-mean = 平均
marks-and = {" "}和{" "}
marks-state-passed = 通过
marks-state-partial = 部分得分
marks-state-undecided = 无法判断
marks-state-failed = 未通过
marks-state-skipped = 跳过
marks-legend-failed = 0 未通过
marks-legend-undecided = ? 从这些文件无法判断（0 分）
marks-legend-skipped = - 跳过，需要先通过 { $items }
marks-legend-pass = { $all } 人中有 { $below } 人低于 { $pass } 分
marks-alike = 注意：{ $students } 的捕获文件有相同的 { $frames } 帧（{ $names }）
marks-needs = 需要先通过 { $items }
marks-found = { $what }（{ $places }）
marks-expected = 期望：{ $text }
marks-actual = 实际：{ $text }
marks-hint = 建议：{ $text }
marks-total-of = { $points } / { $of } 分
marks-passed = 合格，合格线为 { $pass } 分
marks-not-passed = 不合格，合格线为 { $pass } 分
marks-file =
    { $name }，{ $frames ->
       *[other] { $frames } 帧
    }
marks-files = 提交的文件
marks-nothing = 没有提交
marks-no-capture = 没有可以读取的捕获文件
marks-hidden = 其他检查
marks-warnings = 请注意
marks-wireshark = 在 Wireshark 中：
