/** Time, as the vault needs it. */
export interface Clock {
  /** Wall time in milliseconds since 1970. It may be set back or forth at any moment. */
  nowMs(): number;
  /** Never goes back while the machine runs; starts anywhere. Best `process.hrtime`, which goes on through a restart of the program. */
  monotonicMs(): number;
  /** Another text after each start of the machine. Where nothing tells the boot, another one for each start of the program. */
  readonly boot: string;
}
