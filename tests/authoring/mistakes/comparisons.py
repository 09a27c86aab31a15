"""Translations that say something else, and a checklist that says less."""

from tests.authoring.mistakes.rows import change, error, row, warning

CHECKLIST = "checklist.toml"


def lowered(name, old, new, *words):
    return row(name, change(CHECKLIST, old, new), error(CHECKLIST, *words))


ROWS = [
    row(
        "T02",
        change("es/headaches.md", ") visión doble", ") visión borrosa"),
        warning("es/headaches.md:21", "blurred-vision", "double-vision"),
    ),
    row(
        "T03",
        change("es/headaches.md", "Llame al {emergency_number}", "Llame al 112"),
        error("es/headaches.md", "{emergency_number}"),
    ),
    row(
        "T10",
        change("es/headaches.md", "84%", "48%"),
        warning("es/headaches.md:7", "48%", "84%"),
    ),
    row(
        "a figure of a point in Arabic",
        change("ar/headaches.md", "٢٤ ساعة", "٤٢ ساعة"),
        warning("ar/headaches.md", "42", "24"),
    ),
    row(
        "C05",
        change(
            CHECKLIST,
            '[[rules]]\nid = "sudden-onset"',
            '[[rules]]\nid = "idle"\nlevel = "routine"\n'
            'needs = [{ answers = ["double-vision"] }]\nwhy = "x"\n\n'
            '[[rules]]\nid = "sudden-onset"',
        ),
        warning(CHECKLIST, "idle", "never matters"),
    ),
    row(
        "C16",
        change(CHECKLIST, 'sources = ["S57", "S58"]', 'sources = ["S999", "S58"]'),
        error(CHECKLIST, "'S999'"),
    ),
    lowered(
        "a rule that asks for more",
        'needs = [{ answers = ["sudden"] }, { any_symptom_but = [] }]',
        'needs = [{ answers = ["sudden"] }, { any_symptom_but = ["tension"] }]',
        "sudden-onset",
        "emergency",
    ),
    lowered(
        "a rule with a lower level",
        'id = "getting-worse"\nlevel = "emergency"',
        'id = "getting-worse"\nlevel = "same-day"',
        "getting-worse",
    ),
    lowered(
        "C06",
        'id = "double-vision"\ngroup = "vision"\nlevel = "emergency"',
        'id = "double-vision"\ngroup = "vision"\nlevel = "routine"',
        "double-vision",
        "emergency",
        "routine",
    ),
    lowered(
        "C22",
        'id = "nerve-muscle-disease"\ntopic = "treatment"\nraises = true',
        'id = "nerve-muscle-disease"\ntopic = "treatment"',
        "nerve-muscle-disease",
    ),
]
