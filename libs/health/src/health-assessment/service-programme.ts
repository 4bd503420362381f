/**
 * 失能老年人健康评估与服务项目, 厦卫医政〔2024〕278号: persons of 65 and over who are disabled and live at home; each year one
 * assessment and at least two visits.
 */
export const serviceProgramme = { minimumAge: 65, visitsAYear: 2 } as const
