/** A CloudEvent 1.0: its attributes by their names, the extensions among them, and its data. */
export interface CloudEvent {
  readonly attributes: Readonly<Record<string, string>>
  readonly data: Uint8Array
}
