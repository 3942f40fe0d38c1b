"""The library's pages. Each fetches, asks the models and plain modules, and answers."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles import structured
from articles.feedback import is_same_origin, is_within_limit
from articles.models import Article, Feedback
from articles.substances import on_page
from articles.topics import TOPICS


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All topics with their pages."""
    by_topic: dict[str, list[Article]] = {slug: [] for slug in TOPICS}
    for article in Article.objects.published().without_text().in_reading_order():
        by_topic[article.topic].append(article)
    sections = [(TOPICS[slug], articles) for slug, articles in by_topic.items() if articles]
    return render(request, "articles/index.html", {"sections": sections})


@require_safe
def topic(request: HttpRequest, topic: str) -> HttpResponse:
    """One topic: its pages in reading order."""
    if topic not in TOPICS:
        raise Http404
    articles = Article.objects.published().without_text().in_topic(topic).in_reading_order()
    return render(request, "articles/topic.html", {"topic": TOPICS[topic], "articles": list(articles)})


@require_safe
def detail(request: HttpRequest, topic: str, slug: str) -> HttpResponse:
    """One article."""
    article = get_object_or_404(Article.objects.published().with_sign_offs(), topic=topic, slug=slug)
    related = Article.objects.published().without_text().named(article.related)
    context = {
        "article": article,
        "related": sorted(related, key=lambda other: article.related.index(other.path)),
        "structured_data": structured.blocks(article, request.build_absolute_uri),
        "canonical": request.build_absolute_uri(article.get_absolute_url()),
    }
    return render(request, "articles/detail.html", context)


@csrf_exempt  # the page is cached and has no token: same origin and a daily limit stand in for it
@require_POST
def feedback(request: HttpRequest, topic: str, slug: str) -> HttpResponse:
    """Count one "was this helpful" and say thank you."""
    if not is_same_origin(request):
        return HttpResponseForbidden("This form works only from its own page.")
    article = get_object_or_404(Article.objects.published(), topic=topic, slug=slug)
    if not is_within_limit(request):
        return render(request, "429.html", status=429)
    answer = request.POST.get("helpful")
    if answer in ("yes", "no"):
        Feedback.objects.create(article=article, helpful=answer == "yes")
    return render(request, "articles/thanks.html", {"article": article, "counted": answer in ("yes", "no")})


def search(r):
    pass


def a_to_z(r):
    pass


def glossary(r):
    pass


def compare(r):
    pass
