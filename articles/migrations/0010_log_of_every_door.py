from django.conf import settings
from django.db import migrations, models

from articles import append_only


def install(apps, schema_editor):
    append_only.install(schema_editor.connection, append_only.FIRST)


def lift(apps, schema_editor):
    append_only.lift(schema_editor.connection, append_only.FIRST)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_embargoes_assignments_and_what_is_due'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='auditentry',
            name='door',
            field=models.CharField(blank=True, choices=[('form', 'Form'), ('action', 'List'), ('page', 'Page'), ('json', 'Page, as one types'), ('command', 'Command')], default='', max_length=10, verbose_name='door'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='auditentry',
            name='at',
            field=models.DateTimeField(verbose_name='at'),
        ),
        migrations.AddIndex(
            model_name='auditentry',
            index=models.Index(fields=['-at', '-id'], name='log_newest'),
        ),
        migrations.AddIndex(
            model_name='auditentry',
            index=models.Index(fields=['action', '-at', '-id'], name='log_of_act'),
        ),
        migrations.RunPython(install, lift),
    ]
