/** Each test resident can finish. */
import { blocks, say, type Check } from '../check.ts';

export const residentsFinish: Check = {
  group: 'residents',
  code: 'residents-finish',
  done: say('每一位測試民眾都填得完', 'Every test resident can finish'),
  find({ tries = [] }) {
    const everybody = tries.length > 0 && tries.every(({ ended }) => ended);
    return [
      ...(everybody
        ? [
            blocks(
              'nobody-finishes',
              say(
                '每一位測試民眾都走到「無法申請」，請檢查結束條件。',
                'Every test resident is turned away; check the ends.',
              ),
              { service: ['form', 'ends'] },
            ),
          ]
        : []),
      ...tries.flatMap(({ name, stuck }) =>
        stuck.map(({ part, reason }) =>
          blocks(
            'resident-stuck',
            say(`${name}填不完：${reason['zh-Hant']}`, `${name} can not finish: ${reason.en}`),
            part ? { part } : undefined,
          ),
        ),
      ),
    ];
  },
};
