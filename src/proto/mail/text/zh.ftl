# 邮件内容。$types 为空，或者是一个空格加上各部分的类型，例如 (text/plain) (text/html)。
mail-label = 邮件 { $size } 字节{ $types }
# $whole 是整封邮件的大小，0 表示不知道。
mail-label-partial = { $whole ->
    [0] 邮件 { $size } 字节，不完整{ $types }
   *[other] 邮件 { $size } / { $whole } 字节，不完整{ $types }
}
mail-note-content = 信头、空行、正文；不含结束标志（单独一行的点）
    .why = 邮件是文本：信头各行、一个空行、正文（RFC 5322 第 2.1 节）。屏幕上看到的 From、Subject 都写在信头里，由发件人填写，与信封无关。
    .look = 过滤器 imf。Info 列显示 from:、subject: 和各部分的类型，编码字不解码。
mail-note-top = 信头、空行和正文的前几行，TOP 只取这些
    .why = TOP 给出完整的信头，正文只到所要的行数（RFC 1939 第 7 节）；邮件本身比这里长。
    .look = 过滤器 upper(pop.request.command) == "TOP"。
mail-note-incomplete = { $missing ->
    [0] 缺开头或结尾，不能完整导出
   *[other] 缺 { $missing } 字节，不能完整导出
}
    .why = 邮件有些字节不在文件里。缺口前后的内容可以读，但 Base64 的部分缺了一段就无法完整解码，导出也不会完整。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
mail-note-header-missing = 信头没有捕获到，所以没有 From 和 Subject
    .why = From、To、Subject 都在邮件开头，缺的正好是这一段。发件人和收件人也许还能从信封（MAIL FROM、RCPT TO）看到。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
mail-note-header-partial = 信头没有全部捕获到，可能还有别的字段
    .why = 缺口在信头里面：这里没有显示的字段，可能就在缺的部分。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
mail-note-encoded-words = 信头里的编码字（=?utf-8?b?..?=）已解码显示
    .why = 信头只能用 ASCII，汉字等要写成编码字：字符集，B（Base64）或 Q（类似 quoted-printable），然后是内容（RFC 2047）。这是一种写法，不是加密。较长的文字会分成几个编码字。
    .look = 过滤器 imf.subject contains "=?"。
mail-note-raw-utf8 = 信头里直接写 UTF-8 字符，没有用编码字
    .why = 信头里 ASCII 以外的字符要写成编码字（RFC 2047），或者在 MAIL FROM 里声明使用 SMTPUTF8 扩展（RFC 6531）。手工输入的汉字就这样直接发出；多数程序会猜是 UTF-8，能正常显示。
    .look = 过滤器 imf.subject。
mail-note-guessed = 信头有未声明字符集的字节，推测是 { $charset }
    .why = 没有用编码字，字节的含义就没有说明。它们不是有效的 UTF-8，按这个字符集读得通，所以最有可能，但不一定对。
    .look = 过滤器 imf.subject。
mail-note-stuffed = 点填充 { $lines } 行，多出的点已去掉
    .why = 内容里以点开头的行，发送时前面要多加一个点，以免被当作结束标志，接收方再去掉（RFC 5321 第 4.5.2 节、RFC 1939 第 3 节）。邮件本身没有改变。
    .look = 过滤器 tcp.payload contains 0d:0a:2e:2e。
mail-note-size-as-declared = 大小与声明一致
    .why = 事先声明的大小（MAIL FROM 的 SIZE=，或者服务器的 +OK）与这里的邮件一致，没有缺失。
    .look = 过滤器 smtp.req.parameter matches "(?i)size=" || pop.response.description contains "octets"。
mail-note-size-differs = 声明的大小是 { $declared } 字节，与实际不符
    .why = 小的差别通常出在行尾：有的程序把 CRLF 算两个字节，有的算一个。SIZE= 本来就是估计值（RFC 1870），并不说明邮件损坏。
    .look = 过滤器 smtp.req.parameter matches "(?i)size=" || pop.response.description contains "octets"。
mail-note-attachments = 附件 { $count } 个
    .why = 附件是同一封邮件里带文件名的一部分，用 Base64 写成，因此大约大三分之一（RFC 2045 第 6.8 节、RFC 2183）。
    .look = 过滤器 mime_multipart.header.content-disposition contains "attachment"。
mail-header-too-long = 邮件中有一段信头超过 { $limit } 字节，后面的字段没有解读
    .why = 这个上限是为了防止没完没了的信头。已读的部分没有问题，后面的字段没有列出。
    .look = 过滤器 imf。
mail-too-deep = 邮件各部分嵌套超过 { $limit } 层，更深的没有展开
    .why = 一部分里还可以有各部分，例如转发的邮件。超过上限的内容原样保留，不再展开。
    .look = 过滤器 mime_multipart。
mail-too-many-parts = 邮件超过 { $limit } 个部分，其余的没有列出
    .why = 这个上限是为了保护程序；邮件的字节仍全部计入大小。
    .look = 过滤器 mime_multipart。
mail-no-boundary = multipart 部分没有写出可用的 boundary，无法分开其中的内容（RFC 2046 第 5.1.1 节）
    .why = multipart 必须有 boundary 参数，也就是分隔各部分的那一行。没有它，收信人看到的是一整段文字。
    .look = 过滤器 mime_multipart.no_required_parameter。
mail-unclosed = multipart 部分缺少最后的分隔行（--boundary--），内容算到邮件末尾（RFC 2046 第 5.1.1 节）
    .why = 最后的分隔行末尾多两个减号。没有它，多数程序也能处理，但也可能说明邮件被截断。
    .look = 过滤器 mime_multipart && !mime_multipart.last_boundary。
mail-bad-base64 = 有一部分声明为 Base64，但含有不属于 Base64 的字符，或者末尾不完整（RFC 2045 第 6.8 节）
    .why = Base64 只用 64 个字符，末尾可有 =，四个一组。多数程序会跳过其他字符；最后一组不完整，就会丢字节。
    .look = 过滤器 mime_multipart.header.content-transfer-encoding contains "base64"。
mail-bad-quoted-printable = 有一部分声明为 quoted-printable，但其中的 = 后面不是两位十六进制数（RFC 2045 第 6.7 节）
    .why = 在 quoted-printable 里，= 后面是两位十六进制数，表示一个字节；在行末则表示软换行。其他写法，多数程序原样显示。
    .look = 过滤器 mime_multipart.header.content-transfer-encoding contains "quoted-printable"。
mail-bad-uuencode = 有一部分声明为 uuencode，但没有 begin 行、没有结尾，或者含有不属于它的行
    .why = uuencode 是 MIME 之前邮件里的写法：begin、权限和文件名，各行以长度开头，最后是 end。只能给出已解码的部分。
    .look = 过滤器 mime_multipart.header.content-transfer-encoding contains "uu"。
mail-field-missing = 信头缺少 { $fields }：每封邮件都必须有 Date 和 From（RFC 5322 第 3.6 节）
    .why = 标准只要求两个字段：Date 和 From。邮件程序会自动写上，手工输入时容易忘记。提交服务器可以补上 Date（RFC 6409 第 8.2 节），别的服务器不可以。
    .look = 过滤器 imf && !(imf.date && imf.from)。
mail-field-repeated = 同一个信头里 { $fields } 不止一次（RFC 5322 第 3.6 节），这里显示第一个
    .why = 这些字段只能出现一次。几个里以哪个为准，各程序做法不同，所以一个程序显示的不一定是另一个程序检查的。
    .look = 过滤器 imf，再展开 Internet Message Format。
mail-bad-date = Date 不是 RFC 5322 规定的日期写法（第 3.3 节）
    .why = 日期的写法是：日、月的英文缩写、年、时间、与格林尼治的时差，例如 23 Nov 2026 10:20:31 +0800。写法不对，邮件程序会排错位置，或者按到达时间排列。
    .look = 过滤器 imf.date。
mail-bad-header-line = 信头里有一行不是规范的字段：冒号前有空格，或者第一行就是续行（RFC 5322 第 2.2 节）
    .why = 字段由名称、紧跟的冒号和内容组成；以空格开头的行是上一个字段的续行。这样的行，有的程序接受，有的程序认为信头到此结束。
    .look = 过滤器 imf.unknown_extension || imf。
mail-no-empty-line = 信头后面没有空行：从第一个不是字段的行起算作正文（RFC 5322 第 2.1 节）
    .why = 信头和正文之间只靠空行分开。手工输入时常常忘记，第一句话就可能被当成信头，或者提前结束信头。
    .look = 过滤器 imf。
mail-too-large = 同时传送中的邮件超过 { $limit } 字节，没有保留这一封，不能保存
    .why = 大小和摘要没有问题，只是 --extract 不能给出这封邮件，mail -v 也不解读它的内容。这个上限是为了不让一个捕获文件占满内存。
    .look = 过滤器 imf。
mail-name-shortened = 邮件中有文件名或类型超过 { $limit } 字节，只显示开头
    .why = 没有文件系统能用这么长的文件名，类型最长 255 字节（RFC 6838 第 4.2 节）。邮件的字节仍全部计入大小。
    .look = 过滤器 mime_multipart。
