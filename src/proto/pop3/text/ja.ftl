# POP3 の各ステップの説明
pop3-greeting = +OK 接続成功。続きは挨拶文
    .why = POP3 でもサーバーが先に話すが、数字ではなく +OK か -ERR で答える（RFC 1939 4 節）。ここから認可状態で、できるのはログインか QUIT。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-greeting-apop = +OK 接続成功。<..> は APOP 用のタイムスタンプ
    .why = 山括弧の中は毎回異なる。APOP では、これとパスワードを合わせた MD5 ダイジェストを、パスワードの代わりに送る（RFC 1939 7 節）。USER と PASS でログインするなら使わない。
    .look = フィルターは pop.response.description contains "<"。
pop3-greeting-refused = -ERR サーバーが拒否
    .why = サーバーがいまは応じない。接続が多すぎるなど。この後、接続を閉じる。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-continue = + 続けて送る：{ $what }
    .why = プラスと空白は、サーバーのチャレンジで、クライアントの答えを待つ（RFC 5034 4 節）。+OK でも -ERR でもない。
    .look = フィルターは pop.request.command == "AUTH"。+ はその次の行。クライアントの答えを Wireshark はコマンドとみなす（Request command）。
pop3-command-apop = ダイジェスト{ $masked }でログイン。パスワードは流れない
    .why = APOP はユーザー名と、挨拶文のタイムスタンプとパスワードを合わせた MD5 ダイジェストを送る（RFC 1939 7 節）。ダイジェストは再利用できない。ただし MD5 はもう弱く、メール自体は平文で流れる。
    .look = フィルターは upper(pop.request.command) == "APOP"。
pop3-command-auth =
    { $argument ->
        [yes] SASL でのログインを求める
       *[no] 使える認証方式を尋ねる
    }
    .why = AUTH に方式名を付けると SASL のログインが始まる（RFC 5034）。AUTH だけなら方式を尋ねる古いやり方で、いまは CAPA を使う。
    .look = フィルターは upper(pop.request.command) == "AUTH"。
pop3-command-capa = サーバーの機能を尋ねる
    .why = CAPA は対応する機能の一覧を求める（RFC 2449）。SMTP の EHLO にあたる。ログインの前でも後でも送れ、答えが異なることもある。
    .look = フィルターは upper(pop.request.command) == "CAPA"。
pop3-command-dele = { $number } 通目に削除の印。消えるのは QUIT のとき
    .why = DELE は印を付けるだけ（RFC 1939 5 節）。QUIT で正常に終えたときに消え、その前に接続が切れればすべて残る。ほかのメールの番号は変わらない。
    .look = フィルターは upper(pop.request.command) == "DELE"。
pop3-command-lang = 応答の言語を選ぶ
    .why = LANG（RFC 6856）は応答の文の言語を選ぶ。+OK と -ERR は変わらない。
    .look = フィルターは upper(pop.request.command) == "LANG"。
pop3-command-list =
    { $argument ->
        [yes] { $number } 通目のサイズを尋ねる
       *[no] 1 通ごとのサイズを尋ねる
    }
    .why = LIST はメールの番号とサイズを返す（RFC 1939 5 節）。番号はこの対話の間だけのもので、後で見分けるには UIDL を使う。
    .look = フィルターは upper(pop.request.command) == "LIST"。
pop3-command-noop = 何もしない。応答だけを求める
    .why = NOOP は何も変えない。無操作による切断を防ぐのに使う（RFC 1939 5 節）。
    .look = フィルターは upper(pop.request.command) == "NOOP"。
pop3-command-pass = パスワード{ $masked }
    .why = PASS はパスワードを Base64 にもせず、そのまま送る（RFC 1939 7 節）。TLS がなければ途中の誰にでも読める。
    .look = フィルターは upper(pop.request.command) == "PASS"。Wireshark はこの行と pop.request.parameter にパスワードを表示する。画面を見せるときは注意する。
pop3-command-quit =
    { $login ->
        [no] 終了。ログインしていないので接続を閉じるだけ
       *[other] 終了。印を付けたメールはここで削除される
    }
    .why = ログイン後の QUIT で更新状態に入り、印の付いたメールを削除して閉じる（RFC 1939 6 節）。ログイン前なら閉じるだけ。
    .look = フィルターは upper(pop.request.command) == "QUIT"。
pop3-command-retr = { $number } 通目を要求
    .why = RETR は 1 通を取得する（RFC 1939 5 節）。取得しても消えない。サーバーに残さない設定のメールソフトは、この後 DELE を送る。
    .look = フィルターは upper(pop.request.command) == "RETR"。
pop3-command-rset = 削除の印をすべて取り消す
    .why = RSET はこの対話で付けた削除の印を取り消す（RFC 1939 5 節）。SMTP の RSET と違い、エンベロープとは関係ない。
    .look = フィルターは upper(pop.request.command) == "RSET"。
pop3-command-stat = 通数と合計サイズを尋ねる
    .why = STAT は通数と合計サイズを 1 行で返す（RFC 1939 5 節）。削除の印が付いたものは数えない。
    .look = フィルターは upper(pop.request.command) == "STAT"。
pop3-command-stls = ここから TLS に切り替えるよう求める
    .why = STLS は POP3 での STARTTLS にあたり、同じポートのまま +OK の後はすべて TLS になる（RFC 2595 4 節）。ログインの前にだけ使える。
    .look = フィルターは upper(pop.request.command) == "STLS"。
pop3-command-top = { $number } 通目のヘッダーと本文の先頭を要求
    .why = TOP n m は n 通目のヘッダーと本文の先頭 m 行を取得する（RFC 1939 7 節）。添付ファイルを読み込まずに件名を表示するのに使う。
    .look = フィルターは upper(pop.request.command) == "TOP"。
pop3-command-uidl =
    { $argument ->
        [yes] { $number } 通目の識別子を尋ねる
       *[no] 取得済みを見分けるための識別子を尋ねる
    }
    .why = UIDL は、どの対話でも変わらない識別子をメールごとに返す（RFC 1939 7 節）。サーバーにメールを残す設定のソフトは、これで新着を見分ける。
    .look = フィルターは upper(pop.request.command) == "UIDL"。
pop3-command-user = ユーザー名。パスワードは次のコマンド
    .why = USER はメールボックスを示す（RFC 1939 7 節）。名前を探られないよう、該当者がいなくても普通は +OK を返し、PASS の後で判断する。
    .look = フィルターは upper(pop.request.command) == "USER"。
pop3-command-utf8 = UTF-8 の使用を求める
    .why = UTF8（RFC 6856）により、この対話で UTF-8 のユーザー名やヘッダーを使える。
    .look = フィルターは upper(pop.request.command) == "UTF8"。
pop3-command-xtnd = とうに廃止された拡張コマンド
    .why = XTND は POP3 でメールを送るための独自の拡張で、いまは使われない。送信は SMTP で行う。
    .look = フィルターは upper(pop.request.command) == "XTND"。
pop3-command-unknown = 未知のコマンド。送られたまま表示
    .why = 最初の語が POP3 のコマンドではない。打ち間違いか、SMTP のコマンド。サーバーは -ERR を返し、対話は続けられる。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-command-partial = 行が終わっていない。残りはファイルにない
    .why = コマンドは行末があって初めて完結する。ここではその前に接続かキャプチャが終わった。
    .look = フィルターは tcp.flags.fin == 1 || tcp.flags.reset == 1。
pop3-pass-clear = 暗号化されず、平文で流れた
    .why = 110 番ポートは STLS がなければ平文で、途中の誰にでもパスワードが読め、メールボックスも見られてしまう。995 番ポートは最初のバイトから TLS。
    .look = フィルターは upper(pop.request.command) == "PASS"。
pop3-pass-clear-offered = STLS を使わず、平文で流れた
    .why = STLS は提示されていた。この一つのコマンドで、パスワードも以後の内容も守られた。メールソフトで STARTTLS か SSL/TLS を選ぶ。
    .look = フィルターは upper(pop.request.command) == "PASS"。
pop3-ok = +OK 成功
    .why = +OK はコマンドが実行されたこと（RFC 1939 3 節）。後ろの文は人のためのもので、サーバーごとに異なる。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-apop = +OK ログイン成功。ここからトランザクション状態
    .why = ダイジェストが正しかった。トランザクション状態に入り、STAT、LIST、RETR、DELE を使える。メールボックスはこの対話の間ロックされる（RFC 1939 4 節）。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-auth =
    { $argument ->
        [yes] +OK ログイン成功。ここからトランザクション状態
       *[no] +OK 認証方式の一覧
    }
    .why = 方式を付けた AUTH なら、この +OK はログインの成功。AUTH だけなら、この後に方式の一覧が続く。
    .look = フィルターは upper(pop.request.command) == "AUTH"。
pop3-ok-capa = +OK 機能の一覧
    .why = 複数行の応答で、1 行に機能が一つ、「.」だけの行で終わる（RFC 2449 5 節）。STLS があれば TLS を使える。
    .look = フィルターは pop contains "CAPA"。Info 列には 1 行目だけが出る。一覧は詳細にある。
pop3-ok-dele = +OK 印を付けた。QUIT の前なら RSET で取り消せる
    .why = メールはまだあり、数えられないだけ。RSET か接続の切断で元に戻る。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-lang = +OK 言語
    .why = 以後の応答の文が、選んだ言語になる。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-list =
    { $argument ->
        [yes] +OK この 1 通のサイズ。1 行だけ
       *[no] +OK 1 通 1 行、最後は「.」
    }
    .why = LIST だけなら複数行で、1 行に 1 通の番号とサイズ、「.」だけの行で終わる。番号を付ければ 1 行。サイズは行末を CRLF として数えたオクテット数（RFC 1939 11 節）。
    .look = フィルターは upper(pop.request.command) == "LIST"。応答は Info 列に 1 行目だけが出る。
pop3-ok-noop = +OK NOOP への応答
    .why = サーバーは応答しており、状態は何も変わっていない。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-pass = +OK ログイン成功。ここからトランザクション状態
    .why = パスワードが正しかった。トランザクション状態に入り、STAT、LIST、RETR、DELE を使える。メールボックスはこの対話の間ロックされる（RFC 1939 4 節）。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-quit = +OK 終了を了承
    .why = 印の付いたメールを削除し、ロックを解いて接続を閉じる（RFC 1939 6 節）。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-retr = +OK 次の行からメール、「.」だけの行で終わり
    .why = この行の後に、メールボックスにあるままのメールがドットスタッフィング付きで届き、「.」だけの行で終わる（RFC 1939 3 節）。ここのサイズは終了の印と足した「.」を含まない。
    .look = フィルターは pop.response.description contains "octets"。長いメールは複数のフレームに分かれる（pop.data.fragments）。
pop3-ok-rset = +OK 削除の印をすべて取り消した
    .why = 印の付いたメールはなくなり、QUIT しても何も削除されない。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-stat = +OK { $count } 通、合計 { $size } オクテット
    .why = 通数とオクテット数。プログラムが読めるよう、形は規格で決まっている（RFC 1939 5 節）。削除の印の付いたメールは数えない。
    .look = フィルターは upper(pop.request.command) == "STAT"。数は次の行の pop.response.description にある。
pop3-ok-stls = +OK 了承。次のバイトから TLS ハンドシェイク
    .why = 次のバイトから TLS になる。クライアントが Client Hello を送り、二度目の挨拶はない（RFC 2595 4 節）。
    .look = フィルターは pop.response.indicator == "+OK" || tls.handshake.type == 1。
pop3-ok-top = +OK 次の行からヘッダーと本文の先頭
    .why = RETR の応答に似ているが、求めた行数で終わり、メール全体ではない。
    .look = フィルターは upper(pop.request.command) == "TOP"。
pop3-ok-uidl =
    { $argument ->
        [yes] +OK この 1 通の識別子
       *[no] +OK 1 通ごとの識別子、「.」だけの行まで
    }
    .why = 1 行に 1 通の番号と識別子、「.」だけの行で終わる。番号を付ければ 1 行。識別子は 1 から 70 文字で、ヘッダーの Message-ID とは別（RFC 1939 7 節）。
    .look = フィルターは upper(pop.request.command) == "UIDL"。
pop3-ok-user = +OK ユーザー名を受け付けた。次はパスワード
    .why = 該当する利用者がいるとは限らない。判断は PASS の後。
    .look = フィルターは upper(pop.request.command) == "USER"。
pop3-ok-utf8 = +OK UTF-8 を使う
    .why = 以後 UTF-8 を使える（RFC 6856）。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-ok-xtnd = +OK 成功
    .why = サーバーが廃止されたコマンドを受け付けた。
    .look = フィルターは pop.response.indicator == "+OK"。
pop3-err = -ERR 失敗。エラーの応答は常に 1 行
    .why = -ERR はコマンドが失敗し、何も変わらないこと（RFC 1939 3 節）。理由は人が読む文で書かれ、POP3 に応答コードはない。対話は続けられる。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-err-code = -ERR 失敗。理由のコードは { $code }
    .why = 角括弧の語がプログラムに理由を伝える（RFC 2449 8 節、RFC 3206）。IN-USE はロック中、LOGIN-DELAY は間隔が短すぎる、SYS/TEMP と SYS/PERM はサーバーの問題、AUTH はログインの問題。
    .look = フィルターは pop.response.description contains "["。
pop3-err-login = -ERR ログイン失敗。ユーザー名かパスワードの誤りなど
    .why = 何が違うかは示されない。ほかに、事業者の設定で POP3 が無効、パスワードでなく認証コードが必要、TLS が必須、などの理由もある。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-err-stls = -ERR TLS を拒否。平文のまま続く
    .why = TLS を求めたが断られ、以後は平文になる。パスワードを守るべきプログラムは、ここで止めなければならない。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-reply-stray = どのコマンドへの応答か分からない
    .why = 対応するコマンドがファイルにないか、先頭の欠けた一覧の一部。
    .look = フィルターは pop.response。
pop3-reply-unfinished = 応答が終わっていない。残りはファイルにない
    .why = 行末がファイルにない。一覧なら「.」だけの行がない。
    .look = フィルターは pop.response。
pop3-list-sum = 合計 { $size } オクテット
    .why = 一覧のサイズを足したもの。STAT を送れば同じ数になるはず。
    .look = フィルターは upper(pop.request.command) == "LIST"。
pop3-list-sum-agrees = 合計は STAT と同じ { $size }
    .why = 一覧のサイズを足すと STAT の合計に一致し、二つの応答が裏付け合う。
    .look = フィルターは upper(pop.request.command) == "STAT"。
pop3-list-sum-differs = 合計 { $size } は STAT と異なる
    .why = STAT と LIST の間に削除の印が付いたか、サーバーの行末の数え方が揃っていない（RFC 1939 11 節）。
    .look = フィルターは upper(pop.request.command) == "STAT"。
pop3-list-unfinished = 一覧の終わりに「.」だけの行がない
    .why = 複数行の応答は「.」だけの行で終わる（RFC 1939 3 節）。ここではその前に次の応答が来たか、残りが未キャプチャ。
    .look = フィルターは pop.response。
pop3-capability-auth-resp-code = ログイン失敗の理由を示す（RFC 3206）
    .why = ログイン失敗に [AUTH] が付き、パスワードの誤りとサーバーの問題を区別できる。
    .look = フィルターは pop contains "AUTH-RESP-CODE"。
pop3-capability-capa = CAPA はこのコマンド自体
    .why = 一覧を求めるのに使ったコマンド自体も挙げるサーバーがある。新しい情報ではない。
    .look = フィルターは upper(pop.request.command) == "CAPA"。
pop3-capability-expire = メールの保存期間（RFC 2449）
    .why = メールを残す日数。NEVER は無期限、0 は取得後すぐ消されることもあるという意味。
    .look = フィルターは pop contains "EXPIRE"。
pop3-capability-implementation = サーバーのプログラム（RFC 2449）
    .why = サーバープログラムの名前。版が付くこともあり、不具合の報告に役立つ。
    .look = フィルターは pop contains "IMPLEMENTATION"。
pop3-capability-lang = 応答の言語を選べる（RFC 6856）
    .why = LANG で応答の文を別の言語にできる。
    .look = フィルターは pop contains "LANG"。
pop3-capability-login-delay = ログインの最短間隔（RFC 2449）
    .why = 次のログインまでに空けるべき秒数。早すぎると -ERR [LOGIN-DELAY] になる。
    .look = フィルターは pop contains "LOGIN-DELAY"。
pop3-capability-pipelining = 応答を待たずに続けて送れる（RFC 2449）
    .why = RETR 1、RETR 2、RETR 3 などをまとめて送れる。応答は同じ順に返る。
    .look = フィルターは pop contains "PIPELINING"。
pop3-capability-resp-codes = エラーに角括弧のコードが付く（RFC 2449）
    .why = -ERR の後の [IN-USE] のような角括弧の語は、文ではなくプログラムのためのコード。
    .look = フィルターは pop contains "RESP-CODES"。
pop3-capability-sasl = 使える SASL の認証方式（RFC 5034）
    .why = AUTH で使える方式。PLAIN と LOGIN は読めてしまい、安全なのは TLS の中だけ。CRAM-MD5 はパスワードを送らない。
    .look = フィルターは pop contains "SASL"。
pop3-capability-stls = 平文から TLS に切り替えられる（RFC 2595）
    .why = このポートで TLS に切り替えられる。提示にすぎず、クライアントが STLS を送らなければ、パスワードもメールも平文で流れる。
    .look = フィルターは pop contains "STLS"。
pop3-capability-top = ヘッダーだけを取得できる（RFC 1939）
    .why = TOP は RFC 1939 では任意の機能で、このサーバーは対応している。
    .look = フィルターは pop contains "TOP"。
pop3-capability-uidl = メールに一意な識別子がある（RFC 1939）
    .why = UIDL は RFC 1939 では任意の機能で、サーバーにメールを残すソフトには欠かせない。
    .look = フィルターは pop contains "UIDL"。
pop3-capability-user = USER と PASS でログインできる（RFC 1939）
    .why = USER と PASS でログインできるが、パスワードは平文。TLS の中でだけこの行を示すサーバーも多い。
    .look = フィルターは pop contains "USER"。
pop3-capability-utf8 = UTF-8 を使える（RFC 6856）
    .why = UTF8 コマンドの後、UTF-8 のユーザー名やヘッダーを扱える。
    .look = フィルターは pop contains "UTF8"。
pop3-capability-unknown = 登録にない機能。独自のものかもしれない
    .why = 機能の名前は登録制で、独自のものは X で始まる。クライアントは知らないものを無視する（RFC 2449）。
    .look = フィルターは upper(pop.request.command) == "CAPA"。
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
           *[other] ログイン成功、失敗 { $failed } 回
        }
    }、{ $fetched } 通を取得{ $deleted ->
        [0] {""}
       *[other] 、{ $deleted } 通を削除
    }
pop3-clear-although-offered = 平文でのログイン：サーバーは STLS を提示したが（{ $offered }）、クライアントは使わなかった。ユーザー名、パスワード、メールが平文で流れた（{ $frames }）
    .why = STLS は提示されており、この一つのコマンドで以後はすべて暗号化できた。使わなかったため、パケットを見られる人はパスワードとメールを読める。メールソフトで STARTTLS か、995 番ポートの SSL/TLS を選べばよい。
    .look = フィルターは upper(pop.request.command) == "PASS"。行にパスワードがそのまま見える。
pop3-bare-lf = 行末が <LF> だけ（#{ $first } から { $lines } 行）。規格では <CR><LF>（RFC 1939 3 節）
    .why = POP3 の行は CR と LF で終わる（RFC 1939 3 節）。raw モードの端末や nc は LF だけを送る。受け付けるサーバーは多いが、厳格なものは拒む。
    .look = フィルターは tcp.payload contains 0a && !(tcp.payload contains 0d:0a)。
pop3-too-many-waiting = 応答を待つコマンドが { $limit } 個を超え、うち { $count } 個の応答はコマンドと対応づけていない
    .why = クライアントは応答を待たずにコマンドを続けて送れる。上限を超えた分は数だけを残すので、その後の対応は正しい。
    .look = フィルターは pop3。
pop3-too-many-facts = メールとログインが多すぎるため、{ $count } 件をこの対話の集計から除いた（上限 { $limit } バイト）。対話の行には残る
    .why = メモリー不足を防ぐための上限。その前の内容は完全。
    .look = フィルターは pop3。
pop3-stls-refused = サーバーが STLS を拒否。対話は暗号化されず平文で続く
    .why = クライアントは TLS を求めたが、サーバーが応じず、以後は平文になる（RFC 2595 4 節）。パスワードを守るべきプログラムは、ここで止めなければならない。
    .look = フィルターは upper(pop.request.command) == "STLS"。
pop3-clear-after-stls = サーバーは STLS に同意した（{ $agreed }）が、TLS は始まらず、平文のまま続く（{ $frames }）
    .why = クライアントが暗号化を求め、サーバーも同意したのに、ハンドシェイクがない。クライアントの不具合か、途中の誰かが TLS の開始を妨げている。パスワードを守るべきプログラムは、ここで止めなければならない。
    .look = フィルターは upper(pop.request.command) == "STLS"。
pop3-message-incomplete =
    { $missing ->
        [0] メールが不完全：ファイルにあるのは { $size } バイトだけで、先頭か末尾がない
       *[other] メールが不完全：{ $size } バイトはあるが { $missing } バイトが欠けている。全文を得るには再度キャプチャする
    }
    .why = メールの一部がファイルになく、全体を書き出せない。削除していなければサーバーに残っているので、もう一度キャプチャしながら取得する。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
pop3-command-cut = 行末が欠けている
pop3-summary-mails = { $fetched } 通を取得
# 状態、引数、理由のコード、メールボックス
pop3-before-login = ログイン前には使えない
    .why = ログイン前は AUTHORIZATION 状態で、ログインと CAPA、STLS、QUIT だけが使える（RFC 1939 4 節）。サーバーは -ERR を返す。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-behind-login = ログイン前にだけ使える
    .why = ログイン後は TRANSACTION 状態で、再びログインすることはできない（RFC 1939 5 節）。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-behind-quit = QUIT の後は何も使えない
    .why = QUIT で UPDATE 状態に入り、印の付いたメールを削除して接続を閉じる（RFC 1939 6 節）。
    .look = フィルターは upper(pop.request.command) == "QUIT"。
pop3-argument-missing = 引数が足りない。{ $least } 個必要
    .why = このコマンドには引数が必要（RFC 1939）。なければサーバーは -ERR を返す。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-argument-unexpected = 引数が多すぎる。{ $most } 個まで
    .why = このコマンドの引数はもっと少ない（RFC 1939）。余分を無視するサーバーも多い。
    .look = フィルターは pop.request.parameter。
pop3-pass-without-user = 前に USER がない
    .why = PASS は受け付けられた USER の直後に送る（RFC 1939 7 節）。なければサーバーは名前が分からず -ERR を返す。
    .look = フィルターは pop.response.indicator == "-ERR"。
pop3-message-marked = このメールには削除の印が付いている
    .why = 削除の印が付いたメールは、RSET で取り消すまでこの対話では使えない（RFC 1939 5 節）。
    .look = フィルターは upper(pop.request.command) == "DELE"。
pop3-err-login-code = -ERR ログイン失敗。理由のコードは { $code }
    .why = 角括弧の語がプログラムに理由を伝える（RFC 2449 8 節、RFC 3206）。パスワードを尋ね直す意味があるのは AUTH のときだけ。
    .look = フィルターは pop.response.description contains "["。
pop3-code-auth = { $code }：ユーザー名かパスワードの誤りに違いない
    .why = AUTH は、サーバーではなく認証情報の問題だと示す（RFC 3206）。
    .look = フィルターは pop.response.description contains "[AUTH]"。
pop3-code-in-use = { $code }：別の対話がメールボックスをロック中
    .why = メールボックスを開けるのは一度に一つの対話だけ（RFC 1939 4 節）。もう一方が終わってから試す。
    .look = フィルターは pop.response.description contains "[IN-USE]"。
pop3-code-login-delay = { $code }：前回のログインからの間隔が短すぎる
    .why = サーバーはログインの間隔を求める（RFC 2449）。長さは CAPA に示されることがある。
    .look = フィルターは pop.response.description contains "[LOGIN-DELAY]"。
pop3-code-sys-perm = { $code }：サーバーの障害。自然には直らない
    .why = 再試行しても無駄で、誰かが直す必要がある（RFC 3206）。
    .look = フィルターは pop.response.description contains "[SYS/"。
pop3-code-sys-temp = { $code }：サーバーの一時的な障害
    .why = 後で再試行すれば通ることがある（RFC 3206）。
    .look = フィルターは pop.response.description contains "[SYS/"。
pop3-code-utf8 = { $code }：先に UTF8 コマンドが必要
    .why = メールか名前に UTF-8 が必要だが、クライアントは UTF8 を送っていない（RFC 6856）。
    .look = フィルターは pop.response.description contains "[UTF8]"。
pop3-code-unknown = { $code }。登録されていないコード
    .why = サーバー独自のコードで、プログラムはコードなしとして扱う（RFC 2449 8 節）。
    .look = フィルターは pop.response.description contains "["。
pop3-wrong-state = 状態に合わないコマンド：{ $commands }（RFC 1939 3 節）
pop3-deletions-not-done = メール { $messages } は印だけで削除されていない。削除されるのは QUIT が受け付けられたとき（RFC 1939 6 節）で、ここにはない
pop3-octets-differ = サーバーは { $declared } オクテットと告げ、実際は { $size } を送った。クライアントは「.」だけの行で判断するので欠落はない
pop3-mailbox = メールボックスは { $count } 通、{ $size } オクテット。取得：{ $fetched }、ヘッダーだけ：{ $headers }、削除の印：{ $marked }、RSET で取り消し：{ $undeleted }、QUIT で削除：{ $committed }
# 状態図の状態
pop3-state-connected = 接続済み
pop3-state-authorization = AUTHORIZATION 認可状態
pop3-state-transaction = TRANSACTION トランザクション状態
pop3-state-update = UPDATE 更新状態
pop3-state-closed = 終了
