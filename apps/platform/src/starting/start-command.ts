/** How the person at the terminal started this. */
export const startCommand = process.env['npm_lifecycle_event'] === 'start:kafka' ? 'npm run start:kafka' : 'npm start'
