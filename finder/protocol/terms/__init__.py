"""The words of the rules: heavy drinking, current sedative dependence (SED), a history of dangerous withdrawal.

Each is a named condition, so that rules read like the clinical specification and the published page can open them.
One module a subject; `people` and `windows` come first, and each reads only those above it.
"""
