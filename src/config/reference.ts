import { z } from "zod";
import { configSchema } from "./schema.ts";

/** As much of JSON Schema as the configuration makes use of. */
const Shape = z.object({
  type: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  const: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  required: z.array(z.string()).default([]),
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
  get items() {
    return Shape.optional();
  },
  get oneOf() {
    return z.array(Shape).optional();
  },
});
type Shape = z.infer<typeof Shape>;

const ANYTHING = { topicIds: [], isCron: () => true };

/**
 * `config/tradepost.schema.json`, by which an editor completes and checks the file. Values are checked more loosely
 * than by the program, since any of them may be a variable such as `${SLACK_BOT_TOKEN}`.
 */
export function jsonSchema(): string {
  const schema = z.toJSONSchema(configSchema(ANYTHING), {
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.pattern;
      delete jsonSchema.format;
      if (jsonSchema.type === "integer") {
        Object.assign(jsonSchema, {
          type: undefined,
          anyOf: [{ type: "integer" }, { type: "string", pattern: "^\\$\\{" }],
        });
      }
    },
  });
  return `${JSON.stringify({ title: "Configuration of Tradepost", ...schema }, undefined, 2)}\n`;
}

/** `docs/configuration.md`: how the file is found, and a table for each of its blocks. */
export function referencePage(): string {
  const root = Shape.parse(z.toJSONSchema(configSchema(ANYTHING), { io: "input" }));
  const blocks = Object.entries(root.properties ?? {}).flatMap(([key, shape]) => blocksOf(key, shape));
  return [PREFACE, "## The file", table(root), ...blocks].join("\n\n") + "\n";
}

const PREFACE = `# Configuration

<!-- Made from src/config/schema.ts by \`npm run generate\`. Changes belong there. -->

Tradepost reads one YAML file: the one that \`--config FILE\` names, else the one that the variable \`TRADEPOST_CONFIG\` names, else \`config/tradepost.yaml\` in the folder it is started in. Where there is none, it reads the WTO's English news feed into the terminal. \`config/tradepost.example.yaml\` shows every key; \`npx tradepost check\` says what is wrong with a file, each problem with its line, and posts nothing.

**Secrets** stay out of the file. \`\${NAME}\` in a value stands for the variable \`NAME\` of the environment (a file \`.env\` in the working directory is read too). Where \`NAME\` is not set but \`NAME_FILE\` is, the value is the content of the file that it names, as container secrets want it. \`$\${NAME}\` is the text \`\${NAME}\` itself.

**Two traps of YAML.** A Discord id without quotes is a number and would lose its last digits; \`channel: #trade\` is an empty value and a comment. Tradepost refuses both and says so: put quotes around the value.

**Other variables.** \`LOG_LEVEL\`: \`debug\`, \`info\` (the default), \`warn\`, \`error\` or \`silent\`. \`TRADEPOST_TOPICS\`: another file than \`config/topics.yaml\`, which says what is relevant and what the topics are.`;

/** The tables for what a key holds: one for a block, one for each kind where there are several. */
function blocksOf(key: string, shape: Shape): readonly string[] {
  const kinds = shape.items?.oneOf;
  if (kinds !== undefined) return kinds.flatMap((kind) => section(`${key}[], platform ${kindOf(kind)}`, kind));
  if (shape.items?.properties !== undefined) return section(`${key}[]`, { ...shape.items, description: undefined });
  if (shape.properties === undefined) return [];
  const inner = Object.entries(shape.properties).flatMap(([name, value]) => blocksOf(`${key}.${name}`, value));
  return [...section(key, { ...shape, description: undefined }), ...inner];
}

function section(title: string, shape: Shape): readonly string[] {
  return [`## ${title}`, ...(shape.description === undefined ? [] : [shape.description]), table(shape)];
}

function kindOf(shape: Shape): string {
  return shape.properties?.["platform"]?.const ?? "";
}

function table(shape: Shape): string {
  const rows = Object.entries(shape.properties ?? {}).map(([key, value]) => {
    const must = shape.required.includes(key) ? "**needed**" : presumed(value.default);
    return `| \`${key}\` | ${value.description ?? ""} | ${valueOf(value)} | ${must} |`;
  });
  return ["| Key | Meaning | Value | Left out |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function presumed(value: unknown): string {
  if (value === undefined || typeof value === "object") return "";
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function valueOf(shape: Shape): string {
  if (shape.const !== undefined) return `\`${shape.const}\``;
  if (shape.enum !== undefined) return shape.enum.map((value) => `\`${value}\``).join(", ");
  if (shape.type === "integer") return `${shape.minimum} to ${shape.maximum}`;
  if (shape.type === "boolean") return "`true` or `false`";
  if (shape.type === "array") return shape.items?.properties || shape.items?.oneOf ? "list of blocks" : "list";
  return shape.type === "object" ? "block" : "text";
}
