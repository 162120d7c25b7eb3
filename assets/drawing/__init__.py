"""What the stand-in films are drawn with: a pen, people, places, sound."""
