"""Each test opens its pieces in a folder of its own, and in a kernel that knows none yet."""

import json

import pytest

from elloweb.learn.pieces import memory, piece


@pytest.fixture(autouse=True)
def notebook_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setattr(piece, "_opened", {})
    return tmp_path


@pytest.fixture
def new_kernel(monkeypatch):
    """Forget the opened pieces, as a kernel that starts anew does."""

    def start():
        monkeypatch.setattr(piece, "_opened", {})

    return start


@pytest.fixture
def save_notebook(notebook_folder, monkeypatch):
    """Save a notebook whose outputs hold these answers, as the one around the kernel."""

    def save(*answers):
        cells = [
            {"cell_type": "code", "outputs": [{"data": {memory.MIME: one.to_json()}}]}
            for one in answers
        ]
        path = notebook_folder / "carnet.ipynb"
        path.write_text(json.dumps({"cells": cells}))
        monkeypatch.setenv("JPY_SESSION_NAME", str(path))
        return path

    return save
