"""The facilitator's own window."""
