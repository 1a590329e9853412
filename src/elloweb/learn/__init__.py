"""What runs inside a learner's notebook: missions, their cards, their journal.

Standard library and IPython only, so that it works in every Jupyter front end.
"""
