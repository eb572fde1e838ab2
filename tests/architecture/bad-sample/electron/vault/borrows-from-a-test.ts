export { sample } from './vault.test.ts';
