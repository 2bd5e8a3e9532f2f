# 各行の送られ方。$seconds と $median の単位は秒。
typed-line = { $keys } キー、{ $seconds } 秒
    .why = 1 キーごとに 1 セグメントで届いた。telnet が文字単位で送るときの特徴。キー数は Enter を含み、時間は最初のキーから Enter まで。
    .look = フィルターは tcp.len == 1。各キーは [TCP segment of a reassembled PDU] の行になり、1 行の内容は Enter のフレームに表示される。
typed-hidden = 1 キーずつの入力（キー数は表示しない）
    .why = キー数は秘密の長さを明かすので、これも表示しない。
    .look = フィルターは tcp.len == 1。
typed-program = 行単位で届き、手入力ではない
    .why = 1 行がまとめて届くのは、送る前に組み立てられたから。メールソフトか、行モードの telnet による。文字単位で送っていれば、1 行が 1 セグメントに収まることはない。
    .look = フィルターは tcp.len > 1 && tcp.flags.push == 1。
typed-by-hand = 手入力。{ $keys } キーがそれぞれ 1 セグメントで届き、間隔の中央値は { $median } 秒、{ $corrections ->
    [0] 訂正なし
   *[other] 訂正 { $corrections } 回
}
    .why = 1 バイトのセグメントが打鍵のような間隔で続くのは、人がキーボードで入力した印。中央値は間隔を並べた真ん中の値で、考え込んだ長い間にはほとんど影響されない。
    .look = フィルターは tcp.len == 1。時刻の列を、直前に表示したパケットからの秒数（frame.time_delta_displayed）にして見る。
typed-intended = 入力の意図。実際に流れたのは上の行
    .why = 文字単位の telnet は押すたびに送るので、訂正しても取り消せず、訂正自体が 1 バイト（0x08 か 0x7f）として流れる。サーバーには誤字と訂正のバイトが届き、500 を返すものも、整理して読むものもある。
    .look = フィルターは tcp.payload == 08 || tcp.payload == 7f。Wireshark ではこの行が C: DATA fragment になるか、\b と表示される。
typed-telnet = telnet のネゴシエーション { $options }
    .why = telnet は 23 番以外のポートでも、値 255 のバイト（IAC、RFC 854）でオプションを交渉することがある。メールサーバーはそれを知らず、コマンドの先頭とみなす。
    .look = フィルターは tcp.payload contains ff:fd || tcp.payload contains ff:fb。
typed-intended-empty = （空行）
typed-message = { $keys } キー（終了の印を含む）、{ $seconds } 秒
typed-line-too-long = 行が長すぎる。ほかに { $bytes } バイトは表示しない
    .why = コマンド行は 512 バイトまで、本文の 1 行は 1000 バイトまで、いずれも行末を含む（RFC 5321 4.5.3.1 節）。拡張機能で延びることはあるが、この長さは普通のコマンドではない。
    .look = フィルターは smtp && tcp.len > 512。
typed-lines-not-kept = ほかに { $lines } 行は表示しない
upgrade-clear = TLS への切り替えに同意した後なのに平文
    .why = サーバーは TLS の開始に同意したが、続くバイトは TLS ではなく、平文のまま対話が続く。途中の誰でも読める。
    .look = フィルターは tcp.stream。同意の後に Client Hello がない。
