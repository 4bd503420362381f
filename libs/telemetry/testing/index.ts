export { startCollector, toldBy, type Attributes, type CollectedSpan, type Collector } from './collector.js'
export { samplesIn, sumOf, valuesOf, type Sample } from './exposition.js'
