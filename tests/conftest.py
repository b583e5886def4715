import os
from pathlib import Path

import pytest
from django.utils import translation

from tests.factories import make_user


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr"):
        yield


@pytest.fixture(autouse=True)
def _temporary_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def desk_chief(db):
    return make_user("chief", is_superuser=True)


@pytest.fixture
def editor_client(client, desk_chief):
    client.force_login(desk_chief)
    return client


@pytest.fixture(scope="session")
def real_copy():
    """The folder of real copy, when it lies beside the project."""
    folder = Path(os.environ.get("TRIBUNE_COPY", "../shared/copy"))
    if not folder.is_dir():
        pytest.skip("the real copy is not beside the project")
    return folder
