export { vault } from '../../electron/vault/vault.ts';
