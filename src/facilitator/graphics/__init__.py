"""Qt drawing kit: paints pictures, shows them on a canvas, turns mouse and keys into requests. Knows no board."""
