# lib.sh - the network, the daemons and the capturing, used by record.sh.
#
#   lab-client                 lab-router                lab-server
#   eth0 192.168.1.10  ----  192.168.1.1 | 10.0.0.1  ----  eth0 10.0.0.25   (smtp, pop, mail)
#        fd00:1::10          fd00:1::1   | fd00:25::1           fd00:25::25
#                                                               10.0.0.30   (the report's server)
#                                                               10.0.0.53   (DNS)
#   eth1 192.168.2.10 -- lab-wire -- 192.168.2.1                10.0.0.26   (the same server,
#                      (wire.py: loss, swaps, copies)                        over the bad wire)
#
# Everything lives in network namespaces and in one temporary directory; nothing in
# the machine's /etc is changed.

T=$(mktemp -d "${TMPDIR:-/tmp}/lab-record.XXXXXX")
chmod 755 "$T"
DAEMONS=()          # process ids of everything started in the background
NAMESPACES=(lab-client lab-router lab-server lab-wire)
MAIL_UID=5000       # owner of the mailboxes; no such user is needed
CODE=lab-code-2026          # the student's invented authorization code
TEACHER_CODE=lab-code-4711  # the teacher's

say() { printf '%s\n' "$*" >&2; }
die() { say "record: $*"; exit 1; }

# ---------------------------------------------------------------- tear down

teardown() {
    set +e
    [ -n "${DUMP_PID:-}" ] && kill -INT "$DUMP_PID" 2>/dev/null
    [ -f "$T/postfix/main.cf" ] && on server postfix -c "$T/postfix" stop >/dev/null 2>&1
    local p
    for p in "${DAEMONS[@]}"; do kill "$p" 2>/dev/null; done
    sleep 0.3
    local ns
    for ns in "${NAMESPACES[@]}"; do
        [ -e "$T/made.$ns" ] || continue
        for p in $(ip netns pids "$ns" 2>/dev/null); do kill "$p" 2>/dev/null; done
        ip netns del "$ns" 2>/dev/null
    done
    if [ -n "${KEEP:-}" ]; then say "kept: $T"; else rm -rf "$T"; fi
}

# ---------------------------------------------------------------- namespaces

# on client|server|router|wire COMMAND…  - run a command inside a namespace.
# "ip netns exec" gives the command a mount namespace of its own, so the files bound
# over /etc/resolv.conf and so on are seen by this command only.
on() { local ns=$1; shift; ip netns exec "lab-$ns" unshare --uts sh "$T/enter" "$ns" "$@"; }

# the same in the background; remembered for the teardown
bg() {
    local ns=$1; shift
    ip netns exec "lab-$ns" unshare --uts sh "$T/enter" "$ns" "$@" >>"$T/log/bg.log" 2>&1 &
    DAEMONS+=($!)
}

net_up() {
    local ns
    mkdir -p "$T/log" "$T/etc"
    for ns in "${NAMESPACES[@]}"; do
        [ -e "/var/run/netns/$ns" ] && die "namespace $ns exists already (a recording is running?)"
        ip netns add "$ns" && touch "$T/made.$ns"
        ip -n "$ns" link set lo up
        ip netns exec "$ns" sysctl -q -w net.ipv6.conf.all.accept_dad=0 \
            net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.accept_ra=0 \
            net.ipv6.conf.default.router_solicitations=0 \
            net.ipv6.conf.default.addr_gen_mode=$([ "$ns" = lab-router ] && echo 0 || echo 1) net.ipv4.conf.all.rp_filter=0
    done
    printf 'nameserver 10.0.0.53\noptions timeout:2\n' >"$T/etc/resolv.conf"
    printf '127.0.0.1 localhost\n' >"$T/etc/hosts"
    printf 'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\nservices: files\n' >"$T/etc/nsswitch.conf"
    printf 'openssl_conf = o\n[o]\nssl_conf = s\n[s]\nsystem_default = d\n[d]\nMinProtocol = TLSv1\nCipherString = DEFAULT:@SECLEVEL=0\n' >"$T/etc/openssl.cnf"
    cat >"$T/enter" <<END
case \$1 in client) hostname desktop-a ;; server) hostname smtp.lab.example ;; esac
shift
for f in resolv.conf hosts nsswitch.conf; do mount --bind "$T/etc/\$f" /etc/\$f; done
mount --bind "$T/etc/openssl.cnf" /etc/ssl/openssl.cnf
exec "\$@"
END
    link client eth0 02:00:00:01:00:10  router eth1 02:00:00:01:00:01
    link router eth0 02:00:00:0a:00:01  server eth0 02:00:00:0a:00:25
    link client eth1 02:00:00:02:00:10  wire eth1 02:00:00:02:00:e1
    link wire eth0 02:00:00:02:00:e0    router eth2 02:00:00:02:00:01

    address client eth0 192.168.1.10/24 fd00:1::10/64
    address client eth1 192.168.2.10/24
    address router eth1 192.168.1.1/24 fd00:1::1/64
    address router eth2 192.168.2.1/24
    address router eth0 10.0.0.1/24 fd00:25::1/64
    address server eth0 10.0.0.25/24 fd00:25::25/64
    address server eth0 10.0.0.26/24
    address server eth0 10.0.0.30/24
    address server eth0 10.0.0.53/24
    ip netns exec lab-router sysctl -q -w net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
    ip -n lab-client route add default via 192.168.1.1
    ip -n lab-client route add 10.0.0.26 via 192.168.2.1
    ip -n lab-client -6 route add default via fd00:1::1
    ip -n lab-server route add default via 10.0.0.1
    ip -n lab-server -6 route add default via fd00:25::1
    bg server python3 "$HERE/dns.py"
    sleep 1.5    # let multicast reports of the new IPv6 addresses pass
}

link() {     # link NS IF MAC NS IF MAC : one cable
    ip link add name "$2" netns "lab-$1" address "$3" type veth peer name "$5" netns "lab-$4" address "$6"
    ip -n "lab-$1" link set "$2" up
    ip -n "lab-$4" link set "$5" up
    offload "$1" "$2" off
    offload "$4" "$5" off
}

offload() { ip netns exec "lab-$1" ethtool -K "$2" tx "$3" sg "$3" tso "$3" gso "$3" gro "$3" >/dev/null 2>&1; }

address() {  # address NS IF ADDRESS…
    local ns=$1 dev=$2 a; shift 2
    for a; do
        case $a in
        *:*) ip -n "lab-$ns" addr add "$a" dev "$dev" nodad ;;
        *) ip -n "lab-$ns" addr add "$a" dev "$dev" ;;
        esac
    done
}

# ---------------------------------------------------------------- capturing

# record FILE COMMAND…  - capture the client's eth0 while COMMAND runs.
# With ON=server / DEV=eth1 / DUMP="tcpdump …" / SNAP=96 other places and ways.
record() {
    local file=$OUT/$1; shift
    dump_start "$file"
    local rc=0
    "$@" || rc=$?
    dump_stop
    [ $rc = 0 ] || { say "   !! $* : exit $rc"; FAILED+=("$file"); }
}

dump_start() {
    mkdir -p "$(dirname "$1")"
    DUMP_FILE=$1
    : >"$T/log/dump.log"
    case ${DUMP:-dumpcap} in
    dumpcap)
        ip netns exec "lab-${ON:-client}" dumpcap -q -i "${DEV:-eth0}" -s "${SNAP:-0}" \
            ${FILTER:+-f "$FILTER"} -n -w "$T/dump.pcapng" 2>"$T/log/dump.log" & ;;
    *)
        # shellcheck disable=SC2086
        ip netns exec "lab-${ON:-client}" $DUMP -U -w "$T/dump.pcapng" 2>"$T/log/dump.log" & ;;
    esac
    DUMP_PID=$!
    local i
    for i in $(seq 100); do
        grep -qE '^File:|listening on' "$T/log/dump.log" && break
        sleep 0.05
    done
    sleep 0.25
}

dump_stop() {
    sleep "${LINGER:-0.5}"
    kill -INT "$DUMP_PID"; wait "$DUMP_PID" 2>/dev/null || true
    DUMP_PID=
    case ${DUMP:-dumpcap} in
    dumpcap) python3 "$HERE/relink.py" tidy "$T/dump.pcapng" "$DUMP_FILE" ;;   # no machine name in the file
    *) cp "$T/dump.pcapng" "$DUMP_FILE" ;;
    esac
    chmod 644 "$DUMP_FILE"
    rm -f "$T/dump.pcapng"
}

no_arp_cache() { ip -n lab-client neigh flush dev eth0; ip -n lab-router neigh flush dev eth1; }

# ---------------------------------------------------------------- certificates

# A throwaway chain: lab root -> lab issuing CA -> *.lab.example, and one client certificate.
make_certs() {
    local d=$T/tls; mkdir -p "$d"
    (
        cd "$d" || exit 1
        printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n' >ca.ext
        printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:smtp.lab.example,DNS:pop.lab.example,DNS:mail.lab.example\nauthorityKeyIdentifier=keyid\n' >server.ext
        printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=clientAuth\nsubjectAltName=email:student@lab.example\n' >client.ext
        make() {  # make NAME SUBJECT EXTENSIONS ISSUER
            openssl req -new -newkey rsa:2048 -nodes -utf8 -keyout "$1.key" -out "$1.csr" -subj "$2"
            if [ "$1" = "$4" ]; then
                openssl x509 -req -in "$1.csr" -signkey "$1.key" -days 3650 -extfile "$3" -out "$1.pem"
            else
                openssl x509 -req -in "$1.csr" -CA "$4.pem" -CAkey "$4.key" -CAcreateserial -days 3650 -extfile "$3" -out "$1.pem"
            fi
        }
        make root "/C=CN/O=Lab Example/CN=Lab Root CA" ca.ext root
        make issuing "/C=CN/O=Lab Example/CN=Lab Issuing CA" ca.ext root
        make server "/C=CN/O=Lab Example/CN=smtp.lab.example" server.ext issuing
        make client "/C=CN/O=Lab Example/CN=student/emailAddress=student@lab.example" client.ext issuing
        cat server.pem issuing.pem >chain.pem
        cat client.pem issuing.pem >client-chain.pem
        chmod 644 ./*.key
    ) >"$T/log/certs.log" 2>&1 || die "openssl failed, see $T/log/certs.log"
    CA=$d/root.pem
}

# ---------------------------------------------------------------- daemons

report_server_up() { bg server python3 "$HERE/report_server.py" 10.0.0.30 25; REPORT_PID=$!; sleep 0.7; kill -0 "$REPORT_PID" || die "the report server does not run"; }
report_server_down() { kill "$REPORT_PID" 2>/dev/null; sleep 0.3; }

postfix_up() {
    local d=$T/postfix
    mkdir -p "$d" "$T/spool" "$T/data" "$T/mail" "$T/log"
    chown postfix "$T/data"; chown $MAIL_UID:$MAIL_UID "$T/mail"
    sed "s|@T@|$T|g; s|@UID@|$MAIL_UID|g" "$HERE/postfix-main.cf" >"$d/main.cf"
    cp "$HERE/postfix-master.cf" "$d/master.cf"
    printf 'student@lab.example student/\nteacher@lab.example teacher/\n' >"$d/mailboxes"
    on server postfix -c "$d" start >"$T/log/postfix-start.log" 2>&1 || { cat "$T/log/postfix-start.log" >&2; die "postfix did not start"; }
    wait_port 25
}

dovecot_up() {
    local d=$T/dovecot
    mkdir -p "$d/run" "$d/state"
    printf 'student:{PLAIN}%s\nteacher:{PLAIN}%s\n' "$CODE" "$TEACHER_CODE" >"$d/users"
    sed "s|@T@|$T|g; s|@UID@|$MAIL_UID|g" "$HERE/dovecot.conf" >"$d/dovecot.conf"
    bg server dovecot -F -c "$d/dovecot.conf"
    wait_port 110
}

webmail_up() {
    mkdir -p "$T/nginx"
    sed "s|@T@|$T|g" "$HERE/nginx.conf" >"$T/nginx/nginx.conf"
    bg server python3 "$HERE/webmail.py" "$CODE"
    bg server nginx -p "$T/nginx" -c "$T/nginx/nginx.conf" -g 'daemon off;'
    wait_port 443
}

wait_port() {
    local i
    for i in $(seq 100); do
        ip netns exec lab-server ss -Hltn "sport = :$1" | grep -q . && return
        sleep 0.1
    done
    die "nothing listens on port $1 (logs in $T/log; KEEP=1 keeps them)"
}

daemons_up() { [ -n "${DAEMONS_UP:-}" ] && return; make_certs; dovecot_up; postfix_up; webmail_up; DAEMONS_UP=1; }

# deliver what is in the queue, then empty the mailboxes and put the given mails into
# the teacher's:  mailbox FILE…
mailbox() {
    local i=0 f
    rm -rf "$T/mail/teacher" "$T/mail/student"
    mkdir -p "$T"/mail/teacher/{cur,new,tmp}
    for f; do
        i=$((i + 1))
        cp "$f" "$T/mail/teacher/new/17960000$i.M$i.lab"
    done
    chown -R $MAIL_UID:$MAIL_UID "$T/mail"
}
