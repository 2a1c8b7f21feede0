import { useSignal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { Copy } from '../copy.tsx';
import { vendors } from '../vendors.ts';

const failures = {
  status: 'an error status',
  reset: 'a reset of the connection',
  hang: 'no answer at all',
  truncate: 'half of the answer',
  garbage: 'the page of a gateway',
  delay: 'a late answer',
  slow: 'a slow answer',
} as const;

type Kind = keyof typeof failures;

/** What the reader has filled in. */
interface Fields {
  readonly kind: Kind;
  readonly status: string;
  readonly retryAfter: string;
  readonly ms: string;
  /** `none`, `all`, or a number of records. */
  readonly applied: string;
  readonly operation: string;
  readonly attempt: string;
  readonly call: string;
  readonly record: string;
  readonly times: string;
}

const usual: Fields = {
  kind: 'status',
  status: '503',
  retryAfter: '',
  ms: '2000',
  applied: '',
  operation: '',
  attempt: '1',
  call: '',
  record: '',
  times: '',
};

/** The rule that the fields mean. Empty fields are left out. */
function toRule(fields: Fields): object {
  const { kind, status, retryAfter, ms, applied, operation, attempt, call, record, times } = fields;
  const hasTime = kind === 'delay' || kind === 'slow';
  const on = leaveOutEmpty({ operation, attempt, call, record });
  const fault = {
    ...(kind === 'status' ? leaveOutEmpty({ status: Number(status), retryAfter: toSeconds(retryAfter) }) : { kind }),
    ...(hasTime && { ms: Number(ms) }),
    ...(applied !== '' && { applied: applied === 'all' ? true : Number(applied) }),
  };
  return { ...(Object.keys(on).length > 0 && { on }), fault, ...(times !== '' && { times: Number(times) }) };
}

function leaveOutEmpty(values: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function toSeconds(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** A form for the usual fault rules. What it cannot say is a rule in JSON. */
export function RuleForm({ arm }: { readonly arm: (rule: object) => Promise<void> }): VNode {
  const fields = useSignal(usual);
  const { kind } = fields.value;
  const rule = toRule(fields.value);
  const input = (name: keyof Fields, label: string, more: object = {}): VNode => (
    <Field label={label}>
      <input
        value={fields.value[name]}
        onInput={(event) => (fields.value = { ...fields.value, [name]: event.currentTarget.value.trim() })}
        {...more}
      />
    </Field>
  );
  return (
    <form
      class="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        void arm(rule);
      }}
    >
      <Field label="Failure">
        <select
          value={kind}
          onChange={(event) => (fields.value = { ...fields.value, kind: event.currentTarget.value as Kind })}
        >
          {Object.entries(failures).map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </Field>
      {kind === 'status' && input('status', 'Status', { type: 'number', min: 400, max: 599, required: true })}
      {kind === 'status' && input('retryAfter', 'Retry-After', { placeholder: 'none' })}
      {(kind === 'delay' || kind === 'slow') && input('ms', 'Milliseconds', { type: 'number', min: 0, required: true })}
      {kind !== 'slow' &&
        input('applied', 'Work that is done', { placeholder: 'none, all, or a number', pattern: 'all|[1-9][0-9]*' })}
      <OperationField
        value={fields.value.operation}
        choose={(operation) => (fields.value = { ...fields.value, operation })}
      />
      {input('attempt', 'Attempts', { placeholder: 'any, such as 1 or <=2' })}
      {input('call', 'Calls', { placeholder: 'any, such as 4 or 2-5' })}
      {input('record', 'With the record', { placeholder: 'any id' })}
      {input('times', 'At most', { type: 'number', min: 1, placeholder: 'times' })}
      <p class="actions">
        <button type="submit">Arm the fault</button>
        <Copy label="Copy the rule" text={JSON.stringify(rule)} />
      </p>
      <code>{JSON.stringify(rule)}</code>
    </form>
  );
}

interface OperationFieldProps {
  readonly value: string;
  readonly choose: (operation: string) => void;
}

function OperationField({ value, choose }: OperationFieldProps): VNode {
  return (
    <Field label="Operation">
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">any</option>
        {vendors.map(({ vendor, operations }) => (
          <optgroup key={vendor} label={vendor}>
            {operations.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ComponentChildren }): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      {children}
    </label>
  );
}
