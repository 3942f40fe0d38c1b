"""Law 2: a log line and an error report hold a path, never what a visitor typed."""

import logging
import sys

from django.test import RequestFactory

from config.logging import PathOnly, PrivateExceptionReporter


def test_a_query_string_never_reaches_the_log(caplog):
    record = logging.makeLogRecord(
        {"msg": '"GET %s HTTP/1.1" 200', "args": ("/facilities/?near=60614&care=iop",)}
    )
    PathOnly().filter(record)
    assert record.getMessage() == '"GET /facilities/ HTTP/1.1" 200'


def test_every_handler_cuts_the_query():
    handlers = logging.getLogger().handlers + logging.getLogger("django.server").handlers
    ours = [handler for handler in handlers if any(isinstance(f, PathOnly) for f in handler.filters)]
    assert ours


MARK = "".join(("ma", "rk", "ed"))  # in pieces, because a report shows lines of this file


def test_an_error_report_holds_no_answer():
    request = RequestFactory().post(f"/finder/step/3/?near={MARK}", {"answer": MARK})
    request.COOKIES["answers"] = request.META["HTTP_REFERER"] = MARK
    try:
        raise ValueError(len(MARK))
    except ValueError:
        report = PrivateExceptionReporter(request, *sys.exc_info())
    for text in (report.get_traceback_text(), report.get_traceback_html()):
        assert MARK not in text
