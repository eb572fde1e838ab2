/**
 * A page's one way to main. The host's own script (preload, or isolated world), which no code of the page can reach, waits for the
 * question and answers it with a port. Asked again, it gives a fresh one, and main closes the one before. The port isn't started yet.
 */
export function requestPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || event.origin !== location.origin || event.data?.type !== 'talent-counter-port' || !port)
        return;
      window.removeEventListener('message', take);
      resolve(port);
    };
    window.addEventListener('message', take);
    window.postMessage({ type: 'talent-counter-port-wanted' }, location.origin);
  });
}
