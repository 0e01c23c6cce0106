"""Jekyll: blogs and documentation, and what GitHub Pages builds by itself. https://jekyllrb.com/docs/.

Future posts count as published: whether they are depends on the day of the build, and findings must not.
"""

from linklint.site.profile import Profile
from linklint.site.profiles.jekyll.detection import detect
from linklint.site.profiles.jekyll.site import open_jekyll

PROFILE = Profile("jekyll", detect, open_jekyll)
