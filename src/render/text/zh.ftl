# 页面文字
page-capture = { $path }  { $frames } 帧  { $start }  { $seconds } 秒  { $links }
page-capture-compressed = { $compression } 压缩
page-capture-early = { $path }  文件很大，边读边显示；帧数见末尾
page-out-of-order = 后面的会话按结束的先后显示
page-conversation =
    会话 { $stream }  { $title }  { $client } -> { $server }  { $late ->
        [yes] 从 #{ $first } 起 { $seconds } 秒
       *[no] { $seconds } 秒
    }
page-recognised = 识别依据：{ $how }
page-summary = 小结：{ $summary }
page-summary-more = 小结：{ $summary }；{ $more }
page-masked = 遮盖的内容用 --reveal 显示
page-more-findings = 另有 { $count } 条提示用 -v 显示
page-keys = 按键和间隔（毫秒）
page-keys-more = 按键和间隔（毫秒），另有 { $count } 键
page-folded = [同样的还有 { $lines } 行]
page-folded-how = 用 -v 显示
page-took-server = 服务器用了 { $seconds } 秒
page-handshake = 往返时间 { $rtt } 秒；最大报文段长度 MSS：客户端声明 { $client }，服务器声明 { $server } 字节
page-took-client = 客户端用了 { $seconds } 秒
page-waits = { $seconds } 秒中服务器用了 { $server } 秒，客户端用了 { $client } 秒
page-others = 另有 { $count } 个会话没有识别，用 wiretale list 查看
page-comment = #{ $frame } 的注释：{ $text }
page-comment-file = 文件注释：{ $text }
page-more-comments = 另有 { $count } 条注释没有显示，--format json 里有
list-stream = 流
list-protocol = 协议
list-recognised = 识别依据
list-ends = 客户端 -> 服务器
list-frames = 帧数
list-seconds = 秒
list-health = 状况
list-outcome = 结果
list-names = 名称
list-name = { $address } 是 { $names }（{ $source }）
list-account = 帧
list-by-banner = 欢迎信息和命令
list-by-command = 命令和应答
list-by-tls_record = Client Hello
list-by-port = 端口
list-by-none = 未识别
list-by-no-data = 没有数据
fate-used = 用于对话
fate-used-by = 用于对话（{ $detail }）
fate-encrypted = 已加密，没有密钥
fate-unrecognised = 协议未识别
fate-tcp_without_data = TCP 无数据
fate-retransmission = 重传
fate-duplicate = 同一报文的副本
fate-not_asked_for = 被筛选排除
fate-tunnel = 在没有打开的隧道里
fate-tunnel-detail = 在没有打开的隧道里（{ $detail }）
fate-not_tcp = 不是 TCP
fate-not_tcp-detail = 不是 TCP（{ $detail }）
fate-names = 给出主机名的 DNS
fate-fragment_incomplete = 不完整的 IP 分片
fate-not_ip = 不是 IP
fate-not_ip-detail = 不是 IP（{ $detail }）
fate-other_link_type = 链路类型不支持
fate-other_link_type-detail = 链路类型不支持（{ $detail }）
fate-cut_header = 太短，看不出是什么
fate-short-used = 已使用
fate-sum = { $frames } = { $parts }
empty-head = 没有找到 SMTP、POP3 或 TLS 会话。{ $frames } 帧的去向：
empty-head-what = 没有找到 { $what } 会话。{ $frames } 帧的去向：
empty-reason = 原因：{ $reason }
empty-remedy = 办法：{ $remedy }
empty-why-encrypted = 数据都在 TLS 里，没有密钥看不到内容（{ $ends }）
empty-do-encrypted = 看握手不需要密钥：去掉 --protocol；要看内容，打开程序之前设置环境变量 SSLKEYLOGFILE，或者改用 25、110 端口的明文协议
empty-why-no-data = 只有 TCP 的建立、确认和关闭，没有数据
empty-do-no-data = 先开始捕获，再发送；如果 SYN 得到 RST，说明服务器端口没有打开
empty-why-unrecognised = 连接里说的不是 SMTP、POP3 或 TLS
empty-do-unrecognised = 用 wiretale list 看每个会话的开头
empty-why-not-tcp = 文件里几乎没有 TCP
empty-do-not-tcp = 检查捕获接口和捕获过滤器：邮件走 TCP 25、110、143、465、587、993、995 端口
empty-why-no-frames = 文件里没有帧
empty-do-no-frames = 先开始捕获，再发送邮件，然后停止并保存
empty-why-not-ip = 帧里没有 IP（链路类型：{ $links }）
empty-do-not-ip = 选对接口再捕获一次；无线网卡不要用监听模式
empty-why-filter = 筛选条件排除了所有会话
empty-do-filter = 去掉 --stream、--host、--port 或 --protocol；用 wiretale list 看有哪些会话
list-more-names = 另有 { $count } 个地址，见 --format json
page-each = （-v 逐行解释）
empty-why-link-type = wiretale 不能解码这种链路类型（{ $links }）
empty-do-link-type = 请在以太网、无线网卡（非监听模式）或回环接口上重新捕获；Wireshark 也许能打开这个文件
# 查到的条目
topic-command = { $protocol } 的命令
topic-keyword =
    { $protocol ->
        [POP3] POP3 的能力项
       *[other] { $protocol } 服务器提供的扩展
    }
topic-parameter = { $protocol } 的 MAIL 或 RCPT 的参数
topic-reply-code =
    { $protocol ->
        [POP3] POP3 的状态
       *[other] { $protocol } 的应答码
    }
topic-status-code =
    { $protocol ->
        [POP3] POP3 的原因代码
       *[other] { $protocol } 的增强状态码
    }
topic-mechanism = 登录方式（{ $protocol }）
topic-message = { $protocol } 握手消息
topic-alert = { $protocol } 的告警
topic-cipher-suite = { $protocol } 密码套件
topic-tls-extension = { $protocol } 的扩展
topic-group = { $protocol } 密钥交换的群
topic-signature-scheme = { $protocol } 签名算法
topic-context = ，{ $what ->
    [BDAT] 用于应答 BDAT 的一块
    [CONTENT] 用于应答邮件内容
    [GREETING] 作为欢迎信息
    [EHLO-NONE] 用于应答 EHLO，只有一行
    [RECIPIENT] 用于应答邮件内容，每个收件人一条（LMTP）
   *[other] 用于应答 { $what }
}
topic-example = 例：
topic-wireshark = 在 Wireshark 里：
topic-source = 出处：

# 讲解。
lesson-client = 客户端
lesson-server = 服务器
lesson-star = * 加密传输，已用密钥读出；没有密钥时 Wireshark 显示 Encrypted Handshake Message 或 Application Data
lesson-flight-client = { $number }. 客户端发送
lesson-flight-server = { $number }. 服务器发送
lesson-flight-both = { $number }. 双方收发
lesson-observer = 旁观者此时知道：
lesson-observer-nothing = 看不到这些，只知道有这些长度的记录经过。
lesson-wireshark = 在 Wireshark 里
lesson-schedule = 密钥如何逐步导出
lesson-masked = 密钥的值已遮盖，用 --reveal 显示
lesson-bytes = { $side ->
    [C] 客户端
   *[S] 服务器
}字节流偏移 { $offset } 处的记录由它开头；消息长 { $bytes } 字节
lesson-bytes-behind = 在记录里排在另一条消息之后；消息长 { $bytes } 字节
lesson-bytes-inside = 已解密；消息长 { $bytes } 字节
lesson-column-offset = 偏移
lesson-column-len = 长度
lesson-column-bytes = 字节
lesson-column-field = 字段
lesson-column-value = 值  // 含义
markdown-frames = 帧
markdown-seconds = 秒
markdown-line = 内容
markdown-note = 解释
markdown-more = 另有 { $rows } 行，见下表
