# 何を見るか。達していないときに学生ができることも、それぞれ一文ある。
grade-expect-capture = フレームのあるキャプチャファイル
grade-hint-capture = Wireshark で保存したファイル（.pcapng）を提出する。スクリーンショットではない
grade-expect-captured-between = { $from } から { $to } までのキャプチャ
grade-hint-captured-between = 指定の時間にもう一度キャプチャする。時計が狂っていたなら、そう伝える
grade-expect-captured-with = { $program } によるキャプチャ
grade-hint-captured-with = 指定のプログラムでキャプチャし、プログラム名が残る .pcapng で保存する
grade-expect-captured-from-start = { $protocol }：3 ウェイハンドシェイクから始まるキャプチャ
grade-hint-captured-from-start = 先にキャプチャを始めてから接続する
grade-expect-nothing-missing = { $protocol }：フレームの欠けがない対話
grade-hint-nothing-missing = ほかのプログラムを閉じてやり直す。キャプチャフィルター（host とサーバーのアドレス）を使う
grade-expect-client-address = クライアントのアドレスが { $address }
grade-hint-client-address = 自分のコンピューターでキャプチャする
grade-expect-conversation = { $protocol } の対話
grade-hint-conversation = キャプチャ中に接続する。ホストとポートを確かめる
grade-expect-smtp-session = SMTP の対話全体：挨拶文 220 から QUIT と 221 まで
grade-hint-smtp-session = キャプチャを始めてから送信し、接続が閉じてから止める
grade-expect-pop3-session = POP3 の対話全体：挨拶文、ログイン、QUIT
grade-hint-pop3-session = キャプチャを始めてから受信し、QUIT で終える
grade-expect-command = コマンド { $command }（{ $protocol }）
grade-hint-command = キャプチャ中にこのコマンドをサーバーへ送る
grade-expect-commands-in-order = この順のコマンド：{ $commands }（{ $protocol }）
grade-hint-commands-in-order = 手順書の順に、一つの接続で行う
grade-expect-reply = 応答 { $code }（{ $protocol }）
grade-hint-reply = サーバーの応答と、その理由を見る
grade-expect-no-reply = 応答 { $code } がないこと（{ $protocol }）
grade-hint-no-reply = サーバーの応答を読み、指摘されたところを直す
grade-expect-typed-by-hand = 1 文字ずつ打ったコマンド（{ $protocol }）
grade-hint-typed-by-hand = telnet でコマンドを打つ。メールソフトは行単位で送る
grade-expect-sent-by-program = プログラムが行単位で送った対話（{ $protocol }）
grade-hint-sent-by-program = telnet ではなくメールソフトを使う
grade-expect-login = 成功したログイン（{ $protocol }）
grade-hint-login = ユーザー名と認証コードを確かめる。Web のパスワードは使えないことが多い
grade-expect-login-refused = サーバーが拒否したログイン（{ $protocol }）
grade-hint-login-refused = わざと誤ったパスワードで一度ログインする
grade-expect-login-in-clear = キャプチャで読めるログイン（{ $protocol }）
grade-hint-login-in-clear = この実験では SSL/TLS と STARTTLS を切り、専用のアカウントを使う
grade-expect-login-encrypted = TLS の中のログイン（{ $protocol }）
grade-hint-login-encrypted = SSL/TLS か STARTTLS を入れ、鍵ログも提出する
grade-expect-starttls = STARTTLS：{ $state ->
    [used] 使用
    [offered] サーバーが提供
    [refused] 拒否
   *[other] 未使用
}（{ $protocol }）
grade-hint-starttls = メールソフトのアカウントのセキュリティ設定を見る
grade-expect-extension-offered = サーバーが提供する拡張機能 { $keyword }
grade-hint-extension-offered = HELO ではなく EHLO を送る。拡張機能の一覧は EHLO への応答だけにある
grade-expect-mail-accepted = サーバーが受け取ったメール：内容の後に 250
grade-hint-mail-accepted = 点だけの行でメールを終え、応答を読む
grade-expect-envelope-sender = アドレスが { $address } の MAIL FROM
grade-hint-envelope-sender = 自分のアカウントから送る
grade-expect-envelope-recipient = アドレスが { $address } の RCPT TO
grade-hint-envelope-recipient = 手順書のアドレスへ送る
grade-expect-recipient-refused = サーバーが拒否した受信者
grade-hint-recipient-refused = 存在しないアドレスを試す
grade-expect-header = ヘッダーのフィールド { $field }
grade-hint-header = 送る前にメールソフトでこのフィールドを確かめる
grade-expect-subject-contains = 件名に含む文字列：{ $text }
grade-hint-subject-contains = この文字列をそのまま件名に書く
grade-expect-from-differs-from-envelope = From がエンベロープ送信者と異なるメール
grade-hint-from-differs-from-envelope = MAIL FROM とは別のアドレスを From: に書く
grade-expect-attachment = 添付ファイルのあるメール
grade-hint-attachment = 手順書のファイルを変えずに添付する
grade-expect-mail-parts = この部分を持つメール：{ $types }
grade-hint-mail-parts = メールソフトで HTML とテキストの両方を選ぶか、指定のものを添付する
grade-expect-mail-size = { $bytes } バイト以上のメール
grade-hint-mail-size = 長い本文か添付ファイルを送る
grade-expect-mail-fetched = RETR で受信したメール
grade-hint-mail-fetched = キャプチャ中に POP3 で受信する。IMAP と Web メールは数えない
grade-expect-fetched-what-was-sent = 送ったメールを POP3 で受信したもの
grade-hint-fetched-what-was-sent = 自分あてに送って受信し、両方のキャプチャを提出する
grade-expect-mail-deleted = メールの削除：DELE の後に QUIT
grade-hint-mail-deleted = DELE の後に QUIT を送る。QUIT がなければ何も消えない
grade-expect-tls-handshake = TLS ハンドシェイク全体
grade-hint-tls-handshake = ページやメールボックスを開く前にキャプチャを始める
grade-expect-tls-order = この順の TLS メッセージ：{ $messages }
grade-hint-tls-order = TLS 1.3 ではほとんどが暗号化される。鍵ログも提出する
grade-expect-tls-version = { $version }
grade-hint-tls-version = 二つの Hello の supported_versions を見る
grade-expect-tls-suite = 暗号スイート { $suite }
grade-hint-tls-suite = サーバーはクライアントの候補から選ぶ。二つの Hello を比べる
grade-expect-tls-server-name = Client Hello のサーバー名（SNI）が { $name }
grade-hint-tls-server-name = この名前で開く
grade-expect-tls-certificate = サーバー証明書の検証：{ $check ->
    [name] 名前
    [dates] 有効期間
    [chain] 証明書チェーン
   *[other] 署名
}
grade-hint-tls-certificate = 証明書の名前、有効期間、署名者を見る
grade-expect-tls-resumed = 再開されたセッション
grade-hint-tls-resumed = 続けて 2 回接続し、両方をキャプチャする
grade-expect-tls-decrypted = 鍵ログで読める暗号化セッション
grade-hint-tls-decrypted = プログラムを起動する前に SSLKEYLOGFILE を設定し、そのファイルを提出する
grade-expect-tls-alert = TLS のアラート
grade-hint-tls-alert = ハンドシェイクが失敗するとアラートが出る。最後のメッセージを見る

# そのほかの条件。
grade-with-frames = { $value } フレーム以上
grade-with-mechanism = 方式 { $value }
grade-with-user = ユーザー名 { $value }
grade-with-port = ポート { $value }
grade-with-server = サーバー { $value }
grade-with-count = { $value } 件以上
grade-with-command = { $value } への応答
grade-with-name = ファイル名 { $value }
grade-with-type = 種類 { $value }
grade-with-sha256 = SHA-256 { $value }
grade-with-equals = 一致：{ $value }
grade-with-contains = 含む：{ $value }
grade-with-or = { $value ->
    [newer] またはそれより新しいもの
   *[older] またはそれより古いもの
}
grade-with-description = { $value }

# 見つかったもの。`[1] #26` はファイルとフレーム。
grade-places = { $places }
grade-places-more = { $places } ほか { $more } 件
grade-some = { $wanted } 件のうち { $count } 件
grade-others = 見つかったのは別のもの：{ $others }
grade-untold = 判定できない：{ $places }
grade-none = { $protocol } の対話 { $count } 件のどれにもない
grade-no-conversation = そのような対話はない
grade-no-file = そのようなファイルはない
grade-absent = { $files } 個のファイルに { $protocol } の対話がない
grade-only-encrypted = { $frames } フレームのうち { $encrypted } が暗号化されている
grade-late = キャプチャが途中から始まっている：{ $place } の時点で既に { $line }
grade-hidden = { $file } は暗号化されていて、中に { $protocol } があるかもしれない。証拠がないだけで、誤りとは言えない
grade-holes = { $place } でフレームが欠けていて、その中にあったかもしれない
grade-too-many = メールが { $count } 通を超え、すべては比べていない
grade-no-capture = 読めるキャプチャファイルがない
grade-no-column = 名簿にこの学生の { $column } がない
grade-no-moment = from と to は時刻のある日付でなければならない
grade-frames = { $file } は { $frames } フレーム
grade-times = { $file }：{ $first } から { $last } まで
grade-times-outside = { $file } は指定の時間外：{ $first } から { $last } まで
grade-program = { $file } は { $program } でキャプチャされた
grade-no-program = { $file } にはキャプチャしたプログラムの名前がない
grade-opening = 3 ウェイハンドシェイクは { $place }
grade-opening-partial = 3 ウェイハンドシェイクの一部だけ（{ $place }）
grade-opening-missing = 3 ウェイハンドシェイクがない。最初の行は { $place }
grade-in-order = 順序どおり：{ $place }
grade-order-until = 順に { $all } 件のうち { $met } 件（{ $place }）。次の { $next } がない
grade-typed = { $lines } 個のコマンドのうち { $typed } 個が 1 文字ずつ（{ $place }）
grade-whole-lines = メールソフトのように行単位：{ $lines } 個のコマンドのうち { $typed } 個が 1 文字ずつ（{ $place }）
grade-session-has = { $parts } がある（{ $place }）
grade-session-lacks = ないもの：{ $parts }
grade-session-begins = { $place } の時点で既に { $line }
grade-envelope-and-from = { $place }：MAIL FROM は { $sender }、From は { $from }
grade-sent-and-fetched = 送信 { $sent }、受信 { $fetched }
grade-not-the-same = 送信 { $sent } 通、受信 { $fetched } 通で、同じメールがない
grade-handshake = { $version }、{ $place }
grade-handshake-alert = アラート { $alert } で失敗（{ $place }）

# クラスの表のための短い言葉。
grade-remark-absent = { $files } 個のファイルに { $protocol } がない
grade-remark-late = キャプチャの開始が遅い
grade-remark-hidden = 暗号化、鍵ログなし
grade-remark-holes = フレームの欠け
grade-remark-typed = 手入力
grade-remark-whole-lines = 行単位で届いた

# キャプチャだけでは分からないときにすること。
grade-hint-late = 先にキャプチャを始めてから接続する。tcp.stream eq { $stream } で最初のフレームが SYN かを確かめる
grade-hint-hidden = { $file } の鍵ログ（SSLKEYLOGFILE）も提出する
grade-hint-holes = 自分のコンピューターで、キャプチャフィルターを使ってやり直す
grade-hint-absent = キャプチャを始めてから { $protocol } で接続する。ポートと SSL/TLS の設定を見る
grade-hint-no-capture = Wireshark で .pcapng として保存し、そのファイルを提出する
grade-hint-no-column = 先生に追加を頼む

# 採点基準の誤り。
rubric-toml = TOML として読めない：{ $message }
rubric-schema = schema が { $found } になっている。このプログラムが読むのは { $known }
rubric-no-schema = 最初の行は schema = "{ $known }"
rubric-no-items = 項目がない。項目は [[item]] で始める
rubric-unknown = { $what } { $name } はない。{ $meant }
rubric-meant = { $name } ではないか
rubric-known = 使えるもの：{ $names }
rubric-key = キー
rubric-value = 値
rubric-check = チェック
rubric-fact = 名前
rubric-member = メンバー
rubric-function = 関数
rubric-item = 項目
rubric-wrong-type = { $name } は{ $kind }でなければならない
rubric-type-text = 引用符で囲んだ文字列
rubric-type-flag = true か false
rubric-type-number = 0 以上の数
rubric-type-texts = 文字列の並び（["a", "b"]）
rubric-type-moment = 時刻のある日付（2026-11-23T08:00:00+08:00）
rubric-type-words = 文字列か、言語ごとの文字列（{ "{" } zh = "..", en = "..", ja = ".." { "}" }）
rubric-type-tables = テーブル
rubric-missing-key = { $name } がない
rubric-missing-param = チェック { $check } には { $name } が要る
rubric-no-points = 配点のない項目は要らない
rubric-no-checks = 項目 { $item } にチェックがない。チェックは [[item.check]] で始める
rubric-no-such-check = チェック { $name } はない。README に一覧がある
rubric-one-of = チェックには use、when、file のどれか一つだけを書く
rubric-no-expected = 何を見るのかを expected に書く。式だけでは学生に伝わらない
rubric-points-sum = { $item } のチェックは合計 { $sum } 点、項目は { $points } 点
rubric-points-all = credit = "all" では { $item } のチェックに配点を書かない
rubric-points-best = credit = "best" では { $item } の最高のチェックが { $points } 点でなければならない
rubric-pass-above = pass は { $pass } だが、満点は { $total }
rubric-twice = 項目 { $item } が二度ある
rubric-unreachable = { $item } には誰も達しない。前提がそれ自身に戻る
rubric-bad-moment = { $text } は時刻のある日付ではない（例：2026-11-23T08:00:00+08:00）
rubric-empty = { $name } が空で、何にでも当てはまってしまう
rubric-never-between = { $to } は { $from } より前なので、その間のキャプチャはありえない
rubric-many-items = 項目が { $most } 個を超えている
rubric-deep = 式が長すぎるか入れ子が深すぎる：複数のチェックに分ける
rubric-expression = 式として読めない：{ $message }
rubric-not-bool = 結果は{ $kind }で、真偽値ではない
rubric-never-equal = { $one }と{ $two }は等しくならない
rubric-member-of-list = これはリスト。.exists(x, x.{ $name } == ..) で、そうであるものがあるかを問う
rubric-no-members = { $kind }にメンバー { $name } はない
rubric-only-text = { $name } は文字列のためのもので、これは{ $kind }
rubric-no-list = これは{ $kind }で、リストではない
rubric-kind-any = 値
rubric-kind-bool = 真偽値
rubric-kind-number = 数
rubric-kind-text = 文字列
rubric-kind-list = リスト
rubric-kind-object = オブジェクト
rubric-no-utf8 = UTF-8 ではない（{ $byte } バイト目）。UTF-8 で保存する
rubric-mistakes = 採点基準に { $count } か所の誤りがある
rubric-in-order = 誤りなし：項目 { $items }、チェック { $checks }、合計 { $points } 点
rubric-columns = 名簿に必要な列：id, { $columns }

# 見つかったものの言い方。
grade-word = { $place } { $word }
grade-and = { $before }、{ $next }
grade-word-not-offered = STARTTLS の提供なし
grade-word-not-used = STARTTLS は提供されたが未使用
grade-word-refused = STARTTLS は拒否
grade-word-used = STARTTLS を使用
grade-word-session-id = セッション ID による再開
grade-word-ticket = セッションチケットによる再開
grade-word-psk = PSK による再開
grade-word-full-handshake = 完全なハンドシェイク
grade-word-decrypted = 復号済み
grade-word-partly = 一部を復号
grade-word-no-match = 合う鍵がない
grade-word-no-secrets = 鍵ログなし
