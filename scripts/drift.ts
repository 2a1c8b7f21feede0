// Lists what another OpenAPI document of a vendor says otherwise than ours: `npm run drift -- vendor.yaml`.
import { runDrift } from './drift/program.ts';

process.exitCode = await runDrift(process.argv.slice(2), process);
