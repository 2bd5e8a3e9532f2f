# POP3 の各ステップの説明
pop3-greeting = +OK 接続成功。続きは挨拶文
pop3-greeting-apop = +OK 接続成功。<..> は APOP 用のタイムスタンプ
pop3-greeting-refused = -ERR サーバーが拒否
pop3-continue = + 続けて送る
pop3-command-apop = ダイジェストでログイン（伏せ字）。パスワード自体は流れない
pop3-command-auth =
    { $argument ->
        [yes] SASL でのログインを求める
       *[no] 使える認証方式を尋ねる
    }
pop3-command-capa = サーバーの機能を尋ねる
pop3-command-dele = { $number } 通目に削除の印を付ける。実際に消えるのは QUIT のとき
pop3-command-lang = 応答の言語を選ぶ
pop3-command-list =
    { $argument ->
        [yes] { $number } 通目のサイズを尋ねる
       *[no] 1 通ごとのサイズを尋ねる
    }
pop3-command-noop = 何もしない。応答だけを求める
pop3-command-pass = パスワード（伏せ字）
pop3-command-quit = 終了。印を付けたメールはここで削除される
pop3-command-retr = { $number } 通目を要求
pop3-command-rset = 削除の印をすべて取り消す
pop3-command-stat = 通数と合計サイズを尋ねる
pop3-command-stls = ここから TLS に切り替えるよう求める
pop3-command-top = { $number } 通目のヘッダーと本文の先頭を要求
pop3-command-uidl =
    { $argument ->
        [yes] { $number } 通目の一意な識別子を尋ねる
       *[no] 1 通ごとの一意な識別子を尋ねる。取得済みのメールを見分けるため
    }
pop3-command-user = ユーザー名
pop3-command-utf8 = UTF-8 の使用を求める
pop3-command-xtnd = とうに廃止された拡張コマンド
pop3-command-unknown = 未知のコマンド。送られたまま表示
pop3-command-partial = 行が終わっていない。残りはファイルにない
pop3-pass-clear = 暗号化されず、平文で流れた
pop3-pass-clear-offered = STLS を使わず、平文で流れた
pop3-ok = +OK 成功
pop3-ok-apop = +OK ログイン成功。ここからトランザクション状態
pop3-ok-auth =
    { $argument ->
        [yes] +OK ログイン成功。ここからトランザクション状態
       *[no] +OK 認証方式の一覧
    }
pop3-ok-capa = +OK 機能の一覧。「.」だけの行まで（-v で 1 行ずつ解説）
pop3-ok-dele = +OK 印を付けた。QUIT の前なら RSET で取り消せる
pop3-ok-lang = +OK 言語
pop3-ok-list =
    { $argument ->
        [yes] +OK この 1 通のサイズ。1 行だけ
       *[no] +OK 1 通に 1 行、「.」だけの行まで
    }
pop3-ok-noop = +OK NOOP への応答
pop3-ok-pass = +OK ログイン成功。ここからトランザクション状態
pop3-ok-quit = +OK 終了を了承
pop3-ok-retr = +OK 次の行からメール、「.」だけの行で終わり
pop3-ok-rset = +OK 削除の印をすべて取り消した
pop3-ok-stat = +OK { $count } 通、合計 { $size } オクテット
pop3-ok-stls = +OK 了承。次のバイトから TLS ハンドシェイク
pop3-ok-top = +OK 次の行からヘッダーと本文の先頭
pop3-ok-uidl =
    { $argument ->
        [yes] +OK この 1 通の一意な識別子
       *[no] +OK 1 通ごとの一意な識別子、「.」だけの行まで
    }
pop3-ok-user = +OK ユーザー名を受け付けた。次はパスワード
pop3-ok-utf8 = +OK UTF-8 を使う
pop3-ok-xtnd = +OK 成功
pop3-err = -ERR 失敗。エラーの応答は常に 1 行
pop3-err-code = -ERR 失敗。理由のコードは { $code }
pop3-err-login = -ERR ログイン失敗。ユーザー名かパスワードが違うか、許可されていない
pop3-err-stls = -ERR TLS を拒否。平文のまま続く
pop3-reply-stray = どのコマンドへの応答か分からない
pop3-reply-unfinished = 応答が終わっていない。残りはファイルにない
pop3-list-sum = 合計 { $size } オクテット
pop3-list-sum-agrees = 合計は STAT と同じ { $size }
pop3-list-sum-differs = 合計 { $size } は STAT と異なる
pop3-list-unfinished = 一覧の終わりに「.」だけの行がない
pop3-capability-auth-resp-code = ログイン失敗の理由を示す（RFC 3206）
pop3-capability-expire = メールの保存期間（RFC 2449）
pop3-capability-implementation = サーバーのプログラム（RFC 2449）
pop3-capability-lang = 応答の言語を選べる（RFC 6856）
pop3-capability-login-delay = ログインの最短間隔（RFC 2449）
pop3-capability-pipelining = 応答を待たずに続けて送れる（RFC 2449）
pop3-capability-resp-codes = エラーに角括弧のコードが付く（RFC 2449）
pop3-capability-sasl = 使える SASL の認証方式（RFC 5034）
pop3-capability-stls = 平文から TLS に切り替えられる（RFC 2595）
pop3-capability-top = ヘッダーだけを取得できる（RFC 1939）
pop3-capability-uidl = メールに一意な識別子がある（RFC 1939）
pop3-capability-user = USER と PASS でログインできる（RFC 1939）
pop3-capability-utf8 = UTF-8 を使える（RFC 6856）
pop3-capability-unknown = 登録にない機能。独自のものかもしれない
pop3-recognised = サーバーが先に +OK、クライアントが { $verb }
pop3-recognised-greeting = サーバーが先に +OK。クライアントのコマンドは見えない
pop3-recognised-late = { $verb } と応答から判定。冒頭は未キャプチャで、ログインは不明
pop3-recognised-commands = { $verb } などのコマンドから判定
pop3-outcome-login =
    { $login ->
        [ok] ログイン成功
        [failed] ログイン失敗
       *[none] ログインなし
    }
pop3-outcome-fetched = { $count } 通のうち { $fetched } 通を取得
pop3-outcome-stls = STLS の後は暗号化
pop3-summary =
    { $logins ->
        [0] { $failed ->
            [0] ログインなし
           *[other] ログイン失敗 { $failed } 回
        }
       *[other] { $failed ->
            [0] ログイン成功
           *[other] { $failed } 回の失敗の後にログイン成功
        }
    }、{ $fetched } 通を取得{ $deleted ->
        [0] {""}
       *[other] 、{ $deleted } 通を削除
    }
pop3-clear-although-offered = 平文でのログイン：サーバーは STLS を提示したが（{ $offered }）、クライアントは使わなかった。ユーザー名、パスワード、メールが平文で流れた（{ $frames }）
pop3-bare-lf = 行末が <LF> だけ（#{ $first } から { $lines } 行）。規格では <CR><LF>（RFC 1939 3 節）
pop3-stls-refused = サーバーが STLS を拒否。会話は暗号化されず平文で続く
pop3-message-incomplete = メールが不完全：{ $size } バイトはあるが { $missing } バイトが欠けている。全文を得るには再度キャプチャする
pop3-command-cut = 行末が欠けている
