# mail コマンドの見出しとラベル
mails-stream = 対話
mails-no = 番号
mails-source = 取得元
mails-frames = フレーム
mails-size = サイズ
mails-parts = パート
mails-subject = 件名
mails-headers = ヘッダーのみ
mails-empty = （空）
mails-no-subject = （なし）
mails-not-captured = （未キャプチャ）
mails-more-parts = {" "}ほか { $count } 個
mails-already-there = すでにあり、内容も同じ
mails-not-saved-missing = 保存せず：{ $path }。バイトの欠落あり
mails-not-saved-large = 保存せず：{ $path }。大きすぎて保持していない
mails-none = { $path }：{ $encrypted ->
        [0] このファイルの対話では、メールの送信も受信もない（wiretale { $path } で対話を表示）
       *[other] 平文で送受信されたメールはない。{ $encrypted } 件の対話は暗号化されており、鍵がなければ中身は読めない
    }
mails-same = 同じメール  { $first } = { $second }
mails-same-id = Message-ID が同じ
mails-same-no-id = 比べられる Message-ID がない
mails-same-body = 本文が同じ（SHA-256）
mails-other-body = 本文が違う
mails-body-not-seen = 本文は比べていない：片方が全部そろっていない
mails-lines-equal = ヘッダーの行も同じ
mails-lines-more = ヘッダーが { $count } 行多い：{ $names }
mails-lines-fewer = ヘッダーが { $count } 行少ない：{ $names }
mails-not-compared = メールが { $limit } 通を超えたため、残りは互いに比べていない
letter-head = メール { $name }  { $command }  { $frames }  { $size }  { $time }
letter-size = { $size } バイト
letter-size-partial = { $whole ->
        [0] { $size } バイト、不完全
       *[other] { $size } / { $whole } バイト、不完全
    }
letter-envelope = エンベロープ
letter-header = ヘッダー
letter-compare = 照合
letter-received = Received
letter-parts = パート
letter-text = 本文
letter-signature = 署名
letter-gaps = 欠落
letter-file = ファイル
letter-return-path = POP3 にエンベロープはない。最後のサーバーがエンベロープ送信者を Return-Path に書いている：{ $path }
letter-no-envelope = POP3 にエンベロープはない。取り出すのは保存されたメール
letter-envelope-not-captured = 未キャプチャ
letter-sender-not-captured = MAIL FROM は未キャプチャ
letter-more-fields = ほかに { $count } 個のフィールド（-vv で全部表示）
letter-agree = エンベロープとヘッダーの送信者と受信者は一致
letter-other-sender = From がエンベロープ送信者と違う：ヘッダーは { $from }、エンベロープは { $sender }
letter-bcc = エンベロープだけにある受信者（Bcc かメーリングリスト）：{ $to }
letter-not-sent-to = To か Cc にあるが、このエンベロープにない：{ $to }
letter-date-near = Date はキャプチャの時計と一致（{ $date }）
letter-date-before = Date はキャプチャより { $span } 早い（{ $date }）
letter-date-after = Date はキャプチャより { $span } 遅い（{ $date }）。どちらかの時計が狂っている
letter-bytes = { $size } バイト
letter-bytes-incomplete = { $size } バイト、一部欠落
letter-kind = 内容から { $kind }
letter-kind-not-type = 内容は { $kind }。宣言された { $declared } ではない
letter-kind-not-name = 内容は { $kind }。ファイル名と合わない
letter-kind-not-both = 内容は { $kind }。宣言された { $declared } でもなく、ファイル名とも合わない
letter-text-more = 続きあり
letter-text-empty = 文字なし
letter-charset = 文字集合 { $charset }
letter-charset-guessed = 文字集合の宣言なし。{ $charset } と推定
letter-text-html = HTML パートの文字
letter-text-remote = 外部の画像やスタイルシート { $count } 個は読み込んでいない
letter-text-scripts = スクリプト { $count } 個は省略
letter-body-matches = 本文は署名されたときと同じ（本文のハッシュが一致）。署名そのものは検証していない。鍵は DNS にある
letter-body-differs = 本文は署名されたときと違う（本文のハッシュが不一致）。署名の後に変更された
letter-body-missing = 本文のハッシュは照合していない：本文にバイトの欠落あり
letter-body-no-hash = 本文のハッシュは照合していない：署名に書かれていない
letter-body-too-many = 本文のハッシュは照合していない：署名が多すぎる
letter-body-unknown = 本文のハッシュは照合していない：対応していないアルゴリズムか正規化方式
letter-gap = { $bytes } バイト：メールの { $from } から { $to } まで（0 から数える）。保存したファイルでは、欠落の位置はオフセット { $behind }
letter-more-gaps = ほかに { $count } か所（--format json は千か所まで出す）
letter-header-not-captured = 未キャプチャ
letter-gap-ends = 先頭か末尾が未キャプチャ
