# メールの内容。$types は空、または空白と各パートの型（例 (text/plain) (text/html)）。
mail-label = メール { $size } バイト{ $types }
# $whole はメール全体のサイズ。0 は不明。
mail-label-partial = { $whole ->
    [0] メール { $size } バイト、不完全{ $types }
   *[other] メール { $size } / { $whole } バイト、不完全{ $types }
}
mail-note-content = ヘッダー、空行、本文（終了の印「.」は除く）
    .why = メールは文字の並びで、ヘッダーの行、空行、本文からなる（RFC 5322 2.1 節）。画面に出る From や Subject はこのヘッダーにあり、送信者が書いたもので、エンベロープとは別。
    .look = フィルターは imf。Info 列に from:、subject: と各パートの型が出る。符号化語はそのまま。
mail-note-top = ヘッダー、空行、本文の先頭数行。TOP はここまで
    .why = TOP はヘッダー全体と、求めた行数の本文だけを返す（RFC 1939 7 節）。メール自体はこれより長い。
    .look = フィルターは upper(pop.request.command) == "TOP"。
mail-note-incomplete = { $missing ->
    [0] 先頭か末尾がない。全体は書き出せない
   *[other] { $missing } バイト欠落。全体は書き出せない
}
    .why = メールの一部のバイトがファイルにない。欠けた前後は読めるが、Base64 のパートは途中が欠けると全体をデコードできず、書き出しても完全にはならない。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
mail-note-header-missing = ヘッダーが未キャプチャのため、From も Subject もない
    .why = From、To、Subject はメールの先頭にあり、ちょうどそこがファイルにない。送信者と受信者はエンベロープ（MAIL FROM、RCPT TO）に残っていることもある。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
mail-note-header-partial = ヘッダーの一部が未キャプチャ。ほかの欄もありうる
    .why = 欠けたのはヘッダーの途中。ここに出ていないフィールドが、その中にあったかもしれない。
    .look = フィルターは tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment。
mail-note-encoded-words = 符号化語（=?utf-8?b?..?=）はデコード済み
    .why = ヘッダーに書けるのは ASCII だけなので、漢字などは符号化語にする。文字集合、B（Base64）か Q（quoted-printable に似た方式）、内容の順に並べる（RFC 2047）。書き方の問題で、暗号化ではない。長い文字列は複数に分ける。
    .look = フィルターは imf.subject contains "=?"。
mail-note-raw-utf8 = ヘッダーに UTF-8 をそのまま記載。符号化語ではない
    .why = ASCII 以外の文字は符号化語にするか（RFC 2047）、MAIL FROM で SMTPUTF8（RFC 6531）を使うと示す必要がある。手入力ではそのまま流れるが、多くのソフトは UTF-8 と推定して正しく表示する。
    .look = フィルターは imf.subject。
mail-note-guessed = 文字集合の宣言がないバイトを { $charset } と推定
    .why = 符号化語でないため、バイトの意味が示されていない。UTF-8 としては正しくなく、この文字集合なら読めるので最も有力だが、誤りの可能性もある。
    .look = フィルターは imf.subject。
mail-note-stuffed = ドットスタッフィング { $lines } 行。余分な「.」は除去
    .why = 「.」で始まる行は、終了の印と間違われないよう、送るときに「.」を一つ足し、受け取った側が取り除く（RFC 5321 4.5.2 節、RFC 1939 3 節）。メール自体は変わらない。
    .look = フィルターは tcp.payload contains 0d:0a:2e:2e。
mail-note-size-as-declared = サイズは申告どおり
    .why = 前もって示されたサイズ（MAIL FROM の SIZE= か、サーバーの +OK）と、ここにあるメールのサイズが一致し、欠落はない。
    .look = フィルターは smtp.req.parameter matches "(?i)size=" || pop.response.description contains "octets"。
mail-note-size-differs = 申告サイズは { $declared } バイトで、実際と異なる
    .why = わずかな差はたいてい行末の数え方で、CRLF を 2 バイトとするか 1 バイトとするかの違い。SIZE= は見積もりにすぎず（RFC 1870）、メールが壊れているわけではない。
    .look = フィルターは smtp.req.parameter matches "(?i)size=" || pop.response.description contains "octets"。
mail-note-attachments = 添付ファイル { $count } 個
    .why = 添付ファイルは同じメールの中の、ファイル名の付いたパート。Base64 で書かれ、約 3 分の 1 大きくなる（RFC 2045 6.8 節、RFC 2183）。
    .look = フィルターは mime_multipart.header.content-disposition contains "attachment"。
mail-header-too-long = メールのヘッダーが { $limit } バイトを超え、その先のフィールドは読んでいない
    .why = 際限のないヘッダーに備えた上限。読んだ分は正しいが、その先のフィールドは一覧にない。
    .look = フィルターは imf。
mail-too-deep = メールのパートの入れ子が { $limit } 段を超え、それより深い部分は展開していない
    .why = 転送メールのように、パートの中にパートがありうる。上限を超えた内容は展開せず、そのまま残す。
    .look = フィルターは mime_multipart。
mail-too-many-parts = メールのパートが { $limit } 個を超え、残りは一覧にない
    .why = プログラムを守るための上限。メールのバイト自体はすべて数えている。
    .look = フィルターは mime_multipart。
mail-no-boundary = multipart に使える boundary がなく、パートを分けられない（RFC 2046 5.1.1 節）
    .why = multipart には、パートを区切る行を示す boundary が必要。なければ一続きの文字として見える。
    .look = フィルターは mime_multipart.no_required_parameter。
mail-unclosed = multipart の最後の区切り行（--boundary--）がなく、メールの末尾までを内容とした（RFC 2046 5.1.1 節）
    .why = 最後の区切り行は末尾にハイフンが二つ付く。なくても多くのソフトは読めるが、メールが途中で切れた印のこともある。
    .look = フィルターは mime_multipart && !mime_multipart.last_boundary。
mail-bad-base64 = Base64 と宣言されたパートに Base64 以外の文字があるか、末尾が欠けている（RFC 2045 6.8 節）
    .why = Base64 は 64 種の文字と末尾の = を 4 文字ずつ使う。ほかの文字はたいてい読み飛ばされ、最後の組が足りないとバイトが失われる。
    .look = フィルターは mime_multipart.header.content-transfer-encoding contains "base64"。
mail-bad-quoted-printable = quoted-printable と宣言されたパートに、16 進 2 桁が続かない = がある（RFC 2045 6.7 節）
    .why = quoted-printable の = は、16 進 2 桁で表す 1 バイトの始まりか、行末なら見かけの改行。それ以外はたいていそのまま表示される。
    .look = フィルターは mime_multipart.header.content-transfer-encoding contains "quoted-printable"。
mail-bad-uuencode = uuencode と宣言された部分に begin の行や終わりがないか、それに属さない行がある
    .why = uuencode は MIME 以前のメールで使われた書き方：begin とモードとファイル名、長さで始まる行、最後に end。復号できたところまでしか出せない。
    .look = フィルターは mime_multipart.header.content-transfer-encoding contains "uu"。
mail-field-missing = ヘッダーに { $fields } がない。Date と From はどのメールにも必要（RFC 5322 3.6 節）
    .why = 標準が必須とするフィールドは Date と From の二つだけ。メールソフトは自動で書くが、手入力では忘れやすい。Date は投稿サーバーが補ってもよい（RFC 6409 8.2 節）が、ほかのサーバーは補えない。
    .look = フィルターは imf && !(imf.date && imf.from)。
mail-field-repeated = 一つのヘッダーに { $fields } が複数ある（RFC 5322 3.6 節）。最初のものを表示
    .why = これらのフィールドは一度しか書けない。複数あるときどれを採るかはソフトによって違うので、画面に出るものと検査されるものが一致するとは限らない。
    .look = フィルターは imf。Internet Message Format を開く。
mail-bad-date = Date が RFC 5322 の日付の書き方ではない（3.3 節）
    .why = 日付は、日、月の英語の略称、年、時刻、グリニッジとの時差の順に書く。例：23 Nov 2026 10:20:31 +0800。書き方が違うと、メールソフトは並べる位置を誤るか、届いた時刻で並べる。
    .look = フィルターは imf.date。
mail-bad-header-line = ヘッダーに正しいフィールドでない行がある。コロンの前に空白があるか、最初の行が継続行（RFC 5322 2.2 節）
    .why = フィールドは名前、すぐ後のコロン、内容からなる。空白で始まる行は前のフィールドの続き。このような行を受け入れるソフトもあれば、ヘッダーの終わりとみなすソフトもある。
    .look = フィルターは imf.unknown_extension || imf。
mail-no-empty-line = ヘッダーの後に空行がない。フィールドでない最初の行からを本文とした（RFC 5322 2.1 節）
    .why = ヘッダーと本文の境は空行だけ。手入力では忘れやすく、最初の文がヘッダーとみなされたり、そこでヘッダーが終わったりする。
    .look = フィルターは imf。
mail-too-large = 同時に転送中のメールが { $limit } バイトを超えたため、このメールは保持せず、保存できない
    .why = サイズと要約は正しい。--extract でこのメールを出せず、mail -v も内容を読まないだけ。一つのキャプチャがメモリを使い切らないための上限。
    .look = フィルターは imf。
mail-name-shortened = メールに { $limit } バイトを超えるファイル名か種類があり、先頭だけを示す
    .why = これほど長い名前を使えるファイルシステムはなく、種類は 255 バイトまで（RFC 6838 4.2 節）。メールのバイト自体はすべて数えている。
    .look = フィルターは mime_multipart。
