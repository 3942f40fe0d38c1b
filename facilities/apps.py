from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    name = "facilities"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from facilities import checks  # noqa: F401 (registers them)
