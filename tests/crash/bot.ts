import { order, upbringing, type Report } from "./messages.ts";
import { seededRandom } from "./random.ts";
import { simulateTime } from "./simulated-time.ts";
import { hurrySqlite, setDisk } from "./disk.ts";
import { watchProcess } from "./watch.ts";

// The entry of the bot's process under the harness: the program as it is, in a world whose clock is led from outside.

const given = upbringing.parse(JSON.parse(process.env["CRASH_UPBRINGING"] ?? ""));
const time = simulateTime(given.epoch, given.elapsed, given.off);
hurrySqlite();
const watch = watchProcess(given.die);
const ending = new AbortController();

process.on("message", (message) => {
  const told = order.parse(message);
  switch (told.do) {
    case "advance":
      time.advance(told.to);
      break;
    case "set clock":
      time.setClock(told.off);
      break;
    case "die":
      watch.die(told.order);
      break;
    case "disk":
      setDisk(told.state);
      break;
    case "report":
  }
  // Whatever is ready to run runs first.
  setImmediate(() => setImmediate(() => process.send?.(reportNow())));
});
// Nobody leads the clock any more.
process.once("disconnect", () => process.exit());
process.once("SIGTERM", () => ending.abort(new Error("asked to end")));

function reportNow(): Report {
  return { next: time.next() ?? null, busy: watch.busy(), activity: watch.activity() };
}

const [{ realWorld }, { loadSettings }, { run }] = await Promise.all([
  import("../../src/world.ts"),
  import("../../src/settings.ts"),
  import("../../src/cli/run.ts"),
]);
const world = { ...realWorld(ending.signal), random: seededRandom(given.seed), observe: watch.observe };
try {
  await run(await loadSettings({ config: given.config }, world), world);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
process.disconnect();
