/** The package's own types describe a default export that its CommonJS does not have. */
declare module "robots-parser" {
  interface RobotsFile {
    /** Undefined for an address of another host. */
    isAllowed(url: string, userAgent: string): boolean | undefined;
  }

  function robotsParser(url: string, text: string): RobotsFile;
  export = robotsParser;
}
