# 邮件内容。$types 为空，或者是一个空格加上各部分的类型，例如 (text/plain) (text/html)。
mail-label = 邮件 { $size } 字节{ $types }
# $whole 是整封邮件的大小，0 表示不知道。
mail-label-partial = { $whole ->
    [0] 邮件 { $size } 字节，不完整{ $types }
   *[other] 邮件 { $size } / { $whole } 字节，不完整{ $types }
}
mail-note-content = 信头、空行、正文；不含结束标志（单独一行的点）
mail-note-top = 信头、空行和正文的前几行，TOP 只取这些
mail-note-incomplete = { $missing ->
    [0] 不完整，不能完整导出
   *[other] 缺 { $missing } 字节，不能完整导出
}
mail-note-header-missing = 信头没有捕获到，所以没有 From 和 Subject
mail-note-header-partial = 信头没有全部捕获到，可能还有别的字段
mail-note-encoded-words = 信头中的编码字（=?字符集?编码?内容?=）已解码显示
mail-note-raw-utf8 = 信头里直接写 UTF-8 字符，没有用编码字
mail-note-guessed = 信头里有未声明字符集的字节，推测是 { $charset }
mail-note-stuffed = 点填充 { $lines } 行，多出的点已去掉
mail-note-size-as-declared = 大小与声明一致
mail-note-size-differs = 声明的大小是 { $declared } 字节，与实际不符
mail-note-attachments = 附件 { $count } 个
mail-header-too-long = 邮件中有一段信头超过 { $limit } 字节，后面的字段没有解读
mail-too-deep = 邮件各部分嵌套超过 { $limit } 层，更深的没有展开
mail-too-many-parts = 邮件超过 { $limit } 个部分，其余的没有列出
mail-no-boundary = multipart 部分没有写出可用的 boundary，无法分开其中的内容（RFC 2046 第 5.1.1 节）
mail-unclosed = multipart 部分缺少最后的分隔行（--boundary--），内容算到邮件末尾（RFC 2046 第 5.1.1 节）
mail-bad-base64 = 有一部分声明为 Base64，但含有不属于 Base64 的字符，或者末尾不完整（RFC 2045 第 6.8 节）
mail-bad-quoted-printable = 有一部分声明为 quoted-printable，但其中的 = 后面不是两位十六进制数（RFC 2045 第 6.7 节）
mail-no-empty-line = 信头后面没有空行：从第一个不是字段的行起算作正文（RFC 5322 第 2.1 节）
mail-too-large = 邮件超过 { $limit } 字节，没有保留内容，不能导出
