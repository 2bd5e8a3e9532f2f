# AUTH 过程中的各行
sasl-challenge = Base64 解码后是 { $decoded }
    .why = 登录过程中服务器发来的提问，用 Base64 写成，谁都能解码（RFC 4954 第 4 节；POP3 是 RFC 5034）。在 LOGIN 里它只是 Username: 或 Password: 这样的提示，没有秘密。
    .look = 过滤器 smtp.response.code == 334。POP3 里是以 + 和空格开头的行。
sasl-challenge-empty = 质询是空的，等客户端先说
    .why = PLAIN 方式只需要客户端发送，服务器没有问题要问，所以质询是空的。客户端也可以把内容直接写在 AUTH 那一行，省一个往返。
    .look = 过滤器 smtp.response.code == 334 && tcp.len < 7。
sasl-challenge-cram = 一次性的质询 { $decoded }
    .why = CRAM-MD5（RFC 2195）：服务器发来不会重复的一段文字，客户端用密码对它算出摘要作为回答。录下这次的回答，下次也用不上；不过密码太弱时，仍可以离线猜出来。
    .look = 过滤器 smtp.response.code == 334。
sasl-challenge-nonce = 质询 { $decoded }，含一次性随机串
    .why = 质询里有只用一次的随机串，客户端把它算进回答，所以录下的回答不能重放。
    .look = 过滤器 smtp.response.code == 334。
sasl-login-username = 账号的 Base64，解码后是 { $user }
    .why = LOGIN 方式先单独发送账号的 Base64。看到数据包的人都能解码，不需要任何密钥。
    .look = 过滤器 smtp.auth.username。行首的 C: User: 是 Wireshark 加的，线路上没有。
sasl-login-password = 授权码{ $masked }；Base64 是编码，不是加密
    .why = 国内的邮箱大多要求专门为邮件程序生成的授权码，不是网页登录密码，但作用相同。Base64 只是换一种写法，谁都能还原，只有 TLS 才能保密。如果上交的捕获文件里有自己的授权码，请把它作废重新生成。
    .look = 过滤器 smtp.auth.password。行首的 C: Pass: 是 Wireshark 加的，它也能解码，截图时要小心。
sasl-plain = 账号 { $user } 和授权码{ $masked }；Base64 不是加密
    .why = PLAIN（RFC 4616）把可选的身份、账号、密码连成一串，中间用值为 0 的字节隔开，再写成 Base64。它比 LOGIN 简单，同样可以直接读出，只应在 TLS 里使用。
    .look = 过滤器 smtp.auth.username_password。
sasl-plain-for = 账号 { $user }（代表 { $other }）和授权码{ $masked }；Base64 不是加密
    .why = PLAIN 的第一段是要代表的身份，第二段是登录的账号（RFC 4616 第 2 节）。两者不同，就是请求用自己的密码以别人的身份工作，服务器要另外允许才行。
    .look = 过滤器 smtp.auth.username_password。
sasl-cram = 账号 { $user } 和摘要{ $masked }，没有发送密码
    .why = 客户端用 HMAC-MD5 摘要证明自己知道密码，而不发送密码（RFC 2195）。它不保护邮件：没有 TLS，邮件照样是明文。MD5 已经过时，现在多用 SCRAM，或者在 TLS 里用 PLAIN。
    .look = 过滤器 smtp.response.code == 334。回答是客户端的下一行，Wireshark 显示为 C: DATA fragment。
sasl-digest = 账号 { $user } 和摘要{ $masked }，没有发送密码
    .why = DIGEST-MD5 把双方的随机串都算进摘要。它已被宣布废弃（RFC 6331）。
    .look = 过滤器 smtp.response.code == 334。回答是客户端的下一行，Wireshark 显示为 C: DATA fragment。
sasl-scram = 账号 { $user } 的 SCRAM 消息{ $masked }，没有发送密码
    .why = SCRAM（RFC 5802）从不发送密码，而且双方互相证明：服务器也要证明自己知道。要两个来回：先交换随机串，再交换证明。
    .look = 过滤器 smtp.response.code == 334。客户端的回答，Wireshark 显示为 C: DATA fragment。
sasl-token = 账号 { $user } 的访问令牌{ $masked }
    .why = 访问令牌（OAuth）代替密码：由服务商的登录页面发放，有时间和权限的限制，也可以撤销。别人抄到它，在过期之前照样能用，所以仍然需要 TLS。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"。方式是 XOAUTH2 或 OAUTHBEARER。
sasl-response = 登录过程中客户端的回应{ $masked }
    .why = 内容取决于登录方式，这里不知道方式，或者看不出内容。其中可能有密码，所以遮盖。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"。
sasl-not-base64 = 不是有效的 Base64{ $masked }
    .why = 登录过程的每一行都必须是 Base64（RFC 4954 第 4 节）。手工输入时常有人直接写账号或授权码，服务器会回答 501 或 535。它可能就是密码，所以遮盖。
    .look = 过滤器 smtp.response.code == 501 || smtp.response.code == 535。
sasl-cancel = 客户端取消登录
    .why = 只有一个 * 的行表示不登录了，服务器必须以出错回答：SMTP 是 501（RFC 4954 第 4 节），POP3 是 -ERR（RFC 5034）。
    .look = 过滤器 tcp.payload == 2a:0d:0a。
sasl-missed-username = 推断是账号
    .why = 服务器刚问过账号，随后一行缺失，所以多半是账号。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 334。
sasl-missed-password = 推断是授权码
    .why = 服务器刚问过密码，随后一行缺失，所以多半是授权码。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 334。
sasl-missed-response = 推断是登录应答
    .why = 登录正在进行，客户端的下一行缺失，所以它属于登录过程。这是推断，文件里看不到。
    .look = 过滤器 smtp.response.code == 334。
sasl-challenge-plain = 质询不是 Base64，按原样显示
sasl-masked = （已遮盖）
sasl-challenge-digest = 一次性质询：域 { $realm }，随机数 { $nonce }
    .why = 域说明密码属于哪一组账号，随机数只用一次（RFC 2831 第 2.1.1 节）。客户端把两者都算进摘要，录下来的回答下次用不上。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-challenge-scram = 服务器的随机数、盐，以及 { $rounds } 次迭代
    .why = 盐和迭代次数是服务器当初由密码导出所存数值时用的（RFC 5802 第 3 节）。次数越多，从记录里猜密码就越费时间。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-challenge-proof = 服务器证明自己也知道密码
    .why = 登录是双向的：服务器也证明自己持有由这个密码导出的值，不是随便一台服务器答应了事。客户端没有别的要发，回一个空行。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-challenge-refused = 被拒绝：{ $reason }
    .why = SCRAM 用自己的词说明失败原因（RFC 5802 第 7 节），例如 invalid-proof 表示密码不对。协议里算数的是后面的应答码。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-challenge-token = 令牌被拒绝，状态 { $status }；客户端应回一个空行
    .why = 服务器先用 JSON 说明原因：状态 400 或 401 表示令牌过期或被撤销，并写明需要的权限。客户端还要回一个空行，最后的应答才会来。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-challenge-ntlm = NTLM 的质询，三条消息中的第二条
    .why = 里面有 8 字节的随机数，还有服务器和域的名字，Base64 解码后就是明文。客户端用对随机数求的摘要回答。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-challenge-gssapi = 服务器发来的 Kerberos 令牌
    .why = 令牌来回传递，直到双方都证明了身份（RFC 4752 第 3.1 节）。内容用 Kerberos 的密钥加密，这里读不出来。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-scram-first = SCRAM，账号 { $user }，带客户端的随机数{ $masked }
    .why = 两个来回中的第一个：账号和随机数，都是明文（RFC 5802 第 5 节）。这里还没有秘密，只是和登录的其他回答一样遮盖，用 --reveal 可以显示。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-ntlm-negotiate = NTLM 协商，三条消息中的第一条{ $masked }
    .why = 客户端说明自己支持哪些变种，里面可能带有电脑名和域名。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-ntlm-authenticate = NTLM：账号 { $user } 和摘要{ $masked }，不是密码
    .why = 最后一条消息：账号、域和电脑名是明文，另有由密码和服务器的随机数算出的摘要。弱密码可以由此离线猜出。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-gssapi = Kerberos 令牌，第 { $step } 步{ $masked }
    .why = 先是票据，然后是确认（RFC 4752 第 3.1 节）。最后一步商定之后怎样保护连接，一般不另加保护，因为有 TLS。
    .look = 过滤器 smtp.response.code == 334。POP3 里质询是以 + 和空格开头的行。
sasl-password-fits = 用 --password 给出的密码重新计算，结果一致
sasl-password-differs = 用 --password 给出的密码重新计算，结果不一致
# 登录方式
sasl-mechanism-anonymous = 不登录，只留下一个名字之类的痕迹
    .why = 客户端最多留下一个称呼，服务器什么都不验证（RFC 4505）。邮件服务器几乎不提供。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-cram-md5 = 用密码和一次性的质询算出摘要来回答
    .why = 服务器发来不重复的一段文字，客户端回答账号和以密码为密钥的 HMAC-MD5 摘要（RFC 2195）。密码本身不在网上传送，但弱密码可以从记录中猜出，而且服务器必须保存可还原的密码。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-digest-md5 = 对双方随机数和密码求摘要，已废弃
    .why = 与 CRAM-MD5 类似，另外加入客户端的随机数，服务器也要证明自己（RFC 2831）。RFC 6331 宣布废弃：过于复杂，MD5 也太弱。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-external = 身份已在外层证明，通常是 TLS 客户端证书
    .why = 身份由下层证明，一般是 TLS 握手里的客户端证书；这一行只说明以谁的身份（RFC 4422）。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-gssapi = Kerberos：用票据代替密码，分几步完成
    .why = 客户端出示 Kerberos 票据，双方互相证明身份，最后一步商定保护方式（RFC 4752）。内容是二进制，没有密钥读不出来。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-login = 先后询问账号和密码，都是 Base64
    .why = 服务器依次提示 Username: 和 Password:，客户端用 Base64 回答，任何人都能解码。它从未成为标准，但几乎所有服务器都支持。只应在 TLS 之后使用。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-ntlm = 微软的方式：三条消息，用摘要代替密码
    .why = 协商、质询、认证三条消息，Base64 解码后以 NTLMSSP 开头。摘要可以离线猜解，所以同样需要 TLS。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-oauthbearer = 用访问令牌代替密码
    .why = 令牌来自服务商的登录页，有时限和权限范围，可以撤销（RFC 7628）。谁抄到它，在过期之前都能用。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-plain = 身份、账号和密码放在一行 Base64 里
    .why = 可省略的身份、账号、密码，用零字节隔开，再编成 Base64（RFC 4616）。任何人都能解码，只应在 TLS 之后使用。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-scram = 双方都证明知道密码，而不发送密码
    .why = 先交换随机数，再交换证明：客户端证明知道密码，服务器证明持有由它导出的值（RFC 5802）。带 -PLUS 的还与 TLS 连接绑定。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
sasl-mechanism-xoauth2 = 用访问令牌代替密码，谷歌早期的写法
    .why = 账号和令牌放在一行 Base64 里。令牌被拒绝时，服务器用 334 发来 JSON 说明原因，客户端回一个空行，最后才是错误应答。
    .look = 过滤器 upper(smtp.req.command) == "AUTH"，POP3 用 upper(pop.request.command) == "AUTH"，后面几行就是交互过程。
