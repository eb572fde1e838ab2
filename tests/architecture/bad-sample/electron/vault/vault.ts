export const vault = 'a vault';
export type Vault = typeof vault;
