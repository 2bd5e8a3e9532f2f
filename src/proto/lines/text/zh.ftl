# 各行是怎样发出的。$seconds 和 $median 的单位是秒。
typed-line = { $keys } 键，{ $seconds } 秒
typed-hidden = 逐键输入，键数不显示
typed-program = 每行一次发出，像邮件程序，不是逐键输入
typed-by-hand = 手工输入：{ $keys } 键各占一个报文段，键间隔中位数 { $median } 秒，{ $corrections ->
    [0] 无退格
   *[other] 退格 { $corrections } 次
}
typed-intended = 本意；上一行是实际发出的字节，退格也真的发给了服务器
typed-telnet = telnet 协商 { $options }
typed-intended-empty = （空行）
typed-message = { $keys } 键（含结束标志），{ $seconds } 秒
