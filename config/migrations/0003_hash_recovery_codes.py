from django.db import migrations
from django.db.models.functions import Length

from config.second_factor import kept_as

PLAIN = 8  # letters; a kept one has 16


def hash_codes(apps, schema_editor):
    tokens = apps.get_model("otp_static", "StaticToken").objects.annotate(letters=Length("token"))
    for token in tokens.filter(letters=PLAIN):
        token.token = kept_as(token.token)
        token.save(update_fields=["token"])


class Migration(migrations.Migration):
    """Codes on paper stay good. There is no way back: a hash cannot be read."""

    dependencies = [("config", "0002_roles"), ("otp_static", "0003_add_timestamps")]
    operations = [migrations.RunPython(hash_codes, migrations.RunPython.noop)]
