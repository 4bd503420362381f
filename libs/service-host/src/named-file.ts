import { HostFault } from './host-fault.js'

/** What stands in a file that the environment names. @throws HostFault */
export const readNamed = <Content>(path: string, variable: string, contentOf: (path: string) => Content): Content => {
  try {
    return contentOf(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new HostFault(code === undefined ? message : `${path}, named by ${variable}, cannot be read (${code}).`, { cause: error })
  }
}
