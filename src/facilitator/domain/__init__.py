"""The house words as plain data and rules: Record, Document, Change, View, Picture. No Qt, no SQL."""
