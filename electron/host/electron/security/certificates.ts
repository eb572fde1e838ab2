import type { App } from 'electron';

/** A certificate that doesn't hold is never trusted, and no page gets credentials or a certificate of this machine to show. */
export function refuseCertificates(app: App): void {
  // biome-ignore lint/complexity/useMaxParams: Electron's own listener.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  // biome-ignore lint/complexity/useMaxParams: Electron's own listener.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
  // biome-ignore lint/complexity/useMaxParams: Electron's own listener.
  app.on('login', (event, _contents, _details, _authInfo, answer) => {
    event.preventDefault();
    answer();
  });
}
