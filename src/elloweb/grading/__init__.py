"""From hand-ins to results: collect, grade through nbgrader, tell the class at a glance."""
