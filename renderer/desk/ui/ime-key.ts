/** Whether a key belongs to an input method that is composing: its Enter ends the composition and never moves on or submits. */
export function isImeKey(press: { isComposing: boolean; keyCode: number }): boolean {
  // 229 comes with the key that ends a composition, where some browsers say isComposing no more.
  return press.isComposing || press.keyCode === 229;
}
