#!/usr/bin/env python3
"""Tries release/check.py: breaks a copy of a bundle in each way that a check is for, and fails unless that check finds it.

Usage: release/breaks.py SIGNED OTHER, with the folders that release/check.py takes.
"""
import os
import shutil
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True  # keeps this folder as it is

from check import CHECKS, content, modules_of


def edited(path, old, new):
    text = content(path).decode()
    if old not in text:
        raise AssertionError(f"{path} has no {old}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new, 1))


def renamed(path, element):
    edited(path, f"<{element}>", "<other>")
    edited(path, f"</{element}>", "</other>")


def without(path, entry):
    """Takes an entry out of a jar."""
    with zipfile.ZipFile(path) as jar:
        kept = [(info, jar.read(info)) for info in jar.infolist() if info.filename != entry]
    with zipfile.ZipFile(path, "w") as jar:
        for info, data in kept:
            jar.writestr(info, data)


def with_entry(path, entry):
    with zipfile.ZipFile(path, "a") as jar:
        jar.writestr(entry, "")


def breaks(modules):
    """(the check that must find it, what is broken, how)"""
    core = next(m for m in modules if m.artifact == "sdk-core")
    bom = next(m for m in modules if m.is_bom())
    pom, sbom = core.stem + ".pom", core.stem + "-cyclonedx.json"
    yield "same", "a jar differs", lambda: with_entry(core.stem + ".jar", "later")
    yield "complete", "a Javadoc jar is missing", lambda: os.remove(core.stem + "-javadoc.jar")
    yield "complete", "a file too many", lambda: shutil.copy(pom, core.stem + "-tests.jar")
    yield "signatures", "a signature of another file", lambda: shutil.copy(pom + ".asc", sbom + ".asc")
    yield "signatures", "a signature is missing", lambda: os.remove(pom + ".asc")
    yield "checksums", "a checksum is wrong", lambda: edited(pom + ".sha1", content(pom + ".sha1").decode()[0], "x")
    for part in ("name", "description", "url", "connection", "license", "developer"):
        yield "POMs", f"no {part}", lambda part=part: renamed(pom, part)
    yield "POMs", "a parent", lambda: edited(pom, "<name>", "<parent/><name>")
    yield "POMs", "OkHttp to compile against", lambda: edited(pom, "<scope>runtime</scope>", "<scope>compile</scope>")
    yield "BOM", "a module is missing", lambda: edited(bom.stem + ".pom", ">sdk-toss<", ">sdk-tossed<")
    yield "jars", "no licence", lambda: without(core.stem + ".jar", "META-INF/LICENSE")
    yield "jars", "a source is missing", lambda: without(core.stem + "-sources.jar", "kr/pgsdk/core/Money.java")
    yield "jars", "Javadoc of an internal package", lambda: with_entry(
        core.stem + "-javadoc.jar", "kr.pgsdk.core/kr/pgsdk/core/internal/http/package-summary.html")
    yield "SBOMs", "no JSON", lambda: edited(sbom, "{", "")
    yield "SBOMs", "of another module", lambda: edited(sbom, '"sdk-core"', '"sdk-cord"')
    yield "SBOMs", "a dependency is missing", lambda: edited(pom, ">moshi<", ">mochi<")
    yield "third party", "another version", lambda: edited(sbom, f'"version" : "{okhttp(core)}"', '"version" : "5.0.0"')


def okhttp(module):
    return next(c["version"] for c in module.sbom()["components"] if c["name"] == "okhttp")


def prove(bundle, other):
    """Breaks a copy in each way; how many breaks their check did not find."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, what, _) in enumerate(list(breaks(modules_of(bundle)))):
            copy = f"{folder}/{number}"
            shutil.copytree(bundle, copy)
            name, _, break_it = list(breaks(modules_of(copy)))[number]
            break_it()
            faults = list(CHECKS[name](copy, other, modules_of(copy)))[1:]
            if not faults:
                print(f"{name} does not find: {what}")
                missed += 1
            shutil.rmtree(copy)
        print(f"{'proof':12} {'FAILED' if missed else 'ok':7} each of {number + 1} breaks is found by its check")
    return missed


if __name__ == "__main__":
    sys.exit(1 if prove(sys.argv[1], sys.argv[2]) else 0)
