from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """The admin with Tribune's own site: `newsroom.admin_site.Desk`."""

    default_site = "newsroom.admin_site.Desk"
