"""What is shown when no engagement is open."""
