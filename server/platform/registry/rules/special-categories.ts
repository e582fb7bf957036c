import { namesLaw, question, refused, says, unsaid, type Rule } from './rule.ts';

/** 個資法第 6 條: medical records, health care, genetics, sex life, health examination, criminal record. */
export const specialCategoriesRule: Rule = {
  id: 'special-categories',
  clause: '個人資料保護法第 6 條',
  title: '特種個人資料要有法律依據與書面同意',
  check({ datasets, specialBasis, specialConsent }, context) {
    const { catalogue, fieldsOf } = context;
    // Nothing said of either: a document of before there was a place for it.
    const against: typeof unsaid = specialBasis || specialConsent ? (_, ...said) => refused(...said) : unsaid;
    const special = datasets.flatMap(({ id, fields }) => {
      const entry = catalogue.get(id);
      if (!entry) return [];
      const sensitive = fieldsOf(id)?.some((field) => field.sensitivity === 'special' && fields.includes(field.path));
      return entry.specialCategory || sensitive ? [entry.name['zh-Hant']] : [];
    });
    if (!special.length) return [];
    const names = special.map((name) => `「${name}」`).join('、');
    return [
      ...(says(specialBasis, 4) && namesLaw(specialBasis)
        ? []
        : [
            against(
              context,
              'specialBasis',
              `${names}含有特種個人資料，請寫明個資法第 6 條第 1 項但書的哪一款，以及依據的法規。`,
            ),
          ]),
      ...(specialConsent
        ? []
        : [against(context, 'specialConsent', `要求${names}時，要取得當事人的書面同意（得以電子文件為之）。`)]),
      ...(says(specialBasis, 4) && namesLaw(specialBasis) && specialConsent
        ? [
            question(
              'specialBasis',
              `${names}含有特種個人資料，敘明的依據是「${specialBasis.trim()}」。是否合於個資法第 6 條？`,
            ),
          ]
        : []),
    ];
  },
};
