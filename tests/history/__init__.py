"""Pull requests, from what their authors did to what linklint tells them."""
