import { writeFile } from "node:fs/promises";
import { jsonSchema, referencePage } from "../src/config/reference.ts";

await writeFile(new URL("../docs/configuration.md", import.meta.url), referencePage());
await writeFile(new URL("../config/tradepost.schema.json", import.meta.url), jsonSchema());
