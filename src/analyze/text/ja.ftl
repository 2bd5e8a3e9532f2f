# 接続、欠落、キャプチャファイル
tcp-label-open = TCP 接続確立（3 ウェイハンドシェイク）
tcp-label-open-partly = TCP 接続確立。3 ウェイハンドシェイクの一部は未キャプチャ
tcp-label-syn = TCP 接続要求（SYN）。応答なし
    .why = 接続を求めたが何も返らない。アドレスがない、サーバーが止まっている、ファイアウォールが捨てているなど。ポートが閉じているなら RST が返る。
    .look = フィルターは tcp.flags.syn == 1 && tcp.flags.ack == 0。
tcp-open = まず TCP 接続を確立。{ $protocol } はまだ始まっていない
    .why = SYN、SYN-ACK、ACK で、両方向の初期シーケンス番号と、最大セグメントサイズなどのオプションを取り決める（RFC 9293 3.5 節）。SMTP、POP3、TLS の内容はまだ何も流れておらず、TCP はメールのことを知らない。
    .look = フィルターは tcp.flags.syn == 1。SYN と SYN-ACK が見つかる。3 番目のフレームは普通の ACK。
tcp-label-running = #{ $frame } の時点で対話はすでに始まっている
tcp-running = SYN がない。対話の冒頭はファイルにない
    .why = 接続の後でキャプチャが始まった。挨拶文、EHLO、ログインはその前にあり、取り戻せない。先にキャプチャを始めてから送る。
    .look = フィルターは tcp.flags.syn == 1。このストリームには該当するフレームがない。
tcp-label-fin =
    TCP：{ $side ->
        [client] クライアント
       *[server] サーバー
    }が閉じる（FIN）
    .why = FIN は、この方向ではもう送らないという意味（RFC 9293 3.6 節）。逆方向はまだ開いていて、データを送り続けられる。
    .look = フィルターは tcp.flags.fin == 1。
tcp-label-close =
    TCP 切断。{ $side ->
        [client] クライアント
       *[server] サーバー
    }が先に FIN
tcp-close-both = 両方向とも正常に閉じた
    .why = 双方が FIN を送り、それまでのデータは届いている（RFC 9293 3.6 節）。SMTP と POP3 では、QUIT の後、普通はサーバーが先に閉じる。
    .look = フィルターは tcp.flags.fin == 1。方向ごとに 1 フレーム、計 2 フレームある。
tcp-close-one =
    { $side ->
        [client] クライアント
       *[server] サーバー
    }の FIN は未キャプチャ
    .why = 片側は閉じたが、相手の FIN がファイルにない。キャプチャを早く止めたのかもしれない。対話の内容はここまで完全。
    .look = フィルターは tcp.flags.fin == 1。
tcp-close-then-reset = その後 RST（#{ $frame }）
    .why = FIN に対し、FIN ではなく RST が返った。未読のデータがあるままプログラムが閉じたときに多い。それまでの内容にはたいてい影響がない。
    .look = フィルターは tcp.flags.reset == 1。
tcp-label-reset =
    TCP：{ $side ->
        [client] クライアント
       *[server] サーバー
    }が接続をリセット（RST）
tcp-reset = 正常に閉じずに中断された
    .why = RST は両方向を直ちに断ち切る（RFC 9293 3.5.2 節）。途中のデータは失われることがある。プログラムの異常終了や中止、ファイアウォールの介入、ポートに待ち受けがないなどが原因。
    .look = フィルターは tcp.flags.reset == 1。
tcp-reset-after-fin = 片側が閉じた後に届いたデータへの応答が RST
    .why = 完全に閉じた側は、後から届いたデータに RST を返す。TLS ではよくあり、クライアントの close_notify がサーバーの FIN の後に届くため。
    .look = フィルターは tcp.flags.reset == 1。
tcp-label-unfinished = 接続が開いたままキャプチャが終わる
    .why = FIN も RST もファイルにない。キャプチャを止めた後も対話が続いたかもしれない。
    .look = フィルターは tcp.flags.fin == 1 || tcp.flags.reset == 1。
tcp-label-put-aside = ここから先は追跡していない。開いているコネクションが多すぎる
    .why = 同時に追跡するコネクションの数には上限がある。場所を空ける必要が生じたとき、最も長く沈黙していたのがこのコネクション。続きがあれば別の対話になり、そこからストリーム番号は Wireshark と異なる。
    .look = フィルターは tcp.stream。Wireshark では全体が一つのストリームになる。
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
        [fragment-missing] #{ $frame } は同じ IP パケットのフラグメント。ほかのフラグメントが未キャプチャ
       *[not-captured] #{ $frame } で確認応答済み。キャプチャだけの漏れ
    }
    .why = シーケンス番号から、ここでバイトが欠けていると分かる。相手が確認応答していれば届いており、キャプチャの漏れ。確認応答も再送もなければ、ネットワークで失われた。ファイルの欠落はパケットロスの証拠ではない。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。Wireshark の表示は [TCP Previous segment not captured] と [TCP ACKed unseen segment]。
tcp-resent = { $frames } は再送
    .why = 確認応答が間に合わず、同じバイトをもう一度送った（RFC 9293 3.8 節）。内容は 1 回と数える。少しなら普通で、多ければネットワークの状態が悪い。
    .look = フィルターは tcp.analysis.retransmission。
tcp-copied = { $frames } は同じパケットの重複
    .why = 同じパケットが二重に捕らえられている。二つのインターフェースでキャプチャした場合など。ネットワークを流れたのは一度で、再送ではない。
    .look = フィルターは tcp.analysis.retransmission || tcp.analysis.duplicate_ack。Wireshark は重複を再送と表示する。ip.id が同じなら同じパケット。
tcp-summary-whole = 欠落なし
tcp-summary-missing = { $bytes } バイト欠落
tcp-summary-no-resent = 再送なし
tcp-summary-resent = 再送 { $frames } フレーム
tcp-summary-order = 順序の入れ替わり { $frames } フレーム（並べ直し済み）
tcp-outcome-unrecognised = 未知のプロトコル。先頭は { $bytes }
tcp-outcome-tunnel = トンネル（{ $kind }）。中身は解析していない。先頭は { $bytes }
tcp-outcome-plain = TLS のポートで平文{ $protocol ->
     [none] {""}
    *[other] の { $protocol }
    }。先頭は { $bytes }
tcp-outcome-refused = 拒否：SYN に RST
tcp-outcome-unanswered = SYN に応答なし
tcp-outcome-reset = データなし、リセット
tcp-outcome-empty = データなし
tcp-gap =
    { $cause ->
        [not-captured] キャプチャの漏れ：{ $clientgaps ->
            [0] {""}
           *[other] C 側 { $clientgaps } か所 { $clientbytes } バイト{ $servergaps ->
                [0] {""}
               *[other] 、
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 側 { $servergaps } か所 { $serverbytes } バイト
        }。すべて確認応答があり、ネットワークでは失われていない。再度キャプチャするときは負荷を下げるか、キャプチャフィルターを使う
        [cut-by-snaplen] スナップ長による切り捨て：{ $clientgaps ->
            [0] {""}
           *[other] C 側 { $clientgaps } か所 { $clientbytes } バイト{ $servergaps ->
                [0] {""}
               *[other] 、
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 側 { $servergaps } か所 { $serverbytes } バイト
        }。スナップ長を 0（無制限）にして再度キャプチャする
        [lost] ネットワークでの消失：{ $clientgaps ->
            [0] {""}
           *[other] C 側 { $clientgaps } か所 { $clientbytes } バイト{ $servergaps ->
                [0] {""}
               *[other] 、
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 側 { $servergaps } か所 { $serverbytes } バイト
        }。再送も確認応答もない
        [fragment-missing] IP フラグメントの欠落：C 側 { $clientbytes } バイト、S 側 { $serverbytes } バイト
       *[unknown] 欠落：{ $clientgaps ->
            [0] {""}
           *[other] C 側 { $clientgaps } か所 { $clientbytes } バイト{ $servergaps ->
                [0] {""}
               *[other] 、
            }
        }{ $servergaps ->
            [0] {""}
           *[other] S 側 { $servergaps } か所 { $serverbytes } バイト
        }。キャプチャとネットワークのどちらが原因かは分からない
    }
    .why = 原因ごとに欠落を数えたもの。漏れはコンピューターの保存が間に合わないため、必要な分だけをキャプチャする。切り捨てはスナップ長が短い。消失はネットワークの問題。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment || frame.cap_len < frame.len。
tcp-conflict = 同じ位置に異なるバイトが再送された。先に届いた方（{ $first }）を採用
    .why = 再送は同じバイトのはず。異なるなら、不具合か、キャプチャと受信側に別の内容を見せようとする者がいる。受信側は普通、先に届いた方を使う。
    .look = フィルターは tcp.segment.overlap.conflict || tcp.analysis.retransmission。
tcp-one-sided =
    片方向だけ：{ $side ->
        [client] クライアント
       *[server] サーバー
    }が送ったフレームが一つもない{ $bytes ->
        [0] {""}
       *[other] （相手は { $bytes } バイトの受信を確認している）
    }。双方向が見えるインターフェースでキャプチャする
    .why = 相手のフレームは別の経路を通ったか、フィルターで除かれた。片側の発言は読めるが、受け付けられたかは分からない。
    .look = フィルターは tcp.stream。「統計」の「対話」で、片方向だけにパケットがある。
tcp-offload = { $bytes } バイトのフレームは最大セグメントサイズ { $mss } を超える。送信側の PC でキャプチャしたためで、分割はネットワークカードが行い、回線上にこの大きさのフレームは流れない
    .why = セグメント化オフロード（TSO）では、OS が大きな塊をネットワークカードに渡し、カードが分割する。キャプチャはその手前なので、回線上にはない大きさのフレームが見える。異常ではない。
    .look = フィルターは tcp.len > 1460。SYN の tcp.options.mss_val と見比べる。
tcp-plain-on-tls-port = { $port } 番ポートは最初のバイトから TLS のはずだが、平文の { $protocol }。ポートと設定を確かめ、https か SSL/TLS を選ぶこと
    .why = このポートのサーバーは Client Hello を待ち、文字は理解できない。アラートか平文のエラーを返すか、何も返さない。
    .look = フィルターは tls.handshake.type == 1。このストリームにはない。
tcp-late-start = キャプチャの開始が遅い：SYN がなく、対話の冒頭がファイルにない。キャプチャを始めてから接続する
    .why = 冒頭がないと、挨拶、提示された機能、ログインした人が分からない。キャプチャを始めてから、メールソフトや telnet を起動する。
    .look = フィルターは tcp.flags.syn == 1。
tcp-duplicates = { $frames } フレームはほかのフレームの重複で、1 回と数える。二つのインターフェースで捕らえた可能性がある
    .why = 同じパケットが何度も保存されている。二つのインターフェースやミラーポートで起こる。二重に数えると再送に見えてしまう。
    .look = フィルターは tcp.analysis.retransmission。ip.id を比べる。重複なら同じ値。
tcp-too-many-steps = 対話が長すぎるため、最初の { $limit } ステップだけを残す
    .why = メモリー不足を防ぐための上限。その前の内容は完全。
    .look = フィルターは tcp.stream。
tcp-too-many-messages = メールが多すぎるため、最初の { $limit } 通だけを残す
    .why = メモリー不足を防ぐための上限。その前のメールは完全。
    .look = フィルターは tcp.stream。
tcp-too-much-text = この対話の文字が { $limit } バイトを超え、ここから { $count } 件の行とメールは数えるだけで表示しない。wiretale follow ですべてのバイトを表示できる
    .why = メモリー不足を防ぐための上限。その前の内容は完全。
    .look = フィルターは tcp.stream。
tcp-label-not-kept = [{ $bytes } バイトは表示しない]
tcp-too-many-ranges = あるステップのバイトが { $limit } を超える離れたフレーム範囲にあり、最後の範囲はまとめて示す
    .why = 行やメールのフレーム番号は範囲で残す。最後の範囲には、ほかのもののフレームも含まれうる。
    .look = フィルターは tcp.stream。
tcp-too-many-repeats = 再送または重複のフレームが { $limit } を超え、うち { $count } 個はどの行の繰り返しかを示していない
    .why = 数には入っている。各行に示していないだけ。
    .look = フィルターは tcp.analysis.retransmission。
tcp-too-many-findings = 注記が { $limit } 件を超え、ほかに { $count } 件は表示しない
    .why = メモリー不足を防ぐための上限。その前の内容は完全。
    .look = フィルターは tcp.stream。
tcp-too-much-waiting = 相手を待つバイトが { $limit } を超え、残りは保持しなかった
    .why = 片側の内容は、相手の応答がないと解釈できない。応答が来ないため、待つのをやめた。
    .look = フィルターは tcp.stream。
tcp-false-fin = #{ $frame } の FIN は本物の終わりではない。その側の SYN より前に現れ、その側は後もデータを送り続けた。続きはすべて表示した
    .why = SYN-ACK より前の FIN は接続の状態を知らない者が送ったもので、監視する側に接続が終わったと思わせるためのことが多い。受信側は無視し、このプログラムもデータが届いた時点で無視する。
    .look = tcp.flags.fin == 1 || tcp.flags.reset == 1 で絞り込み、フレームの TTL を比べる。
tcp-data-behind-fin = 送信側自身の FIN より後ろの番号を持つデータが { $bytes } バイトある。ストリームには属さないので除いた
    .why = FIN はこれ以上送らないという合図で、その番号が最後になる（RFC 9293 の 3.6 節）。それより後ろのバイトは送信側の誤りか、途中での偽造。受信側は捨てる。
    .look = フィルターは tcp.flags.fin == 1 && tcp.len > 0。または同じ側の FIN の後にデータを持つフレームを探す。
tcp-stopped-waiting = 欠けたデータを待つバイトが { $limit } を超えたので、その時点で欠けていたものは失われたとみなした。ファイルの後ろに現れる可能性がある
    .why = メモリーを使い切らないための上限。欠けた部分の後ろはすべて、それが埋まるまで待つ。ここではその量が多すぎたので、欠けたまま先へ進んだ。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.out_of_order。
tcp-recognised-early = 判定を待つデータが全対話で { $limit } バイトを超えたので、この対話はその時点の内容だけで判定した
    .why = プロトコルは双方の最初の発言で判定し、それまではデータを保持する。メモリーを使い切らないための上限があり、もっと多くを見れば判定が変わった可能性がある。
    .look = フィルターは tcp.stream。
tcp-put-aside = 他のコネクションのためにこの対話を途中で打ち切った。開いているコネクションが追跡できる数より多い。フィルターでキャプチャを絞る
    .why = メモリーを使い切らないための上限。最も長く沈黙していた対話から順に打ち切る。その後の発言は別の対話になる。
    .look = フィルターは tcp.stream。Wireshark では全体が一つのストリームになる。
tcp-too-many-connections = 同時に開いているコネクションが { $limit } を超え、{ $connections } 本を開いたまま打ち切った。ストリーム番号が Wireshark と異なることがある。フィルターでキャプチャを絞る
    .why = メモリー不足を防ぐための上限。tcp port 25 or tcp port 110 のようなキャプチャフィルターで、ファイルを小さくできる。
    .look = フィルターは tcp.flags.syn == 1 && tcp.flags.ack == 0。
tcp-health-ok = 良好
tcp-health-gaps = 欠落あり
tcp-health-late = 開始が遅い
tcp-health-one-sided = 片方向
capture-cut = ファイルが途中で切れている：最後のレコードは { $have } / { $want } バイト（オフセット { $offset }）。それまでの { $frame } フレームはすべて使った。キャプチャを止めてからファイルをコピーし直す
    .why = 書き込みの途中でキャプチャが止まったか、ファイルのコピーが不完全。切れる前の内容は正しい。
    .look = フィルターは frame。開くときに、パケットの途中で切れているようだと Wireshark が警告する。
capture-damaged = オフセット { $offset } からファイルが壊れている（長さ { $length }）。それまでの { $frame } フレームはすべて使った。ファイルをコピーし直す
    .why = ここから先はキャプチャファイルの形式になっていない。テキストモードで転送した場合など。元の場所からコピーし直す。
    .look = フィルターは frame。
capture-block-damaged = オフセット { $offset } のブロックが壊れているため飛ばした（#{ $frame } の後）
    .why = ファイルの一つのブロックが矛盾している。後のブロックは見つけられるので、失われるのはこれだけ。
    .look = フィルターは frame。
capture-block-too-long = オフセット { $offset } のブロックは { $bytes } バイトで、上限 { $limit } を超えるため飛ばした
    .why = 実際のフレームがこの長さになることはなく、たいていは長さの欄の破損。
    .look = フィルターは frame。
capture-read-failed = オフセット { $offset } で読み取りに失敗：{ $reason }。それまでの内容は使った
    .why = ディスク、ネットワークドライブ、または展開でエラーが起きた。ファイル自体は正しいかもしれない。
    .look = フィルターは frame。
capture-dropped = キャプチャしたプログラム自身が { $packets } パケットの取りこぼしを報告している。欠落の原因かもしれない
    .why = コンピューターが全フレームの保存に追い付かなかった。ほかのプログラムを閉じる、一覧を更新せずにキャプチャする、キャプチャフィルターを使うなどする。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。「統計」の「キャプチャファイルのプロパティ」に取りこぼしの数がある。
capture-bad-secrets = キャプチャファイルに入っているシークレットのうち { $count } 行が読めず、飛ばした。その分は復号できない。鍵ログそのものを --keylog で渡すこと
capture-interface-missing = 記述のないインターフェースのフレームがある。リンク種別が不明で解読できない
    .why = pcapng ではインターフェースの記述がフレームより先にある。なければフレームの形式が分からない。
    .look = フィルターは frame.interface_id。
capture-unknown-blocks = 未知の pcapng ブロックを { $blocks } 個飛ばした
    .why = pcapng には他のプログラムのブロックがあってもよく、知らないものは飛ばす。フレームは失われない。
    .look = フィルターは frame。
net-checksum-offload = 調べた { $sampled } フレームのうち { $frames } フレームは TCP チェックサムが未計算（最初は #{ $frame }、{ $address } から）。そのコンピューターでキャプチャしており、送信時にネットワークカードが計算する。すべて使用した
    .why = チェックサムオフロードでは計算をネットワークカードに任せる。送信側でキャプチャすると、カードに渡る前のセグメントが見える。回線上では正しい値になっている。
    .look = TCP の設定で Validate the TCP checksum if possible を有効にし、tcp.checksum.status == "Bad" で絞り込む。該当するのはキャプチャしたコンピューターが送ったフレームだけである。
net-checksum-wrong = 調べた { $sampled } フレームのうち { $frames } フレームは TCP チェックサムが誤り（最初は #{ $frame }、{ $address } から）。内容はそのまま使用した。異なる内容で再送されている場合は、再送の方が正しい
    .why = チェックサムの計算後にデータかアドレスが変わっている。途中で壊れたか、キャプチャファイルを書き換えたプログラムによる。受信側はこのセグメントを捨て、送信側が再送する。
    .look = TCP の設定で Validate the TCP checksum if possible を有効にし、tcp.checksum.status == "Bad" で絞り込む。
net-fragments-incomplete = そろわない IP フラグメントがあり、元のパケットを復元できない
    .why = MTU より大きいパケットが IP フラグメントに分割され、その一つがない。中の TCP セグメントは読めない。本当に失われたなら TCP が再送する。
    .look = フィルターは ip.flags.mf == 1 || ip.frag_offset > 0。
net-fragments-conflict = IP フラグメントが異なる内容で重なっている。先に届いた方を採用
    .why = 一つのパケットのフラグメントが、同じ位置に異なる内容を持つ。正常な送信者はしない。ファイアウォールを欺く古い手口。
    .look = フィルターは ip.fragment.overlap.conflict。
net-fragments-limit = 組み立て中のパケットが { $limit } を超え、{ $packets } 個を断念した
    .why = フラグメントがいつまでもそろわない場合に備えた上限。
    .look = フィルターは ip.flags.mf == 1 || ip.frag_offset > 0。
capture-too-many-texts = コメントまたはインターフェースの説明 { $texts } 件は、上限を超えたので保持しなかった（コメントは最大 { $limit } 件）
    .why = メモリーを使い切らないための上限。フレームには影響せず、ファイル自身についての説明文だけが欠ける。
    .look = フィルターは frame.comment。「統計」の「キャプチャファイルのプロパティ」ですべて見られる。
capture-too-many-names = 名前のあるアドレスが { $limit } を超え、ほかの名前 { $names } 個は保持しなかった
tcp-lesson-name = { $name } という名前は { $promised } を思わせるが、流れているのは { $spoken }。プロトコルを決めるのはポート { $port } で話される内容で、ホスト名ではない。メールの投稿は 25、465、587、POP3 は 110、995、IMAP は 143、993
capture-lesson-nothing-fetched = このファイルではメールを送っているが、受け取ってはいない。POP3 を見るには、メールソフトがポート 110（TLS なら 995）で受信する間にキャプチャする
capture-lesson-webmail = このファイルにメールの対話はなく、HTTPS だけがある（{ $frame }）。ブラウザーとウェブメールの間はウェブの通信で、SMTP はメールサーバー同士の間で、別の場所で話される
