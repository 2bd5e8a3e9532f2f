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
