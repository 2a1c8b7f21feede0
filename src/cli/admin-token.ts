import { toOptions } from '../config/options.ts';
import type { Terminal } from './terminal.ts';

/** The environment variable of the token. Unlike an option, it does not stand in the list of processes. */
export const tokenVariable = 'VF_MOCK_ADMIN_TOKEN';

/**
 * The token of the option `--admin-token`, else of the environment. An empty variable counts as none.
 *
 * @throws For a token that no header can carry. The message does not contain it.
 */
export function readAdminToken({ env }: Pick<Terminal, 'env'>, option: string | undefined): string | undefined {
  const token = option ?? env[tokenVariable];
  if (token === undefined || (token === '' && option === undefined)) return undefined;
  return toOptions({ adminToken: token }, `use ${option === undefined ? tokenVariable : '--admin-token'}`).adminToken;
}
