export default () => globalThis.stopTestServers?.()
