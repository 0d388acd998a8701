"""The rehearsal: a made-up meeting to practise with, which leaves nothing behind."""
