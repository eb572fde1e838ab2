export interface FlagOptions {
  profile: string;
  headless: boolean;
  sandbox: boolean;
  /** Shared memory is too small for the browser (containers). */
  smallSharedMemory: boolean;
  /** Tests only: a loopback port for Playwright beside the pipe. 0 lets the browser choose. */
  debugPort: number | undefined;
  /** Tests only: a film (.mjpeg, .y4m) that a camera of the browser's own shows, where no computer has one. */
  fakeCamera?: string | undefined;
}

/** No page has a network: names resolve to nothing, and everything, loopback too, goes to a proxy that isn't there. */
const noNetwork = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://no-network.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--no-pings',
];

/** The browser doesn't speak, fetch or install anything of its own accord. */
const noErrands = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-service-autorun',
  '--propagate-iph-for-testing',
];

/** Its keyring and its caches would be further places where something of ours could lie. */
const noTraces = [
  '--password-store=basic',
  '--use-mock-keychain',
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--disable-gpu-shader-disk-cache',
];

/** The hidden page's timers run as fast as the visible one's. */
const noThrottling = [
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

const featuresOff = [
  'AutofillServerCommunication',
  'CalculateNativeWinOcclusion',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'IntensiveWakeUpThrottling',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Prerender2',
  'SegmentationPlatform',
  'Translate',
];

export function browserFlags(options: FlagOptions): string[] {
  return [
    `--user-data-dir=${options.profile}`,
    '--remote-debugging-pipe',
    ...noNetwork,
    ...noErrands,
    ...noTraces,
    ...noThrottling,
    `--disable-features=${featuresOff.join(',')}`,
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    // Otherwise a bar across the desk would tell clerks that the rule for host names above is no supported switch.
    '--test-type',
    // Two of our bundles' pages in one window each; the desk fills its screen.
    '--start-maximized',
    ...(options.headless ? ['--headless=new', '--window-size=1366,768', '--hide-scrollbars'] : []),
    ...(options.sandbox ? [] : ['--no-sandbox']),
    ...(options.smallSharedMemory ? ['--disable-dev-shm-usage'] : []),
    ...(options.fakeCamera === undefined
      ? []
      : ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${options.fakeCamera}`]),
    ...(options.debugPort === undefined
      ? []
      : [`--remote-debugging-port=${options.debugPort}`, '--remote-debugging-address=127.0.0.1']),
    // An empty page in a window without tabs or address bar; the desk is loaded into it once its rules are attached.
    '--app=data:text/html,',
  ];
}
