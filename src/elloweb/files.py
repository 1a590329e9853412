"""Write files so that an interruption leaves the old one or the new one, never half of it."""

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path* in one step; its folder is made if it is not there."""
    import tempfile  # costs a notebook some milliseconds that it seldom needs

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # A file made by mkstemp is for its owner alone.
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
