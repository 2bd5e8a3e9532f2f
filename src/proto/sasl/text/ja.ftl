# AUTH のやり取りの各行
sasl-challenge = Base64 の中身は { $decoded }
    .why = ログインでサーバーが送る問いかけで、Base64 は誰にでもデコードできる（RFC 4954 4 節、POP3 は RFC 5034）。LOGIN では Username: や Password: という案内にすぎず、秘密は含まない。
    .look = フィルターは smtp.response.code == 334。POP3 では + と空白で始まる行。
sasl-challenge-empty = チャレンジは空。クライアントが先に送る
    .why = PLAIN ではクライアントが送るだけで、サーバーが尋ねることはないため、チャレンジは空になる。AUTH の行に初めから書けば、1 往復を省ける。
    .look = フィルターは smtp.response.code == 334 && tcp.len < 7。
sasl-challenge-cram = 使い捨てのチャレンジ { $decoded }
    .why = CRAM-MD5（RFC 2195）では、サーバーが二度と使わない文字列を送り、クライアントはパスワードを鍵にしたダイジェストで答える。記録しても次には使えないが、弱いパスワードは後から推測されうる。
    .look = フィルターは smtp.response.code == 334。
sasl-challenge-nonce = チャレンジ { $decoded }（使い捨ての乱数を含む）
    .why = チャレンジには一度だけ使う乱数の文字列が含まれ、クライアントはそれを答えに混ぜる。記録した答えを再利用することはできない。
    .look = フィルターは smtp.response.code == 334。
sasl-login-username = ユーザー名の Base64。デコードすると { $user }
    .why = LOGIN ではまずユーザー名だけを Base64 で送る。パケットを見た人なら、鍵なしで誰でもデコードできる。
    .look = フィルターは smtp.auth.username。行頭の C: User: は Wireshark が付けたもので、実際には流れていない。
sasl-login-password = 認証コード{ $masked }。Base64 は暗号化ではない
    .why = 認証コードはメールソフト用に発行されたもので、ウェブのパスワードとは別のことが多いが、役割は同じ。Base64 は書き方を変えるだけで誰にでも戻せ、秘密を守るのは TLS だけ。自分の認証コードが入ったキャプチャを提出したら、そのコードは無効にして作り直す。
    .look = フィルターは smtp.auth.password。行頭の C: Pass: は Wireshark が付けたもの。デコードもできるので、画面を見せるときは注意する。
sasl-plain = { $user } と認証コード{ $masked }。Base64 は暗号化ではない
    .why = PLAIN（RFC 4616）は、省略できる ID、ユーザー名、パスワードを値 0 のバイトで区切ってつなぎ、Base64 にする。LOGIN より簡単だが、同じように読める。TLS の中だけで使う。
    .look = フィルターは smtp.auth.username_password。
sasl-cram = { $user } とダイジェスト{ $masked }。パスワードは流れない
    .why = HMAC-MD5 のダイジェストで、パスワードを送らずに知っていることを示す（RFC 2195）。メール自体は守られず、TLS がなければ平文のまま。MD5 は古く、いまは SCRAM や、TLS の中の PLAIN が使われる。
    .look = フィルターは smtp.response.code == 334。答えはクライアントの次の行で、Wireshark は C: DATA fragment と表示する。
sasl-digest = { $user } とダイジェスト{ $masked }。パスワードは流れない
    .why = DIGEST-MD5 は双方の乱数をダイジェストに混ぜる。すでに廃止とされている（RFC 6331）。
    .look = フィルターは smtp.response.code == 334。答えはクライアントの次の行で、Wireshark は C: DATA fragment と表示する。
sasl-scram = { $user } の SCRAM{ $masked }。パスワードは流れない
    .why = SCRAM（RFC 5802）はパスワードを送らず、サーバーも含めて双方が知っていることを証明する。まず乱数、次に証明と、2 往復かかる。
    .look = フィルターは smtp.response.code == 334。クライアントの答えを、Wireshark は C: DATA fragment と表示する。
sasl-token = ユーザー { $user } のアクセストークン{ $masked }
    .why = アクセストークン（OAuth）はパスワードの代わり。事業者のログイン画面で発行され、期限と権限が限られ、取り消せる。写し取られれば期限までは使われてしまうので、TLS はやはり必要。
    .look = フィルターは upper(smtp.req.command) == "AUTH"。方式は XOAUTH2 か OAUTHBEARER。
sasl-response = ログインでのクライアントの答え{ $masked }
    .why = 中身は方式による。ここでは方式が分からないか、読み取れない。パスワードを含むかもしれないので伏せ字にしている。
    .look = フィルターは upper(smtp.req.command) == "AUTH"。
sasl-not-base64 = 正しい Base64 ではない{ $masked }
    .why = ログインの各行は Base64 でなければならない（RFC 4954 4 節）。手入力では、そのままの文字を送ってしまうことが多く、サーバーは 501 か 535 を返す。パスワードかもしれないので伏せ字にしている。
    .look = フィルターは smtp.response.code == 501 || smtp.response.code == 535。
sasl-cancel = クライアントがログインを中止
    .why = * だけの行でログインをやめる。サーバーはエラーで答える決まりで、SMTP は 501（RFC 4954 4 節）、POP3 は -ERR（RFC 5034）。
    .look = フィルターは tcp.payload == 2a:0d:0a。
sasl-missed-username = おそらくユーザー名
    .why = サーバーがユーザー名を尋ねた直後の行が欠けているので、ユーザー名と推定できる。見たわけではない。
    .look = フィルターは smtp.response.code == 334。
sasl-missed-password = おそらく認証コード
    .why = サーバーがパスワードを尋ねた直後の行が欠けているので、認証コードと推定できる。見たわけではない。
    .look = フィルターは smtp.response.code == 334。
sasl-missed-response = おそらくログインの応答
    .why = ログインの途中でクライアントの次の行が欠けているので、ログインの一部と推定できる。見たわけではない。
    .look = フィルターは smtp.response.code == 334。
sasl-challenge-plain = Base64 ではないチャレンジ。送られたまま表示
sasl-masked = （伏せ字）
