import { createInterface } from 'node:readline';

/**
 * Asks for secrets, one after the other: at a terminal, where what is typed doesn't show, or as the lines of what is piped in. They are
 * never arguments, which every process of the machine can read.
 */
export class SecretQuestions {
  readonly #lines: AsyncIterator<string>;
  readonly #close: () => void;

  constructor() {
    const { stdin, stderr } = process;
    const input = createInterface({ input: stdin, ...(stdin.isTTY && { output: silent(stderr), terminal: true }) });
    this.#lines = input[Symbol.asyncIterator]();
    this.#close = () => input.close();
  }

  async ask(question: string): Promise<string> {
    process.stderr.write(`${question} `);
    const { value } = await this.#lines.next();
    process.stderr.write('\n');
    return typeof value === 'string' ? value.trim() : '';
  }

  close(): void {
    this.#close();
  }
}

/** The terminal, without the echo of what is typed. */
function silent(stream: NodeJS.WriteStream): NodeJS.WritableStream {
  return Object.create(stream, { write: { value: () => true } });
}
