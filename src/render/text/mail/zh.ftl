# mail 命令的标题和标签
mails-stream = 会话
mails-no = 序号
mails-source = 来源
mails-frames = 帧
mails-size = 大小
mails-parts = 各部分
mails-subject = 主题
mails-headers = 仅信头
mails-empty = （空）
mails-no-subject = （无）
mails-not-captured = （未捕获）
mails-more-parts = {" "}等，另有 { $count } 个
mails-already-there = 已存在，内容相同
mails-not-saved-missing = 未保存：{ $path }，缺少字节
mails-not-saved-large = 未保存：{ $path }，太大，没有保留
mails-none = { $path }：{ $encrypted ->
        [0] 这份文件的会话里没有发送或收取邮件（wiretale { $path } 可以查看这些会话）
       *[other] 没有以明文发送或收取的邮件；有 { $encrypted } 个会话已加密，没有密钥无法读取内容
    }
mails-same = 同一封邮件  { $first } = { $second }
mails-same-id = Message-ID 相同
mails-same-no-id = 没有可比较的 Message-ID
mails-same-body = 正文相同（SHA-256）
mails-other-body = 正文不同
mails-body-not-seen = 正文没有比较：有一方不完整
mails-lines-equal = 信头各行相同
mails-lines-more = 信头多 { $count } 行：{ $names }
mails-lines-fewer = 信头少 { $count } 行：{ $names }
mails-not-compared = 邮件超过 { $limit } 封，其余的没有相互比较
letter-head = 邮件 { $name }  { $command }  { $frames }  { $size }  { $time }
letter-size = { $size } 字节
letter-size-partial = { $whole ->
        [0] { $size } 字节，不完整
       *[other] { $size } / { $whole } 字节，不完整
    }
letter-envelope = 信封
letter-header = 信头
letter-compare = 对照
letter-received = Received
letter-parts = 各部分
letter-text = 正文
letter-signature = 签名
letter-gaps = 缺少
letter-file = 文件
letter-return-path = POP3 没有信封；最后一台服务器把信封发件人写进了 Return-Path：{ $path }
letter-no-envelope = POP3 没有信封：取出的是服务器保存的邮件
letter-envelope-not-captured = 未捕获
letter-sender-not-captured = MAIL FROM 未捕获
letter-more-fields = 另有 { $count } 个字段（-vv 显示全部）
letter-agree = 信封和信头里的收发件人一致
letter-other-sender = From 与信封发件人不同：信头是 { $from }，信封是 { $sender }
letter-bcc = 只在信封里的收件人（密送，或者邮件列表）：{ $to }
letter-not-sent-to = 在 To 或 Cc 里，但不在这个信封里：{ $to }
letter-date-near = Date 与捕获时的时钟一致（{ $date }）
letter-date-before = Date 比捕获时间早 { $span }（{ $date }）
letter-date-after = Date 比捕获时间晚 { $span }（{ $date }）：两个时钟有一个不准
letter-bytes = { $size } 字节
letter-bytes-incomplete = { $size } 字节，不完整
letter-kind = 按内容是 { $kind }
letter-kind-not-type = 按内容是 { $kind }，不是声明的 { $declared }
letter-kind-not-name = 按内容是 { $kind }，与文件名不符
letter-kind-not-both = 按内容是 { $kind }，既不是声明的 { $declared }，也与文件名不符
letter-text-more = 后面还有
letter-text-empty = 没有文字
letter-charset = 字符集 { $charset }
letter-charset-guessed = 没有声明字符集，推测是 { $charset }
letter-text-html = HTML 部分的文字
letter-text-remote = 有 { $count } 个外部的图片或样式表没有加载
letter-text-scripts = 略去 { $count } 段脚本
letter-body-matches = 正文与签名时相同（正文散列值一致）；没有验证签名本身，公钥在 DNS 里
letter-body-differs = 正文与签名时不同（正文散列值不一致）：签名之后有改动
letter-body-missing = 没有核对正文散列值：正文缺少字节
letter-body-no-hash = 没有核对正文散列值：签名里没有写
letter-body-too-many = 没有核对正文散列值：签名太多
letter-body-unknown = 没有核对正文散列值：不支持这种算法或规范化方式
letter-gap = { $bytes } 字节：邮件的第 { $from } 到 { $to } 字节（从 0 数起）；在保存的文件里，缺口在偏移 { $behind } 处
letter-more-gaps = 另有 { $count } 处（--format json 最多列出一千处）
letter-header-not-captured = 未捕获
letter-gap-ends = 开头或结尾没有捕获到
