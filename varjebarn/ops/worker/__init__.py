"""The worker: does what nobody waits for, in a process and a role of its own.

The queue is Procrastinate's, in a schema of its own. A job's arguments are numbers and uuids of ours,
never a word about anybody: they lie in a table. Source: docs/adr/0011-a-worker-that-reads-no-child.md.
"""
