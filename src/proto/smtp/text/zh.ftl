# SMTP 各步骤的说明
smtp-command-ehlo = 向服务器表明身份，并询问支持哪些扩展
    .why = 客户端报上自己的名字，并表示使用扩展 SMTP（RFC 5321 第 4.1.1.1 节）。服务器在应答里列出支持的扩展，客户端只能使用列出的那些。这个名字只是自称，没有人核实：它说的是电脑，不是用户，也不是登录。
    .look = 过滤器 upper(smtp.req.command) == "EHLO"。不少程序发小写的 ehlo，upper() 让大小写都能匹配。
smtp-command-helo = HELO 表明身份，命令不分大小写
    .why = SMTP 最早的问候命令：客户端只报名字，不询问扩展（RFC 5321 第 4.1.1.1 节）。现在的程序都发 EHLO，HELO 多见于手工输入和老设备。没有 EHLO，服务器就不列扩展，不过很多服务器照样接受 AUTH。
    .look = 过滤器 upper(smtp.req.command) == "HELO"。
smtp-command-lhlo = LMTP 的问候：表明身份并询问扩展
    .why = LMTP（RFC 2033）与 SMTP 相近，用于最后一步：邮件服务器把邮件交给邮箱。它用 LHLO 代替 EHLO，内容发完之后，每个收件人各有一个应答。LMTP 不使用 25 端口。
    .look = 过滤器 smtp contains "LHLO"。
smtp-command-mail = 信封发件人，不一定等于信头里的 From
    .why = MAIL FROM 开始一次邮件事务，给出退信地址：投递失败的通知发到这里（RFC 5321 第 4.1.1.2 节）。它属于信封。收信人看到的 From 写在邮件内容的信头里，两者可以不同，SMTP 并不比较。
    .look = 过滤器 upper(smtp.req.command) == "MAIL"。与邮件的 imf.from 对照。
smtp-command-rcpt = 信封收件人，每个收件人一条命令
    .why = RCPT TO 指定一个收件人；有几个就重复几次，每个都单独被接受或拒绝（RFC 5321 第 4.1.1.3 节）。邮件投给这里的地址，与信头里的 To 无关。密送（Bcc）就是这样实现的：信封里有，信头里没有。
    .look = 过滤器 upper(smtp.req.command) == "RCPT"。与邮件的 imf.to 对照。
smtp-command-data = DATA 只是命令，邮件内容在 354 之后才发
    .why = DATA 只是询问能不能发内容，本身不是内容（RFC 5321 第 4.1.1.4 节）。客户端等到 354 才发信头、空行和正文，最后用只含一个点的行结束。得到别的应答，就不发内容。
    .look = 过滤器 upper(smtp.req.command) == "DATA"。C: DATA 那一行是命令；354 之后的 C: DATA fragment 是 Wireshark 给内容加的标签。
smtp-command-bdat = BDAT 按字节数发送内容
    .why = 有 CHUNKING 扩展时，BDAT 可以代替 DATA：先写明字节数，随后紧跟同样多的字节（RFC 3030 第 2 节）。没有 354，没有结束标志，也不做点填充，所以任何字节都能发。每一块都有应答，LAST 表示邮件到此结束。
    .look = 过滤器 smtp contains "BDAT"。Wireshark 4.0 不解析 BDAT：这一行和客户端此后各行都显示为 C: DATA fragment。
smtp-command-burl = 请服务器自己从 IMAP 服务器取内容
    .why = BURL（RFC 4468）指向已经放在 IMAP 服务器上的内容，邮件就不必上传两次。支持它的服务器很少。
    .look = 过滤器 smtp contains "BURL"。
smtp-command-rset = 放弃当前信封，重新开始
    .why = RSET 清空当前事务的发件人、收件人和内容，连接和登录都保留（RFC 5321 第 4.1.1.5 节）。已经得到 250 的邮件收不回来。
    .look = 过滤器 upper(smtp.req.command) == "RSET"。
smtp-command-noop = 空操作，只要求一个应答
    .why = NOOP 什么也不改变，只用来检查服务器是否还在应答，或者让空闲的连接保持下去（RFC 5321 第 4.1.1.9 节）。
    .look = 过滤器 upper(smtp.req.command) == "NOOP"。
smtp-command-vrfy = 询问一个地址是否存在
    .why = VRFY 询问一个地址是否有效（RFC 5321 第 4.1.1.6 节）。它常被用来收集地址，所以很多服务器关掉它，或者回答 252：既不承认，也不否认。
    .look = 过滤器 upper(smtp.req.command) == "VRFY"。
smtp-command-expn = 询问邮件列表的成员
    .why = EXPN 询问邮件列表里有谁（RFC 5321 第 4.1.1.7 节）。为了保护隐私，几乎所有服务器都拒绝。
    .look = 过滤器 upper(smtp.req.command) == "EXPN"。
smtp-command-help = 请求帮助
    .why = HELP 请求给人看的说明，应答是 211 或 214（RFC 5321 第 4.1.1.8 节）。内容没有标准，程序也不使用它。
    .look = 过滤器 upper(smtp.req.command) == "HELP"。
smtp-command-quit = 请求退出
    .why = QUIT 正常结束会话：服务器回答 221，然后关闭连接（RFC 5321 第 4.1.1.10 节）。已接收的邮件不靠 QUIT 生效；还没有完成的事务会被丢弃。
    .look = 过滤器 upper(smtp.req.command) == "QUIT"。之后用 tcp.flags.fin == 1 看连接的关闭。
smtp-command-auth = 请求登录
    .why = AUTH 从服务器列出的 SASL 方式中选一种登录（RFC 4954）。服务器用 334 提问，客户端回答，内容都是 Base64，直到 235 或出错。Base64 只把字节变成可打印字符，不保密；没有 TLS 时，LOGIN 和 PLAIN 的账号和授权码途中谁都能读出来。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"。后面的账号和授权码用 smtp.auth.username、smtp.auth.password 查找，行首的 User: 和 Pass: 是 Wireshark 加的。
smtp-command-starttls = 请求从这里起改用 TLS
    .why = STARTTLS 在同一个端口上把明文连接变成 TLS 连接（RFC 3207）。服务器回答 220 后立即开始 TLS 握手，之后要重新发 EHLO，因为明文阶段的内容不再算数。命令本身是明文，途中可能被人去掉，所以程序应当坚持使用 TLS。
    .look = 过滤器 smtp.command_line contains "STARTTLS"。220 应答之后，协议从 SMTP 变成 TLS（tls.handshake.type == 1）。
smtp-command-etrn = 请服务器发送为某个域名排队的邮件
    .why = ETRN（RFC 1985）用于不常在线的服务器：请对方现在就把为某个域名排队的邮件发过来。
    .look = 过滤器 smtp contains "ETRN"。
smtp-command-atrn = 登录后请求对调角色，接收排队的邮件
    .why = ATRN（RFC 2645）让已登录的连接对调方向：服务器变成客户端，把排队的邮件发给对方。
    .look = 过滤器 smtp contains "ATRN"。
smtp-command-x-anonymoustls = 请求改用 TLS（Exchange 服务器之间）
    .why = Exchange 自己的 STARTTLS，用于同一组织的服务器之间，不按名称核对证书。
    .look = 过滤器 smtp contains "X-ANONYMOUSTLS"。
smtp-command-xclient = 代理向服务器转告真正的客户端（Postfix）
    .why = XCLIENT 是 Postfix 自己的命令：前面的代理或过滤程序转告真正客户端的地址和名字。服务器只应接受自己信任的主机发来的。
    .look = 过滤器 smtp contains "XCLIENT"。
smtp-command-xforward = 转告日志用的客户端信息（Postfix）
    .why = XFORWARD 是 Postfix 自己的命令：只为写日志而转告客户端信息，不改变任何权限。
    .look = 过滤器 smtp contains "XFORWARD"。
smtp-command-obsolete = 早已废弃的命令
    .why = SEND、SOML、SAML、TURN 出自最早的 SMTP（RFC 821），现在不应再用（RFC 5321 附录 F）。
    .look = 过滤器 upper(smtp.req.command) == "TURN"。
smtp-command-unknown = 不认识的命令，按原样显示
    .why = 这一行的第一个词不是 SMTP 命令，也不是已知扩展的命令，通常是打错了字。服务器回答 500，会话可以继续。
    .look = 过滤器 smtp.response.code == 500。客户端的不认识的行，Wireshark 显示为 C: DATA fragment。
smtp-command-empty = 空行
    .why = 只有回车，没有命令。服务器会回答 500，或者不理会。
    .look = 过滤器 smtp.response.code == 500。
smtp-command-partial = 这一行没有结束，后面的字节不在文件里
    .why = 命令要有行尾才算完整。这里行尾还没有到，连接或捕获就结束了，不知道服务器是否收到了完整的命令。
    .look = 过滤器 tcp.flags.fin == 1 || tcp.flags.reset == 1。
smtp-hello-nameless = 没有写名字，标准要求必须写
    .why = EHLO 和 HELO 后面必须写名字：域名，或 [192.168.1.10] 这样的地址（RFC 5321 第 4.1.1.1 节）。很多服务器会回答 501。
    .look = 过滤器 smtp.response.code == 501。
smtp-auth-mechanism = 请求登录，方式为 { $mechanism }
    .why = 登录方式决定发送什么：LOGIN 和 PLAIN 发的就是授权码的 Base64；CRAM-MD5、DIGEST-MD5、SCRAM 发的是用它算出的值；XOAUTH2 发的是令牌。LOGIN 和 PLAIN 只能靠 TLS 保护。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"。方式在 smtp.req.parameter 里。
smtp-nth-mail = 第 { $number } 封
    .why = 一个连接里可以连续发几封邮件，每封都从 MAIL FROM 开始，到内容的应答为止，登录一次即可。
    .look = 过滤器 upper(smtp.req.command) == "MAIL"。每一行是一个信封。
smtp-declared-size = 声明大小 { $size } 字节
    .why = SIZE= 预先说明邮件大小，太大时服务器可以在发送之前就拒绝（RFC 1870）。这是估计值，服务器不会逐字节核对。
    .look = 过滤器 smtp.req.parameter matches "(?i)size="。
smtp-null-sender = 空的发件人：退信或通知
    .why = 空路径 <> 表示退信一类的通知。没有可以退回的地址，就不会出现对通知的通知（RFC 5321 第 4.5.5 节）。
    .look = 过滤器 smtp.req.parameter contains "<>"。
smtp-path-unreadable = 地址写法不合规定，无法解析
    .why = 标准写法是 MAIL FROM:<地址> 和 RCPT TO:<地址>（RFC 5321 第 4.1.2 节）。这里的写法无法这样解读，看应答就知道服务器怎样处理。
    .look = 过滤器 smtp.response.code >= 500。
smtp-path-space = 冒号后多了空格
    .why = 按 RFC 5321，冒号和尖括号之间没有空格（第 3.3 节）。手工输入时常这样写，多数服务器接受，严格的会回答 501。
    .look = 过滤器 smtp.req.parameter contains ": "。
smtp-path-bare = 地址没有尖括号
    .why = 地址必须写在尖括号里（RFC 5321 第 4.1.2 节）。宽松的服务器没有也接受，严格的会回答 501。
    .look = 过滤器 smtp.req.parameter matches "(?i)^(from|to):[^<]*$"。
smtp-bdat-unreadable = 长度写法有误，无法得知内容在哪里结束
    .why = BDAT 后面要写随后的字节数（RFC 3030 第 2 节）。数字读不出来，就不知道内容到哪里结束、下一条命令从哪里开始。
    .look = 过滤器 smtp contains "BDAT"。
smtp-bdat-size = 后面 { $size } 字节
    .why = BDAT 行尾之后的这么多字节，无论是什么都算内容；再往后又是命令。
    .look = 过滤器 smtp contains "BDAT"。
smtp-bdat-last = LAST：最后一块
    .why = LAST 表示邮件到此结束，可以带最后一段内容，也可以写 0 字节（RFC 3030 第 2 节）。对这一块的应答，才表示邮件被接收。
    .look = 过滤器 smtp contains "LAST"。
smtp-bdat-chunk = 第 { $number } 块内容，不做点填充
    .why = 一块就是邮件的一段，可以在任何地方切开，甚至在一行中间。接收方把各块接起来即可；长度已知，所以点开头的行不用改动。
    .look = 过滤器 smtp contains "BDAT"。命令和内容可能在同一帧里，Wireshark 显示为 C: DATA fragment。
smtp-label-chunk = 内容 { $bytes } 字节
smtp-content-bare-lf = 行尾只有 LF，服务器仍把点看作结束标志
    .why = 结束标志应是 CRLF、点、CRLF（RFC 5321 第 4.1.1.4 节）。有的服务器把 LF、点、LF 也看作结束，而下一台不这样看，就可能有人把第二封邮件藏在第一封里（SMTP 走私，2023 年公布）。
    .look = 过滤器 tcp.payload contains 0a:2e:0a。
smtp-gap-in-message = 缺的是邮件的第 { $from } 到 { $to } 字节
    .why = 字节在邮件内从 0 数起。缺口里的内容无法从这个文件恢复，缺口前后的部分仍然可以读。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
smtp-reply-2xx = { $code } 成功
    .why = 2 开头表示成功：命令已执行（RFC 5321 第 4.2.1 节）。程序只看数字，后面的文字是给人看的，各服务器不同。
    .look = 过滤器 smtp.response.code >= 200 && smtp.response.code < 300。
smtp-reply-3xx = { $code } 请继续
    .why = 3 开头表示到此为止没有问题，服务器等客户端发完其余部分再作决定（RFC 5321 第 4.2.1 节）。
    .look = 过滤器 smtp.response.code >= 300 && smtp.response.code < 400。
smtp-reply-4xx = { $code } 暂时失败，可以以后再试
    .why = 4 开头是暂时失败：同样的命令以后可能成功（RFC 5321 第 4.2.1 节）。邮件服务器会留着邮件反复重试，常常持续几天，邮件并没有丢。
    .look = 过滤器 smtp.response.code >= 400 && smtp.response.code < 500。
smtp-reply-5xx = { $code } 永久失败
    .why = 5 开头是永久失败：原样重发没有用，必须先改正（RFC 5321 第 4.2.1 节）。
    .look = 过滤器 smtp.response.code >= 500。
smtp-reply-211 = 211 系统状态或帮助
    .why = 对 HELP 或查询状态的应答，文字是给人看的。
    .look = 过滤器 smtp.response.code == 211。
smtp-reply-214 = 214 帮助信息
    .why = 对 HELP 的应答，一般有好几行，列出服务器的命令。
    .look = 过滤器 smtp.response.code == 214。
smtp-reply-220 = 220 服务就绪，后面是欢迎信息
    .why = SMTP 由服务器先说话：220 是欢迎信息，带有服务器名（RFC 5321 第 4.2 节）。客户端必须等到它才能发命令。其中的名字和程序名都是服务器自称的。
    .look = 过滤器 smtp.response.code == 220。
smtp-reply-220-starttls = 220 同意，从下一个字节起是 TLS 握手
    .why = 服务器同意 STARTTLS（RFC 3207 第 4 节）。从下一个字节起不再是 SMTP 文本：客户端先发 Client Hello，SMTP 在 TLS 里继续。
    .look = 过滤器 smtp.response.code == 220 || tls.handshake.type == 1。
smtp-reply-221 = 221 服务器同意退出
    .why = 对 QUIT 的应答：服务器没有别的要说，随后关闭连接（RFC 5321 第 4.2.3 节）。
    .look = 过滤器 smtp.response.code == 221。
smtp-reply-235 = 235 登录成功
    .why = 登录成功（RFC 4954 第 6 节）。此后服务器接受这个用户发信；登录本身并不保证 MAIL FROM 和 From 里写的就是本人。
    .look = 过滤器 smtp.response.code == 235。从 AUTH 到 235 之间都属于登录。
smtp-reply-250 = 250 成功
    .why = SMTP 最常见的成功应答码。成功的是什么，要看它回答的是哪条命令，两行要对照着读。
    .look = 过滤器 smtp.response.code == 250。
smtp-reply-250-bdat = 250 这一块已收到
    .why = 每一块都有应答。整封邮件是否被接收，要看带 LAST 的那一块的应答（RFC 3030 第 2 节）。
    .look = 过滤器 smtp.response.code == 250。
smtp-reply-250-content = 250 已接收并排队，不等于已送达对方邮箱
    .why = 从这个 250 起，邮件由服务器负责：要么投递，要么通知失败（RFC 5321 第 4.2.5 节）。它还不一定到了对方邮箱；排队编号可以用来在服务器日志里查找。
    .look = 过滤器 smtp.response.code == 250。看内容结束之后的那一行，文字里常有排队编号。
smtp-reply-250-ehlo = 250 成功：列出支持的扩展
    .why = 应答码后面是减号，表示后面还有行；是空格，表示最后一行（RFC 5321 第 4.2.1 节）。第一行是服务器名，其余每行一个扩展。列表只对这次会话有效，STARTTLS 之后也可能变化。
    .look = 过滤器 smtp.response.code == 250 && smtp.rsp.parameter。Info 列用 | 把各行连成一行，详情里每行各有一个 smtp.rsp.parameter。
smtp-reply-250-ehlo-none = 250 成功：没有列出任何扩展
    .why = 对 EHLO 的应答只有一行，就是不提供扩展（RFC 5321 第 4.1.1.1 节）：客户端只能用最基本的命令。
    .look = 过滤器 smtp.response.code == 250。
smtp-reply-250-helo = 250 成功：HELO 的应答不列扩展
    .why = 对 HELO 的应答只有一行（RFC 5321 第 4.1.1.1 节）。没有列表，客户端就不能假定服务器支持任何扩展。
    .look = 过滤器 smtp.response.code == 250。
smtp-reply-250-mail = 250 成功：接受该发件人
    .why = 服务器同意接受这个发件人的邮件，但没有核实这个地址是不是本人的。
    .look = 过滤器 smtp.response.code == 250。增强状态码 2.1.0 的意思也是发件人地址有效。
smtp-reply-250-noop = 250 成功：空操作的应答
    .why = 服务器仍在应答，状态没有任何变化。
    .look = 过滤器 smtp.response.code == 250。
smtp-reply-250-rcpt = 250 成功：接受该收件人
    .why = 服务器同意为这个收件人投递或转发。如果要转发，邮箱是否存在只有下一台服务器知道。
    .look = 过滤器 smtp.response.code == 250。增强状态码 2.1.5 的意思也是收件人地址有效。
smtp-reply-250-recipient = 250 已接收，交给这个收件人
    .why = LMTP 在内容之后对每个收件人各答一次（RFC 2033 第 4.2 节）：250 表示这个收件人的那一份由服务器负责，一般已放进邮箱。
    .look = 过滤器 smtp.response.code == 250。内容结束之后有几行，就有几个收件人。
smtp-lmtp-recipient = 这一行是对 { $address } 的应答
    .why = LMTP 的应答按 RCPT TO 的次序，只算被接受的收件人（RFC 2033 第 4.2 节），所以同一封邮件可以有人收到，有人没有收到。
    .look = 过滤器 smtp.response.code。与前面的 RCPT TO 逐行对照。
smtp-reply-250-rset = 250 成功：信封已清空
    .why = 发件人和收件人都已清除，下一封要重新从 MAIL FROM 开始。
    .look = 过滤器 smtp.response.code == 250。
smtp-reply-251 = 251 收件人不在本机，将代为转发
    .why = 收件人不在这里，服务器自己把邮件转过去（RFC 5321 第 3.4 节），算作接受。
    .look = 过滤器 smtp.response.code == 251。
smtp-reply-252 = 252 不能确认该地址，但会尽力投递
    .why = 不愿透露的服务器对 VRFY 的常见回答（RFC 5321 第 3.5.3 节）：既不表示地址存在，也不表示不存在。
    .look = 过滤器 smtp.response.code == 252。
smtp-reply-334 = 334 请继续：{ $what }
    .why = 登录的一步：服务器用 Base64 发来提问或质询（RFC 4954 第 4 节），既不是成功也不是失败。LOGIN 问的是 Username: 和 Password:，PLAIN 则是空的。
    .look = 过滤器 smtp.response.code == 334。Wireshark 默认原样显示 Base64；可以在 SMTP 首选项里打开解码。
smtp-reply-354 = 354 请发送内容，以只含一个点的行结束
    .why = 对 DATA 的应答：现在发内容，用只含一个点的行结束（RFC 5321 第 4.1.1.4 节）。内容里以点开头的行前面要多加一个点（点填充），接收方再去掉。
    .look = 过滤器 smtp.response.code == 354。之后客户端的行显示为 C: DATA fragment，最后一行显示 from: 和 subject:。
smtp-reply-421 = 421 服务不可用，服务器要关闭连接
    .why = 服务器主动结束会话：要关机、太忙，或者客户端太久没有动静（RFC 5321 第 4.2.3 节）。它随时可能出现，不一定是回答某条命令。以后可以再试。
    .look = 过滤器 smtp.response.code == 421。
smtp-reply-432 = 432 需要先更改密码
    .why = 用户要先用别的办法更换密码，才能用这种方式登录（RFC 4954 第 6 节），很少见。
    .look = 过滤器 smtp.response.code == 432。
smtp-reply-450 = 450 邮箱暂时不可用
    .why = 邮箱现在不能用：可能被占用，也可能是服务器想看对方会不会重试（灰名单）。正规的邮件服务器会等一会儿再发。
    .look = 过滤器 smtp.response.code == 450。
smtp-reply-451 = 451 处理时出错，请稍后再试
    .why = 服务器内部出错，不是客户端的问题，以后再试。
    .look = 过滤器 smtp.response.code == 451。
smtp-reply-452 = 452 空间不足，或收件人太多
    .why = 磁盘空间不足，或者收件人超过一次所能接受的数量（RFC 5321 第 4.5.3.1.10 节）。后一种情况，客户端先发给已接受的，其余的下次再发。
    .look = 过滤器 smtp.response.code == 452。
smtp-reply-454 = 454 暂时无法登录
    .why = 服务器暂时无法核对登录，例如用户数据库没有响应（RFC 4954 第 6 节）。授权码不一定有错。
    .look = 过滤器 smtp.response.code == 454。
smtp-reply-454-starttls = 454 暂时无法使用 TLS，会话继续以明文进行
    .why = 服务器提供了 TLS，但暂时用不了（RFC 3207 第 4 节）。之后仍是明文；谨慎的程序应当到此为止，不再登录。
    .look = 过滤器 smtp.response.code == 454。
smtp-reply-455 = 455 暂时无法处理参数
    .why = 服务器认识 MAIL 或 RCPT 的参数，但现在做不到。
    .look = 过滤器 smtp.response.code == 455。
smtp-reply-500 = 500 命令无法识别
    .why = 服务器不认识这条命令：打错了字、行太长，或者混进了退格、telnet 协商一类的字节（RFC 5321 第 4.2.4 节）。会话可以继续。
    .look = 过滤器 smtp.response.code == 500。
smtp-reply-501 = 501 参数有语法错误
    .why = 命令认识，但后面的内容写法不对，例如地址没有尖括号、缺少名字。
    .look = 过滤器 smtp.response.code == 501。
smtp-reply-501-auth = 501 登录中止
    .why = 在登录过程中，501 表示客户端用 * 取消了登录，或者发来的不是有效的 Base64（RFC 4954 第 4 节）。它不说明授权码对不对。
    .look = 过滤器 smtp.response.code == 501。
smtp-reply-502 = 502 服务器没有实现这条命令
    .why = 服务器认识这条命令，但没有实现或已关闭，VRFY 和 EXPN 常常这样（RFC 5321 第 4.2.4 节）。
    .look = 过滤器 smtp.response.code == 502。
smtp-reply-503 = 503 命令次序不对
    .why = 命令没有错，时候不对：例如 MAIL 之前发 RCPT，RCPT 之前发 DATA，或者重复 AUTH。次序是 EHLO、AUTH、MAIL、RCPT、DATA（RFC 5321 第 4.1.4 节）。
    .look = 过滤器 smtp.response.code == 503。DATA 被拒绝后，Wireshark 会把后面的命令当作内容，显示为 C: DATA fragment。
smtp-reply-504 = 504 参数没有实现
    .why = 命令可以用，但不支持这个参数，例如服务器没有提供的 AUTH 方式。
    .look = 过滤器 smtp.response.code == 504。
smtp-reply-521 = 521 这台主机不收邮件
    .why = 这台主机从不收邮件（RFC 7504），应改连域名的 MX 记录指定的服务器。
    .look = 过滤器 smtp.response.code == 521。
smtp-reply-530 = 530 需要先登录，或先用 STARTTLS
    .why = 服务器要求先用 AUTH 或 STARTTLS，才接受这条命令（RFC 4954 第 6 节、RFC 3207 第 4 节）。要哪一个，应答文字里一般会说明。
    .look = 过滤器 smtp.response.code == 530。
smtp-reply-534 = 534 登录方式太弱
    .why = 服务器不允许这个用户用这种方式（RFC 4954 第 6 节），请从 EHLO 列表中换一种更强的。有的服务商用 534 要求使用专用密码。
    .look = 过滤器 smtp.response.code == 534。
smtp-reply-535 = 535 登录失败，常见原因是账号或授权码不对
    .why = 服务器拒绝登录，但不说错的是账号还是授权码，以免有人试探账号（RFC 4954 第 6 节）。很多邮箱要用专门生成的授权码，而不是网页登录的密码。方式不受支持时，也可能得到 535。
    .look = 过滤器 smtp.response.code == 535。往前看 AUTH：用的哪种方式、哪个账号。
smtp-reply-538 = 538 这种登录方式必须先加密
    .why = 这种方式会让密码以可读的形式传输，所以服务器要求先用 STARTTLS（RFC 4954 第 6 节）。
    .look = 过滤器 smtp.response.code == 538。
smtp-reply-550 = 550 拒绝：邮箱不可用或策略不允许
    .why = 永久拒绝：邮箱不存在，或者服务器的策略不允许（RFC 5321 第 4.2.3 节）。增强状态码说得更细：5.1.1 是没有这个邮箱，5.7.1 是不允许。
    .look = 过滤器 smtp.response.code == 550。
smtp-reply-550-content = 550 邮件被拒收，常与内容或策略有关
    .why = 地址都已接受，但服务器看过内容后拒收，例如认定是垃圾邮件。它不留副本，失败由发送方负责通知。
    .look = 过滤器 smtp.response.code == 550。
smtp-reply-550-rcpt = 550 拒绝该收件人
    .why = 被拒绝的只是这个收件人，同一封邮件的其他收件人可能已被接受。5.1.1 表示没有这个邮箱。
    .look = 过滤器 smtp.response.code == 550。
smtp-reply-551 = 551 收件人不在本机，请另投
    .why = 收件人在别处，服务器不代为转发；应答文字里可能写有新地址（RFC 5321 第 3.4 节）。
    .look = 过滤器 smtp.response.code == 551。
smtp-reply-552 = 552 超过大小限制
    .why = 邮件超过服务器或邮箱的限制。上限写在 EHLO 应答的 SIZE 那一行。
    .look = 过滤器 smtp.response.code == 552。
smtp-reply-553 = 553 邮箱名不合规定
    .why = 地址写法不合服务器的要求，或者发件人地址不属于登录的用户。
    .look = 过滤器 smtp.response.code == 553。
smtp-reply-554 = 554 事务失败
    .why = 笼统的永久拒绝：不接受内容或发件人、不肯转发，或者没有可用的收件人。原因写在应答码后面的文字里。
    .look = 过滤器 smtp.response.code == 554。
smtp-reply-554-content = 554 邮件被拒收
    .why = 服务器收完内容后拒收，没有排队。垃圾邮件过滤常常这样回答。
    .look = 过滤器 smtp.response.code == 554。
smtp-reply-554-data = 554 不能发内容：没有有效的收件人
    .why = 前面的 RCPT 都被拒绝，没有人可发，DATA 也就被拒绝（RFC 5321 第 3.3 节）。请看各条 RCPT 的应答。
    .look = 过滤器 smtp.response.code == 554。
smtp-reply-554-greeting = 554 服务器不提供 SMTP 服务
    .why = 服务器一开始就发 554 而不是 220：完全不接待这个客户端，常常因为它的地址（RFC 5321 第 3.1 节）。客户端只能发 QUIT。
    .look = 过滤器 smtp.response.code == 554。
smtp-reply-554-rcpt = 554 拒绝该收件人
    .why = 常见原因是要转发到别的域名，而服务器只为登录过的用户转发。替所有人转发的叫开放中继，会被垃圾邮件利用。
    .look = 过滤器 smtp.response.code == 554。文字常见的是 Relay access denied，增强状态码 5.7.1。
smtp-reply-555 = 555 不认识的参数
    .why = MAIL 或 RCPT 带了服务器没有列出的扩展的参数（RFC 5321 第 4.1.1.11 节）。
    .look = 过滤器 smtp.response.code == 555。
smtp-reply-unreadable = 不是 SMTP 应答，按原样显示
    .why = 应答应以三位数字开头（RFC 5321 第 4.2 节），这一行不是；可能开头没有捕获到，或者服务器说的不是 SMTP。
    .look = 过滤器 tcp.srcport == 25 && tcp.len > 0。
smtp-reply-unfinished = 应答没有结束，后面的行不在文件里
    .why = 应答码后面是空格的那一行才是最后一行，减号表示还有。这里还没有到最后一行，文件就没有了。
    .look = 过滤器 smtp.response。
smtp-helo-many-lines = HELO 的应答有多行；标准里只有一行，实际能用
    .why = 对 HELO 不应使用 EHLO 那样的多行应答（RFC 5321 第 3.2 节）。只要应答码后面是减号，程序就继续读，所以没有害处。
    .look = 过滤器 smtp.response.code == 250。
smtp-lost-data = 推断是 DATA
    .why = 354 只能是对 DATA 的应答，所以缺的字节里应有 DATA。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 354。
smtp-lost-auth = 推断是登录的一步
    .why = 334、235、535 只出现在登录过程中，所以缺的是其中一行。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 334 || smtp.response.code == 235 || smtp.response.code == 535。
smtp-lost-quit = 推断是 QUIT
    .why = 221 是对 QUIT 的应答，所以缺的应是 QUIT。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 221。
smtp-lost-mail = 推断是 MAIL FROM，发件人未知
    .why = 增强状态码 2.1.0 说的是发件人，所以缺的应是 MAIL FROM。应答不重复地址，因此发件人无从得知。
    .look = 过滤器 smtp.rsp.parameter contains "2.1.0"。
smtp-lost-rcpt = 推断是 RCPT TO，收件人未知
    .why = 增强状态码说的是收件人，所以缺的应是 RCPT TO。应答里没有地址的话，收件人就无从得知。
    .look = 过滤器 smtp.rsp.parameter contains "2.1.5"。
smtp-lost-ehlo = 推断是 EHLO
    .why = 多行的 250 是扩展列表，所以缺的应是 EHLO。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 250。
smtp-lost-starttls = 推断是 STARTTLS
    .why = 会话中途的 220 是对 STARTTLS 的应答，所以缺的应是 STARTTLS。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 220。
smtp-keyword-host = 250- 表示后面还有行；这一行是服务器名
    .why = 列表的第一行不是扩展，而是服务器名，后面可能有一句问候（RFC 5321 第 4.1.1.1 节）。250 后面的减号表示还有行。
    .look = 过滤器 smtp.response.code == 250。
smtp-keyword-conneg = 可以询问接收方能显示的格式（RFC 4141）
    .why = 内容协商（RFC 4141）让发送方先问接收方（例如传真）能显示什么，再决定是否转换。实际很少见到。
    .look = 过滤器 smtp.rsp.parameter contains "CONNEG"。
smtp-keyword-conperm = 允许服务器转换内容（RFC 4141）
    .why = 发送方用 CONPERM 允许服务器在接收方无法显示时转换内容（RFC 4141）。实际很少见到。
    .look = 过滤器 smtp.rsp.parameter contains "CONPERM"。
smtp-keyword-mtrk = 可以跟踪邮件（RFC 3885）
    .why = 在 MAIL FROM 后加 MTRK，之后可以向沿途服务器查询邮件到了哪里（RFC 3885）。实际很少见到。
    .look = 过滤器 smtp.rsp.parameter contains "MTRK"。
smtp-keyword-saml = 已废弃：同时显示到终端并投递（RFC 821）
    .why = 最早的 SMTP（RFC 821）里的命令，早已不用：如今没有程序会发，仍然列出它的服务器也不一定执行（RFC 5321 附录 F）。
    .look = 过滤器 smtp.rsp.parameter contains "SAML"。
smtp-keyword-send = 已废弃：显示到用户终端（RFC 821）
    .why = 最早的 SMTP（RFC 821）里的命令，早已不用：如今没有程序会发，仍然列出它的服务器也不一定执行（RFC 5321 附录 F）。
    .look = 过滤器 smtp.rsp.parameter contains "SEND"。
smtp-keyword-soml = 已废弃：显示到终端或投递（RFC 821）
    .why = 最早的 SMTP（RFC 821）里的命令，早已不用：如今没有程序会发，仍然列出它的服务器也不一定执行（RFC 5321 附录 F）。
    .look = 过滤器 smtp.rsp.parameter contains "SOML"。
smtp-keyword-turn = 已废弃：不经验证就对调角色（RFC 821）
    .why = 最早的 SMTP（RFC 821）里的命令，早已不用：如今没有程序会发，仍然列出它的服务器也不一定执行（RFC 5321 附录 F）。
    .look = 过滤器 smtp.rsp.parameter contains "TURN"。
smtp-keyword-utf8smtp = SMTPUTF8 的前身，已作废（RFC 5336）
    .why = RFC 5336 是试验性的，后来由规则不同的 SMTPUTF8（RFC 6531）代替，如今的客户端不用它。
    .look = 过滤器 smtp.rsp.parameter contains "UTF8SMTP"。
smtp-keyword-verb = sendmail 的扩展：边处理边报告过程
    .why = sendmail 的老扩展，没有标准说明，邮件程序不会用到。
    .look = 过滤器 smtp.rsp.parameter contains "VERB"。
smtp-keyword-x-exps = Exchange 的扩展：Exchange 服务器之间的登录
    .why = 同一组织的 Exchange 服务器之间使用，没有公开标准，邮件程序会忽略它。
    .look = 过滤器 smtp.rsp.parameter contains "X-EXPS"。
smtp-keyword-xexch50 = Exchange 的扩展：传递 Exchange 特有的邮件属性
    .why = 同一组织的 Exchange 服务器之间使用，没有公开标准，邮件程序会忽略它。
    .look = 过滤器 smtp.rsp.parameter contains "XEXCH50"。
smtp-keyword-xrdst = Exchange 的扩展：Exchange 服务器之间的路由
    .why = 同一组织的 Exchange 服务器之间使用，没有公开标准，邮件程序会忽略它。
    .look = 过滤器 smtp.rsp.parameter contains "XRDST"。
smtp-keyword-unknown = 不认识的扩展，可能是厂商自己的
    .why = 扩展名要登记，私有的以 X 开头。客户端遇到不认识的扩展，忽略即可（RFC 5321 第 2.2.2 节）。
    .look = 过滤器 smtp.response.code == 250。
smtp-keyword-8bitmime = 正文可以含 8 位字节（RFC 6152）
    .why = SMTP 本来只传 7 位 ASCII。有这个扩展，正文可以直接含大于 127 的字节（例如 UTF-8 汉字），不必用 Base64 或 quoted-printable；MAIL FROM 会写 BODY=8BITMIME。行和结束标志的规定不变。
    .look = 过滤器 smtp.rsp.parameter == "8BITMIME"。
smtp-keyword-atrn = 登录后可以对调角色取信（RFC 2645）
    .why = 客户端登录后，可以请服务器反过来把排队的邮件发给自己（按需转发）。
    .look = 过滤器 smtp.rsp.parameter == "ATRN"。
smtp-keyword-auth = 可用的登录方式（RFC 4954）
    .why = 客户端从中选一种来登录。LOGIN 和 PLAIN 发送的密码可以直接读出，只有在 TLS 里才安全，所以很多服务器在 STARTTLS 之后才列出。AUTH= 的写法是为很老的客户端重复一遍。
    .look = 过滤器 smtp.rsp.parameter matches "^AUTH"。
smtp-keyword-binarymime = 正文可以是任意二进制，要配合 BDAT（RFC 3030）
    .why = 正文可以是没有行结构的任意字节。DATA 无法标出它的结尾，所以必须配合 BDAT。
    .look = 过滤器 smtp.rsp.parameter == "BINARYMIME"。
smtp-keyword-burl = 可以让服务器从 IMAP 取内容（RFC 4468）
    .why = 客户端可以让服务器从 IMAP 服务器取内容，自己不必上传。
    .look = 过滤器 smtp.rsp.parameter matches "^BURL"。
smtp-keyword-checkpoint = 中断后可以续传（RFC 1845）
    .why = 传输中断后可以从断点继续。属于实验性规定，很少使用。
    .look = 过滤器 smtp.rsp.parameter == "CHECKPOINT"。
smtp-keyword-chunking = 可以用 BDAT 分块发送（RFC 3030）
    .why = 除 DATA 外，服务器还接受 BDAT：内容按写明的长度分块发送，不用点填充和结束标志。
    .look = 过滤器 smtp.rsp.parameter == "CHUNKING"。
smtp-keyword-deliverby = 可以限定送达时间（RFC 2852）
    .why = 发件人可以要求在限定时间内送达，否则得到通知。
    .look = 过滤器 smtp.rsp.parameter matches "^DELIVERBY"。
smtp-keyword-dsn = 可以要求投递状态通知（RFC 3461）
    .why = 发件人可以用 NOTIFY=、RET= 说明什么时候要投递状态通知：成功、失败或延迟。没有它，就只在失败时通知。
    .look = 过滤器 smtp.rsp.parameter == "DSN"。
smtp-keyword-enhancedstatuscodes = 应答带增强状态码，如 2.1.0（RFC 2034）
    .why = 应答码后面再带一个更细的代码，例如 2.1.5：类别、主题、细节（RFC 3463）。2 成功，4 暂时失败，5 永久失败；x.1.x 说的是地址，x.7.x 说的是安全。
    .look = 过滤器 smtp.rsp.parameter == "ENHANCEDSTATUSCODES"。
smtp-keyword-etrn = 可以请求发送排队的邮件（RFC 1985）
    .why = 不常在线的服务器可以请求发送为自己域名排队的邮件。普通邮件程序用不到。
    .look = 过滤器 smtp.rsp.parameter == "ETRN"。
smtp-keyword-expn = 可以查询邮件列表
    .why = 服务器表示认识 EXPN，至于肯不肯透露是另一回事。
    .look = 过滤器 smtp.rsp.parameter == "EXPN"。
smtp-keyword-futurerelease = 可以指定以后再发（RFC 4865）
    .why = 发件人可以要求服务器到指定时间再发出邮件。
    .look = 过滤器 smtp.rsp.parameter matches "^FUTURERELEASE"。
smtp-keyword-help = 可以请求帮助
    .why = HELP 给出给人看的说明。它本来就是 SMTP 的命令，列出来只为完整。
    .look = 过滤器 smtp.rsp.parameter == "HELP"。
smtp-keyword-limits = 服务器公布的限制：{ $parameters }（RFC 9422）
    .why = 服务器预先公布每个连接的邮件数、每封的收件人数等限制，客户端不必靠失败来试探。
    .look = 过滤器 smtp.rsp.parameter matches "^LIMITS"。
smtp-keyword-mailcompress = 腾讯的压缩扩展，没有公开标准
    .why = 见于腾讯的服务器，例如 QQ 邮箱。没有公开文档，其他客户端会忽略它。
    .look = 过滤器 smtp.rsp.parameter == "MAILCOMPRESS"。
smtp-keyword-mt-priority = 可以指定优先级（RFC 6710）
    .why = 邮件可以带优先级，服务器排队时据此处理。它与信头里的 X-Priority 无关。
    .look = 过滤器 smtp.rsp.parameter matches "^MT-PRIORITY"。
smtp-keyword-no-soliciting = 声明不收推销邮件（RFC 3865）
    .why = 服务器声明不接收所列种类的推销邮件。
    .look = 过滤器 smtp.rsp.parameter matches "^NO-SOLICITING"。
smtp-keyword-onex = sendmail 的扩展：这次连接只发一封邮件
    .why = sendmail 的老扩展，没有标准说明，邮件程序不会用到。
    .look = 过滤器 smtp.rsp.parameter contains "ONEX"。
smtp-keyword-pipelining = 可以不等应答，连续发送命令（RFC 2920）
    .why = 没有它，客户端每条命令都要等应答。有了它，MAIL、RCPT、DATA 可以一起发，甚至放在一个报文段里，省去往返时间；应答按同样的次序返回。内容仍然要等到 354 才能发。
    .look = 过滤器 smtp.rsp.parameter == "PIPELINING"。
smtp-keyword-pipe_connect = Exim 的扩展：下次连接可以不等欢迎信息
    .why = Exim 的客户端记住服务器提供过这一项，下次连接时就把 EHLO 等命令随连接一起发出，省去一次往返。没有登记；其他客户端仍须先等 220。
    .look = 过滤器 smtp.rsp.parameter == "PIPE_CONNECT"。
smtp-keyword-prdr = Exim 的扩展：内容之后，每个收件人可以各有一个应答
    .why = 有几个收件人时，服务器收完内容后可以分别接受或拒绝（PRDR，没有成为标准）。没有它，内容之后只有一个应答，对所有收件人都一样。
    .look = 过滤器 smtp.rsp.parameter == "PRDR"。
smtp-keyword-requiretls = 可以要求全程使用 TLS（RFC 8689）
    .why = 发件人可以要求途中每一台服务器都用 TLS，宁可失败也不用明文。
    .look = 过滤器 smtp.rsp.parameter == "REQUIRETLS"。
smtp-keyword-rrvs = 可以要求收件人自某日起没有换过人（RFC 7293）
    .why = 防止地址换人之后，原主人的邮件落到新主人手里。
    .look = 过滤器 smtp.rsp.parameter == "RRVS"。
smtp-keyword-size =
    { $size ->
        [0] 没有给出邮件大小的上限（RFC 1870）
       *[other] 邮件上限 { $size } 字节{ $mib ->
            [0] {""}
           *[other] ，即 { $mib } MiB
        }（RFC 1870）
    }
    .why = 服务器接受的最大邮件，按实际发送的字节算，也就是 Base64 之后：附件会变大约三分之一。写 0 或不写数字，表示没有给出上限。客户端可以在 MAIL FROM 里用 SIZE= 声明大小。
    .look = 过滤器 smtp.rsp.parameter matches "^SIZE"。
smtp-keyword-smtputf8 = 地址和信头可以用 UTF-8（RFC 6531）
    .why = 地址和信头可以直接写 UTF-8，例如汉字邮箱地址，途中每一台服务器都要支持。编码字则不需要它。
    .look = 过滤器 smtp.rsp.parameter == "SMTPUTF8"。
smtp-keyword-starttls = 可以从明文切换到 TLS（RFC 3207）
    .why = 服务器可以在这个端口上切换到 TLS。这只是提供：客户端不发 STARTTLS，登录和邮件就是明文。列表本身没有保护，途中可能有人删掉这一行。
    .look = 过滤器 smtp.rsp.parameter == "STARTTLS"。
smtp-keyword-submitter = 可以声明负责的提交者（RFC 4405）
    .why = 可以在 MAIL FROM 里写明由谁负责提交。已成历史，很少使用。
    .look = 过滤器 smtp.rsp.parameter == "SUBMITTER"。
smtp-keyword-time = 可以查询服务器时间
    .why = 厂商扩展：客户端可以询问服务器的时间。
    .look = 过滤器 smtp.rsp.parameter == "TIME"。
smtp-keyword-vrfy = 可以用 VRFY 查询地址
    .why = 服务器认识 VRFY，多数只回答 252。
    .look = 过滤器 smtp.rsp.parameter == "VRFY"。
smtp-keyword-x-anonymoustls = Exchange 服务器之间的 TLS
    .why = 同一组织的 Exchange 服务器之间用它加密；邮件程序用的是 STARTTLS。
    .look = 过滤器 smtp.rsp.parameter == "X-ANONYMOUSTLS"。
smtp-keyword-xclient = 可信代理可以转告真正的客户端（Postfix）
    .why = 服务器愿意接受这个客户端的 XCLIENT，也就是把它看作可信代理。
    .look = 过滤器 smtp.rsp.parameter matches "^XCLIENT"。
smtp-keyword-xforward = 可以转告日志用的客户端信息（Postfix）
    .why = 服务器愿意接受这个客户端的 XFORWARD，用来写日志。
    .look = 过滤器 smtp.rsp.parameter matches "^XFORWARD"。
smtp-keyword-xlist = 厂商扩展
    .why = 以 X 开头的名字是厂商私有的。
    .look = 过滤器 smtp.rsp.parameter == "XLIST"。
smtp-keyword-xoorg = Exchange 的扩展：转告发件组织
    .why = Exchange 服务器之间用它说明邮件出自哪个组织。
    .look = 过滤器 smtp.rsp.parameter == "XOORG"。
smtp-recognised = 服务器先发 { $code }，客户端发 { $verb }（看内容，不看端口）
smtp-recognised-greeting = 服务器先发 { $code }，客户端没有发命令
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
    .why = 服务器列出了 STARTTLS，只要发这一条命令，后面的内容就会加密。没有用它，能看到数据包的人（例如同一无线网络里的人）就能读出账号、授权码和邮件，Base64 不起保密作用。改正办法是在邮件程序里选 STARTTLS，或者 465 端口的 SSL/TLS。
    .look = 过滤器 smtp.auth.username || smtp.auth.password || smtp.auth.username_password。Wireshark 能显示的，途中的人也都能看到。
smtp-clear-behind-starttls = STARTTLS 之后、TLS 开始之前，客户端又以明文发了 { $bytes } 字节：{ $text }；服务器若在加密后仍执行它们，就是命令注入
    .why = 发出 STARTTLS 后，客户端在 220 和握手之前不应再发任何东西。提前到来的字节是明文，可能是途中的人塞进来的；服务器若把它们留在缓冲区、握手之后再执行，就会误以为受到了保护（CVE-2011-0411）。
    .look = 过滤器 smtp.command_line contains "STARTTLS"。看同一帧里，或者 220 应答之前，还有没有别的内容。
smtp-starttls-refused = 服务器拒绝了 STARTTLS（{ $code }），会话继续以明文进行，没有加密
    .why = 客户端要求 TLS，服务器没有同意，后面都是明文（RFC 3207 第 4 节）。要保护登录的程序应当到此为止。
    .look = 过滤器 smtp.response.code == 454 || smtp.response.code >= 500。
smtp-clear-after-starttls = 服务器同意了 STARTTLS（{ $agreed }），却没有开始 TLS，对话继续以明文进行（{ $frames }）
    .why = 客户端要求加密，服务器也同意了，却没有握手。或者客户端有毛病，或者途中有人阻止 TLS 开始。要保护密码的程序应当到此为止。
    .look = 过滤器 smtp.command_line contains "STARTTLS"。
smtp-bare-lf = 行尾只有 <LF>（#{ $first } 起，共 { $lines } 行）：标准要求 <CR><LF>（RFC 5321 第 2.3.8 节）
    .why = SMTP 的行以 CR 加 LF 结束（RFC 5321 第 2.3.8 节）。原始模式的终端或 nc 按回车只发 LF；很多服务器接受，严格的不接受，而各方对行尾的理解不同，曾被用来走私邮件。
    .look = 过滤器 tcp.payload contains 0a && !(tcp.payload contains 0d:0a)。
smtp-too-many-waiting = 等待应答的命令超过 { $limit } 条，其中 { $count } 条的应答没有与命令对应
    .why = 客户端可以不等应答就连续发命令。超过上限的只记数目，后面的对应关系仍然正确。
    .look = 过滤器 smtp。
smtp-too-many-facts = 收件人、登录和扩展太多：有 { $count } 项没有计入这个会话的汇总（上限 { $limit } 字节），对话里仍有
    .why = 这个上限是为了防止内存耗尽。上限之前的内容是完整的。
    .look = 过滤器 smtp。
smtp-reply-codes-differ = 一个应答的各行应答码不一致，违反 RFC 5321 第 4.2.1 节
    .why = 同一个应答的各行必须用同样的应答码（RFC 5321 第 4.2.1 节）。不一致是服务器的错误，客户端一般以最后一行为准。
    .look = 过滤器 smtp.response.code.unexpected。
smtp-message-incomplete =
    { $missing ->
        [0] 邮件不完整：文件里只有其中 { $size } 字节，没有开头或没有结尾
       *[other] 邮件不完整：有 { $size } 字节，缺 { $missing } 字节；重新捕获才能得到全文
    }
    .why = 邮件有一部分不在文件里，不能完整导出，大小也无法核对。如果后面有 250，说明服务器收到的是完整的。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
smtp-command-cut = 行尾缺失
smtp-content-given-up = 客户端没有发完，用 RSET 放弃
smtp-mail-short = 信封发件人
smtp-summary-login-unknown = 登录结果未捕获
smtp-summary-mails = 邮件 { $mails } 封已接收
# 增强状态码：类别、主题、细节（RFC 3463，IANA）
smtp-enhanced = { $enhanced }：{ $meaning }
    .why = 增强状态码由三个数组成：类别（2 成功，4 暂时失败，5 永久失败）、主题和细节（RFC 3463）。它比应答码更准确地说明原因，而且与语言无关，程序可以直接读。服务器在 EHLO 的应答里用 ENHANCEDSTATUSCODES 表示支持（RFC 2034）。
    .look = 过滤器 smtp.rsp.parameter contains "{ $enhanced }"。
smtp-enhanced-2 = 类别 2：成功
smtp-enhanced-4 = 类别 4：暂时失败，过后重试可能成功
smtp-enhanced-5 = 类别 5：永久失败，原样再发还会失败
smtp-enhanced-x-0 = 主题 0：没有更细的分类
smtp-enhanced-x-1 = 主题 1：地址
smtp-enhanced-x-2 = 主题 2：邮箱
smtp-enhanced-x-3 = 主题 3：邮件系统
smtp-enhanced-x-4 = 主题 4：网络与路由
smtp-enhanced-x-5 = 主题 5：协议
smtp-enhanced-x-6 = 主题 6：邮件内容
smtp-enhanced-x-7 = 主题 7：安全或策略
smtp-enhanced-unregistered = 细节没有登记；{ $subject }
smtp-enhanced-x-0-0 = 其他或未细说的状态
smtp-enhanced-x-1-0 = 与地址有关的其他情况
smtp-enhanced-x-1-1 = 没有这个邮箱
smtp-enhanced-x-1-2 = 收件人的域名不存在，或者不收邮件
smtp-enhanced-x-1-3 = 收件人地址的写法有误
smtp-enhanced-x-1-4 = 地址对应不止一个邮箱
smtp-enhanced-x-1-5 = 收件人地址有效
smtp-enhanced-x-1-6 = 邮箱已迁走，新地址不明
smtp-enhanced-x-1-7 = 发件人地址的写法有误
smtp-enhanced-x-1-8 = 发件人的域名不存在或不能用
smtp-enhanced-x-1-9 = 已转交给不懂这种状态码的系统
smtp-enhanced-x-1-10 = 收件人的域名声明自己不收邮件（null MX）
smtp-enhanced-x-2-0 = 与邮箱有关的其他情况
smtp-enhanced-x-2-1 = 邮箱已停用，不收邮件
smtp-enhanced-x-2-2 = 邮箱已满
smtp-enhanced-x-2-3 = 邮件超过该邮箱允许的长度
smtp-enhanced-x-2-4 = 邮件列表无法展开
smtp-enhanced-x-3-0 = 与邮件系统有关的其他情况
smtp-enhanced-x-3-1 = 邮件系统的存储空间不足
smtp-enhanced-x-3-2 = 系统目前不接收邮件
smtp-enhanced-x-3-3 = 系统不支持这封邮件需要的功能
smtp-enhanced-x-3-4 = 邮件超过系统允许的大小
smtp-enhanced-x-3-5 = 系统配置有误
smtp-enhanced-x-3-6 = 已接收，但优先级被改动
smtp-enhanced-x-4-0 = 与网络或路由有关的其他情况
smtp-enhanced-x-4-1 = 下一台服务器没有应答
smtp-enhanced-x-4-2 = 连接中断或超时
smtp-enhanced-x-4-3 = 目录或 DNS 查询失败
smtp-enhanced-x-4-4 = 找不到通往目的地的路由
smtp-enhanced-x-4-5 = 邮件系统过载
smtp-enhanced-x-4-6 = 邮件在服务器之间循环
smtp-enhanced-x-4-7 = 超过期限仍未送达
smtp-enhanced-x-5-0 = 与协议有关的其他情况
smtp-enhanced-x-5-1 = 命令有误，或者时机不对
smtp-enhanced-x-5-2 = 命令语法有误
smtp-enhanced-x-5-3 = 收件人太多
smtp-enhanced-x-5-4 = 命令的参数有误
smtp-enhanced-x-5-5 = 协议版本不符
smtp-enhanced-x-5-6 = 登录过程中的一行太长
smtp-enhanced-x-6-0 = 与邮件内容有关的其他情况
smtp-enhanced-x-6-1 = 不支持这种内容
smtp-enhanced-x-6-2 = 需要转换，但不允许转换
smtp-enhanced-x-6-3 = 需要转换，但做不到
smtp-enhanced-x-6-4 = 已转换，有内容丢失
smtp-enhanced-x-6-5 = 转换失败
smtp-enhanced-x-6-6 = 无法取得内容（BURL）
smtp-enhanced-x-6-7 = 地址含非 ASCII 字符，这里不允许
smtp-enhanced-x-6-8 = 应答需要 UTF-8，而客户端没有声明
smtp-enhanced-x-6-9 = UTF-8 信头无法转给某个收件人
smtp-enhanced-x-6-10 = 已作废，由 6.9 代替
smtp-enhanced-x-7-0 = 与安全或策略有关的其他情况
smtp-enhanced-x-7-1 = 不允许这样发送，常见原因是没有登录，或地址被列入黑名单
smtp-enhanced-x-7-2 = 发件人无权向该邮件列表发信
smtp-enhanced-x-7-3 = 需要安全转换，但做不到
smtp-enhanced-x-7-4 = 不支持这种安全功能，例如登录方式
smtp-enhanced-x-7-5 = 密码运算失败
smtp-enhanced-x-7-6 = 不支持这种密码算法
smtp-enhanced-x-7-7 = 邮件在途中被改动
smtp-enhanced-x-7-8 = 账号、密码或授权码有误
smtp-enhanced-x-7-9 = 这种登录方式太弱，服务器不接受
smtp-enhanced-x-7-10 = 必须加密
smtp-enhanced-x-7-11 = 这种登录方式必须先加密
smtp-enhanced-x-7-12 = 需要先更换密码
smtp-enhanced-x-7-13 = 账号已停用
smtp-enhanced-x-7-14 = 缺少与第三方服务器的信任关系
smtp-enhanced-x-7-15 = 优先级太低，目前不处理
smtp-enhanced-x-7-16 = 对这个优先级来说邮件太大
smtp-enhanced-x-7-17 = 邮箱已换了主人
smtp-enhanced-x-7-18 = 域名已换了主人
smtp-enhanced-x-7-19 = 无法确认主人是否换过
smtp-enhanced-x-7-20 = 没有一个 DKIM 签名通过验证
smtp-enhanced-x-7-21 = 没有可接受的 DKIM 签名
smtp-enhanced-x-7-22 = 没有作者本域的有效 DKIM 签名
smtp-enhanced-x-7-23 = SPF 不允许这台主机发信
smtp-enhanced-x-7-24 = SPF 检查本身出错
smtp-enhanced-x-7-25 = 发送方地址的反向 DNS 不符
smtp-enhanced-x-7-26 = 对发件人的多项验证都没有通过
smtp-enhanced-x-7-27 = 发件人的域名声明自己不收邮件（null MX）
smtp-enhanced-x-7-28 = 短时间内邮件太多
smtp-enhanced-x-7-29 = ARC 链验证失败
smtp-enhanced-x-7-30 = 下一跳不支持 REQUIRETLS
# MAIL 和 RCPT 的参数
smtp-parameter-alt-address = 给不支持 UTF-8 的系统用的另一个地址（已作废）
    .why = RFC 5336 曾允许附上一个纯 ASCII 的备用地址，RFC 6531 已取消。
    .look = 过滤器 smtp.req.parameter contains "ALT-ADDRESS"。
smtp-parameter-auth = 当初提交这封邮件的人：{ $value }
    .why = 服务器转发邮件时，可以说明当初是谁提交的；<> 表示不知道（RFC 4954 第 5 节）。它不能证明什么，也不是登录。
    .look = 过滤器 smtp.req.parameter contains "AUTH="。
smtp-parameter-body = 内容的种类：{ $value }
    .why = BODY 声明内容里是什么样的字节：7BIT、8BITMIME（RFC 6152），或者必须用 BDAT 发送的 BINARYMIME（RFC 3030）。它只说字节，与语言和字符集无关。
    .look = 过滤器 smtp.req.parameter contains "BODY="。
smtp-parameter-body-7bit = 内容是纯 ASCII
    .why = BODY 声明内容里是什么样的字节：7BIT、8BITMIME（RFC 6152），或者必须用 BDAT 发送的 BINARYMIME（RFC 3030）。它只说字节，与语言和字符集无关。
    .look = 过滤器 smtp.req.parameter contains "BODY="。
smtp-parameter-body-8bitmime = 内容可能有 8 位字节
    .why = BODY 声明内容里是什么样的字节：7BIT、8BITMIME（RFC 6152），或者必须用 BDAT 发送的 BINARYMIME（RFC 3030）。它只说字节，与语言和字符集无关。
    .look = 过滤器 smtp.req.parameter contains "BODY="。
smtp-parameter-body-binarymime = 内容可以是任意字节，用 BDAT 发送
    .why = BODY 声明内容里是什么样的字节：7BIT、8BITMIME（RFC 6152），或者必须用 BDAT 发送的 BINARYMIME（RFC 3030）。它只说字节，与语言和字符集无关。
    .look = 过滤器 smtp.req.parameter contains "BODY="。
smtp-parameter-by =
    { $back ->
        [yes] 要求在 { $value } 秒内送达，否则退回
       *[no] 要求在 { $value } 秒内送达，否则通知发件人
    }
    .why = BY 给出送达期限的秒数；R 表示逾期退回，N 表示逾期只通知（RFC 2852）。
    .look = 过滤器 smtp.req.parameter contains "BY="。
smtp-parameter-conneg = 询问接收方能显示什么
    .why = 请服务器说明接收方能显示的格式（RFC 4141）。
    .look = 过滤器 smtp.req.parameter contains "CONNEG"。
smtp-parameter-conperm = 允许转换内容
    .why = 发送方允许途中转换内容（RFC 4141）。
    .look = 过滤器 smtp.req.parameter contains "CONPERM"。
smtp-parameter-envid = 信封标识，回执里会带回：{ $value }
    .why = 投递回执会原样带回 ENVID，发件人据此知道回执说的是哪一封（RFC 3461）。
    .look = 过滤器 smtp.req.parameter contains "ENVID="。
smtp-parameter-holdfor = 先保留 { $value } 秒再发出
    .why = 请服务器先保留邮件，到时再发（RFC 4865）。
    .look = 过滤器 smtp.req.parameter contains "HOLDFOR="。
smtp-parameter-holduntil = 保留到 { $value } 再发出
    .why = 请服务器先保留邮件，到这个时刻再发（RFC 4865）。
    .look = 过滤器 smtp.req.parameter contains "HOLDUNTIL="。
smtp-parameter-mt-priority = 优先级 { $value }，范围 -9 到 9
    .why = 数字越大，支持它的服务器越早处理（RFC 6710）。
    .look = 过滤器 smtp.req.parameter contains "MT-PRIORITY="。
smtp-parameter-mtrk = 要求可以跟踪这封邮件
    .why = 发件人之后可以查询邮件到了哪里（RFC 3885）。
    .look = 过滤器 smtp.req.parameter contains "MTRK"。
smtp-parameter-notify =
    { $value ->
        [NEVER] 无论结果如何都不要这位收件人的回执
       *[other] 这些情况要回执：{ $value }
    }
    .why = NOTIFY 说明什么时候需要这位收件人的投递回执：SUCCESS 成功、FAILURE 失败、DELAY 延迟，或 NEVER 都不要（RFC 3461）。成功的回执表示已进邮箱，不表示已读。
    .look = 过滤器 smtp.req.parameter contains "NOTIFY="。
smtp-parameter-orcpt = 最初的收件人：{ $value }
    .why = 邮件列表和转发会改写地址，回执里用最初的地址（RFC 3461）。分号前是地址类型。
    .look = 过滤器 smtp.req.parameter contains "ORCPT="。
smtp-parameter-requiretls = 要求全程使用 TLS
    .why = 沿途每一跳都必须用 TLS 并核对名称，否则退回（RFC 8689）。
    .look = 过滤器 smtp.req.parameter contains "REQUIRETLS"。
smtp-parameter-ret =
    { $value ->
        [FULL] 失败回执附上整封邮件
        [HDRS] 失败回执只附信头
       *[other] 失败回执附带的内容：{ $value }
    }
    .why = RET 说明失败回执里附上多少原邮件（RFC 3461）。
    .look = 过滤器 smtp.req.parameter contains "RET="。
smtp-parameter-rrvs = 只有邮箱主人自 { $value } 起没有换过才投递
    .why = 地址可能转给别人使用，带密码的邮件不应落到新主人手里（RFC 7293）。
    .look = 过滤器 smtp.req.parameter contains "RRVS="。
smtp-parameter-smtputf8 = 地址或信头使用 UTF-8
    .why = 有了 SMTPUTF8，地址和信头可以直接写汉字等文字（RFC 6531）。沿途每台服务器都必须支持。
    .look = 过滤器 smtp.req.parameter contains "SMTPUTF8"。
smtp-parameter-solicit = 声明自己是推广邮件：{ $value }
    .why = 推广邮件自我声明（RFC 3865）。实际很少见到。
    .look = 过滤器 smtp.req.parameter contains "SOLICIT="。
smtp-parameter-submitter = 负责这次发送的地址：{ $value }
    .why = 对这一次发送负责的地址，例如邮件列表自己的地址（RFC 4405）。实际已不使用。
    .look = 过滤器 smtp.req.parameter contains "SUBMITTER="。
smtp-parameter-transid = 断点续传用的标识：{ $value }
    .why = RFC 1845，实际很少见到。
    .look = 过滤器 smtp.req.parameter contains "TRANSID="。
smtp-parameter-xoorg = Exchange 的参数：邮件来自的组织 { $value }
    .why = Exchange 服务器之间用它说明邮件来自哪个组织，没有公开标准。
    .look = 过滤器 smtp.req.parameter contains "XOORG="。
smtp-parameter-unknown = 不认识的参数：{ $value }
    .why = 登记表里没有这个参数，不认识它的服务器应答 555（RFC 5321 第 4.1.1.11 节）。
    .look = 过滤器 smtp.response.code == 555。
# 应答码的各位数字（RFC 5321 第 4.2.1 节）
smtp-digit-first-2 = 第一位 2：成功
smtp-digit-first-3 = 第一位 3：请继续，还需要更多
smtp-digit-first-4 = 第一位 4：暂时失败，过后重试可能成功
smtp-digit-first-5 = 第一位 5：拒绝，原样再来还会被拒绝
smtp-digit-second-0 = 第二位 0：语法
smtp-digit-second-1 = 第二位 1：信息
smtp-digit-second-2 = 第二位 2：连接
smtp-digit-second-3 = 第二位 3：登录（RFC 4954）
smtp-digit-second-5 = 第二位 5：邮件系统
smtp-digit-second-other = 第二位在标准里没有定义
# 名字、顺序和常见误解
smtp-path-route = 地址前面有源路由，已废弃，服务器会忽略
    .why = 冒号前面列出了沿途的服务器（RFC 821）。RFC 5321 附录 C 要求忽略它，只用后面的地址。
    .look = 过滤器 smtp.req.parameter contains "<@"。
smtp-path-utf8 = 地址含非 ASCII 字符，却没有声明 SMTPUTF8
    .why = 地址要用汉字等文字，MAIL FROM 必须带 SMTPUTF8，而且服务器要支持（RFC 6531）。否则严格的服务器应答 553 5.6.7。
    .look = 过滤器 smtp.response.code == 553。
smtp-hello-literal = 用方括号里的地址代替名字
    .why = 没有自己域名的客户端，用方括号写出 IP 地址（RFC 5321 第 4.1.3 节）。在 NAT 后面这是内网地址，与服务器看到的不同。
    .look = 过滤器 upper(smtp.req.command) == "EHLO"。
smtp-hello-address = 地址没有加方括号，不合 RFC 5321 第 4.1.3 节
    .why = 代替名字的地址必须写在方括号里，有的服务器会因此拒绝。
    .look = 过滤器 smtp.response.code == 501。
smtp-hello-plain = 只有一个词，没有域名：电脑自己的名字
    .why = RFC 5321（第 4.1.1.1 节）要求 DNS 里查得到的名字，或方括号里的地址。个人电脑上的邮件程序发的是电脑名，例如 DESKTOP-A1B2；提交服务器会接受，别家的服务器常常不接受。
    .look = 过滤器 upper(smtp.req.command) == "EHLO"。
smtp-hello-odd = 不是合法的主机名
    .why = 主机名里不能有下划线等字符（RFC 5321 第 4.1.2 节），严格的服务器应答 501。
    .look = 过滤器 smtp.response.code == 501。
smtp-pipelined = 没有等前一个应答就发出
    .why = 有了 PIPELINING，几条命令可以一次发出，应答按同样的顺序返回（RFC 2920），每条省下一次往返。哪个应答属于哪条命令，只看顺序。
    .look = 过滤器 smtp.req.command && tcp.len > 80。
smtp-did-not-wait = 客户端在 { $command } 之后没有等应答就继续发送（{ $frames }）；这里必须等待（RFC 2920 第 3.1 节）
smtp-before-greeting = 客户端没等服务器的欢迎信息就先发送（{ $frames }）；必须先等 220（RFC 5321 第 3.1 节），服务器常把这当作垃圾邮件的迹象
smtp-command-too-long = 一行命令有 { $bytes } 字节，标准最多 { $limit }（RFC 5321 第 4.5.3.1.4 节）
smtp-not-offered =
    { $helo ->
        [yes] 用的是 HELO，按标准它的应答不提供任何扩展
        *[no] 服务器没有提供
    }（{ $reply }），客户端仍然使用：{ $words }
smtp-extensions = 服务器提供（{ $reply }）并且用到的扩展：{ $used }；提供而没有用到的：{ $unused }
smtp-starttls-stripped = 扩展列表里有一行是 { $mask }（{ $reply }）：很可能是途中的防火墙抹掉了 STARTTLS，使客户端继续用明文
smtp-larger-than-allowed = 邮件有 { $size } 字节，超过服务器的上限 { $limit }（SIZE，RFC 1870）
smtp-8bit-undeclared =
    内容里有非 ASCII 字节，而 MAIL FROM 没有写 BODY=8BITMIME（RFC 6152）{ $offered ->
        [yes] {""}
        *[no] ；服务器也没有提供
    }
smtp-line-too-long = 邮件里有一行长 { $bytes } 字节，SMTP 最多 1000 字节，含行尾（RFC 5321 第 4.5.3.1.6 节）
smtp-two-hosts = 欢迎信息里的主机是 { $greeting }（{ $first }），对问候的应答里却是 { $reply }（{ $second }）：同一个地址后面有几台服务器，或者把两次捕获的内容混在了一起
smtp-lesson-program =
    这是邮件程序，不是手工输入：整行到达，{ $verb }（{ $frame }）报的是{ $kind ->
        [host] 名字 { $name }
        *[computer] 电脑名 { $name }
    }
smtp-lesson-base64 = Base64 不是加密：看到 { $frames } 的人不需要任何密钥就能读出账号和授权码，只有 TLS 才能遮住它们
smtp-lesson-data = DATA（{ $data }）是命令，不是邮件内容：内容在应答 354（{ $reply }）之后，才由 { $content } 送出
smtp-lesson-data-fragment = DATA fragment 不是命令：这是 Wireshark 给邮件内容的一段（这里是 { $content }）加的标签，网上传送的只有邮件本身的各行
smtp-lesson-envelope =
    信封和信头是两回事：信封是 { $sender } 发给 { $recipients }，信头写的是 From { $from }、To { $to }；{ $same ->
        [yes] 这里两者一致，但服务器并不要求一致
        *[no] 两者不同，邮件按信封投递
    }
smtp-lesson-queued = 内容之后的 250（{ $reply }）只说明这台服务器接下了邮件；是否到达收件人邮箱，这次会话里看不到
# 状态图里的状态
smtp-state-connected = 已连接
smtp-state-greeted = 已问候
smtp-state-ready = 就绪
smtp-state-login = 登录中
smtp-state-sender = 有发件人
smtp-state-recipient = 有收件人
smtp-state-content = 发送内容
smtp-state-chunks = 分块发送
smtp-state-closed = 已结束
