# SMTP の各ステップの説明
smtp-command-ehlo = サーバーに名乗り、使える拡張機能を尋ねる
smtp-command-helo = HELO で名乗る。コマンドは大文字と小文字を区別しない
smtp-command-lhlo = LMTP の挨拶。名乗って拡張機能を尋ねる
smtp-command-mail = エンベロープ送信者。ヘッダーの From と同じとは限らない
smtp-command-rcpt = エンベロープ受信者。1 人に 1 コマンド
smtp-command-data = DATA はコマンドにすぎず、内容は 354 の後に送る
smtp-command-bdat = BDAT は長さを指定して内容を送る。終了の印は不要
smtp-command-burl = 内容を IMAP サーバーから取るよう求める
smtp-command-rset = 現在のエンベロープを取り消し、やり直す
smtp-command-noop = 何もしない。応答だけを求める
smtp-command-vrfy = アドレスがあるかを尋ねる
smtp-command-expn = メーリングリストの構成員を尋ねる
smtp-command-help = ヘルプを求める
smtp-command-quit = 終了を求める
smtp-command-auth = ログインを求める
smtp-command-starttls = ここから TLS に切り替えるよう求める
smtp-command-etrn = ドメイン宛てに溜まったメールの送信を求める
smtp-command-atrn = 役割を入れ替え、溜まったメールを受け取る
smtp-command-xclient = プロキシが本来のクライアントを伝える（Postfix）
smtp-command-xforward = ログ用のクライアント情報を伝える（Postfix）
smtp-command-obsolete = とうに廃止されたコマンド
smtp-command-unknown = 未知のコマンド。送られたまま表示
smtp-command-empty = 空行
smtp-command-partial = 行が終わっていない。残りはファイルにない
smtp-hello-nameless = 名前がない。規格では必須
smtp-auth-mechanism = 方式は { $mechanism }
smtp-nth-mail = { $number } 通目
smtp-declared-size = サイズは { $size } バイトと申告
smtp-null-sender = 空の送信者。エラー通知など
smtp-path-unreadable = アドレスの書き方が規格に合わず読めない
smtp-path-space = コロンの後に余分な空白
smtp-path-bare = アドレスに山括弧がない
smtp-bdat-unreadable = 長さが読めず、内容の終わりが分からない
smtp-bdat-size = 続く { $size } バイトが内容
smtp-bdat-last = LAST は最後のチャンク
smtp-bdat-chunk = { $number } 番目のチャンク。ドットスタッフィングはない
smtp-label-chunk = 内容 { $bytes } バイト
smtp-line-too-long = 行が長すぎる。ほかに { $bytes } バイトは表示しない
smtp-content-bare-lf = 行末が LF だけ。サーバーは点だけの行を終了の印とみなした
smtp-gap-in-message = メールの { $from } から { $to } バイト目
smtp-reply-2xx = { $code } 成功
smtp-reply-3xx = { $code } 続けて送る
smtp-reply-4xx = { $code } 一時的な失敗。後で再試行できる
smtp-reply-5xx = { $code } 恒久的な失敗
smtp-reply-211 = 211 システムの状態またはヘルプ
smtp-reply-214 = 214 ヘルプ
smtp-reply-220 = 220 準備完了。続きは挨拶文
smtp-reply-220-starttls = 220 了承。次のバイトから TLS ハンドシェイク
smtp-reply-221 = 221 終了を了承
smtp-reply-235 = 235 ログイン成功
smtp-reply-250 = 250 成功
smtp-reply-250-bdat = 250 チャンクを受け取った
smtp-reply-250-content = 250 受け付けて待ち行列に入れた。まだ配達されてはいない
smtp-reply-250-ehlo = 250 成功。拡張機能の一覧（-v で 1 行ずつ解説）
smtp-reply-250-helo = 250 成功。HELO の応答に拡張機能の一覧はない
smtp-reply-250-mail = 250 成功。送信者を受け付けた
smtp-reply-250-noop = 250 成功。NOOP への応答
smtp-reply-250-rcpt = 250 成功。受信者を受け付けた
smtp-reply-250-rset = 250 成功。エンベロープを取り消した
smtp-reply-251 = 251 このサーバーの利用者ではないが転送する
smtp-reply-252 = 252 アドレスを確認できないが配達は試みる
smtp-reply-334 = 334 続けて送る
smtp-reply-354 = 354 内容をどうぞ。点だけの行で終わる
smtp-reply-421 = 421 サービスを提供できず、サーバーが接続を閉じる
smtp-reply-432 = 432 パスワードの変更が必要
smtp-reply-450 = 450 メールボックスが一時的に使えない
smtp-reply-451 = 451 処理中のエラー。後で再試行
smtp-reply-452 = 452 容量不足、または受信者が多すぎる
smtp-reply-454 = 454 一時的にログインできない
smtp-reply-454-starttls = 454 いまは TLS を使えない。平文のまま続く
smtp-reply-455 = 455 パラメーターを一時的に処理できない
smtp-reply-500 = 500 コマンドを認識できない
smtp-reply-501 = 501 引数の文法エラー
smtp-reply-502 = 502 このコマンドは実装されていない
smtp-reply-503 = 503 コマンドの順序が違う
smtp-reply-504 = 504 このパラメーターは実装されていない
smtp-reply-521 = 521 このホストはメールを受け取らない
smtp-reply-530 = 530 先に認証か STARTTLS が必要
smtp-reply-534 = 534 認証方式が弱すぎる
smtp-reply-535 = 535 ログイン失敗。ユーザー名か認証コードが違う
smtp-reply-538 = 538 この方式には暗号化が必要
smtp-reply-550 = 550 拒否。メールボックスがないか、方針による
smtp-reply-550-rcpt = 550 この受信者を拒否
smtp-reply-551 = 551 ここの利用者ではない
smtp-reply-552 = 552 サイズの上限を超えた
smtp-reply-553 = 553 メールボックス名が許されない
smtp-reply-554 = 554 トランザクション失敗
smtp-reply-554-greeting = 554 ここでは SMTP を提供しない
smtp-reply-555 = 555 パラメーターを認識できない
smtp-reply-unreadable = SMTP の応答ではない。送られたまま表示
smtp-reply-unfinished = 応答が終わっていない。残りはファイルにない
smtp-helo-many-lines = HELO に複数行で応答（RFC 5321 3.2 節では 1 行）。実際には問題ない
smtp-lost-data = おそらく DATA
smtp-lost-auth = おそらくログインの一部
smtp-lost-quit = おそらく QUIT
smtp-lost-mail = おそらく MAIL FROM（送信者は不明）
smtp-lost-rcpt = おそらく RCPT TO（受信者は不明）
smtp-lost-ehlo = おそらく EHLO
smtp-lost-starttls = おそらく STARTTLS
smtp-keyword-host = この行はサーバー名。以降の行が拡張機能
smtp-keyword-unknown = 登録にない拡張機能。独自のものかもしれない
smtp-keyword-8bitmime = 本文に 8 ビットのバイトを使える（RFC 6152）
smtp-keyword-atrn = 認証後に役割を入れ替えられる（RFC 2645）
smtp-keyword-auth = 使える認証方式は { $parameters }（RFC 4954）
smtp-keyword-binarymime = 本文はバイナリーでもよい。BDAT を使う（RFC 3030）
smtp-keyword-burl = 内容を IMAP から取らせることができる（RFC 4468）
smtp-keyword-checkpoint = 中断した転送を再開できる（RFC 1845）
smtp-keyword-chunking = BDAT で分割して送れる（RFC 3030）
smtp-keyword-deliverby = 配達の期限を指定できる（RFC 2852）
smtp-keyword-dsn = 配達状況の通知を求められる（RFC 3461）
smtp-keyword-enhancedstatuscodes = 応答に 2.1.0 のような拡張ステータスコードが付く（RFC 2034）
smtp-keyword-etrn = 溜まったメールの送信を求められる（RFC 1985）
smtp-keyword-expn = メーリングリストを展開できる
smtp-keyword-futurerelease = 後で発送するよう指定できる（RFC 4865）
smtp-keyword-help = ヘルプを求められる
smtp-keyword-limits = サーバーの制限は { $parameters }（RFC 9422）
smtp-keyword-mailcompress = Tencent の圧縮拡張。公開された規格はない
smtp-keyword-mt-priority = 優先度を指定できる（RFC 6710）
smtp-keyword-no-soliciting = 勧誘メールを受け取らない（RFC 3865）
smtp-keyword-pipelining = 応答を待たずに続けてコマンドを送れる（RFC 2920）
smtp-keyword-requiretls = 全経路での TLS を要求できる（RFC 8689）
smtp-keyword-rrvs = 受信者の持ち主が変わっていないことを求められる（RFC 7293）
smtp-keyword-size = メールの上限は { $size } バイト、つまり { $mib } MiB（RFC 1870）
smtp-keyword-smtputf8 = アドレスとヘッダーに UTF-8 を使える（RFC 6531）
smtp-keyword-starttls = 平文から TLS に切り替えられる（RFC 3207）
smtp-keyword-submitter = 責任を負う送信者を示せる（RFC 4405）
smtp-keyword-time = サーバーの時刻を尋ねられる
smtp-keyword-vrfy = VRFY でアドレスを尋ねられる
smtp-keyword-x-anonymoustls = Exchange サーバー間の TLS
smtp-keyword-xclient = 信頼するプロキシが本来のクライアントを伝えられる（Postfix）
smtp-keyword-xforward = ログ用のクライアント情報を伝えられる（Postfix）
smtp-keyword-xlist = 独自の拡張機能
smtp-keyword-xoorg = Exchange の拡張機能。発信元の組織を伝える
smtp-recognised = サーバーが先に 220、クライアントが { $verb }（ポートではなく内容で判定）
smtp-recognised-greeting = サーバーが先に 220。クライアントのコマンドは見えない
smtp-recognised-late = { $verb } と応答から判定。コマンドを送る側がクライアント。冒頭は未キャプチャで、ログインと拡張機能は不明
smtp-recognised-commands = { $verb } などのコマンドから判定
smtp-outcome-mails =
    { $mails ->
        [0] 受け付けたメールなし
       *[other] メール { $mails } 通を受け付けた
    }
smtp-outcome-clear = 平文
smtp-outcome-starttls = STARTTLS の後は暗号化
smtp-summary =
    { $logins ->
        [0] { $failed ->
            [0] ログインなし
           *[other] ログイン失敗 { $failed } 回
        }
       *[other] { $failed ->
            [0] ログイン成功 { $logins } 回
           *[other] ログイン成功 { $logins } 回、失敗 { $failed } 回
        }
    }、{ $others ->
        [0] メール { $mails } 通を受け付けた
       *[other] メール { $mails } 通を受け付け、完了しなかったエンベロープが { $others } 件
    }
smtp-clear-although-offered =
    { $login ->
        [yes] 平文でのログイン：サーバーは STARTTLS を提示したが（{ $offered }）、クライアントは使わなかった。ユーザー名、認証コード、メールが平文で流れた（{ $frames }）
       *[no] 平文での送信：サーバーは STARTTLS を提示したが（{ $offered }）、クライアントは使わなかった。メールが平文で流れた（{ $frames }）
    }
smtp-clear-behind-starttls = STARTTLS の後、TLS が始まる前に、クライアントが平文で { $bytes } バイトを送った：{ $text }。暗号化の後で実行するサーバーにはコマンド注入の危険がある
smtp-starttls-refused = サーバーが STARTTLS を拒否（{ $code }）。会話は暗号化されず平文で続く
smtp-bare-lf = 行末が <LF> だけ（#{ $first } から { $lines } 行）。規格では <CR><LF>（RFC 5321 2.3.8 節）
smtp-reply-codes-differ = 一つの応答の中で応答コードが一致しない（RFC 5321 4.2.1 節に反する）
smtp-message-incomplete = メールが不完全：{ $size } バイトはあるが { $missing } バイトが欠けている。全文を得るには再度キャプチャする
smtp-command-cut = 行末が欠けている
smtp-content-given-up = 送り終える前に、クライアントが RSET で取り消した
