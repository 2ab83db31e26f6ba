"""The requirements in the languages of other engines.

Each module has `translate(requirement)`, what its engine is given for one requirement, or None for what it cannot say.
"""
