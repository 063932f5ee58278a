/** Storage, writer and sync as a process of their own: `node tests/support/bare-server.ts FOLDER PORT`. */

import { openSyncWorld } from './sync-world.ts';

const [folder = '', port = ''] = process.argv.slice(2);
await openSyncWorld({ folder, port: Number(port) });
console.log('ready');
