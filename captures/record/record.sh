#!/bin/bash
# Records the captures of this folder. Needs root and Debian 12 packages:
#   dovecot-core dovecot-pop3d postfix nginx-light openssl gnutls-bin curl swaks inetutils-telnet
#   iproute2 ethtool iputils-ping procps tshark tcpdump python3 zstd
#
#   record.sh --install        apt-get install them (their daemons need not run)
#   record.sh --list           names of all recordings
#   record.sh [NAME…]          record all, or these; a NAME is a file name without ending
#                              ("smtp/dots") or a folder ("smtp")
#   KEEP=1 record.sh …         keep the temporary directory (configuration, logs, mailboxes)
#
# Every recording is one function with the name of its file. All people, addresses and
# codes are invented.
set -uo pipefail
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
HERE=$(cd "$(dirname "$0")" && pwd)
OUT=$(dirname "$HERE")
FAILED=()

PACKAGES="dovecot-core dovecot-pop3d postfix nginx-light openssl gnutls-bin curl swaks inetutils-telnet
    iproute2 ethtool iputils-ping procps tshark tcpdump python3 zstd"

# shellcheck source=lib.sh
. "$HERE/lib.sh"
. "$HERE/recordings.sh"

case ${1:-} in
--install) rm -rf "$T"; DEBIAN_FRONTEND=noninteractive exec apt-get install -y --no-install-recommends $PACKAGES ;;
--list) rm -rf "$T"; printf '%s\n' "${RECORDINGS[@]}"; exit ;;
-*) rm -rf "$T"; sed -n '2,15s/^# \?//p' "$0"; exit 2 ;;
esac
[ "$(id -u)" = 0 ] || { rm -rf "$T"; die "must be root"; }

for arg; do
    printf '%s\n' "${RECORDINGS[@]}" | grep -qE "^$arg(/|\$)" || { rm -rf "$T"; die "no recording \"$arg\" (see --list)"; }
done

trap teardown EXIT
trap 'exit 130' INT TERM
net_up
for name in "${RECORDINGS[@]}"; do
    wanted=$([ $# = 0 ] && echo yes)
    for arg; do case $name in "$arg" | "$arg"/*) wanted=yes ;; esac; done
    [ -n "$wanted" ] || continue
    say "== $name"
    "$name"
done
[ ${#FAILED[@]} = 0 ] || { say "failed: ${FAILED[*]}"; exit 1; }
