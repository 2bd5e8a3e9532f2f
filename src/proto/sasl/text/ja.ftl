# AUTH のやり取りの各行
sasl-challenge = Base64 をデコードすると { $decoded }
sasl-challenge-empty = 空のチャレンジ。クライアントが先に送る
sasl-challenge-cram = 使い捨てのチャレンジ { $decoded }。パスワードとともにダイジェストを計算する
sasl-challenge-nonce = チャレンジ { $decoded }（使い捨ての乱数を含む）
sasl-login-username = ユーザー名の Base64。デコードすると { $user }
sasl-login-password = 認証コード（伏せ字）。Base64 は符号化であり、暗号化ではない
sasl-plain = ユーザー { $user } と認証コードを一度に送る（伏せ字）。Base64 は暗号化ではない
sasl-cram = ユーザー { $user } と HMAC-MD5 ダイジェスト（伏せ字）。パスワード自体は送られない
sasl-digest = ユーザー { $user } とダイジェスト（伏せ字）。パスワード自体は送られない
sasl-scram = ユーザー { $user } の SCRAM メッセージ（伏せ字）。パスワード自体は送られない
sasl-token = ユーザー { $user } のアクセストークン（伏せ字）
sasl-response = ログインのやり取りの応答（伏せ字）
sasl-not-base64 = 正しい Base64 ではない（伏せ字）
sasl-cancel = クライアントがログインを中止
sasl-missed-username = おそらくユーザー名
sasl-missed-password = おそらく認証コード
sasl-missed-response = おそらくログインの応答
