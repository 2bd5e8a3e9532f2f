# HTTP 各步骤的说明。里面都是解密之后的内容。
http-method-get = 请求一个资源
    .why = GET 只取内容，不应改变服务器上的东西（RFC 9110 第 9.3.1 节）。浏览器打开网页、取样式和图片都用它；参数写在目标的问号后面。
    .look = 过滤器 http.request.method == "GET"。需要在 Wireshark 里载入密钥日志。
http-method-head = 只请求响应的首部，不要正文
    .why = HEAD 的响应和 GET 的一样，但没有正文（RFC 9110 第 9.3.2 节）；Content-Length 是 GET 会得到的长度。
    .look = 过滤器 http.request.method == "HEAD"。需要在 Wireshark 里载入密钥日志。
http-method-post = 向服务器提交数据
    .why = POST 在正文里提交数据（RFC 9110 第 9.3.3 节）。网页邮箱的登录表单和写好的邮件就是这样送出的；到了服务器，才由它用 SMTP 发出去。
    .look = 过滤器 http.request.method == "POST"。需要在 Wireshark 里载入密钥日志。
http-method-put = 把正文存到这个目标
    .why = PUT 用正文创建或替换目标（RFC 9110 第 9.3.4 节），重复一次结果不变。
    .look = 过滤器 http.request.method == "PUT"。需要在 Wireshark 里载入密钥日志。
http-method-delete = 请求删除这个目标
    .why = DELETE 请求删除目标（RFC 9110 第 9.3.5 节）。网页邮箱删除邮件时，很多用的是 POST。
    .look = 过滤器 http.request.method == "DELETE"。需要在 Wireshark 里载入密钥日志。
http-method-connect = 请求代理建立到目标的隧道
    .why = CONNECT 请代理连接到目标主机和端口（RFC 9110 第 9.3.6 节）。得到 2xx 之后，两个方向的字节都原样转发，不再是 HTTP。
    .look = 过滤器 http.request.method == "CONNECT"。需要在 Wireshark 里载入密钥日志。
http-method-options = 询问服务器支持什么
    .why = OPTIONS 询问目标可用的方法（RFC 9110 第 9.3.7 节）。浏览器访问别的网站之前，用它询问是否允许。
    .look = 过滤器 http.request.method == "OPTIONS"。需要在 Wireshark 里载入密钥日志。
http-method-patch = 修改目标的一部分
    .why = PATCH 的正文说明怎样修改目标（RFC 5789 第 2 节），不像 PUT 那样整个替换。
    .look = 过滤器 http.request.method == "PATCH"。需要在 Wireshark 里载入密钥日志。
http-method-trace = 请求把收到的请求原样送回
    .why = TRACE 用来看请求途中被改成什么样（RFC 9110 第 9.3.8 节）。它会把 Cookie 送回来，所以一般被禁用。
    .look = 过滤器 http.request.method == "TRACE"。需要在 Wireshark 里载入密钥日志。
http-method-other = 其他方法的请求
    .why = 方法名可以登记新的，例如 WebDAV 的 PROPFIND；这里按原样显示。
    .look = 过滤器 http.request.method。需要在 Wireshark 里载入密钥日志。
http-host = 主机 { $host }
    .why = Host 写明请求的是哪个网站（RFC 9110 第 7.2 节）：同一个地址上可以有很多网站。握手里的 server_name 是同样的名字，但那里没有加密。
    .look = 过滤器 http.host。需要在 Wireshark 里载入密钥日志。
http-query-masked = 问号后面的查询已遮盖
http-body = 正文 { $bytes } 字节{ $kind ->
        [form] ，表单数据
        [upload] ，带文件的表单
        [html] ，HTML 网页
        [style] ，样式表
        [json] ，JSON 数据
        [script] ，脚本
        [image] ，图片（{ $media }）
        [text] ，文本
        [mail] ，邮件
        [other] ，{ $media }
       *[none] {""}
    }
    .why = 正文不显示：表单里可能有密码，网页里可能有别人的邮件。长度由 Content-Length 给出（RFC 9112 第 6.2 节）。
    .look = 过滤器 http.content_length。需要在 Wireshark 里载入密钥日志。
http-body-chunked = 正文分块传输{ $kind ->
        [form] ，表单数据
        [upload] ，带文件的表单
        [html] ，HTML 网页
        [style] ，样式表
        [json] ，JSON 数据
        [script] ，脚本
        [image] ，图片（{ $media }）
        [text] ，文本
        [mail] ，邮件
        [other] ，{ $media }
       *[none] {""}
    }
    .why = 事先不知道长度时，正文分成块，每块前面写它的大小，大小为 0 的块结束正文（RFC 9112 第 7.1 节）。
    .look = 过滤器 http.transfer_encoding == "chunked"。需要在 Wireshark 里载入密钥日志。
http-body-until-close = 正文到连接关闭为止{ $kind ->
        [form] ，表单数据
        [upload] ，带文件的表单
        [html] ，HTML 网页
        [style] ，样式表
        [json] ，JSON 数据
        [script] ，脚本
        [image] ，图片（{ $media }）
        [text] ，文本
        [mail] ，邮件
        [other] ，{ $media }
       *[none] {""}
    }
    .why = 没有写明长度，连接关闭就是正文的结束（RFC 9112 第 6.3 节）。这样看不出正文是不是完整的。
    .look = 过滤器 http.response && !http.content_length_header。需要在 Wireshark 里载入密钥日志。
http-body-size = 共 { $bytes } 字节
http-body-broken =
    { $missing ->
        [0] 正文到 { $bytes } 字节就中断了
       *[other] 正文缺 { $missing } 字节{ $end ->
            [yes] {""}
           *[no] ，没有结束
        }
    }
http-cookie = 带 Cookie（已遮盖）
    .why = Cookie 让服务器认出是同一个浏览器（RFC 6265）。登录之后，它就代替密码：拿到它的人不必知道密码。所以它只应在 TLS 里传送。
    .look = 过滤器 http.cookie。需要在 Wireshark 里载入密钥日志。
http-set-cookie = 设置 Cookie（已遮盖）
    .why = 服务器给浏览器一个 Cookie，浏览器以后每次请求都带上它（RFC 6265）。登录成功后设置的通常是会话的凭证。
    .look = 过滤器 http.set_cookie。需要在 Wireshark 里载入密钥日志。
http-authorization = 带登录凭证（已遮盖）
    .why = Authorization 带着账号和密码或令牌（RFC 9110 第 11.6.2 节）。Basic 方式只是 Base64，不是加密。
    .look = 过滤器 http.authorization。需要在 Wireshark 里载入密钥日志。
http-upgrade = 请求改用 { $to }
    .why = Upgrade 请求在同一个连接上改用另一种协议（RFC 9110 第 7.8 节）。服务器同意时回答 101。
    .look = 过滤器 http.upgrade。需要在 Wireshark 里载入密钥日志。
http-location = 去 { $to }
    .why = Location 是浏览器接着要请求的地址（RFC 9110 第 10.2.2 节），下一个请求一般就是它。
    .look = 过滤器 http.location。需要在 Wireshark 里载入密钥日志。
http-tunnel = 后面不再是 HTTP，不再解析
http-no-body-head = 对 HEAD 的响应没有正文
http-head-cut = 首部没有结束
http-gap-in-body = 在正文里，可能是其中一部分
http-fields =
    { $more ->
        [0] { $list }
       *[other] { $list }，还有 { $more } 个字段
    }
http-preface = 从这里起是 HTTP/2，二进制格式，不解析
    .why = HTTP/2 不是一行行的文本，而是二进制的帧，请求和响应交错在同一个连接上（RFC 9113）。这一行写得像 HTTP/1 的请求，好让不懂 HTTP/2 的服务器马上拒绝。
    .look = 过滤器 http2.magic。需要在 Wireshark 里载入密钥日志。
http-label-skipped = [跳过 { $bytes } 字节]
http-skipped = 前面有缺失，看不出这是哪一部分
    .why = 正文多长要看前面的首部。首部缺失时，只能等下一行像请求或响应开头的文字。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
http-skipped-wrong = 这不是 HTTP/1 的消息
    .why = 这里应该是请求或响应的第一行，或者一块的大小，但不是（RFC 9112）。
    .look = 过滤器 http。需要在 Wireshark 里载入密钥日志。
http-status-100 = 100 请继续发送正文
    .why = 客户端带 Expect: 100-continue，先问再发正文（RFC 9110 第 10.1.1 节）。真正的响应在后面。
    .look = 过滤器 http.response.code == 100。需要在 Wireshark 里载入密钥日志。
http-status-101 = 101 同意改用另一种协议
    .why = 从下一个字节起不再是 HTTP/1，例如 WebSocket（RFC 9110 第 15.2.2 节）。
    .look = 过滤器 http.response.code == 101。需要在 Wireshark 里载入密钥日志。
http-status-200 = 200 成功
    .why = 请求成功，正文是所要的内容（RFC 9110 第 15.3.1 节）。网页邮箱登录失败时，很多也回答 200，并在网页里说明。
    .look = 过滤器 http.response.code == 200。需要在 Wireshark 里载入密钥日志。
http-status-201 = 201 成功，已创建
    .why = 请求创建了新的资源，地址通常在 Location 里（RFC 9110 第 15.3.2 节）。
    .look = 过滤器 http.response.code == 201。需要在 Wireshark 里载入密钥日志。
http-status-204 = 204 成功，没有正文
    .why = 请求成功，没有内容要送回（RFC 9110 第 15.3.5 节）。
    .look = 过滤器 http.response.code == 204。需要在 Wireshark 里载入密钥日志。
http-status-206 = 206 成功，只有所要的一部分
    .why = 客户端用 Range 只要一部分（RFC 9110 第 15.3.7 节），断点续传就是这样。
    .look = 过滤器 http.response.code == 206。需要在 Wireshark 里载入密钥日志。
http-status-301 = 301 永久移到别处
    .why = 以后都应使用 Location 里的地址，浏览器会记住（RFC 9110 第 15.4.2 节）。
    .look = 过滤器 http.response.code == 301。需要在 Wireshark 里载入密钥日志。
http-status-302 = 302 暂时在别处
    .why = 浏览器接着请求 Location 里的地址（RFC 9110 第 15.4.3 节）。网页邮箱登录成功后，常用它转到收件箱。
    .look = 过滤器 http.response.code == 302。需要在 Wireshark 里载入密钥日志。
http-status-303 = 303 用 GET 去看另一个地址
    .why = 提交之后用 GET 取另一个网页，刷新时就不会再次提交（RFC 9110 第 15.4.4 节）。
    .look = 过滤器 http.response.code == 303。需要在 Wireshark 里载入密钥日志。
http-status-304 = 304 没有改变，用浏览器缓存的
    .why = 浏览器问自上次以来是否改变，服务器说没有，于是不送正文（RFC 9110 第 15.4.5 节）。
    .look = 过滤器 http.response.code == 304。需要在 Wireshark 里载入密钥日志。
http-status-307 = 307 暂时在别处，方法不变
    .why = 和 302 相似，但必须用同样的方法再请求（RFC 9110 第 15.4.8 节）。
    .look = 过滤器 http.response.code == 307。需要在 Wireshark 里载入密钥日志。
http-status-308 = 308 永久移到别处，方法不变
    .why = 和 301 相似，但必须用同样的方法再请求（RFC 9110 第 15.4.9 节）。
    .look = 过滤器 http.response.code == 308。需要在 Wireshark 里载入密钥日志。
http-status-400 = 400 请求有误，服务器不明白
    .why = 请求的格式不对（RFC 9110 第 15.5.1 节）。在 TLS 端口发明文 HTTP，nginx 也回答 400。
    .look = 过滤器 http.response.code == 400。需要在 Wireshark 里载入密钥日志。
http-status-401 = 401 需要登录
    .why = WWW-Authenticate 说明登录方式，客户端带 Authorization 再请求（RFC 9110 第 15.5.2 节）。
    .look = 过滤器 http.response.code == 401。需要在 Wireshark 里载入密钥日志。
http-status-403 = 403 不允许
    .why = 服务器明白请求，但拒绝（RFC 9110 第 15.5.4 节）。再登录也没有用。
    .look = 过滤器 http.response.code == 403。需要在 Wireshark 里载入密钥日志。
http-status-404 = 404 找不到
    .why = 服务器上没有这个目标（RFC 9110 第 15.5.5 节）。
    .look = 过滤器 http.response.code == 404。需要在 Wireshark 里载入密钥日志。
http-status-405 = 405 这里不能用这个方法
    .why = 可用的方法在 Allow 里（RFC 9110 第 15.5.6 节）。
    .look = 过滤器 http.response.code == 405。需要在 Wireshark 里载入密钥日志。
http-status-408 = 408 等请求等得太久
    .why = 服务器等不到完整的请求，关闭连接（RFC 9110 第 15.5.9 节）。
    .look = 过滤器 http.response.code == 408。需要在 Wireshark 里载入密钥日志。
http-status-413 = 413 正文太大
    .why = 正文超过服务器允许的大小（RFC 9110 第 15.5.14 节），例如附件太大。
    .look = 过滤器 http.response.code == 413。需要在 Wireshark 里载入密钥日志。
http-status-429 = 429 请求太多
    .why = 客户端在一段时间里请求太多（RFC 6585 第 4 节）；Retry-After 说明要等多久。
    .look = 过滤器 http.response.code == 429。需要在 Wireshark 里载入密钥日志。
http-status-500 = 500 服务器内部错误
    .why = 服务器的程序出错，与请求的写法无关（RFC 9110 第 15.6.1 节）。
    .look = 过滤器 http.response.code == 500。需要在 Wireshark 里载入密钥日志。
http-status-502 = 502 网关从后面的服务器得到错误的应答
    .why = nginx 这样的网关连不上后面的程序，或得到无效的应答（RFC 9110 第 15.6.3 节）。
    .look = 过滤器 http.response.code == 502。需要在 Wireshark 里载入密钥日志。
http-status-503 = 503 暂时不能提供服务
    .why = 服务器过载或在维护，以后可以再试（RFC 9110 第 15.6.4 节）。
    .look = 过滤器 http.response.code == 503。需要在 Wireshark 里载入密钥日志。
http-status-504 = 504 网关等后面的服务器等得太久
    .why = 网关后面的程序没有及时应答（RFC 9110 第 15.6.5 节）。
    .look = 过滤器 http.response.code == 504。需要在 Wireshark 里载入密钥日志。
http-status-1xx =
    { $code } 中间的响应{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 1xx 是中间的响应，真正的响应在后面（RFC 9110 第 15.2 节）。
    .look = 过滤器 http.response.code >= 100 && http.response.code < 200。需要在 Wireshark 里载入密钥日志。
http-status-2xx =
    { $code } 成功{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 2xx 表示请求成功（RFC 9110 第 15.3 节）。
    .look = 过滤器 http.response.code >= 200 && http.response.code < 300。需要在 Wireshark 里载入密钥日志。
http-status-3xx =
    { $code } 要到别处去取{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 3xx 表示还要再做一步，通常是去另一个地址（RFC 9110 第 15.4 节）。
    .look = 过滤器 http.response.code >= 300 && http.response.code < 400。需要在 Wireshark 里载入密钥日志。
http-status-4xx =
    { $code } 请求有问题{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 4xx 表示问题在客户端的请求（RFC 9110 第 15.5 节）。
    .look = 过滤器 http.response.code >= 400 && http.response.code < 500。需要在 Wireshark 里载入密钥日志。
http-status-5xx =
    { $code } 服务器有问题{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 5xx 表示问题在服务器，请求可能没有错（RFC 9110 第 15.6 节）。
    .look = 过滤器 http.response.code >= 500 && http.response.code < 600。需要在 Wireshark 里载入密钥日志。
http-status-other =
    { $code } 不属于任何一类的状态码{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 状态码的第一位是 1 到 5（RFC 9110 第 15 节），其他的当作 5xx。
    .look = 过滤器 http.response。需要在 Wireshark 里载入密钥日志。
http-outcome = { $requests } 个请求
http-outcome-2 = HTTP/2，不解析
http-summary = HTTP 请求 { $requests } 个{ $refused ->
        [0] {""}
       *[other] ，其中 { $refused } 个失败（4xx、5xx）
    }
http-summary-2 = 里面是 HTTP/2
http-length-ambiguous = 正文的长度写得自相矛盾：两个接收者可能在不同的地方看到它结束
    .why = Content-Length 有两个不同的值、不是数字，或者同时有 Transfer-Encoding（RFC 9112 第 6.3 节）。前面的代理和后面的服务器看法不同时，一个请求可以藏在另一个请求的正文里。
    .look = 过滤器 http.content_length_header && http.transfer_encoding。需要在 Wireshark 里载入密钥日志。
http-not-understood = { $bytes } 字节不是 HTTP/1 的消息，已跳过
    .why = 这里应该是请求或响应的第一行，或者一块的大小。后面从能认出的下一行继续。
    .look = 过滤器 http。需要在 Wireshark 里载入密钥日志。
http-body-incomplete =
    { $count } 个正文不完整{ $missing ->
        [0] {""}
       *[other] ，共缺 { $missing } 字节
    }
    .why = 正文比首部所说的短，或者最后一块没有来：连接中断了，或者有字节没有捕获到。
    .look = 过滤器 tcp.analysis.lost_segment || tcp.flags.reset == 1。
http-too-many-waiting = 等待响应的请求超过 { $limit } 个，其中 { $count } 个的响应没有与请求对应
    .why = 客户端可以不等响应就连续发请求。超过上限的只记数目，后面的对应关系仍然正确。
    .look = 过滤器 http.request。需要在 Wireshark 里载入密钥日志。
http-too-many-facts = 请求太多：有 { $count } 项没有计入汇总（上限 { $limit } 字节），对话里仍有
    .why = 这个上限是为了防止内存耗尽。上限之前的内容是完整的。
    .look = 过滤器 http。需要在 Wireshark 里载入密钥日志。
