from django.urls import path

from . import views

app_name = "articles"
urlpatterns = [
    path("articles/", views.article_list, name="list"),
    path("articles/<int:pk>/<slug:slug>/", views.article_detail, name="detail"),
    path("articles/<int:pk>/<slug:slug>", views.article_detail),  # one hop, not two
    path("corrections/", views.correction_list, name="corrections"),
    path("preview/<str:token>/", views.preview, name="preview"),
    path("authors/<slug:slug>/", views.author_detail, name="author"),
]
