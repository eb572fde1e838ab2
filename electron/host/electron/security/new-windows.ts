import type { WebContents } from 'electron';
import { openExternal } from './open-external.ts';

/** No page opens a window. What it would have opened is offered to the list of addresses for the person's own browser. */
export function refuseNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url);
    return { action: 'deny' };
  });
}
