"""Where everything on a web stands: pure, deterministic, measured without Qt."""
