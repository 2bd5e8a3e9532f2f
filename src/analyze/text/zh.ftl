# 连接、缺口和捕获文件
tcp-label-open = TCP 三次握手完成
tcp-label-open-partly = TCP 三次握手，只捕获到一部分
tcp-label-syn = TCP 连接请求（SYN），没有应答
    .why = 客户端请求连接，没有任何回音：地址不存在、服务器没有开机，或者防火墙丢弃了报文。端口关闭的话，会回 RST。
    .look = 过滤器 tcp.flags.syn == 1 && tcp.flags.ack == 0。
tcp-open = 先建立 TCP 连接，{ $protocol } 还没有开始
    .why = SYN、SYN-ACK、ACK 商定双方的初始序号，以及最大报文段长度等选项（RFC 9293 第 3.5 节）。这时还没有发送任何 SMTP、POP3 或 TLS 的内容，TCP 也不知道上面要传邮件。
    .look = 过滤器 tcp.flags.syn == 1。能看到 SYN 和 SYN-ACK，第三帧是普通的 ACK。
tcp-label-running = 捕获到 #{ $frame } 时，会话已经在进行
tcp-running = 没有 SYN：文件里没有会话的开头
    .why = 连接建立之后才开始捕获。欢迎信息、EHLO 和登录在此之前，无法恢复；应当先开始捕获，再发送。
    .look = 过滤器 tcp.flags.syn == 1。这个流里找不到这样的帧。
tcp-label-fin =
    TCP：{ $side ->
        [client] 客户端
       *[server] 服务器
    }关闭自己的方向（FIN）
    .why = FIN 表示这个方向不再发送（RFC 9293 第 3.6 节）。另一个方向仍然打开，还可以继续传数据。
    .look = 过滤器 tcp.flags.fin == 1。
tcp-label-close =
    TCP 连接关闭，{ $side ->
        [client] 客户端
       *[server] 服务器
    }先发 FIN
tcp-close-both = 两个方向都正常关闭
    .why = 双方都发了 FIN，此前的数据都已送达（RFC 9293 第 3.6 节）。SMTP 和 POP3 里，QUIT 之后通常是服务器先关闭。
    .look = 过滤器 tcp.flags.fin == 1。应有两帧，两个方向各一帧。
tcp-close-one =
    { $side ->
        [client] 客户端
       *[server] 服务器
    }的 FIN 未捕获
    .why = 一方已经关闭，另一方的 FIN 不在文件里，可能捕获停得太早。对话内容到此为止是完整的。
    .look = 过滤器 tcp.flags.fin == 1。
tcp-close-then-reset = 对方随后发了 RST（#{ $frame }）
    .why = 一方发 FIN，另一方没有回 FIN，而是 RST。常见的是程序不等读完数据就关闭；此前的内容一般不受影响。
    .look = 过滤器 tcp.flags.reset == 1。
tcp-label-reset =
    TCP：{ $side ->
        [client] 客户端
       *[server] 服务器
    }重置连接（RST）
tcp-reset = 连接被中断，没有正常关闭
    .why = RST 立即中断两个方向（RFC 9293 第 3.5.2 节），途中的数据可能丢失。原因可能是程序崩溃或放弃、防火墙干预，或者端口上没有程序。
    .look = 过滤器 tcp.flags.reset == 1。
tcp-reset-after-fin = 一方关闭之后又收到数据，用 RST 回答
    .why = 已经彻底关闭的一方，再收到数据就回 RST。TLS 里很常见：客户端的 close_notify 在服务器的 FIN 之后才到。
    .look = 过滤器 tcp.flags.reset == 1。
tcp-label-unfinished = 捕获结束时，连接仍然打开
    .why = 文件里没有 FIN，也没有 RST。捕获停止之后，会话可能还在继续。
    .look = 过滤器 tcp.flags.fin == 1 || tcp.flags.reset == 1。
tcp-label-put-aside = 此后不再跟踪：同时打开的连接太多
    .why = 同时跟踪的连接数有上限；需要腾出位置时，这个连接沉默得最久。如果它还有后续，会另列为一个会话，从那里起流编号与 Wireshark 不同。
    .look = 过滤器 tcp.stream。Wireshark 把它们放在同一个流里。
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
        [fragment-missing] #{ $frame } 是同一个 IP 报文的分片，另有分片没有捕获
       *[not-captured] #{ $frame } 已确认，是捕获漏掉，不是丢包
    }
    .why = 从序号可以看出这里缺了字节。对方确认过，说明已经送达，只是捕获漏掉；没有确认也没有重传，才是网络丢失。两者不能混淆：文件里有缺口，不等于丢包。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。Wireshark 显示 [TCP Previous segment not captured] 和 [TCP ACKed unseen segment]。
tcp-resent = { $frames } 是重传
    .why = 发送方没有及时得到确认，把同样的字节再发一次（RFC 9293 第 3.8 节）。内容只计一次。少量重传很正常，很多则说明网络不好。
    .look = 过滤器 tcp.analysis.retransmission。
tcp-copied = { $frames } 是同一报文的副本
    .why = 同一个报文被捕获了不止一次，例如同时在两个接口上捕获。它在网络上只传了一次，不是重传。
    .look = 过滤器 tcp.analysis.retransmission || tcp.analysis.duplicate_ack。Wireshark 把副本标为重传；ip.id 相同，说明是同一个报文。
tcp-summary-whole = 无缺失
tcp-summary-missing = 缺失 { $bytes } 字节
tcp-summary-no-resent = 无重传
tcp-summary-resent = 重传 { $frames } 帧
tcp-summary-order = { $frames } 帧乱序，已按次序排好
tcp-outcome-unrecognised = 不认识的协议，开头是 { $bytes }
tcp-outcome-tunnel = 隧道（{ $kind }），没有解析里面的内容；开头是 { $bytes }
tcp-outcome-plain = TLS 端口上的明文{ $protocol ->
     [none] {""}
    *[other] {" "}{ $protocol }
    }，开头是 { $bytes }
tcp-outcome-refused = 被拒绝：SYN 得到 RST
tcp-outcome-unanswered = SYN 没有应答
tcp-outcome-reset = 没有数据，被重置
tcp-outcome-empty = 没有数据
tcp-gap =
    { $cause ->
        [not-captured] 捕获漏帧：{ $clientgaps ->
            [0] {""}
           *[other] C 侧 { $clientgaps } 处共 { $clientbytes } 字节{ $servergaps ->
                [0] {""}
               *[other] ，
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 侧 { $servergaps } 处共 { $serverbytes } 字节
        }；都有对方的确认，网络没有丢失。重新捕获时减轻电脑负载，或者用捕获过滤器
        [cut-by-snaplen] 快照长度截断：{ $clientgaps ->
            [0] {""}
           *[other] C 侧 { $clientgaps } 处共 { $clientbytes } 字节{ $servergaps ->
                [0] {""}
               *[other] ，
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 侧 { $servergaps } 处共 { $serverbytes } 字节
        }。请把快照长度设为 0（不限）重新捕获
        [lost] 网络丢失：{ $clientgaps ->
            [0] {""}
           *[other] C 侧 { $clientgaps } 处共 { $clientbytes } 字节{ $servergaps ->
                [0] {""}
               *[other] ，
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 侧 { $servergaps } 处共 { $serverbytes } 字节
        }；没有重传，对方也没有确认
        [fragment-missing] IP 分片缺失：C 侧 { $clientbytes } 字节，S 侧 { $serverbytes } 字节
       *[unknown] 缺失：{ $clientgaps ->
            [0] {""}
           *[other] C 侧 { $clientgaps } 处共 { $clientbytes } 字节{ $servergaps ->
                [0] {""}
               *[other] ，
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 侧 { $servergaps } 处共 { $serverbytes } 字节
        }；看不出是捕获还是网络的原因
    }
    .why = 这里按原因统计缺口。捕获漏掉：电脑来不及保存所有帧，请只捕获需要的。截断：快照长度太小。丢失：网络的问题。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment || frame.cap_len < frame.len。
tcp-conflict = 同一位置的字节前后不同：采用先到的（{ $first }），没有采用后到的
    .why = 重传的字节应当与原来相同。不同则说明有故障，或者有人想让捕获方和接收方看到不同的内容。接收方一般采用先到的。
    .look = 过滤器 tcp.segment.overlap.conflict || tcp.analysis.retransmission。
tcp-one-sided =
    只有一个方向：文件里没有{ $side ->
        [client] 客户端
       *[server] 服务器
    }发出的任何一帧{ $bytes ->
        [0] {""}
       *[other] （对方确认收到了 { $bytes } 字节）
    }。请在能看到双向流量的接口上捕获
    .why = 另一方的帧走了别的路径，或者被过滤掉了。只能看到一方的话，看不到另一方是否接受。
    .look = 过滤器 tcp.stream。在统计菜单的会话窗口里，只有一个方向有包。
tcp-offload = 一帧有 { $bytes } 字节，超过最大报文段长度 { $mss }：捕获在发送方电脑上进行，由网卡负责分段，网络上不会出现这么大的帧
    .why = 使用分段卸载（TSO）时，操作系统把一大块数据交给网卡，由网卡切成报文段。捕获发生在网卡之前，所以会看到比线路上任何帧都大的帧。这不是错误。
    .look = 过滤器 tcp.len > 1460。与 SYN 里的 tcp.options.mss_val 对照。
tcp-plain-on-tls-port = { $port } 端口从第一个字节起就应是 TLS，这里却是明文 { $protocol }。请检查端口和设置，应选 https 或 SSL/TLS
    .why = 这个端口的服务器等的是 Client Hello，看不懂文字：它会回答告警或明文的错误，也可能不回答。
    .look = 过滤器 tls.handshake.type == 1。这个会话里没有。
tcp-late-start = 捕获开始得太晚：没有 SYN，会话的开头不在文件里。请先开始捕获，再建立连接
    .why = 没有开头，就看不到欢迎信息、服务器提供了什么、谁登录了。请先开始捕获，再打开邮件程序或 telnet。
    .look = 过滤器 tcp.flags.syn == 1。
tcp-duplicates = { $frames } 帧是同一报文的副本，只计一次；可能同时在两个接口上捕获
    .why = 同一个报文存了几次，在两个接口或镜像端口上捕获时会这样。如果重复计算，看上去就像重传。
    .look = 过滤器 tcp.analysis.retransmission。比较 ip.id：副本的值相同。
tcp-too-many-steps = 会话太长，只保留前 { $limit } 步
    .why = 这个上限是为了防止内存耗尽。上限之前的内容是完整的。
    .look = 过滤器 tcp.stream。
tcp-too-many-messages = 邮件太多，只保留前 { $limit } 封
    .why = 这个上限是为了防止内存耗尽。上限之前的邮件是完整的。
    .look = 过滤器 tcp.stream。
tcp-too-much-text = 这个会话的文字超过 { $limit } 字节；从这里起有 { $count } 行或邮件只计数、不显示。wiretale follow 可以显示全部字节
    .why = 这个上限是为了防止内存耗尽。上限之前的内容是完整的。
    .look = 过滤器 tcp.stream。
tcp-label-not-kept = [{ $bytes } 字节未显示]
tcp-too-many-ranges = 有一步的字节分散在 { $limit } 段以上不相连的帧里，最后几段合并显示
    .why = 一行或一封邮件的帧号按范围保存。最后一段范围里的帧，有的可能属于别的内容。
    .look = 过滤器 tcp.stream。
tcp-too-many-repeats = 重传或复制的帧超过 { $limit } 个，其中 { $count } 个没有注明重复的是哪一行
    .why = 它们都已计数，只是没有标在各行上。
    .look = 过滤器 tcp.analysis.retransmission。
tcp-too-many-findings = 提示超过 { $limit } 条，另有 { $count } 条没有显示
    .why = 这个上限是为了防止内存耗尽。上限之前的内容是完整的。
    .look = 过滤器 tcp.stream。
tcp-too-much-waiting = 等待对方应答的字节超过 { $limit }，多余的没有保留
    .why = 一方的内容要对照另一方的应答才能理解。应答一直没有来，程序就不再等了。
    .look = 过滤器 tcp.stream。
tcp-false-fin = #{ $frame } 的 FIN 并不是真正的结束：它出现在该方的 SYN 之前，而该方之后继续发送数据；后面的内容照常显示
    .why = 在 SYN-ACK 之前出现的 FIN，发送者并不了解这条连接，常常是为了让监听者以为连接已经结束。接收方会忽略它；一旦有数据到来，本程序也忽略它。
    .look = 用 tcp.flags.fin == 1 || tcp.flags.reset == 1 过滤，并比较各帧的 TTL。
tcp-data-behind-fin = 有 { $bytes } 字节的序号排在发送方自己的 FIN 之后，不属于数据流，已略去
    .why = FIN 表示不再发送数据，它的序号就是最后一个（RFC 9293 第 3.6 节）。排在它后面的字节是发送方出错，或者途中被伪造；接收方会丢弃。
    .look = 过滤器 tcp.flags.fin == 1 && tcp.len > 0，或者同一侧 FIN 之后还带数据的帧。
tcp-stopped-waiting = 等待缺失数据的字节超过 { $limit }，当时还缺的按丢失处理，它们可能在文件后面才出现
    .why = 上限用来防止程序耗尽内存。缺口后面的数据都要等缺口补上；这里等待的太多，只好让缺口空着。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.out_of_order。
tcp-recognised-early = 所有会话等待识别的数据超过 { $limit } 字节，这个会话只能按当时已有的内容判断
    .why = 协议靠双方最先说的内容识别，在此之前数据要先保存。上限用来防止程序耗尽内存；如果看到更多内容，判断可能不同。
    .look = 过滤器 tcp.stream。
tcp-put-aside = 为了给其他连接腾出位置，这个会话在中途被截断：打开的连接多于能跟踪的数目。请用过滤器缩小捕获范围
    .why = 上限用来防止程序耗尽内存。沉默最久的会话最先放弃；它后来的内容另列为一个会话。
    .look = 过滤器 tcp.stream。Wireshark 把它们放在同一个流里。
tcp-too-many-connections = 同时打开的连接超过 { $limit } 个，有 { $connections } 个在打开时被截断；流编号可能与 Wireshark 不同。请用过滤器缩小捕获范围
    .why = 这个上限是为了防止内存耗尽。用 tcp port 25 or tcp port 110 这样的捕获过滤器，可以让文件小得多。
    .look = 过滤器 tcp.flags.syn == 1 && tcp.flags.ack == 0。
tcp-health-ok = 完好
tcp-health-gaps = 有缺失
tcp-health-late = 开始太晚
tcp-health-one-sided = 单向
capture-cut = 文件被截断：最后一条记录只有 { $have } / { $want } 字节（偏移 { $offset }）；此前的 { $frame } 帧都已使用。请停止捕获后重新复制文件
    .why = 写文件时捕获程序被中断，或者文件没有复制完整。截断之前的内容没有问题。
    .look = 过滤器 frame。打开时 Wireshark 会提示文件似乎在一个包的中间被截断。
capture-damaged = 文件从偏移 { $offset } 起损坏（长度 { $length }），后面无法读取；此前的 { $frame } 帧都已使用。请重新复制文件
    .why = 从这里起，内容不符合捕获文件的格式，例如传输时用了文本方式。请从原处重新复制。
    .look = 过滤器 frame。
capture-block-damaged = 偏移 { $offset } 处的块损坏，已跳过（#{ $frame } 之后）
    .why = 文件里有一个块前后矛盾。后面的块还能找到，所以只损失这一个。
    .look = 过滤器 frame。
capture-block-too-long = 偏移 { $offset } 处的块有 { $bytes } 字节，超过 { $limit }，已跳过
    .why = 正常的帧不会这么长，通常是长度字段损坏。
    .look = 过滤器 frame。
capture-read-failed = 读到偏移 { $offset } 时出错：{ $reason }；此前的内容都已使用
    .why = 磁盘、网络驱动器或解压缩报告出错。文件本身可能没有问题。
    .look = 过滤器 frame。
capture-dropped = 捕获程序自己报告丢了 { $packets } 个包；对话里的缺口可能由此而来
    .why = 电脑来不及保存所有的帧。请关闭其他程序，不要边捕获边刷新列表，或者使用捕获过滤器。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。统计菜单的捕获文件属性里有丢包数。
capture-bad-secrets = 捕获文件自带的密钥有 { $count } 行无法读取，已跳过，相应的内容打不开。请用 --keylog 直接提供密钥日志
capture-interface-missing = 有的帧属于没有描述的接口，链路类型未知，无法解码
    .why = pcapng 文件要先描述接口，再放它的帧。没有描述，就不知道帧的格式。
    .look = 过滤器 frame.interface_id。
capture-unknown-blocks = 跳过了 { $blocks } 个不认识的 pcapng 块
    .why = pcapng 允许其他程序加入自己的块，不认识的跳过即可，不会损失帧。
    .look = 过滤器 frame。
net-checksum-offload = 抽查的 { $sampled } 帧中有 { $frames } 帧的 TCP 校验和尚未算好（最早 #{ $frame }，来自 { $address }）：抓包就在这台计算机上进行，校验和由网卡在发送时计算。这些帧照常使用
    .why = 启用校验和卸载后，协议栈把校验和留给网卡计算；在发送方抓包，看到的是交给网卡之前的报文段。线路上的校验和是正确的。
    .look = 在 TCP 首选项中打开 Validate the TCP checksum if possible，再用 tcp.checksum.status == "Bad" 过滤；只有抓包计算机自己发出的帧才这样。
net-checksum-wrong = 抽查的 { $sampled } 帧中有 { $frames } 帧的 TCP 校验和错误（最早 #{ $frame }，来自 { $address }），内容按原样使用；如果之后重传的内容不同，以重传的为准
    .why = 计算校验和之后，字节或地址又被改动：传输中损坏，或者被改写捕获文件的程序修改。接收方会丢弃这样的报文段，发送方随后重传。
    .look = 在 TCP 首选项中打开 Validate the TCP checksum if possible，再用 tcp.checksum.status == "Bad" 过滤。
net-fragments-incomplete = 有的 IP 分片不完整，所属的报文无法还原
    .why = 大于 MTU 的报文被切成 IP 分片，缺了其中一片，里面的 TCP 报文段就读不出来。如果真的丢失，TCP 会重传。
    .look = 过滤器 ip.flags.mf == 1 || ip.frag_offset > 0。
net-fragments-conflict = IP 分片重叠且内容不同：采用先到的
    .why = 同一个报文的两个分片覆盖了相同的位置，内容却不同。正常的发送方不会这样，这是绕过防火墙的老办法。
    .look = 过滤器 ip.fragment.overlap.conflict。
net-fragments-limit = 同时未完成的分片报文超过 { $limit } 个，放弃了 { $packets } 个
    .why = 分片总也凑不齐时，这个上限可以防止内存耗尽。
    .look = 过滤器 ip.flags.mf == 1 || ip.frag_offset > 0。
capture-too-many-texts = 有 { $texts } 条注释或接口说明没有保留：超过上限（注释最多 { $limit } 条）
    .why = 上限用来防止程序耗尽内存。帧不受影响，缺的只是文件对自身的说明文字。
    .look = 过滤器 frame.comment。统计菜单的捕获文件属性里能看到全部。
capture-too-many-names = 有名称的地址超过 { $limit } 个，另有 { $names } 个名称没有保留
tcp-lesson-name = 名字 { $name } 像是 { $promised }，实际说的是 { $spoken }：协议由 { $port } 端口上传送的内容决定，不由主机名决定。提交邮件用 25、465、587，POP3 用 110、995，IMAP 用 143、993
capture-lesson-nothing-fetched = 这份文件里有发信，没有收信：要看 POP3，请在邮件程序从 110 端口（或 TLS 的 995）收信时捕获
capture-lesson-webmail = 这份文件里没有邮件会话，只有 HTTPS（{ $frame }）：浏览器和网页邮箱之间只是网页，SMTP 在邮件服务器之间传送，不经过这里
