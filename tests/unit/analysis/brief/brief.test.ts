import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../../src/analysis/analyse.ts";
import type { Item } from "../../../../src/model/item.ts";
import { anItem, rules } from "../an-item.ts";

function points(item: Partial<Item>): readonly string[] {
  return analyse(anItem(item), rules).brief.points;
}

const ROUND: Partial<Item> = {
  title: "E-commerce negotiators report progress",
  published: "2024-05-17",
  description:
    "Participants in the e-commerce negotiations agreed on an article on spam at a round held from 13 to 17 May.",
  text: [
    "Ambassador Ilse Brandt of Austria thanked the Secretariat for a splendid seminar and warm hospitality.",
    "“Nobody expected us to be so quick,” said a delegate who has followed the talks for years.",
    "In addition, a new small group on electronic payments was created.",
    "The next round is scheduled for 17 to 20 June.",
    "Background\n\nThe initiative was launched in January 2019. It now counts 91 participants.",
  ].join("\n\n"),
};

describe("a brief", () => {
  test("tells what was decided first, then what comes, and leaves out ceremony and talk", () => {
    expect(points(ROUND)).toEqual([
      "Participants in the e-commerce negotiations agreed on an article on spam at a round held from 13 to 17 May.",
      "A new small group on electronic payments was created.",
      "The next round is scheduled for 17 to 20 June.",
    ]);
  });

  test("has the item's own title as its headline", () => {
    expect(analyse(anItem(ROUND), rules).brief.headline).toBe("E-commerce negotiators report progress");
  });

  test("takes the bullets that an item opens with", () => {
    const text =
      "· A group on spam was opened.\n· Talks on privacy went on in two small groups.\n\nThe chair spoke at length about the state of the world and of the talks.";
    expect(points({ description: "", text })).toEqual([
      "A group on spam was opened.",
      "Talks on privacy went on in two small groups.",
    ]);
  });

  test("tells under which heading of a long agenda a sentence stands, where that names our subject", () => {
    const text = [
      "1. Fisheries. The Chair of the group thanked members for their many contributions to the talks.",
      "2. Work Programme on Electronic Commerce. The Chair told members that views on it have not moved since May.",
      "3. Accessions. The report was put off until the autumn.",
    ].join("\n\n");
    expect(points({ title: "Council meets in July", description: "The Council met on 3 July.", text })).toContain(
      "Work Programme on Electronic Commerce. The Chair told members that views on it have not moved since May.",
    );
  });

  test("takes a sentence with a term in quotation marks, which is no quotation", () => {
    const second = "It is the second “clean text” in the negotiations, after one that was agreed in April.";
    expect(
      points({ title: "E-commerce talks", description: `The article on spam is done. ${second}` }).join(" "),
    ).toContain(second);
  });

  test("would rather tell what came of a subject than which ones were talked about", () => {
    const description = [
      "E-commerce negotiators met on 3 June.",
      "They discussed data flows, privacy, source code and spam, and heard reports on cybersecurity and on telecommunications from the groups in charge of these subjects since the spring.",
      "The article on e-invoicing was settled.",
    ].join(" ");
    expect(points({ title: "E-commerce negotiators meet", description })).not.toContain(description.split(". ")[1]);
    expect(points({ title: "E-commerce negotiators meet", description }).join(" ")).toContain("settled");
  });

  test("of an article in long sentences is longer than one sentence", () => {
    const text = [
      "Members exchanged their views on how the moratorium on customs duties on electronic transmissions ought to be dealt with in the months that remain before ministers gather, and on whether its scope should be made clear beforehand.",
      "The facilitator of the Work Programme on Electronic Commerce encouraged delegations with proposals of their own to come together over the summer and to look for the elements that could find their way into a decision of ministers.",
      "The next meeting is tentatively scheduled for 9 September.",
    ].join("\n\n");
    expect(
      points({ title: "Members discuss e-commerce", published: "2026-06-23", description: "", text }),
    ).toHaveLength(2);
  });

  test("keeps the sentences of a paragraph in the order in which they were written", () => {
    const description = [
      "Ministers of three groups told of their plans.",
      "Seventy-one members said that they would begin exploratory work towards negotiations on electronic commerce.",
      "Together, the group accounts for 77 per cent of trade.",
    ].join(" ");
    const told = points({ title: "New initiatives on e-commerce", description }).join(" ");
    expect(told.indexOf("Seventy-one")).toBeLessThan(told.indexOf("Together"));
    expect(told).toContain("Together");
  });

  test("does not begin with what somebody only said", () => {
    const description =
      "“We need to keep up the energy of this spring,” the co-convenors said. The article on electronic signatures was closed on 20 April.";
    expect(points({ title: "E-commerce negotiations", description })[0]).not.toContain("energy");
  });

  test("lets neighbours in a list share a point where there are more of them than points", () => {
    const text =
      "· A group on spam was opened.\n· The group on privacy was closed.\n· The text on e-invoicing was settled.\n· The next round is planned for 3 June.";
    expect(points({ title: "E-commerce talks", published: "2024-05-06", description: "", text })).toEqual([
      "A group on spam was opened. The group on privacy was closed.",
      "The text on e-invoicing was settled.",
      "The next round is planned for 3 June.",
    ]);
  });

  test("is made for items that are passed over as well, and of a lead alone", () => {
    expect(points({ title: "Fish", description: "Members met on 3 May to discuss fisheries subsidies." })).toEqual([
      "Members met on 3 May to discuss fisheries subsidies.",
    ]);
  });

  test.each([
    ["a question", "What does e-commerce mean for a small island in the middle of an ocean?"],
    ["the number and name of an item on an agenda", "4. Request of the friends of e-commerce (WT/GC/W/1234/Rev.2)."],
    [
      "what says only whose account it is",
      "What follows is the Secretariat’s account, for information, of the meeting.",
    ],
  ])("leaves out %s", (_, sentence) => {
    const description = "Members agreed on an article on spam at a meeting held on 13 May.";
    const text = "The next meeting is scheduled for 17 June.";
    const told = [description, text];
    expect(points({ title: "E-commerce", description, text: `${sentence}\n\n${text}` })).toEqual(told);
  });

  test("does not speak of some of them where nobody knows of whom", () => {
    const description = "Members agreed on an article on spam at a meeting held on 13 May.";
    const article = (behind: string): Partial<Item> => ({
      title: "E-commerce",
      description,
      text: `A talk on postal codes, stamps, parcels, couriers, vans and ferries filled ${"many ".repeat(12)}hours. ${behind}`,
    });
    expect(points(article("A next round is planned for two groups, in spring."))).toHaveLength(2);
    expect(points(article("A next round is planned for two of them, in spring."))).toEqual([description]);
  });

  /** How many idle words a sentence may carry and is told all the same: the more it is worth, the more. */
  function worthOf(sentence: (idle: string) => string, item: Partial<Item>, where: "description" | "text"): number {
    const told = (idle: number): boolean => {
      const text = sentence("so ".repeat(idle));
      return points({ ...item, [where]: text }).some((point) => point.includes(text));
    };
    let idle = 0;
    while (idle < 60 && told(idle)) idle++;
    return idle;
  }

  const NEWS = {
    title: "E-commerce",
    published: "2024-05-14",
    description:
      "Members agreed on an article on spam at a meeting held on 13 May with all of the facilitators in the room.",
  };

  test("holds what will be done by when for worth telling, though it is no meeting", () => {
    const dated = (idle: string): string => `Stamps will be ${idle}brought to capitals in June.`;
    const undated = (idle: string): string => `Stamps were all ${idle}brought to capitals in June.`;
    expect(worthOf(dated, NEWS, "text")).toBeGreaterThan(worthOf(undated, NEWS, "text"));
  });

  test("tells what comes after what happened, also where the source has it first", () => {
    const text = "Stamps will be brought to Geneva in June.\n\nA new small group on parcels was created in Geneva.";
    expect(points({ ...NEWS, text }).slice(1)).toEqual(text.split("\n\n").toReversed());
  });

  test("holds a sentence that names nobody and nothing for worth less", () => {
    const named = (idle: string): string => `Clerks counted ${idle}vans beside Geneva.`;
    const nameless = (idle: string): string => `Clerks counted ${idle}vans beside rivers.`;
    expect(worthOf(named, NEWS, "text")).toBeGreaterThan(worthOf(nameless, NEWS, "text"));
  });

  test("holds what the meeting was about for the news, where the item opens with it", () => {
    const opening = (words: string) => (idle: string) => `Delegates at Geneva ${words} ${idle}stamps.`;
    const item = { title: "E-commerce", published: "2024-05-14", text: "Members agreed on spam on 13 May." };
    const talk = worthOf(opening("talked at length and discussed"), item, "description");
    expect(talk).toBe(worthOf(opening("talked at length and described"), item, "description"));
  });

  test("opens with what the item opens with, however long that is", () => {
    const description = `Members told Ambassador Ilse Brandt of Austria, the facilitator, ${"in turn and with great patience, ".repeat(9)}on 14 May that they want rules on parcels.`;
    expect(points({ title: "Members want rules", published: "2024-05-14", description })).toEqual([description]);
  });

  test.each([
    ["During that session, all of the clerks will present forty vans with stamps and parcels to Austria."],
    ["In this, all of the clerks are with Mali’s Minister of Transport and forty vans with stamps and parcels."],
  ])("does not lean on what it leaves out: %s", (leaning) => {
    const description = "Members agreed on an article on spam at a meeting held on 13 May.";
    const text = `A talk on postal codes, stamps, parcels, couriers, vans and ferries filled ${"many ".repeat(12)}hours. ${leaning}`;
    expect(points({ title: "E-commerce", description, text })).toEqual([description]);
  });

  test("is empty where there is nothing but a title", () => {
    expect(points({ title: "E-commerce" })).toEqual([]);
  });
});

describe("whatever the item", () => {
  const words = fc.array(
    fc.constantFrom(
      "The",
      "chair",
      "said,",
      "which",
      "spam",
      "agreed",
      "on",
      "3 May",
      "next",
      "“no”",
      "—",
      "it;",
      "Fiji",
      "In addition,",
      "87",
      "members",
    ),
    { minLength: 1, maxLength: 40 },
  );
  const sentence = words.map((list) => `${list.join(" ")}.`);
  const text = fc
    .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    .map((paragraphs) => paragraphs.map((list) => list.join(" ")).join("\n\n"));

  test("there are at most three points and ninety words, all from the source", () => {
    fc.assert(
      fc.property(text, text, (description, article) => {
        const found = points({ title: "E-commerce", description, text: article });
        const source = ` ${description} ${article} `.replaceAll(/\s+/gu, " ").toLowerCase();
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.join(" ").split(" ").length).toBeLessThanOrEqual(90);
        for (const word of found.join(" ").toLowerCase().split(" ")) expect(source).toContain(word.replace(/\.$/u, ""));
      }),
    );
  });
});
