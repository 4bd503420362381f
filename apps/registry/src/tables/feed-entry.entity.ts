import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One line of an agency's feed. Written with the decision that it tells; read by subscribers. */
@Entity({ name: 'feed' })
export class FeedEntry {
  @PrimaryColumn('text')
  agency!: string

  /** PostgreSQL's bigint arrives as text. */
  @PrimaryColumn('bigint')
  number!: string

  @Column('text')
  person!: string

  @Column('text')
  purpose!: string

  /** The decision's JSON, byte for byte as it was made: the trail names its whole basis; the reader is told what the purpose may see. */
  @Column('text')
  decision!: string

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date
}
