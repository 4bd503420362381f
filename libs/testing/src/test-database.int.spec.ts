import { describe, expect, it } from '@jest/globals'
import { usePostgres } from '@concord/embedded-postgres'
import { testDatabase } from './test-database.js'

describe('a test database', () => {
  it('is another one each time, and gone when dropped', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()])
    expect(one.url).not.toBe(other.url)
    await one.drop()
    await expect(usePostgres(one.url)).rejects.toMatchObject({ kind: 'unreachable' })
    await usePostgres(other.url)
    await other.drop()
  })
})
