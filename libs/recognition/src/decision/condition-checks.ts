import type { PlainDate } from '@concord/standards'
import { conditions, type ConditionName, type Conditions } from '../agreements/conditions.js'
import * as ofFinding from './finding-checks.js'
import * as ofPerson from './person-checks.js'
import type { Answer, Check, Subject } from './subject.js'

type Asked = { readonly [Name in ConditionName]-?: NonNullable<Conditions[Name]> }
type Checks = { readonly [Name in ConditionName]: Check<Asked[Name]> }

const checks: Checks = { ...ofFinding, ...ofPerson }

const names = conditions.keyof().options

const check = <Name extends ConditionName>(name: Name, asked: Asked[Name], subject: Subject, date: PlainDate): Answer =>
  checks[name].holdsOn(asked, subject, date)

const changes = <Name extends ConditionName>(name: Name, asked: Asked[Name], subject: Subject): readonly PlainDate[] =>
  checks[name].changesOn(asked, subject)

/** Each condition that the rule asks, with its answer on a date. */
export const answersOn = (subject: Subject, date: PlainDate): readonly (Answer & { readonly name: ConditionName })[] =>
  names.flatMap((name) => {
    const asked = subject.rule.conditions[name]
    return asked === undefined ? [] : [{ name, ...check(name, asked, subject, date) }]
  })

/** Every date on which a condition of the rule may turn. */
export const conditionsTurnOn = (subject: Subject): readonly PlainDate[] =>
  names.flatMap((name) => {
    const asked = subject.rule.conditions[name]
    return asked === undefined ? [] : changes(name, asked, subject)
  })

export const allHoldOn = (subject: Subject, date: PlainDate): boolean => answersOn(subject, date).every(({ met }) => met)
