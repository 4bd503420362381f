import { expect, it } from '@jest/globals'
import { propertiesOf, settingsFor } from './properties.js'

it('are written as Java reads them: other letters and backslashes as numbers', () =>
  expect(propertiesOf({ 'log.dirs': '/失能 1/a\\b', 'auto.create.topics.enable': false })).toBe(
    'log.dirs=/\\u5931\\u80fd 1/a\\u005cb\nauto.create.topics.enable=false\n',
  ))

it('of whoever starts the broker go before ours', () =>
  expect(settingsFor('/data', { broker: 1, controller: 2 }, { 'node.id': 7 })).toMatchObject({
    'node.id': 7,
    'log.dirs': '/data',
    listeners: 'PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2',
  }))
