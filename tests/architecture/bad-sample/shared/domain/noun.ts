export const noun = 'a noun';
