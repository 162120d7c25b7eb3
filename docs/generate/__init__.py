"""Reference pages, written from the program itself, so that they cannot say something else than it does."""
