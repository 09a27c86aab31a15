"""What sessions are drawn from, in the shipped content."""

from kiosk.app.loading import Looks, view_contexts
from kiosk.domain.metrics import Metrics
from kiosk.files.settings import Settings
from kiosk.ui.context import ViewContexts
from tests.support.shipped import library_of


def contexts_of(
    settings: Settings, metrics: Metrics, *, is_open: bool = True, speech: bool = False
) -> ViewContexts:
    """Return the contexts of visits to one clinic, on one screen."""
    library = library_of(settings.clinic, is_open=is_open)
    return view_contexts(settings, library, Looks(metrics), speech=speech)
