# メールの内容。$types は空、または空白と各パートの型（例 (text/plain) (text/html)）。
mail-label = メール { $size } バイト{ $types }
# $whole はメール全体のサイズ。0 は不明。
mail-label-partial = { $whole ->
    [0] メール { $size } バイト、不完全{ $types }
   *[other] メール { $size } / { $whole } バイト、不完全{ $types }
}
mail-note-content = ヘッダー、空行、本文。終了の印（点だけの行）は含まない
mail-note-top = ヘッダー、空行、本文の先頭の数行。TOP が求めるのはここまで
mail-note-incomplete = { $missing ->
    [0] 不完全。全体の書き出しはできない
   *[other] { $missing } バイト欠けている。全体の書き出しはできない
}
mail-note-header-missing = ヘッダーが未キャプチャのため、From も Subject もない
mail-note-header-partial = ヘッダーの一部が未キャプチャ。ほかにもフィールドがあるかもしれない
mail-note-encoded-words = ヘッダーの符号化語（=?文字集合?符号化?内容?=）は元の文字に戻して表示
mail-note-raw-utf8 = ヘッダーに UTF-8 の文字がそのまま書かれ、符号化語ではない
mail-note-guessed = ヘッダーに文字集合の宣言がないバイトがあり、{ $charset } と推定
mail-note-stuffed = ドットスタッフィング { $lines } 行。余分な点は取り除いた
mail-note-size-as-declared = サイズは申告どおり
mail-note-size-differs = 申告サイズは { $declared } バイトで、実際と異なる
mail-note-attachments = 添付ファイル { $count } 個
mail-header-too-long = メールのヘッダーが { $limit } バイトを超え、その先のフィールドは読んでいない
mail-too-deep = メールのパートの入れ子が { $limit } 段を超え、それより深い部分は展開していない
mail-too-many-parts = メールのパートが { $limit } 個を超え、残りは一覧にない
mail-no-boundary = multipart に使える boundary がなく、パートを分けられない（RFC 2046 5.1.1 節）
mail-unclosed = multipart の最後の区切り行（--boundary--）がなく、メールの末尾までを内容とした（RFC 2046 5.1.1 節）
mail-bad-base64 = Base64 と宣言されたパートに Base64 以外の文字があるか、末尾が欠けている（RFC 2045 6.8 節）
mail-bad-quoted-printable = quoted-printable と宣言されたパートに、16 進 2 桁が続かない = がある（RFC 2045 6.7 節）
mail-no-empty-line = ヘッダーの後に空行がない。フィールドでない最初の行からを本文とした（RFC 5322 2.1 節）
mail-too-large = メールが { $limit } バイトを超えるため内容を保持せず、書き出せない
