"""The process `kiosk-status`: it tells a broker of MQTT how the kiosk is."""
