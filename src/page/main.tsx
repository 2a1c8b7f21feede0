import { render } from 'preact';
import { App } from './app.tsx';
import { startLive } from './live.ts';
import { listenToKeys } from './lanes/scroll.ts';
import { findPackedRun, startSaved } from './saved.ts';
import { acceptDrops } from './top/status.tsx';
import { markTab } from './top/tab.ts';

const packed = findPackedRun();
void (packed === undefined ? startLive() : startSaved(packed));
markTab();
acceptDrops();
listenToKeys();
render(<App />, document.body);
