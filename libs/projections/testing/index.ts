export { diaryOfSpecs } from './diary.js'
