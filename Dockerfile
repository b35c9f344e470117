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
    PORT=8000
RUN useradd --system --uid 10001 --no-create-home callback \
 && install -d -o callback -g callback /data
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
# The page a visitor sees first.
HEALTHCHECK --start-period=60s CMD ["python", "-m", "config.stack.page"]
CMD ["sh", "-c", "exec gunicorn config.wsgi --bind 0.0.0.0:$PORT --worker-class gthread --workers 2 --threads 4 --no-control-socket --worker-tmp-dir /dev/shm"]
