"""Fills in PDFs as a viewer does, for tests."""

import io

import pikepdf


def filled(data: bytes, answers: dict[str, str]) -> bytes:
    """The file with these fields filled in, by their names; of a box to tick "1" or "", of several marks one or ""."""
    left, whole = dict(answers), io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for group in pdf.Root.AcroForm.Fields:
            for field in group.Kids:
                name = f"{group.T}.{field.T}"
                if name not in left:
                    continue
                value = left.pop(name)
                if "/Kids" in field:
                    field.V = pikepdf.Name(f"/{value or 'Off'}")
                    for mark in field.Kids:
                        mark.AS = field.V if field.V in mark.AP.N else pikepdf.Name.Off
                elif field.FT == "/Btn":
                    field.V = field.AS = pikepdf.Name.Yes if value else pikepdf.Name.Off
                else:
                    field.V = pikepdf.String(value)
        assert not left, f"no such fields: {', '.join(left)}"
        pdf.save(whole)
    return whole.getvalue()
