"""Help every notebook of this environment in French, from its very first cell on.

Installed as `etc/ipython/ipython_kernel_config.py` of the environment, where IPython reads it.
"""

c.InteractiveShellApp.extensions = ["elloweb"]  # noqa: F821 (IPython gives `c`)
