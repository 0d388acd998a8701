"""What the columns of a report or a table of people mean, told by their headings in English and in French."""

from collections.abc import Mapping, Sequence

from facilitator.content.naming import plain

_EXACT = {
    "given": ("first name", "given name", "prenom"),
    "family": ("last name", "family name", "surname", "nom de famille"),
    "name": (
        *("name", "full name", "display name", "user name", "participant", "participants", "participant name", "names"),
        *("nom", "noms", "nom complet", "nom d utilisateur", "nom du participant", "nom affiche", "attendee"),
        *("name original name", "user name original name", "nom nom original", "nom nom d origine"),
        *("nom d utilisateur nom original", "nom d utilisateur nom d origine", "personne", "person"),
    ),
}
_HOLDING = (  # in this order: "Duration" before what a French "durée de participation" holds besides
    ("waiting", ("waiting room", "salle d attente")),
    ("duration", ("duration", "duree", "time in meeting", "time in session")),
    ("id", ("upn", "participant id", "id de participant", "id du participant")),
    ("address", ("email", "e mail", "courriel", "adresse", "mail")),
    ("leave", ("leave", "left", "exit", "depart", "sortie", "deconnexion", "fin de participation")),
    ("join", ("join", "arrivee", "participation", "entree", "connexion", "rejoint", "acces")),
    ("organization", ("organization", "organisation", "organisme", "company", "entreprise", "employeur", "employer")),
    ("pronouns", ("pronoun", "pronom")),
)
TIMES = frozenset(("join", "leave", "duration"))


def roles_of(cells: Sequence[str]) -> Mapping[str, int]:
    """The place of the column for each role that is among the headings: "name", "join", …; the first of each."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        role = _role(plain(cell))
        if role:
            found.setdefault(role, place)
    if "given" in found and "family" not in found and "name" in found:  # Prénom, Nom
        found["family"] = found["name"]
    return found


def names_people(roles: Mapping[str, int]) -> bool:
    """Whether there is a column for names."""
    return "name" in roles or "given" in roles or "family" in roles


def _role(heading: str) -> str:
    exact = next((role for role, names in _EXACT.items() if heading in names), "")
    return exact or next((role for role, words in _HOLDING if any(word in heading for word in words)), "")
