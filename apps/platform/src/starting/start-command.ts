/** Which of the two starts the person at the terminal typed. */
export const isOnKafka = process.env['npm_lifecycle_event'] === 'start:kafka'

/** How it was typed. */
export const startCommand = isOnKafka ? 'npm run start:kafka' : 'npm start'
