export { BrowserWindow } from 'electron';
