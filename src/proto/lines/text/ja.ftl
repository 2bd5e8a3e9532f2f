# 各行の送られ方。$seconds と $median の単位は秒。
typed-line = { $keys } キー、{ $seconds } 秒
typed-hidden = 1 キーずつの入力（キー数は表示しない）
typed-program = 行単位で届き、手入力ではない
typed-by-hand = 手入力。{ $keys } キーがそれぞれ 1 セグメントで届き、間隔の中央値は { $median } 秒、{ $corrections ->
    [0] 訂正なし
   *[other] 訂正 { $corrections } 回
}
typed-intended = 入力したかった内容。上の行が実際に送られたバイト列で、訂正の記号もサーバーに届いている
typed-telnet = telnet のネゴシエーション { $options }
typed-intended-empty = （空行）
typed-message = { $keys } キー（終了の印を含む）、{ $seconds } 秒
