/** What agencies tell, as specifications write it: `tell.comaBegan('2026-03-02')`. */
export * from './telling.js'
export * from './told-by-civil-affairs.js'
export * from './told-by-disabled-persons-federation.js'
export * from './told-by-health.js'
export * from './told-by-healthcare-security.js'
