import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// `npm start` serves the built client itself; the dev server is only for work on the client.
const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

/** Names every file that the page may ask for later; `offline.js` brings them, so that no part is missing offline. */
function offlineFiles(): Plugin {
  return {
    name: 'offline-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => /\.(js|css)$|-latin-wght-.*\.woff2$/.test(name))
        .map((name) => `/${name}`)
        .sort();
      this.emitFile({
        type: 'asset',
        fileName: 'offline-files.json',
        source: JSON.stringify(files),
      });
    },
  };
}

export default defineConfig({
  root: `${import.meta.dirname}/client`,
  plugins: [react(), offlineFiles()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', sourcemap: true },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': server,
      '/sync': { target: server, ws: true },
    },
  },
});
