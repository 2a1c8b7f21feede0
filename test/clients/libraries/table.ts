/** A small sync job with the retry machinery of a well-known HTTP library, and the right verdict on it. */
export interface LibraryClient {
  /** The file in this folder. */
  readonly file: string;
  /** The library, and the version that the proofs quote. */
  readonly library: string;
  /** The packages to install. */
  readonly needs: { readonly debian?: readonly string[]; readonly npm?: readonly string[] };
  /** Succeeds in this folder if the packages are installed, and prepares the client. */
  readonly prepare: readonly [command: string, ...args: string[]];
  readonly command: readonly [command: string, ...args: string[]];
  /** The problems of the client. A client without problems passes every case. */
  readonly problems: readonly Problem[];
}

/** A habit of a client, and the cases that must find it. */
export interface Problem {
  readonly problem: string;
  /** The ids of the cases of VibeFollow that fail. */
  readonly fails: readonly string[];
  /** A sentence of the manual, or a line of the source. */
  readonly proof: string;
}

const cut = ['connection/truncated-answer-sent-again'];
const jitter = ['backoff/jitters'];
const dates = ['retry/honours-retry-after-date'];

const python = '/usr/bin/python3';

export const libraryClients: readonly LibraryClient[] = [
  {
    file: 'got.mjs',
    library: 'got 14.6',
    needs: { npm: ['got@14'] },
    prepare: ['node', '--input-type=module', '--eval', 'import "got"'],
    command: ['node', 'got.mjs'],
    problems: [],
  },
  {
    file: 'ky.mjs',
    library: 'ky 1.14',
    needs: { npm: ['ky@1'] },
    prepare: ['node', '--input-type=module', '--eval', 'import "ky"'],
    command: ['node', 'ky.mjs'],
    problems: [
      {
        problem: 'A malformed `Retry-After` makes it sleep for weeks.',
        fails: ['retry/malformed-retry-after'],
        proof:
          '`core/Ky.js`: `Date.parse(retryAfter) - Date.now()` is NaN, so `after < max ? after : max` is `max`, which is Infinity by default. `#retry` cuts it to `maxSafeTimeout`, 2,147,483,647 ms.',
      },
      {
        problem: 'It does not send a cut answer again.',
        fails: cut,
        proof:
          '`core/Ky.js`: `#retry` covers the headers only. `result.json` reads the body later: `await response.text()`.',
      },
    ],
  },
  {
    file: 'undici.mjs',
    library: 'undici 7.30',
    needs: { npm: ['undici@7'] },
    prepare: ['node', '--input-type=module', '--eval', 'import "undici"'],
    command: ['node', 'undici.mjs'],
    problems: [
      {
        problem: 'It sends a cut answer again with `Range`, and then refuses the whole answer.',
        fails: cut,
        proof:
          '`handler/retry-handler.js`: after a first part, only 206 is accepted: "server does not support the range header and the payload was partially consumed".',
      },
      {
        problem: 'It has no jitter.',
        fails: jitter,
        proof: '`handler/retry-handler.js`: `Math.min(minTimeout * timeoutFactor ** (counter - 1), maxTimeout)`.',
      },
    ],
  },
  {
    file: 'req.py',
    library: 'requests 2.28 with urllib3 1.26',
    needs: { debian: ['python3-requests'] },
    prepare: [python, '-c', 'import requests'],
    command: [python, 'req.py'],
    problems: [
      {
        problem: 'A malformed `Retry-After` ends it.',
        fails: ['retry/malformed-retry-after'],
        proof: '`util/retry.py`: `raise InvalidHeader("Invalid Retry-After header: %s" % retry_after)`.',
      },
      {
        problem: 'It does not send a cut answer again.',
        fails: cut,
        proof:
          '`response.py`: `enforce_content_length=False` is the default, so a short body ends without an error. `r.json()` then throws, outside of the retries.',
      },
      {
        problem: 'It has no jitter.',
        fails: jitter,
        proof:
          '`util/retry.py`: `backoff_value = self.backoff_factor * (2 ** (consecutive_errors_len - 1))`, and 0 before the first retry.',
      },
    ],
  },
  {
    file: 'httpx_tenacity.py',
    library: 'httpx 0.23 with tenacity 8.2',
    needs: { debian: ['python3-httpx', 'python3-tenacity'] },
    prepare: [python, '-c', 'import httpx, tenacity'],
    command: [python, 'httpx_tenacity.py'],
    problems: [
      {
        problem: 'It does not read HTTP dates.',
        fails: dates,
        proof: '`httpx_tenacity.py`: `if told.isdigit()`. Otherwise it uses its own backoff.',
      },
    ],
  },
  {
    file: 'main.go',
    library: 'go-retryablehttp 0.7.1',
    needs: { debian: ['golang', 'golang-github-hashicorp-go-retryablehttp-dev'] },
    // Debian has the sources of Go packages in this folder.
    prepare: ['env', 'GO111MODULE=off', 'GOPATH=/usr/share/gocode', 'go', 'build', '-o', 'main', 'main.go'],
    command: ['./main'],
    problems: [
      {
        problem: 'It does not read HTTP dates.',
        fails: dates,
        proof: '`client.go`, `DefaultBackoff`: only `strconv.ParseInt(s[0], 10, 64)` reads `Retry-After`.',
      },
      {
        problem: 'It does not send a cut answer again.',
        fails: cut,
        proof: '`client.go`: `Do` returns after the headers. `io.ReadAll` then reads the body, outside of the retries.',
      },
      {
        problem: 'It has no jitter.',
        fails: jitter,
        proof: '`client.go`, `DefaultBackoff`: `math.Pow(2, float64(attemptNum)) * float64(min)`.',
      },
    ],
  },
  {
    file: 'faraday.rb',
    library: 'faraday 1.1',
    needs: { debian: ['ruby-faraday'] },
    prepare: ['ruby', '-e', 'require "faraday"'],
    command: ['ruby', 'faraday.rb'],
    problems: [
      {
        problem: 'It does not send a cut answer again.',
        fails: cut,
        proof:
          'Ruby, `net/http/response.rb`: `@socket.read clen, dest, true   # ignore EOF`. `JSON.parse` then throws, outside of the retries.',
      },
    ],
  },
  {
    file: 'guzzle.php',
    library: 'guzzle 7.4',
    needs: { debian: ['php-cli', 'php-curl', 'php-guzzlehttp-guzzle'] },
    prepare: ['php', '-r', 'require "/usr/share/php/GuzzleHttp/autoload.php"; curl_version();'],
    command: ['php', 'guzzle.php'],
    problems: [
      {
        problem: 'It takes an HTTP date for 0.',
        fails: dates,
        proof:
          "`guzzle.php`: `1000 * (int) $res->getHeaderLine('Retry-After')`. PHP: the integer of a text without leading digits is 0.",
      },
      {
        problem: 'It does not send again after a reset.',
        fails: ['connection/reset', 'connection/lost-answer'],
        proof:
          '`Handler/CurlFactory.php`: `$connectionErrors` lacks `CURLE_RECV_ERROR`, so a reset is a `RequestException` and no `ConnectException`.',
      },
      {
        problem: 'It does not send a cut answer again.',
        fails: cut,
        proof: '`Handler/CurlFactory.php`: `$connectionErrors` lacks `CURLE_PARTIAL_FILE`.',
      },
      {
        problem: 'It has no jitter.',
        fails: jitter,
        proof: '`RetryMiddleware.php`: `(int) \\pow(2, $retries - 1) * 1000`.',
      },
    ],
  },
  {
    file: 'curl.sh',
    library: 'curl 7.88',
    needs: { debian: ['curl', 'jq'] },
    prepare: ['bash', '-c', 'curl --version && jq --version'],
    command: ['bash', 'curl.sh'],
    problems: [
      {
        problem: 'It sends again after 401 and 403.',
        fails: ['stop/401', 'stop/403'],
        proof: 'curl(1), `--retry-all-errors`: "Retry on any error." With `--fail-with-body` that includes all 4xx.',
      },
      {
        problem: 'It has no jitter.',
        fails: jitter,
        proof:
          'curl(1), `--retry`: "it will first wait one second and then for all forthcoming retries it will double the waiting time".',
      },
    ],
  },
];

/** The ids of the cases that a right judge lets fail. */
export function toFailedCases({ problems }: LibraryClient): ReadonlySet<string> {
  return new Set(problems.flatMap(({ fails }) => fails));
}
