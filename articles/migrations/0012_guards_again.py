from django.db import migrations

from articles import append_only


def install(apps, schema_editor):
    append_only.install(schema_editor.connection, append_only.FIRST)


class Migration(migrations.Migration):
    """0011 remakes a guarded table, and SQLite loses the guards with it."""

    dependencies = [
        ('articles', '0011_corrections'),
    ]

    operations = [
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
