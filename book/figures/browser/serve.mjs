// A host on this machine alone, for the length of a test.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
    '.json': 'application/json', '.png': 'image/png', '.wasm': 'application/wasm',
};

/** Serves a folder; resolves to its origin and a way to close it. */
export const serve = (folder) => new Promise((resolve) => {
    const server = createServer(async (request, response) => {
        const name = path.normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
        try {
            const bytes = await readFile(path.join(folder, name));
            response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' });
            response.end(bytes);
        } catch {
            // A browser asks for an icon of its own accord.
            response.writeHead(name === '/favicon.ico' ? 204 : 404);
            response.end();
        }
    });
    server.listen(0, '127.0.0.1', () => resolve({
        origin: `http://127.0.0.1:${server.address().port}`,
        close: () => server.close(),
    }));
});
