# Installed as etc/ipython/ipython_kernel_config.py of the environment, where IPython reads it: every
# notebook of this environment helps with Python's errors in French, from its very first cell on.
c.InteractiveShellApp.extensions = ["elloweb"]  # noqa: F821 (IPython gives `c`)
