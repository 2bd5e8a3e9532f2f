# 连接、缺口和捕获文件
tcp-label-open = TCP 三次握手完成
tcp-label-open-partly = TCP 三次握手，只捕获到一部分
tcp-label-syn = TCP 连接请求（SYN），没有应答
tcp-open = 先建立 TCP 连接，应用协议还没有开始
tcp-label-running = 捕获到 #{ $frame } 时，会话已经在进行
tcp-running = 没有 SYN：文件里没有会话的开头
tcp-label-fin =
    TCP：{ $side ->
        [client] 客户端
       *[server] 服务器
    }关闭自己的方向（FIN）
tcp-label-close =
    TCP 连接关闭，{ $side ->
        [client] 客户端
       *[server] 服务器
    }先发 FIN
tcp-close-both = 两个方向都正常关闭
tcp-close-one =
    { $side ->
        [client] 客户端
       *[server] 服务器
    }的 FIN 未捕获
tcp-close-then-reset = 对方随后发了 RST（#{ $frame }）
tcp-label-reset =
    TCP：{ $side ->
        [client] 客户端
       *[server] 服务器
    }重置连接（RST）
tcp-reset = 连接被中断，没有正常关闭
tcp-reset-after-fin = 一方关闭之后又收到数据，用 RST 回答
tcp-label-unfinished = 捕获结束时，连接仍然打开
tcp-label-gap =
    { $cause ->
        [cut-by-snaplen] [{ $bytes } 字节被快照长度截掉]
        [lost] [{ $bytes } 字节丢失]
        [unknown] [{ $bytes } 字节缺失]
        [fragment-missing] [{ $bytes } 字节所在的 IP 分片缺失]
       *[not-captured] [{ $bytes } 字节未捕获]
    }
tcp-gap-cause =
    { $cause ->
        [cut-by-snaplen] #{ $frame } 在文件里，但捕获时只保留了前一部分
        [lost] 没有确认：网络丢失，没有到达对方
        [unknown] 无法判断是捕获漏掉还是网络丢失
        [fragment-missing] #{ $frame } 之前的 IP 分片没有捕获
       *[not-captured] #{ $frame } 已确认，是捕获漏掉，不是丢包
    }
tcp-resent = { $frames } 是重传
tcp-copied = { $frames } 是同一报文的副本
tcp-summary-whole = 无缺失
tcp-summary-missing = 缺失 { $bytes } 字节
tcp-summary-no-resent = 无重传
tcp-summary-resent = 重传 { $frames } 帧
tcp-summary-order = { $frames } 帧乱序，已按次序排好
tcp-outcome-unrecognised = 不认识的协议，开头是 { $bytes }
tcp-outcome-refused = 被拒绝：SYN 得到 RST
tcp-outcome-unanswered = SYN 没有应答
tcp-outcome-reset = 没有数据，被重置
tcp-outcome-empty = 没有数据
tcp-gap =
    { $cause ->
        [not-captured] 捕获漏帧：C 侧 { $clientgaps } 处共 { $clientbytes } 字节，S 侧 { $servergaps } 处共 { $serverbytes } 字节；都有对方的确认，网络没有丢失。捕获时减轻负载，或者用捕获过滤器
        [cut-by-snaplen] 快照长度截断：C 侧 { $clientgaps } 处共 { $clientbytes } 字节，S 侧 { $servergaps } 处共 { $serverbytes } 字节。请把快照长度设为 0（不限）重新捕获
        [lost] 网络丢失：C 侧 { $clientgaps } 处共 { $clientbytes } 字节，S 侧 { $servergaps } 处共 { $serverbytes } 字节；没有重传，对方也没有确认
        [fragment-missing] IP 分片缺失：C 侧 { $clientbytes } 字节，S 侧 { $serverbytes } 字节
       *[unknown] 缺失：C 侧 { $clientgaps } 处共 { $clientbytes } 字节，S 侧 { $servergaps } 处共 { $serverbytes } 字节；看不出是捕获还是网络的原因
    }
tcp-conflict = 同一位置的字节前后不同：采用先到的（{ $first }），没有采用后到的
tcp-one-sided =
    只有一个方向：文件里没有{ $side ->
        [client] 客户端
       *[server] 服务器
    }发出的任何一帧。请在能看到双向流量的接口上捕获
tcp-offload = 一帧有 { $bytes } 字节，超过最大报文段长度 { $mss }：捕获在发送方电脑上进行，由网卡负责分段，网络上不会出现这么大的帧
tcp-late-start = 捕获开始得太晚：没有 SYN，会话的开头不在文件里。请先开始捕获，再建立连接
tcp-duplicates = { $frames } 帧是同一报文的副本，只计一次；可能同时在两个接口上捕获
tcp-too-many-steps = 会话太长，只保留前 { $limit } 步
tcp-too-many-messages = 邮件太多，只保留前 { $limit } 封
tcp-too-much-waiting = 等待对方应答的字节超过 { $limit }，多余的没有保留
tcp-too-many-connections = 同时打开的连接超过 { $limit } 个，有 { $frames } 帧没有分析；请用捕获过滤器缩小范围
tcp-health-ok = 完好
tcp-health-gaps = 有缺失
tcp-health-late = 开始太晚
tcp-health-one-sided = 单向
capture-cut = 文件被截断：最后一条记录只有 { $have } / { $want } 字节（偏移 { $offset }）；此前的 { $frame } 帧都已使用
capture-damaged = 文件从偏移 { $offset } 起损坏（长度 { $length }），后面无法读取；此前的 { $frame } 帧都已使用
capture-block-damaged = 偏移 { $offset } 处的块损坏，已跳过（#{ $frame } 之后）
capture-block-too-long = 偏移 { $offset } 处的块有 { $bytes } 字节，超过 { $limit }，已跳过
capture-read-failed = 读到偏移 { $offset } 时出错：{ $reason }；此前的内容都已使用
capture-dropped = 捕获程序自己报告丢了 { $packets } 个包；对话里的缺口可能由此而来
capture-interface-missing = 有的帧属于没有描述的接口，链路类型未知，无法解码
capture-unknown-blocks = 跳过了 { $blocks } 个不认识的 pcapng 块
net-fragments-incomplete = 有的 IP 分片不完整，所属的报文无法还原
net-fragments-conflict = IP 分片重叠且内容不同：采用先到的
net-fragments-limit = 同时未完成的分片报文超过 { $limit } 个，放弃了 { $packets } 个
capture-too-many-names = 有名称的地址超过 { $limit } 个，另有 { $names } 个名称没有保留
