/** The nonce that lets our own styles through the page's Content-Security-Policy; the host writes it into the page. */
export function styleNonce(page: Document): string | undefined {
  return page.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content || undefined;
}

/**
 * Gives the nonce to every style element that scripts make. antd passes it on in all places but two (the scroll lock behind dialogs
 * and the measuring of scrollbars), whose styles would be refused and reported. Styles in inserted HTML still get none.
 */
export function giveStylesTheirNonce(page: Document, nonce: string): void {
  const create = page.createElement.bind(page);
  const withNonce = (tag: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(tag, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  page.createElement = withNonce as Document['createElement'];
}
