#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints "PASSED FAILED" for the last test run in a build folder, and names on standard error what did not pass.
#
#   count-tests.py FOLDER
#
# Each case that a test program reports is one test. Meson's JUnit file lists them, but is silent where a program
# reported only passed cases and then crashed, leaked, ran out of time or stopped early: that is in Meson's own log, and
# counts as one more failure. A skipped test is a failure too.

import json
import os
import sys
import xml.etree.ElementTree as xml


def read_cases(path):
    """Yields program, case and what is wrong with it or None; a program that reports no cases is itself the case."""
    for suite in xml.parse(path).getroot().iter('testsuite'):
        for case in suite.iter('testcase'):
            wrong = [tag for tag in ('failure', 'error', 'skipped') if case.find(tag) is not None]
            yield suite.get('name').removeprefix('marathon.'), case.get('name'), wrong[0] if wrong else None


def read_programs(path):
    """Yields program and its result as Meson sees it."""
    with open(path, encoding='utf-8') as log:
        for line in log:
            run = json.loads(line)
            yield run['name'], run['result']


def main(folder):
    logs = os.path.join(folder, 'meson-logs')
    if not os.path.exists(os.path.join(logs, 'testlog.junit.xml')):
        sys.exit('not passed: no test was run')
    cases = list(read_cases(os.path.join(logs, 'testlog.junit.xml')))
    complaints = [f'{suite} {case}: {wrong}' for suite, case, wrong in cases if wrong]
    passed = len(cases) - len(complaints)
    blamed = {suite for suite, _, wrong in cases if wrong} | {case for _, case, wrong in cases if wrong}
    complaints += [
        f'{program}: {result}'
        for program, result in read_programs(os.path.join(logs, 'testlog.json'))
        if result != 'OK' and program not in blamed
    ]
    for complaint in complaints:
        print(f'not passed: {complaint}', file=sys.stderr)
    print(passed, len(complaints))


main(sys.argv[1])
