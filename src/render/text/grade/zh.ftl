# 成绩
marks-student = 学生
marks-name = 姓名
marks-total = 总分
marks-remark = 说明
marks-mean = 平均
marks-and = {" "}和{" "}
marks-and-more = { $names } 以及另外 { $count } 人
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
marks-passed = （合格，合格线为 { $pass } 分）
marks-not-passed = （不合格，合格线为 { $pass } 分）
marks-item = { $name } { $points }/{ $of }，{ $state }
marks-file =
    { $name }，{ $frames ->
       *[other] { $frames } 帧
    }
marks-files = 提交的文件
marks-stranger = 不在名单里
marks-nothing = 没有提交
marks-no-capture = 没有可以读取的捕获文件
marks-hidden = 其他检查
marks-warnings = 请注意
marks-wireshark = 在 Wireshark 中：{ $filter }

# 文件的问题
marks-file-keylog =
    密钥日志，{ $count ->
       *[other] 有 { $count } 个密钥，用来读取捕获文件
    }
marks-file-private-key = 私钥
marks-file-empty = 文件是空的。捕获保存了吗？在 Wireshark 中：文件 > 另存为，类型选 pcapng
marks-file-no-frames = 文件里没有帧。先开始捕获，再发送邮件，然后停止并保存
marks-file-no-capture =
    不是捕获文件，而是{ $kind ->
        [archive] 不支持的压缩包。请提交捕获文件本身，或者用 zip 打包
        [picture] 图片。请提交捕获文件，不要提交截图
        [document] 文档。请提交捕获文件，不要只提交报告
        [export] 导出成文本的分组列表。请保存捕获：文件 > 另存为，类型选 pcapng
        [zeros] 全零的文件。请重新捕获，或者重新复制文件
        [text] 文本。请保存捕获：文件 > 另存为，类型选 pcapng
        [other-capture] 另一种格式的捕获。请用 Wireshark 打开，另存为 pcapng
       *[other] 别的文件。请保存捕获：文件 > 另存为，类型选 pcapng
    }
marks-file-unreadable = 无法读取（{ $why }）
marks-file-bug = wiretale 自身出错，无法继续读取这个文件，请附上文件报告给开发者
marks-file-link = 指向别处的链接。请提交文件本身
marks-file-special = 既不是文件，也不是文件夹
marks-file-deep = 文件夹层数太多
marks-file-encrypted = 压缩包设了密码。请不设密码重新打包
marks-file-method = 不支持的压缩方法（{ $method }）。请打包成普通的 zip
marks-file-large = 太大：{ $size } 字节，上限 { $most } 字节
marks-file-bomb = 拒绝读取：{ $packed } 字节声称解压后有 { $size } 字节，不可能是捕获文件
marks-file-overlap = 拒绝读取：与压缩包中另一个文件共用数据
marks-file-path = 拒绝读取：文件名指向压缩包之外
marks-file-name = 拒绝读取：文件名太长
marks-zip-damaged = 压缩包已损坏，其中的内容都无法读取
marks-zip-cut = 压缩包不完整或已损坏，能找到的文件都已使用
marks-zip-duplicates = 压缩包中有重名的文件，以最后一个为准
marks-zip-empty = 压缩包是空的
marks-zip-deep = 压缩包嵌套太深，最多打开 { $most } 层
marks-zip-entries = 压缩包中有 { $count } 个文件，超过 { $most } 个，没有打开
marks-zip-total = 压缩包的内容总共超过 { $most } 字节，这个文件没有读取
marks-warn-password =
    捕获文件里有{ $count ->
       *[other] 明文密码（登录 { $count } 次）：谁拿到文件，谁就知道密码。请修改密码
    }
marks-warn-keylog = 提交了密钥日志：谁同时拿到它和捕获文件，谁就能读取加密的内容。只应在实验中使用
marks-warn-private-key = 提交了私钥：谁拿到它，谁就能冒充服务器。请更换私钥
