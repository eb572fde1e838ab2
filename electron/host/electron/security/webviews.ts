import type { WebContents } from 'electron';

/** The webview tag is off in every window's preferences; should one appear all the same, it is never attached. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
