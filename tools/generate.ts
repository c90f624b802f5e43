import { writeFile } from "node:fs/promises";
import { jsonSchema, referencePage } from "../src/config/reference.ts";
import { commandsPage } from "./commands-page.ts";

await writeFile(new URL("../docs/configuration.md", import.meta.url), referencePage());
await writeFile(new URL("../config/tradepost.schema.json", import.meta.url), jsonSchema());
await writeFile(new URL("../docs/commands.md", import.meta.url), commandsPage());
