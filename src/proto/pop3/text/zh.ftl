# POP3 各步骤的说明
pop3-greeting = +OK 连接成功，后面是欢迎信息
    .why = POP3 也由服务器先说话，但不用数字，而用 +OK 或 -ERR（RFC 1939 第 4 节）。现在是认证状态，只能登录或 QUIT。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-greeting-apop = +OK 连接成功；<..> 是 APOP 用的时间戳
    .why = 尖括号里的内容每次都不同。使用 APOP 时，客户端发送的是它和密码合起来的 MD5 摘要，而不是密码（RFC 1939 第 7 节）。用 USER、PASS 登录的客户端不理会它。
    .look = 过滤器 pop.response.description contains "<"。
pop3-greeting-refused = -ERR 服务器拒绝连接
    .why = 服务器现在不接待这个客户端，例如连接太多，随后会关闭连接。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-continue = + 请继续：{ $what }
    .why = 加号和空格：服务器发来质询，等客户端回答（RFC 5034 第 4 节）。它既不是 +OK，也不是 -ERR。
    .look = 过滤器 pop.request.command == "AUTH"。+ 在随后的一行里；客户端的回答被 Wireshark 当作命令（Request command）。
pop3-command-apop = 用摘要登录{ $masked }，没有发送密码
    .why = APOP 发送账号，以及欢迎信息里的时间戳和密码合起来的 MD5 摘要（RFC 1939 第 7 节）。摘要用过一次就作废。不过 MD5 已经不够安全，邮件本身仍以明文传输。
    .look = 过滤器 upper(pop.request.command) == "APOP"。
pop3-command-auth =
    { $argument ->
        [yes] 请求用 SASL 登录
       *[no] 询问有哪些登录方式
    }
    .why = AUTH 加方式名开始 SASL 登录（RFC 5034）。只写 AUTH 是询问登录方式的老办法，现在用 CAPA。
    .look = 过滤器 upper(pop.request.command) == "AUTH"。
pop3-command-capa = 询问服务器支持哪些功能
    .why = CAPA 询问服务器支持的功能（RFC 2449），作用相当于 SMTP 的 EHLO。登录前后都可以发，结果可能不同。
    .look = 过滤器 upper(pop.request.command) == "CAPA"。
pop3-command-dele = 把第 { $number } 封标记为删除，QUIT 时才真正删除
    .why = DELE 只做标记（RFC 1939 第 5 节）。用 QUIT 正常退出时才真正删除；连接中途断开，邮件都还在。其他邮件的编号不变。
    .look = 过滤器 upper(pop.request.command) == "DELE"。
pop3-command-lang = 选择应答的语言
    .why = LANG（RFC 6856）选择应答文字的语言，+OK 和 -ERR 不变。
    .look = 过滤器 upper(pop.request.command) == "LANG"。
pop3-command-list =
    { $argument ->
        [yes] 询问第 { $number } 封的大小
       *[no] 询问每封的大小
    }
    .why = LIST 给出邮件的编号和大小（RFC 1939 第 5 节）。编号只在这次会话里有效，要以后还认得，得用 UIDL。
    .look = 过滤器 upper(pop.request.command) == "LIST"。
pop3-command-noop = 空操作，只要求一个应答
    .why = NOOP 什么也不改变，可以防止连接因空闲而被关闭（RFC 1939 第 5 节）。
    .look = 过滤器 upper(pop.request.command) == "NOOP"。
pop3-command-pass = 密码{ $masked }
    .why = PASS 直接发送密码，连 Base64 都不用（RFC 1939 第 7 节）。没有 TLS，途中谁都能看到。
    .look = 过滤器 upper(pop.request.command) == "PASS"。Wireshark 在该行和 pop.request.parameter 里直接显示密码，截图时要小心。
pop3-command-quit =
    { $login ->
        [no] 退出；没有登录，只是关闭连接
       *[other] 退出；标记的邮件此时删除
    }
    .why = 登录之后的 QUIT 进入更新状态：服务器删除有标记的邮件，然后关闭连接（RFC 1939 第 6 节）。没有登录时只是关闭。
    .look = 过滤器 upper(pop.request.command) == "QUIT"。
pop3-command-retr = 取第 { $number } 封
    .why = RETR 取回一封邮件（RFC 1939 第 5 节）。取回并不删除；不在服务器上保留副本的邮件程序会再发 DELE。
    .look = 过滤器 upper(pop.request.command) == "RETR"。
pop3-command-rset = 取消所有删除标记
    .why = RSET 取消这次会话里的删除标记（RFC 1939 第 5 节）。它和 SMTP 的 RSET 不同，与信封无关。
    .look = 过滤器 upper(pop.request.command) == "RSET"。
pop3-command-stat = 询问邮件数和总大小
    .why = STAT 用一行给出邮件数和总大小（RFC 1939 第 5 节），标记为删除的不计在内。
    .look = 过滤器 upper(pop.request.command) == "STAT"。
pop3-command-stls = 请求从这里起改用 TLS
    .why = STLS 之于 POP3，相当于 STARTTLS 之于 SMTP：同一个端口，+OK 之后都是 TLS（RFC 2595 第 4 节）。只能在登录之前使用。
    .look = 过滤器 upper(pop.request.command) == "STLS"。
pop3-command-top = 取第 { $number } 封的信头和正文的前几行
    .why = TOP n m 取第 n 封的信头和正文的前 m 行（RFC 1939 第 7 节）。邮件程序用它显示主题，而不必下载附件。
    .look = 过滤器 upper(pop.request.command) == "TOP"。
pop3-command-uidl =
    { $argument ->
        [yes] 询问第 { $number } 封的唯一标识
       *[no] 询问每封的唯一标识，用来认出已取过的邮件
    }
    .why = UIDL 给出每封邮件的唯一标识，每次会话都不变（RFC 1939 第 7 节）。在服务器上保留邮件的程序靠它判断哪些是新的。
    .look = 过滤器 upper(pop.request.command) == "UIDL"。
pop3-command-user = 账号，密码在下一条命令里
    .why = USER 指明邮箱（RFC 1939 第 7 节）。即使没有这个用户，服务器通常也回答 +OK，等 PASS 之后才判断，以免有人试探账号。
    .look = 过滤器 upper(pop.request.command) == "USER"。
pop3-command-utf8 = 请求使用 UTF-8
    .why = UTF8（RFC 6856）允许在这次会话里使用 UTF-8 的账号和信头。
    .look = 过滤器 upper(pop.request.command) == "UTF8"。
pop3-command-xtnd = 早已废弃的扩展命令
    .why = XTND 是当年通过 POP3 发信的私有扩展，现在没有人用；发信用 SMTP。
    .look = 过滤器 upper(pop.request.command) == "XTND"。
pop3-command-unknown = 不认识的命令，按原样显示
    .why = 第一个词不是 POP3 命令：可能打错了字，也可能是 SMTP 的命令。服务器回答 -ERR，会话可以继续。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-command-partial = 这一行没有结束，后面的字节不在文件里
    .why = 命令要有行尾才算完整。这里行尾还没有到，连接或捕获就结束了。
    .look = 过滤器 tcp.flags.fin == 1 || tcp.flags.reset == 1。
pop3-pass-clear = 没有加密，以明文传输
    .why = 110 端口不用 STLS 就是明文：途中谁都能读到密码，进而读到整个邮箱。995 端口从第一个字节起就是 TLS。
    .look = 过滤器 upper(pop.request.command) == "PASS"。
pop3-pass-clear-offered = 没有使用 STLS，以明文传输
    .why = 服务器列出了 STLS，只要先发这一条命令，密码和后面的内容就都会加密。请在邮件程序里选择 STARTTLS 或 SSL/TLS。
    .look = 过滤器 upper(pop.request.command) == "PASS"。
pop3-ok = +OK 成功
    .why = +OK 表示命令已执行（RFC 1939 第 3 节）。后面的文字是给人看的，各服务器不同。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-apop = +OK 登录成功，进入事务状态
    .why = 摘要正确。进入事务状态，可以用 STAT、LIST、RETR、DELE。邮箱被这次会话锁定（RFC 1939 第 4 节）。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-auth =
    { $argument ->
        [yes] +OK 登录成功，进入事务状态
       *[no] +OK 列出登录方式
    }
    .why = 带方式的 AUTH，这个 +OK 表示 SASL 登录成功；只写 AUTH 时，它后面是登录方式的列表。
    .look = 过滤器 upper(pop.request.command) == "AUTH"。
pop3-ok-capa = +OK 列出支持的功能
    .why = 多行应答：每行一项功能，到只含一个点的行为止（RFC 2449 第 5 节）。列表里有 STLS，说明可以使用 TLS。
    .look = 过滤器 pop contains "CAPA"。Info 列只显示第一行，列表在详情里。
pop3-ok-dele = +OK 已标记，QUIT 之前还可以用 RSET 取消
    .why = 邮件还在，只是不再计数。RSET 或连接中断都能保住它。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-lang = +OK 语言
    .why = 此后应答的文字改用所选的语言。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-list =
    { $argument ->
        [yes] +OK 这一封的大小，只有一行
       *[no] +OK 每封一行，末行是一个点
    }
    .why = 只写 LIST，应答有好几行，每行是一封的编号和大小，末行是一个点；带编号时应答只有一行。大小按 CRLF 行尾的字节数计（RFC 1939 第 11 节）。
    .look = 过滤器 upper(pop.request.command) == "LIST"。应答在 Info 列只显示第一行。
pop3-ok-noop = +OK 空操作的应答
    .why = 服务器仍在应答，状态没有任何变化。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-pass = +OK 登录成功，进入事务状态
    .why = 密码正确。进入事务状态，可以用 STAT、LIST、RETR、DELE。邮箱被这次会话锁定（RFC 1939 第 4 节）。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-quit = +OK 服务器同意退出
    .why = 服务器已删除有标记的邮件，解除邮箱锁定，随后关闭连接（RFC 1939 第 6 节）。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-retr = +OK 下一行起是邮件，到只含一个点的行为止
    .why = 这一行之后是邮箱里的原样邮件，做了点填充，以只含一个点的行结束（RFC 1939 第 3 节）。这里给出的大小不含结束标志和多加的点。
    .look = 过滤器 pop.response.description contains "octets"。较长的邮件分在几帧里：pop.data.fragments。
pop3-ok-rset = +OK 删除标记已全部取消
    .why = 已经没有带标记的邮件，QUIT 时什么也不会删除。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-stat = +OK 共 { $count } 封，{ $size } 字节
    .why = 两个数字：邮件数和字节数，格式由标准规定，便于程序读取（RFC 1939 第 5 节）。标记为删除的邮件不计在内。
    .look = 过滤器 upper(pop.request.command) == "STAT"。数字在下一行的 pop.response.description 里。
pop3-ok-stls = +OK 同意，从下一个字节起是 TLS 握手
    .why = 从下一个字节起是 TLS：客户端发 Client Hello，服务器不再发欢迎信息（RFC 2595 第 4 节）。
    .look = 过滤器 pop.response.indicator == "+OK" || tls.handshake.type == 1。
pop3-ok-top = +OK 下一行起是信头和正文的前几行
    .why = 和 RETR 的应答相似，但只到所要的行数为止，不是完整的邮件。
    .look = 过滤器 upper(pop.request.command) == "TOP"。
pop3-ok-uidl =
    { $argument ->
        [yes] +OK 这一封的唯一标识
       *[no] +OK 每封的唯一标识，末行是一个点
    }
    .why = 每行是一封的编号和唯一标识，末行是一个点；带编号时只有一行。标识由 1 到 70 个可打印字符组成，不是信头里的 Message-ID（RFC 1939 第 7 节）。
    .look = 过滤器 upper(pop.request.command) == "UIDL"。
pop3-ok-user = +OK 接受账号，等待密码
    .why = 这不表示用户一定存在，是否成功要等 PASS 之后。
    .look = 过滤器 upper(pop.request.command) == "USER"。
pop3-ok-utf8 = +OK 使用 UTF-8
    .why = 此后可以使用 UTF-8（RFC 6856）。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-ok-xtnd = +OK 成功
    .why = 服务器接受了这条废弃的命令。
    .look = 过滤器 pop.response.indicator == "+OK"。
pop3-err = -ERR 失败；出错的应答总是一行
    .why = -ERR 表示命令失败，状态没有改变（RFC 1939 第 3 节）。原因写在给人看的文字里，POP3 没有应答码。会话可以继续。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-err-code = -ERR 失败，原因代码 { $code }
    .why = 方括号里的词让程序知道原因（RFC 2449 第 8 节、RFC 3206）：IN-USE 邮箱被锁定，LOGIN-DELAY 登录太频繁，SYS/TEMP 和 SYS/PERM 服务器故障，AUTH 登录有误。
    .look = 过滤器 pop.response.description contains "["。
pop3-err-login = -ERR 登录失败，常见原因是账号或密码不对
    .why = 服务器不说明错在哪里。其他可能：邮箱设置里没有开启 POP3，要用授权码而不是密码，或者必须先用 TLS。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-err-stls = -ERR 服务器拒绝 TLS，会话继续以明文进行
    .why = 客户端要求 TLS 而没有得到，后面都是明文。要保护密码的程序应当到此为止。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-reply-stray = 不知道是对哪条命令的应答
    .why = 它对应的命令不在文件里，或者这是一个列表的一部分，开头缺失。
    .look = 过滤器 pop.response。
pop3-reply-unfinished = 应答没有结束，后面的行不在文件里
    .why = 行尾不在文件里；如果是列表，就是缺少只含一个点的末行。
    .look = 过滤器 pop.response。
pop3-list-sum = 合计 { $size } 字节
    .why = 列表里各封大小相加的结果；如果发 STAT，得到的应是同一个数。
    .look = 过滤器 upper(pop.request.command) == "LIST"。
pop3-list-sum-agrees = 合计 { $size }，与 STAT 相同
    .why = 列表里各封的大小相加，正好等于 STAT 给出的总数，两个应答互相印证。
    .look = 过滤器 upper(pop.request.command) == "STAT"。
pop3-list-sum-differs = 合计 { $size }，与 STAT 不同
    .why = 可能 STAT 和 LIST 之间有邮件被标记删除，也可能服务器对行尾的计算不一致（RFC 1939 第 11 节）。
    .look = 过滤器 upper(pop.request.command) == "STAT"。
pop3-list-unfinished = 列表没有以单独一行的点结束
    .why = 多行应答应以只含一个点的行结束（RFC 1939 第 3 节）。这里没有等到它就来了下一个应答，或者后面没有捕获到。
    .look = 过滤器 pop.response。
pop3-capability-auth-resp-code = 登录失败时说明原因（RFC 3206）
    .why = 登录失败时带 [AUTH]，程序可以区分密码不对和服务器故障。
    .look = 过滤器 pop contains "AUTH-RESP-CODE"。
pop3-capability-capa = CAPA：就是这条命令本身
    .why = 有的服务器把询问列表用的命令本身也列出来，没有新的信息。
    .look = 过滤器 upper(pop.request.command) == "CAPA"。
pop3-capability-expire = 邮件保留期限（RFC 2449）
    .why = 服务器保留邮件的天数；NEVER 表示不限，0 表示取走后可能立即删除。
    .look = 过滤器 pop contains "EXPIRE"。
pop3-capability-implementation = 服务器程序（RFC 2449）
    .why = 服务器程序的名字，可能还有版本，报告故障时有用。
    .look = 过滤器 pop contains "IMPLEMENTATION"。
pop3-capability-lang = 可以选择应答语言（RFC 6856）
    .why = 用 LANG 可以让应答文字改用其他语言。
    .look = 过滤器 pop contains "LANG"。
pop3-capability-login-delay = 两次登录的最短间隔（RFC 2449）
    .why = 两次登录之间至少要隔的秒数，太快会得到 -ERR [LOGIN-DELAY]。
    .look = 过滤器 pop contains "LOGIN-DELAY"。
pop3-capability-pipelining = 可以不等应答，连续发送命令（RFC 2449）
    .why = 客户端可以把 RETR 1、RETR 2、RETR 3 等一起发出，应答按同样的次序返回。
    .look = 过滤器 pop contains "PIPELINING"。
pop3-capability-resp-codes = 错误应答带方括号里的代码（RFC 2449）
    .why = -ERR 后面方括号里的词（例如 [IN-USE]）是给程序看的代码，不是文字的一部分。
    .look = 过滤器 pop contains "RESP-CODES"。
pop3-capability-sasl = 可用的 SASL 登录方式（RFC 5034）
    .why = AUTH 可用的方式。PLAIN 和 LOGIN 可以直接读出，只有在 TLS 里才安全；CRAM-MD5 不发送密码。
    .look = 过滤器 pop contains "SASL"。
pop3-capability-stls = 可以从明文切换到 TLS（RFC 2595）
    .why = 服务器可以在这个端口上切换到 TLS。这只是提供：客户端不发 STLS，密码和邮件就是明文。
    .look = 过滤器 pop contains "STLS"。
pop3-capability-top = 可以只取信头（RFC 1939）
    .why = TOP 在 RFC 1939 里是可选的，这台服务器支持。
    .look = 过滤器 pop contains "TOP"。
pop3-capability-uidl = 每封邮件有唯一标识（RFC 1939）
    .why = UIDL 在 RFC 1939 里是可选的，在服务器上保留邮件的程序离不开它。
    .look = 过滤器 pop contains "UIDL"。
pop3-capability-user = 可以用 USER 和 PASS 登录（RFC 1939）
    .why = 可以用 USER 和 PASS 登录，密码是明文。很多服务器只在 TLS 里才列出这一行。
    .look = 过滤器 pop contains "USER"。
pop3-capability-utf8 = 可以使用 UTF-8（RFC 6856）
    .why = 发 UTF8 命令后，可以处理 UTF-8 的账号和信头。
    .look = 过滤器 pop contains "UTF8"。
pop3-capability-unknown = 不认识的功能，可能是厂商自己的
    .why = 功能名要登记，私有的以 X 开头。客户端遇到不认识的，忽略即可（RFC 2449）。
    .look = 过滤器 upper(pop.request.command) == "CAPA"。
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
           *[other] 登录成功，失败 { $failed } 次
        }
    }，取信 { $fetched } 封{ $deleted ->
        [0] {""}
       *[other] ，删除 { $deleted } 封
    }
pop3-clear-although-offered = 明文登录：服务器提供 STLS（{ $offered }），客户端没有使用；账号、密码和邮件都以明文传输（{ $frames }）
    .why = 服务器列出了 STLS，只要发这一条命令，后面的内容就会加密。没有用它，能看到数据包的人就能读出密码和邮件。改正办法是在邮件程序里选 STARTTLS，或者 995 端口的 SSL/TLS。
    .look = 过滤器 upper(pop.request.command) == "PASS"。密码原样显示在那一行里。
pop3-bare-lf = 行尾只有 <LF>（#{ $first } 起，共 { $lines } 行）：标准要求 <CR><LF>（RFC 1939 第 3 节）
    .why = POP3 的行以 CR 加 LF 结束（RFC 1939 第 3 节）。原始模式的终端或 nc 只发 LF；很多服务器接受，严格的不接受。
    .look = 过滤器 tcp.payload contains 0a && !(tcp.payload contains 0d:0a)。
pop3-too-many-waiting = 等待应答的命令超过 { $limit } 条，其中 { $count } 条的应答没有与命令对应
    .why = 客户端可以不等应答就连续发命令。超过上限的只记数目，后面的对应关系仍然正确。
    .look = 过滤器 pop3。
pop3-too-many-facts = 邮件和登录太多：有 { $count } 项没有计入这个会话的汇总（上限 { $limit } 字节），对话里仍有
    .why = 这个上限是为了防止内存耗尽。上限之前的内容是完整的。
    .look = 过滤器 pop3。
pop3-stls-refused = 服务器拒绝了 STLS，会话继续以明文进行，没有加密
    .why = 客户端要求 TLS，服务器没有同意，后面都是明文（RFC 2595 第 4 节）。要保护密码的程序应当到此为止。
    .look = 过滤器 upper(pop.request.command) == "STLS"。
pop3-clear-after-stls = 服务器同意了 STLS（{ $agreed }），却没有开始 TLS，对话继续以明文进行（{ $frames }）
    .why = 客户端要求加密，服务器也同意了，却没有握手。或者客户端有毛病，或者途中有人阻止 TLS 开始。要保护密码的程序应当到此为止。
    .look = 过滤器 upper(pop.request.command) == "STLS"。
pop3-message-incomplete =
    { $missing ->
        [0] 邮件不完整：文件里只有其中 { $size } 字节，没有开头或没有结尾
       *[other] 邮件不完整：有 { $size } 字节，缺 { $missing } 字节；重新捕获才能得到全文
    }
    .why = 邮件有一部分不在文件里，不能完整导出。只要没有删除，服务器上还有它，重新捕获时再取一次即可。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
pop3-command-cut = 行尾缺失
pop3-summary-mails = 取信 { $fetched } 封
# 状态、参数、原因代码、邮箱
pop3-before-login = 登录之前不能用
    .why = 登录之前是 AUTHORIZATION 状态，只能登录，或用 CAPA、STLS、QUIT（RFC 1939 第 4 节），服务器必须答 -ERR。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-behind-login = 只能在登录之前用
    .why = 登录之后是 TRANSACTION 状态，不能再次登录（RFC 1939 第 5 节）。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-behind-quit = QUIT 之后不能再发命令
    .why = QUIT 进入 UPDATE 状态：删除有标记的邮件，然后关闭连接（RFC 1939 第 6 节）。
    .look = 过滤器 upper(pop.request.command) == "QUIT"。
pop3-argument-missing = 缺少参数，至少要 { $least } 个
    .why = 这条命令需要参数（RFC 1939），没有就答 -ERR。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-argument-unexpected = 参数太多，最多 { $most } 个
    .why = 这条命令没有这么多参数（RFC 1939），不少服务器会忽略多余的。
    .look = 过滤器 pop.request.parameter。
pop3-pass-without-user = 前面没有 USER
    .why = PASS 要紧跟在成功的 USER 之后（RFC 1939 第 7 节），否则服务器不知道账号，答 -ERR。
    .look = 过滤器 pop.response.indicator == "-ERR"。
pop3-message-marked = 这一封已标记删除
    .why = 标记删除的邮件在这次会话里不能再用，除非用 RSET 取消标记（RFC 1939 第 5 节）。
    .look = 过滤器 upper(pop.request.command) == "DELE"。
pop3-err-login-code = -ERR 登录失败，原因代码 { $code }
    .why = 方括号里的词告诉程序原因（RFC 2449 第 8 节，RFC 3206）：只有 AUTH 时才值得重新询问密码。
    .look = 过滤器 pop.response.description contains "["。
pop3-code-auth = { $code }：确实是账号或密码不对
    .why = AUTH 表示问题在账号或密码，不在服务器（RFC 3206）。
    .look = 过滤器 pop.response.description contains "[AUTH]"。
pop3-code-in-use = { $code }：邮箱正被另一个会话锁定
    .why = 同一时间只能有一个会话打开邮箱（RFC 1939 第 4 节），等另一个结束后再试。
    .look = 过滤器 pop.response.description contains "[IN-USE]"。
pop3-code-login-delay = { $code }：离上次登录太近
    .why = 服务器要求两次登录之间间隔一段时间（RFC 2449），CAPA 里可能写明。
    .look = 过滤器 pop.response.description contains "[LOGIN-DELAY]"。
pop3-code-sys-perm = { $code }：服务器故障，需要人工处理
    .why = 重试没有用，需要有人修复（RFC 3206）。
    .look = 过滤器 pop.response.description contains "[SYS/"。
pop3-code-sys-temp = { $code }：服务器暂时故障
    .why = 过后重试可能成功（RFC 3206）。
    .look = 过滤器 pop.response.description contains "[SYS/"。
pop3-code-utf8 = { $code }：需要先用 UTF8 命令
    .why = 邮件或账号含 UTF-8，而客户端没有发 UTF8 命令（RFC 6856）。
    .look = 过滤器 pop.response.description contains "[UTF8]"。
pop3-code-unknown = { $code }，没有登记的代码
    .why = 服务器可以有自己的代码，程序按没有代码处理（RFC 2449 第 8 节）。
    .look = 过滤器 pop.response.description contains "["。
pop3-wrong-state = 状态不对的命令：{ $commands }（RFC 1939 第 3 节）
pop3-deletions-not-done = 邮件 { $messages } 只是标记，没有删除：要 QUIT 成功才会删除（RFC 1939 第 6 节），这里没有
pop3-octets-differ = 服务器说有 { $declared } 字节，实际发了 { $size } 字节；客户端以只含一个点的行为准，没有丢失
pop3-mailbox = 邮箱共 { $count } 封，{ $size } 字节；取回：{ $fetched }；只取信头：{ $headers }；标记删除：{ $marked }；被 RSET 取消标记：{ $undeleted }；QUIT 时删除：{ $committed }
# 状态图里的状态
pop3-state-connected = 已连接
pop3-state-authorization = AUTHORIZATION 认证状态
pop3-state-transaction = TRANSACTION 事务状态
pop3-state-update = UPDATE 更新状态
pop3-state-closed = 已结束
