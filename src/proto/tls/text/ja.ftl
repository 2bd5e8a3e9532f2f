# TLS：メッセージ、レコード、所見の意味。
# .why は解説、.look は Wireshark で見るところ。

## 二つの Hello

tls-client-hello = { $version } まで対応、暗号スイート { $suites } 個を提示
    .why = クライアントが先に、使える TLS バージョン、暗号スイート、拡張機能、目的のサーバー名（SNI）、32 バイトの乱数 client_random を送る。乱数は平文で流れる公開の値で、鍵でもセッション ID でもなく、ハンドシェイクごとに違う鍵を導くためのもの。レコード層のバージョンは互換のための表記で、クライアントが使える上限は { $version }。
    .look = フィルターは tls.handshake.type == 1。Random、Cipher Suites、server_name 拡張機能を見比べる。
    .observer = クライアントが使えるバージョンとスイート、目的のサーバー名。すべて平文で、秘密はまだ何も送られていない。
tls-client-hello-again = 2 回目の Client Hello（サーバーが求めたグループで送り直し）
    .why = 最初の Client Hello の鍵シェアをサーバーが使えず、別のグループを指定した。クライアントはそのグループのシェアを付けて送り直す。二つの Hello はどちらもハンドシェイクのハッシュに入るため、最初の分を途中で書き換えることはできない。
    .look = フィルターは tls.handshake.type == 1。同じストリームに 2 フレームある。key_share 拡張機能を比べる。
tls-hello-server-name = 接続先の名前は { $name }
tls-hello-resume-ticket = 以前のセッションのチケットを提示
tls-hello-resume-id = セッション ID による再開を求める
tls-hello-resume-psk = 事前共有鍵を提示。多くは以前のセッションのチケット
tls-hello-early-data = ハンドシェイク完了前のデータ送信（0-RTT）を予告
tls-hello-ech = Encrypted Client Hello（ECH）付き。本当のサーバー名は中に隠れている可能性がある
tls-hello-fallback = バージョンを下げた再試行だと申告（TLS_FALLBACK_SCSV）
tls-hello-ssl2 = SSL 2.0 の古い形式で、拡張機能がない
tls-server-hello = { $version } と暗号スイート { $suite } を選ぶ
    .why = サーバーがバージョンと暗号スイートを一つずつ選び、自分の乱数 server_random を返す。{ $suite } は { $name } で、鍵交換 { $exchange }、認証 { $authentication }、暗号 { $cipher } を表す。{ $protection ->
     [aead] { $hash } は鍵の導出とハンドシェイクのハッシュ用で、暗号の一部ではない。
    *[other] { $hash } は各レコードの MAC 用で、鍵の導出には { $prf } を使う。
    }
    .look = フィルターは tls.handshake.type == 2。Version と Cipher Suite を見る。どちらもクライアントの一覧から選ばれた一つだけ。
    .observer = セッションのバージョンとスイート、双方の乱数。それだけでは鍵は計算できない。
tls-server-hello-13 = { $version } と暗号スイート { $suite } を選ぶ
    .why = サーバーは supported_versions 拡張機能で { $version } を選び（Version 欄は途中の古い機器のため TLS 1.2 のまま）、key_share で自分側の鍵交換の値を送る。{ $suite } は { $name } で、暗号 { $cipher }、{ $hash } は鍵の導出用。鍵交換と認証は暗号スイートの名前に含まれなくなった。
    .look = フィルターは tls.handshake.type == 2。バージョンは Version 欄ではなく supported_versions 拡張機能を見る。
    .observer = バージョン、スイート、双方の乱数と公開鍵。公開鍵から秘密は求められず、以後見えるのは長さと時刻だけ。
tls-server-hello-encrypts = 以後はすべて暗号化
tls-server-hello-resumes = 以前のセッションを再開
tls-server-hello-downgrade = 乱数の末尾が DOWNGRD（サーバーは上の版にも対応）
    .why = TLS 1.3 に対応するサーバーが低いバージョンで応じるとき、乱数の末尾に DOWNGRD と書く（RFC 8446 4.1.3 節）。クライアントが TLS 1.3 を提示していなければ攻撃ではなく、無視してよい。提示したのにこれを見たら、Hello が書き換えられているので中止しなければならない。
    .look = Server Hello の Random の最後の 8 バイトを見る。44 4f 57 4e 47 52 44 01（または 00）。
tls-hello-retry-request = グループ { $group } で Client Hello の送り直しを求める
    .why = クライアントが鍵シェアのグループを予想して送り、外れた。形は乱数が固定値の Server Hello で、ハンドシェイクが 1 往復増えるだけ。エラーではない。
    .look = Wireshark では Hello Retry Request と表示されるが、種別は tls.handshake.type == 2 のまま。
tls-hello-retry-request-cookie = Client Hello の送り直しを求める
tls-hello-request = 新しいハンドシェイクの開始を求める
    .why = TLS 1.2 までは、サーバーはいつでもハンドシェイクを求められる。クライアントは Client Hello で応じるか、無視する。
    .look = フィルターは tls.handshake.type == 0。

## 証明書と鍵

tls-certificate = 証明書 { $count } 枚、先頭は { $name } のもの
    .why = 証明書は名前と公開鍵を結び付ける公開の文書で、クライアントは証明書チェーンの署名を、手元の信頼するルート証明書まで順に検証する。証明書を見せるだけでは秘密鍵を持つ証明にならない。証明は秘密鍵で作った署名で、TLS 1.2 では Server Key Exchange、TLS 1.3 では Certificate Verify にある。
    .look = フィルターは tls.handshake.type == 11。Certificate を開き、subject、subjectAltName、validity を見る。
    .observer = サーバーが誰を名乗るか。証明書は公開の文書で、写せば誰でも提示できる。
tls-certificate-client = クライアント自身の証明書。{ $name } のもの（チェーン { $count } 枚）
    .why = サーバーがクライアントに証明書を求め、クライアントが提示した。TLS 1.2 までは平文で流れ、盗聴者にも誰の接続か分かる。秘密鍵を持つ証明は Certificate Verify の署名。
    .look = フィルターは tls.handshake.type == 11。クライアントが送ったフレームを見る。
tls-certificate-none = 空の一覧。クライアントは証明書を提示しない
    .why = 証明書を求められても持っていないクライアントは、空の一覧を返す。続けるか、アラートで打ち切るかはサーバーが決める。
    .look = クライアントの Certificate で Certificates Length が 0。
tls-certificate-empty = 空の一覧。サーバーが証明書を提示していない
tls-certificate-request = クライアント証明書を求める{ $authorities ->
     [0] {""}
    *[other] （列挙された { $authorities } 個の認証局のどれかの発行）
    }
    .why = サーバー側もクライアントが誰かを確かめたいときに送る。多くのサーバーはこれを使わず、暗号化された中でユーザー名と認証コードを確かめる。
    .look = フィルターは tls.handshake.type == 13。
tls-certificate-verify = 署名によって証明書の秘密鍵を持つことを示す
    .why = ここまでの全ハンドシェイクメッセージに対する、送信者の証明書の秘密鍵による署名。証明書は誰でもコピーできるので、それだけでは何の証明にもならない。
    .look = フィルターは tls.handshake.type == 15。
tls-certificate-status = 証明書の失効状態（OCSP）をサーバーが添付
    .why = 証明書が失効していないという、認証局の署名付きの証明。サーバーが前もって取得して送るので、クライアントは認証局に尋ねて接続先を知られずに済む。
    .look = フィルターは tls.handshake.type == 22。
tls-certificate-url = 証明書の取得先を示す
    .why = クライアントが証明書の代わりに、サーバーが取りに行く URL を送る（RFC 6066）。ほとんど使われない。
    .look = フィルターは tls.handshake.type == 21。
tls-compressed-certificate = 圧縮された証明書
    .why = 圧縮した Certificate（RFC 8879）。チェーンが長いときに往復を減らす。
    .look = フィルターは tls.handshake.type == 25。
tls-server-key-exchange = エフェメラル公開鍵（{ $group }、{ $bytes } バイト）{ $scheme ->
     [none] 、署名付き
    *[other] 、署名は { $scheme }
    }
    .why = サーバーは使い捨てのエフェメラル公開鍵を送り、両者の乱数とこの公開鍵に証明書の秘密鍵で署名する。署名を検証できて初めて、相手が証明書の持ち主だと分かる。データを暗号化する鍵は、ここでも以後も送られない。
    .look = フィルターは tls.handshake.type == 12。Named Curve、Pubkey、Signature を見る。
    .observer = サーバーのエフェメラル公開鍵と、相手が証明書の秘密鍵を持つこと。秘密は依然として両者しか知らない。
tls-server-key-exchange-other = サーバー側の鍵交換の値
    .why = 中身は暗号スイートの鍵交換方式による。データを暗号化する鍵は含まれない。
    .look = フィルターは tls.handshake.type == 12。Named Curve、Pubkey、Signature を見る。
tls-server-hello-done = サーバーの番はここまで
    .why = 長さは 0。サーバーの番がここまでで、クライアントを待つという合図だけ。
    .look = フィルターは tls.handshake.type == 14。Length は 0。
tls-client-key-exchange = 公開鍵
    .why = クライアントも自分のエフェメラル公開鍵を送る。両者は自分の秘密鍵と相手の公開鍵から同じプリマスターシークレットを計算し、この値は一度も通信路に現れない。これとそこまでのハンドシェイクから、マスターシークレットとセッション鍵を導く。
    .look = フィルターは tls.handshake.type == 16。名前は Client Key Exchange で、Change ではない。
    .observer = 双方の公開鍵。それでも鍵は得られない。プリマスターシークレットの計算には秘密鍵のどちらかが要るが、送られることはなく、使い終われば捨てられる。
tls-client-key-exchange-rsa = プリマスターシークレット。証明書の公開鍵で暗号化されている
    .why = RSA 鍵交換では、クライアントがプリマスターシークレットを作り、証明書の公開鍵で暗号化して送る。後でサーバーの秘密鍵を手に入れた者は、記録しておいた通信をすべて読める。前方秘匿性はない。
    .look = フィルターは tls.handshake.type == 16。中身は Encrypted PreMaster。
    .observer = 今はまだ何も分からない。しかし記録しておき、後にサーバーの秘密鍵を手に入れれば、すべて読める。前方秘匿性がない。
tls-client-key-exchange-psk = 事前共有鍵の名前
    .why = 双方がすでに同じ秘密を持っており、クライアントはどれを使うかだけを伝える。秘密そのものは送られない。
    .look = フィルターは tls.handshake.type == 16。PSK の Identity を見る。
tls-new-session-ticket = セッションチケット
    .why = 今回のセッションの秘密を、サーバーだけが持つ鍵で暗号化したもの。クライアントは保存しておき、次回に提示してハンドシェイクを短くする。有効期間は { $seconds } 秒（0 は指定なし）。今回の鍵は変わらない。
    .look = フィルターは tls.handshake.type == 4。
tls-new-session-ticket-13 = セッションチケット
    .why = 後のセッションで使う事前共有鍵。双方が今回のセッションの秘密からそれぞれ導出し、クライアントは次回チケットを提示して、どの鍵かを示す。有効期間は { $seconds } 秒（0 なら使えない）。今回の鍵は変わらない。
    .look = フィルターは tls.handshake.type == 4。
tls-signature-valid = 署名 { $scheme } は証明書 1 の鍵（{ $key }）で検証できた
    .why = 証明書の公開鍵で計算し直した結果、この署名は対応する秘密鍵で、署名すべきバイト列に対して作られている。証明書そのものを信頼できるかは別の問題で、クライアントが証明書チェーンをたどって判断する。
    .look = フィルターは tls.handshake.sig_hash_alg または tls.handshake.signature。Wireshark は署名を表示するだけで検証はしない。
tls-signature-wrong = 署名が一致しない：{ $wrong }
tls-signature-unchecked = 署名は未検証：{ $reason }
tls-wrong-mismatch = 証明書の鍵で計算し直すと結果が異なる
tls-wrong-other-key = { $scheme } は { $key } の鍵では使えない
tls-unchecked-no-certificate = 証明書が未キャプチャ
tls-unchecked-no-issuer = 発行者の証明書がキャプチャファイルにない
tls-unchecked-unreadable = 証明書またはその鍵を読めない
tls-unchecked-algorithm = { $name } はここでは計算しない
tls-unchecked-no-hellos = 二つの Hello のどちらかが未キャプチャ
tls-unchecked-no-transcript = それ以前のハンドシェイクメッセージが欠けている
tls-unchecked-malformed = メッセージを分解できない
tls-unchecked-master-secret = SSL 3.0 の署名はマスターシークレットも含む
tls-chain-signed = 証明書 { $certificate }（{ $name }）の署名は証明書 { $issuer }（{ $by }）で検証できた
tls-chain-self-signed = 証明書 { $certificate }（{ $name }）は自己署名で、署名は一致する
tls-chain-no-issuer = 証明書 { $certificate }（{ $name }）の発行者 { $by } はキャプチャファイルにない：未検証
tls-chain-wrong = 証明書 { $certificate }（{ $name }）の署名は証明書 { $issuer } と一致しない：{ $wrong }
tls-chain-unchecked = 証明書 { $certificate }（{ $name }）の署名は未検証：{ $reason }
tls-client-key-exchange-implicit = 空：クライアントの公開鍵は証明書の中にある
    .why = 鍵交換に使う公開鍵はクライアント証明書の中にあり（静的な DH または ECDH）、ここでは送らない。
    .look = フィルターは tls.handshake.type == 16。長さは 0。
tls-suite = { $exchange ->
     [none] 暗号 { $cipher }、ハッシュ { $hash }
    *[other] 鍵交換 { $exchange }、認証 { $authentication }、暗号 { $cipher }、ハッシュ { $hash }
    }
    .why = 暗号スイートは双方が使うアルゴリズムの組。クライアントが使えるものを並べ、サーバーが一つ選ぶ。
    .look = フィルターは tls.handshake.ciphersuite == { $id }。
tls-suite-signal = 合図であり、暗号スイートではない
    .why = 拡張を増やさずにサーバーへ何かを伝えるためのもの。サーバーは選べない。
    .look = フィルターは tls.handshake.ciphersuite == { $id }。
tls-suite-exchange = { $exchange ->
     [none] 鍵交換と認証はスイートに含まれず、拡張 key_share と signature_algorithms で決まる（TLS 1.3）
     [RSA] RSA：クライアントがプリマスターシークレットを証明書の公開鍵で暗号化する。前方秘匿性なし
     [ECDHE] ECDHE：双方が楕円曲線上のエフェメラル公開鍵を送り、同じプリマスターシークレットを計算する。前方秘匿性あり
     [DHE] DHE：双方がエフェメラル公開鍵（素数を法とするべき乗）を送り、同じプリマスターシークレットを計算する。前方秘匿性あり
     [DH] DH：公開鍵は証明書に固定。前方秘匿性なし
     [ECDH] ECDH：公開鍵は証明書に固定。前方秘匿性なし
     [PSK] PSK：双方が同じ鍵を事前に持つ
     [SRP] SRP：パスワードから鍵を導く。パスワード自体は送らない
    *[other] { $exchange }：双方が鍵を取り決める方法
    }
tls-suite-authentication = { $authentication ->
     [anonymous] 認証なし：中間者がサーバーになりすませる
     [PSK] PSK：共有鍵を持つことが身元の証明
     [NULL] 認証なし
    *[other] { $authentication }：サーバーが身元を示すのに使う鍵の種類
    }
tls-suite-cipher = { $mode ->
     [aead] { $cipher }：暗号化と改ざん検出を兼ねる（AEAD）
     [cbc] { $cipher }：ブロックごとに暗号化し、改ざんは別の MAC で検出する
     [null] 暗号化なし：誰でも内容を読める
    *[other] { $cipher }：データを暗号化する
    }
tls-suite-hash = { $mode ->
     [aead] { $hash }：鍵の導出とハンドシェイクのハッシュに使い、暗号の一部ではない
    *[other] { $hash }：各レコードの MAC に使う
    }
tls-suite-weak = 弱い（{ $why }）：使わないこと
tls-group = { $family ->
     [curve] 楕円曲線
     [finite] { $bits } ビットの有限体（素数を法とするべき乗）
     [hybrid] ハイブリッド：楕円曲線と ML-KEM の併用。どちらか一方が破られなければ安全で、量子計算機にも耐える
     [lattice] ML-KEM：量子計算機に耐える鍵カプセル化
    *[other] 鍵交換のグループ
    }
    .why = 双方が同じグループでエフェメラル鍵を選び、公開鍵を交換する。クライアントは使えるものを supported_groups に並べる。
    .look = フィルターは tls.handshake.extensions_supported_group == { $id }。
tls-scheme = { $kind ->
     [pkcs1] RSA 署名、PKCS#1 v1.5 パディング。TLS 1.3 では証明書内に限る
     [pss] RSA 署名、PSS パディング
     [ecdsa] ECDSA：楕円曲線の署名
     [eddsa] EdDSA：ハッシュを含む楕円曲線の署名
     [dsa] DSA 署名。時代遅れ
     [lattice] ML-DSA：量子計算機に耐える署名
    *[other] 署名の方式
    }
    .why = 送信者は検証できる方式を signature_algorithms に並べ、相手がその中から選ぶ。
    .look = フィルターは tls.handshake.sig_hash_alg == { $id }。
tls-compressed-with = { $method } で圧縮
tls-compressed-unopened = { $method } で圧縮。ここでは展開しない
tls-ocsp = { $status ->
     [good] 失効していない。{ $from } 時点、次の更新は { $to }（応答の署名は未検証）
     [revoked] 失効している。{ $from } 時点（応答の署名は未検証）
    *[other] 応答：{ $status }
    }

## 暗号化への切り替え

tls-change-cipher-spec = ここから暗号化
    .why = 次のレコードから、両者が計算した鍵で暗号化するという合図。鍵は入っておらず、暗号を新しく決めるものでもない。Hello で決めたことがここから有効になる。
    .look = フィルターは tls.change_cipher_spec。独立したレコード種別（20）で、中身は 1 バイト。ハンドシェイクメッセージではない。
tls-change-cipher-spec-server = ここから暗号化
    .why = サーバーも次のレコードからの暗号化を告げる。鍵の定期更新ではない。TLS 1.2 は鍵を定期的に替えず、替えるには再ネゴシエーション、つまり新しいハンドシェイクが要る。ストリームで最初のこの行が Application Data より後なら False Start（RFC 7918）で、クライアントがこれを待たずにデータを送ったもの。
    .look = フィルターは tls.change_cipher_spec。独立したレコード種別（20）で、中身は 1 バイト。ハンドシェイクメッセージではない。
    .observer = ハンドシェイクが完了したこと。以後見えるのは方向、時刻、長さだけ。
tls-change-cipher-spec-13 = TLS 1.3 では意味を持たない（途中の古い機器のため）
    .why = TLS 1.3 には不要。TLS 1.2 しか知らないファイアウォールなどに見慣れた通信と思わせるために送る（RFC 8446 付録 D.4）。どこから暗号化するかは Server Hello で決まる。
    .look = フィルターは tls.change_cipher_spec。独立したレコード種別（20）で、中身は 1 バイト。ハンドシェイクメッセージではない。
tls-change-cipher-spec-encrypted = それ自体がこれまでの鍵で暗号化されている
tls-false-start-note = False Start。クライアントはこれより先にデータを送っている
tls-finished-client = Finished
    .why = Encrypted Handshake Message は最初の暗号化メッセージ Finished で、全ハンドシェイクの検証値を含み、途中の改ざんはここで分かる。Finished だというのは位置からの推定で、中身は鍵ログがなければ読めない。
    .look = Wireshark では Encrypted Handshake Message（鍵ログがあれば Finished）。Change Cipher Spec の後の最初のハンドシェイクレコード。
    .observer = クライアントが鍵を得たこと。Finished の内容は見えない。
tls-finished-server = Finished
    .why = サーバーの Finished。双方の Finished を検証できて、ハンドシェイクは完了する。鍵を更新するものではない。
    .look = Wireshark では Encrypted Handshake Message（鍵ログがあれば Finished）。Change Cipher Spec の後の最初のハンドシェイクレコード。
    .observer = ハンドシェイクが完了したこと。以後見えるのは方向、時刻、長さだけ。
tls-finished-server-first = Finished
    .why = 再開したセッションではサーバーが先に Finished を送る。クライアントの Finished も届き、双方を検証できて、ハンドシェイクは完了する。Finished だというのは位置からの推定で、中身は鍵ログがなければ読めない。
    .look = Wireshark では Encrypted Handshake Message（鍵ログがあれば Finished）。Change Cipher Spec の後の最初のハンドシェイクレコード。
    .observer = サーバーが鍵を得たこと。Finished の内容は見えない。
tls-finished-probably = おそらく Finished（ハンドシェイクの一部が未キャプチャ）
    .why = 位置からは Finished だが、キャプチャファイルにハンドシェイクの一部がないため、別のメッセージの可能性もある。
    .look = Wireshark では Encrypted Handshake Message（鍵ログがあれば Finished）。Change Cipher Spec の後の最初のハンドシェイクレコード。
tls-finished = Finished。暗号化されていない
    .why = 全ハンドシェイクメッセージの検証値。本来は最初の暗号化メッセージで、このように直接読めるのは、暗号化しないスイートだから。
    .look = フィルターは tls.handshake.type == 20。
tls-finished-opened = シークレットで復号。ハンドシェイクの検証値
    .why = ここまでの全ハンドシェイクメッセージの検証値。双方がそれぞれ計算し、一致すれば、途中で改ざんされておらず、鍵も同じだと分かる。
    .look = TLS の設定に鍵ログを指定し、フィルターは tls.handshake.type == 20。
tls-finished-valid = 本プログラムの計算と一致
    .why = シークレットとこのキャプチャのメッセージから同じ検証値が得られた。シークレットは正しく、改ざんされたハンドシェイクメッセージはない。
    .look = Wireshark は Verify Data（tls.handshake.verify_data）を表示するだけで、検証しない。
tls-finished-invalid = 本プログラムの計算と一致しない
    .why = シークレットとこのキャプチャのメッセージからは別の検証値になる。途中かキャプチャファイルの中で、ハンドシェイクメッセージが書き換えられている。相手側は拒否する。
    .look = Wireshark は Verify Data（tls.handshake.verify_data）を表示するだけで、検証しない。
tls-encrypted-handshake-message = 暗号化されており、外からは何か分からない
    .why = Change Cipher Spec の後のハンドシェイクレコードだが最初ではない。再ネゴシエーションか、先頭が未キャプチャのメッセージ。
    .look = Wireshark では Encrypted Handshake Message（鍵ログがあれば Finished）。Change Cipher Spec の後の最初のハンドシェイクレコード。
tls-renegotiation-client-hello = 再ネゴシエーションの開始。おそらく Client Hello で、これまでの鍵で暗号化
    .why = TLS 1.2 までは、暗号化されたセッションの中で新しいハンドシェイクができる。鍵を替えるためや、後からクライアント証明書を求めるため。メッセージはすべてこれまでの鍵で暗号化され、外から見えるのはレコード種別、長さ、順序だけ。
    .look = 同じストリームで Application Data の後に Encrypted Handshake Message が現れる。鍵ログがあれば Wireshark がメッセージ名を示す。
tls-renegotiation-hello-request = おそらく Hello Request。サーバーが再ネゴシエーションを求める
    .why = TLS 1.2 までは、暗号化されたセッションの中で新しいハンドシェイクができる。鍵を替えるためや、後からクライアント証明書を求めるため。メッセージはすべてこれまでの鍵で暗号化され、外から見えるのはレコード種別、長さ、順序だけ。
    .look = 同じストリームで Application Data の後に Encrypted Handshake Message が現れる。鍵ログがあれば Wireshark がメッセージ名を示す。
tls-renegotiation-message = 再ネゴシエーションのメッセージ。これまでの鍵で暗号化
    .why = TLS 1.2 までは、暗号化されたセッションの中で新しいハンドシェイクができる。鍵を替えるためや、後からクライアント証明書を求めるため。メッセージはすべてこれまでの鍵で暗号化され、外から見えるのはレコード種別、長さ、順序だけ。
    .look = 同じストリームで Application Data の後に Encrypted Handshake Message が現れる。鍵ログがあれば Wireshark がメッセージ名を示す。

## アラート

tls-alert = { $level ->
     [fatal] 致命的アラート。接続はここで終わる
    *[other] 警告
    }
    .why = 致命的アラートは送信者があきらめた理由を伝える。原因は相手側にあることが多く、直前に何が送られたかを見る。警告なら接続は続けられる。close_notify は、その側のデータの正常な終わり。
    .look = フィルターは tls.alert_message。Level 2 は致命的、1 は警告。
tls-encrypted-alert = 長さ { $length }。おそらく close_notify
    .why = Change Cipher Spec の後はアラートも暗号化される。平文なら 2 バイト。接続の終わりではほぼ必ず close_notify、つまりこの側のデータはもうないという通知。確かめるには鍵ログが要る。
    .look = Wireshark では Encrypted Alert。フィルターは tls.record.content_type == 21。
tls-encrypted-alert-handshake = 長さ { $length }。読めないが、ハンドシェイクの途中なのでおそらく致命的アラート
    .why = 双方が終わる前の暗号化アラート。どちらかがおそらくあきらめた。たとえば Finished の検証に失敗した場合。
    .look = フィルターは tls.alert_message。Level 2 は致命的、1 は警告。
tls-cause-close-notify = この側のデータはここまで。正常な終了
tls-cause-end-of-early-data = アーリーデータの終わり（TLS 1.3 の草案）
tls-cause-unexpected-message = ここに来るはずのないメッセージを受けた。実装の誤りか、別のプロトコルのバイト列
tls-cause-bad-record-mac = レコードの検証に失敗。途中で変わったか、双方の鍵が違う
tls-cause-decryption-failed = レコードを復号できない
tls-cause-record-overflow = レコードが長すぎる
tls-cause-decompression-failure = レコードを展開できない
tls-cause-handshake-failure = 双方が受け入れられる設定がない。Client Hello の暗号スイート、グループ、署名アルゴリズムを見比べる
tls-cause-no-certificate = 提示できる証明書がない（SSL 3.0）
tls-cause-bad-certificate = 証明書が壊れているか、署名を検証できない
tls-cause-unsupported-certificate = この種類の証明書には対応していない
tls-cause-certificate-revoked = 証明書は発行者によって失効させられている
tls-cause-certificate-expired = 証明書の期限切れ、または時計の誤り
tls-cause-certificate-unknown = 理由は不明だが証明書を受け入れない。利用者やプログラムの拒否が多い
tls-cause-illegal-parameter = 範囲外の値、または矛盾する値がある
tls-cause-unknown-ca = 発行者が信頼するルート証明書にない。自己署名か、チェーンに中間証明書が足りない
tls-cause-access-denied = 証明書は有効だが、接続は許可されていない
tls-cause-decode-error = メッセージを解釈できないか、相手が close_notify なしで切断した（OpenSSL はこのとき送る）
tls-cause-decrypt-error = 署名または Finished の検証に失敗
tls-cause-too-many-cids-requested = 要求された接続 ID が多すぎる
tls-cause-export-restriction = 輸出規制に反する（廃止済み）
tls-cause-protocol-version = 双方が受け入れるバージョンがない
tls-cause-insufficient-security = サーバーはより強い暗号スイートを求めている
tls-cause-internal-error = 送信者の内部エラー。受け取った内容とは無関係
tls-cause-inappropriate-fallback = サーバーはより新しいバージョンに対応しているのに、クライアントが下げて試した
tls-cause-user-canceled = 利用者が取り消した
tls-cause-no-renegotiation = 再ネゴシエーションはしない。セッションはそのまま続く
tls-cause-missing-extension = 必要な拡張機能がない
tls-cause-unsupported-extension = 求めていない拡張機能を受けた
tls-cause-certificate-unobtainable = 証明書を取得できない
tls-cause-unrecognized-name = 求められたサーバー名（SNI）をサーバーが知らない
tls-cause-bad-certificate-status-response = 失効状態（OCSP）を受け入れられない
tls-cause-bad-certificate-hash-value = 証明書がハッシュ値と一致しない
tls-cause-unknown-psk-identity = 事前共有鍵が分からない
tls-cause-certificate-required = サーバーはクライアント証明書を必要としている
tls-cause-general-error = 理由の示されないエラー
tls-cause-no-application-protocol = ALPN の一覧にサーバーが扱うプロトコルがない
tls-cause-ech-required = サーバーは Encrypted Client Hello（ECH）を必要としている
tls-cause-unknown = 登録されていないアラート
tls-cause-nothing-in-common = Client Hello に使えるものがない。おそらく共通の暗号スイートがない
tls-cause-version-too-low = 提示されたバージョンをサーバーが受け入れない。どちらかが古すぎる
tls-cause-client-certificate-refused = サーバーが証明書を求め、クライアントが提示しなかった

## レコードとその他のメッセージ

tls-application-data = 鍵ログがないと読めない（--keylog ファイル名）
    .why = 本来送りたいデータ。セッション鍵で暗号化され、改ざんも検出される。外から見えるのは方向、時刻、長さだけで、読むには鍵ログが要る。Application Data はレコード種別 23 の名前で、コマンドではない。
    .look = フィルターは tls.record.content_type == 23。TLS の設定で鍵ログを指定すると、Wireshark が中身を表示する。
    .observer = 誰が誰といつどれだけ話したか。内容は分からない。
tls-application-data-closed = 既知のシークレットでは復号できない
    .why = 本来送りたいデータ。セッション鍵で暗号化され、改ざんも検出される。外から見えるのは方向、時刻、長さだけで、読むには鍵ログが要る。Application Data はレコード種別 23 の名前で、コマンドではない。
    .look = フィルターは tls.record.content_type == 23。TLS の設定で鍵ログを指定すると、Wireshark が中身を表示する。
    .observer = 誰が誰といつどれだけ話したか。内容は分からない。
tls-hidden-server-flight = 中身は暗号化された Encrypted Extensions、Certificate、Certificate Verify、Finished
    .why = TLS 1.3 は Server Hello の後からハンドシェイクを暗号化し、Application Data 種別のレコードに入れて送る。証明書と署名も送られているが、読むには鍵ログが要る。
    .look = tls.record.opaque_type == 23。中身が何であれ、外側の種別は Application Data。
    .observer = 長さだけ。証明書チェーンのため長くなる。Client Hello の名前を除き、サーバーが誰かはもう見えない。
tls-hidden-server-flight-resumed = 中身は暗号化された Encrypted Extensions、Finished。セッション再開なので証明書はない
    .why = TLS 1.3 は Server Hello の後からハンドシェイクを暗号化し、Application Data 種別のレコードに入れて送る。セッション再開では事前共有鍵がサーバーの身元を示すので、証明書も署名も送られない。
    .look = tls.record.opaque_type == 23。中身が何であれ、外側の種別は Application Data。
    .observer = 長さだけ。証明書チェーンがないため短く、再開だと分かる。
tls-hidden-told = 長さと順序からの推定：{ $list }（各バイト数）
    .why = TLS 1.3 はレコードの中身を隠すが、長さは隠さない。Finished はハッシュと、署名は鍵と同じ長さで、証明書は最も長く、順序も決まっている。だから推定できるが確実ではない。パディングがあれば分からなくなる。
    .look = tls.record.opaque_type == 23。中身が何でも外側の種別は Application Data。tls.record.length を比べる。
tls-hidden-client-finished = クライアントの最初のレコードはおそらく Finished
    .why = TLS 1.3 は Server Hello の後からハンドシェイクを暗号化し、Application Data 種別のレコードに入れて送る。証明書と署名も送られているが、読むには鍵ログが要る。
    .look = tls.record.opaque_type == 23。中身が何であれ、外側の種別は Application Data。
tls-hidden-early-data = アーリーデータ（0-RTT）。サーバーの応答を待たずに送られた
    .why = 以前のセッションの鍵を使い、Hello と一緒にデータを送る。1 往復減るが、記録した者に再送（リプレイ）されうる。
    .look = tls.record.opaque_type == 23。中身が何であれ、外側の種別は Application Data。
tls-data-missing = うち { $bytes } バイトは未キャプチャ
tls-version-unknown = バージョン不明。レコードの表記は { $record } だが、TLS 1.3 でも同じ表記になる
tls-began-earlier = { $message } は { $frame } から始まる（{ $part } / { $total } バイト）
tls-over-records = { $records } 個のレコードに分割
tls-message-incomplete = 不完全。{ $have } / { $total } バイト
tls-message-cut = 不完全。長さも分からない
tls-message-skipped = { $length } バイト。長すぎるため保持しない
tls-malformed = 規格の形式に合わない
tls-record-incomplete = レコードのうち { $bytes } バイトが未キャプチャ
tls-record-cut = レコードの途中で接続かキャプチャが終わった
tls-gap-in-message = おそらく { $message } の一部
tls-handshake-fragment = 先頭が未キャプチャのハンドシェイクメッセージの一部
    .why = 先頭がないため、種別も長さも分からない。
    .look = Wireshark は Encrypted Handshake Message や Continuation Data と表示するが、どちらでもない。
tls-unknown-handshake = 不明な種別 { $type } のハンドシェイクメッセージ
    .why = 既知の登録にない種別。
    .look = フィルターは tls.handshake.type == { $type }。
tls-unknown-record = 不明な種別 { $type } のレコード
    .why = 既知の登録にない種別。
    .look = フィルターは tls.record.content_type == { $type }。
tls-heartbeat = キープアライブ
    .why = 接続を保つための拡張機能（RFC 6520、レコード種別 { $type }）。OpenSSL の実装の誤りが 2014 年の Heartbleed。
    .look = フィルターは tls.record.content_type == 24。
tls-encrypted-extensions = 公開する必要のないサーバーの拡張機能
    .why = TLS 1.3 では、鍵交換に関わらない拡張機能（ALPN など）が暗号化された側に移った。
    .look = フィルターは tls.handshake.type == 8。
tls-end-of-early-data = クライアントのアーリーデータはここまで
    .why = 以後、クライアントは今回のハンドシェイクの鍵を使う。
    .look = フィルターは tls.handshake.type == 5。
tls-key-update = 送信者が次の鍵に切り替える
    .why = TLS 1.3 はハンドシェイクなしで鍵を替えられる。次の鍵は今の鍵から導く。
    .look = フィルターは tls.handshake.type == 24。
tls-supplemental-data = 補足データ
    .why = ハンドシェイクの付加データ（RFC 4680）。まれ。
    .look = フィルターは tls.handshake.type == 23。
tls-next-protocol = クライアントが選ぶプロトコル（NPN、廃止）
    .why = ALPN の前身。
    .look = フィルターは tls.handshake.type == 67。
tls-label-application-data = Application Data：C 側 { $client } レコード、S 側 { $server } レコード
tls-label-application-data-one = Application Data：{ $records } レコード
tls-label-application-data-part = Application Data：レコードの一部
tls-label-handshake-fragment = Handshake：メッセージの一部
tls-label-record-part = Record：先頭のみ

## バイト対応表のフィールド

tls-field-client-version = TLS 1.2 までは提示する上限。TLS 1.3 でもここは TLS 1.2 と書く
tls-field-server-version = 選ばれたバージョン。TLS 1.3 でもここは TLS 1.2 と書く
tls-field-random = 公開の値で、鍵でもセッション ID でもない
tls-field-session-id = 以前のセッションを指す。TLS 1.3 では意味がない
tls-field-compression = 0 は圧縮なし。圧縮は秘密を漏らすため
tls-field-grease = でたらめな値。サーバーは無視しなければならない（RFC 8701）
tls-field-signal = サーバーへの合図で、暗号スイートではない
tls-field-public-key = サーバーのエフェメラル公開鍵
tls-field-signature = 両者の乱数と公開鍵に対する、証明書の秘密鍵による署名
tls-field-ticket = サーバーだけが読める
tls-field-more = 以降のフィールドは示さない
tls-extension-server-name = クライアントが求めるサーバー名（SNI）。平文
tls-extension-max-fragment-length = 短いレコードを求める
tls-extension-status-request = 証明書の失効状態（OCSP）を求める
tls-extension-supported-groups = 鍵交換に使えるグループ。優先順
tls-extension-ec-point-formats = 楕円曲線上の点の書き方
tls-extension-signature-algorithms = 送信者が検証できる署名アルゴリズム
tls-extension-alpn = 中で使うプロトコル（ALPN）
tls-extension-sct = 証明書が公開ログに載った証明（Certificate Transparency）
tls-extension-encrypt-then-mac = 暗号化してから MAC を付ける。CBC スイートをより安全にする
tls-extension-extended-master-secret = マスターシークレットをこのハンドシェイクに結び付ける
tls-extension-compress-certificate = 証明書の圧縮方法
tls-extension-record-size-limit = 送信者が受け取れる最長のレコード
tls-extension-session-ticket = 空ならセッションチケットを求め、空でなければ以前のセッションのチケット
tls-extension-pre-shared-key = 以前のセッションの再開、または事前に決めた鍵の使用
tls-extension-early-data = ハンドシェイク完了前にデータが続く（0-RTT）
tls-extension-supported-versions = TLS 1.3 が実際に決まる場所
tls-extension-cookie = Hello Retry Request でサーバーが渡した値を返す
tls-extension-psk-modes = 事前共有鍵の使い方
tls-extension-key-share = 鍵交換の公開鍵。Hello と一緒に送って 1 往復減らす
tls-extension-ech = 中に暗号化された Hello がある。ダミーの場合もある
tls-extension-renegotiation-info = 再ネゴシエーションを元のセッションに結び付ける（RFC 5746）
tls-field-prime = 双方が計算に使う素数。公開の値
tls-field-encrypted-pre-master = プリマスターシークレットを証明書の公開鍵で暗号化したもの。サーバーの秘密鍵でしか開けない
tls-field-client-public-key = クライアントのエフェメラル公開鍵
tls-field-padding = 古い機器の不具合を避ける長さまで Hello を埋めるゼロ（RFC 7685）
tls-field-log-id = どの公開ログかを示す。ログの公開鍵の SHA-256
tls-field-delegation = この短期の鍵に対する、証明書の秘密鍵による署名
tls-field-ticket-age = チケットの経過時間（ミリ秒）に秘密の数を足した値。外からは二つのセッションを結び付けられない
tls-field-binder = 事前共有鍵で作ったこの Hello の検証値。クライアントが鍵を持つことを示す
tls-field-share = 鍵交換のエフェメラル公開鍵。公開の値
tls-field-ech-payload = 暗号化した内側の Hello、または同じ長さの乱数（GREASE）。外からは区別できない
tls-field-age-add = 次回、チケットの経過時間に足す秘密の数
tls-field-ticket-nonce = 同じセッションのチケットごとに違う鍵を導くための値
tls-field-signature-verify = ここまでの全ハンドシェイクメッセージに対する、送信者の証明書の秘密鍵による署名
tls-field-verify-data = ここまでの全ハンドシェイクメッセージの検証値。セッションの秘密から計算する
tls-extension-certificate-type = 証明書の形式。X.509 か、公開鍵だけか
tls-extension-use-srtp = SRTP（音声と映像）の鍵を取り決める
tls-extension-heartbeat = 生存確認メッセージを許す（Heartbleed はその実装の不具合）
tls-extension-padding = 長さを調整するだけ
tls-extension-token-binding = ログイントークンをこの接続に結び付ける
tls-extension-delegated-credential = 証明書が保証する短期の鍵での署名を認める
tls-extension-certificate-authorities = 送信者が信頼する認証局
tls-extension-oid-filters = クライアント証明書に必要な項目
tls-extension-post-handshake-auth = クライアントはハンドシェイク後の証明書提示に応じる
tls-extension-signature-algorithms-cert = 証明書内の署名に使えるアルゴリズム
tls-extension-quic = QUIC のトランスポートパラメーター
tls-extension-npn = ALPN の前身（NPN、廃止）
tls-extension-channel-id = クライアントが自分の鍵で身元を示す（廃止された実験）
tls-extension-application-settings = 中のプロトコルの設定をハンドシェイクで送る（ALPS）
tls-extension-other = TLS の拡張の一つ。めったに見ない

## 対話全体

tls-recognised-client-hello = 先頭のバイトが Client Hello
tls-recognised-server-hello = サーバー側の先頭が Server Hello。クライアント側は未キャプチャ
tls-recognised-ssl2-hello = SSL 2.0 形式の Client Hello
tls-recognised-records = 連続する TLS レコード
tls-recognised-inside = 鍵がないため中身は不明（ポート { $port } は { $service } over TLS）
tls-recognised-decrypted = 中身はシークレットで復号し、* で示す
tls-recognised-inside-unknown = 鍵がないため中身は不明
tls-outcome-encrypted = 暗号化、鍵ログなし
tls-outcome-decrypted = シークレットで復号
tls-outcome-late = 暗号化、先頭は未キャプチャ
tls-outcome-null = TLS でも平文（NULL 暗号スイート）
tls-outcome-failed = ハンドシェイク失敗：{ $alert }
tls-outcome-incomplete = ハンドシェイク未完了
tls-outcome-no-data = ハンドシェイク完了、データなし
tls-summary = { $version }、完全なハンドシェイク、{ $suite }。アプリケーションデータは C 側 { $client } レコード、S 側 { $server } レコード
tls-summary-resumed = { $version }、セッション再開、{ $suite }。アプリケーションデータは C 側 { $client } レコード、S 側 { $server } レコード
tls-summary-resumed-from = 対話 { $stream } で確立したもの
tls-summary-no-choice = バージョンと暗号スイートは不明。アプリケーションデータは C 側 { $client } レコード、S 側 { $server } レコード

## 所見

tls-fatal-alert = { $side ->
     [C] クライアント
    *[S] サーバー
    }が致命的アラート { $alert } で打ち切った。{ $cause }
tls-record-too-long = { $length } バイトのレコードがある。規格の上限は { $limit }
tls-empty-records = 中身のないハンドシェイクレコードが { $count } 個ある。規格では禁止
tls-too-many-messages = メッセージが多すぎるため、{ $count } 件は数えただけで表示しない
tls-too-many-certificates = 一つのメッセージに証明書が { $count } 枚あり、最初の { $limit } 枚だけを読んだ
tls-message-too-long = { $message } は { $length } バイト。保持する上限は { $limit } バイトのため、読まずに進んだ
tls-malformed-message = { $message } が規格の形式に合わず、読めない
tls-not-a-record = { $side ->
     [C] クライアント
    *[S] サーバー
    }が TLS レコードではないバイト列 { $bytes } を送った。続きから次のレコードを探す
tls-plain-text = { $side ->
     [C] クライアント
    *[S] サーバー
    }が TLS ではなく平文{ $protocol ->
     [none] {""}
    *[other] の { $protocol }
    }を送った：{ $bytes }。片方だけが TLS を使っている。ポートと設定を確かめること
tls-on-plain-port = { $port } 番ポートは通常、平文の { $service } で始まるが、最初のバイトから TLS。クライアントの設定が SSL/TLS で、このポートでは STARTTLS か暗号化なしが普通
tls-plaintext-after-ccs = Change Cipher Spec の後に平文のメッセージがある。暗号化されるべきもの
tls-late-start = キャプチャ開始時にはハンドシェイクが終わっていた。バージョン、暗号スイート、証明書は不明（レコードの表記は { $record }。TLS 1.3 も TLS 1.2 と書く）。接続の前にキャプチャを始めること
tls-state-incomplete = { $missing } が未キャプチャ。暗号化されたメッセージが何かは推定しかできない
tls-handshake-gap = キャプチャファイルにハンドシェイクの一部がなく、不完全なメッセージがある
tls-handshake-incomplete = ハンドシェイクが完了せず、理由を示すアラートもない。最後のメッセージは { $last }
tls-false-start = False Start（RFC 7918）。サーバーの Change Cipher Spec と Finished より前にクライアントがデータを送った。許された動作で、鍵の更新ではない
tls-mac-failed = このハンドシェイクのシークレットでは { $side } 側のレコードを復号できない（{ $why ->
    [short] 短すぎる
    [none] 一つも復号できない
   *[mac] MAC の検証に失敗
}）。シークレットが違うか、バイトが書き換えられている。以後は復号しない
tls-record-not-opened = { $side } 側に復号できないレコードが { $count } 個ある。それより前は復号できた（MAC の検証に失敗）。バイトが書き換えられたか、前のレコードが欠けている。対話の欠落箇所を見て、取りこぼしならキャプチャのバッファーを大きくして取り直すこと
tls-finished-differs = { $side } 側の Finished が本プログラムの計算と一致しない。ハンドシェイクメッセージが書き換えられている
tls-cipher-not-supported = このハンドシェイクのシークレットはあるが、wiretale は { $cipher } を計算できず、中身は読めない
tls-no-matching-secret = client_random { $random }.. のシークレットがない。あるのは別のハンドシェイク { $others } 回分。キャプチャと同時に鍵ログを書き（SSLKEYLOGFILE）、そのためにプログラムを起動し直すこと
tls-rsa-key-opens-nothing = この RSA 秘密鍵では復号できない。{ $why ->
    [other] プリマスターシークレットは別の鍵で暗号化されている
    [missing] 暗号化したプリマスターシークレットを含む Client Key Exchange が未キャプチャか、再開されたセッション
   *[forward] { $exchange } では秘密鍵は署名にしか使われず、鍵はエフェメラル鍵で合意する（前方秘匿性）。必要なのは鍵ログ（--keylog）
}
tls-early-data-refused = サーバーがアーリーデータ（0-RTT）を拒否。これより前にクライアントが送った分は受け取られず、たいていもう一度送られる
tls-secrets-late = シークレットがキャプチャファイルの中で、それを使うパケットより後にある。前の部分は読めない。--keylog で渡すこと（editcap --extract-secrets FILE KEYS で書き出せる）
tls-renegotiation = セッションの中で再びハンドシェイクした（再ネゴシエーション）。{ $read ->
    [yes] その Change Cipher Spec から新しい鍵を使う
   *[no] 鍵ログがないと中身は見えない
}
tls-insecure-renegotiation = サーバーは安全な再ネゴシエーション（RFC 5746）に対応していない
tls-deprecated-version = { $version } は廃止されている（{ $rfc }）。TLS 1.2 か 1.3 を使うこと
tls-downgrade = 双方が TLS 1.3 に対応するのに { $version } が選ばれた。途中で Client Hello が書き換えられた可能性がある
tls-weak-suite = 暗号スイート { $suite } は弱い（{ $why }）
tls-no-forward-secrecy = 暗号スイート { $suite } には前方秘匿性がない。後で{ $key ->
    [psk] 事前共有鍵
    [both] 事前共有鍵とサーバーの秘密鍵
   *[private] サーバーの秘密鍵
}を得た者は、この記録を読める
tls-unreadable-certificate = サーバーの証明書を読めない
tls-certificate-expired = キャプチャ時点でサーバー証明書は期限切れ。有効期限 { $until }、キャプチャ { $captured }
tls-certificate-not-yet-valid = キャプチャ時点でサーバー証明書はまだ有効でない。有効期間は { $from } から、キャプチャ { $captured }
tls-name-mismatch = 証明書は { $names } のもの。クライアントが求めたのは { $name }
tls-weak-key = サーバーの RSA 鍵は { $bits } ビットしかない
tls-weak-signature = サーバー証明書の署名 { $algorithm } は偽造できる
tls-summary-unfinished = { $version }、ハンドシェイクは完了していない、{ $suite }。アプリケーションデータは C 側 { $client } レコード、S 側 { $server } レコード
tls-signature-invalid = { $message } の署名（{ $scheme }）が証明書の鍵（{ $key }）と一致しない：{ $wrong }
    .why = この署名は、相手が証明書の秘密鍵を持つことを示すはずのもの。一致しないのは、署名対象のバイト列が途中で変わったか、送信者が別の秘密鍵を使ったか、キャプチャファイルが改変されたかのいずれか。正常なクライアントはアラート decrypt_error で打ち切る。
    .look = 直後に decrypt_error アラートがあるかを見る。なければ、キャプチャファイル自体の改変が疑わしい。
tls-chain-invalid = 証明書 { $certificate } は { $issuer } の発行とあるが、署名が一致しない：{ $wrong }
    .why = 証明書チェーンでは各証明書に次の証明書が署名する。署名が一致しない証明書は信頼できない。改変されたか、その発行者が署名していない。
    .look = Certificate メッセージを開き、issuer と次の証明書の subject を見比べる。
tls-chain-order = 証明書の順序が違う：証明書 { $certificate } は直前の証明書の発行者ではない。サーバーの証明書ファイルでは、自分の証明書、中間証明書の順に並べる
    .why = TLS 1.2 は、各証明書が直前の証明書に直接署名することを求める（RFC 5246 7.4.2 節）。TLS 1.3 でも推奨。並べ替えるクライアントは多いが、失敗するものもある。
    .look = Certificate メッセージを開くと、二番目以降の subject は直前の issuer と等しいはず。
tls-weak-group = 鍵交換の { $kind } パラメーターが { $bits } ビットしかない。サーバーで 2048 ビット以上にするか、ECDHE を使う
    .why = 1024 ビットの有限体は強力な攻撃者なら事前計算でき、その後は接続ごとの解読が安価になる（Logjam、2015 年）。RFC 9325 は 2048 ビット以上を求める。
    .look = Server Key Exchange を開き、p の長さを見る。
tls-self-signed = サーバーの証明書（{ $name }）は自己署名：ほかに保証する者がなく、クライアントは事前に知っている場合だけ受け入れるべき
    .why = 自己署名証明書は誰でも、どんな名前でも作れる。実習ではよくあるが、公開サーバーは認証局が署名した証明書を使うべき。
    .look = Certificate を開くと、issuer と subject が同じ。
tls-no-alternative-names = 証明書に subjectAltName がなく、名前は CN（{ $name }）だけにある。今のクライアントは CN を見ず、拒否する。subjectAltName 付きで再発行してもらう
    .why = RFC 9525 は subjectAltName だけを比べる。
    .look = Certificate の extensions を開き、subjectAltName の有無を見る。
tls-certificate-revoked = サーバーの証明書は失効している（添付の OCSP 応答、{ $from }）。証明書を取り替える
    .why = 認証局が期限前に証明書を無効とした。多くは秘密鍵の漏えいによる。
    .look = フィルターは tls.handshake.type == 22。

# The lesson.
tls-lesson-title = { $version }、{ $kind ->
    [full] 完全なハンドシェイク
    [resumed] セッション再開
    [retry] Hello Retry Request の後の完全なハンドシェイク
    [renegotiation] 再ネゴシエーション
    [failed] 失敗したハンドシェイク
   *[unknown] ハンドシェイク
}、{ $suite }、グループ { $group }
tls-lesson-parts = 鍵交換 { $exchange } | 認証 { $authentication } | 暗号 { $cipher } | ハッシュ { $hash }{ $protection ->
    [aead] （PRF とハンドシェイクのハッシュ用。暗号の一部ではない）
   *[other] （各レコードの MAC 用）| PRF とハンドシェイクのハッシュ { $prf }
}
tls-lesson-parts-13 = 暗号 { $cipher } | ハッシュ { $hash }（HKDF とハンドシェイクのハッシュ用。暗号の一部ではない）| 鍵交換と認証はスイートではなく拡張で決める
tls-certificate-line = { $side ->
    [C] クライアント証明書
   *[S] 証明書
} { $number }：{ $subject }。発行者 { $issuer }。シリアル番号 { $serial }。名前 { $names }。鍵 { $key }。用途 { $usages }{ $ca ->
    [yes] 。他の証明書を発行できる
   *[no] {""}
}。有効期間 { $from } から { $to }。署名アルゴリズム { $signature }。SHA-256 { $print }
tls-check-name = { $state ->
    [valid] { $name } は証明書 1 の名前にある（{ $names }）
    [invalid] { $name } は証明書 1 の名前にない（{ $names }）
   *[unchecked] 名前は比較できない。証明書 1 は { $names } 用で、クライアントはサーバー名を示していない
}
tls-check-dates = { $state ->
    [valid] 証明書 1 の有効期間は { $from } から { $to }。キャプチャは { $day }
    [invalid] 証明書 1 の有効期間は { $from } から { $to } で、キャプチャした { $day } は範囲外
   *[unchecked] 証明書 1 の有効期間はキャプチャの日付と比較できない
}
tls-key-random = 公開の値。ハンドシェイクごとに違う鍵を導くためのもの
tls-key-master = 双方がそれぞれ計算し、決して送らない。すべての鍵の元になる
tls-key-mac = 各レコードの検証値の計算に使う
tls-key-write = この側のレコードを暗号化する
tls-key-iv = レコードごとに暗号の初期値を変える
tls-key-handshake-secret = この側のハンドシェイクの残りに使う
tls-key-data-secret = Key Update まで、この側のデータに使う
tls-key-finished = この側の Finished に使う
tls-field-content-type = レコードの中身の種類
tls-field-record-version = 互換のための値で、セッションのバージョンは表さない
tls-lesson-random = Client Hello（{ $frame }）の乱数 { $random } は公開の値で、セッション鍵でもセッション ID でもない。平文で流れ、ハンドシェイクごとに違う鍵を導くためだけにある
    .why = 乱数を見ても鍵は計算できない。鍵を導くにはプリマスターシークレット（TLS 1.3 では鍵交換の共有秘密）が要り、それは通信路に現れない。
    .look = Client Hello を開くと、Random と Session ID は別のフィールド。
tls-lesson-suite = { $suite }（{ $frame }）の暗号は { $cipher }。{ $hash } はその一部ではなく、鍵の導出とハンドシェイクのハッシュに使う
    .why = { $cipher } はそれ自体で改ざんを検出でき（AEAD）、別のハッシュは要らない。名前の末尾のハッシュは PRF や HKDF のもの。
    .look = Server Hello を開き、Cipher Suite を見る。
tls-lesson-key-exchange = Server Key Exchange（{ $frame }）にデータを暗号化する鍵はない。あるのはエフェメラル公開鍵（{ $group }）とその署名で、誰が見てもよい
    .why = データを暗号化する鍵は双方がそれぞれ計算し、どのメッセージにも入らない。
    .look = Server Key Exchange を開くと、Pubkey と Signature がある。
tls-lesson-premaster = { $exchange ->
     [RSA] プリマスターシークレットはクライアントが作り、証明書の公開鍵で暗号化して Client Key Exchange（{ $client }）で送る。サーバーは秘密鍵で開く
    *[other] プリマスターシークレットは通信路に現れない。双方が公開鍵（{ $server } と { $client }）を送り、それぞれ同じ値を計算する
    }
    .why = プリマスターシークレットと両者の乱数（またはハンドシェイクのハッシュ）からマスターシークレットを導き、そこからセッション鍵を導く。
    .look = Server Key Exchange と Client Key Exchange の Pubkey を見比べる。RSA 鍵交換では Encrypted PreMaster を見る。
tls-lesson-client-key-exchange = このメッセージの名は Client Key Exchange（鍵交換、{ $exchange }）で、Client Key Change ではない。Change が付くのは後の Change Cipher Spec（{ $change }）
    .why = Exchange は交換、Change は切り替え。前者は公開鍵を送り、後者は次のレコードからの暗号化を告げる。
    .look = Info 列で正式な名前を読む。
tls-lesson-certificate = { $proof ->
     [Finished] 証明書（{ $certificate }）は公開の文書で、見せるだけでは身元の証明にならない。プリマスターシークレットを開いて正しい Finished（{ $frame }）を計算できて初めて、秘密鍵を持つと分かる
    *[other] 証明書（{ $certificate }）は公開の文書で、見せるだけでは身元の証明にならない。{ $proof }（{ $frame }）の署名が、秘密鍵を持つことを示す
    }
    .why = 証明書は誰でもコピーできるが、秘密鍵は持ち主しか持たない。
    .look = Certificate と { $proof } を見比べる。
tls-lesson-refresh = サーバーの Change Cipher Spec と Finished（{ $frame }）はハンドシェイクを完了するもので、セッション鍵の定期更新ではない。TLS 1.2 までに定期更新はなく、鍵を替えるには再ネゴシエーションが要る
    .why = Finished は全ハンドシェイクメッセージの検証値で、双方が一度ずつ送る。
    .look = フィルターは tls.change_cipher_spec。一度のハンドシェイクで各側に一つだけ。
