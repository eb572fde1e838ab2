const barWidth = 30;

/** A bar on a terminal; a line for every tenth of the work elsewhere. */
export function showProgress(done: number, total: number): void {
  const filled = Math.round((done / total) * barWidth);
  if (process.stderr.isTTY) {
    process.stderr.write(
      `\r[${'#'.repeat(filled)}${' '.repeat(barWidth - filled)}] ${done} of ${total}${done === total ? '\n' : ''}`,
    );
    return;
  }
  const step = Math.max(1, Math.ceil(total / 10));
  if (done % step === 0 || done === total) process.stderr.write(`${done} of ${total}\n`);
}
