import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The registry's tables, in whatever schema the connection names. */
export class CreateRegistry1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the agencies published, by person. The key drops what a publisher repeats.
      CREATE TABLE facts (
        person text NOT NULL,
        context text NOT NULL,
        position bigint NOT NULL,
        event text NOT NULL,
        PRIMARY KEY (person, context, position)
      );
      -- The decision in force, to notice what a fact or a date changes.
      CREATE TABLE decisions (
        person text NOT NULL,
        purpose text NOT NULL,
        outcome text NOT NULL,
        decision text NOT NULL,
        -- Of the decision, what its purpose may see.
        answer text NOT NULL,
        next_change_on date,
        PRIMARY KEY (person, purpose)
      );
      CREATE INDEX decisions_by_next_change ON decisions (next_change_on) WHERE next_change_on IS NOT NULL;
      -- What each agency's subscribers read, numbered 1, 2, 3 … for each agency.
      CREATE TABLE feed (
        agency text NOT NULL,
        number bigint NOT NULL,
        person text NOT NULL,
        purpose text NOT NULL,
        decision text NOT NULL,
        answer text NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (agency, number)
      );
      CREATE TABLE feed_heads (agency text PRIMARY KEY, number bigint NOT NULL);
      -- The last day whose boundaries were looked at.
      CREATE TABLE swept (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), until date NOT NULL);
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE facts, decisions, feed, feed_heads, swept')
  }
}
