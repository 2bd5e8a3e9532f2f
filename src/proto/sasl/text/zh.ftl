# AUTH 过程中的各行
sasl-challenge = Base64 解码后是 { $decoded }
sasl-challenge-empty = 空的质询：请客户端先说
sasl-challenge-cram = 一次性的质询 { $decoded }，客户端要用密码对它算摘要
sasl-challenge-nonce = 质询 { $decoded }，含一次性随机串
sasl-login-username = 账号的 Base64，解码后是 { $user }
sasl-login-password = 授权码（已遮盖）；Base64 是编码，不是加密
sasl-plain = 账号 { $user } 和授权码一起发送（已遮盖）；Base64 是编码，不是加密
sasl-cram = 账号 { $user } 和 HMAC-MD5 摘要（已遮盖）；密码本身没有发送
sasl-digest = 账号 { $user } 和摘要（已遮盖）；密码本身没有发送
sasl-scram = 账号 { $user } 的 SCRAM 消息（已遮盖）；密码本身没有发送
sasl-token = 账号 { $user } 的访问令牌（已遮盖）
sasl-response = 登录过程中的应答（已遮盖）
sasl-not-base64 = 不是有效的 Base64（已遮盖）
sasl-cancel = 客户端取消登录
sasl-missed-username = 推断是账号
sasl-missed-password = 推断是授权码
sasl-missed-response = 推断是登录应答
