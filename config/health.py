"""For load balancers: is the process alive, and can it answer visitors?"""

from django.db.utils import Error
from django.http import HttpRequest, HttpResponse

from articles.models import Article


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Touches nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers too; 503 when it does not."""
    try:
        Article.objects.exists()  # a real table: SQLite makes a new, empty file where its own was taken away
    except Error:
        return HttpResponse("database unavailable\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")
