"""Random graphs, as far as each exchange format can hold them."""

from hypothesis import strategies as st

from facilitator.exchange.graph import DIRECTIONS, Connection, Element, Graph

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
OWN = {"id", "label", "type", "description", "tags", "from", "to", "direction", "attributes"}


def graphs(text=ANY_TEXT, values=ANY_TEXT, names=ANY_TEXT, tags=ANY_TEXT):
    """Graphs whose ends are keys of their elements; a label without an id is there only once, and no id is a label."""
    filled = text.filter(str.strip)
    fields = st.dictionaries(names.filter(lambda name: name.strip().lower() not in OWN), values, max_size=3)
    pairs = fields.map(lambda found: tuple(found.items()))
    labels = st.lists(filled, min_size=1, max_size=6, unique_by=lambda label: " ".join(label.split()))

    @st.composite
    def graph(draw):
        elements = []
        for number, label in enumerate(draw(labels)):
            id_ = draw(st.sampled_from(["", f"s-{number}"]))
            tag_list = tuple(draw(st.lists(tags, max_size=3)))
            elements.append(Element(label, id_, draw(text), draw(text), tag_list, draw(pairs)))
        keys = st.sampled_from([element.key for element in elements])
        connections = [
            Connection(
                draw(keys),
                draw(keys),
                id=draw(st.sampled_from(["", f"c-{number}"])),
                type=draw(text),
                direction=draw(st.sampled_from(DIRECTIONS)),
                label=draw(text),
                fields=draw(pairs),
            )
            for number in range(draw(st.integers(0, 6)))
        ]
        return Graph(tuple(elements), tuple(connections))

    return graph()
