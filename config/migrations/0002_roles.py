from django.db import migrations

from config.roles import write_groups


class Migration(migrations.Migration):
    """Write the roles of config/roles.py into groups. Undoing leaves them: people may be in them."""

    dependencies = [
        ("config", "0001_announcements"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("facilities", "0002_field_checks"),
    ]
    operations = [migrations.RunPython(write_groups, migrations.RunPython.noop)]
