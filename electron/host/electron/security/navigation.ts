import type { Event, WebContents } from 'electron';

type Target = { url: string };

/** A page may load itself again. It goes nowhere else, by whatever way: link, form, script, redirect, or a frame inside it. */
export function refuseNavigation(contents: WebContents, log: (line: string) => void): void {
  const refuse = (event: Event<Target>) => {
    event.preventDefault();
    // Only the scheme: an address may hold what somebody typed.
    log(`A page wanted to go to ${event.url.replace(/[:?#].*$/s, ':')} and was kept where it is.`);
  };
  contents.on('will-navigate', (event) => {
    if (!isItself(contents.getURL(), event.url)) refuse(event);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) refuse(event);
  });
  contents.on('will-redirect', refuse);
}

const isItself = (here: string, there: string): boolean => here.startsWith('app://') && withoutHash(there) === withoutHash(here);

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');
