from django.urls import path

from articles import views
from articles.feeds import LibraryFeed, TopicFeed

app_name = "articles"
urlpatterns = [
    path("", views.index, name="index"),
    path("search/", views.search, name="search"),
    path("a-z/", views.a_to_z, name="a_to_z"),
    path("glossary/", views.glossary, name="glossary"),
    path("compare/", views.compare, name="compare"),
    path("feed/", LibraryFeed(), name="feed"),
    path("<slug:topic>/", views.topic, name="topic"),
    path("<slug:topic>/feed/", TopicFeed(), name="topic_feed"),
    path("<slug:topic>/<slug:slug>/", views.detail, name="detail"),
    path("<slug:topic>/<slug:slug>/feedback/", views.feedback, name="feedback"),
]
