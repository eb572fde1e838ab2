import type { Session } from 'electron';

type Permission = Parameters<Parameters<Session['setPermissionRequestHandler']>[0] & {}>[1];

/** What a page asks for, as far as it matters. */
interface Wish {
  readonly permission: Permission;
  /** `app://desk` of whatever address it came from. */
  readonly origin: string;
  readonly isMainFrame: boolean;
  /** With `media`: which. */
  readonly media: readonly string[];
}

/** Permission → which wish for it is granted, and why. Whatever isn't here is refused. */
export const allowedPermissions: ReadonlyMap<Permission, (wish: Wish) => boolean> = new Map([
  // Photos of people, scans of papers, cards held before it: the desk's own page, the picture alone, never the sound.
  ['media', ({ origin, isMainFrame, media }) => origin === 'app://desk' && isMainFrame && isVideoAlone(media)],
]);

const isVideoAlone = (media: readonly string[]): boolean => media.length > 0 && media.every((one) => one === 'video');

/** Both ways to a permission, asking and being asked about, end at the same list; devices have none. */
export function limitPermissions(session: Session, allowed = allowedPermissions): void {
  const grants = (wish: Wish): boolean => allowed.get(wish.permission)?.(wish) === true;
  // The number of arguments is Electron's.
  session.setPermissionRequestHandler((...[, permission, answer, details]) => {
    const { requestingUrl, isMainFrame } = details;
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(grants({ permission, origin: originOf(requestingUrl), isMainFrame, media }));
  });
  session.setPermissionCheckHandler((...[, permission, origin, { isMainFrame, mediaType }]) =>
    grants({ permission, origin: originOf(origin), isMainFrame, media: mediaType ? [mediaType] : [] }),
  );
  session.setDevicePermissionHandler(() => false);
}

/** `app://desk` of `app://desk/#/verify`: URL has no origin for a scheme of our own. */
function originOf(address: string | undefined): string {
  return /^[a-z]+:\/\/[^/]*/.exec(address ?? '')?.[0] ?? '';
}
