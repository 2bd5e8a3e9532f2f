# 各行是怎样发出的。$seconds 和 $median 的单位是秒。
typed-line = { $keys } 键，{ $seconds } 秒
    .why = 每按一个键就发出一个报文段，这是 telnet 逐字符发送时的样子。键数含回车，时间从第一个键到回车。
    .look = 过滤器 tcp.len == 1。各个按键显示为 [TCP segment of a reassembled PDU]，整行显示在回车所在的那一帧。
typed-hidden = 逐键输入（不显示键数）
    .why = 键数会透露秘密的长度，所以也不显示。
    .look = 过滤器 tcp.len == 1。
typed-program = 每行一次发出，像邮件程序，不是逐键输入
    .why = 整行一次发出，说明发送前已经拼好：可能是邮件程序，也可能是行模式的 telnet。逐字符发送时，一行不会在一个报文段里。
    .look = 过滤器 tcp.len > 1 && tcp.flags.push == 1。
typed-by-hand = 手工输入：{ $keys } 键各占一个报文段，键间隔中位数 { $median } 秒，{ $corrections ->
    [0] 无退格
   *[other] 退格 { $corrections } 次
}
    .why = 报文段只有一个字节，间隔又像按键的节奏，说明是人在键盘上输入。中位数是把间隔排序后正中间的那个，停下来思考的长间隔对它影响很小。
    .look = 过滤器 tcp.len == 1。把时间列改为与上一个显示的包的间隔（frame.time_delta_displayed）。
typed-intended = 本意；上一行是实际发出的，退格也发给了服务器
    .why = 逐字符发送的 telnet 一按键就发出，改正收不回已发的字，退格本身也作为一个字节（0x08 或 0x7f）发出。服务器看到的是错字加退格：有的回答 500，有的会自行清理。
    .look = 过滤器 tcp.payload == 08 || tcp.payload == 7f。Wireshark 把这样的行显示为 C: DATA fragment，或者在其中显示 \b。
typed-telnet = telnet 协商 { $options }
    .why = telnet 客户端连到 23 以外的端口时，有时仍会用值为 255 的字节（IAC，RFC 854）协商选项。邮件服务器不懂这些，把它们当作命令的开头。
    .look = 过滤器 tcp.payload contains ff:fd || tcp.payload contains ff:fb。
typed-intended-empty = （空行）
typed-message = { $keys } 键（含结束标志），{ $seconds } 秒
typed-line-too-long = 这一行过长，另有 { $bytes } 字节未显示
    .why = 命令行最长 512 字节，正文一行最长 1000 字节，都含行尾（RFC 5321 第 4.5.3.1 节）。扩展可以放宽，但这么长的行不是普通命令。
    .look = 过滤器 smtp && tcp.len > 512。
typed-lines-not-kept = 还有 { $lines } 行没有显示
upgrade-clear = 已同意改用 TLS，这里仍是明文
    .why = 服务器同意了开始 TLS，接下来的字节却不是 TLS，双方继续以明文交谈，途中的人都能读到。
    .look = 过滤器 tcp.stream。同意之后看不到 Client Hello。
