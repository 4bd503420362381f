import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { describeOnOwnKafka, testFolder } from '@concord/testing'
import { fetchJars, type Jars, mavenMissing } from './jars.js'
import { javaMissing } from './java.js'

// Maven takes three seconds, and many more on a machine that is busy.
jest.setTimeout(180_000)

const logger = { groupId: 'ch.qos.reload4j', artifactId: 'reload4j', version: '1.2.19' }
const reader = { groupId: 'net.sf.jopt-simple', artifactId: 'jopt-simple', version: '5.0.4' }
const environment = { ...process.env }
let jars: Jars
let heard: string[]

beforeEach(() => {
  const folder = testFolder()
  jars = { folder: join(folder, '库 lib'), pom: join(folder, 'pom.xml') }
  heard = []
})
afterEach(() => {
  process.env = { ...environment }
})

describeOnOwnKafka('what is fetched with Maven', () => {
  it('is fetched once, and anew when other things are asked for', async () => {
    ask(logger)
    await fetch()
    await fetch()
    expect({ heard, kept: kept() }).toEqual({ heard: [expect.stringContaining('fetching')], kept: ['pom.xml', 'reload4j-1.2.19.jar'] })
    ask(reader)
    await fetch()
    expect(kept()).toEqual(['jopt-simple-5.0.4.jar', 'pom.xml'])
    process.env['PATH'] = '/nowhere'
    expect(mavenMissing(jars)).toBeUndefined()
  })

  it('needs Maven until it is there', () => {
    ask(logger)
    process.env['PATH'] = '/nowhere'
    expect(mavenMissing(jars)).toMatchObject({ kind: 'no-maven', message: expect.stringMatching(/install .*maven.*KAFKA_BROKERS/) })
  })

  it('is there wholly or not at all', async () => {
    ask(logger)
    const giveUp = new AbortController()
    const fetching = fetch(giveUp.signal)
    giveUp.abort()
    await expect(fetching).rejects.toThrow('aborted')
    expect(readdirSync(join(jars.folder, '..'))).toEqual(['pom.xml'])
  })

  it('is not there when Maven does not reach its repository, which is said', async () => {
    ask(logger, 'http://127.0.0.1:9/')
    process.env['MAVEN_OPTS'] = `-Dmaven.repo.local=${join(jars.folder, '..', 'nothing-kept')}`
    await expect(fetch()).rejects.toMatchObject({
      kind: 'no-jars',
      message: expect.stringMatching(/could not fetch .*refused.*KAFKA_BROKERS/),
    })
    expect(existsSync(jars.folder)).toBe(false)
  })

  it('needs Java', () => {
    expect(javaMissing()).toBeUndefined()
    process.env['JAVA_HOME'] = '/nowhere'
    expect(javaMissing()).toMatchObject({ kind: 'no-java', message: expect.stringContaining('install openjdk-17-jre-headless') })
  })
})

const fetch = (signal = new AbortController().signal) => fetchJars(jars, { notice: (line) => heard.push(line), signal })

const kept = () => readdirSync(jars.folder).toSorted()

/** Writes what shall be fetched; from another repository than Maven's own, if one is named. */
const ask = (dependency: Readonly<Record<string, string>>, url?: string): void => {
  const central = `<id>central</id><url>${url}</url>`
  const elsewhere = url
    ? `<repositories><repository>${central}</repository></repositories>
       <pluginRepositories><pluginRepository>${central}</pluginRepository></pluginRepositories>`
    : ''
  const named = Object.entries(dependency).map(([name, value]) => `<${name}>${value}</${name}>`)
  writeFileSync(
    jars.pom,
    `<project>
      <modelVersion>4.0.0</modelVersion><groupId>concord</groupId><artifactId>spec</artifactId><version>1</version><packaging>pom</packaging>
      ${elsewhere}
      <dependencies><dependency>${named.join('')}</dependency></dependencies>
      <build><plugins><plugin>
        <artifactId>maven-dependency-plugin</artifactId><version>3.8.1</version>
        <executions><execution><phase>package</phase><goals><goal>copy-dependencies</goal></goals></execution></executions>
      </plugin></plugins></build>
    </project>`,
  )
}
