# SMTP 各步骤的说明
smtp-command-ehlo = 向服务器表明身份，并询问支持哪些扩展
smtp-command-helo = HELO 表明身份，命令不分大小写
smtp-command-lhlo = LMTP 的问候：表明身份并询问扩展
smtp-command-mail = 信封发件人，不一定等于信头里的 From
smtp-command-rcpt = 信封收件人，每个收件人一条命令
smtp-command-data = DATA 只是命令，邮件内容在 354 之后才发
smtp-command-bdat = BDAT 按字节数发送内容，不用结束标志
smtp-command-burl = 请服务器自己从 IMAP 服务器取内容
smtp-command-rset = 放弃当前信封，重新开始
smtp-command-noop = 空操作，只要求一个应答
smtp-command-vrfy = 询问一个地址是否存在
smtp-command-expn = 询问邮件列表的成员
smtp-command-help = 请求帮助
smtp-command-quit = 请求退出
smtp-command-auth = 请求登录
smtp-command-starttls = 请求从这里起改用 TLS
smtp-command-etrn = 请服务器发送为某个域名排队的邮件
smtp-command-atrn = 登录后请求对调角色，接收排队的邮件
smtp-command-xclient = 代理向服务器转告真正的客户端（Postfix）
smtp-command-xforward = 转告日志用的客户端信息（Postfix）
smtp-command-obsolete = 早已废弃的命令
smtp-command-unknown = 不认识的命令，按原样显示
smtp-command-empty = 空行
smtp-command-partial = 这一行没有结束，后面的字节不在文件里
smtp-hello-nameless = 没有写名字，标准要求必须写
smtp-auth-mechanism = 方式为 { $mechanism }
smtp-nth-mail = 第 { $number } 封
smtp-declared-size = 声明大小 { $size } 字节
smtp-null-sender = 空的发件人：退信或通知
smtp-path-unreadable = 地址写法不合规定，无法解析
smtp-path-space = 冒号后多了空格
smtp-path-bare = 地址没有尖括号
smtp-bdat-unreadable = 长度写法有误，无法得知内容在哪里结束
smtp-bdat-size = 随后 { $size } 字节是内容
smtp-bdat-last = LAST：这是最后一块
smtp-bdat-chunk = 第 { $number } 块内容，不做点填充
smtp-label-chunk = 内容 { $bytes } 字节
smtp-line-too-long = 这一行过长，另有 { $bytes } 字节未显示
smtp-content-bare-lf = 行尾只有 LF，服务器把单独一行的点当作结束标志
smtp-gap-in-message = 缺的是邮件的第 { $from } 到 { $to } 字节
smtp-reply-2xx = { $code } 成功
smtp-reply-3xx = { $code } 请继续
smtp-reply-4xx = { $code } 暂时失败，可以以后再试
smtp-reply-5xx = { $code } 永久失败
smtp-reply-211 = 211 系统状态或帮助
smtp-reply-214 = 214 帮助信息
smtp-reply-220 = 220 服务就绪，后面是欢迎信息
smtp-reply-220-starttls = 220 同意，从下一个字节起是 TLS 握手
smtp-reply-221 = 221 服务器同意退出
smtp-reply-235 = 235 登录成功
smtp-reply-250 = 250 成功
smtp-reply-250-bdat = 250 这一块已收到
smtp-reply-250-content = 250 已接收并排队，不等于已送达对方邮箱
smtp-reply-250-ehlo = 250 成功：列出支持的扩展（-v 逐行解释）
smtp-reply-250-helo = 250 成功：HELO 的应答通常只有一行，不列扩展
smtp-reply-250-mail = 250 成功：接受该发件人
smtp-reply-250-noop = 250 成功：空操作的应答
smtp-reply-250-rcpt = 250 成功：接受该收件人
smtp-reply-250-rset = 250 成功：信封已清空
smtp-reply-251 = 251 收件人不在本机，将代为转发
smtp-reply-252 = 252 不能确认该地址，但会尽力投递
smtp-reply-334 = 334 请继续
smtp-reply-354 = 354 请发送内容，以只含一个点的行结束
smtp-reply-421 = 421 服务不可用，服务器要关闭连接
smtp-reply-432 = 432 需要先更改密码
smtp-reply-450 = 450 邮箱暂时不可用
smtp-reply-451 = 451 处理时出错，请稍后再试
smtp-reply-452 = 452 空间不足，或收件人太多
smtp-reply-454 = 454 暂时无法登录
smtp-reply-454-starttls = 454 暂时无法使用 TLS，会话继续以明文进行
smtp-reply-455 = 455 暂时无法处理参数
smtp-reply-500 = 500 命令无法识别
smtp-reply-501 = 501 参数有语法错误
smtp-reply-502 = 502 服务器没有实现这条命令
smtp-reply-503 = 503 命令次序不对
smtp-reply-504 = 504 参数没有实现
smtp-reply-521 = 521 这台主机不收邮件
smtp-reply-530 = 530 需要先登录，或先用 STARTTLS
smtp-reply-534 = 534 登录方式太弱
smtp-reply-535 = 535 登录失败：账号或授权码不对
smtp-reply-538 = 538 这种登录方式必须先加密
smtp-reply-550 = 550 拒绝：邮箱不可用或策略不允许
smtp-reply-550-rcpt = 550 拒绝该收件人
smtp-reply-551 = 551 收件人不在本机，请另投
smtp-reply-552 = 552 超过大小限制
smtp-reply-553 = 553 邮箱名不合规定
smtp-reply-554 = 554 事务失败
smtp-reply-554-greeting = 554 服务器不提供 SMTP 服务
smtp-reply-555 = 555 不认识的参数
smtp-reply-unreadable = 不是 SMTP 应答，按原样显示
smtp-reply-unfinished = 应答没有结束，后面的行不在文件里
smtp-helo-many-lines = HELO 的应答有多行，标准只写了一行（RFC 5321 第 3.2 节），实际中也能用
smtp-lost-data = 推断是 DATA
smtp-lost-auth = 推断是登录的一步
smtp-lost-quit = 推断是 QUIT
smtp-lost-mail = 推断是 MAIL FROM，发件人未知
smtp-lost-rcpt = 推断是 RCPT TO，收件人未知
smtp-lost-ehlo = 推断是 EHLO
smtp-lost-starttls = 推断是 STARTTLS
smtp-keyword-host = 这一行是服务器名，后面各行是扩展
smtp-keyword-unknown = 不认识的扩展，可能是厂商自己的
smtp-keyword-8bitmime = 正文可以含 8 位字节（RFC 6152）
smtp-keyword-atrn = 登录后可以对调角色取信（RFC 2645）
smtp-keyword-auth = 可用的登录方式：{ $parameters }（RFC 4954）
smtp-keyword-binarymime = 正文可以是任意二进制，要配合 BDAT（RFC 3030）
smtp-keyword-burl = 可以让服务器从 IMAP 取内容（RFC 4468）
smtp-keyword-checkpoint = 中断后可以续传（RFC 1845）
smtp-keyword-chunking = 可以用 BDAT 分块发送（RFC 3030）
smtp-keyword-deliverby = 可以限定送达时间（RFC 2852）
smtp-keyword-dsn = 可以要求投递状态通知（RFC 3461）
smtp-keyword-enhancedstatuscodes = 应答带增强状态码，如 2.1.0（RFC 2034）
smtp-keyword-etrn = 可以请求发送排队的邮件（RFC 1985）
smtp-keyword-expn = 可以查询邮件列表
smtp-keyword-futurerelease = 可以指定以后再发（RFC 4865）
smtp-keyword-help = 可以请求帮助
smtp-keyword-limits = 服务器公布的限制：{ $parameters }（RFC 9422）
smtp-keyword-mailcompress = 腾讯的压缩扩展，没有公开标准
smtp-keyword-mt-priority = 可以指定优先级（RFC 6710）
smtp-keyword-no-soliciting = 声明不收推销邮件（RFC 3865）
smtp-keyword-pipelining = 可以不等应答，连续发送命令（RFC 2920）
smtp-keyword-requiretls = 可以要求全程使用 TLS（RFC 8689）
smtp-keyword-rrvs = 可以要求收件人自某日起没有换过人（RFC 7293）
smtp-keyword-size = 邮件上限 { $size } 字节，即 { $mib } MiB（RFC 1870）
smtp-keyword-smtputf8 = 地址和信头可以用 UTF-8（RFC 6531）
smtp-keyword-starttls = 可以从明文切换到 TLS（RFC 3207）
smtp-keyword-submitter = 可以声明负责的提交者（RFC 4405）
smtp-keyword-time = 可以查询服务器时间
smtp-keyword-vrfy = 可以用 VRFY 查询地址
smtp-keyword-x-anonymoustls = Exchange 服务器之间的 TLS
smtp-keyword-xclient = 可信代理可以转告真正的客户端（Postfix）
smtp-keyword-xforward = 可以转告日志用的客户端信息（Postfix）
smtp-keyword-xlist = 厂商扩展
smtp-keyword-xoorg = Exchange 的扩展：转告发件组织
smtp-recognised = 服务器先发 220，客户端发 { $verb }（看内容，不看端口）
smtp-recognised-greeting = 服务器先发 220，客户端没有发命令
smtp-recognised-late = 看到 { $verb } 和应答；发命令的一方是客户端；开头没有捕获，登录和扩展未知
smtp-recognised-commands = 看到 { $verb } 等命令
smtp-outcome-mails =
    { $mails ->
        [0] 没有邮件被接收
       *[other] { $mails } 封邮件已接收
    }
smtp-outcome-clear = 明文
smtp-outcome-starttls = STARTTLS 之后已加密
smtp-summary =
    { $logins ->
        [0] { $failed ->
            [0] 没有登录
           *[other] 登录失败 { $failed } 次
        }
       *[other] { $failed ->
            [0] 登录成功 { $logins } 次
           *[other] 登录成功 { $logins } 次，失败 { $failed } 次
        }
    }，{ $others ->
        [0] 邮件 { $mails } 封已接收
       *[other] 邮件 { $mails } 封已接收，另有 { $others } 个信封没有完成
    }
smtp-clear-although-offered =
    { $login ->
        [yes] 明文登录：服务器提供 STARTTLS（{ $offered }），客户端没有使用；账号、授权码和邮件都以明文传输（{ $frames }）
       *[no] 明文传输：服务器提供 STARTTLS（{ $offered }），客户端没有使用；邮件以明文传输（{ $frames }）
    }
smtp-clear-behind-starttls = STARTTLS 之后、TLS 开始之前，客户端又以明文发了 { $bytes } 字节：{ $text }；服务器若在加密后仍执行它们，就是命令注入
smtp-starttls-refused = 服务器拒绝了 STARTTLS（{ $code }），会话继续以明文进行，没有加密
smtp-bare-lf = 行尾只有 <LF>（#{ $first } 起，共 { $lines } 行）：标准要求 <CR><LF>（RFC 5321 第 2.3.8 节）
smtp-reply-codes-differ = 一个应答的各行应答码不一致，违反 RFC 5321 第 4.2.1 节
smtp-message-incomplete = 邮件不完整：有 { $size } 字节，缺 { $missing } 字节；重新捕获才能得到全文
smtp-command-cut = 行尾缺失
smtp-content-given-up = 客户端没有发完，用 RSET 放弃
