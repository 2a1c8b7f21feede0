// Reports success, but sends nothing.
