// The words of the sheet of parts that are not said anywhere else.
export const sheet = { title: '构件一览', lead: '纸、墨，一道青瓷；朱砂只说“停”。' } as const
