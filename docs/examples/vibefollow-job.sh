#!/usr/bin/env bash
# Sends the users of an NDJSON file to VibeFollow. Needs bash 3.2, curl 7.55 and jq 1.6, or later ones.
#
# The environment variables are VIBEFOLLOW_BASE_URL, VIBEFOLLOW_API_KEY, and VF_MOCK_RECORDS, the path of the file.
# Rejected users go to stdout, all else to stderr. The exit code is 0 if all users were delivered, 1 if some were not,
# and 2 if the program cannot start.

set -u
export LC_ALL=C # records are bytes, numbers have a decimal point, and dates are in English

chunk_size=1000
smallest_chunk=100
attempts=6
timeout=10 # seconds
# In milliseconds:
base_delay=500
longest_delay=20000
longest_wait=300000

main() {
  local name
  for name in VIBEFOLLOW_BASE_URL VIBEFOLLOW_API_KEY VF_MOCK_RECORDS; do
    [[ -n ${!name:-} ]] || misused "$name is not set"
  done
  for name in curl jq; do
    command -v "$name" >/dev/null || misused "$name is not installed"
  done
  [[ -r $VF_MOCK_RECORDS ]] || misused "Failed to read $VF_MOCK_RECORDS"

  tmp=$(mktemp -d) || misused 'Failed to make a temporary directory'
  trap 'rm -rf "$tmp"' EXIT
  grep -a -v '^[[:space:]]*$' "$VF_MOCK_RECORDS" >"$tmp/records"
  # The headers are in a file, so that the key appears in no list of processes.
  printf '%s\n' "Authorization: Bearer $VIBEFOLLOW_API_KEY" 'Content-Type: application/json' >"$tmp/headers"

  total=$(($(wc -l <"$tmp/records")))
  rejected=0
  from=1
  while ((from <= total)); do
    to=$((from + chunk_size - 1))
    ((to <= total)) || to=$total
    cut_chunk
    deliver
    from=$((to + 1))
  done
  say "$((total - rejected)) of $total users delivered"
}

# Users are sent unchanged. jq would change some of them.
cut_chunk() {
  sed -n "${from},${to}p;${to}q" "$tmp/records" >"$tmp/chunk"
  {
    printf '{"users":['
    paste -s -d , "$tmp/chunk"
    printf ']}'
  } >"$tmp/body"
}

# Sends the chunk, and retries failures that may be transient. Ends the program if the chunk is not delivered.
deliver() {
  local attempt key keys=1
  key=$(uuid)
  for ((attempt = 1; ; attempt++)); do
    post "$key"
    if [[ $status == 2?? ]] && is_result; then
      report
      return
    elif [[ $status == 000 || $status == 2?? || $status == 5?? || $status =~ ^(408|425|429)$ ]]; then
      say "attempt $attempt of $attempts failed: $failure"
      # After a full queue, later chunks are smaller. This chunk is sent again unchanged.
      if [[ $code == backfill_queue_full ]]; then shrink; fi
      ((attempt < attempts)) || stop "after $attempts attempts: $failure"
      pause "$attempt"
    elif [[ $code == idempotency_key_reuse ]] && ((keys < 2 && attempt < attempts)); then
      say "with another Idempotency-Key: $failure"
      keys=$((keys + 1))
      key=$(uuid)
    else
      stop "the API answered $failure"
    fi
  done
}

# Makes one request. Sets the status, the error code, and the failure in one line. The status is 000 if the answer was
# incomplete or late.
post() {
  : >"$tmp/answer"
  : >"$tmp/answer-headers"
  code=
  if status=$(
    curl --disable --silent --show-error --max-time "$timeout" \
      --header "@$tmp/headers" --header "Idempotency-Key: $1" --header 'Expect:' --data-binary "@$tmp/body" \
      --dump-header "$tmp/answer-headers" --output "$tmp/answer" --write-out '%{http_code}' \
      "$VIBEFOLLOW_BASE_URL/api/v1/users/bulk" 2>"$tmp/failure"
  ); then
    code=$(jq -r '.errors[0].code | strings' "$tmp/answer" 2>/dev/null)
    failure="$status $(head -c 200 "$tmp/answer" | tr -s '[:space:]' ' ')"
    failure=${failure% }
  else
    status=000
    failure=$(cat "$tmp/failure")
    : >"$tmp/answer-headers" # the headers of an incomplete answer are ignored
  fi
}

# Checks that a success has the documented form, and is not the page of a gateway.
is_result() {
  jq -es 'length == 1 and (.[0].data.errors | type == "array")' "$tmp/answer" >/dev/null 2>&1
}

# Prints the rejected users. If jq cannot read a user, its position is printed.
report() {
  jq -r --rawfile users "$tmp/chunk" --argjson from "$from" '
    ($users / "\n") as $rows
    | .data.errors[]
    | [$rows[.index] | fromjson? | .external_user_id? | strings | select(. != "")] as $ids
    | "\($ids[0] // "user \($from + .index)"): \(.message)"
  ' "$tmp/answer"
  rejected=$((rejected + $(jq '.data.errors | length' "$tmp/answer")))
}

shrink() {
  ((chunk_size > smallest_chunk)) || return
  chunk_size=$(((chunk_size + 1) / 2))
  ((chunk_size >= smallest_chunk)) || chunk_size=$smallest_chunk
}

# Waits for Retry-After plus jitter. Without Retry-After, waits by exponential backoff with full jitter.
pause() {
  local wait jitter=$base_delay
  wait=$(told)
  if [[ -z $wait ]]; then
    wait=0
    jitter=$((base_delay << ($1 - 1)))
    ((jitter <= longest_delay)) || jitter=$longest_delay
  elif ((wait > longest_wait)); then
    stop "the API wants no request for $((wait / 1000)) s"
  fi
  wait=$((wait + RANDOM % (jitter + 1)))
  sleep "$((wait / 1000)).$(printf '%03d' $((wait % 1000)))"
}

# Prints the wait of Retry-After in milliseconds. The header has seconds or an HTTP date. Prints nothing if it is absent
# or invalid.
told() {
  local value
  value=$(grep -i '^retry-after:' "$tmp/answer-headers" | tail -n 1 | sed 's/^[^:]*:[[:space:]]*//; s/[[:space:]]*$//')
  jq -nr --arg value "$value" '
    if $value | test("^[0-9]+$") then $value | tonumber
    else try ($value | strptime("%a, %d %b %Y %H:%M:%S GMT") | mktime - now) catch empty
    end
    | [[., 0] | max, 1e6] | min * 1000 | ceil'
}

# Prints a UUID of version 4.
uuid() {
  local hex
  hex=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s-%s-4%s-%x%s-%s\n' "${hex:0:8}" "${hex:8:4}" "${hex:13:3}" $((8 + 0x${hex:16:1} % 4)) "${hex:17:3}" "${hex:20}"
}

stop() {
  say "Stopped in users $from to $to: $1"
  say "Not delivered: users $from to $total"
  exit 1
}

misused() {
  say "$1"
  exit 2
}

say() {
  printf '%s\n' "$1" >&2
}

main
