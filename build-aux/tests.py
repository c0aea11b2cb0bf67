#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev asks about the tests of a build folder:

tests.py BUILD select NAME…   the programs meant by names of programs or suites, one a line
tests.py BUILD debug NAME     what env(1) needs to run one in the debugger, quoted for a shell
tests.py BUILD tally          how the last run went, counted by test and not by program
"""
import fnmatch
import json
import pathlib
import re
import shlex
import sys


def known_tests(build):
    return json.loads((build / "meson-info/intro-tests.json").read_text())


def short(name):
    return name.removeprefix("test-")


def suites(test):
    return [suite.split(":")[-1] for suite in test["suite"]]


def meant(test, name):
    return fnmatch.fnmatch(short(test["name"]), short(name)) or name in suites(test)


def select(build, names):
    tests = known_tests(build)
    found = []
    for name in names:
        matches = [test["name"] for test in tests if meant(test, name)]
        if not matches:
            there = sorted({short(test["name"]) for test in tests} | {s for t in tests for s in suites(t)})
            sys.exit(f"There is no test or suite called “{name}”. There are: {' '.join(there)}")
        found += matches
    print("\n".join(dict.fromkeys(found)))


def debug(build, name):
    for test in known_tests(build):
        if short(test["name"]) == short(name):
            words = [word for word in test["cmd"] if not word.endswith("/with-display")]
            environment = [f"{key}={value}" for key, value in test["env"].items()]
            print(shlex.join(environment + ["gdb", "-quiet", "--args"] + words))
            return
    sys.exit(f"There is no test called “{name}”.")


def count_lines(output):
    """Passed, failed and skipped by the result lines of the Test Anything Protocol."""
    passed = failed = skipped = 0
    for line in output.splitlines():
        if re.match(r"1\.\.0\b.*# *skip", line, re.IGNORECASE):
            skipped += 1
        elif result := re.match(r"(not )?ok\b(?:.*?# *(skip|todo)\b)?", line, re.IGNORECASE):
            if result[2]:
                skipped += 1
            elif result[1]:
                failed += 1
            else:
                passed += 1
    return passed, failed, skipped


def count(entry, is_tap):
    result = entry["result"]
    good = result in ("OK", "EXPECTEDFAIL", "SKIP")
    if is_tap:
        passed, failed, skipped = count_lines(entry.get("stdout", ""))
        # A program that crashed, hung or stopped short did so in a test that it did not report.
        if not good and failed == 0:
            failed = 1
        return passed, failed, skipped
    return int(good and result != "SKIP"), int(not good), int(result == "SKIP")


def tally(build, status):
    log = build / "meson-logs/testlog.json"
    entries = [json.loads(line) for line in log.open()] if log.exists() else []
    tap = {test["name"] for test in known_tests(build) if test["protocol"] == "tap"}
    counts = [count(entry, entry["name"].split(" / ")[-1] in tap) for entry in entries]
    passed, failed, skipped = (sum(column) for column in zip(*counts)) if counts else (0, 0, 0)
    # Meson itself was stopped: there are programs that the log does not know of.
    if status != 0 and failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return int(failed > 0 or passed == 0)


def main():
    build, what, names = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    if what == "select":
        return select(build, names)
    if what == "debug":
        return debug(build, names[0])
    return tally(build, int(names[0]))


sys.exit(main())
