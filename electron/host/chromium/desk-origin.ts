/** Where the desk's page comes from: a name that no network has. */
export const deskOrigin = 'https://desk.talent-counter.invalid';
