"""Which version of the program this is."""


def program_version() -> str:
    """Return the version the program was installed as."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("kiosk")
    except PackageNotFoundError:
        return "?"
