export const program = 'a program';
