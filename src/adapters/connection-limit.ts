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

/** The parts of a report of Node that count here. Its types lack `excludeNetwork`. */
interface Report {
  excludeNetwork: boolean;
  getReport(): { readonly userLimits?: { readonly open_files?: { readonly soft?: number | string } } };
}

/** The limit, or `Infinity` where there is none, as on Windows, or where the platform does not tell it. */
function findMaxFiles(): number {
  const report = process.report as Partial<Report> | undefined;
  if (report?.getReport === undefined) return Infinity;
  const { excludeNetwork = false } = report;
  // Otherwise a report looks up the name of each address, which may take a minute.
  report.excludeNetwork = true;
  const soft = report.getReport().userLimits?.open_files?.soft;
  report.excludeNetwork = excludeNetwork;
  return typeof soft === 'number' ? soft : Infinity;
}

function countOpenFiles(): number {
  try {
    return readdirSync('/dev/fd').length;
  } catch {
    return 0;
  }
}
