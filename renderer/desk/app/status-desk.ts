import { createContext, useContext } from 'react';

/** Opens what an item of the status bar is about, from wherever something waits for it. */
export interface StatusDesk {
  open(topic: 'numbers' | 'notices'): void;
}

export const StatusDeskContext = createContext<StatusDesk | undefined>(undefined);

/** How any page opens the status bar's drawer; the frame stands behind it. */
export function useStatusDesk(): StatusDesk {
  const statusDesk = useContext(StatusDeskContext);
  if (!statusDesk) throw new Error('no status desk around this component');
  return statusDesk;
}
