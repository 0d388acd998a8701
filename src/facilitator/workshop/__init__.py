"""Live work without windows: what is said becomes capture lines, and the stage feed says what is shown."""
