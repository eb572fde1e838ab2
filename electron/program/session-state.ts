import type { SessionState } from '../../shared/contract/session-calls.ts';
import type { Counter } from '../../shared/domain/counter/counter.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';
import type { Vault } from '../vault/vault.ts';
import type { Stopped } from './stopped-start.ts';
import type { Trial } from './trial.ts';

export interface SessionParts {
  readonly phase: SessionState['phase'];
  readonly vault: Vault | undefined;
  readonly sample: Trial;
  readonly staff: Staff | undefined;
  /** Of the open counter. */
  readonly counter: Counter | undefined;
  readonly place: string | undefined;
  readonly progress: SessionState['progress'];
  readonly stopped: Stopped | undefined;
}

/** The session in the desk's words. What stands here is seen by whoever looks at the screen, signed in or not. */
export function sessionState({ phase, vault, sample, staff, counter, place, progress, stopped }: SessionParts): SessionState {
  const trial = vault?.mode !== 'office';
  const office = counter?.office ?? (trial ? sample.office : undefined);
  const asks = phase === 'signed-out' || phase === 'locked';
  return {
    phase,
    trial,
    ...(staff && { staff }),
    ...(office && { office }),
    ...(counter && { counterCode: counter.code }),
    ...(phase === 'enrol' && vault && { trialThere: true }),
    ...(phase === 'signed-out' && vault?.needsPassphrase && { needsPassphrase: true }),
    ...(place !== undefined && { place }),
    ...(phase === 'starting' && progress && { progress }),
    ...(stopped && { stopped }),
    ...(trial && asks && { sampleStaff: sample.staff.map(({ number, name, role, pin }) => ({ number, name, role, pin })) }),
  };
}
