# TLS：消息、记录和发现的含义。
# .why 是解释，.look 说明在 Wireshark 里看什么。

## 两条 Hello

tls-client-hello = 最高支持 { $version }，提供 { $suites } 个密码套件
    .why = 客户端先说话：给出可用的 TLS 版本、密码套件、扩展、要找的服务器名（SNI）和 32 字节随机数 client_random。随机数明文发送，谁都能看到；它不是密钥，也不是会话 ID，只是让每次握手导出不同的密钥。记录层写的版本只为兼容，客户端所能接受的最高版本是 { $version }。
    .look = 过滤器 tls.handshake.type == 1。对照 Random、Cipher Suites 和 server_name 扩展。
    .observer = 客户端支持哪些版本和套件，以及它要找的服务器名。这些都是明文；还没有发送任何秘密。
tls-client-hello-again = 第二次 Client Hello，换成服务器要求的群
    .why = 第一次 Client Hello 里的密钥份额服务器用不上，于是点名要另一个群。客户端带上这个群的份额重发一次；两次 Hello 都进入握手摘要，所以中途不能篡改第一次的内容。
    .look = 过滤器 tls.handshake.type == 1：同一个流里有两帧，比较两者的 key_share 扩展。
tls-hello-server-name = 要找的服务器是 { $name }
tls-hello-resume-ticket = 出示以前会话的会话票据
tls-hello-resume-id = 请求按会话 ID 恢复以前的会话
tls-hello-resume-psk = 出示预共享密钥，通常就是以前会话的票据
tls-hello-early-data = 声明在握手完成之前就发数据（0-RTT）
tls-hello-ech = 带有加密的 Client Hello（ECH）：真正的服务器名可能藏在里面
tls-hello-fallback = 声明这是降低版本后的再次尝试（TLS_FALLBACK_SCSV）
tls-hello-ssl2 = 用的是 SSL 2.0 的旧格式，没有扩展
tls-server-hello = 选定 { $version } 和密码套件 { $suite }
    .why = 服务器选定一个版本和一个密码套件，给出自己的随机数 server_random。{ $suite } 即 { $name }，含义：密钥交换 { $exchange }，认证 { $authentication }，加密 { $cipher }。{ $protection ->
     [aead] { $hash } 用于导出密钥和握手摘要，不是加密算法的一部分。
    *[other] { $hash } 用于每条记录的 MAC；导出密钥用的是 { $prf }。
    }
    .look = 过滤器 tls.handshake.type == 2。看 Version 和 Cipher Suite：各只有一个值，都出自客户端的列表。
    .observer = 会话的版本和密码套件，以及双方的随机数；只凭这些算不出任何密钥。
tls-server-hello-13 = 选定 { $version } 和密码套件 { $suite }
    .why = 服务器在 supported_versions 扩展里选定 { $version }（Version 字段仍写 TLS 1.2，是为了迁就途中的旧设备），并在 key_share 里给出自己那一半密钥交换。{ $suite } 即 { $name }：加密 { $cipher }，{ $hash } 用于导出密钥。密钥交换和认证不再写进套件名。
    .look = 过滤器 tls.handshake.type == 2。版本要看 supported_versions 扩展，不是 Version 字段。
    .observer = 版本、套件、双方的随机数和公钥。由公钥推不出秘密，从这里起只看得到长度和时间。
tls-server-hello-encrypts = 此后全部加密
tls-server-hello-resumes = 同意恢复以前的会话
tls-server-hello-downgrade = 随机数末尾是 DOWNGRD（服务器也支持更高的版本）
    .why = 支持 TLS 1.3 的服务器如果用较低版本应答，就在随机数末尾写上 DOWNGRD（RFC 8446 第 4.1.3 节）。客户端本来就没有提供 TLS 1.3 时不必理会，这不是攻击；提供了却看到它，必须中止，因为有人改动了它的 Hello。
    .look = 看 Server Hello 里 Random 的最后 8 字节：44 4f 57 4e 47 52 44 01（或 00）。
tls-hello-retry-request = 要求客户端改用群 { $group } 再发一次 Client Hello
    .why = 客户端预先猜了一个群来放密钥份额，没有猜中。这条消息的格式是 Server Hello，只是随机数为固定值；握手因此多一个往返，不是错误。
    .look = Wireshark 显示为 Hello Retry Request，类型仍是 tls.handshake.type == 2。
tls-hello-retry-request-cookie = 要求客户端再发一次 Client Hello
tls-hello-request = 请客户端开始一次新的握手
    .why = 在 TLS 1.2 及以前，服务器随时可以请求握手；客户端用 Client Hello 回应，也可以不理会。
    .look = 过滤器 tls.handshake.type == 0。

## 证书与密钥

tls-certificate = { $count } 张证书，第一张属于 { $name }
    .why = 证书把名字和公钥绑在一起，是公开的；客户端沿证书链逐级验证签名，直到本机信任的根证书。只出示证书还不能证明拥有私钥，证明是用私钥做的签名：TLS 1.2 在 Server Key Exchange 里，TLS 1.3 在 Certificate Verify 里。
    .look = 过滤器 tls.handshake.type == 11。展开 Certificate，看 subject、subjectAltName 和 validity。
    .observer = 服务器自称是谁。证书是公开的，谁抄一份都能出示。
tls-certificate-client = 客户端自己的证书，属于 { $name }（证书链共 { $count } 张）
    .why = 服务器要求客户端出示证书，客户端照办。在 TLS 1.2 及以前，它以明文传输：监听的人能知道是谁在登录。Certificate Verify 里的签名证明客户端拥有对应的私钥。
    .look = 过滤器 tls.handshake.type == 11，看客户端发出的那一帧。
tls-certificate-none = 空列表：客户端没有证书可出示
    .why = 服务器要求证书而客户端没有，就回一个空列表。是否继续由服务器决定：接受，或者用告警中止。
    .look = 客户端的 Certificate 里 Certificates Length 为 0。
tls-certificate-empty = 空列表：服务器没有出示证书
tls-certificate-request = 要求客户端出示证书{ $authorities ->
     [0] {""}
    *[other] ，须由列出的 { $authorities } 个机构之一签发
    }
    .why = 服务器也想确认客户端是谁，就发这条消息。多数服务器不用它，而是在加密之后再看账号和授权码。
    .look = 过滤器 tls.handshake.type == 13。
tls-certificate-verify = 用签名证明发送方拥有证书的私钥
    .why = 用发送方证书的私钥，对到此为止的全部握手消息做的签名。只有证书什么也证明不了，因为谁都可以复制它。
    .look = 过滤器 tls.handshake.type == 15。
tls-certificate-status = 证书的吊销状态（OCSP），由服务器自己附上
    .why = 签发机构签名的声明：证书没有被吊销。服务器预先取好一并发来，客户端不必再去问签发机构，也就不会泄露自己在访问谁。
    .look = 过滤器 tls.handshake.type == 22。
tls-certificate-url = 给出获取证书的网址
    .why = 客户端不直接发证书，而是给出地址让服务器自己去取（RFC 6066），很少有人使用。
    .look = 过滤器 tls.handshake.type == 21。
tls-compressed-certificate = 压缩过的证书
    .why = 压缩形式的 Certificate（RFC 8879），证书链较长时可以省一个往返。
    .look = 过滤器 tls.handshake.type == 25。
tls-server-key-exchange = 临时公钥（{ $group }，{ $bytes } 字节）{ $scheme ->
     [none] ，带签名
    *[other] ，签名 { $scheme }
    }
    .why = 服务器发来一次性的临时公钥，并用证书的私钥对两个随机数和这个公钥签名；签名验证通过，才说明对方真的拥有证书的私钥。加密数据用的密钥在这里和以后都不会发送。
    .look = 过滤器 tls.handshake.type == 12。看 Named Curve、Pubkey 和 Signature。
    .observer = 服务器的临时公钥，以及对方确实拥有证书的私钥。秘密仍然只有双方知道。
tls-server-key-exchange-other = 服务器这一半密钥交换
    .why = 内容取决于密码套件的密钥交换方式，其中没有加密数据用的密钥。
    .look = 过滤器 tls.handshake.type == 12。看 Named Curve、Pubkey 和 Signature。
tls-server-hello-done = 服务器这一轮说完了
    .why = 长度为 0，只表示服务器说完了，等客户端回应。
    .look = 过滤器 tls.handshake.type == 14，Length 为 0。
tls-client-key-exchange = 公钥
    .why = 客户端也发出自己的临时公钥。双方各用自己的私钥和对方的公钥算出同一个预主密钥，它从不在网络上出现；再由它和到此为止的握手内容导出主密钥和会话密钥。
    .look = 过滤器 tls.handshake.type == 16。名称是 Client Key Exchange，不是 Change。
    .observer = 双方的公钥，但仍得不到密钥：要算预主密钥必须有其中一个私钥，而私钥从不发送，用完即弃。
tls-client-key-exchange-rsa = 预主密钥，用证书的公钥加密
    .why = 采用 RSA 密钥交换时，预主密钥由客户端生成，用证书的公钥加密后发送。以后谁拿到服务器的私钥，就能解开所有录下的会话：没有前向保密。
    .look = 过滤器 tls.handshake.type == 16，其中是 Encrypted PreMaster。
    .observer = 眼下还得不到什么。但谁把它录下来，日后拿到服务器的私钥，就能全部读出：没有前向保密。
tls-client-key-exchange-psk = 预共享密钥的名称
    .why = 双方早已持有同一个秘密，客户端只说明用哪一个，秘密本身不发送。
    .look = 过滤器 tls.handshake.type == 16，看 PSK 的 Identity。
tls-new-session-ticket = 会话票据
    .why = 里面是本次会话的秘密，用只有服务器知道的密钥加密。客户端保存起来，下次出示就能缩短握手；有效期 { $seconds } 秒（0 表示没有说明）。它不改变这次会话的密钥。
    .look = 过滤器 tls.handshake.type == 4。
tls-new-session-ticket-13 = 会话票据
    .why = 给以后的会话用的预共享密钥：双方各自由这次会话的秘密导出，客户端下次出示票据来指明用哪一个。有效期 { $seconds } 秒（0 表示不能再用）。它不改变这次会话的密钥。
    .look = 过滤器 tls.handshake.type == 4。
tls-signature-valid = 签名 { $scheme } 验证通过：与证书 1 的密钥（{ $key }）相符
    .why = 用证书里的公钥重新算过：这个签名确实是用对应的私钥，对应当签名的那些字节做的。证书本身是否可信是另一回事，由客户端沿证书链判断。
    .look = 过滤器 tls.handshake.sig_hash_alg 或 tls.handshake.signature；Wireshark 只显示签名，不验证。
tls-signature-wrong = 签名不符：{ $wrong }
tls-signature-unchecked = 签名未验证：{ $reason }
tls-wrong-mismatch = 用证书的密钥重新计算，结果不同
tls-wrong-other-key = { $scheme } 不能与 { $key } 密钥一起使用
tls-unchecked-no-certificate = 没有捕获到证书
tls-unchecked-no-issuer = 颁发者的证书不在捕获文件里
tls-unchecked-unreadable = 证书或其中的密钥无法解析
tls-unchecked-algorithm = 这里不计算 { $name }
tls-unchecked-no-hellos = 两条 Hello 没有都捕获到
tls-unchecked-no-transcript = 缺少此前的握手消息
tls-unchecked-malformed = 消息无法拆解
tls-unchecked-master-secret = SSL 3.0 的签名还包含主密钥
tls-chain-signed = 证书 { $certificate }（{ $name }）的签名由证书 { $issuer }（{ $by }）验证通过
tls-chain-self-signed = 证书 { $certificate }（{ $name }）是自签名的，签名相符
tls-chain-no-issuer = 证书 { $certificate }（{ $name }）的颁发者 { $by } 不在捕获文件里：未验证
tls-chain-wrong = 证书 { $certificate }（{ $name }）的签名与证书 { $issuer } 不符：{ $wrong }
tls-chain-unchecked = 证书 { $certificate }（{ $name }）的签名未验证：{ $reason }
tls-client-key-exchange-implicit = 空：客户端的公钥在它的证书里
    .why = 密钥交换所用的公钥已在客户端证书里（静态 DH 或 ECDH），这里不用再发。
    .look = 过滤器 tls.handshake.type == 16；长度为 0。
tls-suite = { $exchange ->
     [none] 加密 { $cipher }，哈希 { $hash }
    *[other] 密钥交换 { $exchange }，认证 { $authentication }，加密 { $cipher }，哈希 { $hash }
    }
    .why = 密码套件说明双方用哪些算法：客户端列出能用的，服务器选一个。
    .look = 过滤器 tls.handshake.ciphersuite == { $id }。
tls-suite-signal = 信号，不是密码套件
    .why = 客户端用它告诉服务器一件事，而不增加扩展；服务器不能选它。
    .look = 过滤器 tls.handshake.ciphersuite == { $id }。
tls-suite-exchange = { $exchange ->
     [none] 密钥交换和认证不在套件里，由扩展 key_share 和 signature_algorithms 另行商定（TLS 1.3）
     [RSA] RSA：客户端用证书的公钥加密预主密钥；没有前向保密
     [ECDHE] ECDHE：双方各发一个椭圆曲线上的临时公钥，算出同一个预主密钥；有前向保密
     [DHE] DHE：双方各发一个临时公钥（质数模幂），算出同一个预主密钥；有前向保密
     [DH] DH：公钥固定在证书里；没有前向保密
     [ECDH] ECDH：公钥固定在证书里；没有前向保密
     [PSK] PSK：双方事先就有同一个密钥
     [SRP] SRP：由密码导出密钥，密码本身不发送
    *[other] { $exchange }：双方以此商定密钥
    }
tls-suite-authentication = { $authentication ->
     [anonymous] 没有认证：中间人可以冒充服务器
     [PSK] PSK：拥有共享密钥就是身份
     [NULL] 没有认证
    *[other] { $authentication }：服务器用这种密钥证明身份
    }
tls-suite-cipher = { $mode ->
     [aead] { $cipher }：加密并防篡改（AEAD）
     [cbc] { $cipher }：分组加密，防篡改靠另外的 MAC
     [null] 不加密：内容谁都能读
    *[other] { $cipher }：加密数据
    }
tls-suite-hash = { $mode ->
     [aead] { $hash }：用于导出密钥和握手摘要，不是加密算法的一部分
    *[other] { $hash }：用于每条记录的 MAC
    }
tls-suite-weak = 强度不足（{ $why }）：不要使用
tls-group = { $family ->
     [curve] 椭圆曲线
     [finite] 有限域（质数模幂），{ $bits } 位
     [hybrid] 混合：椭圆曲线加 ML-KEM，只要其中一个没有被攻破就安全，可抵御量子计算机
     [lattice] ML-KEM：可抵御量子计算机的密钥封装
    *[other] 密钥交换用的群
    }
    .why = 双方在同一个群里各取一个临时密钥，交换公钥。客户端在 supported_groups 里列出能用的。
    .look = 过滤器 tls.handshake.extensions_supported_group == { $id }。
tls-scheme = { $kind ->
     [pkcs1] RSA 签名，PKCS#1 v1.5 填充；TLS 1.3 只许用在证书里
     [pss] RSA 签名，PSS 填充
     [ecdsa] ECDSA：椭圆曲线签名
     [eddsa] EdDSA：椭圆曲线签名，哈希是算法的一部分
     [dsa] DSA 签名，已过时
     [lattice] ML-DSA：可抵御量子计算机的签名
    *[other] 签名算法
    }
    .why = 发送方在 signature_algorithms 里列出能验证的签名算法，对方从中选一个。
    .look = 过滤器 tls.handshake.sig_hash_alg == { $id }。
tls-compressed-with = 用 { $method } 压缩
tls-compressed-unopened = 用 { $method } 压缩，这里不解压
tls-ocsp = { $status ->
     [good] 没有吊销，确认于 { $from }，有效至 { $to }（应答的签名未验证）
     [revoked] 已被吊销，确认于 { $from }（应答的签名未验证）
    *[other] 应答：{ $status }
    }

## 转入加密

tls-change-cipher-spec = 此后加密
    .why = 意思是：我的下一条记录起加密，用的是双方刚算出的密钥。里面没有密钥，也不更换算法，只是让 Hello 里商定的内容开始生效。
    .look = 过滤器 tls.change_cipher_spec。它是单独的记录类型（20），内容只有 1 字节，不是握手消息。
tls-change-cipher-spec-server = 此后加密
    .why = 服务器也宣布从下一条记录起加密。这不是定期更新密钥：TLS 1.2 不会定期换密钥，要换只能重新协商，那是一次新的握手。一个流里第一次出现的这一行若排在 Application Data 之后，是 False Start（RFC 7918）：客户端没等它就先发了数据。
    .look = 过滤器 tls.change_cipher_spec。它是单独的记录类型（20），内容只有 1 字节，不是握手消息。
    .observer = 握手已经完成。此后的一切只看得到方向、时间和长度。
tls-change-cipher-spec-13 = 在 TLS 1.3 里没有作用：为途中的旧设备而发
    .why = TLS 1.3 并不需要它，发出来只是让只认识 TLS 1.2 的防火墙等中间设备觉得眼熟（RFC 8446 附录 D.4）。从哪里开始加密，由 Server Hello 决定。
    .look = 过滤器 tls.change_cipher_spec。它是单独的记录类型（20），内容只有 1 字节，不是握手消息。
tls-change-cipher-spec-encrypted = 本身用原来的密钥加密
tls-false-start-note = False Start：客户端在此之前已经发了数据
tls-finished-client = Finished
    .why = Encrypted Handshake Message 是第一条加密消息 Finished，含有全部握手消息的校验值，中途若被改动，这里就会不符。它是 Finished，是由位置推断的；没有密钥日志读不出内容。
    .look = Wireshark 显示为 Encrypted Handshake Message（有密钥日志时显示 Finished）。它是 Change Cipher Spec 之后的第一条握手记录。
    .observer = 客户端已经有了密钥；Finished 的内容看不到。
tls-finished-server = Finished
    .why = 服务器自己的 Finished；双方的 Finished 都验证通过，握手才算完成。它不更新任何密钥。
    .look = Wireshark 显示为 Encrypted Handshake Message（有密钥日志时显示 Finished）。它是 Change Cipher Spec 之后的第一条握手记录。
    .observer = 握手已经完成。此后的一切只看得到方向、时间和长度。
tls-finished-server-first = Finished
    .why = 恢复会话时，服务器先发 Finished；等客户端的 Finished 也到了、双方都验证通过，握手才算完成。它是 Finished，是由位置推断的；没有密钥日志读不出内容。
    .look = Wireshark 显示为 Encrypted Handshake Message（有密钥日志时显示 Finished）。它是 Change Cipher Spec 之后的第一条握手记录。
    .observer = 服务器已经有了密钥；Finished 的内容看不到。
tls-finished-probably = 推断是 Finished（握手有一部分未捕获）
    .why = 从位置看应是 Finished，但捕获文件里缺了握手的一部分，也可能是别的消息。
    .look = Wireshark 显示为 Encrypted Handshake Message（有密钥日志时显示 Finished）。它是 Change Cipher Spec 之后的第一条握手记录。
tls-finished = Finished，未加密
    .why = 全部握手消息的校验值。它本应是第一条加密消息；这里能直接读出，说明这个套件不加密。
    .look = 过滤器 tls.handshake.type == 20。
tls-finished-opened = 已用密钥读出：全部握手消息的校验值
    .why = 到此为止全部握手消息的校验值。双方各自计算；一致就说明握手在途中没有被改动，双方的密钥也相同。
    .look = 在 TLS 首选项里设好密钥日志，过滤器 tls.handshake.type == 20。
tls-finished-valid = 与本程序算出的值一致
    .why = 用密钥和本捕获文件里的消息重新计算，得到同样的校验值：密钥是对的，握手消息没有一条被改动。
    .look = Wireshark 只显示 Verify Data（tls.handshake.verify_data），并不验证。
tls-finished-invalid = 与本程序算出的值不一致
    .why = 用密钥和本捕获文件里的消息重新计算，得到的校验值不同：有握手消息被改动过，可能在途中，也可能在捕获文件里。对方会拒绝它。
    .look = Wireshark 只显示 Verify Data（tls.handshake.verify_data），并不验证。
tls-encrypted-handshake-message = 已加密，从外面看不出是哪条消息
    .why = Change Cipher Spec 之后的握手记录，但不是第一条：可能是重新协商，也可能是开头未捕获的消息。
    .look = Wireshark 显示为 Encrypted Handshake Message（有密钥日志时显示 Finished）。它是 Change Cipher Spec 之后的第一条握手记录。
tls-renegotiation-client-hello = 重新协商开始：推断是 Client Hello，用原来的密钥加密
    .why = 在 TLS 1.2 及以前，可以在加密的会话里再做一次握手：为了换新密钥，或者服务器这时才要客户端证书。这些消息都用原来的密钥加密，外面只看得到记录类型、长度和次序。
    .look = 同一个流里 Application Data 之后又出现 Encrypted Handshake Message；有密钥日志时 Wireshark 会写出消息名。
tls-renegotiation-hello-request = 推断是 Hello Request：服务器请求重新协商
    .why = 在 TLS 1.2 及以前，可以在加密的会话里再做一次握手：为了换新密钥，或者服务器这时才要客户端证书。这些消息都用原来的密钥加密，外面只看得到记录类型、长度和次序。
    .look = 同一个流里 Application Data 之后又出现 Encrypted Handshake Message；有密钥日志时 Wireshark 会写出消息名。
tls-renegotiation-message = 重新协商的消息，用原来的密钥加密
    .why = 在 TLS 1.2 及以前，可以在加密的会话里再做一次握手：为了换新密钥，或者服务器这时才要客户端证书。这些消息都用原来的密钥加密，外面只看得到记录类型、长度和次序。
    .look = 同一个流里 Application Data 之后又出现 Encrypted Handshake Message；有密钥日志时 Wireshark 会写出消息名。

## 告警

tls-alert = { $level ->
     [fatal] 致命告警：连接到此为止
    *[other] 警告
    }
    .why = 致命告警说明发送方为什么放弃；原因常常在另一方，看看前面刚发过什么。警告之后连接可以继续；close_notify 是一方数据的正常结束。
    .look = 过滤器 tls.alert_message。Level 为 2 是致命，1 是警告。
tls-encrypted-alert = 长度 { $length }：推断是 close_notify
    .why = Change Cipher Spec 之后，告警也加密；明文的告警只有 2 字节。连接结束时几乎总是 close_notify，即这一方不再发数据。要确认只能靠密钥日志。
    .look = Wireshark 显示为 Encrypted Alert；过滤器 tls.record.content_type == 21。
tls-encrypted-alert-handshake = 长度 { $length }：读不出；出现在握手途中，推断是致命告警
    .why = 双方还没走完握手就出现加密的告警，可能是一方放弃了，例如 Finished 校验不符。
    .look = 过滤器 tls.alert_message。Level 为 2 是致命，1 是警告。
tls-cause-close-notify = 这一方不再发数据，正常结束
tls-cause-end-of-early-data = 早期数据结束（TLS 1.3 草案）
tls-cause-unexpected-message = 收到了不该在此出现的消息：实现有误，或对方说的是别的协议
tls-cause-bad-record-mac = 记录校验不符：途中被改动，或双方密钥不同
tls-cause-decryption-failed = 记录无法解密
tls-cause-record-overflow = 记录过长
tls-cause-decompression-failure = 记录无法解压
tls-cause-handshake-failure = 双方没有都能接受的设置：对照 Client Hello 里的密码套件、群和签名算法
tls-cause-no-certificate = 没有证书可出示（SSL 3.0）
tls-cause-bad-certificate = 证书损坏，或签名验证不通过
tls-cause-unsupported-certificate = 不支持这种证书
tls-cause-certificate-revoked = 证书已被签发者吊销
tls-cause-certificate-expired = 证书已过期，或本机时钟不对
tls-cause-certificate-unknown = 证书未被接受，原因没有说明；常见的是用户或程序拒绝
tls-cause-illegal-parameter = 某个值越界，或前后矛盾
tls-cause-unknown-ca = 签发者不在受信任的根证书之列：自签名证书，或证书链缺了中间证书
tls-cause-access-denied = 证书有效，但不允许访问
tls-cause-decode-error = 消息无法解析，或者对方没有发 close_notify 就断开了（OpenSSL 会这样报告）
tls-cause-decrypt-error = 签名或 Finished 验证不通过
tls-cause-too-many-cids-requested = 请求的连接 ID 过多
tls-cause-export-restriction = 出口限制不允许（已废止）
tls-cause-protocol-version = 没有双方都接受的版本
tls-cause-insufficient-security = 服务器要求更强的密码套件
tls-cause-internal-error = 发送方内部出错，与收到的内容无关
tls-cause-inappropriate-fallback = 客户端降低了版本，而服务器本可用更高的版本
tls-cause-user-canceled = 用户取消了
tls-cause-no-renegotiation = 不接受重新协商，会话照旧
tls-cause-missing-extension = 缺少必需的扩展
tls-cause-unsupported-extension = 收到了没有请求过的扩展
tls-cause-certificate-unobtainable = 取不到证书
tls-cause-unrecognized-name = 服务器不认识所请求的服务器名（SNI）
tls-cause-bad-certificate-status-response = 吊销状态（OCSP）不可接受
tls-cause-bad-certificate-hash-value = 证书与其哈希值不符
tls-cause-unknown-psk-identity = 不认识这个预共享密钥
tls-cause-certificate-required = 服务器要求客户端证书
tls-cause-general-error = 没有说明原因的错误
tls-cause-no-application-protocol = ALPN 列表里没有服务器提供的协议
tls-cause-ech-required = 服务器要求使用加密的 Client Hello（ECH）
tls-cause-unknown = 未登记的告警
tls-cause-nothing-in-common = Client Hello 里没有服务器可用的内容：多半是没有共同的密码套件
tls-cause-version-too-low = 客户端提供的版本服务器都不接受：一方过旧
tls-cause-client-certificate-refused = 服务器要求客户端证书，客户端没有出示

## 记录和其他消息

tls-application-data = 没有密钥日志，读不出内容（--keylog 文件名）
    .why = 真正要传的数据，用会话密钥加密并防篡改。外面只看得到方向、时间和长度，要读内容需要密钥日志。Application Data 是记录类型 23 的名字，不是命令。
    .look = 过滤器 tls.record.content_type == 23。在 TLS 首选项里填上密钥日志，Wireshark 就会显示内容。
    .observer = 谁在什么时候和谁说了多少，但不知道说了什么。
tls-application-data-closed = 已有的密钥都打不开
    .why = 真正要传的数据，用会话密钥加密并防篡改。外面只看得到方向、时间和长度，要读内容需要密钥日志。Application Data 是记录类型 23 的名字，不是命令。
    .look = 过滤器 tls.record.content_type == 23。在 TLS 首选项里填上密钥日志，Wireshark 就会显示内容。
    .observer = 谁在什么时候和谁说了多少，但不知道说了什么。
tls-hidden-server-flight = 里面是加密的 Encrypted Extensions、Certificate、Certificate Verify、Finished
    .why = TLS 1.3 从 Server Hello 之后就加密握手，并且装在 Application Data 类型的记录里。证书和签名都发送了，但要有密钥日志才读得出。
    .look = tls.record.opaque_type == 23：外层类型都写 Application Data，不管里面是什么。
    .observer = 只有长度：证书链使这一程变长。除了 Client Hello 里的名字，已看不到服务器是谁。
tls-hidden-server-flight-resumed = 里面是加密的 Encrypted Extensions、Finished；恢复会话，所以没有证书
    .why = TLS 1.3 从 Server Hello 之后就加密握手，并且装在 Application Data 类型的记录里。恢复会话时，由预共享密钥证明服务器的身份，所以不发证书，也不发签名。
    .look = tls.record.opaque_type == 23：外层类型都写 Application Data，不管里面是什么。
    .observer = 只有长度：没有证书链，这一程很短，可见是会话恢复。
tls-hidden-told = 按长度和次序推断：{ $list }（各自的字节数）
    .why = TLS 1.3 藏起了记录的内容，却藏不住长度：Finished 与哈希一样长，签名与密钥一样长，证书比别的都长，次序也是固定的。因此可以推断，但不能确定：填充会掩盖它。
    .look = tls.record.opaque_type == 23：不论里面是什么，外层类型都写 Application Data。比较 tls.record.length。
tls-hidden-client-finished = 客户端的第一条记录推断是 Finished
    .why = TLS 1.3 从 Server Hello 之后就加密握手，并且装在 Application Data 类型的记录里。证书和签名都发送了，但要有密钥日志才读得出。
    .look = tls.record.opaque_type == 23：外层类型都写 Application Data，不管里面是什么。
tls-hidden-early-data = 早期数据（0-RTT），服务器应答之前就发出
    .why = 客户端用以前会话的密钥，随 Hello 一起发数据。省一个往返，但录下它的人可以重放。
    .look = tls.record.opaque_type == 23：外层类型都写 Application Data，不管里面是什么。
tls-data-missing = 其中 { $bytes } 字节未捕获
tls-version-unknown = 版本未知：记录写的是 { $record }，TLS 1.3 也这样写
tls-began-earlier = { $message } 从 { $frame } 开始（{ $part } / { $total } 字节）
tls-over-records = 分在 { $records } 条记录里
tls-message-incomplete = 不完整：{ $have } / { $total } 字节
tls-message-cut = 不完整：连长度也没有
tls-message-skipped = { $length } 字节：过长，未保留
tls-malformed = 不符合标准规定的格式
tls-record-incomplete = 这条记录缺 { $bytes } 字节（未捕获）
tls-record-cut = 连接或捕获在记录中途结束
tls-gap-in-message = 推断是 { $message } 的一部分
tls-handshake-fragment = 一条握手消息的后半段，开头未捕获
    .why = 没有开头，就不知道它的类型和长度。
    .look = Wireshark 在这里写 Encrypted Handshake Message 或 Continuation Data，其实都不是。
tls-unknown-handshake = 未知类型 { $type } 的握手消息
    .why = 已知的登记表里没有这个类型。
    .look = 过滤器 tls.handshake.type == { $type }。
tls-unknown-record = 未知类型 { $type } 的记录
    .why = 已知的登记表里没有这个类型。
    .look = 过滤器 tls.record.content_type == { $type }。
tls-heartbeat = 心跳，保持连接
    .why = 用来保持连接的扩展（RFC 6520，记录类型 { $type }）；OpenSSL 对它的错误实现就是 2014 年的 Heartbleed 漏洞。
    .look = 过滤器 tls.record.content_type == 24。
tls-encrypted-extensions = 服务器不必公开的扩展
    .why = TLS 1.3 把与密钥交换无关的扩展（例如 ALPN）移到这里，放在加密之后。
    .look = 过滤器 tls.handshake.type == 8。
tls-end-of-early-data = 客户端的早期数据到此为止
    .why = 此后客户端改用这次握手的密钥。
    .look = 过滤器 tls.handshake.type == 5。
tls-key-update = 发送方换用下一个密钥
    .why = TLS 1.3 不必重新握手就能换密钥：由上一个密钥导出下一个。
    .look = 过滤器 tls.handshake.type == 24。
tls-supplemental-data = 补充数据
    .why = 握手的附加数据（RFC 4680），很少见。
    .look = 过滤器 tls.handshake.type == 23。
tls-next-protocol = 客户端选定的协议（NPN，已废止）
    .why = ALPN 的前身。
    .look = 过滤器 tls.handshake.type == 67。
tls-label-application-data = Application Data：C 侧 { $client } 条记录，S 侧 { $server } 条记录
tls-label-application-data-one = Application Data：{ $records } 条记录
tls-label-application-data-part = Application Data：一条记录的一部分
tls-label-handshake-fragment = Handshake：一条消息的一部分
tls-label-record-part = Record：只有开头

## 字节对照表的字段

tls-field-client-version = TLS 1.2 及以前表示最高版本；TLS 1.3 在这里也写 TLS 1.2
tls-field-server-version = 选定的版本；TLS 1.3 在这里也写 TLS 1.2
tls-field-random = 公开的，不是密钥，也不是会话 ID
tls-field-session-id = 指明以前的会话；在 TLS 1.3 里没有意义
tls-field-compression = 0 表示不压缩，因为压缩会泄露秘密
tls-field-grease = 随意填的值，服务器必须忽略（RFC 8701）
tls-field-signal = 给服务器的信号，不是密码套件
tls-field-public-key = 服务器的临时公钥
tls-field-signature = 用证书的私钥对两个随机数和公钥做的签名
tls-field-ticket = 只有服务器能读
tls-field-more = 后面的字段没有列出
tls-extension-server-name = 客户端要找的服务器名（SNI），明文
tls-extension-max-fragment-length = 请求使用较短的记录
tls-extension-status-request = 请求附上证书的吊销状态（OCSP）
tls-extension-supported-groups = 密钥交换可用的群，优先的在前
tls-extension-ec-point-formats = 椭圆曲线点的表示方式
tls-extension-signature-algorithms = 发送方能验证的签名算法
tls-extension-alpn = 里面要用的协议（ALPN）
tls-extension-sct = 证书已公开登记的证明（Certificate Transparency）
tls-extension-encrypt-then-mac = 先加密再做 MAC，使 CBC 套件更稳妥
tls-extension-extended-master-secret = 把主密钥与这次握手绑在一起
tls-extension-compress-certificate = 可用的证书压缩方法
tls-extension-record-size-limit = 发送方能接受的最长记录
tls-extension-session-ticket = 空表示索取会话票据，否则就是以前会话的票据
tls-extension-pre-shared-key = 恢复以前的会话，或使用事先约定的密钥
tls-extension-early-data = 握手完成之前就有数据（0-RTT）
tls-extension-supported-versions = 真正商定 TLS 1.3 的地方
tls-extension-cookie = Hello Retry Request 里服务器给的值，原样送回
tls-extension-psk-modes = 预共享密钥的使用方式
tls-extension-key-share = 密钥交换的公钥，随 Hello 一起发出，省一个往返
tls-extension-ech = 里面藏着加密的 Hello，也可能只是占位
tls-extension-renegotiation-info = 把重新协商与原会话绑在一起（RFC 5746）
tls-field-prime = 双方计算所用的质数；公开
tls-field-encrypted-pre-master = 预主密钥，用证书的公钥加密；只有服务器的私钥能解开
tls-field-client-public-key = 客户端的临时公钥
tls-field-padding = 零字节，把 Hello 补到避开某些旧设备毛病的长度（RFC 7685）
tls-field-log-id = 公开日志的标识：其公钥的 SHA-256
tls-field-delegation = 证书的私钥对这把短期密钥的签名
tls-field-ticket-age = 会话票据签发至今的毫秒数，加上一个秘密的数；旁观者无法据此把两次会话联系起来
tls-field-binder = 用预共享密钥对这条 Hello 做的校验：证明客户端真的拥有它
tls-field-share = 密钥交换用的公钥，临时生成，公开
tls-field-ech-payload = 加密的内层 Hello，或同样长度的随机字节（GREASE）：从外面分不出来
tls-field-age-add = 下次出示会话票据时，加在已过时间上的秘密的数
tls-field-ticket-nonce = 使同一次会话的各张票据导出不同的密钥
tls-field-signature-verify = 用发送方证书的私钥对到此为止的全部握手消息做的签名
tls-field-verify-data = 对到此为止的全部握手消息的校验值，用会话的秘密算出
tls-extension-certificate-type = 证书的形式：X.509，或只有公钥
tls-extension-use-srtp = 为 SRTP（语音和视频）商定密钥
tls-extension-heartbeat = 允许对方发保活消息（Heartbleed 就出在它的一个实现里）
tls-extension-padding = 只用来凑长度
tls-extension-token-binding = 把登录凭据与这条连接绑在一起
tls-extension-delegated-credential = 允许服务器用证书授权的短期密钥签名
tls-extension-certificate-authorities = 发送方信任的颁发机构
tls-extension-oid-filters = 客户端证书必须含有的项
tls-extension-post-handshake-auth = 客户端愿意在握手之后再出示证书
tls-extension-signature-algorithms-cert = 证书里的签名可用的算法
tls-extension-quic = QUIC 的传输参数
tls-extension-npn = ALPN 的前身（NPN，已废弃）
tls-extension-channel-id = 客户端用自己的密钥表明身份（已废弃的试验）
tls-extension-application-settings = 里面协议的设置，随握手送出（ALPS）
tls-extension-other = TLS 的一个扩展，很少见到

## 整个会话

tls-recognised-client-hello = 最先的字节是 Client Hello
tls-recognised-server-hello = 服务器最先的字节是 Server Hello；客户端一侧未捕获
tls-recognised-ssl2-hello = SSL 2.0 格式的 Client Hello
tls-recognised-records = 连续的 TLS 记录
tls-recognised-inside = 没有密钥，不知道里面是什么（端口 { $port }：{ $service } over TLS）
tls-recognised-decrypted = 里面的内容已用密钥读出，以 * 标明
tls-recognised-inside-unknown = 没有密钥，不知道里面是什么
tls-outcome-encrypted = 已加密，没有密钥日志
tls-outcome-decrypted = 已用密钥读出
tls-outcome-late = 已加密，开头未捕获
tls-outcome-null = 虽有 TLS，仍是明文（NULL 密码套件）
tls-outcome-failed = 握手失败：{ $alert }
tls-outcome-incomplete = 握手未完成
tls-outcome-no-data = 握手完成，没有数据
tls-summary = { $version }，完整握手，{ $suite }；应用数据：C 侧 { $client } 条记录，S 侧 { $server } 条记录
tls-summary-resumed = { $version }，会话恢复，{ $suite }；应用数据：C 侧 { $client } 条记录，S 侧 { $server } 条记录
tls-summary-resumed-from = 恢复的是会话 { $stream } 建立的
tls-summary-no-choice = 版本和密码套件未知；应用数据：C 侧 { $client } 条记录，S 侧 { $server } 条记录

## 发现

tls-fatal-alert = { $side ->
     [C] 客户端
    *[S] 服务器
    }用致命告警 { $alert } 中止了连接：{ $cause }
tls-record-too-long = 一条记录有 { $length } 字节，标准上限是 { $limit }
tls-empty-records = 没有内容的握手记录 { $count } 条，标准不允许
tls-too-many-messages = 消息过多：有 { $count } 条只计数，不显示
tls-too-many-certificates = 一条消息里有 { $count } 张证书，只解析了前 { $limit } 张
tls-message-too-long = { $message } 有 { $length } 字节，最多保留 { $limit } 字节，因此没有解析
tls-malformed-message = { $message } 不符合标准规定的格式，无法解析
tls-not-a-record = { $side ->
     [C] 客户端
    *[S] 服务器
    }发出的字节不是 TLS 记录：{ $bytes }；从后面继续寻找下一条记录
tls-plain-text = { $side ->
     [C] 客户端
    *[S] 服务器
    }发的不是 TLS，而是明文{ $protocol ->
     [none] {""}
    *[other] {" "}{ $protocol }
    }：{ $bytes }。一方用 TLS，另一方没有用：请检查端口和设置
tls-on-plain-port = { $port } 端口上通常先用明文 { $service }，这里从第一个字节起就是 TLS：客户端设置成了 SSL/TLS，而这个端口通常用 STARTTLS 或不加密
tls-plaintext-after-ccs = Change Cipher Spec 之后出现明文消息，本应加密
tls-late-start = 捕获开始时握手已经结束：版本、密码套件、证书都不知道（记录写的是 { $record }，而 TLS 1.3 也写 TLS 1.2）。请先开始捕获，再连接
tls-state-incomplete = 没有捕获到 { $missing }：加密的消息是什么，只能推断
tls-handshake-gap = 捕获文件缺了握手的一部分，有的消息不完整
tls-handshake-incomplete = 握手没有完成，也没有告警说明原因；最后一条消息是 { $last }
tls-false-start = False Start（RFC 7918）：客户端在服务器的 Change Cipher Spec 和 Finished 之前就发了数据。这是允许的，不是更新密钥
tls-mac-failed = 用这次握手的密钥打不开 { $side } 侧的记录（{ $why ->
    [short] 记录太短
    [none] 没有一条能打开
   *[mac] MAC 校验失败
}）：密钥不对，或者字节被改动过。此后的内容不再解密
tls-record-not-opened = { $side } 侧有 { $count } 条记录打不开，而之前的都能打开（MAC 校验失败）：字节被改动过，或者前面缺了记录。请看对话里的缺口；如果是漏抓了帧，请加大捕获缓冲区重新捕获
tls-finished-differs = { $side } 侧的 Finished 与本程序算出的值不一致：有握手消息被改动过
tls-cipher-not-supported = 有这次握手的密钥，但 wiretale 不会计算 { $cipher }，里面的内容读不出
tls-no-matching-secret = 没有 client_random { $random }.. 的密钥；已有的密钥属于另外 { $others } 次握手。请在捕获的同时写密钥日志（SSLKEYLOGFILE），并为此重新启动程序
tls-rsa-key-opens-nothing = 用这个 RSA 私钥解不开：{ $why ->
    [other] 预主密钥是用另一个公钥加密的
    [missing] 带有加密预主密钥的 Client Key Exchange 未捕获，或者这是恢复的会话
   *[forward] { $exchange } 里私钥只用来签名，密钥由临时公钥协商得出（前向保密）。需要的是密钥日志（--keylog）
}
tls-early-data-refused = 服务器拒绝早期数据（0-RTT）：客户端在此之前发的内容不算数，通常会再发一遍
tls-secrets-late = 密钥在捕获文件里排在要用它的数据包之后，之前的内容读不出。请用 --keylog 提供（editcap --extract-secrets FILE KEYS 可导出）
tls-renegotiation = 在会话里又做了一次握手（重新协商），{ $read ->
    [yes] 从它的 Change Cipher Spec 起换用新密钥
   *[no] 没有密钥日志看不到内容
}
tls-insecure-renegotiation = 服务器不支持安全重新协商（RFC 5746）
tls-deprecated-version = { $version } 已被废弃（{ $rfc }），应使用 TLS 1.2 或 1.3
tls-downgrade = 双方都支持 TLS 1.3，却选了 { $version }：Client Hello 可能在途中被改动
tls-weak-suite = 密码套件 { $suite } 强度不足（{ $why }）
tls-no-forward-secrecy = 密码套件 { $suite } 没有前向保密：以后谁拿到{ $key ->
    [psk] 预共享密钥
    [both] 预共享密钥和服务器的私钥
   *[private] 服务器的私钥
}，就能解开这份捕获
tls-unreadable-certificate = 服务器的证书无法解析
tls-certificate-expired = 捕获时服务器证书已过期：有效期至 { $until }，捕获于 { $captured }
tls-certificate-not-yet-valid = 捕获时服务器证书尚未生效：自 { $from } 起有效，捕获于 { $captured }
tls-name-mismatch = 证书属于 { $names }，而客户端要找的是 { $name }
tls-weak-key = 服务器的 RSA 密钥只有 { $bits } 位
tls-weak-signature = 服务器证书的签名算法 { $algorithm } 可以伪造
tls-summary-unfinished = { $version }，握手没有完成，{ $suite }；应用数据：C 侧 { $client } 条记录，S 侧 { $server } 条记录
tls-signature-invalid = { $message } 里的签名（{ $scheme }）与证书的密钥（{ $key }）不符：{ $wrong }
    .why = 这个签名应当证明对方拥有证书的私钥。不符说明：签名的字节在途中被改动，或发送方用了别的私钥，或捕获文件被改过。正常的客户端会以告警 decrypt_error 中止。
    .look = 看紧接着有没有 decrypt_error 告警；没有，多半是捕获文件本身有改动。
tls-chain-invalid = 证书 { $certificate } 写明由 { $issuer } 颁发，但签名不符：{ $wrong }
    .why = 证书链里每张证书都由下一张签名。签名不符的证书不能信任：它被改动过，或根本不是那个颁发者签的。
    .look = 打开 Certificate 消息，对照 issuer 和下一张证书的 subject。
tls-chain-order = 证书链顺序不对：证书 { $certificate } 不是前一张的颁发者。请在服务器的证书文件里按 服务器证书、中间证书 的顺序排列
    .why = TLS 1.2 要求每张证书都直接签名前一张（RFC 5246 第 7.4.2 节）；TLS 1.3 也建议这样。许多客户端会自己重排，有的会握手失败。
    .look = 打开 Certificate 消息，从第二张起，subject 应等于前一张的 issuer。
tls-weak-group = 密钥交换用的 { $kind } 参数只有 { $bits } 位：请在服务器上换成 2048 位以上，或改用 ECDHE
    .why = 1024 位的有限域可以被有实力的攻击者预先计算，此后破解每次连接都很便宜（Logjam，2015 年）。RFC 9325 要求至少 2048 位。
    .look = 打开 Server Key Exchange，看 p 的长度。
tls-self-signed = 服务器的证书（{ $name }）是自签名的：没有别的机构为它担保，客户端只有事先认识它才应当接受
    .why = 自签名证书谁都可以做，写上任何名字。实验里常见；公网服务器应使用证书机构签发的证书。
    .look = 打开 Certificate：issuer 与 subject 相同。
tls-no-alternative-names = 证书没有 subjectAltName，名字只写在 CN（{ $name }）里：现在的客户端不看 CN，会拒绝它。请重新签发带 subjectAltName 的证书
    .why = RFC 9525 规定只比较 subjectAltName。
    .look = 打开 Certificate 的 extensions，看有没有 subjectAltName。
tls-certificate-revoked = 服务器的证书已被吊销（附带的 OCSP 应答，{ $from }）：换一张证书
    .why = 颁发机构在证书到期前宣布它作废，多半因为私钥泄露。
    .look = 过滤器 tls.handshake.type == 22。

# The lesson.
tls-lesson-title = { $version }，{ $kind ->
    [full] 完整握手
    [resumed] 会话恢复
    [retry] Hello Retry Request 之后的完整握手
    [renegotiation] 重新协商
    [failed] 失败的握手
   *[unknown] 握手
}，{ $suite }，群 { $group }
tls-lesson-parts = 密钥交换 { $exchange } | 身份认证 { $authentication } | 加密算法 { $cipher } | 哈希 { $hash }{ $protection ->
    [aead] （用于 PRF 和握手摘要，不属于加密算法）
   *[other] （用于每条记录的 MAC）| PRF 和握手摘要 { $prf }
}
tls-lesson-parts-13 = 加密算法 { $cipher } | 哈希 { $hash }（用于 HKDF 和握手摘要，不属于加密算法）| 密钥交换和身份认证在扩展里商定，不写在套件里
tls-certificate-line = { $side ->
    [C] 客户端证书
   *[S] 证书
} { $number }：{ $subject }；颁发者 { $issuer }；序列号 { $serial }；名字 { $names }；密钥 { $key }；用途 { $usages }{ $ca ->
    [yes] ；可以签发其他证书
   *[no] {""}
}；有效期 { $from } 到 { $to }；签名算法 { $signature }；SHA-256 { $print }
tls-check-name = { $state ->
    [valid] { $name } 在证书 1 的名字之中（{ $names }）
    [invalid] { $name } 不在证书 1 的名字之中（{ $names }）
   *[unchecked] 名字无法比较：证书 1 的名字是 { $names }，而客户端没有说要找哪台服务器
}
tls-check-dates = { $state ->
    [valid] 证书 1 的有效期从 { $from } 到 { $to }；捕获于 { $day }
    [invalid] 证书 1 的有效期从 { $from } 到 { $to }，捕获当天 { $day } 不在其中
   *[unchecked] 证书 1 的有效期无法与捕获日期比较
}
tls-key-random = 公开的值，让每次握手导出不同的密钥
tls-key-master = 双方各自算出，从不发送；所有密钥都由它导出
tls-key-mac = 用来计算每条记录的校验值
tls-key-write = 用来加密这一方的记录
tls-key-iv = 让每条记录的加密起点各不相同
tls-key-handshake-secret = 用于这一方握手的其余部分
tls-key-data-secret = 用于这一方的数据，直到 Key Update
tls-key-finished = 用于这一方的 Finished
tls-field-content-type = 记录里装的是什么
tls-field-record-version = 只为兼容：它不说明会话的版本
tls-lesson-random = Client Hello（{ $frame }）里的随机数 { $random } 是公开的，不是会话密钥，也不是会话 ID：它明文发送，只让每次握手导出不同的密钥
    .why = 看得到随机数的人仍然算不出密钥：导出密钥还需要预主密钥（TLS 1.3 里是密钥交换算出的共享秘密），它不在网络上。
    .look = 打开 Client Hello，Random 和 Session ID 是两个不同的字段。
tls-lesson-suite = { $suite }（{ $frame }）的加密算法是 { $cipher }；{ $hash } 不是其中一部分，它用于导出密钥和握手摘要
    .why = { $cipher } 自己就能防篡改（AEAD），不需要另外的哈希。名字末尾的哈希属于 PRF 或 HKDF。
    .look = 打开 Server Hello，看 Cipher Suite。
tls-lesson-key-exchange = Server Key Exchange（{ $frame }）里没有加密数据用的密钥：它是临时公钥（{ $group }）和对它的签名，谁都可以看到
    .why = 加密数据的密钥由双方各自算出，不在任何消息里。
    .look = 打开 Server Key Exchange：Pubkey 和 Signature。
tls-lesson-premaster = { $exchange ->
     [RSA] 预主密钥由客户端生成，用证书的公钥加密后放在 Client Key Exchange（{ $client }）里；服务器用私钥解开
    *[other] 预主密钥不在网络上：双方各发一个公钥（{ $server } 和 { $client }），再各自算出同一个值
    }
    .why = 由预主密钥和两个随机数（或握手摘要）导出主密钥，再导出会话密钥。
    .look = 对照 Server Key Exchange 和 Client Key Exchange 的 Pubkey；RSA 密钥交换时看 Encrypted PreMaster。
tls-lesson-client-key-exchange = 这条消息叫 Client Key Exchange（密钥交换，{ $exchange }），不是 Client Key Change；名字里有 Change 的是后面的 Change Cipher Spec（{ $change }）
    .why = Exchange 是交换，Change 是更换：前者送出公钥，后者表示从下一条记录起加密。
    .look = 看 Info 列里的全名。
tls-lesson-certificate = { $proof ->
     [Finished] 证书（{ $certificate }）是公开的，只出示它不能证明身份：能解开预主密钥并算出正确的 Finished（{ $frame }），才说明服务器拥有私钥
    *[other] 证书（{ $certificate }）是公开的，只出示它不能证明身份：{ $proof }（{ $frame }）里的签名才说明服务器拥有证书的私钥
    }
    .why = 证书谁都可以复制；私钥只有持有者才有。
    .look = 对照 Certificate 和 { $proof }。
tls-lesson-refresh = 服务器的 Change Cipher Spec 和 Finished（{ $frame }）完成握手，不是定期更换会话密钥：到 TLS 1.2 为止没有定期更换，要换只能重新协商
    .why = Finished 是对全部握手消息的校验，双方各发一次。
    .look = 过滤器 tls.change_cipher_spec：每一侧在一次握手里只有一个。
