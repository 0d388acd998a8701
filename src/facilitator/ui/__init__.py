"""The windows: stage, console, welcome, dialogs. They ask for edits and show what was saved."""
