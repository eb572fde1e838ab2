import type { Session } from 'electron';

type Permission = Parameters<Parameters<Session['setPermissionRequestHandler']>[0] & {}>[1];

/** Permission → why a page needs it. None yet; the camera will be here, for the desk alone. */
export const allowedPermissions: ReadonlyMap<Permission, string> = new Map();

/** Both ways to a permission, asking and being asked about, end at the same list; devices have none. */
export function limitPermissions(session: Session, allowed = allowedPermissions): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.setDevicePermissionHandler(() => false);
}
