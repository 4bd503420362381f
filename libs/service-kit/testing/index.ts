export { serve, type Answer, type Served } from './serve.js'
