import { expect, test } from 'vitest';
import { useFiles } from '../_cli.ts';
import { check, open } from './_servers.ts';

useFiles({});

test('a server with the other readings is told the question of each', async () => {
  const { url } = await open({
    yellow: {
      userIdParameter: 'true-false',
      pathId: 'user-id',
      profileComplete: 'boolean',
      emailOptinSpelling: 'emailOptIn',
      unauthorizedBody: 'error',
      authHeader: 'x-api-key',
      phonePlus: 'refused',
      emptyValues: 'absent',
      userProperties: 'ignored',
      defaultProperties: 'all',
    },
  });
  const { report } = await check('yellow', url);
  const findings = report.cases.flatMap(({ operation, name, findings }) =>
    findings.map((finding) => `${operation}, ${name}: ${finding}`),
  );
  expect(findings.filter((finding) => !/\(YE-\d+\)$/.test(finding))).toEqual([]);
  expect(findings).toEqual(
    expect.arrayContaining([
      'getUser, no parameters: the Custom property loyaltyTier is there (YE-27)',
      'getUser, ?properties=profileComplete: profileComplete is false instead of a text such as "13.04" (YE-17)',
      'getUser, ?properties=emailOptin,emailOptIn: emailOptin is missing (YE-18)',
      'getUser, ?userId=no: got 400, expected 200 (YE-14)',
      'getUser, a generated id: got 404, expected 200 (YE-15)',
      'getUser, no credentials: the answer has a body (YE-20)',
      'listUsers, the key in X-Auth-Token alone: got 401, expected 200 (YE-3)',
      'listUsers, the key in Authorization alone: got 401, expected 200 (YE-21)',
      'updateUser, a phone number with +: got 400, expected 200 (YE-23)',
      'updateUser, {"email":""}: got 200, expected 400 (YE-24)',
      'updateUser, {"city":null}: got 200, expected 400 (YE-24)',
      'getUser, the user after userProperties: city is "Pune" (YE-26)',
    ]),
  );
});

test('a server whose path never has the generated id is told so', async () => {
  const { url } = await open({ yellow: { userIdParameter: 'yes-no' } });
  const { report } = await check('yellow', url);
  expect(report.cases.flatMap(({ name, findings }) => findings.map((finding) => `${name}: ${finding}`))).toEqual([
    'a generated id with userId=false: got 400, expected 200 (YE-14)',
  ]);
});
