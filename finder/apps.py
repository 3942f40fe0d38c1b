from django.apps import AppConfig


class FinderConfig(AppConfig):
    """The level-of-care questionnaire. It has no models: it stores nothing."""

    name = "finder"
    verbose_name = "What care do I need?"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers the checks of the protocol
