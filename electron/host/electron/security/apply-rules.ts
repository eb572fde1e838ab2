import { app } from 'electron';
import { refuseCertificates } from './certificates.ts';
import { closeDebuggingDoors, closeDeveloperTools } from './developer-tools.ts';
import { refuseDownloads } from './downloads.ts';
import { refuseNavigation } from './navigation.ts';
import { refuseNewWindows } from './new-windows.ts';
import { cutNetwork, refuseRequests, refuseUdp } from './no-network.ts';
import { limitPermissions } from './permissions.ts';
import { stopSpelling } from './spelling.ts';
import { refuseWebviews } from './webviews.ts';

export interface RuleOptions {
  /** The program runs from its package: no developer tools. */
  release: boolean;
  log(line: string): void;
}

/** Once, before Electron is ready: so every session and every page that ever appears, asked for or not, has its rules from the first. */
export function applyRules({ release, log }: RuleOptions): void {
  app.enableSandbox();
  cutNetwork(app.commandLine);
  if (release) closeDebuggingDoors(app.commandLine);
  refuseCertificates(app);
  app.on('session-created', (session) => {
    limitPermissions(session);
    refuseRequests(session, { release });
    refuseDownloads(session);
    stopSpelling(session);
  });
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents, log);
    refuseNewWindows(contents);
    refuseWebviews(contents);
    refuseUdp(contents);
    if (release) closeDeveloperTools(contents);
  });
}
