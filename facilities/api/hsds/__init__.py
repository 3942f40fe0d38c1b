"""HSDS 3.1 (Open Referral): Organization -> organization, Facility -> location, Program -> service at that location.

Each program is one service at one place, so a service and its service_at_location share an id.
"""
