import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deskOrigin } from './desk-origin.ts';

type Tree = { [key: string]: Tree | string | number | boolean };

/** The browser's words for "yes, and don't ask" and "never, and don't ask". */
const [always, never] = [1, 2];
const permissions = [
  'ar',
  'automatic_downloads',
  'background_sync',
  'bluetooth_guard',
  'bluetooth_scanning',
  'clipboard',
  'file_system_read_guard',
  'file_system_write_guard',
  'geolocation',
  'hid_guard',
  'idle_detection',
  'local_fonts',
  'media_stream_camera',
  'media_stream_mic',
  'midi_sysex',
  'notifications',
  'payment_handler',
  'popups',
  'sensors',
  'serial_guard',
  'storage_access',
  'usb_guard',
  'vr',
  'window_placement',
];

/** What can't be said by a flag: nothing typed is remembered, offered, checked elsewhere or kept as history. */
const preferences: Tree = {
  alternate_error_pages: { enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { check_default_browser: false, enable_spellchecking: false, has_seen_welcome_page: true, show_home_button: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  download: { prompt_for_download: true },
  download_restrictions: 3,
  history: { saving_disabled: true },
  net: { network_prediction_options: never },
  profile: {
    // The camera is the desk's alone: for photos, scans and cards.
    content_settings: { exceptions: { media_stream_camera: { [`${deskOrigin}:443,*`]: { setting: always } } } },
    default_content_setting_values: Object.fromEntries(permissions.map((name) => [name, never])),
    password_manager_enabled: false,
    password_manager_leak_detection: false,
    // A killed program is no reason for the browser to offer to bring back its pages.
    exit_type: 'Normal',
    exited_cleanly: true,
  },
  safebrowsing: { enabled: false, enhanced: false },
  search: { suggest_enabled: false },
  session: { restore_on_startup: 5 },
  signin: { allowed: false },
  spellcheck: { use_spelling_service: false },
  translate: { enabled: false },
  url_keyed_anonymized_data_collection: { enabled: false },
};

/** Lays our settings over what the browser wrote itself at its last end. */
export async function writePreferences(profile: string): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'Preferences');
  const there = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as Tree)
    .catch(() => ({}));
  await writeFile(file, JSON.stringify(layOver(there, preferences)), { mode: 0o600 });
}

function layOver(under: Tree, over: Tree): Tree {
  const result = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = typeof value === 'object' && typeof below === 'object' ? layOver(below, value) : value;
  }
  return result;
}
