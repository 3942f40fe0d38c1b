"""The library's pages. Each fetches, asks the models and plain modules, and answers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles import comparing, names, structured
from articles.citations import Citations
from articles.feedback import is_same_origin, is_within_limit
from articles.glossary import all_terms
from articles.models import Article, Feedback
from articles.search import library
from articles.topics import TOPICS

ON_FRONT = 12  # pages listed under a topic on the library's front page


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All topics with their first pages."""
    by_topic: dict[str, list[Article]] = {slug: [] for slug in TOPICS}
    for article in Article.objects.published().without_text().in_reading_order():
        by_topic[article.topic].append(article)
    sections = [
        (TOPICS[slug], articles[:ON_FRONT], len(articles)) for slug, articles in by_topic.items() if articles
    ]
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
        return render(request, "403.html", status=403)
    article = get_object_or_404(Article.objects.published(), topic=topic, slug=slug)
    if not is_within_limit(request):
        return render(request, "429.html", status=429)
    answer = request.POST.get("helpful")
    if answer in ("yes", "no"):
        Feedback.objects.create(article=article, helpful=answer == "yes")
    return render(request, "articles/thanks.html", {"article": article, "counted": answer in ("yes", "no")})


@never_cache
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search the library. The words are used for this answer only."""
    query, topic = request.GET.get("q", "").strip()[:200], request.GET.get("topic", "")
    topic = topic if topic in TOPICS else ""
    exact = request.GET.get("exact") == "1"
    answer = library().search(query, topic, exact) if query else None
    context = {"query": query, "topic": topic, "answer": answer, "topics": TOPICS.values()}
    return render(request, "articles/search.html", context)


@require_safe
def a_to_z(request: HttpRequest) -> HttpResponse:
    """Every name a visitor may know, by letter."""
    published = {article.path: article for article in Article.objects.published().without_text()}
    return render(request, "articles/a_to_z.html", {"letters": names.by_letter(published)})


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Words explained."""
    citations = Citations()
    terms = [(term, citations.cite(list(term.sources))) for term in all_terms().values()]
    return render(request, "articles/glossary.html", {"terms": terms, "citations": citations})


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Withdrawal side by side for up to four substances."""
    asked = [key for key in request.GET.getlist("with") if key]
    columns = comparing.columns(asked)
    slots = [columns[place].substance.key if place < len(columns) else "" for place in range(comparing.MOST)]
    context = {
        "columns": columns,
        "slots": list(enumerate(slots, start=1)),
        "choices": comparing.choices(),
        "left_out": len(set(asked)) - len(columns),
    }
    return render(request, "articles/compare.html", context)
