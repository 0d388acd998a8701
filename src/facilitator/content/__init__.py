"""What ships with the app and is only read: words, methods, templates, typefaces, icons. No Qt."""
