"""A workshop as data: where it stands, what it holds, what is wrong with it, how it is built."""
