#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/draw-pictures makes of poses, good and bad:  test-draw-pictures.py PROGRAM"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

program = sys.argv.pop(1)

STANDING = "hip = [0, 54]\nnear-leg = { angles = [-90, -90] }\n"


class DrawPictures(unittest.TestCase):
    def setUp(self):
        self.box = tempfile.TemporaryDirectory()
        self.addCleanup(self.box.cleanup)
        self.folder = pathlib.Path(self.box.name)

    def draw(self, pose, *options):
        (self.folder / "poses.toml").write_text("[figure]\n" + pose, encoding="utf-8")
        command = [sys.executable, program, *options, self.folder]
        return subprocess.run(command, capture_output=True, text=True)

    def assert_refused(self, pose, reason):
        result = self.draw(pose)
        self.assertEqual(result.returncode, 1)
        self.assertIn("figure: ", result.stderr)
        self.assertIn(reason, result.stderr)
        self.assertFalse((self.folder / "figure.svg").exists())

    def test_draws(self):
        self.assertEqual(self.draw(STANDING + 'accent = ["near-leg"]').returncode, 0)
        svg = (self.folder / "figure.svg").read_text(encoding="utf-8")
        self.assertIn('viewBox="0 0 120 120"', svg)
        self.assertIn('class="success"', svg)

    def test_knee_bends_backward_only(self):
        self.assertEqual(self.draw("hip = [0, 54]\nnear-leg = { angles = [-60, -90] }").returncode, 0)
        (self.folder / "figure.svg").unlink()
        self.assert_refused("hip = [0, 54]\nnear-leg = { angles = [-90, -60] }", "wrong way")

    def test_elbow_bends_forward_only(self):
        self.assertEqual(self.draw(STANDING + "near-arm = { angles = [-90, -60] }").returncode, 0)
        (self.folder / "figure.svg").unlink()
        self.assert_refused(STANDING + "near-arm = { angles = [-60, -90] }", "wrong way")

    def test_reach(self):
        self.assertEqual(self.draw("hip = [0, 54]\nnear-leg = { to = [0, 3] }").returncode, 0)
        (self.folder / "figure.svg").unlink()
        self.assert_refused("hip = [0, 54]\nnear-leg = { to = [0, 2] }", "a limb has 51")
        self.assert_refused("hip = [0, 54]\nnear-leg = { to = [0, 54] }", "a limb has 51")

    def test_size(self):
        self.assert_refused(STANDING + "marks = [{ dot = [200, 0, 2] }]", "do not fit")

    def test_unknown_thing(self):
        self.assert_refused(STANDING + "things = [{ blob = [1, 2] }]", "can be drawn")

    def test_check(self):
        self.assertEqual(self.draw(STANDING, "--check").returncode, 1)
        self.assertEqual(self.draw(STANDING).returncode, 0)
        self.assertEqual(self.draw(STANDING, "--check").returncode, 0)
        self.assertEqual(self.draw(STANDING + "trunk = 80", "--check").returncode, 1)


unittest.main()
