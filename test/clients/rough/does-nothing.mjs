// Says that all is done, and has sent nothing.
