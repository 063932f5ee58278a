import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm start` serves the built client itself; the dev server is only for work on the client.
const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  root: `${import.meta.dirname}/client`,
  plugins: [react()],
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
