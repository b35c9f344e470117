# Two stages fetch packages and front-end files; the last one only carries them.

FROM node:24-slim AS assets
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM python:3.13-slim AS packages
WORKDIR /app
COPY requirements/app.txt requirements/app.txt
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements/app.txt

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    CALLBACK_DATA=/data \
    PORT=8000 \
    GUNICORN_CMD_ARGS="--bind 0.0.0.0:8000"
# Volumes take over owner and mode of the folders they are mounted on.
RUN useradd --system --uid 10001 --no-create-home callback \
 && install -d -m 700 -o callback -g callback /data /keys
WORKDIR /app
COPY --from=packages /venv /venv
COPY . .
# The static files are made here, so that the running container writes only to /data.
COPY --from=assets /app/node_modules node_modules
RUN python -m config.assets --no-fetch \
 && SECRET_KEY=not-used-while-building-the-image python -m config.stack.prepare --static \
 && rm -rf node_modules
USER callback
VOLUME /data
EXPOSE 8000
# The process answers. What else must work is told by /readyz: restarting the page
# would not mend a database.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "-m", "config.stack.page", "/healthz"]
STOPSIGNAL SIGTERM
CMD ["gunicorn", "config.wsgi", "--config", "python:config.gunicorn"]
