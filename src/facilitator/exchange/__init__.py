"""What goes out and comes in: picture files, tables, chat logs, bundles. No Qt."""
