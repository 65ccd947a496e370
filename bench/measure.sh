# Sourced by what measures a running site: processes by id, figures from the kernel, wrk in turns. Uses $home, $work, $seconds, $rounds.

# As the service of docs/operations.md runs it; ./chapar would look at first whether the sources have changed.
program=(env MALLOC_ARENA_MAX=2 DOTNET_GCConserveMemory=5 DOTNET_GCgen0size=0x1000000 dotnet "$home/artifacts/chapar/chapar.dll")
started=()
ticks=$(getconf CLK_TCK)

now_ms() { local t=${EPOCHREALTIME/./}; echo $((t / 1000)); }
resident() { awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }
median() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# serve DATA PORT: starts the site; its process id is $pid.
serve() {
  # No bank is asked while something is measured.
  CHAPAR_rates__fetch=false "${program[@]}" serve --data "$1" --urls "http://127.0.0.1:$2" >"$work/serve-$2.log" 2>&1 &
  pid=$!
  started+=("$pid")
}

# nginx_on PORT FOLDER: nginx with two workers over files compressed beforehand; its process id is $pid.
nginx_on() {
  cat >"$work/nginx.conf" <<C
load_module $brotli;
worker_processes 2;
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events { worker_connections 1024; }
http {
  types { text/html html; }
  charset utf-8; sendfile on; tcp_nopush on; access_log off; keepalive_requests 1000000;
  open_file_cache max=1000 inactive=60s;
  client_body_temp_path $work/nginx-tmp; proxy_temp_path $work/nginx-tmp; fastcgi_temp_path $work/nginx-tmp;
  uwsgi_temp_path $work/nginx-tmp; scgi_temp_path $work/nginx-tmp;
  server { listen 127.0.0.1:$1 backlog=1024; root $2; gzip_static on; brotli_static on; gzip_vary on; }
}
C
  chmod 755 "$work" "$2"
  /usr/sbin/nginx -c "$work/nginx.conf" -e "$work/nginx.log" &
  pid=$!
  started+=("$pid")
  until_page "http://127.0.0.1:$1/article.html" "</article>"
}

stop() {
  kill -TERM "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

stop_all() {
  local one
  for one in "${started[@]}"; do stop "$one"; done
  started=()
}

# until_page URL TEXT: waits until the page answers 200 and holds TEXT; gives up after 60 s.
until_page() {
  local end=$((SECONDS + 60)) host=${1#http://}
  host=${host%%/*}
  # Knocking costs nothing; asking with curl all the while would take a core from what is starting.
  until { exec 3<>"/dev/tcp/${host%:*}/${host#*:}"; } 2>/dev/null || [ $SECONDS -ge $end ]; do sleep 0.02; done
  exec 3>&- || true
  while [ $SECONDS -lt $end ]; do
    if curl -s -f -L --max-time 10 "$1" 2>/dev/null | grep -qF "$2"; then return 0; fi
    sleep 0.005
  done
  echo "bench: no page with $2 at $1 within 60 s; see $work/serve-*.log" >&2
  exit 1
}

# settle URL: asks again until the page has its best compression (made in the background), at most 10 s.
settle() {
  local before= now i
  for i in $(seq 1 20); do
    now=$(curl -s -H 'Accept-Encoding: br' -o /dev/null -w '%{size_download}' "$1")
    [ "$i" -gt 4 ] && [ "$now" = "$before" ] && return 0
    before=$now
    sleep 0.5
  done
}

# article_path CORPUS N: the path of its Nth article as WordPress had it.
article_path() { echo "/$(sed -n "$2p" "$1/slugs.txt")/"; }

# cpu PID: clock ticks of CPU that the process and its children (nginx's workers) have used.
cpu() {
  local sum=0 one
  for one in "$1" $(cat "/proc/$1/task/$1/children"); do
    sum=$((sum + $(awk '{ print $14 + $15 }' "/proc/$one/stat")))
  done
  echo "$sum"
}

# load ENCODING PID URL: one round; prints "requests/s  CPU-microseconds/request  errors  milliseconds within which 99 of 100 answers came".
load() {
  local before after out requests duration errors slow
  before=$(cpu "$2")
  out=$(wrk -t1 -c"${CONNECTIONS:-64}" --timeout 10s -d"${seconds}s" -H "Accept-Encoding: $1" -s "$home/bench/wrk.lua" "$3" | grep '^FIGURES')
  after=$(cpu "$2")
  read -r _ requests duration errors slow <<<"$out"
  awk -v r="$requests" -v us="$duration" -v t=$((after - before)) -v hz="$ticks" -v e="$errors" -v s="$slow" \
    'BEGIN { printf "%.0f %.1f %d %.2f\n", r / us * 1e6, t / hz * 1e6 / r, e, s / 1000 }'
}

# warm URL: asks 3,000 times, at most for 30 s.
warm() { for ((i = 0; i < 3000; i++)); do echo "url = $1"; done | timeout 30 curl -s -K - >/dev/null || true; }

# compare ENCODING NAME-A PID-A URL-A NAME-B PID-B URL-B: in turns; prints medians and the ratio A / B.
compare() {
  local encoding=$1 a=() b=() acpu=() bcpu=() aslow=() bslow=() errors=0 r c e s
  # Code is compiled in tiers while it runs, and the best of it comes after a few thousand requests.
  warm "$4"; warm "$7"
  for i in $(seq 1 "$rounds"); do
    read -r r c e s < <(load "$encoding" "$3" "$4"); a+=("$r"); acpu+=("$c"); aslow+=("$s"); errors=$((errors + e))
    read -r r c e s < <(load "$encoding" "$6" "$7"); b+=("$r"); bcpu+=("$c"); bslow+=("$s"); errors=$((errors + e))
  done
  awk -v e="$encoding" -v an="$2" -v bn="$5" -v a="$(median "${a[@]}")" -v b="$(median "${b[@]}")" \
    -v ac="$(median "${acpu[@]}")" -v bc="$(median "${bcpu[@]}")" -v as="$(median "${aslow[@]}")" -v bs="$(median "${bslow[@]}")" -v errors="$errors" 'BEGIN {
      printf "%-5s %-32s %7d requests/s %7.1f us CPU, 99 of 100 within %.2f ms\n", e, an, a, ac, as
      printf "%-5s %-32s %7d requests/s %7.1f us CPU, 99 of 100 within %.2f ms\n", e, bn, b, bc, bs
      printf "      ratio of requests/s %.2f, of CPU a request %.2f%s\n", a / b, ac / bc, errors ? "  ERRORS: " errors : "" }'
}
