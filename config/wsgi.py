from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from config.prefix import BelowPrefix

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = BelowPrefix(get_wsgi_application(), prefix=settings.SITE.path)
