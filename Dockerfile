# The exact version, so that building again changes nothing. docs/hosting.md says how to pin the digest as well.
FROM node:24.21.0-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production TRADEPOST_IMAGE=1
WORKDIR /app
COPY --from=install /app/node_modules node_modules
COPY package.json ./
COPY config/topics.yaml config/
COPY src src
# The default database, file:./data/tradepost.db, so lies in the volume. All else may be read-only, but for /tmp.
RUN mkdir /data && chown 1000:1000 /data && ln -s /data data
VOLUME /data
# The image's own user "node", by number, so that an orchestrator can see that it is not root.
USER 1000:1000
STOPSIGNAL SIGTERM
# Red when polling has stopped, even though the process is there.
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 CMD ["node", "src/tradepost.mjs", "health"]
ENTRYPOINT ["node", "src/tradepost.mjs"]
CMD ["run"]
