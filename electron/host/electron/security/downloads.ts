import type { Session } from 'electron';

/** Files leave the program through its own printing and export, never through the browser's download. */
export function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
