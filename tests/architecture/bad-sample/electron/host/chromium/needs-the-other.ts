export { electronHost } from '../electron/electron-host.ts';
