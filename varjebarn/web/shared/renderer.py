"""One renderer for all forms: our field templates, so no form writes markup of its own."""

from django.forms.renderers import TemplatesSetting


class Designsystemet(TemplatesSetting):
    """`FORM_RENDERER = "varjebarn.web.shared.forms.Designsystemet"`."""

    form_template_name = "shared/fields/form.html"
    field_template_name = "shared/fields/field.html"
