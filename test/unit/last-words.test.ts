import { expect, test } from 'vitest';
import { findErrorLine, findLastWords } from '../../src/certify/last-words.ts';

/** The output of a program that an error ended, as the language prints it. The first line is of the program itself. */
const traces: readonly (readonly [language: string, error: string, stderr: string])[] = [
  [
    'Node',
    'Error: the API answered 503',
    `starting
file:///app/sync.mjs:1
throw new Error("the API answered 503", { cause: new TypeError("fetch failed") })
      ^

Error: the API answered 503
    at file:///app/sync.mjs:1:7
    at ModuleJob.run (node:internal/modules/esm/module_job:325:25)
    at async asyncRunEntryPointWithESMLoader (node:internal/modules/run_main:117:5) {
  [cause]: TypeError: fetch failed
      at file:///app/sync.mjs:1:34
      at ModuleJob.run (node:internal/modules/esm/module_job:325:25)
}

Node.js v20.20.2
`,
  ],
  [
    'Node without a module',
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'nope' imported from /app/sync.mjs",
    `starting
node:internal/modules/esm/resolve:873
  throw new ERR_MODULE_NOT_FOUND(packageName, fileURLToPath(base), null);
        ^

Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'nope' imported from /app/sync.mjs
    at packageResolve (node:internal/modules/esm/resolve:873:9)
    at ModuleJob._link (node:internal/modules/esm/module_job:168:49) {
  code: 'ERR_MODULE_NOT_FOUND'
}

Node.js v20.20.2
`,
  ],
  [
    'Node without a required file',
    "Error: Cannot find module './zz'",
    `starting
node:internal/modules/cjs/loader:1210
  throw err;
  ^

Error: Cannot find module './zz'
Require stack:
- /app/sync.cjs
    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)
    at Object.<anonymous> (/app/sync.cjs:1:15) {
  code: 'MODULE_NOT_FOUND',
  requireStack: [ '/app/sync.cjs' ]
}

Node.js v20.20.2
`,
  ],
  [
    'Python',
    'api.errors.Unavailable: the API answered 503',
    `starting
Traceback (most recent call last):
  File "/app/sync.py", line 3, in f
    {}['x']
    ~~^^^^^
KeyError: 'x'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/app/sync.py", line 6, in <module>
    f()
  File "/app/sync.py", line 5, in f
    raise Unavailable('the API answered 503') from error
api.errors.Unavailable: the API answered 503
`,
  ],
  [
    'Python with a wrong syntax',
    "SyntaxError: '(' was never closed",
    `starting
  File "/app/sync.py", line 1
    print(
         ^
SyntaxError: '(' was never closed
`,
  ],
  [
    'Ruby',
    "sync.rb:2:in `post': The API answered 503 (ArgumentError)",
    `starting
sync.rb:2:in \`post': The API answered 503 (ArgumentError)
\tfrom sync.rb:5:in \`block in run'
\tfrom sync.rb:5:in \`each'
\tfrom sync.rb:7:in \`<main>'
`,
  ],
  [
    'Ruby without a file',
    "<internal:/usr/lib/ruby/kernel_require.rb>:85:in 'Kernel#require': cannot load such file -- faraday (LoadError)",
    `starting
<internal:/usr/lib/ruby/kernel_require.rb>:85:in 'Kernel#require': cannot load such file -- faraday (LoadError)
\tfrom <internal:/usr/lib/ruby/kernel_require.rb>:85:in 'Kernel#require'
\tfrom sync.rb:1:in '<main>'
`,
  ],
  [
    'PHP',
    'PHP Fatal error:  Uncaught RuntimeException: The API answered 503 in /app/sync.php:2',
    `starting
PHP Fatal error:  Uncaught RuntimeException: The API answered 503 in /app/sync.php:2
Stack trace:
#0 [internal function]: post()
#1 /app/sync.php(3): array_map()
#16 {main}
  thrown in /app/sync.php on line 2
`,
  ],
  [
    'PHP with a wrong syntax',
    'PHP Parse error:  syntax error, unexpected token ";" in /app/sync.php on line 1',
    `starting
PHP Parse error:  syntax error, unexpected token ";" in /app/sync.php on line 1
`,
  ],
  [
    'Go',
    'panic: runtime error: index out of range [3] with length 0',
    `starting
panic: runtime error: index out of range [3] with length 0

goroutine 1 [running]:
main.(*Client).post(0xc0000b2000, {0x6, 0x7})
\t/app/client.go:9 +0x1a
main.main()
\t/app/main.go:2 +0x1a
created by main.run in goroutine 1
\t/app/main.go:8 +0x25
exit status 2
`,
  ],
  [
    'Go with log.Fatal',
    '2026/11/26 22:51:13 the API answered 503',
    `starting
2026/11/26 22:51:13 the API answered 503
exit status 1
`,
  ],
  [
    'Java',
    'Exception in thread "main" java.lang.IllegalStateException: The API answered 503',
    `starting
Exception in thread "main" java.lang.IllegalStateException: The API answered 503
\tat Main.post(Main.java:2)
\tat java.base/java.lang.reflect.Method.invoke(Method.java:569)
Caused by: java.net.ConnectException: Connection refused
\tat Main.post(Main.java:2)
\t... 7 more
`,
  ],
  [
    'C#',
    'Unhandled exception. System.InvalidOperationException: The API answered 503',
    `starting
Unhandled exception. System.InvalidOperationException: The API answered 503
 ---> System.Net.Http.HttpRequestException: Connection refused (127.0.0.1:1)
   at System.Net.Http.HttpConnectionPool.ConnectAsync(HttpRequestMessage request)
   --- End of inner exception stack trace ---
   at Program.<Main>$(String[] args) in /app/Program.cs:line 3
`,
  ],
  [
    'Rust',
    `thread 'main' (12191) panicked at src/main.rs:1:79: called \`Result::unwrap()\` on an \`Err\` value: "503"`,
    `starting

thread 'main' (12191) panicked at src/main.rs:1:79:
called \`Result::unwrap()\` on an \`Err\` value: "503"
stack backtrace:
   0: __rustc::rust_begin_unwind
             at /rustc/59807616e1fa/library/std/src/panicking.rs:689:5
   3: sync::main
note: Some details are omitted, run with \`RUST_BACKTRACE=full\` for a verbose backtrace.
`,
  ],
  ['Rust with an Err of main', 'Error: "The API answered 503"', 'starting\nError: "The API answered 503"\n'],
  ['bash', 'sync.sh: line 3: jq: command not found', 'starting\nsync.sh: line 3: jq: command not found\n'],
  ['Perl', 'The API answered 503 at sync.pl line 1.', 'starting\nThe API answered 503 at sync.pl line 1.\n'],
];

test.each(traces)('the error of %s is found, and shown beside the first line, without frames', (_, error, stderr) => {
  const output = { stdout: 'sent 1000 records\n', stderr };
  expect(findErrorLine(output)).toBe(error);
  const words = findLastWords(output);
  expect(words).toContain('starting');
  expect(words.join(' ')).toContain(error);
  expect(
    words.filter((line) => /^\s*(?:at|from|#\d+|thrown in|File|\.\.\.) |^\s|^goroutine|^Node\.js/.test(line)),
  ).toEqual([]);
});

test('the display of errors by PHP on stdout is found, too', () => {
  const stdout =
    'sent 1\n\nFatal error: Uncaught Error: no in /app/a.php:2\nStack trace:\n#0 {main}\n  thrown in /app/a.php on line 2\n';
  expect(findErrorLine({ stdout, stderr: '' })).toBe('Fatal error: Uncaught Error: no in /app/a.php:2');
});

test('an output without a trace keeps its last lines with their indents', () => {
  const stdout = 'sent 1000 records\n  chunk 2\n  chunk 3\n  gave up\n';
  expect(findLastWords({ stdout, stderr: '' })).toEqual(['  chunk 2', '  chunk 3', '  gave up']);
  expect(findErrorLine({ stdout, stderr: '' })).toBe('gave up');
  expect(findLastWords({ stdout: '', stderr: '\n\n' })).toEqual([]);
  expect(findErrorLine({ stdout: '', stderr: '' })).toBeUndefined();
});
