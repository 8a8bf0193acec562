"""The room drawing: what every page draws lights and figures with."""
