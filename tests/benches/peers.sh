#!/usr/bin/env bash
# Times wiretale beside the bare loop, tshark, tcpdump and tcpflow, whichever are installed, on the same captures, and
# prints medians of user + system time, the ratios, and peak memory.
#
# usage: peers.sh [RUNS] [CAPTURE...]     (default: 3 runs, captures of 1 GB made in a temporary folder)
#
# Runs take turns, one of each program after the other, so that a noisy machine is as unfair to all of them. A program
# that needs longer than LIMIT seconds (120) is stopped and left out. Needs GNU time.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=${1:-3}
shift || true
limit=${LIMIT:-120}
cargo build --release --locked --bin wiretale --example generate --example bare_loop
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

captures=("$@")
if [ ${#captures[@]} -eq 0 ]; then
    for mode in mail tls flows huge-mail; do
        target/release/examples/generate "$mode" "${BYTES:-1000000000}" "$folder/$mode.pcapng"
        captures+=("$folder/$mode.pcapng")
    done
fi

declare -A programs=(
    [bare]='target/release/examples/bare_loop FILE'
    [list]='target/release/wiretale list --lang en FILE'
    [show]='target/release/wiretale show --lang en FILE'
    [ndjson]='target/release/wiretale show --lang en --format ndjson FILE'
    [tshark-io]='tshark -n -r FILE -q -z io,stat,0'
    [tshark-fields]='tshark -n -r FILE -T fields -e frame.number -e tcp.stream -e smtp.req.command -e smtp.response.code -e pop.request.command -e tls.handshake.type'
    [tcpdump]='tcpdump -r FILE -w /dev/null'
    [tcpflow]='tcpflow -c -r FILE'
)
order=(bare list show ndjson tcpdump tcpflow tshark-io tshark-fields)

installed() { command -v "${programs[$1]%% *}" >/dev/null; }

median() { sort -n "$1" | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

for capture in "${captures[@]}"; do
    name=$(basename "$capture")
    printf '\n%s, %s bytes\n' "$name" "$(stat -c %s "$capture")"
    cat "$capture" >/dev/null
    results=$folder/results
    mkdir -p "$results"
    rm -f "$results"/*
    for ((run = 0; run < runs; run++)); do
        for program in "${order[@]}"; do
            installed "$program" || continue
            [ -e "$results/$program.late" ] && continue
            # Of the slow ones one run tells enough.
            case $program in tshark* | tcpflow) [ "$run" -gt 0 ] && continue ;; esac
            read -ra command <<<"${programs[$program]//FILE/$capture}"
            if /usr/bin/time -f '%U %S %M' -o "$folder/time" timeout "$limit" "${command[@]}" >/dev/null 2>&1; then
                tail -1 "$folder/time" | awk -v cpu="$results/$program.cpu" -v mem="$results/$program.mem" \
                    '{ print $1 + $2 >> cpu; print $3 >> mem }'
            else
                touch "$results/$program.late"
            fi
        done
    done
    bare=$(median "$results/bare.cpu")
    printf '%-14s %9s %12s %14s\n' program 'CPU s' '/ bare loop' 'peak MiB'
    for program in "${order[@]}"; do
        if [ -e "$results/$program.late" ]; then
            printf '%-14s %9s\n' "$program" "> $limit s"
        elif [ -e "$results/$program.cpu" ]; then
            cpu=$(median "$results/$program.cpu")
            awk -v program="$program" -v cpu="$cpu" -v bare="$bare" -v mem="$(median "$results/$program.mem")" \
                'BEGIN { printf "%-14s %9.2f %12.2f %14.1f\n", program, cpu, bare ? cpu / bare : 0, mem / 1024 }'
        fi
    done
done
