const keyName = /^(x?[-_]?(api|auth|access)?[-_]?(key|token)|(proxy-)?authorization|cookie)$/i;
/** Parts of names that show a secret anywhere in a name, such as `X-CSRF-Token`. */
const anywhere =
  /passw|passphrase|secret|token|bearer|credential|cookie|signature|csrf|xsrf|authori[sz]|authentic|api-?key|sess(ion)?-?id/;
/** Words that show a secret only as whole words, since `keyword` and `author` show none. */
const words = /(^|-)(o?auth|jwt|key|pass|pin|pwd|otp|session|sid|sig)s?\d*(-|$)/;

/** Whether the name of a header or a query parameter shows that its value is a key. */
export function isKeyName(name: string): boolean {
  return keyName.test(name);
}

/** Whether a name shows that its value is a secret. An `Idempotency-Key` is none. */
export function containsSecretWord(name: string): boolean {
  const plain = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll(/[^a-zA-Z\d]+/g, '-')
    .toLowerCase()
    .replace('idempotency-key', '');
  // Letters of mixed case, such as `seCret`, must not split a word.
  return anywhere.test(plain) || anywhere.test(name.toLowerCase()) || words.test(plain);
}
