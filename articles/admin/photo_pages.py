"""What the desk does with a photo besides describing it."""

from django.utils.translation import gettext_lazy as _

from articles import picture_takedown, policy

from .takedown import Act, Takedown, told


class PhotoTakedown(Takedown):
    """One that was taken down keeps its words, and has no file to show or change."""

    noun = "photo"
    takedown_template = "admin/articles/photo/takedown.html"
    acts = {
        "take_down": Act(
            route="take-down",
            do=picture_takedown.take_down,
            is_done=lambda photo: photo.is_taken_down,
            asked=_("Take the picture down"),
            done=_("Taken down: the picture is gone, wherever it stood."),
        )
    }

    def places(self, record):
        return picture_takedown.places(record)

    def get_fieldsets(self, request, obj=None):
        found = super().get_fieldsets(request, obj)
        return found[1:] if obj and obj.is_taken_down else found

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["places"] = told(self.places(obj))
            context["may_take_down"] = policy.may_withhold(request.user)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
