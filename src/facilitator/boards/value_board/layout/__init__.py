"""Where everything in the columns of a value board stands: pure, deterministic, measured without Qt."""
