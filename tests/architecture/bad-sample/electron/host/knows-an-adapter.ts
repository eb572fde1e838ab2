export { chromiumHost } from './chromium/chromium-host.ts';
