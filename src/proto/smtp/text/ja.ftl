# SMTP の各ステップの説明
smtp-command-ehlo = サーバーに名乗り、使える拡張機能を尋ねる
    .why = クライアントが自分の名前を告げ、拡張 SMTP を使うことを示す（RFC 5321 4.1.1.1 節）。サーバーは応答で拡張機能を列挙し、クライアントはその中にあるものだけを使う。名前は自称にすぎず、誰も確かめない。示すのはコンピューターで、利用者でもログインでもない。
    .look = フィルターは upper(smtp.req.command) == "EHLO"。小文字で送るプログラムも多いので、upper() で大文字に揃えて比べる。
smtp-command-helo = HELO で名乗る。大文字と小文字は区別されない
    .why = SMTP の最初からある挨拶のコマンドで、名前を告げるだけ（RFC 5321 4.1.1.1 節）。いまのプログラムは EHLO を使い、HELO は手入力や古い機器に多い。EHLO でないと拡張機能は列挙されないが、それでも AUTH を受け付けるサーバーは多い。
    .look = フィルターは upper(smtp.req.command) == "HELO"。
smtp-command-lhlo = LMTP の挨拶。名乗って拡張機能を尋ねる
    .why = LMTP（RFC 2033）は SMTP によく似たプロトコルで、メールサーバーがメールボックスに渡す最後の段階で使う。EHLO の代わりに LHLO で始まり、内容の後には受信者ごとに応答がある。25 番ポートでは使わない。
    .look = フィルターは smtp contains "LHLO"。
smtp-command-mail = エンベロープ送信者。ヘッダーの From とは別
    .why = MAIL FROM でメールのトランザクションが始まり、配達失敗の通知を返す宛先を示す（RFC 5321 4.1.1.2 節）。これはエンベロープの一部。受信者が目にする From は内容の中のヘッダーで、両者は異なってもよく、SMTP は照合しない。
    .look = フィルターは upper(smtp.req.command) == "MAIL"。メールの imf.from と見比べる。
smtp-command-rcpt = エンベロープ受信者。1 人に 1 コマンド
    .why = RCPT TO は受信者を 1 人指定する。複数なら繰り返し、1 人ずつ受理または拒否される（RFC 5321 4.1.1.3 節）。メールはこのアドレスに届き、ヘッダーの To とは関係がない。Bcc もこの仕組みで、エンベロープにあってヘッダーにない。
    .look = フィルターは upper(smtp.req.command) == "RCPT"。メールの imf.to と見比べる。
smtp-command-data = DATA はコマンドにすぎず、内容は 354 の後に送る
    .why = DATA は内容を送ってよいかを尋ねるコマンドで、内容そのものではない（RFC 5321 4.1.1.4 節）。クライアントは 354 を待ってヘッダー、空行、本文を送り、「.」だけの行で終える。354 以外の応答なら内容は送らない。
    .look = フィルターは upper(smtp.req.command) == "DATA"。C: DATA の行がコマンド。354 の後の C: DATA fragment は、Wireshark が内容に付けた表示。
smtp-command-bdat = BDAT は長さを指定して内容を送る
    .why = CHUNKING があれば、DATA の代わりに BDAT を使える。バイト数を示し、その分の内容が続く（RFC 3030 2 節）。354 も終了の印もドットスタッフィングもなく、どんなバイトでも送れる。チャンクごとに応答があり、LAST がメールの終わりを示す。
    .look = フィルターは smtp contains "BDAT"。Wireshark 4.0 は BDAT を解釈せず、この行もクライアントの以後の行も C: DATA fragment と表示する。
smtp-command-burl = 内容を IMAP サーバーから取るよう求める
    .why = BURL（RFC 4468）は IMAP サーバーにすでにある内容を指し示し、同じメールを二度送らずに済ませる。対応するサーバーは少ない。
    .look = フィルターは smtp contains "BURL"。
smtp-command-rset = 現在のエンベロープを取り消し、やり直す
    .why = RSET は現在のトランザクションの送信者、受信者、内容を取り消す。接続とログインはそのまま（RFC 5321 4.1.1.5 節）。250 で受け付けられたメールは取り戻せない。
    .look = フィルターは upper(smtp.req.command) == "RSET"。
smtp-command-noop = 何もしない。応答だけを求める
    .why = NOOP は何も変えない。サーバーが応答するかを確かめたり、使っていない接続を保ったりするために送る（RFC 5321 4.1.1.9 節）。
    .look = フィルターは upper(smtp.req.command) == "NOOP"。
smtp-command-vrfy = アドレスがあるかを尋ねる
    .why = VRFY はアドレスが有効かを尋ねる（RFC 5321 4.1.1.6 節）。アドレスの収集に悪用されるため、無効にするか、肯定も否定もしない 252 を返すサーバーが多い。
    .look = フィルターは upper(smtp.req.command) == "VRFY"。
smtp-command-expn = メーリングリストの構成員を尋ねる
    .why = EXPN はメーリングリストの構成員を尋ねる（RFC 5321 4.1.1.7 節）。プライバシーのため、ほとんどのサーバーは拒否する。
    .look = フィルターは upper(smtp.req.command) == "EXPN"。
smtp-command-help = ヘルプを求める
    .why = HELP は人が読むための説明を求め、応答は 211 か 214（RFC 5321 4.1.1.8 節）。内容に決まりはなく、プログラムは使わない。
    .look = フィルターは upper(smtp.req.command) == "HELP"。
smtp-command-quit = 終了を求める
    .why = QUIT は対話を正常に終える。サーバーは 221 を返し、接続を閉じる（RFC 5321 4.1.1.10 節）。受け付けられたメールは QUIT がなくても有効で、途中のトランザクションは破棄される。
    .look = フィルターは upper(smtp.req.command) == "QUIT"。続いて tcp.flags.fin == 1 で切断を確かめる。
smtp-command-auth = ログインを求める
    .why = AUTH は、サーバーが示した SASL の方式から一つを選んでログインする（RFC 4954）。サーバーが 334 で尋ね、クライアントが答え、どちらも Base64 で、235 かエラーまで続く。Base64 は印字できる文字に変えるだけで、何も隠さない。TLS がなければ、LOGIN や PLAIN の中身は途中の誰にでも読める。
    .look = フィルターは upper(smtp.req.command) == "AUTH"。続く行は smtp.auth.username と smtp.auth.password で探せる。User: と Pass: は Wireshark が付けた表示。
smtp-command-starttls = ここから TLS に切り替えるよう求める
    .why = STARTTLS は同じポートのまま接続を TLS に切り替える（RFC 3207）。220 の直後に TLS ハンドシェイクが始まり、その後は EHLO からやり直す。平文の間に得た情報は無効になるため。コマンド自体は平文で、途中で取り除かれるおそれがあるので、プログラムは TLS を必須にすべき。
    .look = フィルターは smtp.command_line contains "STARTTLS"。応答 220 の後、行のプロトコルが SMTP から TLS に変わる（tls.handshake.type == 1）。
smtp-command-etrn = ドメイン宛てに溜まったメールの送信を求める
    .why = ETRN（RFC 1985）は常時接続でないサーバーのためのもので、あるドメイン宛てに溜まったメールをいま送るよう相手に求める。
    .look = フィルターは smtp contains "ETRN"。
smtp-command-atrn = 役割を入れ替え、溜まったメールを受け取る
    .why = ATRN（RFC 2645）はログイン済みの接続の向きを入れ替える。サーバーがクライアントになり、溜まったメールを渡す。
    .look = フィルターは smtp contains "ATRN"。
smtp-command-x-anonymoustls = TLS への切り替えを求める（Exchange サーバー間）
    .why = Exchange 独自の STARTTLS で、同じ組織のサーバー間で使う。証明書を名前と照合しない。
    .look = フィルターは smtp contains "X-ANONYMOUSTLS"。
smtp-command-xclient = プロキシが本来のクライアントを伝える（Postfix）
    .why = XCLIENT は Postfix 独自のコマンドで、手前のプロキシやフィルターが本来のクライアントのアドレスと名前を伝える。信頼するホストからだけ受け付けるべきもの。
    .look = フィルターは smtp contains "XCLIENT"。
smtp-command-xforward = ログ用のクライアント情報を伝える（Postfix）
    .why = XFORWARD は Postfix 独自のコマンドで、ログのためにクライアントの情報を伝えるだけ。権限は変わらない。
    .look = フィルターは smtp contains "XFORWARD"。
smtp-command-obsolete = とうに廃止されたコマンド
    .why = SEND、SOML、SAML、TURN は最初の SMTP（RFC 821）のもので、いまは使うべきではない（RFC 5321 付録 F）。
    .look = フィルターは upper(smtp.req.command) == "TURN"。
smtp-command-unknown = 未知のコマンド。送られたまま表示
    .why = 行の最初の語が SMTP にも既知の拡張機能にもない。たいていは打ち間違いで、サーバーは 500 を返し、対話は続けられる。
    .look = フィルターは smtp.response.code == 500。Wireshark は未知の行を C: DATA fragment と表示する。
smtp-command-empty = 空行
    .why = Enter だけで、コマンドのない行。サーバーは 500 を返すか、無視する。
    .look = フィルターは smtp.response.code == 500。
smtp-command-partial = 行が終わっていない。残りはファイルにない
    .why = コマンドは行末があって初めて完結する。ここでは行末の前に接続かキャプチャが終わったため、サーバーに全体が届いたかは分からない。
    .look = フィルターは tcp.flags.fin == 1 || tcp.flags.reset == 1。
smtp-hello-nameless = 名前がない。規格では必須
    .why = EHLO と HELO には名前が要る。ドメイン名か、[192.168.1.10] のようなアドレスを書く（RFC 5321 4.1.1.1 節）。501 を返すサーバーが多い。
    .look = フィルターは smtp.response.code == 501。
smtp-auth-mechanism = { $mechanism } 方式でのログインを求める
    .why = 方式によって流れるものが違う。LOGIN と PLAIN は認証コードそのものを Base64 で送り、CRAM-MD5、DIGEST-MD5、SCRAM はそこから計算した値を、XOAUTH2 はトークンを送る。LOGIN と PLAIN を守るのは TLS だけ。
    .look = フィルターは upper(smtp.req.command) == "AUTH"。方式は smtp.req.parameter にある。
smtp-nth-mail = { $number } 通目
    .why = 一つの接続で何通も送れる。1 通ごとに MAIL FROM で始まり、内容への応答で終わる。ログインは一度でよい。
    .look = フィルターは upper(smtp.req.command) == "MAIL"。1 行がエンベロープ一つにあたる。
smtp-declared-size = サイズは { $size } バイトと申告
    .why = SIZE= はメールのサイズを前もって示す。大きすぎれば、サーバーは送られる前に断れる（RFC 1870）。見積もりの値で、厳密には照合されない。
    .look = フィルターは smtp.req.parameter matches "(?i)size="。
smtp-null-sender = 空の送信者。エラー通知など
    .why = 空のパス <> は、配達失敗などの通知を表す。返す先がないので、通知への通知が繰り返されることはない（RFC 5321 4.5.5 節）。
    .look = フィルターは smtp.req.parameter contains "<>"。
smtp-path-unreadable = アドレスの書き方が規格に合わず読めない
    .why = 標準の形は MAIL FROM:<アドレス> と RCPT TO:<アドレス>（RFC 5321 4.1.2 節）。この行はその形で読めない。サーバーがどう扱ったかは応答に出る。
    .look = フィルターは smtp.response.code >= 500。
smtp-path-space = コロンの後に余分な空白
    .why = RFC 5321 では、コロンと山括弧の間に空白はない（3.3 節）。手入力でよく見られ、たいていのサーバーは受け付けるが、厳格なものは 501 を返す。
    .look = フィルターは smtp.req.parameter contains ": "。
smtp-path-bare = アドレスに山括弧がない
    .why = アドレスは山括弧で囲む決まり（RFC 5321 4.1.2 節）。寛容なサーバーはなくても受け付け、厳格なものは 501 を返す。
    .look = フィルターは smtp.req.parameter matches "(?i)^(from|to):[^<]*$"。
smtp-bdat-unreadable = 長さが読めず、内容の終わりが分からない
    .why = BDAT の後には続くバイト数を書く（RFC 3030 2 節）。読める数がなければ、内容の終わりと次のコマンドの始まりが分からない。
    .look = フィルターは smtp contains "BDAT"。
smtp-bdat-size = 続く { $size } バイト
    .why = BDAT の行末から数えてこのバイト数だけが、何であっても内容になる。その次はまたコマンド。
    .look = フィルターは smtp contains "BDAT"。
smtp-bdat-last = LAST は最後のチャンク
    .why = LAST でメールが終わる。最後の内容とともに送っても、0 バイトでもよい（RFC 3030 2 節）。メールが受け付けられたかは、このチャンクへの応答で決まる。
    .look = フィルターは smtp contains "LAST"。
smtp-bdat-chunk = { $number } 番目のチャンク。ドットスタッフィングはない
    .why = チャンクはメールをどこで切ってもよい断片で、行の途中でも構わない。受け取る側はつなげるだけ。長さが分かっているので、「.」で始まる行もそのまま送る。
    .look = フィルターは smtp contains "BDAT"。コマンドと内容が同じフレームにあることも多い。Wireshark の表示は C: DATA fragment。
smtp-label-chunk = 内容 { $bytes } バイト
smtp-content-bare-lf = 行末が LF だけ。それでも「.」は終了の印とされた
    .why = 終了の印は CRLF、「.」、CRLF（RFC 5321 4.1.1.4 節）。LF、「.」、LF も終わりとみなすサーバーと、みなさないサーバーが続くと、1 通目の中に 2 通目を隠して通すことができる（SMTP スマグリング、2023 年公表）。
    .look = フィルターは tcp.payload contains 0a:2e:0a。
smtp-gap-in-message = メールの { $from } から { $to } バイト目
    .why = メールの先頭を 0 として数えた位置。欠けた部分はこのファイルからは復元できないが、前後は読める。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
smtp-reply-2xx = { $code } 成功
    .why = 2 で始まるコードは成功、つまりコマンドが実行された（RFC 5321 4.2.1 節）。プログラムは数字だけを読み、後ろの文は人のためのもので、サーバーごとに異なる。
    .look = フィルターは smtp.response.code >= 200 && smtp.response.code < 300。
smtp-reply-3xx = { $code } 続きをどうぞ
    .why = 3 で始まるコードは、ここまでは問題なく、続きを待って判断するという意味（RFC 5321 4.2.1 節）。
    .look = フィルターは smtp.response.code >= 300 && smtp.response.code < 400。
smtp-reply-4xx = { $code } 一時的な失敗。後で再試行できる
    .why = 4 で始まるコードは一時的な失敗で、同じコマンドが後で成功することもある（RFC 5321 4.2.1 節）。メールサーバーはメールを残して何日か再試行を続けるので、失われたわけではない。
    .look = フィルターは smtp.response.code >= 400 && smtp.response.code < 500。
smtp-reply-5xx = { $code } 恒久的な失敗
    .why = 5 で始まるコードは恒久的な失敗で、同じコマンドを繰り返しても無駄。先に何かを直す必要がある（RFC 5321 4.2.1 節）。
    .look = フィルターは smtp.response.code >= 500。
smtp-reply-211 = 211 システムの状態またはヘルプ
    .why = HELP や状態の問い合わせへの応答で、人が読むための文。
    .look = フィルターは smtp.response.code == 211。
smtp-reply-214 = 214 ヘルプ
    .why = HELP への応答で、たいてい数行にわたりサーバーのコマンドを挙げる。
    .look = フィルターは smtp.response.code == 214。
smtp-reply-220 = 220 準備完了。続きは挨拶文
    .why = SMTP ではサーバーが先に話す。220 は挨拶で、サーバー名を伝える（RFC 5321 4.2 節）。クライアントはこれを待たなければならない。挨拶文の名前やソフトウェア名はサーバーの自称。
    .look = フィルターは smtp.response.code == 220。
smtp-reply-220-starttls = 220 了承。次のバイトから TLS ハンドシェイク
    .why = サーバーが STARTTLS を了承した（RFC 3207 4 節）。次のバイトからは SMTP の文字ではなく、クライアントが Client Hello を送り、SMTP は TLS の中で続く。
    .look = フィルターは smtp.response.code == 220 || tls.handshake.type == 1。
smtp-reply-221 = 221 終了を了承
    .why = QUIT への応答。サーバーはこの後、接続を閉じる（RFC 5321 4.2.3 節）。
    .look = フィルターは smtp.response.code == 221。
smtp-reply-235 = 235 ログイン成功
    .why = ログインに成功した（RFC 4954 6 節）。以後この利用者の送信を受け付ける。ログインしたからといって、MAIL FROM や From が本人とは限らない。
    .look = フィルターは smtp.response.code == 235。AUTH から 235 までがログイン。
smtp-reply-250 = 250 成功
    .why = SMTP で最もよく使う成功のコード。何に成功したかは、どのコマンドへの応答かで決まるので、必ず対にして読む。
    .look = フィルターは smtp.response.code == 250。
smtp-reply-250-bdat = 250 チャンクを受け取った
    .why = チャンクごとに応答がある。メール全体が受け付けられたかは、LAST の付いたチャンクへの応答で決まる（RFC 3030 2 節）。
    .look = フィルターは smtp.response.code == 250。
smtp-reply-250-content = 250 受理して待ち行列へ。相手にはまだ届いていない
    .why = この 250 でメールの責任はサーバーに移る。以後は配達するか、失敗を通知しなければならない（RFC 5321 4.2.5 節）。まだ相手のメールボックスに届いたとは限らない。待ち行列の番号はサーバーのログで探す手がかりになる。
    .look = フィルターは smtp.response.code == 250。内容が終わった直後の行。文に待ち行列の番号が入ることが多い。
smtp-reply-250-ehlo = 250 成功。拡張機能の一覧
    .why = コードの後がハイフンなら次の行があり、空白なら最後の行（RFC 5321 4.2.1 節）。1 行目はサーバー名、以降は 1 行に拡張機能が一つ。一覧はこの対話だけのもので、STARTTLS の後に変わることもある。
    .look = フィルターは smtp.response.code == 250 && smtp.rsp.parameter。Info 列では各行が | でつながり、詳細では行ごとに smtp.rsp.parameter がある。
smtp-reply-250-ehlo-none = 250 成功。提示された拡張機能はない
    .why = EHLO への応答が 1 行だけなら、拡張機能は何もない（RFC 5321 4.1.1.1 節）。クライアントが使えるのは基本のコマンドだけになる。
    .look = フィルターは smtp.response.code == 250。
smtp-reply-250-helo = 250 成功。HELO の応答に拡張機能の一覧はない
    .why = HELO への応答は 1 行（RFC 5321 4.1.1.1 節）。一覧がないので、クライアントは拡張機能を当てにできない。
    .look = フィルターは smtp.response.code == 250。
smtp-reply-250-mail = 250 成功。送信者を受け付けた
    .why = この送信者からのメールを受け付ける、という意味。アドレスが本人のものかを確かめたわけではない。
    .look = フィルターは smtp.response.code == 250。拡張ステータスコード 2.1.0 は送信者のアドレスが有効なことを表す。
smtp-reply-250-noop = 250 成功。NOOP への応答
    .why = サーバーは応答しており、状態は何も変わっていない。
    .look = フィルターは smtp.response.code == 250。
smtp-reply-250-rcpt = 250 成功。受信者を受け付けた
    .why = この受信者への配達か転送を引き受けた。転送の場合、メールボックスがあるかは次のサーバーしか知らない。
    .look = フィルターは smtp.response.code == 250。拡張ステータスコード 2.1.5 は受信者のアドレスが有効なことを表す。
smtp-reply-250-recipient = 250 この受信者の分を受理
    .why = LMTP では、内容のあと受信者ごとに応答する（RFC 2033 4.2 節）。250 はその受信者の分をサーバーが引き受けたという意味で、ふつうはもうメールボックスに入っている。
    .look = フィルターは smtp.response.code == 250。内容のあとに、受理された受信者の数だけ行が並ぶ。
smtp-lmtp-recipient = { $address } についての応答
    .why = 応答は RCPT TO の順で、受理された受信者の分だけ返る（RFC 2033 4.2 節）。同じメールが、ある人には届き、別の人には届かないことがある。
    .look = フィルターは smtp.response.code。上の RCPT TO と 1 行ずつ比べる。
smtp-reply-250-rset = 250 成功。エンベロープを取り消した
    .why = 送信者と受信者は消えた。次のメールはまた MAIL FROM から始める。
    .look = フィルターは smtp.response.code == 250。
smtp-reply-251 = 251 このサーバーの利用者ではないが転送する
    .why = 受信者はここにいないが、サーバーが自分で転送する（RFC 5321 3.4 節）。受理に数える。
    .look = フィルターは smtp.response.code == 251。
smtp-reply-252 = 252 アドレスを確認できないが配達は試みる
    .why = 明かしたくないサーバーが VRFY に返す応答（RFC 5321 3.5.3 節）。アドレスがあるともないとも言っていない。
    .look = フィルターは smtp.response.code == 252。
smtp-reply-334 = 334 続けて送る：{ $what }
    .why = ログインの一段階で、サーバーの問いかけ（チャレンジ）が Base64 で届く（RFC 4954 4 節）。成功でも失敗でもない。LOGIN なら Username: と Password:、PLAIN なら空。
    .look = フィルターは smtp.response.code == 334。Wireshark は Base64 をそのまま表示する。SMTP の設定でデコードを有効にできる。
smtp-reply-354 = 354 内容をどうぞ。「.」だけの行で終わる
    .why = DATA への応答。内容を送り、「.」だけの行で終えよという意味（RFC 5321 4.1.1.4 節）。内容の中で「.」から始まる行には「.」を一つ足し（ドットスタッフィング）、受け取った側が取り除く。
    .look = フィルターは smtp.response.code == 354。この後のクライアントの行は C: DATA fragment と表示され、最後の行に from: と subject: が出る。
smtp-reply-421 = 421 サービスを提供できず、サーバーが接続を閉じる
    .why = サーバーの側から対話を終える。停止、過負荷、あるいは無操作が長いときなど（RFC 5321 4.2.3 節）。コマンドがなくても、いつでも届きうる。後で再試行できる。
    .look = フィルターは smtp.response.code == 421。
smtp-reply-432 = 432 パスワードの変更が必要
    .why = この方式を使うには、先に別の手段でパスワードを替える必要がある（RFC 4954 6 節）。まれ。
    .look = フィルターは smtp.response.code == 432。
smtp-reply-450 = 450 メールボックスが一時的に使えない
    .why = メールボックスがいまは使えない。ロック中か、再試行してくるかを見るための拒否（グレーリスティング）。本物のメールサーバーなら待ってから送り直す。
    .look = フィルターは smtp.response.code == 450。
smtp-reply-451 = 451 処理中のエラー。後で再試行
    .why = サーバー内部の失敗で、クライアントの誤りではない。後で再試行する。
    .look = フィルターは smtp.response.code == 451。
smtp-reply-452 = 452 容量不足、または受信者が多すぎる
    .why = 容量不足か、一度に受け付ける受信者の数を超えた（RFC 5321 4.5.3.1.10 節）。後者なら、受理された分を先に送り、残りは次に回す。
    .look = フィルターは smtp.response.code == 452。
smtp-reply-454 = 454 一時的にログインできない
    .why = サーバーがいまログインを照合できない。利用者データベースが応答しないなど（RFC 4954 6 節）。認証コードが誤りとは限らない。
    .look = フィルターは smtp.response.code == 454。
smtp-reply-454-starttls = 454 いまは TLS を使えない。平文のまま続く
    .why = TLS は提示されたが、いまは使えない（RFC 3207 4 節）。この後も平文のまま。慎重なプログラムはログインせずに終える。
    .look = フィルターは smtp.response.code == 454。
smtp-reply-455 = 455 パラメーターを一時的に処理できない
    .why = MAIL や RCPT のパラメーターは知っているが、いまは対応できない。
    .look = フィルターは smtp.response.code == 455。
smtp-reply-500 = 500 コマンドを認識できない
    .why = サーバーが知らないコマンド。打ち間違い、長すぎる行、あるいはバックスペースや telnet のネゴシエーションのバイトが混じったため（RFC 5321 4.2.4 節）。対話は続けられる。
    .look = フィルターは smtp.response.code == 500。
smtp-reply-501 = 501 引数の文法エラー
    .why = コマンドは分かるが、後に続く部分の書き方が違う。アドレスに山括弧がない、名前がないなど。
    .look = フィルターは smtp.response.code == 501。
smtp-reply-501-auth = 501 ログインの中止
    .why = ログインの途中の 501 は、クライアントが * で中止したか、行が正しい Base64 でなかったことを表す（RFC 4954 4 節）。認証コードの正誤ではない。
    .look = フィルターは smtp.response.code == 501。
smtp-reply-502 = 502 このコマンドは実装されていない
    .why = コマンドは知っているが、実装していないか無効にしてある。VRFY や EXPN に多い（RFC 5321 4.2.4 節）。
    .look = フィルターは smtp.response.code == 502。
smtp-reply-503 = 503 コマンドの順序が違う
    .why = コマンドは正しいが時期が違う。MAIL の前の RCPT、RCPT の前の DATA、二度目の AUTH など。順序は EHLO、AUTH、MAIL、RCPT、DATA（RFC 5321 4.1.4 節）。
    .look = フィルターは smtp.response.code == 503。拒否された DATA の後のコマンドを、Wireshark は内容とみなして C: DATA fragment と表示する。
smtp-reply-504 = 504 このパラメーターは実装されていない
    .why = コマンドはあるが、このパラメーターには対応しない。提示していない AUTH の方式など。
    .look = フィルターは smtp.response.code == 504。
smtp-reply-521 = 521 このホストはメールを受け取らない
    .why = このホストはメールを受け取らない（RFC 7504）。ドメインの MX レコードが示すサーバーに送る。
    .look = フィルターは smtp.response.code == 521。
smtp-reply-530 = 530 先に認証か STARTTLS が必要
    .why = このコマンドの前に AUTH か STARTTLS が要る（RFC 4954 6 節、RFC 3207 4 節）。どちらかは応答の文に書かれていることが多い。
    .look = フィルターは smtp.response.code == 530。
smtp-reply-534 = 534 認証方式が弱すぎる
    .why = この利用者にはこの方式を認めない（RFC 4954 6 節）。EHLO の一覧からより強い方式を選ぶ。アプリ専用パスワードを求めるために 534 を返す事業者もある。
    .look = フィルターは smtp.response.code == 534。
smtp-reply-535 = 535 ログイン失敗。ユーザー名か認証コードの誤りなど
    .why = ログインを拒否した。名前を探られないよう、ユーザー名と認証コードのどちらが違うかは言わない（RFC 4954 6 節）。ウェブのパスワードではなく、メールソフト用の認証コードを求める事業者も多い。未対応の方式でも 535 になることがある。
    .look = フィルターは smtp.response.code == 535。前の AUTH に戻り、方式とユーザー名を見る。
smtp-reply-538 = 538 この方式には暗号化が必要
    .why = この方式ではパスワードが読める形で流れるため、先に STARTTLS を求める（RFC 4954 6 節）。
    .look = フィルターは smtp.response.code == 538。
smtp-reply-550 = 550 拒否。メールボックスがないか、方針による
    .why = 恒久的な拒否。メールボックスがないか、サーバーの方針による（RFC 5321 4.2.3 節）。拡張ステータスコードが詳しく、5.1.1 は該当なし、5.7.1 は許可されないこと。
    .look = フィルターは smtp.response.code == 550。
smtp-reply-550-content = 550 メールを拒否。内容や方針によることが多い
    .why = アドレスは受理されたが、内容を見たうえで拒否した。迷惑メールとみなした場合など。サーバーに写しは残らず、失敗の通知は送る側の役目。
    .look = フィルターは smtp.response.code == 550。
smtp-reply-550-rcpt = 550 この受信者を拒否
    .why = 拒否されたのはこの受信者だけで、同じメールの他の受信者は受理されることもある。5.1.1 は該当するメールボックスがないこと。
    .look = フィルターは smtp.response.code == 550。
smtp-reply-551 = 551 ここの利用者ではない
    .why = 受信者は別の場所にいて、サーバーは転送しない。応答の文に新しいアドレスが書かれることもある（RFC 5321 3.4 節）。
    .look = フィルターは smtp.response.code == 551。
smtp-reply-552 = 552 サイズの上限を超えた
    .why = メールがサーバーかメールボックスの上限を超えた。上限は EHLO の応答の SIZE の行にある。
    .look = フィルターは smtp.response.code == 552。
smtp-reply-553 = 553 メールボックス名が許されない
    .why = アドレスの書き方が認められないか、送信者アドレスがログインした利用者のものでない。
    .look = フィルターは smtp.response.code == 553。
smtp-reply-554 = 554 トランザクション失敗
    .why = 一般的な恒久的拒否。内容や送信者を受け付けない、中継を認めない、有効な受信者がいないなど。理由はコードの後の文にある。
    .look = フィルターは smtp.response.code == 554。
smtp-reply-554-content = 554 メールを拒否
    .why = 内容を受け取った後で拒否した。待ち行列には入らない。迷惑メールの判定でよく返される。
    .look = フィルターは smtp.response.code == 554。
smtp-reply-554-data = 554 内容は送れない。有効な受信者がいない
    .why = 前の RCPT がすべて拒否され、宛先がないため DATA も拒否された（RFC 5321 3.3 節）。RCPT への応答を見る。
    .look = フィルターは smtp.response.code == 554。
smtp-reply-554-greeting = 554 ここでは SMTP を提供しない
    .why = 220 ではなく 554 で始まり、このクライアントとは話さないという意味。アドレスが理由のことが多い（RFC 5321 3.1 節）。送れるのは QUIT だけ。
    .look = フィルターは smtp.response.code == 554。
smtp-reply-554-rcpt = 554 この受信者を拒否
    .why = よくある理由は中継の拒否で、他のドメインへの転送はログインした利用者にしか認めない。誰にでも中継するサーバー（オープンリレー）は迷惑メールに悪用される。
    .look = フィルターは smtp.response.code == 554。文はたいてい Relay access denied、拡張ステータスコードは 5.7.1。
smtp-reply-555 = 555 パラメーターを認識できない
    .why = MAIL か RCPT に、サーバーが示していない拡張機能のパラメーターが付いている（RFC 5321 4.1.1.11 節）。
    .look = フィルターは smtp.response.code == 555。
smtp-reply-unreadable = SMTP の応答ではない。送られたまま表示
    .why = 応答は 3 桁の数字で始まる（RFC 5321 4.2 節）。この行はそうでない。先頭が未キャプチャか、SMTP ではないのかもしれない。
    .look = フィルターは tcp.srcport == 25 && tcp.len > 0。
smtp-reply-unfinished = 応答が終わっていない。残りはファイルにない
    .why = コードの後が空白の行が最後で、ハイフンならまだ続く。ここではその前にファイルが終わっている。
    .look = フィルターは smtp.response。
smtp-helo-many-lines = HELO への応答が複数行。規格では 1 行だが支障はない
    .why = HELO に EHLO の形の応答を返してはならない（RFC 5321 3.2 節）。プログラムはコードの後がハイフンの間は読み続けるので、害はない。
    .look = フィルターは smtp.response.code == 250。
smtp-lost-data = おそらく DATA
    .why = 354 は DATA への応答でしかありえないので、欠けたバイトに DATA があったはず。見たのではなく、推定。
    .look = フィルターは smtp.response.code == 354。
smtp-lost-auth = おそらくログインの一部
    .why = 334、235、535 はログイン中にしか現れないので、欠けたのはその 1 行。見たのではなく、推定。
    .look = フィルターは smtp.response.code == 334 || smtp.response.code == 235 || smtp.response.code == 535。
smtp-lost-quit = おそらく QUIT
    .why = 221 は QUIT への応答なので、欠けたのは QUIT。見たのではなく、推定。
    .look = フィルターは smtp.response.code == 221。
smtp-lost-mail = おそらく MAIL FROM（送信者は不明）
    .why = 拡張ステータスコード 2.1.0 は送信者についてのもので、欠けた行は MAIL FROM と推定できる。応答にアドレスはないので、送信者は分からない。
    .look = フィルターは smtp.rsp.parameter contains "2.1.0"。
smtp-lost-rcpt = おそらく RCPT TO（受信者は不明）
    .why = 拡張ステータスコードが受信者についてのもので、欠けた行は RCPT TO と推定できる。応答にアドレスがなければ、受信者は分からない。
    .look = フィルターは smtp.rsp.parameter contains "2.1.5"。
smtp-lost-ehlo = おそらく EHLO
    .why = 複数行の 250 は拡張機能の一覧なので、欠けたのは EHLO。見たのではなく、推定。
    .look = フィルターは smtp.response.code == 250。
smtp-lost-starttls = おそらく STARTTLS
    .why = 対話の途中の 220 は STARTTLS への応答なので、欠けたのは STARTTLS。見たのではなく、推定。
    .look = フィルターは smtp.response.code == 220。
smtp-keyword-host = 250- は続きがある印。この行はサーバー名
    .why = 一覧の 1 行目は拡張機能ではなくサーバー名で、挨拶が続くこともある（RFC 5321 4.1.1.1 節）。250 の後のハイフンは続きがある印。
    .look = フィルターは smtp.response.code == 250。
smtp-keyword-conneg = 受信側が表示できる形式を尋ねられる（RFC 4141）
    .why = コンテンツ交渉（RFC 4141）では、変換の前に、ファクスなど受信側が何を表示できるかを尋ねられる。実際にはほとんど見ない。
    .look = フィルターは smtp.rsp.parameter contains "CONNEG"。
smtp-keyword-conperm = サーバーによる内容の変換を許せる（RFC 4141）
    .why = CONPERM を付けると、受信側が表示できないときにサーバーが内容を変換してよい（RFC 4141）。実際にはほとんど見ない。
    .look = フィルターは smtp.rsp.parameter contains "CONPERM"。
smtp-keyword-mtrk = メールを追跡できる（RFC 3885）
    .why = MAIL FROM に MTRK を付けると、後で途中のサーバーにメールの所在を尋ねられる（RFC 3885）。実際にはほとんど見ない。
    .look = フィルターは smtp.rsp.parameter contains "MTRK"。
smtp-keyword-saml = 廃止：端末への表示と配送（RFC 821）
    .why = 最初の SMTP（RFC 821）のコマンドで、とうに使われていない。今のプログラムは送らず、一覧に挙げるサーバーも実行するとは限らない（RFC 5321 付録 F）。
    .look = フィルターは smtp.rsp.parameter contains "SAML"。
smtp-keyword-send = 廃止：利用者の端末への表示（RFC 821）
    .why = 最初の SMTP（RFC 821）のコマンドで、とうに使われていない。今のプログラムは送らず、一覧に挙げるサーバーも実行するとは限らない（RFC 5321 付録 F）。
    .look = フィルターは smtp.rsp.parameter contains "SEND"。
smtp-keyword-soml = 廃止：端末への表示または配送（RFC 821）
    .why = 最初の SMTP（RFC 821）のコマンドで、とうに使われていない。今のプログラムは送らず、一覧に挙げるサーバーも実行するとは限らない（RFC 5321 付録 F）。
    .look = フィルターは smtp.rsp.parameter contains "SOML"。
smtp-keyword-turn = 廃止：確認なしの役割交代（RFC 821）
    .why = 最初の SMTP（RFC 821）のコマンドで、とうに使われていない。今のプログラムは送らず、一覧に挙げるサーバーも実行するとは限らない（RFC 5321 付録 F）。
    .look = フィルターは smtp.rsp.parameter contains "TURN"。
smtp-keyword-utf8smtp = SMTPUTF8 の前身、廃止済み（RFC 5336）
    .why = RFC 5336 は実験的なもので、規則の異なる SMTPUTF8（RFC 6531）に置き換わった。今のクライアントは使わない。
    .look = フィルターは smtp.rsp.parameter contains "UTF8SMTP"。
smtp-keyword-verb = sendmail：処理の経過を詳しく伝える
    .why = 標準に記述のない sendmail の古い拡張機能で、メールソフトは使わない。
    .look = フィルターは smtp.rsp.parameter contains "VERB"。
smtp-keyword-x-exps = Exchange サーバー同士の認証
    .why = 同じ組織の Exchange サーバー同士で使うもので、公開された標準はない。メールソフトは無視する。
    .look = フィルターは smtp.rsp.parameter contains "X-EXPS"。
smtp-keyword-xexch50 = Exchange 独自のメール属性を渡す
    .why = 同じ組織の Exchange サーバー同士で使うもので、公開された標準はない。メールソフトは無視する。
    .look = フィルターは smtp.rsp.parameter contains "XEXCH50"。
smtp-keyword-xrdst = Exchange サーバー同士の経路情報
    .why = 同じ組織の Exchange サーバー同士で使うもので、公開された標準はない。メールソフトは無視する。
    .look = フィルターは smtp.rsp.parameter contains "XRDST"。
smtp-keyword-unknown = 登録にない拡張機能。独自のものかもしれない
    .why = 拡張機能の名前は登録制で、独自のものは X で始まる。クライアントは知らないものを無視すればよい（RFC 5321 2.2.2 節）。
    .look = フィルターは smtp.response.code == 250。
smtp-keyword-8bitmime = 本文に 8 ビットのバイトを使える（RFC 6152）
    .why = SMTP はもともと 7 ビットの ASCII 用。これがあれば UTF-8 など 128 以上のバイトを Base64 や quoted-printable にせずに本文に書ける。MAIL FROM に BODY=8BITMIME と示す。行と終了の印の決まりは同じ。
    .look = フィルターは smtp.rsp.parameter == "8BITMIME"。
smtp-keyword-atrn = 認証後に役割を入れ替えられる（RFC 2645）
    .why = ログイン後に向きを入れ替え、自分宛てに溜まったメールを受け取れる（オンデマンド転送）。
    .look = フィルターは smtp.rsp.parameter == "ATRN"。
smtp-keyword-auth = 使える認証方式（RFC 4954）
    .why = クライアントはこの中から一つを選んでログインする。LOGIN と PLAIN はパスワードが読める形で流れ、安全なのは TLS の中だけなので、STARTTLS の後にだけ示すサーバーも多い。AUTH= は古いクライアントのための繰り返し。
    .look = フィルターは smtp.rsp.parameter matches "^AUTH"。
smtp-keyword-binarymime = 本文はバイナリーでもよい。BDAT を使う（RFC 3030）
    .why = 行の区切りのない任意のバイト列を本文にできる。DATA では終わりを示せないので、BDAT が必要。
    .look = フィルターは smtp.rsp.parameter == "BINARYMIME"。
smtp-keyword-burl = 内容を IMAP から取らせることができる（RFC 4468）
    .why = 内容を自分で送る代わりに、サーバーに IMAP サーバーから取らせることができる。
    .look = フィルターは smtp.rsp.parameter matches "^BURL"。
smtp-keyword-checkpoint = 中断した転送を再開できる（RFC 1845）
    .why = 中断した転送を途中から再開できる。実験的な規格で、ほとんど使われない。
    .look = フィルターは smtp.rsp.parameter == "CHECKPOINT"。
smtp-keyword-chunking = BDAT で分割して送れる（RFC 3030）
    .why = DATA のほかに BDAT も使える。長さを示したチャンクで送り、ドットスタッフィングも終了の印も要らない。
    .look = フィルターは smtp.rsp.parameter == "CHUNKING"。
smtp-keyword-deliverby = 配達の期限を指定できる（RFC 2852）
    .why = 期限内に配達するよう求め、できなければ通知を受け取れる。
    .look = フィルターは smtp.rsp.parameter matches "^DELIVERBY"。
smtp-keyword-dsn = 配達状況の通知を求められる（RFC 3461）
    .why = 成功、失敗、遅延のどの場合に配達状況の通知を求めるかを、NOTIFY= や RET= で示せる。なければ失敗だけが通知される。
    .look = フィルターは smtp.rsp.parameter == "DSN"。
smtp-keyword-enhancedstatuscodes = 拡張ステータスコードが応答に付く（RFC 2034）
    .why = 応答コードの後に 2.1.5 のような細かいコード（種別、主題、詳細）が付く（RFC 3463）。2 は成功、4 は一時的、5 は恒久的な失敗。x.1.x はアドレス、x.7.x はセキュリティー。
    .look = フィルターは smtp.rsp.parameter == "ENHANCEDSTATUSCODES"。
smtp-keyword-etrn = 溜まったメールの送信を求められる（RFC 1985）
    .why = 常時接続でないサーバーが、自分のドメイン宛てに溜まったメールを求められる。普通のメールソフトは使わない。
    .look = フィルターは smtp.rsp.parameter == "ETRN"。
smtp-keyword-expn = メーリングリストを展開できる
    .why = EXPN を知っているという表明。実際に答えるかは別の問題。
    .look = フィルターは smtp.rsp.parameter == "EXPN"。
smtp-keyword-futurerelease = 後で発送するよう指定できる（RFC 4865）
    .why = 指定した時刻までメールを留め置くよう求められる。
    .look = フィルターは smtp.rsp.parameter matches "^FUTURERELEASE"。
smtp-keyword-help = ヘルプを求められる
    .why = HELP は人が読むための説明を返す。もともと SMTP にあるコマンドで、念のための表示。
    .look = フィルターは smtp.rsp.parameter == "HELP"。
smtp-keyword-limits = サーバーの制限は { $parameters }（RFC 9422）
    .why = 接続ごとの通数や 1 通の受信者数などの上限を前もって示す。失敗して確かめる必要がない。
    .look = フィルターは smtp.rsp.parameter matches "^LIMITS"。
smtp-keyword-mailcompress = Tencent の圧縮拡張。公開された規格はない
    .why = QQ メールなど Tencent のサーバーで見られる。公開された文書はなく、他のクライアントは無視する。
    .look = フィルターは smtp.rsp.parameter == "MAILCOMPRESS"。
smtp-keyword-mt-priority = 優先度を指定できる（RFC 6710）
    .why = サーバーが待ち行列で従う優先度を付けられる。ヘッダーの X-Priority とは別のもの。
    .look = フィルターは smtp.rsp.parameter matches "^MT-PRIORITY"。
smtp-keyword-no-soliciting = 勧誘メールを受け取らない（RFC 3865）
    .why = 挙げた種類の勧誘メールを受け取らないという宣言。
    .look = フィルターは smtp.rsp.parameter matches "^NO-SOLICITING"。
smtp-keyword-onex = sendmail：この接続では 1 通だけ送る
    .why = 標準に記述のない sendmail の古い拡張機能で、メールソフトは使わない。
    .look = フィルターは smtp.rsp.parameter contains "ONEX"。
smtp-keyword-pipelining = 応答を待たずに続けて送れる（RFC 2920）
    .why = なければコマンドごとに応答を待つ。これがあれば MAIL、RCPT、DATA をまとめて、1 セグメントでも送れ、往復時間を節約できる。応答は同じ順に返る。内容はやはり 354 を待って送る。
    .look = フィルターは smtp.rsp.parameter == "PIPELINING"。
smtp-keyword-pipe_connect = Exim の拡張。次の接続では挨拶文を待たなくてよい
    .why = Exim などのクライアントは、サーバーがこれを提示したことを覚えておき、次の接続では EHLO などを待たずに送って 1 往復を省く。登録されていない。ほかのクライアントは 220 を待つ。
    .look = フィルターは smtp.rsp.parameter == "PIPE_CONNECT"。
smtp-keyword-prdr = Exim の拡張。内容のあと、受信者ごとに応答できる
    .why = 受信者が複数なら、サーバーは内容を受け取ったあと、受信者ごとに受理か拒否かを答えられる（PRDR、標準にはならなかった）。なければ、内容のあとの応答は一つで、全員に共通する。
    .look = フィルターは smtp.rsp.parameter == "PRDR"。
smtp-keyword-requiretls = 全経路での TLS を要求できる（RFC 8689）
    .why = 途中のすべてのサーバーに TLS を求め、平文で送るくらいなら失敗させることができる。
    .look = フィルターは smtp.rsp.parameter == "REQUIRETLS"。
smtp-keyword-rrvs = 持ち主が変わったアドレスへの配達を防げる（RFC 7293）
    .why = アドレスが別の人に渡った後、前の持ち主宛てのメールが届くのを防ぐ。
    .look = フィルターは smtp.rsp.parameter == "RRVS"。
smtp-keyword-size =
    { $size ->
        [0] サイズの上限は示されていない（RFC 1870）
       *[other] 上限 { $size } バイト{ $mib ->
            [0] {""}
           *[other] 、つまり { $mib } MiB
        }（RFC 1870）
    }
    .why = サーバーが受け付ける最大のメール。実際に送るバイト数、つまり Base64 にした後のもので、添付ファイルは約 3 分の 1 大きくなる。0 または数がなければ上限は示されていない。クライアントは MAIL FROM の SIZE= でサイズを申告できる。
    .look = フィルターは smtp.rsp.parameter matches "^SIZE"。
smtp-keyword-smtputf8 = アドレスとヘッダーに UTF-8 を使える（RFC 6531）
    .why = アドレスとヘッダーに UTF-8 を直接書ける。漢字のアドレスも可能だが、途中のすべてのサーバーの対応が要る。符号化語には不要。
    .look = フィルターは smtp.rsp.parameter == "SMTPUTF8"。
smtp-keyword-starttls = 平文から TLS に切り替えられる（RFC 3207）
    .why = このポートで TLS に切り替えられる。提示にすぎず、クライアントが STARTTLS を送らなければ、ログインもメールも平文で流れる。一覧自体は守られておらず、途中でこの行を消されるおそれもある。
    .look = フィルターは smtp.rsp.parameter == "STARTTLS"。
smtp-keyword-submitter = 責任を負う送信者を示せる（RFC 4405）
    .why = MAIL FROM に投稿の責任者を書ける。歴史的な規格で、ほとんど使われない。
    .look = フィルターは smtp.rsp.parameter == "SUBMITTER"。
smtp-keyword-time = サーバーの時刻を尋ねられる
    .why = 独自の拡張機能で、サーバーの時刻を尋ねられる。
    .look = フィルターは smtp.rsp.parameter == "TIME"。
smtp-keyword-vrfy = VRFY でアドレスを尋ねられる
    .why = VRFY を知っているという表明。多くは 252 しか返さない。
    .look = フィルターは smtp.rsp.parameter == "VRFY"。
smtp-keyword-x-anonymoustls = Exchange サーバー間の TLS
    .why = 同じ組織の Exchange サーバーどうしの暗号化に使う。メールソフトが使うのは STARTTLS。
    .look = フィルターは smtp.rsp.parameter == "X-ANONYMOUSTLS"。
smtp-keyword-xclient = 信頼するプロキシが本来の相手を伝えられる（Postfix）
    .why = サーバーはこのクライアントを信頼できるプロキシとみなし、XCLIENT を受け付ける。
    .look = フィルターは smtp.rsp.parameter matches "^XCLIENT"。
smtp-keyword-xforward = ログ用のクライアント情報を伝えられる（Postfix）
    .why = サーバーはログのために、このクライアントの XFORWARD を受け付ける。
    .look = フィルターは smtp.rsp.parameter matches "^XFORWARD"。
smtp-keyword-xlist = 独自の拡張機能
    .why = X で始まる名前はベンダー独自のもの。
    .look = フィルターは smtp.rsp.parameter == "XLIST"。
smtp-keyword-xoorg = Exchange の拡張機能。発信元の組織を伝える
    .why = Exchange サーバーどうしが、メールの発信元の組織を伝えるのに使う。
    .look = フィルターは smtp.rsp.parameter == "XOORG"。
smtp-recognised = サーバーが先に { $code }、クライアントが { $verb }（ポートではなく内容で判定）
smtp-recognised-greeting = サーバーが先に { $code }。クライアントのコマンドは見えない
smtp-recognised-late = { $verb } と応答から判定。コマンドを送る側がクライアント。冒頭は未キャプチャで、ログインと拡張機能は不明
smtp-recognised-commands = { $verb } などのコマンドから判定
smtp-outcome-mails =
    { $mails ->
        [0] 受理されたメールなし
       *[other] メール { $mails } 通を受理
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
        [0] メール { $mails } 通を受理
       *[other] メール { $mails } 通を受理、未完了のエンベロープ { $others } 件
    }
smtp-clear-although-offered =
    { $login ->
        [yes] 平文でのログイン：サーバーは STARTTLS を提示したが（{ $offered }）、クライアントは使わなかった。ユーザー名、認証コード、メールが平文で流れた（{ $frames }）
       *[no] 平文での送信：サーバーは STARTTLS を提示したが（{ $offered }）、クライアントは使わなかった。メールが平文で流れた（{ $frames }）
    }
    .why = STARTTLS は提示されており、この一つのコマンドで以後はすべて暗号化できた。使わなかったため、パケットを見られる人（同じ無線ネットワークの人など）はユーザー名、認証コード、メールを読める。Base64 は何も隠さない。メールソフトで STARTTLS か、465 番ポートの SSL/TLS を選べばよい。
    .look = フィルターは smtp.auth.username || smtp.auth.password || smtp.auth.username_password。Wireshark に見えるものは、途中の誰にでも見える。
smtp-clear-behind-starttls = STARTTLS の後、TLS が始まる前に、クライアントが平文で { $bytes } バイトを送った：{ $text }。暗号化の後で実行するサーバーにはコマンド注入の危険がある
    .why = STARTTLS の後、クライアントは 220 とハンドシェイクまで何も送ってはならない。早く届いたバイトは平文で、途中で差し込まれたものかもしれない。サーバーがバッファーに残してハンドシェイク後に実行すると、守られたものと取り違える（CVE-2011-0411）。
    .look = フィルターは smtp.command_line contains "STARTTLS"。同じフレームか、応答 220 の前に、ほかの文字がないかを見る。
smtp-starttls-refused = サーバーが STARTTLS を拒否（{ $code }）。対話は暗号化されず平文で続く
    .why = クライアントは TLS を求めたが、サーバーが応じず、以後は平文になる（RFC 3207 4 節）。ログインを守るべきプログラムは、ここで止めなければならない。
    .look = フィルターは smtp.response.code == 454 || smtp.response.code >= 500。
smtp-clear-after-starttls = サーバーは STARTTLS に同意した（{ $agreed }）が、TLS は始まらず、平文のまま続く（{ $frames }）
    .why = クライアントが暗号化を求め、サーバーも同意したのに、ハンドシェイクがない。クライアントの不具合か、途中の誰かが TLS の開始を妨げている。パスワードを守るべきプログラムは、ここで止めなければならない。
    .look = フィルターは smtp.command_line contains "STARTTLS"。
smtp-bare-lf = 行末が <LF> だけ（#{ $first } から { $lines } 行）。規格では <CR><LF>（RFC 5321 2.3.8 節）
    .why = SMTP の行は CR と LF で終わる（RFC 5321 2.3.8 節）。raw モードの端末や nc は Enter で LF だけを送る。受け付けるサーバーは多いが、厳格なものは拒み、行末の解釈の違いはメールの密輸にも使われた。
    .look = フィルターは tcp.payload contains 0a && !(tcp.payload contains 0d:0a)。
smtp-too-many-waiting = 応答を待つコマンドが { $limit } 個を超え、うち { $count } 個の応答はコマンドと対応づけていない
    .why = クライアントは応答を待たずにコマンドを続けて送れる。上限を超えた分は数だけを残すので、その後の対応は正しい。
    .look = フィルターは smtp。
smtp-too-many-facts = 受信者、ログイン、拡張機能が多すぎるため、{ $count } 件をこの対話の集計から除いた（上限 { $limit } バイト）。対話の行には残る
    .why = メモリー不足を防ぐための上限。その前の内容は完全。
    .look = フィルターは smtp。
smtp-reply-codes-differ = 一つの応答の中で応答コードが一致しない（RFC 5321 4.2.1 節に反する）
    .why = 一つの応答の各行は同じコードでなければならない（RFC 5321 4.2.1 節）。混ざるのはサーバーの誤りで、クライアントは普通、最後の行に従う。
    .look = フィルターは smtp.response.code.unexpected。
smtp-message-incomplete =
    { $missing ->
        [0] メールが不完全：ファイルにあるのは { $size } バイトだけで、先頭か末尾がない
       *[other] メールが不完全：{ $size } バイトはあるが { $missing } バイトが欠けている。全文を得るには再度キャプチャする
    }
    .why = メールの一部がファイルにないため、全体を書き出せず、サイズも照合できない。後に 250 があれば、サーバーには全体が届いている。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
smtp-command-cut = 行末が欠けている
smtp-content-given-up = 送り終える前に、クライアントが RSET で取り消した
smtp-mail-short = エンベロープ送信者
smtp-summary-login-unknown = ログインの結果は未キャプチャ
smtp-summary-mails = メール { $mails } 通を受け付けた
# 拡張ステータスコード：クラス、主題、詳細（RFC 3463、IANA）
smtp-enhanced = { $enhanced }：{ $meaning }
    .why = 拡張ステータスコードは三つの数からなる。クラス（2 成功、4 一時的な失敗、5 恒久的な失敗）、主題、詳細である（RFC 3463）。応答コードより正確に理由を示し、言語によらずプログラムが読める。使うサーバーは EHLO への応答で ENHANCEDSTATUSCODES を挙げる（RFC 2034）。
    .look = フィルターは smtp.rsp.parameter contains "{ $enhanced }"。
smtp-enhanced-2 = クラス 2：成功
smtp-enhanced-4 = クラス 4：一時的な失敗。後で再試行すれば通ることがある
smtp-enhanced-5 = クラス 5：恒久的な失敗。同じものを送り直しても失敗する
smtp-enhanced-x-0 = 主題 0：これ以上の分類なし
smtp-enhanced-x-1 = 主題 1：アドレス
smtp-enhanced-x-2 = 主題 2：メールボックス
smtp-enhanced-x-3 = 主題 3：メールシステム
smtp-enhanced-x-4 = 主題 4：ネットワークと経路
smtp-enhanced-x-5 = 主題 5：プロトコル
smtp-enhanced-x-6 = 主題 6：メールの内容
smtp-enhanced-x-7 = 主題 7：セキュリティや方針
smtp-enhanced-unregistered = 登録されていない詳細。{ $subject }
smtp-enhanced-x-0-0 = その他、または詳細なし
smtp-enhanced-x-1-0 = アドレスに関するその他の状態
smtp-enhanced-x-1-1 = その名前のメールボックスがない
smtp-enhanced-x-1-2 = 受信者のドメインが存在しないか、メールを受けない
smtp-enhanced-x-1-3 = 受信者アドレスの書式誤り
smtp-enhanced-x-1-4 = アドレスが複数のメールボックスに当てはまる
smtp-enhanced-x-1-5 = 受信者アドレスは有効
smtp-enhanced-x-1-6 = メールボックスは移転、移転先は不明
smtp-enhanced-x-1-7 = 送信者アドレスの書式誤り
smtp-enhanced-x-1-8 = 送信者のドメインが存在しないか使えない
smtp-enhanced-x-1-9 = このコードに対応しないシステムへ中継した
smtp-enhanced-x-1-10 = 受信者のドメインはメールを受けないと宣言（null MX）
smtp-enhanced-x-2-0 = メールボックスに関するその他の状態
smtp-enhanced-x-2-1 = メールボックスは停止中で受信しない
smtp-enhanced-x-2-2 = メールボックスが満杯
smtp-enhanced-x-2-3 = このメールボックスの許容サイズを超えている
smtp-enhanced-x-2-4 = メーリングリストを展開できない
smtp-enhanced-x-3-0 = メールシステムに関するその他の状態
smtp-enhanced-x-3-1 = メールシステムの記憶領域が不足
smtp-enhanced-x-3-2 = システムは今メールを受け付けない
smtp-enhanced-x-3-3 = 必要な機能にシステムが対応していない
smtp-enhanced-x-3-4 = メールがシステムの上限より大きい
smtp-enhanced-x-3-5 = システムの設定に誤りがある
smtp-enhanced-x-3-6 = 受け付けたが優先度は変更された
smtp-enhanced-x-4-0 = ネットワークや経路に関するその他の状態
smtp-enhanced-x-4-1 = 次のホストが応答しない
smtp-enhanced-x-4-2 = 接続が切れた、または時間切れ
smtp-enhanced-x-4-3 = ディレクトリや DNS の問い合わせに失敗
smtp-enhanced-x-4-4 = 宛先への経路が見つからない
smtp-enhanced-x-4-5 = メールシステムが過負荷
smtp-enhanced-x-4-6 = メールがループしている
smtp-enhanced-x-4-7 = 期限内に配送できなかった
smtp-enhanced-x-5-0 = プロトコルに関するその他の状態
smtp-enhanced-x-5-1 = コマンドの誤り、または順序の誤り
smtp-enhanced-x-5-2 = コマンドの文法誤り
smtp-enhanced-x-5-3 = 受信者が多すぎる
smtp-enhanced-x-5-4 = コマンドの引数誤り
smtp-enhanced-x-5-5 = プロトコルのバージョン不一致
smtp-enhanced-x-5-6 = 認証のやり取りの行が長すぎる
smtp-enhanced-x-6-0 = 内容に関するその他の状態
smtp-enhanced-x-6-1 = この種類の内容に対応していない
smtp-enhanced-x-6-2 = 変換が必要だが許可されていない
smtp-enhanced-x-6-3 = 変換が必要だが対応していない
smtp-enhanced-x-6-4 = 変換したが失われた部分がある
smtp-enhanced-x-6-5 = 変換に失敗
smtp-enhanced-x-6-6 = 内容を取得できない（BURL）
smtp-enhanced-x-6-7 = ASCII でないアドレスはここでは使えない
smtp-enhanced-x-6-8 = 応答に UTF-8 が要るが、クライアントは求めていない
smtp-enhanced-x-6-9 = UTF-8 のヘッダーを受信者へ渡せない
smtp-enhanced-x-6-10 = 廃止済み。6.9 に置き換えられた
smtp-enhanced-x-7-0 = セキュリティや方針に関するその他の状態
smtp-enhanced-x-7-1 = この送信は許可されない。未ログインか、拒否リストによることが多い
smtp-enhanced-x-7-2 = このメーリングリストへの投稿権がない
smtp-enhanced-x-7-3 = セキュリティ上の変換ができない
smtp-enhanced-x-7-4 = セキュリティ機能に未対応。認証方式など
smtp-enhanced-x-7-5 = 暗号処理に失敗
smtp-enhanced-x-7-6 = この暗号アルゴリズムに未対応
smtp-enhanced-x-7-7 = メールが途中で改変された
smtp-enhanced-x-7-8 = ユーザー名、パスワードまたは認証コードの誤り
smtp-enhanced-x-7-9 = この認証方式は弱すぎて使えない
smtp-enhanced-x-7-10 = 暗号化が必要
smtp-enhanced-x-7-11 = この認証方式には暗号化が必要
smtp-enhanced-x-7-12 = 先にパスワードの切り替えが必要
smtp-enhanced-x-7-13 = アカウントは停止中
smtp-enhanced-x-7-14 = 第三者サーバーとの信頼関係がない
smtp-enhanced-x-7-15 = 優先度が低く、今は受け付けない
smtp-enhanced-x-7-16 = この優先度には大きすぎる
smtp-enhanced-x-7-17 = メールボックスの持ち主が替わった
smtp-enhanced-x-7-18 = ドメインの持ち主が替わった
smtp-enhanced-x-7-19 = 持ち主が替わったか確認できない
smtp-enhanced-x-7-20 = 検証に通る DKIM 署名がない
smtp-enhanced-x-7-21 = 受け入れられる DKIM 署名がない
smtp-enhanced-x-7-22 = 作成者のドメインの DKIM 署名がない
smtp-enhanced-x-7-23 = SPF が送信元ホストを許可していない
smtp-enhanced-x-7-24 = SPF の検査自体が失敗
smtp-enhanced-x-7-25 = 送信元アドレスの逆引き DNS が合わない
smtp-enhanced-x-7-26 = 送信者の複数の検証に失敗
smtp-enhanced-x-7-27 = 送信者のドメインはメールを受けないと宣言（null MX）
smtp-enhanced-x-7-28 = 短時間に送りすぎている
smtp-enhanced-x-7-29 = ARC チェーンの検証に失敗
smtp-enhanced-x-7-30 = この先で REQUIRETLS を守れない
# MAIL と RCPT のパラメーター
smtp-parameter-alt-address = UTF-8 に対応しないシステムのための別アドレス（廃止済み）
    .why = RFC 5336 では UTF-8 に対応しないサーバーのために ASCII の予備アドレスを添えられたが、RFC 6531 で廃止された。
    .look = フィルターは smtp.req.parameter contains "ALT-ADDRESS"。
smtp-parameter-auth = 最初の提出者：{ $value }
    .why = 中継するサーバーは、最初に誰が提出したかを伝えられる。<> は不明を表す（RFC 4954 第 5 節）。証明にはならず、ログインでもない。
    .look = フィルターは smtp.req.parameter contains "AUTH="。
smtp-parameter-body = 内容の種類：{ $value }
    .why = BODY は内容のバイトの種類を宣言する。7BIT、8BITMIME（RFC 6152）、BDAT が必要な BINARYMIME（RFC 3030）がある。バイトの話で、言語や文字集合とは関係ない。
    .look = フィルターは smtp.req.parameter contains "BODY="。
smtp-parameter-body-7bit = 内容は ASCII のみ
    .why = BODY は内容のバイトの種類を宣言する。7BIT、8BITMIME（RFC 6152）、BDAT が必要な BINARYMIME（RFC 3030）がある。バイトの話で、言語や文字集合とは関係ない。
    .look = フィルターは smtp.req.parameter contains "BODY="。
smtp-parameter-body-8bitmime = 内容に 8 ビットのバイトがありうる
    .why = BODY は内容のバイトの種類を宣言する。7BIT、8BITMIME（RFC 6152）、BDAT が必要な BINARYMIME（RFC 3030）がある。バイトの話で、言語や文字集合とは関係ない。
    .look = フィルターは smtp.req.parameter contains "BODY="。
smtp-parameter-body-binarymime = 内容は任意のバイト列。BDAT で送る
    .why = BODY は内容のバイトの種類を宣言する。7BIT、8BITMIME（RFC 6152）、BDAT が必要な BINARYMIME（RFC 3030）がある。バイトの話で、言語や文字集合とは関係ない。
    .look = フィルターは smtp.req.parameter contains "BODY="。
smtp-parameter-by =
    { $back ->
        [yes] { $value } 秒以内の配送を求める。間に合わなければ返送
       *[no] { $value } 秒以内の配送を求める。間に合わなければ通知
    }
    .why = BY は配送の期限を秒で示す。R は間に合わなければ返送、N は通知だけを求める（RFC 2852）。
    .look = フィルターは smtp.req.parameter contains "BY="。
smtp-parameter-conneg = 受信側が表示できる形式を尋ねる
    .why = 受信側が表示できる形式をサーバーに尋ねる（RFC 4141）。
    .look = フィルターは smtp.req.parameter contains "CONNEG"。
smtp-parameter-conperm = 内容の変換を許す
    .why = 送信者が途中での変換を許す（RFC 4141）。
    .look = フィルターは smtp.req.parameter contains "CONPERM"。
smtp-parameter-envid = 配送通知に載るエンベロープの識別名：{ $value }
    .why = 配送通知はこの値をそのまま返すので、どのメールの通知か分かる（RFC 3461）。
    .look = フィルターは smtp.req.parameter contains "ENVID="。
smtp-parameter-holdfor = { $value } 秒間保留してから送る
    .why = サーバーに保留させ、後で送らせる（RFC 4865）。
    .look = フィルターは smtp.req.parameter contains "HOLDFOR="。
smtp-parameter-holduntil = { $value } まで保留する
    .why = サーバーに保留させ、この時刻に送らせる（RFC 4865）。
    .look = フィルターは smtp.req.parameter contains "HOLDUNTIL="。
smtp-parameter-mt-priority = 優先度 { $value }。範囲は -9 から 9
    .why = 数が大きいほど、対応するサーバーは先に処理する（RFC 6710）。
    .look = フィルターは smtp.req.parameter contains "MT-PRIORITY="。
smtp-parameter-mtrk = 追跡できるように求める
    .why = 送信者は後でメールの所在を尋ねられる（RFC 3885）。
    .look = フィルターは smtp.req.parameter contains "MTRK"。
smtp-parameter-notify =
    { $value ->
        [NEVER] 結果によらず、この受信者の通知は不要
       *[other] 通知を求める場合：{ $value }
    }
    .why = NOTIFY は、この受信者の配送通知がいつ要るかを示す。SUCCESS は成功、FAILURE は失敗、DELAY は遅延、NEVER は不要（RFC 3461）。成功の通知はメールボックスに入ったことを表し、読まれたことではない。
    .look = フィルターは smtp.req.parameter contains "NOTIFY="。
smtp-parameter-orcpt = 送信者が書いた元の受信者：{ $value }
    .why = メーリングリストや転送は宛先を書き換えるので、通知には元の宛先を載せる（RFC 3461）。; の前はアドレスの種類。
    .look = フィルターは smtp.req.parameter contains "ORCPT="。
smtp-parameter-requiretls = 全経路で TLS を要求する
    .why = 途中のすべてのサーバーが名前を確認した TLS を使う必要があり、使えなければ返送される（RFC 8689）。
    .look = フィルターは smtp.req.parameter contains "REQUIRETLS"。
smtp-parameter-ret =
    { $value ->
        [FULL] 失敗の通知にメール全体を付ける
        [HDRS] 失敗の通知にヘッダーだけを付ける
       *[other] 失敗の通知に付ける範囲：{ $value }
    }
    .why = RET は、失敗の通知に元のメールをどこまで付けるかを示す（RFC 3461）。
    .look = フィルターは smtp.req.parameter contains "RET="。
smtp-parameter-rrvs = { $value } 以降、持ち主が同じ場合だけ配送する
    .why = アドレスは別人に渡ることがあり、パスワードを含むメールが新しい持ち主に届いてはならない（RFC 7293）。
    .look = フィルターは smtp.req.parameter contains "RRVS="。
smtp-parameter-smtputf8 = アドレスやヘッダーに UTF-8 を使う
    .why = SMTPUTF8 では、アドレスやヘッダーに漢字なども直接書ける（RFC 6531）。途中のサーバーもすべて対応している必要がある。
    .look = フィルターは smtp.req.parameter contains "SMTPUTF8"。
smtp-parameter-solicit = 勧誘メールであることの申告：{ $value }
    .why = 広告メールが自ら申告する（RFC 3865）。実際にはほとんど見ない。
    .look = フィルターは smtp.req.parameter contains "SOLICIT="。
smtp-parameter-submitter = この送信の責任者：{ $value }
    .why = メーリングリスト自身のアドレスなど、この送信に責任を持つアドレス（RFC 4405）。実際には使われない。
    .look = フィルターは smtp.req.parameter contains "SUBMITTER="。
smtp-parameter-transid = 中断した転送を再開するための識別名：{ $value }
    .why = RFC 1845。実際にはほとんど見ない。
    .look = フィルターは smtp.req.parameter contains "TRANSID="。
smtp-parameter-xoorg = Exchange：発信元の組織 { $value }
    .why = Exchange サーバー同士で、メールの発信元の組織を伝える。公開された標準はない。
    .look = フィルターは smtp.req.parameter contains "XOORG="。
smtp-parameter-unknown = 未知のパラメーター：{ $value }
    .why = 登録簿にない語で、知らないサーバーは 555 と応答する（RFC 5321 第 4.1.1.11 節）。
    .look = フィルターは smtp.response.code == 555。
# 応答コードの各桁（RFC 5321 4.2.1 節）
smtp-digit-first-2 = 1 桁目 2：成功
smtp-digit-first-3 = 1 桁目 3：続けて送る。まだ必要なものがある
smtp-digit-first-4 = 1 桁目 4：一時的な失敗。後で再試行すれば通ることがある
smtp-digit-first-5 = 1 桁目 5：拒否。同じものを送っても拒否される
smtp-digit-second-0 = 2 桁目 0：文法
smtp-digit-second-1 = 2 桁目 1：情報
smtp-digit-second-2 = 2 桁目 2：接続
smtp-digit-second-3 = 2 桁目 3：認証（RFC 4954）
smtp-digit-second-5 = 2 桁目 5：メールシステム
smtp-digit-second-other = 2 桁目は標準に定義がない
# 名前、順序、よくある誤解
smtp-path-route = アドレスの前にソースルートがある。廃止済みで無視される
    .why = コロンの前は経由するサーバーの指定（RFC 821）。RFC 5321 付録 C では無視し、後ろのアドレスだけを使う。
    .look = フィルターは smtp.req.parameter contains "<@"。
smtp-path-utf8 = アドレスが ASCII でないのに SMTPUTF8 の宣言がない
    .why = 漢字などのアドレスには MAIL FROM の SMTPUTF8 と、対応するサーバーが必要（RFC 6531）。なければ厳格なサーバーは 553 5.6.7 と応答する。
    .look = フィルターは smtp.response.code == 553。
smtp-hello-literal = 名前の代わりに角括弧のアドレス
    .why = 自分の名前を持たないクライアントは、アドレスを角括弧で示す（RFC 5321 4.1.3 節）。NAT の内側ではプライベートアドレスで、サーバーから見えるものとは異なる。
    .look = フィルターは upper(smtp.req.command) == "EHLO"。
smtp-hello-address = 角括弧のないアドレス。RFC 5321 4.1.3 節に反する
    .why = 名前の代わりのアドレスは角括弧で囲む必要がある。なければ断るサーバーもある。
    .look = フィルターは smtp.response.code == 501。
smtp-hello-plain = ドメインのない 1 語。コンピューター自身の名前
    .why = RFC 5321（4.1.1.1 節）は DNS にある名前か角括弧のアドレスを求める。PC のメールソフトは DESKTOP-A1B2 のようなコンピューター名を送る。投稿用のサーバーは受け付けるが、他のドメインのサーバーは断ることが多い。
    .look = フィルターは upper(smtp.req.command) == "EHLO"。
smtp-hello-odd = ホスト名として使えない文字がある
    .why = ホスト名に下線などは使えない（RFC 5321 4.1.2 節）。厳格なサーバーは 501 と応答する。
    .look = フィルターは smtp.response.code == 501。
smtp-pipelined = 前の応答を待たずに送った
    .why = PIPELINING があれば、いくつかのコマンドをまとめて送り、応答は同じ順で返る（RFC 2920）。1 往復ずつ節約できる。どの応答がどのコマンドのものかは順序だけで決まる。
    .look = フィルターは smtp.req.command && tcp.len > 80。
smtp-did-not-wait = クライアントは { $command } の応答を待たずに続きを送った（{ $frames }）。ここでは待つ必要がある（RFC 2920 3.1 節）
smtp-before-greeting = クライアントが挨拶文より先に送った（{ $frames }）。220 を待つ必要があり（RFC 5321 3.1 節）、サーバーはこれを迷惑メールの兆候と見なす
smtp-command-too-long = { $bytes } バイトのコマンド行。標準の上限は { $limit }（RFC 5321 4.5.3.1.4 節）
smtp-not-offered =
    { $helo ->
        [yes] HELO を使い、標準ではその応答は何も提示しない
        *[no] サーバーが提示していない
    }（{ $reply }）のに使われた：{ $words }
smtp-extensions = 提示され（{ $reply }）使われた拡張機能：{ $used }。提示されたが使われなかったもの：{ $unused }
smtp-starttls-stripped = 一覧に { $mask } という行がある（{ $reply }）。途中のファイアウォールが STARTTLS を塗りつぶし、平文で続けさせた可能性が高い
smtp-larger-than-allowed = メールは { $size } バイトで、サーバーの上限 { $limit } を超えている（SIZE、RFC 1870）
smtp-8bit-undeclared =
    内容に ASCII でないバイトがあるが、MAIL FROM に BODY=8BITMIME がない（RFC 6152）{ $offered ->
        [yes] {""}
        *[no] 。サーバーも提示していない
    }
smtp-line-too-long = { $bytes } バイトの行がある。SMTP の上限は行末を含めて 1000（RFC 5321 4.5.3.1.6 節）
smtp-two-hosts = 挨拶文のホストは { $greeting }（{ $first }）、EHLO などへの応答では { $reply }（{ $second }）。一つのアドレスの後ろに複数のサーバーがあるか、二つのキャプチャの内容が混ざっている
smtp-lesson-program =
    これはメールソフトで、手入力ではない。行単位で届き、{ $verb }（{ $frame }）が名乗るのは{ $kind ->
        [host] ホスト名 { $name }
        *[computer] コンピューター名 { $name }
    }
smtp-lesson-base64 = Base64 は暗号化ではない。{ $frames } を見た人は鍵なしでユーザー名と認証コードを読める。隠せるのは TLS だけ
smtp-lesson-data = DATA（{ $data }）はコマンドで、メールそのものではない。内容は応答 354（{ $reply }）の後の { $content } で送られた
smtp-lesson-data-fragment = 「DATA fragment」はコマンドではない。内容の一片（ここでは { $content }）に Wireshark が付ける表示で、実際に流れるのはメールの行だけ
smtp-lesson-envelope =
    エンベロープとヘッダーは別物。エンベロープは { $sender } から { $recipients } へ、ヘッダーは From { $from }、To { $to }。{ $same ->
        [yes] ここでは一致するが、サーバーはそれを求めない
        *[no] 両者は異なり、メールはエンベロープのとおりに届く
    }
smtp-lesson-queued = 内容の後の 250（{ $reply }）は、このサーバーが引き受けたという意味。受信者のメールボックスに届いたかは、この対話からは分からない
# 状態図の状態
smtp-state-connected = 接続済み
smtp-state-greeted = 挨拶済み
smtp-state-ready = 準備完了
smtp-state-login = ログイン中
smtp-state-sender = 送信者あり
smtp-state-recipient = 受信者あり
smtp-state-content = 内容を送信中
smtp-state-chunks = 分割して送信中
smtp-state-closed = 終了
