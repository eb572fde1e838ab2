import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import { type HostFolder, makeHostFolder, startHost } from './chromium-kit.ts';
import { memoryFiles, type Office, type OfficeOptions, openOffice } from './records-kit.ts';

/** Records on the real hidden page, in the system's browser, over a real journal; the ledger's snapshot stays in memory. */
export class PageOffice {
  readonly folder: HostFolder;
  readonly files = memoryFiles();
  #host: ChromiumHost | undefined;
  #office: Office | undefined;

  constructor(renderer: string) {
    this.folder = { ...makeHostFolder(), renderer };
    mkdirSync(this.journalDir);
  }

  get journalDir(): string {
    return join(this.folder.root, 'journal');
  }

  get office(): Office {
    if (!this.#office) throw new Error('the office is not open');
    return this.#office;
  }

  get debugEndpoint(): string | undefined {
    return this.#host?.debugEndpoint;
  }

  async start(changes: Partial<OfficeOptions> = {}): Promise<Office> {
    const { host } = await startHost(this.folder, { debugPort: 0 });
    this.#host = host;
    this.#office = await openOffice({ dir: this.journalDir, page: () => host.openRecordsPage(), files: this.files, ...changes });
    return this.#office;
  }

  /** As a program that is closed. */
  async end(): Promise<void> {
    await this.office.close();
    await this.kill();
  }

  /** Nothing more is put or kept. */
  async kill(): Promise<void> {
    await this.#office?.kill();
    await this.#host?.close();
  }

  async remove(): Promise<void> {
    await this.kill();
    this.folder.remove();
  }
}
