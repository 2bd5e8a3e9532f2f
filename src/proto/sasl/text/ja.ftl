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
sasl-plain-for = { $user }（{ $other } の代理）と認証コード{ $masked }。Base64 は暗号化ではない
    .why = PLAIN の最初の部分は代理する相手、次がログインするユーザー名（RFC 4616 2 節）。両者が違えば、自分のパスワードで他人として働くことを求めており、サーバーの許可が要る。
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
sasl-challenge-digest = 領域 { $realm }、一度限りのノンス { $nonce } のチャレンジ
    .why = 領域はどのアカウント群のパスワードかを示し、ノンスは一度しか使われない（RFC 2831 2.1.1 節）。両方が要約値に入るので、記録した答えは次には使えない。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-challenge-scram = サーバーのノンス、ソルト、{ $rounds } 回の反復
    .why = ソルトと反復回数は、サーバーがパスワードから保存用の値を作ったときのもの（RFC 5802 3 節）。回数が多いほど、記録からパスワードを推測するのに時間がかかる。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-challenge-proof = サーバーもパスワードを知っているという証明
    .why = 認証は双方向で、サーバーもこのパスワードから作った値を持つことを証明する。どんなサーバーでもよいわけではない。クライアントは送るものがなく、空行で答える。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-challenge-refused = 拒否：{ $reason }
    .why = SCRAM には失敗の理由を表す語がある（RFC 5802 7 節）。例えば invalid-proof はパスワードの誤り。プロトコルとして意味を持つのは、その後の応答コード。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-challenge-token = トークンは拒否、状態 { $status }。クライアントは空行で答える
    .why = サーバーは理由を先に JSON で送る。状態 400 や 401 はトークンの期限切れや取り消しで、必要な権限も示される。クライアントが空行を返すと、最終的な応答が来る。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-challenge-ntlm = NTLM のチャレンジ。三つのメッセージの 2 番目
    .why = 8 バイトの乱数と、サーバーやドメインの名前が入っており、Base64 を復号すれば平文で読める。クライアントは乱数についての要約値で答える。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-challenge-gssapi = サーバーからの Kerberos トークン
    .why = 双方が身元を証明するまでトークンをやり取りする（RFC 4752 3.1 節）。中身は Kerberos の鍵で暗号化されており、ここでは読めない。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-scram-first = SCRAM。ユーザー { $user } とクライアントのノンス{ $masked }
    .why = 2 往復のうちの最初で、ユーザー名と乱数を平文で送る（RFC 5802 5 節）。まだ秘密は含まれないが、認証の答えとして伏せ字にしてあり、--reveal で表示できる。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-ntlm-negotiate = NTLM のネゴシエート。三つのメッセージの 1 番目{ $masked }
    .why = クライアントが対応する方式を示す。コンピューター名やドメイン名が入ることもある。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-ntlm-authenticate = NTLM：ユーザー { $user } と要約値{ $masked }。パスワードではない
    .why = 最後のメッセージ。ユーザー、ドメイン、コンピューターの名前は平文で、パスワードとサーバーの乱数から作った要約値が付く。弱いパスワードはこれからオフラインで推測できる。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-gssapi = Kerberos トークン、{ $step } 回目{ $masked }
    .why = 最初がチケット、続いて確認（RFC 4752 3.1 節）。最後の段階でその後の保護を決めるが、TLS があるので、ふつうは何も加えない。
    .look = フィルターは smtp.response.code == 334。POP3 のチャレンジは + と空白で始まる行。
sasl-password-fits = --password のパスワードで計算し直すと一致する
sasl-password-differs = --password のパスワードで計算し直すと一致しない
# 認証方式
sasl-mechanism-anonymous = ログインせず、名前などの手がかりだけを残す
    .why = クライアントは名乗るだけで、何も確認されない（RFC 4505）。メールサーバーが提供することはほとんどない。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-cram-md5 = パスワードを鍵に、一度限りのチャレンジの要約値を計算して答える
    .why = サーバーは毎回異なる文字列を送り、クライアントはユーザー名と、パスワードを鍵とした HMAC-MD5 を返す（RFC 2195）。パスワードは流れないが、弱いものは記録から推測でき、サーバーは復元できる形で保存する必要がある。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-digest-md5 = 双方のノンスとパスワードから要約値を作る。廃止済み
    .why = CRAM-MD5 に似るが、クライアントのノンスも使い、サーバーも証明する（RFC 2831）。複雑で MD5 も弱いため、RFC 6331 で廃止された。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-external = 外側で証明済み。ふつうは TLS のクライアント証明書
    .why = 下の層、多くは TLS ハンドシェイクのクライアント証明書で証明されており、この行は誰として使うかだけを示す（RFC 4422）。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-gssapi = Kerberos。パスワードの代わりにチケットを使い、数回やり取りする
    .why = クライアントは Kerberos のチケットを示し、互いに証明し、最後に保護の方式を決める（RFC 4752）。内容はバイナリで、鍵がなければ読めない。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-login = ユーザー名とパスワードを順に尋ねる。どちらも Base64
    .why = サーバーが Username: と Password: を順に示し、クライアントは Base64 で答える。Base64 は誰でも復号できる。標準ではないが、ほとんどのサーバーが提供する。TLS の中でだけ使うべきもの。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-ntlm = Microsoft 独自の方式。三つのメッセージで、パスワードの代わりに要約値を使う
    .why = ネゴシエート、チャレンジ、認証の三つのメッセージで、Base64 の中身は NTLMSSP で始まる。要約値はオフラインで推測できるので、TLS がやはり要る。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-oauthbearer = パスワードの代わりにアクセストークンを使う
    .why = トークンは事業者のログイン画面で得られ、期限と権限が限られ、取り消せる（RFC 7628）。写し取った者は期限まで使える。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-plain = 識別名、ユーザー名、パスワードを 1 行の Base64 にまとめる
    .why = 省略できる識別名、ユーザー名、パスワードをゼロバイトで区切り、Base64 にする（RFC 4616）。誰でも復号できるので、TLS の中でだけ使うべきもの。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-scram = パスワードを送らずに、双方がそれを知っていることを証明する
    .why = まずノンス、次に証明をやり取りする。クライアントはパスワードを知ること、サーバーはそこから作った値を持つことを示す（RFC 5802）。-PLUS では TLS 接続とも結び付ける。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
sasl-mechanism-xoauth2 = パスワードの代わりにアクセストークンを使う Google の旧形式
    .why = ユーザー名とトークンを 1 行の Base64 にする。拒否されると、サーバーは 334 で理由を JSON で送り、クライアントが空行を返した後に最終的なエラーが来る。
    .look = フィルターは upper(smtp.req.command) == "AUTH"、POP3 では upper(pop.request.command) == "AUTH"。続く数行がやり取り。
