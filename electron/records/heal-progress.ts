/** How far a replay (the newest entries are missing) or a rebuild (everything is made anew) has come, in entries of the own log. */
export interface HealProgress {
  readonly what: 'replay' | 'rebuild';
  readonly done: number;
  readonly total: number;
}
