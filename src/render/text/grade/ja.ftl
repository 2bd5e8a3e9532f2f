# 成績
marks-student = 学生
marks-name = 氏名
marks-total = 合計
marks-remark = 備考
marks-mean = 平均
marks-and = {" "}と{" "}
marks-and-more = { $names } ほか { $count } 人
marks-state-passed = 達成
marks-state-partial = 部分点
marks-state-undecided = 判定不能
marks-state-failed = 未達成
marks-state-skipped = 対象外
marks-legend-failed = 0 未達成
marks-legend-undecided = ? これらのファイルからは判定できない（0 点）
marks-legend-skipped = - 対象外、先に { $items } が必要
marks-legend-pass = { $all } 人中 { $below } 人が { $pass } 点未満
marks-alike = 注意：{ $students } のキャプチャファイルは同じ { $frames } フレームを含む（{ $names }）
marks-needs = 先に { $items } が必要
marks-found = { $what }（{ $places }）
marks-expected = 期待：{ $text }
marks-actual = 実際：{ $text }
marks-hint = 対処：{ $text }
marks-total-of = { $points } / { $of } 点
marks-passed = （合格、合格点は { $pass } 点）
marks-not-passed = （不合格、合格点は { $pass } 点）
marks-item = { $name } { $points }/{ $of }、{ $state }
marks-file =
    { $name }、{ $frames ->
       *[other] { $frames } フレーム
    }
marks-files = 提出されたファイル
marks-stranger = 名簿にない
marks-nothing = 提出がない
marks-no-capture = 読み取れるキャプチャファイルがない
marks-hidden = その他の検査
marks-warnings = 注意事項
marks-wireshark = Wireshark では：{ $filter }

# ファイルの問題
marks-file-keylog =
    鍵ログ、{ $count ->
       *[other] { $count } 個の秘密を含む。キャプチャファイルの解読に使う
    }
marks-file-private-key = 秘密鍵
marks-file-empty = ファイルが空。キャプチャは保存したか。Wireshark では「ファイル > 名前を付けて保存」、種類は pcapng
marks-file-no-frames = ファイルにフレームがない。キャプチャを始めてからメールを送り、止めて保存する
marks-file-no-capture =
    キャプチャファイルではなく{ $kind ->
        [archive] 対応していないアーカイブ。キャプチャファイルそのもの、または zip を提出する
        [picture] 画像。スクリーンショットではなくキャプチャファイルを提出する
        [document] 文書。レポートではなくキャプチャファイルを提出する
        [export] テキストに書き出したパケット一覧。キャプチャを「名前を付けて保存」で pcapng として保存する
        [zeros] すべてゼロのファイル。キャプチャし直すか、コピーし直す
        [text] テキスト。キャプチャを「名前を付けて保存」で pcapng として保存する
        [other-capture] 別形式のキャプチャ。Wireshark で開いて pcapng として保存する
       *[other] 別のファイル。キャプチャを「名前を付けて保存」で pcapng として保存する
    }
marks-file-unreadable = 読み取れない（{ $why }）
marks-file-bug = wiretale の不具合で、このファイルは先へ進めなかった。ファイルを添えて報告してほしい
marks-file-link = 別のファイルへのリンク。ファイルそのものを提出する
marks-file-special = ファイルでもフォルダーでもない
marks-file-deep = フォルダーの階層が深すぎる
marks-file-encrypted = アーカイブがパスワードで暗号化されている。パスワードなしで作り直す
marks-file-method = 対応していない圧縮方式（{ $method }）。通常の zip にする
marks-file-large = 大きすぎる：{ $size } バイト、上限は { $most } バイト
marks-file-bomb = 読み取りを拒否：{ $packed } バイトが { $size } バイトになるという、キャプチャファイルではありえない
marks-file-overlap = 読み取りを拒否：アーカイブ内の別のファイルとデータを共有している
marks-file-path = 読み取りを拒否：名前がアーカイブの外を指している
marks-file-name = 読み取りを拒否：名前が長すぎる
marks-zip-damaged = アーカイブが壊れていて、中身を読み取れない
marks-zip-cut = アーカイブが途中で切れているか壊れている。見つかったものは使った
marks-zip-duplicates = アーカイブに同じ名前のファイルが複数ある。最後のものを使う
marks-zip-empty = アーカイブが空
marks-zip-deep = アーカイブの入れ子が深すぎる。開くのは { $most } 段まで
marks-zip-entries = アーカイブのファイルが { $count } 個あり、{ $most } 個を超えるので開かない
marks-zip-total = アーカイブの中身が合計 { $most } バイトを超える。このファイルは除いた
marks-warn-password =
    キャプチャファイルに{ $count ->
       *[other] 平文のパスワードがある（ログイン { $count } 回）：ファイルを持つ者はパスワードを知る。パスワードを変更すること
    }
marks-warn-keylog = 鍵ログが提出された：これとキャプチャファイルを持つ者は暗号化された内容を読める。実験以外では使わないこと
marks-warn-private-key = 秘密鍵が提出された：これを持つ者はサーバーになりすませる。鍵を交換すること
