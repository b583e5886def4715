"""Acts of the desk, each through its own door.

A script gets a client that is signed in, and gives (the record it is about or None, a
function that does the act). Importing a module of scripts adds them to `SCRIPTS`.
"""
