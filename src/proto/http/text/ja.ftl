# HTTP の各ステップの説明。すべて暗号の中にあったもの。
http-method-get = リソースを要求する
    .why = GET は取得するだけで、サーバー上のものを変えない（RFC 9110 9.3.1 節）。ブラウザーはページ、スタイル、画像をこれで取る。パラメーターは対象の疑問符の後に書く。
    .look = フィルター http.request.method == "GET"。Wireshark に鍵ログの読み込みが必要。
http-method-head = 応答のヘッダーだけを求め、本文は求めない
    .why = HEAD への応答は GET への応答から本文を除いたもの（RFC 9110 9.3.2 節）。Content-Length は GET の場合の長さ。
    .look = フィルター http.request.method == "HEAD"。Wireshark に鍵ログの読み込みが必要。
http-method-post = 処理するデータをサーバーに送る
    .why = POST は本文でデータを送る（RFC 9110 9.3.3 節）。ウェブメールのログインフォームや書いたメールはこの形で出ていき、SMTP で送るのはその先のサーバーである。
    .look = フィルター http.request.method == "POST"。Wireshark に鍵ログの読み込みが必要。
http-method-put = 本文をこの対象に保存する
    .why = PUT は本文で対象を作るか置き換える（RFC 9110 9.3.4 節）。二度行っても結果は同じ。
    .look = フィルター http.request.method == "PUT"。Wireshark に鍵ログの読み込みが必要。
http-method-delete = この対象の削除を求める
    .why = DELETE は対象の削除を求める（RFC 9110 9.3.5 節）。ウェブメールではメールの削除に POST を使うものも多い。
    .look = フィルター http.request.method == "DELETE"。Wireshark に鍵ログの読み込みが必要。
http-method-connect = プロキシーに対象までのトンネルを求める
    .why = CONNECT はプロキシーに、ホストとポートへの接続を求める（RFC 9110 9.3.6 節）。2xx の後は両方向のバイトがそのまま中継され、もう HTTP ではない。
    .look = フィルター http.request.method == "CONNECT"。Wireshark に鍵ログの読み込みが必要。
http-method-options = サーバーが何に対応しているかを尋ねる
    .why = OPTIONS は対象で使えるメソッドを尋ねる（RFC 9110 9.3.7 節）。ブラウザーは別のサイトを呼び出してよいかをこれで確かめる。
    .look = フィルター http.request.method == "OPTIONS"。Wireshark に鍵ログの読み込みが必要。
http-method-patch = 対象の一部を変更する
    .why = PATCH の本文は対象をどう変えるかを示す（RFC 5789 2 節）。PUT のように全体を置き換えるのではない。
    .look = フィルター http.request.method == "PATCH"。Wireshark に鍵ログの読み込みが必要。
http-method-trace = 届いた要求をそのまま送り返すよう求める
    .why = TRACE は要求が途中でどう変わるかを見るためのもの（RFC 9110 9.3.8 節）。クッキーも送り返すため、通常は無効にされている。
    .look = フィルター http.request.method == "TRACE"。Wireshark に鍵ログの読み込みが必要。
http-method-other = そのほかのメソッドによる要求
    .why = メソッドは登録して増やせる。例えば WebDAV の PROPFIND。ここでは送られたまま示す。
    .look = フィルター http.request.method。Wireshark に鍵ログの読み込みが必要。
http-host = ホスト { $host }
    .why = Host はどのサイトへの要求かを示す（RFC 9110 7.2 節）。一つのアドレスに多くのサイトがありうる。ハンドシェイクの server_name も同じ名前だが、そちらは暗号化されていない。
    .look = フィルター http.host。Wireshark に鍵ログの読み込みが必要。
http-query-masked = 疑問符の後のクエリーは伏せ字
http-body = 本文 { $bytes } バイト{ $kind ->
        [form] 、フォームのデータ
        [upload] 、ファイル付きのフォーム
        [html] 、HTML ページ
        [style] 、スタイルシート
        [json] 、JSON データ
        [script] 、スクリプト
        [image] 、画像（{ $media }）
        [text] 、テキスト
        [mail] 、メール
        [other] 、{ $media }
       *[none] {""}
    }
    .why = 本文は表示しない。フォームにはパスワード、ページには他人のメールがありうる。長さは Content-Length による（RFC 9112 6.2 節）。
    .look = フィルター http.content_length。Wireshark に鍵ログの読み込みが必要。
http-body-chunked = 本文はチャンク形式{ $kind ->
        [form] 、フォームのデータ
        [upload] 、ファイル付きのフォーム
        [html] 、HTML ページ
        [style] 、スタイルシート
        [json] 、JSON データ
        [script] 、スクリプト
        [image] 、画像（{ $media }）
        [text] 、テキスト
        [mail] 、メール
        [other] 、{ $media }
       *[none] {""}
    }
    .why = 長さが前もって分からないとき、本文はチャンクに分けて送られる。各チャンクの前に大きさがあり、大きさ 0 のチャンクで終わる（RFC 9112 7.1 節）。
    .look = フィルター http.transfer_encoding == "chunked"。Wireshark に鍵ログの読み込みが必要。
http-body-until-close = 本文は接続が閉じるまで{ $kind ->
        [form] 、フォームのデータ
        [upload] 、ファイル付きのフォーム
        [html] 、HTML ページ
        [style] 、スタイルシート
        [json] 、JSON データ
        [script] 、スクリプト
        [image] 、画像（{ $media }）
        [text] 、テキスト
        [mail] 、メール
        [other] 、{ $media }
       *[none] {""}
    }
    .why = 長さの指定がなく、接続が閉じると本文が終わる（RFC 9112 6.3 節）。完全かどうかは分からない。
    .look = フィルター http.response && !http.content_length_header。Wireshark に鍵ログの読み込みが必要。
http-body-size = 合計 { $bytes } バイト
http-body-broken =
    { $missing ->
        [0] 本文は { $bytes } バイトで途切れている
       *[other] 本文の { $missing } バイトが欠けている{ $end ->
            [yes] {""}
           *[no] 。末尾もない
        }
    }
http-cookie = クッキー付き（伏せ字）
    .why = クッキーによってサーバーは同じブラウザーだと分かる（RFC 6265）。ログイン後はパスワードの代わりになり、手に入れた人にパスワードは要らない。だから TLS の中だけで送るべきである。
    .look = フィルター http.cookie。Wireshark に鍵ログの読み込みが必要。
http-set-cookie = クッキーを設定する（伏せ字）
    .why = サーバーがブラウザーにクッキーを渡し、以後の要求のたびに送らせる（RFC 6265）。ログイン後に設定されるものは多くの場合セッションの証である。
    .look = フィルター http.set_cookie。Wireshark に鍵ログの読み込みが必要。
http-authorization = 認証情報付き（伏せ字）
    .why = Authorization はユーザー名とパスワード、またはトークンを運ぶ（RFC 9110 11.6.2 節）。Basic 方式は Base64 で、暗号化ではない。
    .look = フィルター http.authorization。Wireshark に鍵ログの読み込みが必要。
http-upgrade = { $to } への切り替えを求める
    .why = Upgrade は同じ接続での別プロトコルへの切り替えを求める（RFC 9110 7.8 節）。サーバーは同意すると 101 を返す。
    .look = フィルター http.upgrade。Wireshark に鍵ログの読み込みが必要。
http-location = 行き先は { $to }
    .why = Location はブラウザーが次に要求するアドレス（RFC 9110 10.2.2 節）。通常、次の要求に現れる。
    .look = フィルター http.location。Wireshark に鍵ログの読み込みが必要。
http-tunnel = この後は HTTP ではなく、解析しない
http-no-body-head = HEAD への応答に本文はない
http-head-cut = ヘッダーが終わっていない
http-gap-in-body = 本文の途中で、おそらくその一部
http-fields =
    { $more ->
        [0] { $list }
       *[other] { $list }、ほかに { $more } 個
    }
http-preface = ここから HTTP/2。バイナリー形式なので解析しない
    .why = HTTP/2 はテキストの行ではなくバイナリーのフレームで、要求と応答が同じ接続で交じり合う（RFC 9113）。この行が HTTP/1 の要求に似ているのは、HTTP/2 を知らないサーバーにすぐ拒否させるためである。
    .look = フィルター http2.magic。Wireshark に鍵ログの読み込みが必要。
http-label-skipped = [{ $bytes } バイトを飛ばした]
http-skipped = 前が欠けていて、何の一部か分からない
    .why = 本文の長さはその前のヘッダーにある。それが欠けていると、要求や応答の最初の行としか読めない行が来るまで待つしかない。
    .look = フィルター tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
http-skipped-wrong = HTTP/1 のメッセージではない
    .why = ここには要求か応答の最初の行、またはチャンクの大きさがあるはずである（RFC 9112）。
    .look = フィルター http。Wireshark に鍵ログの読み込みが必要。
http-status-100 = 100 本文を続けて送ってよい
    .why = クライアントは Expect: 100-continue で本文を送る前に確かめる（RFC 9110 10.1.1 節）。本来の応答は後で来る。
    .look = フィルター http.response.code == 100。Wireshark に鍵ログの読み込みが必要。
http-status-101 = 101 別のプロトコルへの切り替えに同意
    .why = 次のバイトからは HTTP/1 ではない。例えば WebSocket（RFC 9110 15.2.2 節）。
    .look = フィルター http.response.code == 101。Wireshark に鍵ログの読み込みが必要。
http-status-200 = 200 成功
    .why = 要求は成功し、本文は求められた内容（RFC 9110 15.3.1 節）。ウェブメールではログインに失敗しても 200 を返し、ページの中で知らせるものが多い。
    .look = フィルター http.response.code == 200。Wireshark に鍵ログの読み込みが必要。
http-status-201 = 201 成功、作成した
    .why = 新しいリソースができた。場所は通常 Location にある（RFC 9110 15.3.2 節）。
    .look = フィルター http.response.code == 201。Wireshark に鍵ログの読み込みが必要。
http-status-204 = 204 成功、本文なし
    .why = 要求は成功し、返す内容はない（RFC 9110 15.3.5 節）。
    .look = フィルター http.response.code == 204。Wireshark に鍵ログの読み込みが必要。
http-status-206 = 206 成功、求められた部分だけ
    .why = クライアントが Range で一部だけを求めた（RFC 9110 15.3.7 節）。中断したダウンロードの再開に使う。
    .look = フィルター http.response.code == 206。Wireshark に鍵ログの読み込みが必要。
http-status-301 = 301 恒久的に移動した
    .why = 今後は Location のアドレスを使う。ブラウザーはこれを覚える（RFC 9110 15.4.2 節）。
    .look = フィルター http.response.code == 301。Wireshark に鍵ログの読み込みが必要。
http-status-302 = 302 今回は別の場所にある
    .why = ブラウザーは続けて Location のアドレスを要求する（RFC 9110 15.4.3 節）。ウェブメールはログイン成功後、よくこれで受信箱へ進ませる。
    .look = フィルター http.response.code == 302。Wireshark に鍵ログの読み込みが必要。
http-status-303 = 303 別のアドレスを GET で見る
    .why = 送信後に別のページを GET で取らせるので、再読み込みしても再送信にならない（RFC 9110 15.4.4 節）。
    .look = フィルター http.response.code == 303。Wireshark に鍵ログの読み込みが必要。
http-status-304 = 304 変更なし。ブラウザーの手元のものを使う
    .why = ブラウザーが前回から変わったかを尋ね、変わっていないので本文は送られない（RFC 9110 15.4.5 節）。
    .look = フィルター http.response.code == 304。Wireshark に鍵ログの読み込みが必要。
http-status-307 = 307 今回は別の場所にある。メソッドは同じ
    .why = 302 に似るが、同じメソッドで要求し直す（RFC 9110 15.4.8 節）。
    .look = フィルター http.response.code == 307。Wireshark に鍵ログの読み込みが必要。
http-status-308 = 308 恒久的に移動した。メソッドは同じ
    .why = 301 に似るが、同じメソッドで要求し直す（RFC 9110 15.4.9 節）。
    .look = フィルター http.response.code == 308。Wireshark に鍵ログの読み込みが必要。
http-status-400 = 400 要求に誤りがあり、サーバーは理解できない
    .why = 要求の形式が正しくない（RFC 9110 15.5.1 節）。TLS のポートに平文の HTTP を送ると、nginx も 400 を返す。
    .look = フィルター http.response.code == 400。Wireshark に鍵ログの読み込みが必要。
http-status-401 = 401 ログインが必要
    .why = 方式は WWW-Authenticate にあり、クライアントは Authorization を付けて要求し直す（RFC 9110 15.5.2 節）。
    .look = フィルター http.response.code == 401。Wireshark に鍵ログの読み込みが必要。
http-status-403 = 403 許可されない
    .why = サーバーは理解したうえで拒否している（RFC 9110 15.5.4 節）。ログインし直しても変わらない。
    .look = フィルター http.response.code == 403。Wireshark に鍵ログの読み込みが必要。
http-status-404 = 404 見つからない
    .why = その対象はサーバーにない（RFC 9110 15.5.5 節）。
    .look = フィルター http.response.code == 404。Wireshark に鍵ログの読み込みが必要。
http-status-405 = 405 ここではこのメソッドを使えない
    .why = 使えるメソッドは Allow にある（RFC 9110 15.5.6 節）。
    .look = フィルター http.response.code == 405。Wireshark に鍵ログの読み込みが必要。
http-status-408 = 408 要求を待ちきれなかった
    .why = 完全な要求が届かず、サーバーは接続を閉じる（RFC 9110 15.5.9 節）。
    .look = フィルター http.response.code == 408。Wireshark に鍵ログの読み込みが必要。
http-status-413 = 413 本文が大きすぎる
    .why = 本文がサーバーの上限を超えている（RFC 9110 15.5.14 節）。例えば添付ファイルが大きい。
    .look = フィルター http.response.code == 413。Wireshark に鍵ログの読み込みが必要。
http-status-429 = 429 要求が多すぎる
    .why = 一定時間内の要求が多すぎる（RFC 6585 4 節）。待つ時間は Retry-After にある。
    .look = フィルター http.response.code == 429。Wireshark に鍵ログの読み込みが必要。
http-status-500 = 500 サーバー内部の誤り
    .why = 要求の内容によらず、サーバーのプログラムが失敗した（RFC 9110 15.6.1 節）。
    .look = フィルター http.response.code == 500。Wireshark に鍵ログの読み込みが必要。
http-status-502 = 502 ゲートウェイの先のサーバーの応答が正しくない
    .why = nginx などのゲートウェイが、その先のプログラムから正しい応答を得られなかった（RFC 9110 15.6.3 節）。
    .look = フィルター http.response.code == 502。Wireshark に鍵ログの読み込みが必要。
http-status-503 = 503 一時的に利用できない
    .why = サーバーが過負荷か保守中。後で試せる（RFC 9110 15.6.4 節）。
    .look = フィルター http.response.code == 503。Wireshark に鍵ログの読み込みが必要。
http-status-504 = 504 ゲートウェイの先のサーバーの応答が遅すぎる
    .why = ゲートウェイの先のプログラムが時間内に応答しなかった（RFC 9110 15.6.5 節）。
    .look = フィルター http.response.code == 504。Wireshark に鍵ログの読み込みが必要。
http-status-1xx =
    { $code } 途中の応答{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 1xx は途中の応答で、本来の応答は後で来る（RFC 9110 15.2 節）。
    .look = フィルター http.response.code >= 100 && http.response.code < 200。Wireshark に鍵ログの読み込みが必要。
http-status-2xx =
    { $code } 成功{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 2xx は要求の成功を表す（RFC 9110 15.3 節）。
    .look = フィルター http.response.code >= 200 && http.response.code < 300。Wireshark に鍵ログの読み込みが必要。
http-status-3xx =
    { $code } 別の場所へ行く必要がある{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 3xx はもう一つの手順、通常は別のアドレスへの要求を求める（RFC 9110 15.4 節）。
    .look = フィルター http.response.code >= 300 && http.response.code < 400。Wireshark に鍵ログの読み込みが必要。
http-status-4xx =
    { $code } 要求に問題がある{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 4xx はクライアントの要求に問題があることを表す（RFC 9110 15.5 節）。
    .look = フィルター http.response.code >= 400 && http.response.code < 500。Wireshark に鍵ログの読み込みが必要。
http-status-5xx =
    { $code } サーバーに問題がある{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = 5xx はサーバー側の失敗を表す。要求は正しいかもしれない（RFC 9110 15.6 節）。
    .look = フィルター http.response.code >= 500 && http.response.code < 600。Wireshark に鍵ログの読み込みが必要。
http-status-other =
    { $code } どの分類でもないステータスコード{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }
    .why = ステータスコードの最初の桁は 1 から 5（RFC 9110 15 節）。ほかは 5xx とみなす。
    .look = フィルター http.response。Wireshark に鍵ログの読み込みが必要。
http-outcome = 要求 { $requests } 件
http-outcome-2 = HTTP/2、解析せず
http-summary = HTTP の要求 { $requests } 件{ $refused ->
        [0] {""}
       *[other] 、うち { $refused } 件は失敗（4xx、5xx）
    }
http-summary-2 = 中身は HTTP/2
http-length-ambiguous = 本文の長さの指定が矛盾している。受信側によって終わりの位置が変わりうる
    .why = Content-Length に二つの値がある、数でない、または Transfer-Encoding と並んでいる（RFC 9112 6.3 節）。プロキシーとその先のサーバーで解釈が違うと、ある要求の本文に別の要求を隠せる。
    .look = フィルター http.content_length_header && http.transfer_encoding。Wireshark に鍵ログの読み込みが必要。
http-not-understood = { $bytes } バイトは HTTP/1 のメッセージではなく、飛ばした
    .why = ここには要求か応答の最初の行、またはチャンクの大きさがあるはずである。次に認識できる行から続ける。
    .look = フィルター http。Wireshark に鍵ログの読み込みが必要。
http-body-incomplete = 不完全な本文が { $count } 件{ $missing ->
        [0] {""}
       *[other] 、合わせて { $missing } バイトが欠けている
    }
    .why = 本文がヘッダーの示す長さより短い、または最後のチャンクが来なかった。接続が切れたか、未キャプチャのバイトがある。
    .look = フィルター tcp.analysis.lost_segment || tcp.flags.reset == 1。
http-too-many-waiting = 応答を待つ要求が { $limit } 件を超え、{ $count } 件は応答と対応づけていない
    .why = クライアントは応答を待たずに要求を続けて送れる。上限を超えた分は数だけを記録し、その後の対応は正しいままである。
    .look = フィルター http.request。Wireshark に鍵ログの読み込みが必要。
http-too-many-facts = 要求が多すぎる。{ $count } 件は集計に入っていない（上限 { $limit } バイト）。対話には残る
    .why = この上限はメモリーの枯渇を防ぐため。それより前の内容は完全である。
    .look = フィルター http。Wireshark に鍵ログの読み込みが必要。
