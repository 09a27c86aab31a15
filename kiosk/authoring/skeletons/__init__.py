"""Begin a clinic's folder, a page, a language or a symptom: `kiosk new`."""
