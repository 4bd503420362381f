/** 记录编号: a UUID that the caller chose for a record of ours. */
export type RecordId = string

/** 行政区划代码 (GB/T 2260), six digits. */
export type Region = string

/** 评估员编号 in the assessor pool: not a name. */
export type AssessorId = string
