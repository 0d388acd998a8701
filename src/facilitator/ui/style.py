"""The dark, calm look of the facilitator's own windows; the stage does not use it."""

from PySide6.QtGui import QColor, QFont, QPalette

from facilitator.graphics.fonts import FAMILIES, load_fonts

GROUND = "#1F242B"
DEEP = "#161A1F"
CARD = "#272E37"
CARD_HOVER = "#303944"
EDGE = "#3A4450"
FIELD_EDGE = "#7D8A99"
INK = "#EEF1F4"
QUIET = "#AEB8C3"
FAINT = "#6B7683"
BLUE = "#0B6E98"
BLUE_HOVER = "#0D7FAF"
CHOSEN = "#0F4C68"
CHOSEN_EDGE = "#3DB0E3"
AMBER = "#FFC24D"
AMBER_EDGE = "#B98228"
AMBER_GROUND = "#3A2A12"
GREEN = "#7CE2A8"
GREEN_GROUND = "#123A29"
VIOLET = "#D9B8FF"
VIOLET_GROUND = "#3C2757"
RED = "#FFB4AB"
RED_GROUND = "#5A1D1A"

TEXT_PIXELS = 15
SMALL_PIXELS = 13


def app_font() -> QFont:
    """The house typeface at the size of running text."""
    load_fonts()
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(TEXT_PIXELS)
    return font


def palette() -> QPalette:
    """Colours for whatever the style sheet says nothing of."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.WindowText: INK,
        QPalette.ColorRole.Base: DEEP,
        QPalette.ColorRole.AlternateBase: CARD,
        QPalette.ColorRole.Text: INK,
        QPalette.ColorRole.Button: CARD,
        QPalette.ColorRole.ButtonText: INK,
        QPalette.ColorRole.BrightText: "#FFFFFF",
        QPalette.ColorRole.ToolTipBase: DEEP,
        QPalette.ColorRole.ToolTipText: INK,
        QPalette.ColorRole.Highlight: CHOSEN,
        QPalette.ColorRole.HighlightedText: "#FFFFFF",
        QPalette.ColorRole.PlaceholderText: QUIET,
        QPalette.ColorRole.Link: CHOSEN_EDGE,
        QPalette.ColorRole.Accent: CHOSEN_EDGE,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(FAINT))
    return made


def style_sheet() -> str:
    """Qt style sheet of console, welcome and dialogs. Every focusable widget shows its focus by a blue edge."""
    return f"""
QWidget {{ color: {INK}; }}
QMainWindow, QDialog, QWidget#ground {{ background: {GROUND}; }}
QWidget#topBar {{ background: {DEEP}; }}
QLabel#title {{ font-size: 17px; font-weight: bold; }}
QLabel#lineTitle {{ font-weight: bold; }}
QLabel#large {{ font-size: 22px; font-weight: bold; }}
QLabel#over {{ font-size: 22px; font-weight: bold; color: {RED}; }}
QLabel#heading {{ font-size: {SMALL_PIXELS}px; font-weight: bold; color: {QUIET}; letter-spacing: 0.5px; }}
QLabel#quiet, QLabel#fieldLabel {{ color: {QUIET}; }}
QLabel#small {{ color: {QUIET}; font-size: {SMALL_PIXELS}px; }}
QLabel#privateSign {{
    background: {AMBER}; color: {AMBER_GROUND}; border-radius: 6px; padding: 7px 11px; font-weight: bold;
}}
QLabel#prompt {{ font-size: 17px; }}
QLabel#key {{ background: {CARD}; border: 1px solid {EDGE}; border-radius: 4px; padding: 1px 6px;
  font-size: {SMALL_PIXELS}px; }}
QLabel#helpText {{ font-size: 14px; }}
QLabel#chip {{ background: #333B45; border-radius: 12px; padding: 3px 11px; }}
QLabel#chipLive {{ background: {GREEN_GROUND}; color: {GREEN}; border-radius: 12px; padding: 3px 11px; }}
QLabel#chipHeld {{ background: {VIOLET_GROUND}; color: {VIOLET}; border-radius: 12px; padding: 3px 11px; }}
QLabel#chipBlank {{ background: #46505C; color: #FFFFFF; border-radius: 12px; padding: 3px 11px; }}
QLabel#rehearsalChip {{ background: {INK}; color: {DEEP}; border-radius: 12px; padding: 3px 11px; font-weight: bold; }}
QFrame#frameLive {{ background: {GREEN}; border-radius: 6px; }}
QFrame#frameHeld {{ background: {VIOLET}; border-radius: 6px; }}
QFrame#frameBlank {{ background: #8A95A1; border-radius: 6px; }}
QFrame[focused="true"]#frameLive, QFrame[focused="true"]#frameHeld, QFrame[focused="true"]#frameBlank {{
  border: 2px solid #FFFFFF;
}}
QPushButton, QToolButton {{
  background: {CARD}; border: 1px solid {EDGE}; border-radius: 6px; padding: 5px 9px; min-height: 18px;
}}
QWidget#actions QPushButton {{ font-size: 14px; padding: 4px 7px; }}
QWidget#actions QPushButton:focus {{ padding: 3px 6px; }}
QPushButton:hover, QToolButton:hover {{ background: {CARD_HOVER}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 4px 8px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {FAINT}; background: {GROUND}; }}
QPushButton:checked, QToolButton:checked {{ background: {CHOSEN}; border-color: {CHOSEN_EDGE}; }}
QPushButton#main, QToolButton#main {{ background: {BLUE}; border-color: {BLUE}; color: #FFFFFF; }}
QPushButton#main:hover, QToolButton#main:hover {{ background: {BLUE_HOVER}; }}
QPushButton#main:focus, QToolButton#main:focus {{ border: 2px solid #FFFFFF; }}
QPushButton#main:disabled, QToolButton#main:disabled {{ background: #2C4452; border-color: #2C4452; color: {QUIET}; }}
QPushButton#private:checked {{ background: {AMBER_GROUND}; border-color: {AMBER_EDGE}; color: {AMBER}; }}
QPushButton#private:checked:focus {{ border: 2px solid {AMBER}; }}
QWidget#actions QPushButton[on="true"], QWidget#actions QPushButton:checked {{
  background: {CHOSEN}; border-color: {CHOSEN_EDGE};
}}
QWidget#actions QPushButton#layers[on="true"] {{ background: {AMBER}; border-color: {AMBER}; color: {AMBER_GROUND}; }}
QWidget#stageControls QPushButton, QWidget#clockButtons QPushButton {{
  font-size: {SMALL_PIXELS}px; padding: 2px 7px;
}}
QWidget#stageControls QPushButton:focus {{ padding: 1px 6px; }}
QWidget#clockButtons QPushButton {{ padding: 3px 5px; }}
QWidget#clockButtons QPushButton:focus {{ padding: 2px 4px; }}
QPushButton#segment {{ border-radius: 0; margin-left: -1px; }}
QPushButton#tab {{ background: transparent; border: 0; border-bottom: 2px solid transparent; border-radius: 0;
  color: {QUIET}; font-size: {SMALL_PIXELS}px; font-weight: bold; padding: 2px 3px; }}
QPushButton#tab:checked {{ color: {INK}; border-bottom: 2px solid {CHOSEN_EDGE}; background: transparent; }}
QPushButton#tab:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 0 1px; }}
QPushButton#hints {{ font-size: {SMALL_PIXELS}px; padding: 3px 8px; text-align: left; }}
QPushButton#hints:focus {{ padding: 2px 7px; }}
QPushButton#turn {{ padding: 0 8px; min-height: 20px; }}
QPushButton#turn:focus {{ padding: 0 7px; }}
QFrame#layerSign {{ background: {AMBER}; border-radius: 6px; }}
QLabel#layerSign {{ color: {AMBER_GROUND}; font-weight: bold; }}
QPushButton#layerChip {{ background: {AMBER}; border-color: {AMBER}; color: {AMBER_GROUND}; font-weight: bold;
  border-radius: 12px; padding: 3px 10px; }}
QPushButton#layerChip:focus {{ border: 2px solid #FFFFFF; padding: 2px 9px; }}
QPushButton#layersOff {{ background: {AMBER_GROUND}; border-color: {AMBER_GROUND}; color: {AMBER}; padding: 1px 8px; }}
QPushButton#layersOff:focus {{ border: 2px solid #FFFFFF; padding: 0 7px; }}
QFrame#prompt {{ background: {CARD}; border-radius: 8px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ width: 0; image: none; }}
QLineEdit, QPlainTextEdit, QComboBox {{
  background: {DEEP}; border: 1px solid {FIELD_EDGE}; border-radius: 5px; padding: 4px 7px;
  selection-background-color: {BLUE}; selection-color: #FFFFFF;
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 3px 6px; }}
QSpinBox {{
  background: {DEEP}; border: 1px solid {FIELD_EDGE}; border-radius: 5px; padding: 2px 22px 2px 5px; min-height: 24px;
}}
QSpinBox:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 1px 21px 1px 4px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; background: transparent; width: 20px; height: 13px; }}
QSpinBox::up-button {{ subcontrol-origin: border; subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-origin: border; subcontrol-position: bottom right; }}
QSpinBox::up-arrow {{
  width: 0; height: 0; border-left: 4px solid {DEEP}; border-right: 4px solid {DEEP}; border-bottom: 5px solid {QUIET};
}}
QSpinBox::down-arrow {{
  width: 0; height: 0; border-left: 4px solid {DEEP}; border-right: 4px solid {DEEP}; border-top: 5px solid {QUIET};
}}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {FAINT}; border-color: {EDGE}; }}
QCheckBox:disabled {{ color: {FAINT}; }}
QComboBox {{ padding-right: 22px; min-height: 18px; combobox-popup: 0; }}
QPushButton#choosing {{
  background: {DEEP}; border: 1px solid {FIELD_EDGE}; border-radius: 5px; padding: 4px 7px; text-align: left;
}}
QPushButton#choosing:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 3px 6px; }}
QToolButton#part {{
  background: transparent; border: 2px solid transparent; padding: 3px 2px; color: {QUIET}; font-weight: bold;
}}
QToolButton#part:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 3px 2px; }}
QLabel#told {{ border: 2px solid transparent; border-radius: 5px; padding: 0 2px; }}
QLabel#told:focus {{ border: 2px solid {CHOSEN_EDGE}; }}
QLineEdit#cell, QPlainTextEdit#cell, QListView#cell {{
  background: {DEEP}; border: 2px solid {CHOSEN_EDGE}; border-radius: 0; padding: 0 3px;
}}
QLineEdit#cell[wrong="true"], QPlainTextEdit#cell[wrong="true"], QListView#cell[wrong="true"] {{
  border: 2px solid {RED};
}}
QListView#cell::item {{ padding: 3px; }}
QListView#cell::item:selected {{ background: {CHOSEN}; color: {INK}; }}
QComboBox::drop-down {{ border: 0; width: 20px; }}
QComboBox::down-arrow {{
  width: 0; height: 0; border-left: 4px solid {DEEP}; border-right: 4px solid {DEEP}; border-top: 5px solid {QUIET};
}}
QComboBox QAbstractItemView, QMenu {{
  background: {DEEP}; border: 1px solid {FIELD_EDGE}; selection-background-color: {CHOSEN};
}}
QMenu {{ menu-scrollable: 1; }}
QMenu::item {{ padding: 6px 18px; }}
QMenu::item:selected {{ background: {CHOSEN}; }}
QListView, QTreeView, QTableView {{
  background: transparent; border: 2px solid transparent; border-radius: 6px; outline: 0;
}}
QListView:focus, QTreeView:focus, QTableView:focus, QGraphicsView:focus {{ border: 2px solid {CHOSEN_EDGE}; }}
QGraphicsView {{ background: {DEEP}; border: 2px solid transparent; border-radius: 6px; }}
QGraphicsView[private="true"] {{ background: {AMBER_GROUND}; border: 2px solid {AMBER_EDGE}; }}
QGraphicsView[private="true"]:focus {{ border: 2px solid {CHOSEN_EDGE}; }}
QTreeView {{ show-decoration-selected: 0; }}
QTreeView::branch, QTreeView::branch:selected {{ background: transparent; }}
QTableView {{ background: {DEEP}; gridline-color: {EDGE}; }}
QHeaderView::section {{ background: {CARD}; color: {QUIET}; border: 0; padding: 5px 8px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QFrame#captureBar {{ background: {DEEP}; border: 1px solid {FIELD_EDGE}; border-radius: 8px; }}
QFrame#captureBar[focused="true"] {{ border: 2px solid {CHOSEN_EDGE}; }}
QFrame#captureBar QLineEdit {{ background: transparent; border: 0; font-size: 17px; padding: 4px; }}
QFrame#captureBar QLabel {{ color: {QUIET}; }}
QFrame#captureBar QLabel#kind {{ color: {CHOSEN_EDGE}; font-weight: bold; }}
QFrame#captureBar QLineEdit#beside {{ border: 1px solid {EDGE}; border-radius: 5px; font-size: {TEXT_PIXELS}px;
  padding: 3px 6px; }}
QFrame#captureBar QLineEdit#beside:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 2px 5px; }}
QToolButton#group {{ background: {CHOSEN}; border: 1px solid {CHOSEN_EDGE}; border-radius: 6px; font-weight: bold;
  color: {INK}; padding: 5px 10px; margin-right: 4px; }}
QToolButton#group:hover {{ border: 2px solid {CHOSEN_EDGE}; padding: 4px 9px; }}
QToolButton#group:focus {{ border: 2px solid {CHOSEN_EDGE}; padding: 4px 9px; }}
QToolButton#group::menu-indicator {{ image: none; }}
QLabel#caution {{ background: {AMBER_GROUND}; color: {AMBER}; border-radius: 6px; padding: 6px 10px; }}
QLabel#problem {{ color: {RED}; font-size: 14px; }}
QLabel#good {{ color: {GREEN}; font-size: 14px; }}
QFrame#private {{ background: {AMBER_GROUND}; border: 1px solid {AMBER_EDGE}; border-radius: 8px; }}
QFrame#private QLabel#heading {{ color: {AMBER}; }}
QFrame#private QLabel#fieldLabel, QFrame#private QToolButton#part {{ color: #EBD3A4; }}
QFrame#private QLineEdit, QFrame#private QPlainTextEdit, QFrame#private QComboBox,
QFrame#private QPushButton#choosing {{
  background: #241A0B; border-color: {AMBER_EDGE};
}}
QFrame#private QLineEdit:focus, QFrame#private QPlainTextEdit:focus, QFrame#private QComboBox:focus,
QFrame#private QPushButton#choosing:focus, QFrame#private QToolButton#part:focus, QFrame#private QLabel#told:focus {{
  border: 2px solid {AMBER};
}}
QFrame#private QComboBox::down-arrow {{ border-left-color: #241A0B; border-right-color: #241A0B; }}
QFrame#banner {{ background: {RED_GROUND}; border-radius: 0; }}
QFrame#banner QLabel {{ color: #FFFFFF; }}
QFrame#card {{ background: {CARD}; border: 1px solid {EDGE}; border-radius: 8px; }}
QCheckBox {{ border: 2px solid transparent; border-radius: 5px; padding: 1px; }}
QCheckBox:focus {{ border-color: {CHOSEN_EDGE}; }}
QCheckBox::indicator:unchecked, QTableView::indicator:unchecked, QTreeView::indicator:unchecked,
QListView::indicator:unchecked {{
  width: 13px; height: 13px; background: {DEEP}; border: 1px solid {FIELD_EDGE}; border-radius: 3px;
}}
QSplitter::handle {{ background: {DEEP}; }}
QSplitter::handle:horizontal {{ width: 3px; }}
QSplitter::handle:vertical {{ height: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: #56616E; border-radius: 5px; min-height: 24px; min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {DEEP}; border: 1px solid {EDGE}; border-radius: 5px; text-align: center; }}
QProgressBar::chunk {{ background: {BLUE}; border-radius: 4px; }}
QToolTip {{ background: {DEEP}; color: {INK}; border: 1px solid {FIELD_EDGE}; }}
"""
