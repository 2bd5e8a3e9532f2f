# 接続、欠落、キャプチャファイル
tcp-label-open = TCP 接続確立（3 ウェイハンドシェイク）
tcp-label-open-partly = TCP 接続確立。3 ウェイハンドシェイクの一部は未キャプチャ
tcp-label-syn = TCP 接続要求（SYN）。応答なし
tcp-open = まず TCP 接続を確立。アプリケーションのプロトコルはまだ始まっていない
tcp-label-running = #{ $frame } の時点で対話はすでに始まっている
tcp-running = SYN がない。対話の冒頭はファイルにない
tcp-label-fin =
    TCP：{ $side ->
        [client] クライアント
       *[server] サーバー
    }が閉じる（FIN）
tcp-label-close =
    TCP 切断。{ $side ->
        [client] クライアント
       *[server] サーバー
    }が先に FIN
tcp-close-both = 両方向とも正常に閉じた
tcp-close-one =
    { $side ->
        [client] クライアント
       *[server] サーバー
    }の FIN は未キャプチャ
tcp-close-then-reset = その後 RST（#{ $frame }）
tcp-label-reset =
    TCP：{ $side ->
        [client] クライアント
       *[server] サーバー
    }が接続をリセット（RST）
tcp-reset = 正常に閉じずに中断された
tcp-reset-after-fin = 片側が閉じた後に届いたデータへの返事が RST
tcp-label-unfinished = 接続が開いたままキャプチャが終わる
tcp-label-gap =
    { $cause ->
        [cut-by-snaplen] [{ $bytes } バイトがスナップ長で切り捨て]
        [lost] [{ $bytes } バイト消失]
        [unknown] [{ $bytes } バイト欠落]
        [fragment-missing] [IP フラグメントの欠落で { $bytes } バイト不明]
       *[not-captured] [{ $bytes } バイト未キャプチャ]
    }
tcp-gap-cause =
    { $cause ->
        [cut-by-snaplen] #{ $frame } はあるが、先頭しか保存されていない
        [lost] 確認応答がない。ネットワークで失われた
        [unknown] キャプチャの漏れか、ネットワークでの消失かは判断できない
        [fragment-missing] #{ $frame } より前の IP フラグメントが未キャプチャ
       *[not-captured] #{ $frame } が確認応答している。キャプチャの漏れで、パケットロスではない
    }
tcp-resent = { $frames } は再送
tcp-copied = { $frames } は同じパケットの重複
tcp-summary-whole = 欠落なし
tcp-summary-missing = { $bytes } バイト欠落
tcp-summary-no-resent = 再送なし
tcp-summary-resent = 再送 { $frames } フレーム
tcp-summary-order = 順序の入れ替わり { $frames } フレーム（並べ直し済み）
tcp-outcome-unrecognised = 未知のプロトコル。先頭は { $bytes }
tcp-outcome-refused = 拒否：SYN に RST
tcp-outcome-unanswered = SYN に応答なし
tcp-outcome-reset = データなし、リセット
tcp-outcome-empty = データなし
tcp-gap =
    { $cause ->
        [not-captured] キャプチャの漏れ：C 側 { $clientgaps } か所 { $clientbytes } バイト、S 側 { $servergaps } か所 { $serverbytes } バイト。すべて確認応答があり、ネットワークでは失われていない。負荷を下げるかキャプチャフィルターを使う
        [cut-by-snaplen] スナップ長による切り捨て：C 側 { $clientgaps } か所 { $clientbytes } バイト、S 側 { $servergaps } か所 { $serverbytes } バイト。スナップ長を 0（無制限）にして再度キャプチャする
        [lost] ネットワークでの消失：C 側 { $clientgaps } か所 { $clientbytes } バイト、S 側 { $servergaps } か所 { $serverbytes } バイト。再送も確認応答もない
        [fragment-missing] IP フラグメントの欠落：C 側 { $clientbytes } バイト、S 側 { $serverbytes } バイト
       *[unknown] 欠落：C 側 { $clientgaps } か所 { $clientbytes } バイト、S 側 { $servergaps } か所 { $serverbytes } バイト。キャプチャとネットワークのどちらが原因かは分からない
    }
tcp-conflict = 同じ位置に異なるバイトが再送された。先に届いた方（{ $first }）を採用
tcp-one-sided =
    片方向だけ：{ $side ->
        [client] クライアント
       *[server] サーバー
    }が送ったフレームが一つもない。双方向が見えるインターフェースでキャプチャする
tcp-offload = { $bytes } バイトのフレームは最大セグメントサイズ { $mss } を超える。送信側の PC でキャプチャしたためで、分割はネットワークカードが行い、回線上にこの大きさのフレームは流れない
tcp-late-start = キャプチャの開始が遅い：SYN がなく、対話の冒頭がファイルにない。キャプチャを始めてから接続する
tcp-duplicates = { $frames } フレームはほかのフレームの重複で、1 回と数える。二つのインターフェースで捕らえた可能性がある
tcp-too-many-steps = 対話が長すぎるため、最初の { $limit } ステップだけを残す
tcp-too-many-messages = メールが多すぎるため、最初の { $limit } 通だけを残す
tcp-too-much-waiting = 相手を待つバイトが { $limit } を超え、残りは保持しなかった
tcp-too-many-connections = 同時に開いた接続が { $limit } を超え、{ $frames } フレームを分析しなかった。キャプチャフィルターで絞り込む
tcp-health-ok = 良好
tcp-health-gaps = 欠落あり
tcp-health-late = 開始が遅い
tcp-health-one-sided = 片方向
capture-cut = ファイルが途中で切れている：最後のレコードは { $have } / { $want } バイト（オフセット { $offset }）。それまでの { $frame } フレームはすべて使った
capture-damaged = オフセット { $offset } からファイルが壊れている（長さ { $length }）。それまでの { $frame } フレームはすべて使った
capture-block-damaged = オフセット { $offset } のブロックが壊れているため飛ばした（#{ $frame } の後）
capture-block-too-long = オフセット { $offset } のブロックは { $bytes } バイトで、上限 { $limit } を超えるため飛ばした
capture-read-failed = オフセット { $offset } で読み取りに失敗：{ $reason }。それまでの内容は使った
capture-dropped = キャプチャしたプログラム自身が { $packets } パケットの取りこぼしを報告している。欠落の原因かもしれない
capture-interface-missing = 記述のないインターフェースのフレームがある。リンク種別が不明で解読できない
capture-unknown-blocks = 未知の pcapng ブロックを { $blocks } 個飛ばした
net-fragments-incomplete = そろわない IP フラグメントがあり、元のパケットを復元できない
net-fragments-conflict = IP フラグメントが異なる内容で重なっている。先に届いた方を採用
net-fragments-limit = 組み立て中のパケットが { $limit } を超え、{ $packets } 個を断念した
capture-too-many-names = 名前のあるアドレスが { $limit } を超え、ほかの名前 { $names } 個は保持しなかった
