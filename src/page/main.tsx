import { render } from 'preact';
import { App } from './app.tsx';
import { startLive } from './live.ts';
import { findPackedRun, startSaved } from './saved.ts';

const packed = findPackedRun();
void (packed === undefined ? startLive() : startSaved(packed));
render(<App />, document.body);
