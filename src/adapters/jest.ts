import type {} from 'expect';
import { matchers, type MockMatchers } from './matchers.ts';

export { matchers, type MockMatchers };

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- as Jest has it
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MockMatchers<R> {}
}
