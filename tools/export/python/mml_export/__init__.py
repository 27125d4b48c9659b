"""What the "mml" template needs of Python: Markdown with marked-up maths, figures, folded solutions.

Used twice: by `python -m mml_export`, which turns notebooks and Markdown files into the bodies of
pages for the site, and by JupyterLab's File → Export → HTML, whose configuration names the filters.
"""
