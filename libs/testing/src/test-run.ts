/** What the start of the test run has put into the environment. */
export const ofThisRun = (name: 'CONCORD_TEST_FOLDER' | 'CONCORD_TEST_POSTGRES' | 'CONCORD_TEST_KAFKA'): string => {
  const value = process.env[name]
  if (value) return value
  throw new Error(
    'This test needs a server: name its file *.int.spec.ts and run "npm test", which starts one, or set POSTGRES_URL to one of version 15 or newer.',
  )
}
