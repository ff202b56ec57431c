// The words of the who-may matrix: how a person stands to a case, and what hinders them.
export const whoMay = {
  title: '职权矩阵',
  explain: '由各事项的规则表直接得出，不另行维护。',
  may: '可以',
  mayNot: '不可以',
  standing: {
    own: '本辖区、本行业或本主体',
    otherRegion: '其他地区',
    otherSector: '其他行业',
    otherOrganisation: '其他主体',
    ownCompany: '同时属于当事主体',
    afterExcludedDuty: '在同一案件中承担过互斥职责',
  },
  because: {
    move: '该角色没有此项职权',
    jurisdiction: '不在管辖或所属范围内',
    ownOrganisation: '须回避本人所属主体的案件',
    duty: '须由另一人办理',
  },
} as const
