"""The question queue of an "ask me anything" session: what is asked, in the order of how many want to know."""
