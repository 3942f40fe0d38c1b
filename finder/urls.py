from django.urls import path

from .views import how, pages, result, steps

app_name = "finder"
urlpatterns = [
    path("", pages.start, name="start"),
    path("begin/", steps.begin, name="begin"),
    path("step/<int:n>/", steps.step, name="step"),
    path("review/", result.review, name="review"),
    path("result/", result.result, name="result"),
    path("result/print/", result.printed, name="print"),
    path(
        "result/print/without-answers/",
        result.printed,
        {"with_answers": False},
        name="print_without_answers",
    ),
    path("result/print/one-page/", result.one_page, name="one_page"),
    path("how-it-works/", how.how, {"page": "how"}, name="how"),
    path("how-it-works/questions/", how.how, {"page": "questions"}, name="questions"),
    path("how-it-works/rules/", how.how, {"page": "rules"}, name="rules"),
    path("how-it-works/what-is-said/", how.how, {"page": "said"}, name="said"),
    path("how-it-works/rules.json", how.rules_json, name="rules_json"),
    path("leave/", pages.leave, name="leave"),
]
