export { publishedBy, recorded } from './recorded.js'
export { serve, type Answer, type Served } from './serve.js'
