# 成绩
grade-student = 学生
grade-name = 姓名
grade-total = 总分
grade-remark = 说明
grade-mean = 平均
grade-and = {" "}和{" "}
grade-state-passed = 通过
grade-state-partial = 部分得分
grade-state-undecided = 无法判断
grade-state-failed = 未通过
grade-state-skipped = 跳过
grade-legend-failed = 0 未通过
grade-legend-undecided = ? 从这些文件无法判断（0 分）
grade-legend-skipped = - 跳过，需要先通过 { $items }
grade-legend-pass = { $all } 人中有 { $below } 人低于 { $pass } 分
grade-alike = 注意：{ $students } 的捕获文件有相同的 { $frames } 帧（{ $names }）
grade-needs = 需要先通过 { $items }
grade-found = { $what }（{ $places }）
grade-expected = 期望：{ $text }
grade-actual = 实际：{ $text }
grade-hint = 建议：{ $text }
grade-total-of = { $points } / { $of } 分
grade-passed = 合格，合格线为 { $pass } 分
grade-not-passed = 不合格，合格线为 { $pass } 分
grade-file =
    { $name }，{ $frames ->
       *[other] { $frames } 帧
    }
grade-files = 提交的文件
grade-nothing = 没有提交
grade-no-capture = 没有可以读取的捕获文件
grade-hidden = 其他检查
grade-warnings = 请注意
grade-wireshark = 在 Wireshark 中：
