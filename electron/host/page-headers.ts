const policy: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** What the desk needs and no other page has: the camera, for photos, scans and cards. */
const deskAlone = ['camera'];

/** Nothing a page could ask a person for: what is not on the list of needs stays off, whatever the browser's own settings say. */
const featuresOff = [
  'accelerometer',
  'browsing-topics',
  'captured-surface-control',
  'clipboard-read',
  'compute-pressure',
  'digital-credentials-get',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Inline style elements come from antd alone, which marks them with the nonce of this load of the page. */
function contentSecurityPolicy(styleNonce: string | undefined): string {
  const styles = styleNonce === undefined ? policy : { ...policy, 'style-src': `'self' 'nonce-${styleNonce}'` };
  return Object.entries(styles)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export interface HeaderOptions {
  readonly styleNonce?: string | undefined;
  /** Whether the answer is for the desk. */
  readonly isDesk?: boolean;
}

/** The headers of every answer, refusals too. */
export function pageHeaders(contentType: string, { styleNonce, isDesk = false }: HeaderOptions = {}): Record<string, string> {
  const features = [...deskAlone.map((name) => `${name}=(${isDesk ? 'self' : ''})`), ...featuresOff.map((name) => `${name}=()`)];
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(styleNonce),
    'permissions-policy': features.join(', '),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    // The program's own files are on this disk already; a second copy in a cache would only be one more thing to guard.
    'cache-control': 'no-store',
  };
}
