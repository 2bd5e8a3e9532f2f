# recordings.sh - one function per recording, named like its file. Sourced by record.sh.
#
#   record FILE COMMAND…     capture the client's network card while COMMAND runs
#   on client COMMAND…       run something on the client's side

py() { on client python3 "$HERE/$1" "${@:2}"; }
smtp() { daemons_up; record "$1.pcapng" py smtp_client.py "${@:2}"; }   # smtp FILE SCENARIO [HOST [PORT]]
pop3() { daemons_up; three_mails; record "$1.pcapng" py pop3_client.py "${@:2}"; }

# Mails in the teacher's mailbox: what three of the students' mails look like when delivered.
three_mails() {
    mkdir -p "$T/samples"
    (cd "$HERE" && python3 - "$T/samples" <<'PY'
import sys, mails
for n, m in enumerate([mails.multipart(), mails.dots(), mails.chinese("gb18030")], 1):
    head = ("Return-Path: <student@lab.example>\r\nDelivered-To: teacher@lab.example\r\n").encode()
    open(f"{sys.argv[1]}/{n}", "wb").write((head + m).replace(b"\r\n", b"\n"))
PY
    )
    mailbox "$T"/samples/[123]
}

# ====================================================================== the lab report

report/4.2-mail-client() {
    report_server_up
    no_arp_cache
    offload client eth0 on; offload router eth1 on    # the PC's card cuts the segments (TSO)
    record report/4.2-mail-client.pcapng py report_client.py imap.qq.com
    offload client eth0 off; offload router eth1 off
    report_server_down
}

report/4.3-webmail() {
    daemons_up
    rm -f "$OUT/report/4.3-webmail.keys.log"
    record report/4.3-webmail.pcapng webmail_visit "$OUT/report/4.3-webmail.keys.log"
}

# A student logs in, looks into the inbox, writes a mail. One connection, TLS 1.2.
webmail_visit() {
    local url=https://mail.lab.example
    local common=(-sS --max-time 15 --cacert "$CA" --tlsv1.2 --tls-max 1.2 --ciphers ECDHE-RSA-AES128-GCM-SHA256
        --http1.1 -A 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) lab' -o "$T/page.html" -b "$T/none" -c "$T/jar")
    rm -f "$T/jar"
    on client env SSLKEYLOGFILE="$1" curl "${common[@]}" $url/ \
        --next "${common[@]}" -d "user=student&code=$CODE" $url/login \
        --next "${common[@]}" -H 'Cookie: sid=6d1f0c27b9' $url/inbox \
        --next "${common[@]}" -H 'Cookie: sid=6d1f0c27b9' $url/compose \
        --next "${common[@]}" -H 'Cookie: sid=6d1f0c27b9' --data-urlencode "to=teacher@lab.example" \
        --data-urlencode "subject=网页邮箱" --data-urlencode "text=李老师：这封信是在网页上写的。" $url/send
    grep -q 已发送 "$T/page.html"
}

report/4.4-telnet() {
    report_server_up
    record report/4.4-telnet.pcapng py typist.py imap.qq.com 25 "$HERE/telnet-report.txt"
    report_server_down
}

# ====================================================================== the whole lab in one file

lab() {
    daemons_up
    mailbox
    rm -f "$OUT/lab.keys.log"
    no_arp_cache
    record lab.pcapng whole_lab
}

whole_lab() {
    on client ping -q -c 2 -i 0.3 10.0.0.25 >/dev/null        # is the network there?
    py smtp_client.py mail-client || return                   # 4.2: the mail client
    sleep 0.5
    webmail_visit "$OUT/lab.keys.log" || return               # 4.3: webmail
    sleep 0.5
    on client ping -q -c 1 mail.lab.example >/dev/null
    py typist.py smtp.lab.example 25 "$HERE/telnet-lab.txt" || return   # 4.4: by hand
    sleep 1
    py pop3_client.py retrieve                                # the teacher fetches the three mails
}

# ====================================================================== SMTP

smtp/mail-client() { smtp smtp/mail-client mail-client; }
smtp/auth-login() { smtp smtp/auth-login auth-login; }
smtp/auth-plain() { smtp smtp/auth-plain auth-plain; }
smtp/auth-fail-then-ok() { smtp smtp/auth-fail-then-ok auth-fail-then-ok; }
smtp/cram-md5() { smtp smtp/cram-md5 cram-md5; }
smtp/pipelining() { smtp smtp/pipelining pipelining; }
smtp/bdat() { smtp smtp/bdat bdat; }
smtp/dots() { smtp smtp/dots dots; }
smtp/several-mails() { smtp smtp/several-mails several-mails; }
smtp/rejected() { smtp smtp/rejected rejected; }
smtp/port-2525() { smtp smtp/port-2525 short smtp.lab.example 2525; }
smtp/chinese-gbk() { smtp smtp/chinese-gbk chinese; }

smtp/sent-and-fetched() {      # the same mail twice in one file: as it is sent, and as the teacher fetches it
    daemons_up
    mailbox
    record smtp/sent-and-fetched.pcapng sent_and_fetched
}
sent_and_fetched() {
    py smtp_client.py gbk-attachments || return
    sleep 1
    py pop3_client.py retrieve
}

smtp/swaks() {
    daemons_up
    record smtp/swaks.pcapng on client swaks --silent 3 --server smtp.lab.example --ehlo DREAIFEDESKTOP \
        --from student@lab.example --to teacher@lab.example --auth LOGIN --auth-user student --auth-password "$CODE" \
        --header 'Subject: swaks' --body 'Hello teacher.' --tls-optional
}

starttls() {
    daemons_up
    rm -f "$OUT/smtp/$1.keys.log"
    record "smtp/$1.pcapng" on client env CA="$CA" SSLKEYLOGFILE="$OUT/smtp/$1.keys.log" \
        python3 "$HERE/smtp_client.py" "$1"
}
smtp/starttls-tls12() { starttls starttls-tls12; }
smtp/starttls-tls13() { starttls starttls-tls13; }

smtp/typed() {      # one key one segment, backspaces on the wire
    daemons_up
    record smtp/typed.pcapng py typist.py smtp.lab.example 25 "$HERE/telnet-postfix.txt"
}

smtp/telnet-line() {          # the telnet program in line mode: corrections are made before sending
    daemons_up
    record smtp/telnet-line.pcapng py telnet_keys.py line smtp.lab.example 25 "$HERE/telnet-postfix.txt"
}
smtp/telnet-character() {     # "mode character": telnet option bytes (IAC …) stand before the first line
    daemons_up
    record smtp/telnet-character.pcapng py telnet_keys.py character smtp.lab.example 25 "$HERE/telnet-postfix.txt"
}

# ====================================================================== POP3

pop3/retrieve-all() { pop3 pop3/retrieve-all retrieve-all; }
pop3/apop() { pop3 pop3/apop apop; }
pop3/auth-plain() { pop3 pop3/auth-plain auth-plain; }
pop3/wrong-password() { pop3 pop3/wrong-password wrong-password; }
pop3/missing-message() { pop3 pop3/missing-message missing-message; }
pop3/pipelined() { pop3 pop3/pipelined pipelined; }

pop3/stls() {
    daemons_up
    three_mails
    rm -f "$OUT/pop3/stls.keys.log"
    record pop3/stls.pcapng on client env CA="$CA" SSLKEYLOGFILE="$OUT/pop3/stls.keys.log" python3 "$HERE/pop3_client.py" stls
}

pop3/typed() {
    daemons_up
    three_mails
    record pop3/typed.pcapng py typist.py pop.lab.example 110 "$HERE/telnet-pop3.txt"
}

# ====================================================================== TLS

# s_client FILE LINES OPTIONS…  - SMTP inside "openssl s_client", secrets in FILE.keys.log
s_client() {
    py tls_client.py "$OUT/tls/$1.keys.log" "$2" -- -connect "smtp.lab.example:${PORT:-465}" \
        -servername smtp.lab.example -CAfile "$CA" "${@:3}"
}
tls() {
    daemons_up
    rm -f "$OUT/tls/$1.keys.log"
    record "tls/$1.pcapng" s_client "$@"
}
old='@SECLEVEL=0'

tls/tls10() { tls tls10 mail -tls1 -cipher "ECDHE-RSA-AES128-SHA:$old"; }
tls/tls11() { tls tls11 mail -tls1_1 -cipher "ECDHE-RSA-AES128-SHA:$old"; }
tls/tls12-ecdhe-rsa-aes128-gcm() { tls tls12-ecdhe-rsa-aes128-gcm mail -tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256; }
tls/tls12-dhe() { tls tls12-dhe mail -tls1_2 -cipher DHE-RSA-AES256-GCM-SHA384; }
tls/tls12-rsa() { tls tls12-rsa mail -tls1_2 -cipher AES128-GCM-SHA256; }
tls/tls12-chacha20() { tls tls12-chacha20 mail -tls1_2 -cipher ECDHE-RSA-CHACHA20-POLY1305; }
tls/tls12-cbc() { tls tls12-cbc mail -tls1_2 -cipher ECDHE-RSA-AES256-SHA384; }
tls/tls13() { tls tls13 mail -tls1_3; }
tls/tls13-hello-retry() { PORT=4653 tls tls13-hello-retry mail -tls1_3 -groups X25519:P-384; }
tls/client-certificate() {
    PORT=4651 tls client-certificate mail -tls1_2 -cert "$T/tls/client.pem" -key "$T/tls/client.key" -cert_chain "$T/tls/issuing.pem"
}
tls/max-fragment-length() { tls max-fragment-length big -tls1_2 -maxfraglen 512; }
tls/renegotiation() { PORT=4652 tls renegotiation renegotiate -tls1_2; }

twice() {          # the session of the first connection is used again by the second
    local session=$T/session.$RANDOM
    s_client "$@" -sess_out "$session" && sleep 0.3 && s_client "$@" -sess_in "$session"
}
resume() { daemons_up; rm -f "$OUT/tls/$1.keys.log"; record "tls/$1.pcapng" twice "$@"; }
tls/resumption-ticket() { resume resumption-ticket mail -tls1_2; }
tls/resumption-session-id() { PORT=4654 resume resumption-session-id mail -tls1_2; }
tls/resumption-psk() { resume resumption-psk mail -tls1_3; }

# handshakes that fail; s_client's own exit status does not matter
fails() { "$@" >/dev/null 2>&1 || true; }
alert() { daemons_up; record "tls/$1.pcapng" fails on client timeout 5 openssl s_client "${@:2}"; }
tls/alert-unknown-ca() {
    alert alert-unknown-ca -connect smtp.lab.example:465 -servername smtp.lab.example -tls1_2 -verify_return_error -no-CAfile -no-CApath
}
tls/alert-no-shared-cipher() {
    alert alert-no-shared-cipher -connect smtp.lab.example:465 -servername smtp.lab.example -tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256
}
tls/alert-protocol-version() {      # the web server knows nothing below TLS 1.2
    alert alert-protocol-version -connect mail.lab.example:443 -servername mail.lab.example -tls1 -cipher "ALL:$old"
}
tls/alert-no-client-certificate() { # demanded, answered with an empty Certificate message
    daemons_up
    bg server openssl s_server -quiet -accept 4656 -Verify 2 -CAfile "$CA" -cert "$T/tls/chain.pem" \
        -key "$T/tls/server.key" -cert_chain "$T/tls/issuing.pem" -tls1_2
    wait_port 4656
    alert alert-no-client-certificate -connect smtp.lab.example:4656 -servername smtp.lab.example -tls1_2
}

tls/plain-http-to-tls-port() {
    daemons_up
    record tls/plain-http-to-tls-port.pcapng on client curl -sS --max-time 5 -o "$T/page.html" http://mail.lab.example:443/
}

tls/false-start() {                 # application data before the server's Finished (RFC 7918)
    daemons_up
    rm -f "$OUT/tls/false-start.keys.log"
    record tls/false-start.pcapng on client env SSLKEYLOGFILE="$OUT/tls/false-start.keys.log" \
        python3 "$HERE/false_start.py" mail.lab.example "$CA"
}

tls/webmail-tls13() {
    daemons_up
    rm -f "$OUT/tls/webmail-tls13.keys.log"
    record tls/webmail-tls13.pcapng on client env SSLKEYLOGFILE="$OUT/tls/webmail-tls13.keys.log" \
        curl -sS --max-time 15 --cacert "$CA" --tlsv1.3 --http1.1 -A Mozilla/5.0 -o "$T/page.html" https://mail.lab.example/
}

# What TLS 1.3 has and the mail servers do not use: "openssl s_server" (tls_server.py) on a port of its own, and s_client.
own_server() {      # own_server PORT [--key-update] [--ask-later] S_SERVER-ARGUMENTS…
    [ -e "$T/tls/server.pem" ] || make_certs
    bg server python3 "$HERE/tls_server.py" "$1" "${@:2}" -cert "$T/tls/chain.pem" -key "$T/tls/server.key" \
        -cert_chain "$T/tls/issuing.pem" -CAfile "$CA" -tls1_3
    OWN_SERVER=$!
    wait_port "$1"
}
own() {             # own NAME PORT LINES S_CLIENT-ARGUMENTS…
    rm -f "$OUT/tls/$1.keys.log"
    PORT=$2 record "tls/$1.pcapng" own_client "$1" "${@:3}"
    kill "$OWN_SERVER"
}
own_client() { s_client "$1" "$2" -tls1_3 "${@:3}" || true; }     # s_server closes the connection first
tls/tls13-key-update() {
    own_server 4660 --key-update
    own tls13-key-update 4660 key-update
}
tls/tls13-padding() {
    own_server 4661 -record_padding 256
    own tls13-padding 4661 short -record_padding 512
}
PSK=8f1d6a3c5b7e9024d6c8ba1357924680ace13579bdf02468123456789abcdef0
tls/tls13-external-psk() {
    own_server 4662 -psk "$PSK" -psk_identity student-pc
    own tls13-external-psk 4662 short -psk "$PSK" -psk_identity student-pc -ciphersuites TLS_AES_128_GCM_SHA256
}
tls/tls13-ccm8() {
    own_server 4663 -ciphersuites TLS_AES_128_CCM_8_SHA256
    own tls13-ccm8 4663 short -ciphersuites TLS_AES_128_CCM_8_SHA256
}
tls/tls13-chacha20() {
    own_server 4664 -ciphersuites TLS_CHACHA20_POLY1305_SHA256
    own tls13-chacha20 4664 short -ciphersuites TLS_CHACHA20_POLY1305_SHA256
}
tls/tls13-client-certificate() {
    own_server 4665 --hang-up -verify 2
    own tls13-client-certificate 4665 whole -cert "$T/tls/client.pem" -key "$T/tls/client.key" -cert_chain "$T/tls/issuing.pem"
}
tls/tls13-no-client-certificate() {     # demanded, answered with an empty Certificate message: certificate_required
    own_server 4666 -Verify 2
    own tls13-no-client-certificate 4666 whole
}
tls/tls13-certificate-later() {         # asked for when the client has said EHLO
    own_server 4667 --ask-later --hang-up
    own tls13-certificate-later 4667 whole -enable_pha -cert "$T/tls/client.pem" -key "$T/tls/client.key" \
        -cert_chain "$T/tls/issuing.pem"
}
early() {           # early NAME: a page is fetched, then once more in early data
    local session=$T/session.$RANDOM
    printf 'GET /inbox HTTP/1.1\r\nHost: mail.lab.example\r\nCookie: sid=6d1f0c27b9\r\n\r\n' >"$T/early"
    own_client "$1" get -sess_out "$session"
    sleep 0.5
    own_client "$1" "$2" -sess_in "$session" -early_data "$T/early"
    sleep 1
}
early_data() {      # early_data NAME PORT LINES S_SERVER-ARGUMENTS…
    own_server "$2" "${@:4}"
    rm -f "$OUT/tls/$1.keys.log"
    PORT=$2 record "tls/$1.pcapng" early "$1" "$3"
    kill "$OWN_SERVER"
}
tls/tls13-early-data() { early_data tls13-early-data 4668 nothing -early_data -max_early_data 16384; }
tls/tls13-early-data-refused() {        # the ticket allows it, the server does not read it: the request is sent again
    early_data tls13-early-data-refused 4669 get -max_early_data 16384
}
tls/tls12-camellia-gcm() {              # GnuTLS on both sides
    local suite=NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+CAMELLIA-128-GCM
    [ -e "$T/tls/server.pem" ] || make_certs
    bg server gnutls-serv --http --port 4670 --priority "$suite" --x509certfile "$T/tls/chain.pem" --x509keyfile "$T/tls/server.key"
    OWN_SERVER=$!
    wait_port 4670
    rm -f "$OUT/tls/tls12-camellia-gcm.keys.log"
    record tls/tls12-camellia-gcm.pcapng gnutls_get "$suite"
    kill "$OWN_SERVER"
}
gnutls_get() {
    (printf 'GET /inbox HTTP/1.0\r\nHost: mail.lab.example\r\n\r\n'; sleep 1) |
        on client env SSLKEYLOGFILE="$OUT/tls/tls12-camellia-gcm.keys.log" gnutls-cli --logfile=/dev/null --priority "$1" \
            --x509cafile "$CA" -p 4670 mail.lab.example >"$T/page.html"
}

pop3s() {
    daemons_up
    three_mails
    rm -f "$OUT/tls/$1.keys.log"
    record "tls/$1.pcapng" on client env CA="$CA" SSLKEYLOGFILE="$OUT/tls/$1.keys.log" python3 "$HERE/pop3_client.py" "$1"
}
tls/pop3s-tls12() { pop3s pop3s-tls12; }
tls/pop3s-tls13() { pop3s pop3s-tls13; }

# the secrets inside the capture (Decryption Secrets Block) instead of beside it
tls/tls13-secrets-inside() {
    need tls/tls13
    editcap --inject-secrets "tls,$OUT/tls/tls13.keys.log" "$OUT/tls/tls13.pcapng" "$OUT/tls/tls13-secrets-inside.pcapng"
    python3 "$HERE/relink.py" tidy "$OUT/tls/tls13-secrets-inside.pcapng" "$T/tidy"
    cp "$T/tidy" "$OUT/tls/tls13-secrets-inside.pcapng"
}

# the secrets behind all packets, as a capture has them that was stopped before they were written
tls/tls13-secrets-late() {
    need tls/tls13-secrets-inside
    python3 "$HERE/late_secrets.py" "$OUT/tls/tls13-secrets-inside.pcapng" "$OUT/tls/tls13-secrets-late.pcapng"
}

# ====================================================================== networks and file formats

need() { [ -s "$OUT/$1.pcapng" ] || "$1"; }       # record it first if it is not there
relink() { python3 "$HERE/relink.py" "$@"; }

net/ethernet() { no_arp_cache; smtp net/ethernet short; }      # what the variants below are made from
variant() { need net/ethernet; relink "$1" "$OUT/net/ethernet.pcapng" "$OUT/net/$2"; }
net/null() { variant null null.pcapng; }
net/raw() { variant raw raw.pcapng; }
net/ppp() { variant ppp ppp.pcapng; }
net/pppoe() { variant pppoe pppoe.pcapng; }
net/vlan() { variant vlan vlan.pcapng; }
net/qinq() { variant qinq qinq.pcapng; }
net/pcap-microseconds() { variant pcap pcap-microseconds.pcap; }
net/pcap-nanoseconds() { variant pcap-nanoseconds pcap-nanoseconds.pcap; }
net/pcap-big-endian() { variant pcap-big-endian pcap-big-endian.pcap; }
net/pcapng-big-endian() { variant pcapng-big-endian pcapng-big-endian.pcapng; }
net/obsolete-packet-blocks() { variant obsolete obsolete-packet-blocks.pcapng; }
net/simple-packet-blocks() { variant simple simple-packet-blocks.pcapng; }
net/gzip() { need net/ethernet; gzip -9nc "$OUT/net/ethernet.pcapng" >"$OUT/net/gzip.pcapng.gz"; }
net/zstd() { need net/ethernet; zstd -q -19 -f "$OUT/net/ethernet.pcapng" -o "$OUT/net/zstd.pcapng.zst"; }
three() {
    need net/ethernet; need smtp/auth-plain; need pop3/pipelined
    relink "$1" "$OUT/net/ethernet.pcapng" "$OUT/smtp/auth-plain.pcapng" "$OUT/pop3/pipelined.pcapng" "$OUT/net/$2"
}
net/several-sections() { three sections several-sections.pcapng; }
net/several-interfaces() { three interfaces several-interfaces.pcapng; }

net/ipv6() {
    smtp net/ipv6 short smtp6.lab.example
    local ns; for ns in client router server; do ip -n lab-$ns -6 neigh flush all; done   # no late neighbour checks in the next files
}
net/sll() { DEV=any FILTER='port 25 or port 53' smtp net/sll short; }
net/sll2() {
    daemons_up
    DUMP='tcpdump -Z root --immediate-mode -i any -y LINUX_SLL2' record net/sll2.pcap py smtp_client.py short
}
net/port-reuse() { smtp net/port-reuse port-reuse; }

net/ip-fragments() {        # the router's cable to the server takes 400 bytes; captured at the server
    ip -n lab-router link set eth0 mtu 400
    ip netns exec lab-client sysctl -q -w net.ipv4.ip_no_pmtu_disc=1      # no DF bit
    ON=server smtp net/ip-fragments long
    ip netns exec lab-client sysctl -q -w net.ipv4.ip_no_pmtu_disc=0
    ip -n lab-router link set eth0 mtu 1500
}
net/ip-fragments-swapped() {
    need net/ip-fragments
    damage fragments-swapped net/ip-fragments net/ip-fragments-swapped
}
net/ip-length-zero() {
    need report/4.2-mail-client
    damage ip-length-zero report/4.2-mail-client net/ip-length-zero
}
net/bad-checksums() { need net/ethernet; damage bad-checksums net/ethernet net/bad-checksums; }

net/http-to-port-25() {     # the client speaks HTTP, the mail server answers and hangs up
    daemons_up
    record net/http-to-port-25.pcapng fails on client curl -s --max-time 5 --http0.9 -o "$T/page.html" http://smtp.lab.example:25/
}

# ====================================================================== damaged captures

damage() { python3 "$HERE/damage.py" "$1" "$OUT/$2.pcapng" "$OUT/$3.pcapng"; }
drop() {                    # drop FROM TO FILTER…: without the frames that match (tshark's filter)
    local from=$OUT/$1.pcapng to=$OUT/$2.pcapng f frames=()
    for f in "${@:3}"; do
        # shellcheck disable=SC2207
        frames+=($(tshark -r "$from" -Y "${f%@*}" -T fields -e frame.number 2>/dev/null | sed -n "${f#*@}p"))
    done
    editcap "$from" "$T/dropped" "${frames[@]}" && relink tidy "$T/dropped" "$to"
}

broken/source() { smtp broken/source long; }   # a mail of 9 KB, whole; what most of the others are made from
broken/dropped-frames() {   # the 3rd and 5th segment of the mail are missing
    need broken/source
    drop broken/source broken/dropped-frames 'tcp.dstport==25 && tcp.len>1000@3' 'tcp.dstport==25 && tcp.len>1000@5'
}
broken/dropped-command() {  # the EHLO is missing, its reply is there
    need net/ethernet
    drop net/ethernet broken/dropped-command 'smtp.req.command=="EHLO"@1'
}
broken/dropped-replies() {  # the 354 and a 250 are missing
    need net/ethernet
    drop net/ethernet broken/dropped-replies 'smtp.response.code==354@1' 'smtp.response.code==250@2'
}
broken/cut-file() {         # the disk was full: the file ends inside a block
    need broken/source
    head -c 8000 "$OUT/broken/source.pcapng" >"$OUT/broken/cut-file.pcapng"
}
broken/snaplen-96() { SNAP=96 smtp broken/snaplen-96 short; }
broken/mid-connection() {   # capturing begins after the login
    daemons_up
    local go=$T/go.$RANDOM
    on client env GO="$go" python3 "$HERE/smtp_client.py" mid-connection &
    local client=$! i
    for i in $(seq 50); do [ -e "$go.ready" ] && break; sleep 0.1; done
    record broken/mid-connection.pcapng mid_go "$go" "$client"
}
mid_go() { touch "$1"; wait "$2"; }
broken/every-frame-twice() { need net/ethernet; damage twice net/ethernet broken/every-frame-twice; }
side() { need net/ethernet; tshark -r "$OUT/net/ethernet.pcapng" -Y "$2" -w "$T/side" 2>/dev/null && relink tidy "$T/side" "$OUT/broken/$1.pcapng"; }
broken/client-only() { side client-only 'ip.src == 192.168.1.10'; }
broken/server-only() { side server-only 'ip.dst == 192.168.1.10'; }
broken/shuffled() { need broken/source; damage shuffled broken/source broken/shuffled; }
broken/replies-first() { need net/ethernet; damage replies-first net/ethernet broken/replies-first; }
broken/retransmission-other-bytes() { need broken/source; damage other-bytes broken/source broken/retransmission-other-bytes; }
broken/sequence-wrap() { need broken/source; damage seq-wrap broken/source broken/sequence-wrap; }
broken/dot-in-pieces() { need net/ethernet; damage dot-in-pieces net/ethernet broken/dot-in-pieces; }
broken/fin-early() { need net/ethernet; damage fin-early net/ethernet broken/fin-early; }
broken/rst-in-data() { smtp broken/rst-in-data rst-in-data; }

# A cable that loses, swaps and doubles frames; seen from both ends.
bad_wire() {
    daemons_up
    bg wire python3 "$HERE/wire.py" eth0 eth1 "$1"
    local wire=$!
    sleep 0.5
    "${@:2}"
    kill "$wire"; wait "$wire" 2>/dev/null
}
broken/bad-wire-at-client() { DEV=eth1 bad_wire 7 smtp broken/bad-wire-at-client long far.lab.example; }
broken/bad-wire-at-server() {
    ON=server FILTER='host 10.0.0.26' bad_wire 11 smtp broken/bad-wire-at-server very-long far.lab.example
}
broken/bad-wire-pop3() { DEV=eth1 bad_wire 3 pop3 broken/bad-wire-pop3 retrieve far.lab.example; }

RECORDINGS=(report/4.2-mail-client report/4.3-webmail report/4.4-telnet lab
    smtp/{mail-client,auth-login,auth-plain,auth-fail-then-ok,cram-md5,pipelining,bdat,dots,several-mails,rejected}
    smtp/{port-2525,chinese-gbk,sent-and-fetched,swaks,starttls-tls12,starttls-tls13,typed,telnet-line,telnet-character}
    pop3/{retrieve-all,apop,auth-plain,wrong-password,missing-message,pipelined,stls,typed}
    tls/{tls10,tls11,tls12-ecdhe-rsa-aes128-gcm,tls12-dhe,tls12-rsa,tls12-chacha20,tls12-cbc,tls13,tls13-hello-retry}
    tls/{client-certificate,max-fragment-length,renegotiation,resumption-ticket,resumption-session-id,resumption-psk}
    tls/{alert-unknown-ca,alert-no-shared-cipher,alert-protocol-version,alert-no-client-certificate}
    tls/{tls13-key-update,tls13-padding,tls13-external-psk,tls13-ccm8,tls13-chacha20,tls12-camellia-gcm}
    tls/{tls13-client-certificate,tls13-no-client-certificate,tls13-certificate-later}
    tls/{tls13-early-data,tls13-early-data-refused}
    tls/{plain-http-to-tls-port,false-start,webmail-tls13,pop3s-tls12,pop3s-tls13,tls13-secrets-inside,tls13-secrets-late}
    net/{ethernet,null,raw,ppp,pppoe,vlan,qinq,pcap-microseconds,pcap-nanoseconds,pcap-big-endian,pcapng-big-endian}
    net/{obsolete-packet-blocks,simple-packet-blocks,gzip,zstd,several-sections,several-interfaces}
    net/{ipv6,sll,sll2,port-reuse,ip-fragments,ip-fragments-swapped,ip-length-zero,bad-checksums,http-to-port-25}
    broken/{source,dropped-frames,dropped-command,dropped-replies,cut-file,snaplen-96,mid-connection,every-frame-twice}
    broken/{client-only,server-only,shuffled,replies-first,retransmission-other-bytes,sequence-wrap,dot-in-pieces}
    broken/{fin-early,rst-in-data,bad-wire-at-client,bad-wire-at-server,bad-wire-pop3})
