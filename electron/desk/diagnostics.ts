import type { DiagnosticsItem } from '../../shared/contract/diagnostics-calls.ts';
import { deskCalls } from './desk-door.ts';

/** Gathers the diagnostics bundle and saves it. The program keeps one for as long as it runs. */
export interface DiagnosticsKeeper {
  gather(): Promise<{ items: DiagnosticsItem[]; folder: string }>;
  save(): Promise<{ file: string }>;
}

/** 诊断包. */
export function diagnosticsCalls(keeper: DiagnosticsKeeper) {
  const calls = deskCalls.diagnostics;
  return {
    gather: calls.gather.handler(() => keeper.gather()),
    save: calls.save.handler(() => keeper.save()),
  };
}
