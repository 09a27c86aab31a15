"""No test reaches the machine's own speech server, unless it starts one itself."""

from kiosk.ui.audio import ssip_client, synthesizer


def test_a_test_finds_no_speech_server():
    assert not ssip_client.socket_path().exists()
    assert not synthesizer.is_installed()
