# POP3 各步骤的说明
pop3-greeting = +OK 连接成功，后面是欢迎信息
pop3-greeting-apop = +OK 连接成功；<..> 是 APOP 用的时间戳
pop3-greeting-refused = -ERR 服务器拒绝连接
pop3-continue = + 请继续
pop3-command-apop = 用摘要登录：密码本身不在网络上出现（摘要已遮盖）
pop3-command-auth =
    { $argument ->
        [yes] 请求用 SASL 登录
       *[no] 询问有哪些登录方式
    }
pop3-command-capa = 询问服务器的能力
pop3-command-dele = 把第 { $number } 封标记为删除，QUIT 时才真正删除
pop3-command-lang = 选择应答的语言
pop3-command-list =
    { $argument ->
        [yes] 询问第 { $number } 封的大小
       *[no] 询问每封的大小
    }
pop3-command-noop = 空操作，只要求一个应答
pop3-command-pass = 密码（已遮盖）
pop3-command-quit = 退出；标记的邮件此时删除
pop3-command-retr = 取第 { $number } 封
pop3-command-rset = 取消所有删除标记
pop3-command-stat = 询问邮件数和总大小
pop3-command-stls = 请求从这里起改用 TLS
pop3-command-top = 取第 { $number } 封的信头和正文的前几行
pop3-command-uidl =
    { $argument ->
        [yes] 询问第 { $number } 封的唯一标识
       *[no] 询问每封的唯一标识，用来认出已取过的邮件
    }
pop3-command-user = 账号
pop3-command-utf8 = 请求使用 UTF-8
pop3-command-xtnd = 早已废弃的扩展命令
pop3-command-unknown = 不认识的命令，按原样显示
pop3-command-partial = 这一行没有结束，后面的字节不在文件里
pop3-pass-clear = 没有加密，以明文传输
pop3-pass-clear-offered = 服务器提供 STLS 却没有使用，以明文传输
pop3-ok = +OK 成功
pop3-ok-apop = +OK 登录成功，进入事务状态
pop3-ok-auth =
    { $argument ->
        [yes] +OK 登录成功，进入事务状态
       *[no] +OK 列出登录方式
    }
pop3-ok-capa = +OK 列出能力，到只含一个点的行为止（-v 逐行解释）
pop3-ok-dele = +OK 已标记，QUIT 之前还可以用 RSET 取消
pop3-ok-lang = +OK 语言
pop3-ok-list =
    { $argument ->
        [yes] +OK 这一封的大小，只有一行
       *[no] +OK 每行一封，到只含一个点的行为止
    }
pop3-ok-noop = +OK 空操作的应答
pop3-ok-pass = +OK 登录成功，进入事务状态
pop3-ok-quit = +OK 服务器同意退出
pop3-ok-retr = +OK 下一行起是邮件，到只含一个点的行为止
pop3-ok-rset = +OK 删除标记已全部取消
pop3-ok-stat = +OK 共 { $count } 封，{ $size } 字节
pop3-ok-stls = +OK 同意，从下一个字节起是 TLS 握手
pop3-ok-top = +OK 下一行起是信头和正文的前几行
pop3-ok-uidl =
    { $argument ->
        [yes] +OK 这一封的唯一标识
       *[no] +OK 每行一封的唯一标识，到只含一个点的行为止
    }
pop3-ok-user = +OK 接受账号，等待密码
pop3-ok-utf8 = +OK 使用 UTF-8
pop3-ok-xtnd = +OK 成功
pop3-err = -ERR 失败；出错的应答总是一行
pop3-err-code = -ERR 失败，原因代码 { $code }
pop3-err-login = -ERR 登录失败：账号或密码不对，或者还不允许
pop3-err-stls = -ERR 服务器拒绝 TLS，会话继续以明文进行
pop3-reply-stray = 不知道是对哪条命令的应答
pop3-reply-unfinished = 应答没有结束，后面的行不在文件里
pop3-list-sum = 合计 { $size } 字节
pop3-list-sum-agrees = 合计与 STAT 相同：{ $size }
pop3-list-sum-differs = 合计 { $size }，与 STAT 不同
pop3-list-unfinished = 列表没有以单独一行的点结束
pop3-capability-auth-resp-code = 登录失败时说明原因（RFC 3206）
pop3-capability-expire = 邮件保留期限（RFC 2449）
pop3-capability-implementation = 服务器程序（RFC 2449）
pop3-capability-lang = 可以选择应答语言（RFC 6856）
pop3-capability-login-delay = 两次登录的最短间隔（RFC 2449）
pop3-capability-pipelining = 可以不等应答，连续发送命令（RFC 2449）
pop3-capability-resp-codes = 错误应答带方括号里的代码（RFC 2449）
pop3-capability-sasl = 可用的 SASL 登录方式（RFC 5034）
pop3-capability-stls = 可以从明文切换到 TLS（RFC 2595）
pop3-capability-top = 可以只取信头（RFC 1939）
pop3-capability-uidl = 每封邮件有唯一标识（RFC 1939）
pop3-capability-user = 可以用 USER 和 PASS 登录（RFC 1939）
pop3-capability-utf8 = 可以使用 UTF-8（RFC 6856）
pop3-capability-unknown = 不认识的能力，可能是厂商自己的
pop3-recognised = 服务器先发 +OK，客户端发 { $verb }
pop3-recognised-greeting = 服务器先发 +OK，客户端没有发命令
pop3-recognised-late = 看到 { $verb } 和应答；开头没有捕获，登录未知
pop3-recognised-commands = 看到 { $verb } 等命令
pop3-outcome-login =
    { $login ->
        [ok] 登录成功
        [failed] 登录失败
       *[none] 没有登录
    }
pop3-outcome-fetched = { $count } 封中取了 { $fetched } 封
pop3-outcome-stls = STLS 之后已加密
pop3-summary =
    { $logins ->
        [0] { $failed ->
            [0] 没有登录
           *[other] 登录失败 { $failed } 次
        }
       *[other] { $failed ->
            [0] 登录成功
           *[other] 登录成功，此前失败 { $failed } 次
        }
    }，取信 { $fetched } 封{ $deleted ->
        [0] {""}
       *[other] ，删除 { $deleted } 封
    }
pop3-clear-although-offered = 明文登录：服务器提供 STLS（{ $offered }），客户端没有使用；账号、密码和邮件都以明文传输（{ $frames }）
pop3-bare-lf = 行尾只有 <LF>（#{ $first } 起，共 { $lines } 行）：标准要求 <CR><LF>（RFC 1939 第 3 节）
pop3-stls-refused = 服务器拒绝了 STLS，会话继续以明文进行，没有加密
pop3-message-incomplete = 邮件不完整：有 { $size } 字节，缺 { $missing } 字节；重新捕获才能得到全文
pop3-command-cut = 行尾缺失
