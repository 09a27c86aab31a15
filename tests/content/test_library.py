"""What a library says of its languages together."""

from msgspec.structs import replace


def test_a_pack_may_name_the_code_of_its_voice(library):
    packs = {**library.packs, "es": replace(library.packs["es"], speech="es-419")}
    assert replace(library, packs=packs).speech_codes == {"es": "es-419"}
    assert library.speech_codes == {}
