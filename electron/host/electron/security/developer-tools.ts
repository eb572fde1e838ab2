import { type CommandLine, Menu, type WebContents } from 'electron';

/** A debugging port would hand every page to whoever finds it. Before the browser is ready, which is when it would open one. */
export function closeDebuggingDoors(commandLine: CommandLine): void {
  for (const name of [
    'remote-debugging-port',
    'remote-debugging-pipe',
    'remote-debugging-address',
    'auto-open-devtools-for-tabs',
  ])
    commandLine.removeSwitch(name);
}

/** Off by preference already; should they open by any other way, they close again. */
export function closeDeveloperTools(contents: WebContents): void {
  contents.on('devtools-opened', () => contents.closeDevTools());
}

/** Electron's own menu brings reloading, zooming and the inspector. Only macOS needs one, for its copy and paste keys. */
export function removeMenu(platform: NodeJS.Platform): void {
  const macMenu = () => Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
  Menu.setApplicationMenu(platform === 'darwin' ? macMenu() : null);
}
