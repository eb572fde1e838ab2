import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';

export interface Call {
  /** `talents.register` */
  name: string;
  path: string[];
  contract: AnyContractProcedure;
}

/** Every call of a contract, however deep it lies. */
export function callsOf(contract: object, path: string[] = []): Call[] {
  return Object.entries(contract).flatMap(([key, part]: [string, unknown]) => {
    const at = [...path, key];
    if (isContractProcedure(part)) return [{ name: at.join('.'), path: at, contract: part }];
    return typeof part === 'object' && part !== null ? callsOf(part, at) : [];
  });
}
