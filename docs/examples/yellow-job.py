#!/usr/bin/env python3
"""Imports the users of an NDJSON file into Yellow.ai.

Needs only Python 3.9 or later. The environment variables are YELLOW_BASE_URL,
YELLOW_API_KEY, YELLOW_BOT, and VF_MOCK_RECORDS, the path of the file. Refused
users go to stdout, all else to stderr. The exit code is 0 if all users were
delivered, 1 if some were not, and 2 if the program cannot start.
"""

import contextlib
import email.utils
import http.client
import json
import os
import random
import re
import socket
import sys
import threading
import time
import urllib.parse

CHUNK_SIZE = 1000
ATTEMPTS = 6
# In seconds:
TIMEOUT = 10
BASE_DELAY = 0.5
LONGEST_DELAY = 20
LONGEST_WAIT = 5 * 60


class Stop(Exception):
    """The reason why the job stops before the end."""


def main():
    # An id may contain characters that the terminal cannot show.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    post = create_post(env("YELLOW_BASE_URL"), env("YELLOW_BOT"),
                       env("YELLOW_API_KEY"))
    rows = read_rows(env("VF_MOCK_RECORDS"))
    refused = 0
    for start in range(0, len(rows), CHUNK_SIZE):
        chunk = rows[start:start + CHUNK_SIZE]
        try:
            refused += deliver(chunk, start + 1, post)
        except Stop as stop:
            last = start + len(chunk)
            say(f"Stopped in users {start + 1} to {last}: {stop}")
            say(f"Not delivered: users {start + 1} to {len(rows)}")
            return 1
    say(f"{len(rows) - refused} of {len(rows)} users delivered")
    return 0


def read_rows(path):
    """Returns the lines as bytes, so that they are sent unchanged."""
    try:
        with open(path, "rb") as file:
            return [line.strip() for line in file if line.strip()]
    except OSError as error:
        misused(f"Failed to read the users: {error}")


def deliver(chunk, first, post):
    """Sends a chunk. `first` is the number of its first row in the file. The
    API refuses the whole chunk for one bad row, so the chunk is sent again
    without that row. Returns the number of refused rows."""
    rows = list(enumerate(chunk, first))
    while rows:
        body = b'{"users":[' + b",".join(row for _, row in rows) + b"]}"
        status, answer = send(body, post)
        if status < 300:
            break
        bad = find_bad_row(answer) if status == 400 else None
        if bad is None or bad[0] >= len(rows):
            raise Stop(f"the API answered {to_line(status, answer)}")
        index, message = bad
        number, row = rows.pop(index)
        print(f"{to_name(row, number)}: {message}", flush=True)
    return len(chunk) - len(rows)


def send(body, post):
    """Sends a body, and retries failures that may be transient. Returns the
    status and the body of the final answer."""
    for attempt in range(1, ATTEMPTS + 1):
        told = None
        try:
            status, headers, answer = post(body)
            if 200 <= status < 300:
                check_creation(answer)
            if status < 500 and status not in (408, 425, 429):
                return status, answer
            failure = to_line(status, answer)
            told = to_wait(headers["Retry-After"])
        except (OSError, http.client.HTTPException, ValueError) as error:
            failure = str(error) or type(error).__name__
        say(f"attempt {attempt} of {ATTEMPTS} failed: {failure}")
        if attempt < ATTEMPTS:
            pause(attempt, told)
    raise Stop(f"after {ATTEMPTS} attempts: {failure}")


def pause(attempt, told):
    """Waits for Retry-After plus jitter. Without Retry-After, waits by
    exponential backoff with full jitter."""
    if told is None:
        backoff = min(LONGEST_DELAY, BASE_DELAY * 2 ** (attempt - 1))
        time.sleep(random.uniform(0, backoff))
    elif told > LONGEST_WAIT:
        raise Stop(f"the API wants no request for {told:.0f} s")
    else:
        time.sleep(told + random.uniform(0, BASE_DELAY))


def create_post(base_url, bot, key):
    """Returns a function that makes one request. The function returns the
    status, the headers and the body of the answer."""
    url = urllib.parse.urlsplit(base_url)
    connect = {"http": http.client.HTTPConnection,
               "https": http.client.HTTPSConnection}[url.scheme]
    query = urllib.parse.urlencode(
        {"bot": bot, "uponConflict": "UPDATE_EXISTING"})
    path = f"{url.path}/cdp/api/v1/user/create-bulk?{query}"
    headers = {"X-Auth-Token": key, "Content-Type": "application/json"}

    def post(body):
        connection = connect(url.hostname, url.port, timeout=TIMEOUT)
        connection.connect()
        # The timeout of the connection applies to each read. This timer
        # applies to the whole answer.
        late = threading.Timer(TIMEOUT, shut_down, [connection.sock])
        late.daemon = True
        late.start()
        try:
            connection.request("POST", path, body, headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        except (OSError, http.client.HTTPException):
            if late.is_alive():
                raise
            raise TimeoutError(f"no answer within {TIMEOUT} s") from None
        finally:
            late.cancel()
            connection.close()

    return post


def shut_down(connected):
    """Ends a connection, so that a blocked read returns."""
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def check_creation(answer):
    """Raises ValueError if the body of a success is wrong, such as the page
    of a gateway with status 200."""
    if not isinstance(get(answer, "data"), str):
        raise ValueError("a success without the id of a bulk creation")


def find_bad_row(answer):
    """Returns the index of the refused row and the error message. Returns None
    if the answer names no row."""
    error = str(get(answer, "error"))
    found = re.match(r"Row \[(\d+)\]:? ?(.*)", error, re.DOTALL)
    return found and (int(found[1]), found[2])


def to_wait(retry_after):
    """Returns the wait of Retry-After in seconds. Returns None if the header
    is absent or invalid."""
    if retry_after is None:
        return None
    if re.fullmatch("[0-9]+", retry_after):
        return float(retry_after)
    try:
        date = email.utils.parsedate_to_datetime(retry_after)
    except (TypeError, ValueError):
        return None
    return max(0, date.timestamp() - time.time())


def to_name(row, number):
    user_id = get(row, "userId")
    is_good = isinstance(user_id, str) and user_id
    return user_id if is_good else f"user {number}"


def get(text, name):
    """Returns a property of an object in JSON. Returns None if the text is no
    object with this property."""
    try:
        return json.loads(text)[name]
    except (KeyError, TypeError, ValueError):
        return None


def to_line(status, answer):
    """Returns the status and the body in one line."""
    text = " ".join(answer.decode(errors="replace").split())
    return f"{status} {text[:200]}".strip()


def env(name):
    return os.environ.get(name) or misused(f"{name} is not set")


def misused(message):
    say(message)
    sys.exit(2)


def say(line):
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
