"""`python -m elloweb` is `elloweb`."""

import sys

from elloweb.cli import main

sys.exit(main())
