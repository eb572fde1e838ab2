import type { SessionState } from '../../../shared/contract/session-calls.ts';
import type { OpenCounter } from '../../desk/open-counter.ts';
import type { Host } from '../../host/host.ts';
import type { CounterClock } from '../counter-clock.ts';
import { counterFacts } from './counter-facts.ts';
import type { DiagnosticsSource } from './gather-diagnostics.ts';

export interface RunningProgram {
  readonly session: { state(): SessionState; readonly counter: OpenCounter };
  readonly host: Host;
  readonly clock: CounterClock;
}

/** What the running program knows of itself: of its counter only while somebody is signed in. */
export async function diagnosticsSource({ session, host, clock }: RunningProgram): Promise<DiagnosticsSource> {
  const { phase, trial, counterCode, stopped, progress, needsPassphrase } = session.state();
  const isOpen = phase === 'signed-in' || phase === 'locked';
  const year = Number(clock.today().slice(0, 4));
  return {
    userData: host.paths.userData,
    resources: host.paths.resources,
    host: host.description,
    now: new Date(clock.nowMs()),
    counter: isOpen ? await counterFacts(session.counter, year) : undefined,
    session: {
      phase,
      trial,
      counterCode,
      stopped,
      progress,
      needsPassphrase,
      host: host.name,
      keyring: host.secrets !== undefined,
    },
  };
}
