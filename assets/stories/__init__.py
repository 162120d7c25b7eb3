"""The stand-in films as data: one module for each, its people, places and shots."""
