import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles import append_only


def install(apps, schema_editor):
    append_only.install(schema_editor.connection)


def lift(apps, schema_editor):
    append_only.lift(schema_editor.connection)
    append_only.install(schema_editor.connection, append_only.FIRST)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0013_languages_of_the_desk'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalphoto',
            name='taken_down_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='taken down'),
        ),
        migrations.AddField(
            model_name='historicalphoto',
            name='taken_down_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken down by'),
        ),
        migrations.AddField(
            model_name='historicalphoto',
            name='taken_down_reason',
            field=models.CharField(blank=True, editable=False, max_length=200, verbose_name='why it was taken down'),
        ),
        migrations.AddField(
            model_name='photo',
            name='taken_down_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='taken down'),
        ),
        migrations.AddField(
            model_name='photo',
            name='taken_down_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken down by'),
        ),
        migrations.AddField(
            model_name='photo',
            name='taken_down_reason',
            field=models.CharField(blank=True, editable=False, max_length=200, verbose_name='why it was taken down'),
        ),
        migrations.AddIndex(
            model_name='photo',
            index=models.Index(fields=['image'], name='photo_of_file'),
        ),
        migrations.AddConstraint(
            model_name='photo',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('taken_down_at__isnull', True), ('taken_down_by__isnull', True)), models.Q(('taken_down_at__isnull', False), ('taken_down_by__isnull', False), models.Q(('taken_down_reason', ''), _negated=True)), _connector='OR'), name='photo_taken_down_by_someone_for_a_reason'),
        ),
        migrations.RunPython(install, lift),
    ]
