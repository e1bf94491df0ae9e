# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dispatcher does with somebody on the phone: take the call, send a crew at once, offer a slot."""
