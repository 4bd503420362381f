/** A topic of Kafka: as it shall be, or as it is. */
export interface Topic {
  readonly name: string
  readonly partitions: number
  /** On how many brokers each partition is kept. */
  readonly replication: number
  /** What is set on the topic itself, in Kafka's own names and values. What is not is as the brokers have it. */
  readonly configs: Readonly<Record<string, string>>
}

/** What somebody may do, or may not. Kafka calls it an ACL. */
export interface Right {
  readonly principal: string
  /** From where; `*` is from anywhere. */
  readonly host: string
  readonly permission: 'ALLOW' | 'DENY'
  /** In Kafka's own words: READ, WRITE, DESCRIBE and so on. */
  readonly operation: string
  readonly resource: 'TOPIC' | 'GROUP'
  /** Whether the name is a whole one, or how names begin. */
  readonly pattern: 'LITERAL' | 'PREFIXED'
  readonly name: string
}

export interface WantedTopic extends Topic {
  /** Holds an agency's facts by person: its partitions say where a person's facts are. */
  readonly ofAgency: boolean
}

/** How a cluster shall be. */
export interface Wanted {
  readonly topics: readonly WantedTopic[]
  /** All that anybody may do with these topics and groups by name. */
  readonly rights: readonly Right[]
  readonly groups: readonly Pick<Right, 'pattern' | 'name'>[]
}

export interface PresentTopic extends Topic {
  readonly holdsEvents: boolean
}

/** How a cluster is, as far as it is wanted otherwise or so. */
export interface Present {
  readonly brokers: number
  readonly topics: readonly PresentTopic[]
  /** Undefined where the cluster checks no rights, and keeps none. */
  readonly rights: readonly Right[] | undefined
}
