// Makes docs/page.png, the picture of the page in the README, from a real run: `npm run picture`.
import { fileURLToPath } from 'node:url';
import { createMock } from '../src/index.ts';
import { serve } from '../src/adapters/express.ts';
import { launchChromium } from '../test/_chromium.ts';
import { journeyRules, leave, runJourney } from '../test/_journey.ts';
import { writePage } from './page.ts';

await writePage();
const server = await serve(createMock({ clock: 'manual', journalBodies: true, faults: journeyRules }));
const browser = await launchChromium();
await runJourney(server.url);
await leave(server.url);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' });
await page.goto(`${server.url}/__admin/`);
await page.locator('.rules li').first().waitFor();
const path = fileURLToPath(new URL('../docs/page.png', import.meta.url));
await page.screenshot({ path, fullPage: true, animations: 'disabled' });
await browser.close();
await server.close();
