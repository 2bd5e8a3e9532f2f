# 检查项要看什么；每项另有一句，说明没有达到时学生可以怎么做。
grade-expect-capture = 一个有内容的捕获文件
grade-hint-capture = 请提交 Wireshark 保存的文件（.pcapng），不要提交截图
grade-expect-captured-between = 捕获时间在 { $from } 到 { $to } 之间
grade-hint-captured-between = 在规定的时间内重新捕获；如果电脑的时钟不准，请说明
grade-expect-captured-with = 用 { $program } 捕获
grade-hint-captured-with = 用要求的程序捕获，并保存为 .pcapng，文件里会记下程序名
grade-expect-captured-from-start = { $protocol }：捕获从三次握手开始
grade-hint-captured-from-start = 先开始捕获，再连接
grade-expect-nothing-missing = { $protocol }：会话没有缺帧
grade-hint-nothing-missing = 关掉其他程序重新捕获；可以使用捕获过滤器：host 加服务器地址
grade-expect-client-address = 客户端的地址是 { $address }
grade-hint-client-address = 请在自己的电脑上捕获
grade-expect-conversation = 一次 { $protocol } 会话
grade-hint-conversation = 在捕获过程中连接服务器；检查主机名和端口
grade-expect-smtp-session = 完整的 SMTP 会话：从 220 欢迎信息到 QUIT、221
grade-hint-smtp-session = 先开始捕获，再点发送；连接关闭以后再停止
grade-expect-pop3-session = 完整的 POP3 会话：欢迎信息、登录、QUIT
grade-hint-pop3-session = 先开始捕获，再收信；最后用 QUIT 退出
grade-expect-command = 命令 { $command }（{ $protocol }）
grade-hint-command = 在捕获过程中向服务器发送这条命令
grade-expect-commands-in-order = 依次发送这些命令：{ $commands }（{ $protocol }）
grade-hint-commands-in-order = 按实验指导的顺序，在同一个连接里完成
grade-expect-reply = 应答 { $code }（{ $protocol }）
grade-hint-reply = 看服务器的应答是什么，为什么
grade-expect-no-reply = 没有应答 { $code }（{ $protocol }）
grade-hint-no-reply = 读服务器的应答，改正它指出的问题
grade-expect-typed-by-hand = 逐键输入的命令（{ $protocol }）
grade-hint-typed-by-hand = 在 telnet 里逐字输入；邮件程序发送的是整行
grade-expect-sent-by-program = 由程序整行发送（{ $protocol }）
grade-hint-sent-by-program = 请使用邮件程序，不要用 telnet
grade-expect-login = 登录成功（{ $protocol }）
grade-hint-login = 检查账号和授权码；网页登录的密码往往不能用
grade-expect-login-refused = 被服务器拒绝的登录（{ $protocol }）
grade-hint-login-refused = 故意用错误的密码登录一次
grade-expect-login-in-clear = 捕获文件里能读到的登录（{ $protocol }）
grade-hint-login-in-clear = 做这个实验时关闭 SSL/TLS 和 STARTTLS，并使用专门的账号
grade-expect-login-encrypted = 在 TLS 内登录（{ $protocol }）
grade-hint-login-encrypted = 打开 SSL/TLS 或 STARTTLS，并提交密钥日志
grade-expect-starttls = STARTTLS：{ $state ->
    [used] 已使用
    [offered] 服务器提供
    [refused] 被拒绝
   *[other] 未使用
}（{ $protocol }）
grade-hint-starttls = 检查邮件程序里这个账号的安全设置
grade-expect-extension-offered = 服务器提供扩展 { $keyword }
grade-hint-extension-offered = 要发 EHLO，不是 HELO：服务器只对 EHLO 列出扩展
grade-expect-mail-accepted = 服务器接收的邮件：内容之后应答 250
grade-hint-mail-accepted = 用只含一个点的行结束邮件，并查看应答
grade-expect-envelope-sender = MAIL FROM 的地址是 { $address }
grade-hint-envelope-sender = 用自己的账号发送
grade-expect-envelope-recipient = RCPT TO 的地址是 { $address }
grade-hint-envelope-recipient = 发送到实验指导里的地址
grade-expect-recipient-refused = 被服务器拒绝的收件人
grade-hint-recipient-refused = 试一个不存在的地址
grade-expect-header = 信头字段 { $field }
grade-hint-header = 发送之前在邮件程序里检查这个字段
grade-expect-subject-contains = 主题含有：{ $text }
grade-hint-subject-contains = 把这段文字原样写进主题
grade-expect-from-differs-from-envelope = 信头的 From 与信封发件人不同的邮件
grade-hint-from-differs-from-envelope = From: 里写一个与 MAIL FROM 不同的地址
grade-expect-attachment = 带附件的邮件
grade-hint-attachment = 添加实验指导里的文件，不要改动
grade-expect-mail-parts = 含有这些部分的邮件：{ $types }
grade-hint-mail-parts = 在邮件程序里选择同时发送 HTML 和纯文本，或添加要求的附件
grade-expect-mail-size = 至少 { $bytes } 字节的邮件
grade-hint-mail-size = 写长一些，或添加附件
grade-expect-mail-fetched = 用 RETR 收取的邮件
grade-hint-mail-fetched = 在捕获过程中用 POP3 收信；IMAP 和网页邮箱不算
grade-expect-fetched-what-was-sent = 把发出的那封邮件用 POP3 收回来
grade-hint-fetched-what-was-sent = 给自己发一封邮件再收取，两个捕获文件都要提交
grade-expect-mail-deleted = 删除邮件：先 DELE，再 QUIT
grade-hint-mail-deleted = DELE 之后要 QUIT：没有 QUIT 就什么也没有删除
grade-expect-tls-handshake = 完整的 TLS 握手
grade-hint-tls-handshake = 先开始捕获，再打开网页或邮箱
grade-expect-tls-order = 依次出现的 TLS 消息：{ $messages }
grade-hint-tls-order = TLS 1.3 的消息大多已加密，请连同密钥日志一起提交
grade-expect-tls-version = { $version }
grade-hint-tls-version = 看两个 Hello 里的 supported_versions
grade-expect-tls-suite = 密码套件 { $suite }
grade-hint-tls-suite = 服务器从客户端提供的套件中选择，比较两个 Hello
grade-expect-tls-server-name = Client Hello 里的服务器名（SNI）是 { $name }
grade-hint-tls-server-name = 用这个名字打开网页
grade-expect-tls-certificate = 服务器证书通过验证：{ $check ->
    [name] 名字
    [dates] 有效期
    [chain] 证书链
   *[other] 签名
}
grade-hint-tls-certificate = 查看证书：名字、有效期、由谁签名
grade-expect-tls-resumed = 恢复的会话
grade-hint-tls-resumed = 短时间内连接两次，都要捕获
grade-expect-tls-decrypted = 能用密钥日志解开的加密会话
grade-hint-tls-decrypted = 启动程序之前设置 SSLKEYLOGFILE，并提交这个文件
grade-expect-tls-alert = TLS 告警
grade-hint-tls-alert = 握手失败时会有告警，看最后一条消息

# 附加条件。
grade-with-frames = 至少 { $value } 帧
grade-with-mechanism = 方式 { $value }
grade-with-user = 账号 { $value }
grade-with-port = 端口 { $value }
grade-with-server = 服务器 { $value }
grade-with-count = 至少 { $value } 个
grade-with-command = 在 { $value } 之后
grade-with-name = 文件名 { $value }
grade-with-type = 类型 { $value }
grade-with-sha256 = SHA-256 { $value }
grade-with-equals = 等于：{ $value }
grade-with-contains = 含有：{ $value }
grade-with-or = { $value ->
    [newer] 或更新的版本
   *[older] 或更旧的版本
}
grade-with-description = { $value }

# 看到了什么。`[1] #26` 指文件和帧。
grade-places = { $places }
grade-places-more = { $places }，另有 { $more } 处
grade-some = { $wanted } 个中有 { $count } 个
grade-others = 看到的是：{ $others }
grade-untold = 无法判断：{ $places }
grade-none = { $count } 次 { $protocol } 会话中没有
grade-no-conversation = 没有这样的会话
grade-no-file = 没有这样的文件
grade-absent = { $files } 个文件里没有 { $protocol } 会话
grade-only-encrypted = { $frames } 帧中有 { $encrypted } 帧已加密
grade-late = 捕获开始得太晚：{ $place } 已经是 { $line }
grade-hidden = { $file } 已加密，里面可能有 { $protocol }；没有证据，不等于做错
grade-holes = { $place } 处缺帧，要找的内容可能在其中
grade-too-many = 邮件多于 { $count } 封，没有全部比较
grade-no-capture = 没有可读的捕获文件
grade-no-column = 名单里没有这个学生的 { $column }
grade-no-moment = from 和 to 必须是带时间的日期
grade-frames = { $file } 有 { $frames } 帧
grade-times = { $file }：{ $first } 到 { $last }
grade-times-outside = { $file } 不在规定时间内：{ $first } 到 { $last }
grade-program = { $file } 由 { $program } 捕获
grade-no-program = { $file } 没有记下捕获程序
grade-opening = 三次握手在 { $place }
grade-opening-partial = 三次握手不完整，在 { $place }
grade-opening-missing = 没有三次握手：第一行在 { $place }
grade-in-order = 顺序正确：{ $place }
grade-order-until = { $all } 项中按顺序出现了 { $met } 项（{ $place }），其后缺少 { $next }
grade-typed = { $lines } 条命令中有 { $typed } 条逐键输入（{ $place }）
grade-whole-lines = 每行一次发出，像邮件程序：{ $lines } 条命令中有 { $typed } 条逐键输入（{ $place }）
grade-session-has = 有 { $parts }（{ $place }）
grade-session-lacks = 没有 { $parts }
grade-session-begins = { $place } 已经是 { $line }
grade-envelope-and-from = { $place }：MAIL FROM 是 { $sender }，From 是 { $from }
grade-sent-and-fetched = 发出 { $sent }，收取 { $fetched }
grade-not-the-same = 发出 { $sent } 封，收取 { $fetched } 封，没有同一封邮件
grade-handshake = { $version }，{ $place }
grade-handshake-alert = 握手失败，告警 { $alert }（{ $place }）

# 全班表格里的几个字。
grade-remark-absent = { $files } 个文件里没有 { $protocol }
grade-remark-late = 捕获开始得太晚
grade-remark-hidden = 已加密，没有密钥日志
grade-remark-holes = 缺帧
grade-remark-typed = 手工输入
grade-remark-whole-lines = 每行一次发出

# 捕获文件无法说明时，可以怎么做。
grade-hint-late = 先开始捕获，再连接；用 tcp.stream eq { $stream } 核对第一帧是不是 SYN
grade-hint-hidden = 连同 { $file } 的密钥日志（SSLKEYLOGFILE）一起提交
grade-hint-holes = 在自己的电脑上用捕获过滤器重新捕获
grade-hint-absent = 先开始捕获，再用 { $protocol } 连接；检查端口和 SSL/TLS 设置
grade-hint-no-capture = 在 Wireshark 里保存为 .pcapng，提交这个文件
grade-hint-no-column = 请老师补上

# 评分标准里的错误。
rubric-toml = 不是正确的 TOML：{ $message }
rubric-schema = schema 是 { $found }，本程序读 { $known }
rubric-no-schema = 第一行应为：schema = "{ $known }"
rubric-no-items = 没有评分项：每项以 [[item]] 开头
rubric-unknown = 没有这个{ $what }：{ $name }；{ $meant }
rubric-meant = 是不是 { $name }？
rubric-known = 可用的有：{ $names }
rubric-key = 键
rubric-value = 值
rubric-check = 检查
rubric-fact = 名称
rubric-member = 成员
rubric-function = 函数
rubric-item = 评分项
rubric-wrong-type = { $name } 应为{ $kind }
rubric-type-text = 引号里的文字
rubric-type-flag = true 或 false
rubric-type-number = 不小于 0 的数
rubric-type-texts = 一列文字：["a", "b"]
rubric-type-moment = 带时间的日期：2026-11-23T08:00:00+08:00
rubric-type-words = 一段文字，或每种语言一段：{ "{" } zh = "..", en = "..", ja = ".." { "}" }
rubric-type-tables = 一个表
rubric-missing-key = 缺少 { $name }
rubric-missing-param = 检查 { $check } 需要 { $name }
rubric-no-points = 没有分数的评分项可以删去
rubric-no-checks = 评分项 { $item } 没有检查：每个检查以 [[item.check]] 开头
rubric-no-such-check = 没有检查 { $name }，README 列出了全部检查
rubric-one-of = 一个检查只能有 use、when、file 中的一个
rubric-no-expected = 请在 expected 里写明要看什么：学生看不懂表达式
rubric-points-sum = { $item } 的检查共 { $sum } 分，评分项是 { $points } 分
rubric-points-all = credit = "all" 时，{ $item } 的检查没有各自的分数
rubric-points-best = credit = "best" 时，{ $item } 最好的检查应为 { $points } 分
rubric-pass-above = pass 是 { $pass }，而总分只有 { $total }
rubric-twice = 评分项 { $item } 出现了两次
rubric-unreachable = 没有人能达到 { $item }：它的前提又回到它自己
rubric-bad-moment = { $text } 不是带时间的日期，例如 2026-11-23T08:00:00+08:00
rubric-empty = { $name } 是空的：什么都会符合
rubric-never-between = { $to } 早于 { $from }：这之间不会有捕获
rubric-many-items = 评分项超过 { $most } 个
rubric-deep = 表达式太长或嵌套太深：请拆成几项检查
rubric-expression = 不是正确的表达式：{ $message }
rubric-not-bool = 得到的是{ $kind }，不是真或假
rubric-never-equal = { $one }和{ $two }不可能相等
rubric-member-of-list = 这是一个列表：用 .exists(x, x.{ $name } == ..) 问其中有没有这样的
rubric-no-members = { $kind }没有成员 { $name }
rubric-only-text = { $name } 只用于文字，这里是{ $kind }
rubric-no-list = 这是{ $kind }，不是列表
rubric-kind-any = 一个值
rubric-kind-bool = 真或假
rubric-kind-number = 数
rubric-kind-text = 文字
rubric-kind-list = 列表
rubric-kind-object = 对象
rubric-no-utf8 = 不是 UTF-8（第 { $byte } 字节），请保存为 UTF-8
rubric-mistakes = 评分标准有 { $count } 处错误
rubric-in-order = 没有错误：{ $items } 个评分项，{ $checks } 项检查，共 { $points } 分
rubric-columns = 名单必须有这些列：id, { $columns }

# 对所见的说法。
grade-word = { $place } { $word }
grade-and = { $before }，{ $next }
grade-word-not-offered = 没有提供 STARTTLS
grade-word-not-used = 提供了 STARTTLS，没有使用
grade-word-refused = STARTTLS 被拒绝
grade-word-used = 使用了 STARTTLS
grade-word-session-id = 用会话标识恢复
grade-word-ticket = 用会话票据恢复
grade-word-psk = 用 PSK 恢复
grade-word-full-handshake = 完整握手
grade-word-decrypted = 已解密
grade-word-partly = 部分解密
grade-word-no-match = 没有对应的密钥
grade-word-no-secrets = 没有密钥日志
