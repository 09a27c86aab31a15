"""The code that a voice has for a language of the content.

Content names languages as the web does (BCP 47), such as "zh" or "pt-BR". Voices have
codes of their own: espeak-ng calls Mandarin "cmn", and has both "pt" and "pt-br".
"""

from collections.abc import Container

_SPOKEN_AS = {"zh": "cmn", "zh-hk": "yue", "zh-mo": "yue", "no": "nb", "tl": "fil"}


def voice_code(language: str, codes: Container[str]) -> str:
    """Return the most exact of the voices' `codes` for a language; "" for none."""
    code = language.lower().replace("_", "-")
    parts = code.split("-")
    longest_first = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
    wanted = (it for each in longest_first for it in (each, _SPOKEN_AS.get(each, "")))
    return next((it for it in wanted if it and it in codes), "")
