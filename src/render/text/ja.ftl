# 見出しとラベル
page-capture = { $path }  { $frames } フレーム  { $start }  { $seconds } 秒  { $links }
page-capture-compressed = { $compression } 圧縮
page-capture-early = { $path }  大きなファイルのため読みながら表示する。フレーム数は末尾
page-out-of-order = ここから先の対話は終わった順に表示する
page-conversation =
    対話 { $stream }  { $title }  { $client } -> { $server }  { $late ->
        [yes] #{ $first } から { $seconds } 秒
       *[no] { $seconds } 秒
    }
page-recognised = 判定根拠：{ $how }
page-summary = まとめ：{ $summary }
page-summary-more = まとめ：{ $summary }。{ $more }
page-masked = 伏せ字は --reveal で表示
page-more-findings = ほかの注記 { $count } 件は -v で表示
page-keys = キーと間隔（ミリ秒）
page-keys-more = キーと間隔（ミリ秒）。ほかに { $count } キー
page-folded = [同様の行がほかに { $lines } 行]
page-folded-how = -v で表示
page-took-server = サーバーの所要 { $seconds } 秒
page-handshake = 往復時間 { $rtt } 秒。最大セグメントサイズ MSS：クライアント { $client }、サーバー { $server } バイト
page-took-client = クライアントの所要 { $seconds } 秒
page-waits = { $seconds } 秒のうちサーバー { $server } 秒、クライアント { $client } 秒
page-others = ほかに認識できない対話が { $count } 件ある。wiretale list で確認できる
page-comment = #{ $frame } へのコメント：{ $text }
page-comment-file = ファイルへのコメント：{ $text }
page-more-comments = ほかにコメントが { $count } 件ある。--format json に含まれる
list-stream = 番号
list-protocol = プロトコル
list-recognised = 判定根拠
list-ends = クライアント -> サーバー
list-frames = フレーム
list-seconds = 秒
list-health = 状態
list-outcome = 結果
list-names = 名前
list-name = { $address } は { $names }（{ $source }）
list-account = 内訳
list-by-banner = 挨拶文とコマンド
list-by-command = コマンドと応答
list-by-tls_record = Client Hello
list-by-port = ポート
list-by-none = 認識できない
list-by-no-data = データなし
fate-used = 対話に使用
fate-used-by = 対話に使用（{ $detail }）
fate-encrypted = 暗号化（鍵なし）
fate-unrecognised = 未知のプロトコル
fate-tcp_without_data = データなしの TCP
fate-retransmission = 再送
fate-duplicate = 同じパケットの重複
fate-not_asked_for = フィルターで除外
fate-tunnel = 開いていないトンネルの中
fate-tunnel-detail = 開いていないトンネルの中（{ $detail }）
fate-not_tcp = TCP 以外
fate-not_tcp-detail = TCP 以外（{ $detail }）
fate-names = 名前を示した DNS
fate-fragment_incomplete = そろわない IP フラグメント
fate-not_ip = IP 以外
fate-not_ip-detail = IP 以外（{ $detail }）
fate-other_link_type = 対応していないリンク種別
fate-other_link_type-detail = 対応していないリンク種別（{ $detail }）
fate-cut_header = 短すぎて判別できない
fate-short-used = 使用
fate-sum = { $frames } = { $parts }
empty-head = SMTP、POP3、TLS の対話は見つからなかった。{ $frames } フレームの内訳：
empty-head-what = { $what } の対話は見つからなかった。{ $frames } フレームの内訳：
empty-reason = 原因：{ $reason }
empty-remedy = 対策：{ $remedy }
empty-why-encrypted = データはすべて TLS の中にあり、鍵がないと読めない（{ $ends }）
empty-do-encrypted = ハンドシェイクは鍵なしで見られる（--protocol を外す）。中身を見るには、プログラムを起動する前に環境変数 SSLKEYLOGFILE を設定するか、平文のプロトコル（ポート 25、110）を使う
empty-why-no-data = TCP の確立、確認応答、切断だけで、データがない
empty-do-no-data = 先にキャプチャを始めてから送信する。SYN に RST が返るなら、サーバーのポートが開いていない
empty-why-unrecognised = 接続で話されているのは SMTP、POP3、TLS のいずれでもない
empty-do-unrecognised = wiretale list で各対話の先頭を見る
empty-why-not-tcp = ファイルに TCP がほとんどない
empty-do-not-tcp = インターフェースとキャプチャフィルターを確かめる。メールは TCP の 25、110、143、465、587、993、995 番ポート
empty-why-no-frames = ファイルにフレームがない
empty-do-no-frames = キャプチャを始め、メールを送り、止めてから保存する
empty-why-not-ip = フレームに IP がない（リンク種別：{ $links }）
empty-do-not-ip = 正しいインターフェースで再度キャプチャする。無線ではモニターモードを使わない
empty-why-filter = 条件によってすべての対話が除外された
empty-do-filter = --stream、--host、--port、--protocol を外す。対話の一覧は wiretale list で見られる
list-more-names = ほか { $count } アドレス（--format json で表示）
page-each = （-v で 1 行ずつ解説）
empty-why-link-type = このリンク種別は wiretale では解読できない（{ $links }）
empty-do-link-type = イーサネット、無線（モニターモード以外）、ループバックのいずれかでキャプチャし直す。このファイルは Wireshark なら開けるかもしれない
# 調べた項目
topic-command = { $protocol } のコマンド
topic-keyword =
    { $protocol ->
        [POP3] POP3 の機能項目
       *[other] { $protocol } サーバーが示す拡張機能
    }
topic-parameter = { $protocol } の MAIL または RCPT のパラメーター
topic-reply-code =
    { $protocol ->
        [POP3] POP3 の状態表示
       *[other] { $protocol } の応答コード
    }
topic-status-code =
    { $protocol ->
        [POP3] POP3 の理由コード
       *[other] { $protocol } の拡張ステータスコード
    }
topic-mechanism = 認証方式（{ $protocol }）
topic-message = { $protocol } ハンドシェイクのメッセージ
topic-alert = { $protocol } のアラート
topic-cipher-suite = { $protocol } の暗号スイート
topic-tls-extension = { $protocol } の拡張
topic-group = { $protocol } の鍵交換グループ
topic-signature-scheme = { $protocol } の署名方式
topic-context = 、{ $what ->
    [BDAT] BDAT の一片への応答
    [CONTENT] メール本体への応答
    [GREETING] 挨拶文として
    [EHLO-NONE] EHLO への 1 行だけの応答
    [RECIPIENT] メール本体への受信者ごとの応答（LMTP）
   *[other] { $what } への応答
}
topic-example = 例：
topic-wireshark = Wireshark では：
topic-source = 出典：

# 解説。
lesson-client = クライアント
lesson-server = サーバー
lesson-star = * 暗号化されて流れ、シークレットで復号したもの。なければ Wireshark では Encrypted Handshake Message や Application Data
lesson-flight-client = { $number }. クライアントが送る
lesson-flight-server = { $number }. サーバーが送る
lesson-flight-both = { $number }. 双方が送る
lesson-observer = 傍受者がこの時点で知ること：
lesson-observer-nothing = これらは見えない。この長さのレコードが通ったことだけ。
lesson-wireshark = Wireshark では
lesson-schedule = 鍵が導かれる順序
lesson-masked = 値は伏せ字。--reveal で表示する
lesson-bytes = { $side ->
    [C] クライアント
   *[S] サーバー
}側のストリームのオフセット { $offset } のレコードがこれで始まる。メッセージは { $bytes } バイト
lesson-bytes-behind = レコードの中で別のメッセージの後にある。メッセージは { $bytes } バイト
lesson-bytes-inside = 復号したもの。メッセージは { $bytes } バイト
lesson-column-offset = オフセット
lesson-column-len = 長さ
lesson-column-bytes = バイト
lesson-column-field = フィールド
lesson-column-value = 値  // 意味
markdown-frames = フレーム
markdown-seconds = 秒
markdown-line = 内容
markdown-note = 解説
markdown-more = ほか { $rows } 行は下の表にある
