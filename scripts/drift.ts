// Lists the differences between a vendor's OpenAPI document and ours: `npm run drift -- vendor.yaml`.
import { runDrift } from './drift/program.ts';

process.exitCode = await runDrift(process.argv.slice(2), process);
