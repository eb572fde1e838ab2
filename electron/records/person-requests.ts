import type { RowState } from '../../shared/domain/entry.ts';
import type { PersonId, RequestId } from '../../shared/domain/ids.ts';

/** People's requests, all of them: few, and each is looked at whole. */
export class PersonRequests {
  readonly #requests = new Map<RequestId, RowState['request']>();

  take(state: RowState['request']): void {
    if (state.version > (this.#requests.get(state.id)?.version ?? 0)) this.#requests.set(state.id, state);
  }

  all(): RowState['request'][] {
    return [...this.#requests.values()];
  }

  get(id: RequestId): RowState['request'] | undefined {
    return this.#requests.get(id);
  }

  /** Newest last: ids are UUIDv7. */
  of(personId: PersonId): RowState['request'][] {
    return this.all()
      .filter((one) => one.personId === personId)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Without an answer yet, the one that is due first. */
  open(): RowState['request'][] {
    return this.all()
      .filter(({ answer }) => !answer)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  }
}
