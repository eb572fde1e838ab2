import type { CommandLine, OnBeforeRequestListenerDetails, Session, WebContents } from 'electron';

/** Names resolve to nothing, and everything, loopback too, goes to a proxy that isn't there. Node's own network is untouched. */
const switches: ReadonlyArray<readonly [name: string, value?: string]> = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://no-network.invalid:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-quic'],
  ['no-pings'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
];

/** Before the browser is ready, which is when it reads them. */
export function cutNetwork(commandLine: CommandLine): void {
  for (const [name, value] of switches) commandLine.appendSwitch(name, value);
}

/** What a page asks for comes from the program itself, or not at all. */
export function refuseRequests(session: Session, { release }: { release: boolean }): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details, release) }));
}

function isOwn({ url, resourceType }: Pick<OnBeforeRequestListenerDetails, 'url' | 'resourceType'>, release: boolean): boolean {
  if (url.startsWith('app://desk/') || url.startsWith('app://records/')) return true;
  if (url.startsWith('blob:app://')) return resourceType !== 'mainFrame' && resourceType !== 'subFrame';
  if (url.startsWith('data:')) return resourceType === 'image';
  return !release && url.startsWith('devtools://');
}

export function refuseUdp(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
