// Lets the bench measure a function inside a process. It sends one chunk after the other for a given time.
import { toBodies } from '../chunks.ts';

const size = 1000;

/** Each round continues where the previous one ended, and reports its work. */
export function serveRounds(send: (body: string) => Promise<string>): void {
  const bodies = toBodies('vibefollow', size);
  let next = 0;

  async function run(ms: number): Promise<void> {
    const cpu = process.cpuUsage();
    const start = performance.now();
    let requests = 0;
    for (; performance.now() - start < ms; requests += 1) {
      const answer = await send(bodies[next++ % bodies.length] ?? '');
      if (!answer.includes(`"accepted":${size}`)) throw new Error(`The answer is ${answer}`);
    }
    const seconds = (performance.now() - start) / 1e3;
    const { user, system } = process.cpuUsage(cpu);
    process.send?.({ requests, seconds, cpuSeconds: (user + system) / 1e6 });
  }

  process.on('message', (ms: number) => void run(ms));
}
