import { readdirSync } from 'node:fs';

/** Milliseconds for which an idle connection stays open at least. Node announces them in `Keep-Alive`. */
export const keepAliveTimeout = 60_000;
/** Maximum number of connections, however many files may be open. */
const maxConnections = 10_000;
/** Files that the process may open later, such as the state file. */
const spareFiles = 16;

let knownLimit: number | undefined;

/** The number of connections that the limit of open files leaves room for. */
export function findConnectionLimit(): number {
  return (knownLimit ??= Math.min(maxConnections, Math.max(findMaxFiles() - countOpenFiles() - spareFiles, 1)));
}

function findMaxFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: number | string } } };
  const soft = userLimits?.open_files?.soft;
  // Windows has no limit. Otherwise it may be `unlimited`.
  return typeof soft === 'number' ? soft : Infinity;
}

function countOpenFiles(): number {
  try {
    return readdirSync('/dev/fd').length;
  } catch {
    return 0;
  }
}
