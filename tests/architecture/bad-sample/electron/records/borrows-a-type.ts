import type { Vault } from '../vault/vault.ts';

export type Kept = Vault;
