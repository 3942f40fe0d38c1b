"""What may be written down: a path and a status, never a query string, a form or a cookie."""

import logging
import logging.config
import re
from typing import Any

from django.http import HttpRequest
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

QUERY = re.compile(r"\?[^\s'\"]*")
TOLD_BY_THE_VISITOR = {"QUERY_STRING", "REQUEST_URI", "RAW_URI", "HTTP_COOKIE", "HTTP_REFERER"}


class PathOnly(logging.Filter):
    """Cut everything after a question mark from a record before any handler sees it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = QUERY.sub("", record.getMessage()), None
        return True


class PrivateFilter(SafeExceptionReporterFilter):
    """Error reports carry no POST body, cookie or query string, whatever DEBUG says."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:
        known = super().get_safe_request_meta(request).items()
        return {name: value for name, value in known if name not in TOLD_BY_THE_VISITOR}


class PrivateExceptionReporter(ExceptionReporter):
    """Reports where it broke, without the values of any variable."""

    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        data.update(request_GET_items=[], request_insecure_uri="")
        for frame in data.get("frames", []):
            frame["vars"] = []
        return data


def configure(options: dict[str, Any]) -> None:
    """Set up logging to standard error (called by Django with settings.LOGGING)."""
    handler = {"class": "logging.StreamHandler", "formatter": "line", "filters": ["path_only"]}
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"path_only": {"()": PathOnly}},
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"stderr": handler},
            "root": {"handlers": ["stderr"], "level": options.get("level", "INFO")},
            "loggers": {
                "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
                "axes": {"level": "WARNING"},
                "django.template": {"level": "INFO"},  # its debug lines print whole contexts, answers and all
            },
        }
    )
