/** Time, as the vault needs it. */
export interface Clock {
  /** Wall time in milliseconds since 1970. It may be set back or forth at any moment. */
  nowMs(): number;
  /** Never goes back while the program runs; starts anywhere. */
  monotonicMs(): number;
}
