"""A patient-education kiosk for a clinic's waiting room."""
