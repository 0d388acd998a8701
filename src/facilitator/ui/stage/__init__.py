"""The window that participants see; holds nothing private."""
