"""Hugo. https://gohugo.io/documentation/."""

from linklint.site.profile import Profile
from linklint.site.profiles.hugo.detection import detect
from linklint.site.profiles.hugo.site import open_hugo

PROFILE = Profile("hugo", detect, open_hugo)
