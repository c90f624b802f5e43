import { expect, test } from "vitest";
import { cuesIn } from "../../../../src/analysis/brief/cues.ts";
import { wordsOf } from "../../../../src/analysis/words.ts";

test.each([
  ["Ambassador Brandt emphasized the need for speed.", ["opinion"]],
  ["Delegates underscored the need for parcels.", ["opinion"]],
  ["Ambassador Brandt called the week a milestone.", ["ceremony"]],
  ["During this session, vans were counted.", ["reference"]],
  ["Lors de cette séance, on a compté les camions.", ["reference"]],
  ["En esa sesión se contaron camiones.", ["reference"]],
])("the cues of: %s", (sentence, cues) => {
  expect([...cuesIn(wordsOf(sentence)).keys()]).toEqual(cues);
});
