import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

// After an update of the server the chunks of the page before it are gone. Once, and not without a network.
const RELOADED = 'tandem:reloaded';
window.addEventListener('vite:preloadError', async () => {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (!navigator.onLine || Date.now() - last < 60_000) return;
  // A network without our server in it has no newer page to give.
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
});

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // Forbidden in some private windows: then the page needs a network to open, and nothing else changes.
  navigator.serviceWorker.register('/offline.js').catch(() => undefined);
}

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
