import { beforeEach, describe, expect, it } from '@jest/globals'
import { testDatabase } from './test-database.js'
import { testFolder } from './test-folder.js'

describe('without servers', () => {
  beforeEach(() => {
    delete process.env['CONCORD_TEST_POSTGRES']
    delete process.env['CONCORD_TEST_FOLDER']
  })

  it('a test that needs them fails and says how to start them', async () => {
    await expect(testDatabase()).rejects.toThrow('run "npm test", which starts one, or set POSTGRES_URL')
    expect(testFolder).toThrow('run "npm test"')
  })
})
