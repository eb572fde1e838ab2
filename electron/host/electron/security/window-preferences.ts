import type { WebPreferences } from 'electron';

/** What every window gets, the hidden one and those of tests too. `release`: the program runs from its package. */
export function windowPreferences({ release }: { release: boolean }) {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    devTools: !release,
  } satisfies WebPreferences;
}
