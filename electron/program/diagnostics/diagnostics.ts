import type { DiagnosticsItem } from '../../../shared/contract/diagnostics-calls.ts';
import type { ProgramLog } from '../program-log.ts';
import { saveFile } from '../save-file.ts';
import { type DiagnosticsFile, type DiagnosticsSource, gatherDiagnostics } from './gather-diagnostics.ts';
import { zipDiagnostics } from './zip-diagnostics.ts';

export interface DiagnosticsOptions {
  /** Where the bundle is saved. */
  readonly folder: string;
  readonly log: ProgramLog;
  source(): Promise<DiagnosticsSource>;
}

/** 诊断包: gathered, shown as a list, and saved as it was shown. */
export class Diagnostics {
  readonly #options: DiagnosticsOptions;
  #gathered: { files: DiagnosticsFile[]; now: Date } | undefined;

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
  }

  async gather(): Promise<{ items: DiagnosticsItem[]; folder: string }> {
    const { files } = await this.#gather();
    const items = files.map(({ name, part, bytes }) => ({ name, part, bytes: bytes.length }));
    return { items, folder: this.#options.folder };
  }

  /** Refuses `disk-full`, and `file-not-saved` where the folder can't be written to. */
  async save(): Promise<{ file: string }> {
    const { files, now } = this.#gathered ?? (await this.#gather());
    const { folder, log } = this.#options;
    const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
    const name = `talent-counter-diagnostics-${stamp}.zip`;
    return { file: await saveFile({ folder, log }, name, zipDiagnostics(files, now)) };
  }

  async #gather(): Promise<{ files: DiagnosticsFile[]; now: Date }> {
    const source = await this.#options.source();
    this.#gathered = { files: await gatherDiagnostics(source), now: source.now };
    return this.#gathered;
  }
}
