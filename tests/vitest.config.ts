import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          globalSetup: "tests/support/postgres-setup.ts",
          testTimeout: 20_000,
        },
      },
      { test: { name: "contract", include: ["tests/contract/**/*.test.ts"], testTimeout: 20_000 } },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: "tests/support/postgres-setup.ts",
          testTimeout: 60_000,
        },
      },
    ],
  },
});
