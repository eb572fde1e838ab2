export const bridgeWorld = 'talent-counter-bridge';
export const bridgeBinding = 'talentCounterSend';

/** Called by main in the bridge's world with (generation, kind, data). */
export const bridgeReceive = 'function (generation, kind, data) { globalThis.talentCounterReceive(generation, kind, data); }';

/**
 * What a frame on the way is: text or bytes (as base64), and whether it is the last part of its message. `open`: the page has
 * asked for a port and got it; `close`: main closed it. A page has no way to close, it goes away.
 */
export type FrameKind = 'text' | 'text-part' | 'bytes' | 'bytes-part' | 'open' | 'close';

/** Characters or bytes per frame: small enough that a short message isn't held up for long behind a scan. */
export const partSize = 1_048_576;

/**
 * The script of the isolated world in our pages, as text because it runs there and not here. The page's code sees none of it but the
 * one MessagePort. Frames to main are `kind:data`.
 */
export const bridgeSource = (origin: string): string => `(() => {
  'use strict';
  if (window !== window.top || location.origin !== ${JSON.stringify(origin)}) return;
  const send = globalThis.${bridgeBinding};
  const partSize = ${partSize};
  let port;
  let generation = 0;
  let parts = [];

  const toBase64 = (bytes) => {
    if (bytes.toBase64) return bytes.toBase64();
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  };
  const fromBase64 = (text) => Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  const sendBytes = (bytes) => {
    let at = 0;
    for (; bytes.length - at > partSize; at += partSize) send('bytes-part:' + toBase64(bytes.subarray(at, at + partSize)));
    send('bytes:' + toBase64(bytes.subarray(at)));
  };
  const sendText = (text) => {
    let at = 0;
    while (text.length - at > partSize) {
      const code = text.charCodeAt(at + partSize - 1);
      const to = at + partSize - (code >= 0xd800 && code < 0xdc00 ? 1 : 0);
      send('text-part:' + text.slice(at, to));
      at = to;
    }
    send('text:' + text.slice(at));
  };

  const open = () => {
    port?.close();
    parts = [];
    generation += 1;
    const channel = new MessageChannel();
    const own = channel.port1;
    port = own;
    own.onmessage = ({ data }) => {
      if (port !== own) return;
      if (typeof data === 'string') sendText(data);
      else if (data instanceof Uint8Array) sendBytes(data);
      else throw new TypeError('The port takes text and bytes only.');
    };
    send('open:' + generation);
    window.postMessage({ type: 'talent-counter-port' }, location.origin, [channel.port2]);
  };

  window.addEventListener('message', (event) => {
    if (event.source === window && event.origin === location.origin && event.data?.type === 'talent-counter-port-wanted') open();
  });

  globalThis.talentCounterReceive = (wanted, kind, data) => {
    if (wanted !== generation || !port) return;
    if (kind === 'close') { port.close(); port = undefined; return; }
    const isText = kind === 'text' || kind === 'text-part';
    parts.push(isText ? data : fromBase64(data));
    if (kind === 'text-part' || kind === 'bytes-part') return;
    const whole = parts;
    parts = [];
    if (isText) { port.postMessage(whole.length === 1 ? whole[0] : whole.join('')); return; }
    let bytes = whole[0];
    if (whole.length > 1) {
      bytes = new Uint8Array(whole.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of whole) { bytes.set(part, at); at += part.length; }
    }
    port.postMessage(bytes, [bytes.buffer]);
  };

  // Keys that open what belongs to the browser and not to the desk: inspector, source, saving, other files and windows.
  window.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const inspector = event.key === 'F12' || (command && (event.shiftKey || event.altKey) && 'ijck'.includes(key));
    if (inspector || (command && !event.altKey && 'usontjh'.includes(key))) event.preventDefault();
  }, true);
  window.addEventListener('contextmenu', (event) => {
    const editable = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
    if (!editable) event.preventDefault();
  }, true);
  // A file dropped beside its place would otherwise replace the desk.
  for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());
})();`;
