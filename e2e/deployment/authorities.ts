/** Where whatever runs from our image finds certificates of authorities that the public does not know. */
export const authoritiesFolder = '/run/authorities'
