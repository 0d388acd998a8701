"""The feedback form of a session: what people thought of it, counted so that nobody is told apart."""
