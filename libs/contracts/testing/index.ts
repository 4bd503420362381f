export { contentsOfEach } from './contents.arbitrary.js'
